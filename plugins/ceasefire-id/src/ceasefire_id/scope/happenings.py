"""Words that may tell an event of a pause, and what decides which event, of which pause, by whom, where and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.frames import frames_by_lemma
from ceasefire_id.scope.antecedents import Arrangement
from ceasefire_id.scope.candidates import NOUNS
from ceasefire_id.scope.context import around, bucket, frames, sentence_bucket
from ceasefire_id.scope.cues import cues
from ceasefire_id.scope.known import Known
from ceasefire_id.scope.view import Name, View

__all__ = ["features_of_link", "features_of_name", "features_of_trigger", "triggers"]

#: frames whose words may tell an event
EVENTFUL: Final = frozenset(
    [
        "announced",
        "ordered",
        "agreed",
        "started",
        "extended",
        "confirmed",
        "kept",
        "violated",
        "ended",
        "suspended",
        "rejected",
        "demanded",
        "proposed",
        "negotiated",
        "hostility",
        "ceased",
        "accused",
        "denied",
        "promised",
        "bound",
        "hosted",
        "brokered",
        "continued",
        "harmed",
        "excepted",
    ]
)

#: the rules of noun phrases whose words tell no event beside the pause
_NAMING: Final = NOUNS - {"penghentian"}


def triggers(view: View, known: Known) -> list[int]:
    """The words that may tell an event, where the text speaks of a pause: all verbs, and what evokes a frame."""
    if not known:
        return []
    table = frames_by_lemma()
    inside = {n for a in known for p in a.phrases for n in range(p.first, p.end) if p.rule in _NAMING}
    answers = cues()["answers"]
    found = []
    for n in range(view.size):
        if n in view.masks or n in inside:
            continue
        names = table.get(view.lemma(n)) or table.get(view.folded[n], ())
        if not EVENTFUL.isdisjoint(names) or view.grammar.is_verb(n) or view.folded[n] in answers:
            found.append(n)
    return found


def features_of_trigger(view: View, n: int, known: Known) -> list[str]:
    """What a word may tell: its form, its predicate, what stands beside it, and the pauses near it."""
    lemma, word, sentence = view.lemma(n), view.folded[n], view.sentence[n]
    g = view.grammar
    voice = g.voice(n)
    names = frames(view, n)
    out = [f"w={word}", f"l={lemma}", f"l={lemma}|{voice}", f"voice={voice}"]
    out += [f"f={f}" for f in names] + [f"f={f}|{voice}" for f in names]
    facts = g.facts(n) if voice != "noun" else ()
    clause_verb = n
    if voice == "noun":
        clause_verb, role = g.role(n, n + 1)
        out.append(f"noun-role={role}")
        if clause_verb >= 0:
            out += [f"gv={view.lemma(clause_verb)}", f"gv={view.lemma(clause_verb)}|{lemma}"]
            out += [f"gf={f}|{role}" for f in frames(view, clause_verb)]
            facts = g.facts(clause_verb)
    for fact in facts:
        out.append(f"fact={fact}")
        out += [f"fact={fact}|f={f}" for f in names]
    # the auxiliaries right before it
    k, seen = n - 1, 0
    while k >= 0 and view.sentence[k] == sentence and seen < 4:
        if view.folded[k] in cues()["before_verbs"]:
            out.append(f"aux={view.folded[k]}")
            out += [f"aux={view.folded[k]}|f={f}" for f in names]
        elif seen > 1 or view.grammar.is_verb(k):
            if view.grammar.is_verb(k):
                out += [f"pv={view.lemma(k)}"] + [f"pf={f}|{x}" for f in frames(view, k) for x in names]
            break
        k -= 1
        seen += 1
    out += list(around(view, n, n + 1, 3, 3))
    here = known.in_sentence(sentence)
    own = [p for p, _ in here if p.first <= n < max(p.end, p.first + 1)]
    if own:
        out.append(f"is-mention={own[0].rule}")
        out.append(f"is-mention={own[0].rule}|{names[:1]}")
    others = [p for p, _ in here if p not in own]
    if others:
        nearest = min(others, key=lambda p: min(abs(p.first - n), abs(p.end - 1 - n)))
        side = "after" if nearest.first > n else "before"
        gap = nearest.outer - n - 1 if side == "after" else n - nearest.stop
        verb, role = g.role(nearest.first, nearest.end)
        same = verb in (n, clause_verb)
        rel = f"{role if same else 'other-clause'}"
        out += [f"pause={side}", f"pause={side}|{bucket(gap)}", f"prel={rel}", f"prel={rel}|{side}|{voice}"]
        out += [f"prel={rel}|{side}|f={f}" for f in names]
        out += [f"prel={rel}|f={f}|{voice}" for f in names]
        deep, path = g.deep(nearest.first, nearest.end)
        drel = path if deep == n else "other"
        out += [f"drel={drel}|{voice}"] + [f"drel={drel}|f={f}" for f in names]
        out.append(f"prule={nearest.rule}|wanted={nearest.wanted}")
        out += [f"pwant={nearest.wanted}|f={f}" for f in names]
        out += [f"pdef={nearest.definite}|f={f}" for f in names]
        if nearest.governor == n:
            out.append("governs")
            out += [f"governs|f={f}" for f in names]
        between = range(nearest.stop, n) if side == "before" else range(n + 1, nearest.outer)
        if len(between) <= 8:
            out += [f"btw={view.token(k, sentence)}" for k in between]
        commas = sum("," in view.gap(k) for k in between)
        out.append(f"commas={min(commas, 3)}")
        if any(view.folded[k] in ("yang",) for k in between):
            out.append("btw-yang")
            out += [f"btw-yang|f={f}" for f in names]
    else:
        before = known.before(view.sentence_range(sentence).start)
        dist = "none" if before is None else sentence_bucket(sentence - view.sentence[before[0].first])
        out += [f"pause-away={dist}"] + [f"pause-away={dist}|f={f}" for f in names]
    out += [f"mentions={bucket(len(here))}"]
    rng = view.sentence_range(sentence)
    subject = next(
        (
            name
            for name in view.names_in(rng.start, rng.stop, "actor")
            if g.role(name.head.first, name.head.end) == (clause_verb, "subj")
        ),
        None,
    )
    if subject is not None:
        out += [f"subj={subject.kind}"] + [f"subj={subject.kind}|f={f}" for f in names]
    obj = next(
        (
            name
            for name in view.names_in(n, rng.stop)
            if g.role(name.head.first, name.head.end)[0] == clause_verb and name.sort != "time"
        ),
        None,
    )
    if obj is not None:
        role = g.role(obj.head.first, obj.head.end)[1]
        out += [f"dep={obj.sort}|{role}"] + [f"dep={obj.sort}|{role}|f={f}" for f in names]
    if any(name.sort == "time" for name in view.names_in(rng.start, rng.stop)):
        out += [f"dated|f={f}" for f in names]
    if view.document.quotation_at(view.words.starts[n]) is not None:
        out += ["quoted"] + [f"quoted|f={f}" for f in names]
    if view.speaker_at(n) is not None:
        out += ["spoken"] + [f"spoken|f={f}" for f in names]
    out += [f"s={f}" for k in rng if abs(k - n) <= 12 and k != n for f in frames(view, k)]
    out += [f"sw={view.folded[k]}" for k in rng if view.folded[k] in cues()["ties"]]
    if sentence == 0:
        out.append("lead")
    return out


def features_of_link(view: View, n: int, type_: str, arrangement: Arrangement, known: Known) -> Iterator[str]:
    """Whether the event that a word tells is one of this pause."""
    sentence = view.sentence[n]
    yield f"type={type_}"
    here, others = known.mine_and_others(arrangement, sentence)
    if here:
        near = min(here, key=lambda p: abs(p.first - n))
        verb, role = view.grammar.role(near.first, near.end)
        yield "here"
        yield f"here|{role if verb == n else 'other'}"
        yield f"here|{'after' if near.first > n else 'before'}"
        if near.first <= n < max(near.end, near.first + 1):
            yield "itself"
        if near.governor == n:
            yield "governed"
        if others:
            mine = min(abs(p.first - n) for p in here)
            theirs = min(abs(p.first - n) for p in others)
            yield f"nearest={mine < theirs}"
            yield f"nearest={mine < theirs}|{role if verb == n else 'other'}"
    else:
        yield f"away|others={bool(others)}"
        start = view.sentence_range(sentence).start
        own = known.own_before(arrangement, start)
        apart = sentence - view.sentence[own.first] if own is not None else -1
        yield f"away={sentence_bucket(apart)}"
        yield f"away={sentence_bucket(apart)}|type={type_}"
        last = known.before(start)
        if own is not None and last is not None:
            yield f"latest={last[1] is arrangement}"
            yield f"latest={last[1] is arrangement}|type={type_}"
    yield f"most={known.most is arrangement}"
    yield f"first={known[0] is arrangement}"
    yield f"wanted={arrangement.wanted}|type={type_}"
    yield f"contrast={arrangement.contrast}|type={type_}"
    rng = view.sentence_range(sentence)
    keys = {name.key for name in view.names_in(rng.start, rng.stop) if name.sort != "time"}
    yield f"shared={min(len(keys & arrangement.keys), 3)}"
    lands = {c for name in view.names_in(rng.start, rng.stop) if (c := getattr(name.mention, "country", None))}
    if lands and arrangement.countries:
        yield f"land={bool(lands & arrangement.countries)}"


def features_of_name(view: View, n: int, type_: str, name: Name) -> list[str]:
    """Whether a name fills a role of the event that a word tells: who does it, where, when, for how long."""
    sentence, there = view.sentence[n], view.sentence[name.first]
    out = [f"{name.sort}", f"kind={name.kind}|{type_}", f"sent={sentence_bucket(sentence - there)}"]
    g = view.grammar
    verb, role = g.role(name.head.first, name.head.end)
    voice = g.voice(n)
    mine = verb == n
    gov = g.role(n, n + 1)[0] if voice == "noun" else -1
    rel = role if mine else f"gov:{role}" if verb == gov and gov >= 0 else "else"
    out += [f"rel={rel}", f"rel={rel}|{voice}", f"rel={rel}|{type_}", f"rel={rel}|{voice}|{type_}"]
    deep, path = g.deep(name.head.first, name.head.end)
    drel = path if deep == n else "up" if deep >= 0 and deep == gov else "-"
    out += [f"drel={drel}", f"drel={drel}|{voice}", f"drel={drel}|{type_}"]
    side = "before" if name.first < n else "after"
    lo, hi = (name.end, n) if side == "before" else (n + 1, name.first)
    if there == sentence:
        rivals = [x for x in view.names_in(min(lo, hi), max(lo, hi), name.sort) if x.head is not name.head]
        out += [
            f"side={side}|{type_}",
            f"side={side}|{voice}",
            f"rivals={bucket(len(rivals))}|{side}",
            f"gap={bucket(hi - lo)}|{side}",
        ]
        between = list(range(lo, hi))
        if len(between) <= 6:
            out += [f"btw={view.token(k, sentence)}|{side}" for k in between]
            if not between:
                out.append(f"adjacent|{side}|{voice}")
        verbs = sum(g.is_verb(k) for k in between)
        out.append(f"verbs={min(verbs, 3)}|{side}")
        commas = sum("," in view.gap(k) for k in range(lo, hi + 1))
        out.append(f"commas={min(commas, 3)}|{side}")
    if name.head is not name:
        out.append("listed")
    else:
        out.append("first-of-list")
    out += [
        f"p={view.token(name.first - 1, there)}",
        f"p={view.token(name.first - 1, there)}|{type_}",
        f"hp={view.token(name.head.first - 1, there)}",
        f"p2={view.token(name.first - 2, there)}",
    ]
    out += [f"a={view.token(name.end, there)}"]
    speaker = view.speaker_at(n)
    if speaker is not None and isinstance(name.mention, ActorMention):
        same = view.referents.of(speaker) is view.referents.of(name.mention)
        out += [f"speaker={same}|{type_}", f"speaker={speaker is name.mention}"]
    if name.sort == "time":
        value = getattr(name.mention, "value", None) or ""
        out.append(f"digits={value[:4].isdigit()}|{len(value)}")
        published = view.document.published
        if published and value[:4].isdigit():
            v = value[:10]
            out.append(f"future={v > published.isoformat()[: len(v)]}")
    return out
