"""Where a reported clause begins after its verb, and where it ends.

Between the verb and the clause may stand a time, an addressee, a channel (`pada Senin`, `kepada wartawan`, `dalam
jumpa pers`); none of it is text. The clause ends with its sentence, unless a source tag, a further verb of
saying of the same speaker, or another speaker's clause comes first. A comma alone ends nothing.
"""

from __future__ import annotations

from typing import Final, Literal

import attrs

from ceasefire.mentions import ActorMention, RegionMention, TimeMention
from ceasefire_id.statements.predicates import main_predicate
from ceasefire_id.statements.scene import Scene

__all__ = ["Opening", "clause_end", "clause_opening", "closing_tag"]

#: what parts verb and clause; `stop` is a comma right after the verb
Link = Literal["bahwa", "stop", "comma", "colon", "bare"]

#: go between a verb of saying and its clause without meaning anything for either
_BETWEEN: Final = frozenset(("juga", "lagi", "pula", "kembali", "lantas", "kemudian", "pun"))
_THAT: Final = frozenset(("bahwa", "bahwasanya", "kalau"))
#: open the channel with which a clause may close
_HOW: Final = frozenset(("dalam", "lewat", "melalui"))
_QUOTES: Final = "“”„\"«‘'"
#: words that a phrase between verb and clause may reach over
_PHRASE_REACH: Final = 26
#: words between a contrast and the verb of saying of its clause
_SPEAKER_REACH: Final = 16


@attrs.frozen
class Opening:
    """Where what is said begins."""

    #: the number of its first word
    first: int
    #: what stands right before it
    link: Link
    #: when it was said
    date: TimeMention | None = None


def clause_opening(scene: Scene, verb: int, stop: int) -> Opening | None:
    """Where the clause after a verb of saying begins, before the word `stop`; null where nothing follows."""
    number = verb + 1
    link: Link = "bare"
    date: TimeMention | None = None
    while number < stop:
        gap, word = scene.gap(number), scene.word(number)
        if ":" in gap:
            return Opening(number, "colon", date)
        if "," in gap:
            link = "stop" if number == verb + 1 else "comma"
        if word in _THAT:
            return Opening(number + 1, "bahwa", date) if number + 1 < stop else None
        following = _after_time(scene, number)
        if following is not None:
            number, date = following
            link = "comma" if link == "stop" else link
            continue
        if "(" in gap:
            number = _after_bracket(scene, number, stop)
        elif any(mark in gap for mark in _QUOTES):
            return Opening(number, link, date)
        elif word in _BETWEEN:
            number += 1
        elif word in scene.speech.prepositions and (after := _after_phrase(scene, number, stop)) is not None:
            date = date or _time_between(scene, number, after)
            number, link = after, "bare"
        else:
            return Opening(number, link, date)
    return None


def _after_time(scene: Scene, number: int) -> tuple[int, TimeMention] | None:
    """The word after a time that starts at a word, or after `pada`."""
    start = number + 1 if scene.word(number) in ("pada", "hari", "sejak") else number
    time = scene.time_at(start) or scene.time_at(number)
    if time is None or time.type in ("DURATION", "SET"):
        return None
    return scene.after(time.span), time


def _time_between(scene: Scene, first: int, end: int) -> TimeMention | None:
    found = scene.document.starting_in(TimeMention, scene.start(first), scene.start(end))
    return next((time for time in found if time.type in ("DATE", "TIME")), None)


def _after_bracket(scene: Scene, number: int, stop: int) -> int:
    number += 1
    while number < stop and ")" not in scene.gap(number):
        number += 1
    return number


def _after_phrase(scene: Scene, number: int, stop: int) -> int | None:
    """The word after a phrase that a preposition opens, so that the clause begins there; null if it cannot be told."""
    limit = min(stop, number + _PHRASE_REACH)
    for ahead in range(number + 1, limit):
        word = scene.word(ahead)
        if word in _THAT:
            return ahead
        if (
            scene.word(number) == "kepada"
            and _is_purpose(scene, ahead)
            and scene.word(number - 1) in scene.speech.demand
        ):
            return ahead  # `menyerukan kepada kedua kubu untuk segera VP`
        if word in scene.speech.reporting or ":" in scene.gap(ahead):
            break
    if (comma := _comma_after(scene, number, limit)) is not None:
        return comma
    return _eaten(scene, number, stop)


def _is_purpose(scene: Scene, number: int) -> bool:
    """Whether a word opens what somebody is asked to do."""
    word, following = scene.word(number), scene.word(number + 1)
    asked = scene.syntax.is_verb(number + 1) or following in ("segera", "tidak", "tetap", "terus", "kembali", "saling")
    return word in ("agar", "supaya") or (word == "untuk" and asked)


def _comma_after(scene: Scene, number: int, limit: int) -> int | None:
    """The word after the first comma, if no finite verb stands before it but in a relative clause."""
    relative = False
    for ahead in range(number + 1, limit):
        if "," in scene.gap(ahead):
            return ahead
        if scene.word(ahead) == "yang":
            relative = True
        elif scene.syntax.is_verb(ahead):
            if not relative:
                return None
            relative = False
    return None


def _eaten(scene: Scene, number: int, stop: int) -> int | None:
    """The word after preposition and noun phrase: a name, an addressee, a channel with its adjectives."""
    speech = scene.speech
    fillers = speech.channels | speech.addressees | speech.attributes
    preposition = scene.word(number)
    number += 1
    begun = number
    while number < stop:
        word = scene.word(number)
        mention = scene.actor_at(number)
        region = scene.document.starting_at(RegionMention, scene.start(number))
        if begun != number and scene.gap(number).strip():
            break
        if mention is not None and (number == begun or (mention.kind == "media" and preposition == "kepada")):
            number = scene.after(mention.span)
        elif region is not None:
            number = scene.after(region.span)
        elif word in fillers or (number > begun and scene.capital(number) and scene.capital(number - 1)):
            number += 1
        else:
            break
    return number if begun < number < stop else None


# ---- the right edge ----------------------------------------------------------------------------------------------


def clause_end(scene: Scene, first: int, stop: int) -> int:
    """The word before which the clause that begins at `first` ends, at `stop` at the latest."""
    joints = scene.speech.joints
    for number in range(first + 1, stop):
        word, gap = scene.word(number), scene.gap(number)
        if (gap == " " and word not in joints) or scene.is_quoted(number):
            continue
        if "," in gap and closing_tag(scene, number, stop):
            return number
        if word in _HOW and _says_how(scene, number, stop):
            return number
        if ";" in gap and _is_retold(scene, number, stop):
            return number
        if _chains(scene, number, stop) or _another_speaks(scene, number, stop):
            return number
        if _narrates(scene, first, number, stop):
            return number
    return stop


def _narrates(scene: Scene, first: int, number: int, stop: int) -> bool:
    """Whether the narrator takes over from a whole clause: `C—sehari setelah C`, `C, tak lama sesudah C`."""
    gap = scene.gap(number)
    if "—" in gap or " -- " in gap:
        return True
    if "," not in gap or main_predicate(scene, first, number) is None:
        return False
    time = scene.time_at(number)
    at = scene.after(time.span) if time is not None and time.type == "DURATION" else number
    if at == number and scene.word(number) in ("tak", "tidak") and scene.word(number + 1) == "lama":
        at = number + 2
    return number < at < stop and scene.word(at) in ("setelah", "sesudah", "sebelum", "sejak", "usai")


def _is_retold(scene: Scene, number: int, stop: int) -> bool:
    """Whether what follows a semicolon is no longer said: it has a verb of saying of its own, or tells an act."""
    if scene.word(number) in scene.speech.according:
        return True
    words = {scene.word(n) for n in range(number, stop)}
    return not words.isdisjoint(scene.speech.voicing) or words.isdisjoint(scene.speech.predicates | {"dikecualikan"})


def _says_how(scene: Scene, number: int, stop: int) -> bool:
    """Whether the sentence closes with the channel: `C dalam sebuah pernyataan pada Senin.`"""
    following = number + 1
    while following < stop and scene.word(following) in ("sebuah", "suatu", "satu"):
        following += 1
    if following >= stop or scene.word(following) not in scene.speech.media:
        return False
    return not any("," in scene.gap(n) or scene.syntax.is_verb(n) for n in range(number + 1, stop))


def closing_tag(scene: Scene, number: int, stop: int) -> bool:
    """Whether a word after a comma opens a source tag: `, kata S`, `, menurut S`, `, seperti dilansir M`."""
    speech, word = scene.speech, scene.word(number)
    if word in speech.safe or word in speech.safe_possessed:
        return f"{word} {scene.word(number + 1)}" not in speech.idioms
    if word in speech.according or word in speech.credit:
        return True
    if word in speech.after_clause_possessed:
        return number + 1 == stop or "," in scene.gap(number + 1)
    if word in speech.after_clause:
        return scene.actor_at(number + 1) is not None
    if word in ("seperti", "sebagaimana", "demikian"):
        return number + 1 < stop and (scene.word(number + 1) in speech.credit or word == "demikian")
    return False


def _next_verb(scene: Scene, number: int, stop: int) -> int:
    """The word after adverbs, auxiliaries and negations that follow a conjunction."""
    number += 1
    while number < stop and (
        scene.word(number) in scene.speech.adverbs or scene.word(number) in scene.speech.negations
    ):
        number += 1
    return number


def _chains(scene: Scene, number: int, stop: int) -> bool:
    """Whether a conjunction joins a further verb of saying of the same speaker: `dan mendesak`."""
    speech = scene.speech
    if scene.word(number) not in speech.chains:
        return False
    verb = _next_verb(scene, number, stop)
    # `tetapi berjanji VP` parts from what is said; `dan berjanji VP` may be told of somebody else.
    pledged = scene.word(number) in ("tetapi", "tapi", "namun") and scene.word(verb) in speech.pledge
    return verb < stop and (pledged or scene.word(verb) in speech.chained) and not scene.gap(verb).strip()


def _reports_beside(scene: Scene, number: int, stop: int) -> bool:
    """Whether somebody named at a word is the subject of a verb of saying with `bahwa`."""
    actor = scene.actor_at(number)
    verb = scene.after(actor.span) if actor is not None else stop
    while verb < stop and scene.word(verb) in scene.speech.adverbs:
        verb += 1
    return verb + 1 < stop and scene.word(verb) in scene.speech.reporting and scene.word(verb + 1) in _THAT


def _another_speaks(scene: Scene, number: int, stop: int) -> bool:
    """Whether a clause opens here whose own subject speaks: `, sedangkan S mengatakan`, `, ia juga mengatakan`."""
    speech, word = scene.speech, scene.word(number)
    parted = "," in scene.gap(number)
    if word in speech.contrasts and scene.word(number + 1) in speech.according:
        return True
    if word in ("dan", "serta") and not parted:
        # `C dan seorang pejabat menyebutkan bahwa C`
        return _reports_beside(scene, number + 1, stop)
    if word in speech.contrasts and (parted or word in ("sedangkan", "sementara")):
        begin = number + 1
    elif parted:
        begin = number
    else:
        return False
    actors = scene.document.starting_in(
        ActorMention, scene.start(begin), scene.start(min(begin + _SPEAKER_REACH, stop))
    )
    if begin == number and (not actors or actors[0].span.start != scene.start(begin)):
        return False
    if not actors:
        return False
    for ahead in range(begin, min(begin + _SPEAKER_REACH, stop)):
        if scene.word(ahead) in ("yang", "bahwa"):
            return False
        if scene.syntax.is_verb(ahead) and scene.start(ahead) >= actors[0].span.end:
            word = scene.word(ahead)
            taken_up = word.removesuffix("nya") in speech.refuse | speech.deny | speech.act
            return word in speech.reporting or (taken_up and word.endswith("nya"))
    return False
