"""Speech without quotation marks that goes on over sentences: `Kami kehilangan satu tentara. Itu bom jalanan, kata S.`

A narrator of news says neither `kami` nor `saya`; a sentence that does is somebody's words, and of whoever speaks
beside it: in the paragraph the sentence after, whose tag closes both, else the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire.models import Span
from ceasefire_id.statements.scene import Draft, Scene

__all__ = ["with_unmarked"]

_FIRST_PERSON: Final = frozenset(("kami", "saya"))
#: a tag closes the words of its speaker
_TAGS: Final = frozenset(("tag", "unmarked"))


def with_unmarked(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of sentences in the first person beside them, in order."""
    if not scene.document.has(_FIRST_PERSON):
        return drafts
    found = _unmarked(scene, drafts)
    others = [d for d in drafts if not any(new.start <= d.start and d.end <= new.end for new in found)]
    return sorted([*others, *found], key=lambda draft: draft.start)


def _unmarked(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    document = scene.document
    found: list[Draft] = []
    for number, sentence in enumerate(document.sentences):
        if not _speaks(scene, sentence, drafts):
            continue
        known = [*drafts, *found]
        within = document.paragraph_at(sentence.start)
        speaker = next((s for step in (1, -1) if (s := _beside(scene, known, number + step, within))), None)
        # A paragraph of old agencies is a sentence or two; speech goes on over its end.
        speaker = speaker or next((s for step in (-1, 1) if (s := _beside(scene, known, number + step, None))), None)
        first, end = scene.words.first_at(sentence.start), scene.words.first_at(sentence.end)
        span = scene.stretch(first, end)
        if speaker is not None and span is not None:
            found.append(Draft(span.start, span.end, "indirect", "unmarked", speaker))
    return found


def _speaks(scene: Scene, sentence: Span, drafts: Sequence[Draft]) -> bool:
    """Whether a sentence of the story, without quotation marks, is in the first person outside what is read of it."""
    first, end = scene.words.first_at(sentence.start), scene.words.first_at(sentence.end)
    if first >= end or scene.in_furniture(first) or any(scene.is_quoted(n) for n in range(first, end)):
        return False
    # `katanya kepada kami`: the outlet tells who was spoken to.
    said = [n for n in range(first, end) if scene.word(n) in _FIRST_PERSON and scene.word(n - 1) != "kepada"]
    inside = [d for d in drafts if d.start < sentence.end and sentence.start < d.end]
    # `Kami tahu bahwa intelijen menyatakan C` is said as a whole; of `C, kata S` nothing is left.
    tagged = any(d.rule != "unmarked" and d.start == scene.start(first) for d in inside)
    held = any(d.start <= scene.start(n) < d.end for n in said for d in inside)
    return bool(said) and not tagged and not held


def _beside(scene: Scene, drafts: Sequence[Draft], number: int, within: Span | None) -> ActorMention | None:
    """Who speaks in the sentence of that number, without quotation marks and with a tag."""
    if not 0 <= number < len(scene.document.sentences):
        return None
    sentence = scene.document.sentences[number]
    if within is not None and not within.start <= sentence.start < within.end:
        return None
    inside = [d for d in drafts if sentence.start <= d.start < sentence.end]
    if any(d.form == "direct" for d in inside):
        return None
    tagged = [d.speaker for d in inside if d.rule in _TAGS and d.speaker is not None]
    return tagged[-1] if tagged else None
