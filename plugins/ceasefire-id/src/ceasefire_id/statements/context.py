"""What the statements and sentences before a statement give it: a charge to answer, a refusal to repeat, `this`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ceasefire.mentions import EventMention, PauseMention, ScopeMention, StatementMention
from ceasefire_id.statements.antecedents import pause_before
from ceasefire_id.statements.blame import no_attack
from ceasefire_id.statements.said import REACH, Said
from ceasefire_id.statements.scene import Draft

__all__ = [
    "breach_before",
    "echoed",
    "has_just_refused",
    "is_just_told",
    "just_rejected",
    "last_charge",
    "passes_judgement",
    "rejected_before",
    "told_of",
]

#: code points between a charge and its answer
_ANSWER: Final = 900


def echoed(said: Said, before: Sequence[StatementMention]) -> tuple[str, PauseMention] | None:
    """What goes on with the statement before it: a refusal again, or a wish that others do the same."""
    last = before[-1] if before else None
    if last is None or last.about is None or said.draft.start - last.span.end > _ANSWER:
        return None
    if last.stance == "denies" and last.speaker is not None and said.has("own") and no_attack(said):
        return "denies", last.about
    if last.stance == "rejects" and said.negates("not_taken", future=True):
        return "rejects", last.about
    goes_on = last.stance == "accuses" and last.speaker is not None and said.is_by_speaker_of(last)
    meant = said.words[0] in said.cues["deictic"] and said.has("deliberate")
    if goes_on and (meant or said.has("attack", "attacked")) and not said.has("own", "negations"):
        return "accuses", last.about
    same = not {"sama", "serupa"}.isdisjoint(said.words) and said.has("likewise")
    return ("demands", last.about) if last.stance == "supports" and same and said.has("wish") else None


def passes_judgement(
    said: Said, opinion: str | None, before: Sequence[StatementMention]
) -> tuple[str, PauseMention] | None:
    """`"Ini awal yang baik," kata S`, after words of the pause in the same paragraph."""
    if opinion is None or (said.draft.form != "direct" and not said.called_back):
        return None
    deictic = bool(said.called_back) or not said.cues["deictic"].isdisjoint(said.words[: 2 * REACH])
    last = before[-1] if before else None
    if deictic and last is not None and last.about is not None and said.is_by_speaker_of(last) and _is_next(said, last):
        return opinion, last.about
    gives = "memberi" in said.words  # `kami tidak akan memberi mereka waktu bernapas`
    if not gives and not ((deictic or _is_label(said)) and is_just_told(said)):
        return None
    scene, position = said.scene, said.draft.start
    begin = scene.document.paragraph_at(position).start
    if scene.words.first_at(begin) == said.first:
        # It opens its paragraph: what it judges stands in the one before.
        begin = scene.document.paragraphs[max(0, scene.document.paragraph_number(position) - 1)].start
    words = scene.words.folded[scene.words.first_at(begin) : said.first]
    spoken_of = said.points_back(words) or bool(scene.document.starting_in(PauseMention, begin, position))
    pause = pause_before(scene, position) if spoken_of else None
    return (opinion, pause) if pause else None


def _is_next(said: Said, last: StatementMention) -> bool:
    """Whether a statement follows another in the same sentence or the next."""
    document = said.scene.document
    own = document.sentence_at(said.draft.start).start
    return last.span.end >= document.sentence_at(max(0, own - 2)).start


def _is_label(said: Said) -> bool:
    """Whether a statement is a judgement without a subject, or tells of relief: `Sebuah langkah maju`, `Kami lega`."""
    return said.words[0] in said.cues["label"] or said.has("relieved")


def is_just_told(said: Said) -> bool:
    """Whether the sentence before, or the words before in its own, speak of the pause."""
    scene = said.scene
    own = scene.document.sentence_at(said.draft.start).start
    begin = scene.document.sentence_at(max(0, own - 2)).start
    before = scene.words.folded[scene.words.first_at(begin) : said.first]
    return bool(scene.document.starting_in(PauseMention, begin, said.draft.start)) or said.points_back(before)


def just_rejected(said: Said) -> PauseMention | None:
    """The pause whose rejection has just been told, where the speaker's own words name it without a pointer."""
    document, position = said.scene.document, said.draft.start
    if said.topics[0].definite:
        return None
    begin = max(document.paragraphs[max(0, document.paragraph_number(position) - 1)].start, position - _ANSWER)
    told = [e for e in document.starting_in(EventMention, begin, position) if e.type == "rejected"]
    return told[-1].pause if told else None


def has_just_refused(said: Said) -> bool:
    """`S menolak P dan menyebutnya "Q"`, in one sentence or two: whatever S calls it, S does not want it."""
    document, position = said.scene.document, said.draft.start
    here = document.sentence_at(position).start
    begin = max(document.sentence_at(max(0, here - 2)).start, document.paragraph_at(position).start)
    told = document.starting_in(EventMention, begin, position)
    refusing = [e for e in told if e.type == "rejected" and e.actor is not None]
    speaker = said.draft.speaker
    pointed = speaker is not None and speaker.anaphor is not None
    return bool(refusing) and (pointed or any(e.actor is not None and said.is_speaker(e.actor) for e in refusing))


def rejected_before(said: Said, judged: str | None) -> PauseMention | None:
    """The pause whose rejection the sentences before tell, where the speaker refuses again to talk or to stop.

    `judged` is what the statement thinks of something without a name.
    """
    vowed = said.has("own") and not {"akan", "takkan"}.isdisjoint(said.words) and said.has("negations")
    vowed = vowed or judged == "rejects"
    if not said.negates("not_taken") and not vowed:
        return None
    document, position = said.scene.document, said.draft.start
    begin = max(document.paragraph_at(position).start, position - _ANSWER)
    if vowed and not said.negates("not_taken"):
        # Any vow will do right after the refusal, in its own sentence or the next.
        begin = max(begin, document.sentence_at(max(0, document.sentence_at(position).start - 2)).start)
    told = document.starting_in(EventMention, begin, position)
    return told[-1].pause if told and told[-1].type == "rejected" else None


def breach_before(said: Said) -> PauseMention | None:
    """The pause of which the sentence before, or its own before it, tells a breach: `A melanggar P. A menyangkal …`."""
    document, position = said.scene.document, said.draft.start
    begin = document.sentence_at(max(0, document.sentence_at(position).start - 2)).start
    told = [event for event in document.starting_in(EventMention, begin, position) if event.type == "violated"]
    return told[-1].pause if told else None


def told_of(said: Said) -> PauseMention | None:
    """The pause of which its own words tell where it holds or what has become of it, though they do not name it."""
    document, span = said.scene.document, said.draft.span
    if said.named:
        return None  # what it names, it names beside
    parts, events = document.within(ScopeMention, span), document.within(EventMention, span)
    pause = parts[0].pause if parts else events[0].pause if events else None
    before = document.starting_in(EventMention, max(0, span.start - 2 * _ANSWER), span.start)
    refused = bool(before) and before[-1].type == "rejected"
    return pause if pause is not None and not (pause.wanted or refused) else None


def last_charge(draft: Draft, before: Sequence[StatementMention]) -> StatementMention | None:
    """The one of the last statements before that says that a pause is broken."""
    for statement in reversed(before[-3:]):
        if statement.stance == "accuses" and draft.start - statement.span.end < _ANSWER:
            return statement
    return None
