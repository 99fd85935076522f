"""What the statements and sentences before a statement give it: a charge to answer, a refusal to repeat, `this`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ceasefire.mentions import EventMention, PauseMention, StatementMention
from ceasefire_id.statements.blame import no_attack
from ceasefire_id.statements.said import REACH, Said, pause_before
from ceasefire_id.statements.scene import Draft

__all__ = ["echoed", "just_rejected", "last_charge", "passes_judgement", "rejected_before"]

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
    same = not {"sama", "serupa"}.isdisjoint(said.words) and said.has("likewise")
    return ("demands", last.about) if last.stance == "supports" and same and said.has("wish") else None


def passes_judgement(said: Said, opinion: str | None) -> tuple[str, PauseMention] | None:
    """`"Ini awal yang baik," kata S`, after words of the pause in the same paragraph."""
    deictic = not said.cues["deictic"].isdisjoint(said.words[: 2 * REACH])
    if opinion is None or said.draft.form != "direct" or not deictic:
        return None
    scene, position = said.scene, said.draft.start
    begin = scene.document.paragraph_at(position).start
    before = scene.words.folded[scene.words.first_at(begin) : said.first]
    spoken_of = said.points_back(before) or bool(scene.document.starting_in(PauseMention, begin, position))
    pause = pause_before(scene, position) if spoken_of else None
    return (opinion, pause) if pause else None


def just_rejected(said: Said) -> PauseMention | None:
    """The pause whose rejection has just been told, where the speaker's own words name it without a pointer."""
    document, position = said.scene.document, said.draft.start
    if said.topics[0].definite:
        return None
    begin = max(document.paragraphs[max(0, document.paragraph_number(position) - 1)].start, position - _ANSWER)
    told = [e for e in document.starting_in(EventMention, begin, position) if e.type == "rejected"]
    return told[-1].pause if told else None


def rejected_before(said: Said) -> PauseMention | None:
    """The pause whose rejection the sentences before tell, where the speaker refuses again to talk or to stop."""
    if not said.negates("not_taken"):
        return None
    document, position = said.scene.document, said.draft.start
    begin = max(document.paragraph_at(position).start, position - _ANSWER)
    told = document.starting_in(EventMention, begin, position)
    return told[-1].pause if told and told[-1].type == "rejected" else None


def last_charge(draft: Draft, before: Sequence[StatementMention]) -> StatementMention | None:
    """The one of the last statements before that says that a pause is broken."""
    for statement in reversed(before[-3:]):
        if statement.stance == "accuses" and draft.start - statement.span.end < _ANSWER:
            return statement
    return None
