"""Which candidates speak of a pause, and of which: every candidate asks all pauses spoken of before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from ceasefire.mentions import TimeMention
from ceasefire.models import Span
from ceasefire.referents import Referent
from ceasefire_id.decisions import Linear
from ceasefire_id.scope.candidates import BEGINNING, NOUNS, OPENING
from ceasefire_id.scope.context import around, bucket, frames, predicate, sentence_bucket
from ceasefire_id.scope.cues import cues
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.view import View

__all__ = ["Arrangement", "arrange", "features_of_candidate", "features_of_new", "features_of_pair"]

#: what a candidate may say by which it is told from others
MARKS: Final = ("number", "occasion", "dated")


@attrs.define(eq=False)
class Arrangement:
    """One pause of the text: all candidates that speak of it, in the order of the text, and what they say together.

    A text may name one pause a thousand times, so what is asked of it is kept, not gathered anew.
    """

    phrases: list[Phrase] = attrs.field(factory=list)
    words: set[str] = attrs.field(factory=set)
    keys: set[object] = attrs.field(factory=set)
    countries: set[str] = attrs.field(factory=set)
    years: set[str] = attrs.field(factory=set)
    number: int = 0
    labels: set[str] = attrs.field(factory=set, init=False)
    lengths: set[str | None] = attrs.field(factory=set, init=False)
    places: set[str] = attrs.field(factory=set, init=False)
    owners: set[Referent] = attrs.field(factory=set, init=False)
    #: by what else its candidates may be told apart: `number`, `occasion`, `dated`
    marks: dict[str, set[object]] = attrs.field(factory=lambda: {name: set() for name in MARKS}, init=False)
    contrast: str = attrs.field(default="", init=False)
    wanted: bool = attrs.field(default=True, init=False)
    #: the first kind that says more than that there is a pause
    kind: str = attrs.field(default="", init=False)

    def add(self, view: View, phrase: Phrase) -> None:
        self.phrases.append(phrase)
        scene = scene_of(view, phrase)
        self.words |= scene.words
        self.keys |= scene.keys
        self.countries |= scene.countries
        self.years |= scene.years
        self.labels.add(_label(view, phrase))
        if phrase.length is not None:
            self.lengths.add(phrase.length.value)
        if phrase.place is not None:
            self.places.add(phrase.place.name)
        if phrase.owner is not None and (owner := view.referents.of(phrase.owner)) is not None:
            self.owners.add(owner)
        for name, values in self.marks.items():
            if getattr(phrase, name) is not None:
                values.add(_mark(phrase, name))
        self.contrast = self.contrast or phrase.contrast or ""
        self.wanted = self.wanted and bool(phrase.wanted)
        if phrase.kind and self.kind in ("", "truce"):
            self.kind = phrase.kind


@attrs.frozen
class Scene:
    """Who and what stands in the sentence of a candidate."""

    words: frozenset[str]
    keys: frozenset[object]
    countries: frozenset[str]
    years: frozenset[str]


def scene_of(view: View, phrase: Phrase) -> Scene:
    rng = view.sentence_range(view.sentence[phrase.first])
    names = view.names_in(rng.start, rng.stop)
    keys = frozenset(name.key for name in names if name.sort != "time")
    countries = frozenset(c for name in names if (c := getattr(name.mention, "country", None)))
    years = frozenset(
        m.value[:4]
        for name in names
        if isinstance(m := name.mention, TimeMention) and m.value and m.value[:4].isdigit()
    )
    words = frozenset(view.folded[n] for n in range(phrase.first, phrase.end))
    return Scene(words, keys, countries, years)


def features_of_candidate(view: View, phrase: Phrase) -> list[str]:
    """Whether a candidate speaks of a pause at all."""
    out = [f"rule={phrase.rule}", f"kind={phrase.kind}", f"contrast={phrase.contrast}"]
    out += [
        name
        for name in ("definite", "generic", "wanted", "plural", "planned", "like", "sepihak")
        if getattr(phrase, name)
    ]
    head = view.lemma(phrase.first)
    out.append(f"head={view.folded[phrase.first]}")
    out.append(f"hl={head}|{phrase.rule}")
    if phrase.end - phrase.first > 1:
        out.append(f"second={view.lemma(phrase.first + 1)}")
        out.append(f"last={view.folded[phrase.end - 1]}")
    out += list(around(view, phrase.outer, max(phrase.stop, phrase.end)))
    out += [f"{phrase.rule}:{f}" for f in predicate(view, phrase.first, phrase.end)]
    out += list(predicate(view, phrase.first, phrase.end))
    if phrase.governor >= 0:
        out.append(f"gov={view.lemma(phrase.governor)}")
        out += [f"gov~{f}" for f in frames(view, phrase.governor)]
    if phrase.rule in ("stop-verb", "calm-verb"):
        facts = view.grammar.facts(phrase.first)
        out += [f"own={f}" for f in facts]
        verb_names = view.names_in(max(0, phrase.first - 8), phrase.first, "actor")
        here = verb_names and view.sentence[verb_names[-1].first] == view.sentence[phrase.first]
        out.append(f"doer={verb_names[-1].kind if here else '-'}")
    rng = view.sentence_range(view.sentence[phrase.first])
    out += [f"time={n.kind}" for n in view.names_in(phrase.first, rng.stop, "time")]
    if view.document.quotation_at(view.words.starts[phrase.first]) is not None:
        out.append("quoted")
    if view.sentence[phrase.first] == 0:
        out.append("lead")
    return out


def features_of_history(
    view: View, phrase: Phrase, nouns: Sequence[Phrase], places: Mapping[int, int]
) -> Iterator[str]:
    """How the nouns for a pause stand to a candidate; `places` says which of `nouns` a phrase is, by `id()`."""
    here = view.sentence[phrase.first]
    place = places.get(id(phrase))
    at = place if place is not None else bisect_left(nouns, phrase.first, key=lambda noun: noun.first)
    if at:
        before = nouns[at - 1]
        apart = here - view.sentence[before.first]
        yield f"since={sentence_bucket(apart)}"
        yield f"since={sentence_bucket(apart)}|{phrase.rule}"
        if apart == 0:
            same = sum(view.sentence[p.first] == here for p in nouns[max(0, at - 12) : at + 12] if p is not phrase)
            yield f"same-sentence={bucket(same)}"
            yield f"beside={phrase.rule}|{before.rule}"
    else:
        yield f"none-before|{phrase.rule}"
    following = at + (place is not None)
    if following < len(nouns) and view.sentence[nouns[following].first] - here <= 1:
        yield f"noun-next={view.sentence[nouns[following].first] - here}|{phrase.rule}"
    yield f"nouns={bucket(len(nouns))}|{phrase.rule}"


def _shape(view: View, phrase: Phrase) -> list[str]:
    out = [
        f"rule={phrase.rule}",
        f"definite={phrase.definite}",
        f"contrast={phrase.contrast}",
        f"wanted={phrase.wanted}",
        f"generic={phrase.generic}",
    ]
    modifiers = [view.folded[n] for n in range(phrase.first + 1, phrase.stop)][:6]
    out += [f"mod={w}" for w in modifiers]
    if phrase.number:
        out.append(f"number={phrase.number}")
    return out


def _label(view: View, phrase: Phrase) -> str:
    return " ".join(view.folded[phrase.first : max(phrase.end, phrase.first + 1)])


def _mark(phrase: Phrase, name: str) -> object:
    """What a candidate says of this; of a date its value."""
    said: object = getattr(phrase, name)
    return said.value if isinstance(said, TimeMention) else said


def features_of_new(view: View, phrase: Phrase, known: Sequence[Arrangement]) -> list[str]:
    """Whether a candidate begins a pause of its own."""
    out = ["NEW", f"known={bucket(len(known))}"]
    tag = "0" if not known else "1+"
    out += [f"new{tag}:{f}" for f in _shape(view, phrase)]
    out += [f"new{tag}:{f}" for f in around(view, phrase.outer, max(phrase.stop, phrase.end), 2, 2)]
    out += [f"new{tag}:{f}" for f in predicate(view, phrase.first, phrase.end) if f.startswith(("f=", "role", "fact"))]
    scene = scene_of(view, phrase)
    if known:
        shared = any(scene.keys & a.keys for a in known)
        out.append(f"new:shared={shared}")
        if scene.countries and any(a.countries for a in known):
            out.append(f"new:land={any(scene.countries & a.countries for a in known)}")
        if scene.years:
            out.append(f"new:years={any(scene.years & a.years for a in known)}")
        rng = view.sentence_range(view.sentence[phrase.first])
        out += [f"new:w={view.folded[n]}" for n in rng if view.folded[n] in cues()["setting_off"]]
        out.append(
            f"new:sent={sentence_bucket(view.sentence[phrase.first] - view.sentence[known[-1].phrases[-1].first])}"
        )
        label = _label(view, phrase)
        same = any(label in a.labels for a in known)
        out.append(f"new:label={any(scene.words <= a.words for a in known)}")
        out.append(f"new:same-label={same}|{phrase.rule in NOUNS}|{phrase.contrast}")
        out.append(f"new:same-label={same}|{phrase.definite}|{phrase.wanted}")
    return out


#: a text that speaks of more pauses is no article: a candidate then asks only the last of them
_USUAL = 12


def features_of_pair(view: View, phrase: Phrase, arrangement: Arrangement, known: Sequence[Arrangement]) -> list[str]:
    """Whether a candidate speaks of this pause."""
    out = ["OLD", f"known={bucket(len(known))}"]
    last = arrangement.phrases[-1]
    here = view.sentence[phrase.first]
    apart = here - view.sentence[last.first]
    latest = max(known, key=lambda a: a.phrases[-1].first) is arrangement
    most = max(known, key=lambda a: len(a.phrases)) is arrangement
    first = known[0] is arrangement
    out += [
        f"apart={sentence_bucket(apart)}",
        f"latest={latest}",
        f"most={most}",
        f"first={first}",
        f"size={bucket(len(arrangement.phrases))}",
    ]
    out += [f"latest={latest}|apart={sentence_bucket(apart)}", f"latest={latest}|most={most}"]
    if view.paragraph[phrase.first] == view.paragraph[last.first]:
        out.append("same-paragraph")
    shape = _shape(view, phrase)
    out += [f"latest={latest}|{f}" for f in shape]
    out += [f"only={len(known) == 1}|{f}" for f in shape]
    out.append(f"contrasts={phrase.contrast}|{arrangement.contrast or None}")
    out.append(f"wants={phrase.wanted}|{arrangement.wanted}")
    scene = scene_of(view, phrase)
    out.append(f"label-in={scene.words <= arrangement.words}|{phrase.definite}")
    if scene.words & arrangement.words:
        out.append("shares-word")
    if phrase.kind and arrangement.kind:
        out.append(f"kind={phrase.kind == arrangement.kind}|{phrase.kind == 'truce' or arrangement.kind == 'truce'}")
    shared = len(scene.keys & arrangement.keys)
    out.append(f"shared={min(shared, 3)}")
    out.append(f"shared={min(shared, 3)}|{phrase.definite}")
    if scene.countries and arrangement.countries:
        out.append(f"land={bool(scene.countries & arrangement.countries)}|{phrase.definite}")
    if scene.years and arrangement.years:
        out.append(f"years={bool(scene.years & arrangement.years)}")
    label = _label(view, phrase)
    same = label in arrangement.labels
    out.append(f"same-label={same}|{phrase.rule in NOUNS}|{phrase.definite}")
    out.append(f"same-label={same}|{phrase.wanted}|{arrangement.wanted}")
    out += [f"novel={word}" for word in sorted(scene.words - arrangement.words) if phrase.rule in NOUNS]
    out += [
        f"missing={word}"
        for word in _label(view, arrangement.phrases[0]).split()
        if word not in scene.words and phrase.rule in NOUNS
    ][:3]
    length = phrase.length.value if phrase.length is not None else None
    if length and arrangement.lengths:
        out.append(f"length={length in arrangement.lengths}")
    if phrase.place is not None:
        out.append(f"place={phrase.place.name in arrangement.places if arrangement.places else 'one'}")
    for name, theirs in arrangement.marks.items():
        mark = _mark(phrase, name)
        if mark is not None and theirs:
            out.append(f"{name}={mark in theirs}")
        elif mark is not None or theirs:
            out.append(f"{name}-one")
    owners = arrangement.owners
    if phrase.owner is not None and (mine := view.referents.of(phrase.owner)) is not None:
        out.append(f"owner={mine in owners if owners else 'one'}")
    elif owners:
        out.append("owner-theirs")
    rng = view.sentence_range(here)
    out += [f"latest={latest}|w={view.folded[n]}" for n in rng if view.folded[n] in cues()["setting_off"]]
    verb, role = view.grammar.role(last.first, last.end)
    for f in frames(view, verb) if verb >= 0 else ():
        out.append(f"theirs={f}|{role}|{phrase.definite}")
    return out


def arrange(
    view: View, phrases: Sequence[Phrase], speaks: Linear, antecedent: Linear, threshold: float = 0.0
) -> list[Arrangement]:
    """The pauses of a text, each with its candidates, in the order of the text."""
    nouns = [phrase for phrase in phrases if phrase.rule in NOUNS]
    places = {id(phrase): place for place, phrase in enumerate(nouns)}
    found: list[Arrangement] = []
    #: the pauses spoken of last, the latest at the end
    recent: dict[int, Arrangement] = {}
    for phrase in phrases:
        near = sorted(list(recent.values())[-_USUAL:], key=lambda a: a.number)
        features = features_of_candidate(view, phrase) + list(features_of_history(view, phrase, nouns, places))
        score = speaks.score(features)
        begins = phrase.rule in (BEGINNING if near else OPENING)
        if score < threshold or not (begins or near):
            _drop(view, phrase, "speaks of no pause" if score < threshold else "nothing before it to point at", score)
            continue
        best, top = (
            None,
            antecedent.score(features_of_new(view, phrase, near)) - antecedent.threshold if begins else float("-inf"),
        )
        for arrangement in near:
            score = antecedent.score(features_of_pair(view, phrase, arrangement, near))
            if score > top:
                best, top = arrangement, score
        if best is None:
            best = Arrangement(number=len(found))
            found.append(best)
        best.add(view, phrase)
        recent.pop(best.number, None)
        recent[best.number] = best
    return found


def _drop(view: View, phrase: Phrase, why: str, score: float) -> None:
    if view.document.considered is not None:
        span = Span(view.words.starts[phrase.first], view.words.ends[max(phrase.end, phrase.first + 1) - 1])
        view.document.drop(f"id-scope:{phrase.rule}", span, f"{why} ({score:+.1f})")
