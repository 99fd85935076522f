"""Whom a tag without a name takes up, and which of two readings of one stretch stays."""

from __future__ import annotations

from ceasefire.mentions import ActorMention
from ceasefire_id.statements.scene import Draft, Scene
from ceasefire_id.statements.speakers import Speakers

__all__ = ["name_speakers", "without_repeats"]


def without_repeats(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts in order of the text, without those that another one says already.

    A clause that a media tag closes was said by its own speaker, through the outlet.
    """
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end, d.verb)):
        rival = next((other for other in reversed(kept[-4:]) if _shared(other, draft) > 0), None)
        if rival is None:
            kept.append(draft)
        elif (
            draft.form == "direct"
            and rival.form == "indirect"
            and _shared(rival, draft) > 0.8 * (rival.end - rival.start)
        ):
            kept[kept.index(rival)] = draft
        elif rival.rule == "tag" and rival.speaker is not None and rival.speaker.kind == "media":
            draft.via = rival.speaker
            kept[kept.index(rival)] = draft
    return kept


def _shared(one: Draft, other: Draft) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def name_speakers(scene: Scene, speakers: Speakers, drafts: list[Draft], triggers: list[int]) -> None:
    """Give a speaker to each draft that only takes one up: `katanya`, a quotation without a tag, `disebutkan`."""
    verbs = {draft.verb for draft in drafts}
    voices = [(d.verb if d.verb >= 0 else scene.words.first_at(d.start), d) for d in drafts]
    acts = [
        (n, None)
        for n in triggers
        if n not in verbs and scene.word(n) in scene.speech.voicing and not scene.is_quoted(n)
    ]
    last: ActorMention | None = None
    last_at = -1
    waiting: list[Draft] = []
    for number, draft in sorted([*voices, *acts], key=lambda pair: (pair[0], pair[1] is None)):
        if draft is None:
            found = speakers.before(number)
            if found is not None and found.kind != "media":
                last, last_at = found, number
            continue
        if draft.speaker is None and draft.again:
            if draft.ahead:
                waiting.append(draft)
                continue
            draft.speaker = _subject_between(scene, draft, last_at) or last
        if draft.speaker is not None:
            last, last_at = draft.speaker, number
            for earlier in waiting:
                earlier.speaker = draft.speaker
            waiting.clear()
    for earlier in waiting:
        earlier.speaker = last


def _subject_between(scene: Scene, draft: Draft, last_at: int) -> ActorMention | None:
    """The person who is the subject of the sentence before, in the same paragraph, if nobody spoke since."""
    document = scene.document
    paragraph = document.paragraph_at(draft.start)
    if last_at >= 0 and scene.start(last_at) >= paragraph.start:
        return None
    between = document.starting_in(ActorMention, paragraph.start, draft.start)
    return next((m for m in reversed(between) if m.kind == "person" and m.anaphor is None and m.listed), None)
