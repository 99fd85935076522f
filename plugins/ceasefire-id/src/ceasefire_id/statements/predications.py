"""What a statement says of its pause, as predications: a concept, its mood, its negation and whose doing it is.

Concepts, their cues and the stance that each gives are data (`stance_cues.toml`). What is decided here is only which
cues speak of the pause and how: `tidak akan mematuhi P` is `keep`, negated, of the future, of the speaker's own side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from ceasefire_id import lexicon
from ceasefire_id.statements.moods import Who, mood_of, who_of
from ceasefire_id.statements.said import Said

__all__ = ["CLITIC", "Predication", "Predications"]

#: words between a cue and the pause that it is said of
_BESIDE: Final = 9
#: words over which a verb takes its object
_OBJECT: Final = 6
#: concepts of what is done to a pause, not by it
_DONE_TO_IT: Final = frozenset(("keep", "carry_out", "take", "sign", "quit", "refuse", "break"))
#: concepts of which one need not say what is meant
_OPINIONS: Final = frozenset(("good", "bad", "worth", "respite", "approve", "refuse"))
#: concepts of what is wanted; what is not wanted may follow them: `yang kami butuhkan bukan P`
#: words between what is misused and what for
_MISUSE: Final = 10
_WANTED: Final = frozenset(("need", "ask", "want"))
#: of those, the ones whose verbs take `-nya` for the pause
CLITIC: Final = ("keep", "carry_out", "sign", "prolong", "refuse", "break", "approve")
#: concepts of a beginning, of which a day ahead says that it has not come
_BEGUN: Final = frozenset(("hold", "come", "end"))


@attrs.frozen
class Predication:
    """One thing said of the pause."""

    concept: str
    negated: bool
    mood: str
    who: Who
    #: place of its first word in the statement
    place: int
    #: the cue itself
    cue: str

    def __str__(self) -> str:
        negated = "negated, " if self.negated else ""
        return f"{self.concept}, {negated}{self.mood}, by {self.who}"


@attrs.frozen
class _Concept:
    name: str
    object: str
    relative: bool


@attrs.frozen
class _Reading:
    concepts: frozenset[str]
    negated: bool
    moods: frozenset[str]
    who: frozenset[str]
    #: verbs of saying
    verbs: frozenset[str]
    stance: str | None

    def meets(self, said: Predication, verb: str) -> bool:
        return (
            said.concept in self.concepts
            and (not self.verbs or verb in self.verbs)
            and said.negated == self.negated
            and said.mood in self.moods
            and (not self.who or said.who in self.who)
        )


class Predications:
    """Finds what a statement says of its pause, and reads the stance from it."""

    def __init__(self) -> None:
        data = lexicon.load("stance_cues")
        #: first word of a cue -> its words and concept, the longest first
        self._cues: dict[str, list[tuple[tuple[str, ...], _Concept]]] = {}
        for name, table in data["concepts"].items():
            concept = _Concept(name, table["object"], table.get("relative", True))
            for words in (*table["words"], *_with_clitic(name, table["words"])):
                cue = tuple(words.split(" "))
                self._cues.setdefault(cue[0], []).append((cue, concept))
        for cues in self._cues.values():
            cues.sort(key=lambda pair: -len(pair[0]))
        self._readings = [_reading(row) for row in data["readings"]]

    def words(self, *concepts: str) -> frozenset[str]:
        """The single words among the cues of some concepts."""
        return frozenset(
            first
            for first, cues in self._cues.items()
            if any(cue == (first,) and concept.name in concepts for cue, concept in cues)
        )

    def stance(self, found: list[Predication], verb: str) -> str | None:
        """The stance that the first reading gives which a predication meets, after a verb of saying."""
        if not found:
            return None
        for reading in self._readings:
            if any(reading.meets(predication, verb) for predication in found):
                return reading.stance
        return None

    def find(self, said: Said) -> list[Predication]:
        """What a statement says of its pause, in the order of its words."""
        return list(self._find(said))

    def opinion(self, said: Said) -> str | None:
        """What a judgement that names no pause thinks of the one just told: `"sandiwara murahan"`."""
        held = [p for p in self._find(said) if p.concept in _OPINIONS and not (p.concept == "bad" and p.negated)]
        return self.stance(held, said.verb)

    def _find(self, said: Said) -> Iterator[Predication]:
        anchors = said.anchors
        for place, word in enumerate(said.words):
            longest = 0
            for cue, concept in self._cues.get(word, ()):
                if len(cue) < longest or tuple(said.words[place : place + len(cue)]) != cue:
                    continue
                if not self._speaks_of_pause(said, concept, place, len(cue), anchors):
                    continue
                longest = len(cue)
                name = concept.name
                if concept.name in _DONE_TO_IT and _pause_does(said, place, anchors):
                    name = "good"  # `P telah menjaga perdamaian`
                    if concept.name != "keep":
                        continue
                if name == "stop" and _pause_does(said, place, anchors):
                    name = "good"  # `kesepakatan ini harus mengakhiri perang`
                if name == "bad" and word.startswith("me") and any(0 <= b - place - len(cue) <= 1 for b, _ in anchors):
                    continue  # `mengkhianati P`: done to the pause, not by it
                if name == "good" and _is_for_the_enemy(said, place, len(cue)):
                    name = "bad"
                mood, negated = mood_of(said, place)
                negated = negated or (name in _WANTED and _is_not_that(said, place, anchors))
                if name in _BEGUN and mood == "told" and _lies_ahead(said, place + len(cue)):
                    mood = "future"  # `jeda dimulai Jumat`, said on a Thursday
                if name == "end" and mood == "told" and said.is_on_terms(place + len(cue)):
                    mood = "supposed"  # `kesepakatan itu batal bila X ditahan`
                who = who_of(said, place)
                if who == "open" and said.words[place - 1] == "yang" and said.is_cleft(place - 1):
                    who = "other"
                if name == "insincere" and said.opens_with_pause:
                    who = "open"  # `P yang diumumkan A tidak serius`
                if name == "break" and who == "own" and not negated:
                    who = "other"  # nobody charges the own side: `juru bicaranya mengatakan tentara melanggar P`
                yield Predication(name, negated, mood, who, place, " ".join(cue))

    def _speaks_of_pause(
        self, said: Said, concept: _Concept, place: int, length: int, anchors: list[tuple[int, int]]
    ) -> bool:
        """Whether the pause stands where the concept wants it."""
        end = place + length
        if not concept.relative and "yang" in said.before(place, 2) and not said.is_cleft(place - 1):
            return False
        if concept.object == "fighting":
            return not said.cues["fighting"].isdisjoint(said.words[end : end + 4])
        if concept.object == "then-arming":
            return bool(anchors) and not said.cues["arming"].isdisjoint(said.words[end : end + _MISUSE])
        if concept.object == "after":
            return any(
                0 <= begin - end <= _OBJECT
                and not _parted(said, end, begin)
                and said.cues["background"].isdisjoint(said.words[end:begin])
                for begin, _ in anchors
            )
        if concept.object == "right-after":
            return any(0 <= begin - end <= 1 for begin, _ in anchors)
        if concept.object == "any":
            return True
        if concept.object == "subject":
            apart = {"dengan", "karena", "untuk"}
            return any(
                stop <= place and _near(said, place, end, (begin, stop)) and apart.isdisjoint(said.words[stop:place])
                for begin, stop in anchors
            )
        verb = said.words[place]
        takes = verb.startswith("me") and not verb.endswith("nya") and concept.name in _DONE_TO_IT
        if takes and not _pause_does(said, place, anchors):
            # `gencatan ini untuk menghormati tradisi`: an active verb has its object behind it.
            anchors = [anchor for anchor in anchors if anchor[1] > place]
        return any(_near(said, place, end, anchor) for anchor in anchors)


def _with_clitic(concept: str, words: list[str]) -> list[str]:
    """The active verbs among the words of a concept with `-nya` for the pause: `mengkhianatinya`."""
    if concept not in CLITIC:
        return []
    return [f"{word}nya" for word in words if word.startswith("me") and " " not in word and not word.endswith("nya")]


def _lies_ahead(said: Said, end: int) -> bool:
    """Whether a day right behind a verb is after the publication."""
    published = said.scene.document.published
    for number in range(end, end + 3):
        if said.scene.word(said.first + number) in ("sampai", "hingga"):
            return False
        time = said.scene.time_at(said.first + number)
        if time is not None:
            return bool(
                published and time.value and published.isoformat()[:10] < time.value[:10] and time.value[0] == "2"
            )
    return False


def _near(said: Said, place: int, end: int, anchor: tuple[int, int]) -> bool:
    begin, stop = anchor
    if begin <= place < stop:
        return True  # the cue points at the pause itself: `mematuhinya`
    if place >= stop:
        reach = 2 * _BESIDE if said.is_after(place, "own_predicate", 1) else _BESIDE
        # `jeda itu membuktikan bahwa komandonya utuh`: the predicate is another's.
        elsewhere = not {"tempat", "bahwa"}.isdisjoint(said.words[stop:place])
        return place - stop <= reach and not elsewhere and not _parted(said, stop, place)
    return begin - end <= _OBJECT and not _parted(said, end, begin)


def _parted(said: Said, first: int, end: int) -> bool:
    """Whether a mark ends a sentence between two places, or a comma opens a clause with a subject of its own."""
    scene = said.scene
    return any(scene.marked(said.first + place, ".;!?") for place in range(max(first, 1), end + 1))


def _pause_does(said: Said, place: int, anchors: list[tuple[int, int]]) -> bool:
    """Whether the pause itself is the subject of an active verb, so that it is not the verb's object."""
    if not said.words[place].startswith("me"):
        return False
    light = said.scene.speech.adverbs | said.cues["that"] | said.cues["intents"] | said.cues["negations"]
    light |= said.cues["duties"]
    return any(stop <= place and all(word in light for word in said.words[stop:place]) for _, stop in anchors)


def _is_not_that(said: Said, place: int, anchors: list[tuple[int, int]]) -> bool:
    """`yang kami butuhkan bukan jeda`: the pause behind a word of wanting is what is not wanted."""
    return any(place < begin and said.words[begin - 1] in ("bukan", "bukanlah") for begin, _ in anchors)


def _is_for_the_enemy(said: Said, place: int, length: int) -> bool:
    """`hanya kesempatan`, `peluang bagi pemberontak`, `hadiah untuk Hamas`: no praise."""
    end = place + length
    after = said.words[end : end + 3]
    if after[:1] in (["bagi"], ["untuk"], ["buat"], ["kepada"]):
        given = said.scene.actor_at(said.first + end + 1)
        if given is not None and given.kind == "armed_group" and not said.is_speaker(given):
            return True
    foe = not said.cues["foes"].isdisjoint(after) or not said.cues["rebels"].isdisjoint(after)
    return said.is_after(place, "mere", 2) or foe


def _reading(row: Mapping[str, Any]) -> _Reading:
    def listed(key: str, default: str = "") -> frozenset[str]:
        value = row.get(key, default)
        return frozenset((value,) if isinstance(value, str) else value) - {""}

    stance = row["stance"]
    return _Reading(
        concepts=listed("concept"),
        negated=row.get("negated", False),
        moods=listed("mood", "told"),
        who=listed("who"),
        verbs=listed("verb"),
        stance=None if stance == "none" else stance,
    )
