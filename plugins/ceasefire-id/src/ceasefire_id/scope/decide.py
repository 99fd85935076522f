"""All that is told of the pauses of one document, decided late and together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from ceasefire_id.decisions import Linear, load
from ceasefire_id.scope.antecedents import Arrangement, arrange
from ceasefire_id.scope.context import bucket, frames, of_name, predicate, sentence_bucket, side_of
from ceasefire_id.scope.happenings import (
    features_of_link,
    features_of_name,
    features_of_trigger,
    phrases_by_sentence,
    triggers,
)
from ceasefire_id.scope.opinions import Saying, features_of_stance, features_of_subject, sayings
from ceasefire_id.scope.roles import features_of_bond, features_of_topic
from ceasefire_id.scope.view import Name, View
from ceasefire_id.scope.phrases import Phrase

__all__ = ["Decider", "Happening", "Outcome"]

ROLES: Final = {"actor": ("declared_by", "parties", "brokers", "includes", "excludes"), "region": ("includes", "excludes"), "time": ("announced", "starts", "ends", "duration")}
FILLERS: Final = (("actor", "by"), ("region", "region"), ("date", "date"), ("length", "duration"))


@attrs.define(eq=False)
class Happening:
    """An event of a pause: the word that tells it, its type and what fills its roles."""

    word: int
    type: str
    pause: Arrangement
    by: Name | None = None
    region: Name | None = None
    date: Name | None = None
    duration: Name | None = None


@attrs.define(eq=False)
class Outcome:
    """What was decided of a document."""

    pauses: list[Arrangement]
    events: list[Happening] = attrs.field(factory=list)
    #: (pause number, role) -> names
    roles: dict[tuple[int, str], list[Name]] = attrs.field(factory=lambda: defaultdict(list))
    status: dict[int, str] = attrs.field(factory=dict)
    #: what each statement is about, and its stance
    opinions: list[tuple[Saying, Arrangement | None, str | None]] = attrs.field(factory=list)
    #: the score of each name in its role
    weights: dict[tuple[int, str, int], float] = attrs.field(factory=dict)


def fillers(view: View, n: int, sort: str) -> list[Name]:
    """The names that may fill a role of an event: of its own sentence, actors and places of the one before too."""
    sentence = view.sentence[n]
    rng = view.sentence_range(sentence)
    if sort == "actor":
        before = view.sentence_range(sentence - 1)
        found = view.names_in(before.start, before.stop, "actor") + view.names_in(rng.start, rng.stop, "actor")
        return found
    if sort == "region":
        return view.names_in(rng.start, rng.stop, "region")
    times = view.names_in(rng.start, rng.stop, "time")
    if sort == "length":
        return [t for t in times if t.kind == "DURATION"]
    return [t for t in times if t.kind in ("DATE", "TIME")]


def features_of_standing(view: View, key: tuple[str, object], arrangement: Arrangement, events: Sequence[Happening]) -> list[str]:
    """What is told elsewhere of the bearer of a name: which events of this pause are its own."""
    out = []
    for event in events:
        here = event.pause is arrangement
        if event.by is not None and event.by.key == key:
            out.append(f"does={event.type}|{here}")
        if event.region is not None and event.region.key == key:
            out.append(f"where={event.type}|{here}")
        if here and event.date is not None and event.date.key == key:
            out.append(f"when={event.type}")
        if here and event.duration is not None and event.duration.key == key:
            out.append(f"long={event.type}")
    return sorted(set(out))


def features_of_bearer(view: View, key: tuple[str, object], names: Sequence[Name]) -> list[str]:
    """What the whole text tells of the bearer of a name, whatever the pause."""
    out = [f"times={bucket(len(names))}"]
    if key[0].startswith("a"):
        out += standing_of(view, key, names[0])
    for name in names:
        verb, role = view.grammar.role(name.head.first, name.head.end)
        if verb < 0:
            continue
        for frame in frames(view, verb):
            if frame in ("hostility", "brokered", "agreed", "announced", "negotiated", "said", "accused", "monitored", "demanded", "violated"):
                out.append(f"ever={frame}|{role}")
        if view.token(name.head.first - 1, view.sentence[name.first]) in ("antara", "lawan", "terhadap"):
            out.append(f"ever-after={view.token(name.head.first - 1, view.sentence[name.first])}")
    return sorted(set(out))


def standing_of(view: View, key: tuple[str, object], name: Name) -> list[str]:
    """How much of the fighting and of the text is an actor's, beside the other actors of its sort."""
    table = view.ranks()
    fights, often = table.get(key, (9, 9))
    side = side_of(name)
    return [f"fights={min(fights, 4)}|{side}", f"often={min(often, 4)}|{side}", f"office={bool(getattr(name.mention, 'office', None))}"]


def features_of_pairing(view: View, name: Name, arrangement: Arrangement, known: Sequence[Arrangement], cache: dict, topic=None) -> list[str]:
    """One mention of a name and one pause."""
    own = cache.get(id(name))
    if own is None:
        own = cache[id(name)] = list(of_name(view, name)) + time_features(view, name)
    bond = list(features_of_bond(view, name, arrangement, known))
    place = "here" if "here" in bond else "away"
    if topic is not None and len(known) > 1:
        about = topic(name) is arrangement
        bond += [f"about={about}", f"about={about}|{place}", f"about={about}|{side_of(name)}"]
    return [*own, *bond, *(f"{place}&{f}" for f in own if f.startswith(("f=", "role=", "b1=", "h", "v=")))]


def topic_of(view: View, known: Sequence[Arrangement], scorer: Linear):
    """A function that says which pause the words around a name are about."""
    memory: dict[int, Arrangement] = {}

    def topic(name: Name) -> Arrangement:
        found = memory.get(id(name))
        if found is None:
            rows = [(scorer.score(features_of_topic(view, name, a, known)), -a.number, a) for a in known]
            found = memory[id(name)] = max(rows, key=lambda row: row[:2])[2]
        return found

    return topic


def time_features(view: View, name: Name) -> list[str]:
    if name.sort != "time":
        return []
    value = getattr(name.mention, "value", None) or ""
    out = [f"digits={value[:4].isdigit()}|{len(value)}"]
    published = view.document.published
    if published and value[:4].isdigit():
        iso = published.isoformat()
        v = value[:10]
        out.append(f"day={'after' if v > iso[: len(v)] else 'same' if v == iso[: len(v)] else 'year' if v[:4] == iso[:4] else 'old'}")
    return out


def features_of_status(view: View, arrangement: Arrangement, outcome: Outcome) -> list[str]:
    """How an article leaves a pause."""
    mine = [e for e in outcome.events if e.pause is arrangement]
    types = [e.type for e in mine]
    out = [f"has={t}" for t in set(types)] + [f"n={bucket(len(types))}"]
    if types:
        out += [f"last={types[-1]}", f"first={types[0]}", f"pair={'>'.join(types[-2:])}"]
        kinds = "+".join(sorted(set(types)))
        out.append(f"all={kinds}")
    else:
        out.append("untold")
    strong = [t for t in types if t not in ("demanded", "negotiated", "confirmed", "rejected")]
    out.append(f"laststrong={strong[-1] if strong else None}")
    out += [f"contrast={arrangement.contrast}", f"wanted={arrangement.wanted}", f"mentions={bucket(len(arrangement.phrases))}"]
    out += [f"contrast={arrangement.contrast}|laststrong={strong[-1] if strong else None}"]
    out.append(f"definite={all(p.definite for p in arrangement.phrases)}")
    for phrase in arrangement.phrases:
        for f in predicate(view, phrase.first, phrase.end):
            if f.startswith(("f=", "fact=", "v=")):
                out.append(f)
        if phrase.governor >= 0:
            out += [f"gov~{f}" for f in frames(view, phrase.governor)]
        rng = view.sentence_range(view.sentence[phrase.first])
        out += [f"w={view.folded[n]}" for n in rng if view.folded[n] in _STATES]
    last = arrangement.phrases[-1]
    out += [f"L{f}" for f in predicate(view, last.first, last.end)]
    published = view.document.published.isoformat() if view.document.published else ""
    for slot in ("starts", "ends", "announced"):
        names = outcome.roles.get((arrangement.number, slot), [])
        value = next((v for n in names if (v := getattr(n.mention, "value", None)) and v[:4].isdigit()), "")
        out.append(f"{slot}={'none' if not value else 'after' if value[:10] > published[: len(value[:10])] else 'old' if value[:4] != published[:4] else 'before'}")
    for role in ("declared_by", "parties", "brokers"):
        out.append(f"{role}={min(len(outcome.roles.get((arrangement.number, role), [])), 2)}")
    out.append(f"order={'first' if arrangement.number == 0 else 'later'}")
    return out


_STATES: Final = frozenset("akan belum telah sudah masih tetap rapuh hingga jika bila tidak tak gagal berakhir berlaku berharap mungkin pernah tahun lalu sebelumnya diperpanjang dituntut diminta usul usulan tawaran setelah resmi mulai".split())


def scorer_names() -> tuple[str, ...]:
    """The names of all scorers."""
    roles = tuple(f"{sort}-{role}" for sort, names in ROLES.items() for role in names)
    fillers_ = tuple(f"filler-{role}" for _, role in FILLERS)
    return ("speaks", "antecedent", "event", "link", *fillers_, "topic", *roles, "status", "subject", "stance")


class Decider:
    """Decides with a set of fitted scorers, by name."""

    def __init__(self, scorers: Mapping[str, Linear], thresholds: Mapping[str, float]) -> None:
        self._scorers = scorers
        self._thresholds = thresholds

    def read(self, view: View, phrases: Sequence[Phrase]) -> Outcome:
        """All that is told of the pauses that these candidates speak of."""
        s = self._scorers
        known = arrange(view, phrases, s["speaks"], s["antecedent"], self._thresholds.get("speaks", 0.0))
        outcome = Outcome(known)
        if known:
            self.happen(view, outcome)
            self.fill(view, outcome)
            self.leave(view, outcome)
            self.judge(view, outcome)
        return outcome

    def leave(self, view: View, outcome: Outcome) -> None:
        """How the article leaves each pause."""
        for arrangement in outcome.pauses:
            features = features_of_status(view, arrangement, outcome)
            outcome.status[arrangement.number] = self._scorers["status"].best(features)[0]

    def judge(self, view: View, outcome: Outcome) -> None:
        """What each statement is about, and what it holds of it."""
        subject, stance = self._scorers["subject"], self._scorers["stance"]
        for saying in sayings(view):
            rows = [(subject.score(features_of_subject(view, saying, a, outcome)), -a.number, a) for a in outcome.pauses]
            score, _, best = max(rows, key=lambda row: row[:2])
            about = best if score > self._thresholds.get("subject", 0.0) else None
            label = stance.best(features_of_stance(view, saying, about, outcome))[0] if about is not None else "none"
            outcome.opinions.append((saying, about, None if label == "none" else label))

    @classmethod
    def load(cls) -> Decider:
        """With the scorers and thresholds that ship with the plugin."""
        scorers = {name: load(name) for name in scorer_names()}
        thresholds = {name: scorer.threshold for name, scorer in scorers.items()}
        return cls(scorers, thresholds)

    # ---- events --------------------------------------------------------------------------------------------------

    def happen(self, view: View, outcome: Outcome) -> None:
        """The events, each with its pause and what fills its roles."""
        known, s = outcome.pauses, self._scorers
        table = phrases_by_sentence(view, known)
        for n in triggers(view, known):
            features = features_of_trigger(view, n, known, table)
            scores = dict(zip(s["event"].labels, s["event"].scores(features), strict=True))
            none = scores.pop("none", 0.0) + self._thresholds.get("event", 0.0)
            type_, score = max(scores.items(), key=lambda pair: (pair[1], pair[0]))
            if score <= none:
                continue
            links = [(s["link"].score(features_of_link(view, n, type_, a, known)), -a.number, a) for a in known]
            pause = max(links, key=lambda row: row[:2])[2]
            event = Happening(n, type_, pause)
            for sort, role in FILLERS:
                setattr(event, role, self._filler(view, event, sort, role))
            outcome.events.append(event)
            if type_ == "violated" and event.by is not None and self._is_mutual(view, n):
                for other in fillers(view, n, "actor"):
                    if other is not event.by and other.head is event.by.head and other.key != event.by.key:
                        outcome.events.append(attrs.evolve(event, by=other))

    def _is_mutual(self, view: View, n: int) -> bool:
        rng = view.sentence_range(view.sentence[n])
        return any(view.folded[k] == "saling" for k in rng)

    def _filler(self, view: View, event: Happening, sort: str, role: str) -> Name | None:
        rows = [
            (self._scorers[f"filler-{role}"].score(features_of_name(view, event.word, event.type, name)), -i, name)
            for i, name in enumerate(fillers(view, event.word, sort))
        ]
        best = max(rows, key=lambda row: row[:2], default=None)
        return best[2] if best is not None and best[0] > self._thresholds.get(f"filler-{role}", 0.0) else None

    # ---- roles ---------------------------------------------------------------------------------------------------

    def fill(self, view: View, outcome: Outcome) -> None:
        """Who and what stands in which role to each pause."""
        cache: dict[int, list[str]] = {}
        topic = topic_of(view, outcome.pauses, self._scorers["topic"])
        bearers: dict[tuple[str, object], list[Name]] = defaultdict(list)
        for name in view.names:
            bearers[name.key].append(name)
        for arrangement in outcome.pauses:
            for key, names in bearers.items():
                general = features_of_bearer(view, key, names) + features_of_standing(view, key, arrangement, outcome.events)
                rows = [(name, features_of_pairing(view, name, arrangement, outcome.pauses, cache, topic) + general) for name in names]
                for role in ROLES[names[0].sort]:
                    scorer = self._scorers[f"{names[0].sort}-{role}"]
                    score, best = max(((scorer.score(f), -i, name) for i, (name, f) in enumerate(rows)), key=lambda r: r[:2])[::2]
                    if score > self._thresholds.get(f"{names[0].sort}-{role}", 0.0):
                        outcome.roles[arrangement.number, role].append(best)
                        outcome.weights[arrangement.number, role, best.first] = score
