"""What a statement holds of which pause: from the words inside its span, its verb and who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ceasefire.mentions import StatementMention
from ceasefire_id.scope.antecedents import Arrangement
from ceasefire_id.scope.context import bucket, frames, predicate, sentence_bucket
from ceasefire_id.scope.cues import cues
from ceasefire_id.scope.view import View

if TYPE_CHECKING:
    from ceasefire_id.scope.outcome import Outcome

__all__ = ["Saying", "features_of_stance", "features_of_subject", "sayings"]


@attrs.frozen(eq=False)
class Saying:
    """A statement in words: the first and the one past the last, the verb, who speaks."""

    mention: StatementMention
    first: int
    end: int
    verb: int
    #: the key of who speaks, as names have it
    speaker: tuple[str, object] | None


def sayings(view: View) -> list[Saying]:
    """All statements of a document."""
    at = view.words.first_at
    found = []
    for mention in view.document.of(StatementMention):
        first = at(mention.span.start)
        end = max(at(mention.span.end), first + 1)
        verb = at(mention.verb.start) if mention.verb is not None else -1
        referent = view.referents.of(mention.speaker) if mention.speaker is not None else None
        found.append(Saying(mention, first, min(end, view.size), verb, ("a", referent.number) if referent else None))
    return [saying for saying in found if saying.first < view.size]


def _verb(view: View, saying: Saying) -> list[str]:
    if saying.verb < 0 or saying.verb >= view.size:
        return ["verb=none"]
    return [f"verb={view.lemma(saying.verb)}", *(f"verb~{f}" for f in frames(view, saying.verb))]


def _standing(saying: Saying, arrangement: Arrangement, outcome: Outcome) -> list[str]:
    """Who speaks, seen from the pause."""
    out = []
    for role in ("declared_by", "parties", "brokers", "excludes"):
        if any(name.key == saying.speaker for name in outcome.roles.get((arrangement.number, role), ())):
            out.append(role)
    return out or ["outsider"]


def features_of_subject(view: View, saying: Saying, arrangement: Arrangement, outcome: Outcome) -> list[str]:
    """Whether a statement is about this pause."""
    known = outcome.pauses
    spoken = known.within(saying.first, saying.end)
    inside = [p for p, a in spoken if a is arrangement]
    others = [p for p, a in spoken if a is not arrangement]
    out = [
        f"inside={min(len(inside), 2)}",
        f"inside={bool(inside)}|others={bool(others)}",
        f"pauses={bucket(len(known))}",
    ]
    verb = _verb(view, saying)
    out += verb + [f"inside={bool(inside)}|{v}" for v in verb]
    out += [f"form={saying.mention.form}|inside={bool(inside)}"]
    if inside:
        near = inside[0]
        out.append(f"at={bucket(near.first - saying.first)}")
        out += [
            f"in:{f}" for f in predicate(view, near.first, near.end) if f.startswith(("f=", "role=", "fact=", "d="))
        ]
        out.append(f"in:rule={near.rule}")
        if others:
            out.append(f"earlier={near.first < min(p.first for p in others)}")
    else:
        sentence = view.sentence[saying.first]
        beside = known.mine_and_others(arrangement, sentence)[0]
        out.append(f"beside={bool(beside)}|others={bool(others)}")
        before = known.before(saying.first)
        mine = before is not None and before[1] is arrangement
        if before is not None:
            last = before[0]
            apart = sentence - view.sentence[last.first]
            out += [f"last={mine}|{sentence_bucket(apart)}", f"last={mine}"]
            out.append(f"paragraph={view.paragraph[last.first] == view.paragraph[saying.first]}|{mine}")
        seen = sorted({f for n in range(saying.first, saying.end) if n not in view.masks for f in frames(view, n)})
        out += [f"has~{f}" for f in seen]
        out += [f"has~{f}|last={mine if before is not None else []}" for f in seen]
    for event in outcome.events:
        if saying.first <= event.word < saying.end:
            out.append(f"event={event.pause is arrangement}")
            out.append(f"event={event.pause is arrangement}|{event.type}")
        elif event.word == saying.verb:
            out.append(f"verb-event={event.pause is arrangement}|{event.type}")
    out += [f"by={role}|inside={bool(inside)}" for role in _standing(saying, arrangement, outcome)]
    out.append(f"most={known.most is arrangement}|inside={bool(inside)}")
    return out


def features_of_stance(view: View, saying: Saying, about: Arrangement | None, outcome: Outcome) -> list[str]:
    """What a statement holds of the pause that it is about."""
    out = [*_verb(view, saying), f"about={about is not None}", f"form={saying.mention.form}"]
    negations = cues()["negations"]
    for n in range(saying.first, min(saying.end, saying.first + 60)):
        if n in view.masks:
            continue
        lemma = view.lemma(n)
        negated = view.word(n - 1) in negations or view.word(n - 2) in negations
        out.append(f"l={lemma}|{negated}")
        for f in frames(view, n):
            out.append(f"f={f}|{negated}")
            if n == saying.first or n == saying.first + 1:
                out.append(f"first~{f}|{negated}")
        if view.folded[n] in negations:
            out.append("not")
    if about is not None:
        inside = [p for p, a in outcome.pauses.within(saying.first, saying.end) if a is about]
        out += [f"inside={bool(inside)}", f"status={outcome.status.get(about.number)}", f"wanted={about.wanted}"]
        for phrase in inside[:2]:
            out += [
                f"p:{f}"
                for f in predicate(view, phrase.first, phrase.end)
                if f.startswith(("f=", "role=", "fact=", "v=", "dv="))
            ]
            out.append(f"p:wanted={phrase.wanted}")
            if phrase.governor >= 0:
                out += [f"gov~{f}" for f in frames(view, phrase.governor)]
        out += [f"by={role}" for role in _standing(saying, about, outcome)]
        out += [f"by={role}|{v}" for role in _standing(saying, about, outcome) for v in _verb(view, saying) if "~" in v]
        for event in outcome.events:
            if saying.first <= event.word < saying.end and event.pause is about:
                mine = event.by is not None and event.by.key == saying.speaker
                out += [f"event={event.type}", f"event={event.type}|mine={mine}"]
            elif event.word == saying.verb and event.pause is about:
                out.append(f"verb-event={event.type}")
    return out
