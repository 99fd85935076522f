"""What the words around a statement say that it was said to: `"Q," kata S menanggapi P`, `Ditanya soal P, S menjawab`.

An attitude told there is the speaker's own (`kata N, pengunjuk rasa yang menuntut P`); a word of answering only tells
which pause is meant, and what is said of it stands in the statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ceasefire.mentions import PauseMention
from ceasefire_id.statements.antecedents import pause_before
from ceasefire_id.statements.said import Said

__all__ = ["asked_about", "attitude_beside"]

#: words between an attitude, or a word of answering, and the pause
_OBJECT: Final = 8
#: words between a demand and the pause that is demanded
_NEXT: Final = 4
#: words by which somebody takes an attitude, and the stance that it is
_ATTITUDES: Final = (
    ("disapproving", "rejects"),
    ("approving", "supports"),
    ("demanding", "demands"),
    ("vouching", "confirms"),
)


def attitude_beside(said: Said) -> tuple[str, PauseMention] | None:
    """The stance towards a pause that the words behind a quotation tell of its speaker."""
    if said.draft.form != "direct" and not _judges(said):
        return None
    for first, end in _around(said):
        words = said.scene.words.folded[first:end]
        for cue, stance in _ATTITUDES:
            if said.cues[cue].isdisjoint(words):
                continue
            number = next(n for n, word in enumerate(words) if word in said.cues[cue])
            before = words[max(0, number - 2) : number]
            # `seraya mendesak agar P diperluas` is said beside the quotation, not by it.
            apart = cue in ("demanding", "vouching") and before[-1:] != ["yang"]
            if apart or not said.cues["negations"].isdisjoint(before):
                continue
            pause = _object(said, first + number, min(end, first + number + _NEXT) if cue == "demanding" else end)
            if pause is not None:
                return stance, pause
    return None


def _judges(said: Said) -> bool:
    """`memuji P dan menyatakan hal itu mencerminkan C`: what is said of what has just been praised goes with it."""
    back = bool(said.called_back) and said.called_back[0] == 0
    return back and not said.has("duties", "negations", "conditions")


def asked_about(said: Said) -> PauseMention | None:
    """The pause that somebody is said to speak of: `mengomentari P`, `ketika ditanya tentang P`, `soal P itu`."""
    for first, end in _around(said):
        words = said.scene.words.folded[first:end]
        if said.cues["speaking_of"].isdisjoint(words):
            continue
        for number, word in enumerate(words):
            if word in said.cues["speaking_of"] and (pause := _object(said, first + number, end)) is not None:
                return pause
    return None


def _around(said: Said) -> Iterator[tuple[int, int]]:
    """The words of the sentence behind verb and statement, then those before both, as word numbers."""
    scene, draft = said.scene, said.draft
    if draft.verb < 0:
        return
    verb = scene.start(draft.verb)
    sentence = scene.document.sentence_at(verb)
    if draft.form == "direct" and verb >= draft.end:
        yield draft.verb + 1, scene.words.first_at(sentence.end)
    yield scene.words.first_at(sentence.start), scene.words.first_at(min(verb, draft.start))


def _object(said: Said, cue: int, end: int) -> PauseMention | None:
    """The pause right behind a word, named or pointed at."""
    scene = said.scene
    stop = min(cue + 1 + _OBJECT, end)
    named = scene.document.starting_in(
        PauseMention, scene.end(cue), scene.start(stop) if stop < end else scene.end(stop - 1)
    )
    if named:
        return named[0]
    words = scene.words.folded[cue:stop]
    pointed = words[0].endswith("nya") or said.points_back(words) or said.calls_back(words)
    return pause_before(scene, scene.start(cue), paragraphs=1) if pointed else None
