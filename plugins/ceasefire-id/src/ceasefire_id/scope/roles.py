"""Who and what stands in which role to a pause: declarers, parties, brokers, members of its scope, its days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ceasefire_id.scope.antecedents import Arrangement
from ceasefire_id.scope.context import bucket, frames, of_name, sentence_bucket
from ceasefire_id.scope.view import Name, View

__all__ = ["features_of_bond", "features_of_topic"]


def features_of_topic(view: View, name: Name, arrangement: Arrangement, known: Sequence[Arrangement]) -> list[str]:
    """Which pause the words around a name are about: asked of each pause, the highest score has it."""
    bond = [f for f in features_of_bond(view, name, arrangement, known) if not f.startswith(("path=", "btw="))]
    here = view.sentence[name.first]
    out = [*bond, *(f"{name.sort}:{f}" for f in bond if f.startswith(("here", "away", "nearest", "contrast", "wanted", "co=")))]
    rng = view.sentence_range(here)
    keys = {n.key for n in view.names_in(rng.start, rng.stop) if n.sort != "time" and n.key != name.key}
    out.append(f"shared={min(len(keys & arrangement.keys), 3)}")
    lands = {c for n in view.names_in(rng.start, rng.stop) if (c := getattr(n.mention, "country", None))}
    if lands and arrangement.countries:
        out.append(f"land={bool(lands & arrangement.countries)}")
    out.append(f"named-with={name.key in arrangement.keys}")
    before = [p for a in known for p in a.phrases if p.first < name.first]
    if before:
        last = max(before, key=lambda p: p.first)
        out.append(f"last={last in arrangement.phrases}")
        out.append(f"last={last in arrangement.phrases}|definite={last.definite}")
    after = [p for a in known for p in a.phrases if p.first > name.first and view.sentence[p.first] == here]
    if after:
        following = min(after, key=lambda p: p.first)
        out.append(f"next={following in arrangement.phrases}")
    return out


def features_of_bond(view: View, name: Name, arrangement: Arrangement, known: Sequence[Arrangement]) -> Iterator[str]:
    """How one mention of a name stands to one pause: distance, path, which other pauses are near."""
    here = view.sentence[name.first]
    mine = [p for p in arrangement.phrases if view.sentence[p.first] == here]
    theirs = [p for a in known if a is not arrangement for p in a.phrases if view.sentence[p.first] == here]
    yield f"pauses={bucket(len(known))}"
    yield f"most={max(known, key=lambda a: len(a.phrases)) is arrangement}"
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
        before = [p for p in arrangement.phrases if view.sentence[p.first] < here]
        last = max(before, key=lambda p: p.first) if before else None
        apart = here - view.sentence[last.first] if last else -1
        yield f"away={sentence_bucket(apart)}"
        yield f"away|rival={bool(theirs)}"
        if last is not None:
            latest = max((p for a in known for p in a.phrases if view.sentence[p.first] < here), key=lambda p: p.first)
            yield f"away-latest={latest in arrangement.phrases}"
            if view.paragraph[last.first] == view.paragraph[name.first]:
                yield "away-paragraph"
