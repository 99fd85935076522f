"""Who and what stands in which role to a pause: declarers, parties, brokers, members of its scope, its days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from ceasefire_id.decisions import Linear
from ceasefire_id.scope.antecedents import Arrangement
from ceasefire_id.scope.context import bucket, frames, of_name, sentence_bucket, side_of
from ceasefire_id.scope.known import Known
from ceasefire_id.scope.view import Name, View

__all__ = ["features_of_bearer", "features_of_bond", "features_of_pairing", "features_of_topic", "topic_of"]

#: says which pause the words around a name are about
Topic: TypeAlias = "Callable[[Name], Arrangement]"


def features_of_topic(view: View, name: Name, arrangement: Arrangement, known: Known) -> list[str]:
    """Which pause the words around a name are about: asked of each pause, the highest score has it."""
    bond = [f for f in features_of_bond(view, name, arrangement, known) if not f.startswith(("path=", "btw="))]
    here = view.sentence[name.first]
    out = [
        *bond,
        *(f"{name.sort}:{f}" for f in bond if f.startswith(("here", "away", "nearest", "contrast", "wanted", "co="))),
    ]
    rng = view.sentence_range(here)
    keys = {n.key for n in view.names_in(rng.start, rng.stop) if n.sort != "time" and n.key != name.key}
    out.append(f"shared={min(len(keys & arrangement.keys), 3)}")
    lands = {c for n in view.names_in(rng.start, rng.stop) if (c := getattr(n.mention, "country", None))}
    if lands and arrangement.countries:
        out.append(f"land={bool(lands & arrangement.countries)}")
    out.append(f"named-with={name.key in arrangement.keys}")
    before = known.before(name.first)
    if before is not None:
        last, owner = before
        out += [f"last={owner is arrangement}", f"last={owner is arrangement}|definite={last.definite}"]
    following = next((a for p, a in known.in_sentence(here) if p.first > name.first), None)
    if following is not None:
        out.append(f"next={following is arrangement}")
    return out


def features_of_bond(view: View, name: Name, arrangement: Arrangement, known: Known) -> Iterator[str]:
    """How one mention of a name stands to one pause: distance, path, which other pauses are near."""
    here = view.sentence[name.first]
    mine, theirs = known.mine_and_others(arrangement, here)
    yield f"pauses={bucket(len(known))}"
    yield f"most={known.most is arrangement}"
    yield f"wanted={arrangement.wanted}"
    yield f"contrast={arrangement.contrast}"
    if mine:
        near = min(mine, key=lambda p: min(abs(p.first - name.end), abs(name.first - p.stop)))
        side = "after" if near.first >= name.first else "before"
        lo, hi = (near.stop, name.head.first) if side == "before" else (name.end, near.outer)
        verb, role = view.grammar.role(near.first, near.end)
        nverb, nrole = view.grammar.role(name.head.first, name.head.end)
        yield "here"
        yield f"here|{side}"
        yield f"here|{side}|{bucket(hi - lo)}"
        if verb == nverb and verb >= 0:
            yield f"co={role}|{nrole}"
            for f in frames(view, verb):
                yield f"co={role}|{nrole}|{f}"
        dverb, dpath = view.grammar.deep(near.first, near.end)
        nd, npath = view.grammar.deep(name.head.first, name.head.end)
        if dverb == nd and dverb >= 0:
            yield f"dco={dpath}|{npath}"
            for f in frames(view, dverb):
                yield f"dco={f}|{npath}"
        between = [k for k in range(lo, hi) if 0 <= k < view.size]
        if 0 <= len(between) <= 7:
            tokens = [view.token(k, here) for k in between]
            yield f"path={side}:{' '.join(tokens[:4])}"
            for t in tokens:
                yield f"btw={side}:{t}"
        if hi == lo:
            yield f"adjacent|{side}"
        if near.governor >= 0:
            for f in frames(view, near.governor):
                yield f"pgov={f}"
        verbs = sum(view.grammar.is_verb(k) for k in between)
        yield f"verbs={min(verbs, 3)}|{side}"
        if theirs:
            a = min(abs(p.first - name.first) for p in mine)
            b = min(abs(p.first - name.first) for p in theirs)
            yield f"nearest={a <= b}"
        if near.owner is not None and near.owner is name.mention:
            yield "owner"
        if near.place is name.mention:
            yield "place"
    else:
        start = view.sentence_range(here).start
        last = known.own_before(arrangement, start)
        apart = here - view.sentence[last.first] if last else -1
        yield f"away={sentence_bucket(apart)}"
        yield f"away|rival={bool(theirs)}"
        if last is not None:
            before = known.before(start)
            yield f"away-latest={before is not None and before[1] is arrangement}"
            if view.paragraph[last.first] == view.paragraph[name.first]:
                yield "away-paragraph"


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
            if frame in (
                "hostility",
                "brokered",
                "agreed",
                "announced",
                "negotiated",
                "said",
                "accused",
                "monitored",
                "demanded",
                "violated",
            ):
                out.append(f"ever={frame}|{role}")
        if view.token(name.head.first - 1, view.sentence[name.first]) in ("antara", "lawan", "terhadap"):
            out.append(f"ever-after={view.token(name.head.first - 1, view.sentence[name.first])}")
    return sorted(set(out))


def standing_of(view: View, key: tuple[str, object], name: Name) -> list[str]:
    """How much of the fighting and of the text is an actor's, beside the other actors of its sort."""
    table = view.ranks()
    fights, often = table.get(key, (9, 9))
    side = side_of(name)
    return [
        f"fights={min(fights, 4)}|{side}",
        f"often={min(often, 4)}|{side}",
        f"office={bool(getattr(name.mention, 'office', None))}",
    ]


def features_of_pairing(
    view: View,
    name: Name,
    arrangement: Arrangement,
    known: Known,
    cache: dict[int, list[str]],
    topic: Topic | None = None,
) -> list[str]:
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


def topic_of(view: View, known: Known, scorer: Linear) -> Topic:
    """A function that says which pause the words around a name are about."""
    memory: dict[int, Arrangement] = {}

    def topic(name: Name) -> Arrangement:
        found = memory.get(id(name))
        if found is None:
            rows = [
                (scorer.score(features_of_topic(view, name, a, known)), -a.number, a) for a in known.near(name.first)
            ]
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
        day = "after" if v > iso[: len(v)] else "same" if v == iso[: len(v)] else "year" if v[:4] == iso[:4] else "old"
        out.append(f"day={day}")
    return out
