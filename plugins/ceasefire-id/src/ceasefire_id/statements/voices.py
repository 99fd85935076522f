"""Whom a tag without a name takes up, and which of two readings of one stretch stays."""

from __future__ import annotations

from bisect import bisect_right

import attrs

from ceasefire.mentions import ActorMention
from ceasefire.models import Span
from ceasefire_id.statements.scene import Draft, Scene
from ceasefire_id.statements.speakers import Speakers

__all__ = ["credit_outlets", "name_speakers", "without_repeats"]

#: code points over which the subject of the sentence before is looked for
_MEMORY = 1500
#: words between a credit and its outlet
_CREDIT_REACH = 5


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
        elif rival.speaker is None and not rival.again and draft.speaker is not None:
            # `Laporan lain mengatakan, S membantah C`: of nobody's report who is named in it
            kept[kept.index(rival)] = draft
        elif rival.rule == "tag" and rival.speaker is not None and rival.speaker.kind == "media":
            draft.via = rival.speaker
            kept[kept.index(rival)] = draft
    return kept


@attrs.frozen
class _Voice:
    """Who spoke, and at which word."""

    mention: ActorMention | None = None
    number: int = -1


def credit_outlets(scene: Scene, drafts: list[Draft], credits: list[int]) -> None:
    """Give to each statement the outlet that a credit later in its sentence names: `kata S, dikutip dari M`."""
    for number in credits:
        at = bisect_right(drafts, scene.start(number), key=lambda draft: draft.start) - 1
        if at < 0 or drafts[at].via is not None or drafts[at].verb > number:
            continue
        if drafts[at].end > scene.start(number) or scene.document.sentence_at(drafts[at].end).end < scene.start(number):
            continue
        begin, end = scene.end(number), scene.start(number + _CREDIT_REACH)
        outlets = (
            m
            for m in scene.document.starting_in(ActorMention, begin, end)
            if m.kind == "media" and m.name[:1].isupper()
        )
        drafts[at].via = next(outlets, None)


def _shared(one: Draft, other: Draft) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def name_speakers(scene: Scene, speakers: Speakers, drafts: list[Draft], triggers: list[int]) -> None:
    """Give a speaker to each draft that only takes one up: `katanya`, a quotation without a tag, `disebutkan`."""
    verbs = {draft.verb for draft in drafts}
    voices = [(d.verb if d.verb >= 0 else scene.words.first_at(d.start), d) for d in drafts]
    acts = [(number, None) for number in triggers if number not in verbs and _is_act(scene, number, drafts)]
    last = _Voice()
    person = _Voice()
    waiting: list[Draft] = []
    for number, draft in sorted([*voices, *acts], key=lambda pair: (pair[0], pair[1] is None)):
        if draft is None:
            speaker = _agent(scene, number) or speakers.before(number)
            if speaker is None or speaker.kind == "media":
                continue
        elif (draft.speaker is None and draft.again) or _is_unknown(scene, draft.speaker):
            if draft.ahead:
                waiting.append(draft)
                continue
            # `-nya` rather stands for a person who has spoken lately than for a body that spoke last.
            clitic = scene.word(draft.verb).endswith("nya") or draft.speaker is not None
            lately = clitic and person.mention is not None and draft.start - scene.start(person.number) < _MEMORY
            between = _subject_between(scene, draft, last, drafts)
            draft.speaker = between or (person if lately else last).mention or draft.speaker
            speaker = draft.speaker
        else:
            speaker = draft.speaker
        if speaker is not None:
            last = _Voice(speaker, number)
            person = last if speaker.kind == "person" else person
            while draft is not None and waiting:
                waiting.pop().speaker = speaker
    for earlier in waiting:
        earlier.speaker = last.mention


def _is_act(scene: Scene, number: int, drafts: list[Draft]) -> bool:
    """Whether a verb only tells that somebody spoke (`menolak usul itu`), outside what others say."""
    word = scene.word(number)
    acts = word in scene.speech.voicing or (word in scene.speech.passive_name and _agent(scene, number) is not None)
    if not acts or word in scene.speech.deeds or scene.is_quoted(number):
        return False
    position = scene.start(number)
    at = bisect_right(drafts, position, key=lambda draft: draft.start) - 1
    return at < 0 or position >= drafts[at].end


def _is_unknown(scene: Scene, speaker: ActorMention | None) -> bool:
    """Whether a description (`kata perwira itu`) fits nobody of whom the text has told an office: whoever spoke."""
    if speaker is None or speaker.anaphor is None or speaker.anaphor.descriptive or not speaker.anaphor.heads:
        return False
    if speaker.kind != "person" or speaker.anaphor.number == "many":
        return False
    heads = speaker.anaphor.heads
    before = scene.document.starting_in(ActorMention, 0, speaker.span.start)
    return not any(m.anaphor is None and m.kind == "person" and heads & m.heads for m in before)


def _agent(scene: Scene, number: int) -> ActorMention | None:
    """Who does what a passive tells: `usul itu ditolak (oleh) S`."""
    if scene.word(number) not in scene.speech.passive_name:
        return None
    return scene.actor_at(number + 1 + (scene.word(number + 1) == "oleh"))


def _subject_between(scene: Scene, draft: Draft, last: _Voice, drafts: list[Draft]) -> ActorMention | None:
    """The person who is the subject, or does what the passive tells, in the last sentence before in the paragraph
    that names one, if nobody spoke since.
    """
    document = scene.document
    begin = max(document.paragraph_at(draft.start).start, draft.start - _MEMORY)
    acted = None
    if last.number >= 0 and scene.start(last.number) >= begin:
        # Whoever a further sentence is about, other than what the last one said.
        acted = document.sentence_at(scene.start(last.number))
        begin = acted.end
    persons = _persons(scene, Span(begin, draft.start), drafts)
    if persons:
        sentence = document.sentence_at(persons[-1].span.start)
        latest = [m for m in persons if m.span.start >= sentence.start]
        return next((m for m in latest if _does(scene, m)), latest[-1])
    body = last.mention is not None and last.mention.kind != "person" and scene.word(draft.verb).endswith("nya")
    if acted is None or not body or any(d.verb == last.number for d in drafts):
        return None
    # `-nya` rather stands for the person who does something beside a body that only acted.
    return next((m for m in _persons(scene, acted, drafts) if _does(scene, m)), None)


def _persons(scene: Scene, span: Span, drafts: list[Draft]) -> list[ActorMention]:
    """The persons whom the article names in a stretch outside what others say."""
    return [
        mention
        for mention in scene.document.starting_in(ActorMention, span.start, span.end)
        if mention.kind == "person"
        and mention.anaphor is None
        and (mention.listed or _is_called(scene, mention))
        and not _is_told(scene, mention, drafts)
    ]


def _is_told(scene: Scene, mention: ActorMention, drafts: list[Draft]) -> bool:
    """Whether somebody is only named in what others say."""
    start = mention.span.start
    at = bisect_right(drafts, start, key=lambda draft: draft.start) - 1
    return (at >= 0 and start < drafts[at].end) or scene.quotation_around(start) is not None


def _does(scene: Scene, mention: ActorMention) -> bool:
    """Whether a person opens the sentence as its subject, or follows a passive as its agent."""
    number = scene.words.first_at(mention.span.start)
    first = scene.sentence(number).start
    before = scene.word(number - 1)
    by = number - 2 if before == "oleh" else number - 1
    if scene.syntax.is_verb(by) and scene.word(by).startswith("di") and not scene.gap(by + 1).strip():
        return True
    after = scene.word(scene.after(mention.span))
    return number == first or after in scene.speech.voicing or not scene.syntax.verbs_between(first, number)


def _is_called(scene: Scene, mention: ActorMention) -> bool:
    """Whether somebody is introduced by a name that may not be the real one: `penduduk yang memakai nama Abu Yazan`."""
    return scene.word(scene.words.first_at(mention.span.start) - 1) in ("nama", "bernama", "panggilan", "samaran")
