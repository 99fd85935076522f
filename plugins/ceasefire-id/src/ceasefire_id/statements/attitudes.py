"""What is told of a speaker's attitude right before the words themselves: `Ukraina mencemoohnya. "Q," kata S`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, PauseMention
from ceasefire.models import Span
from ceasefire_id.statements.antecedents import pause_before
from ceasefire_id.statements.said import Said

__all__ = ["is_by_speaker", "scorns", "told_before"]

#: words between a verb of attitude and the pause that it is taken towards
_OBJECT: Final = 7
#: words with which a speaker turns to something else
_TURNS: Final = frozenset(("tapi", "tetapi", "namun", "meski", "meskipun", "walau", "hanya", "cuma", "sayangnya"))


def told_before(said: Said) -> tuple[str, PauseMention] | None:
    """The stance that the sentence before a quotation tells, and the pause towards which it is told."""
    if said.draft.form != "direct":
        return None
    sentence = _sentence_before(said)
    if sentence is None:
        return None
    words = said.scene.words
    first, end = words.first_at(sentence.start), words.first_at(sentence.end)
    for number in range(end - 1, first - 1, -1):
        verb = words.folded[number]
        stance = "rejects" if verb in said.cues["derides"] else "supports" if verb in said.cues["applauds"] else None
        if stance is None:
            continue
        pause = _object(said, number, end)
        if pause is None or not is_by_speaker(said, sentence):
            return None
        coolly = not said.cues["coolly"].isdisjoint(words.folded[number:end])
        if stance == "supports" and (coolly or said.has("duties") or not _TURNS.isdisjoint(said.words[:2])):
            return None  # a cool welcome, or a welcome and then what is asked for
        return stance, pause
    return None


def scorns(said: Said) -> bool:
    """`perdamaian eceran bukanlah perdamaian`, `damai macam apa yang menyisakan tank?`"""
    places = said.where("peace")
    if not places:
        return False
    first = places[0]
    if said.words[first + 1 : first + 3] == ["macam", "apa"]:
        return True
    return any(
        said.words[number] == said.words[first] and said.words[number - 1] in ("bukan", "bukanlah")
        for number in places[1:]
    )


def _sentence_before(said: Said) -> Span | None:
    """The sentence that ends right before the statement's own, in its paragraph; null where it opens one."""
    document, start = said.scene.document, said.draft.start
    own = document.sentence_at(start).start
    paragraph = document.paragraph_at(start).start
    return document.sentence_at(max(0, own - 2)) if own > paragraph else None


def _object(said: Said, verb: int, end: int) -> PauseMention | None:
    """The pause that a verb of attitude takes: named, or pointed at (`mencemoohnya`, `menolak usul itu`)."""
    scene = said.scene
    stop = min(verb + 1 + _OBJECT, end)
    named = scene.document.starting_in(PauseMention, scene.start(verb), scene.end(stop - 1))
    if named:
        return named[0]
    words = scene.words.folded[verb:stop]
    alone = len(words) == 1  # `Tentara Kachin mencibir.`
    pointed = alone or words[0].endswith("nya") or said.points_back(words) or said.calls_back(words)
    return pause_before(scene, scene.start(verb), paragraphs=1) if pointed else None


def is_by_speaker(said: Said, sentence: Span) -> bool:
    """Whether the speaker, or the side that the speaker speaks for, is named in a sentence."""
    speaker = said.draft.speaker
    if speaker is None:
        return False
    if speaker.anaphor is not None or any(word.endswith("nya") for word in (speaker.office or "").split()):
        return True
    scene = said.scene
    verb = scene.word(said.draft.verb + 1) + scene.word(said.draft.verb + 2)
    if "bicaranya" in verb:
        return True
    named = scene.document.within(ActorMention, sentence)
    if any(said.is_speaker(actor) for actor in named):
        return True
    # `Amerika Serikat menyambutnya. "Q," kata juru bicara Departemen Luar Negeri N`: the office leaves out its state.
    office = frozenset((speaker.office or "").casefold().split())
    return speaker.country is None and len(named) == 1 and not office.isdisjoint(said.cues["posts"])
