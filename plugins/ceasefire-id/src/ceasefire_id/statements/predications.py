"""What a statement says of its pause, as predications: a concept, its mood, its negation and whose doing it is.

Concepts, their cues and the stance that each gives are data (`stance_cues.toml`). What is decided here is only which
cues speak of the pause and how: `tidak akan mematuhi P` is `keep`, negated, of the future, of the speaker's own side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Final, Literal

import attrs

from ceasefire.mentions import ActorMention
from ceasefire_id import lexicon
from ceasefire_id.statements.said import Said

__all__ = ["CLITIC", "Predication", "Predications", "Who", "mood_of", "who_of"]

Who = Literal["own", "other", "both", "open"]
#: words between a cue and the pause that it is said of
_BESIDE: Final = 9
#: words over which a verb takes its object
_OBJECT: Final = 6
#: words before a cue that negate it, and that set its mood
_NEGATION: Final = 4
_MOOD: Final = 9
#: concepts of what is done to a pause, not by it
_DONE_TO_IT: Final = frozenset(("keep", "carry_out", "take", "sign", "quit", "refuse", "break"))
#: concepts of which one need not say what is meant
_OPINIONS: Final = frozenset(("good", "bad", "worth", "respite", "approve", "refuse"))
#: concepts of what is wanted; what is not wanted may follow them: `yang kami butuhkan bukan P`
#: words between what is misused and what for
_MISUSE: Final = 10
_WANTED: Final = frozenset(("need", "ask"))
#: of those, the ones whose verbs take `-nya` for the pause
CLITIC: Final = ("keep", "carry_out", "sign", "prolong", "refuse", "break", "approve")
_BOUNDARY: Final = ",;:.!?"


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
                if name == "good" and _is_for_the_enemy(said, place, len(cue)):
                    name = "bad"
                mood, negated = mood_of(said, place)
                negated = negated or (name in _WANTED and _is_not_that(said, place, anchors))
                if name == "end" and mood == "told" and said.is_on_terms(place + len(cue)):
                    mood = "supposed"  # `kesepakatan itu batal bila X ditahan`
                who = who_of(said, place)
                if name == "break" and who == "own" and not negated:
                    who = "other"  # nobody charges the own side: `juru bicaranya mengatakan tentara melanggar P`
                yield Predication(name, negated, mood, who, place, " ".join(cue))

    def _speaks_of_pause(
        self, said: Said, concept: _Concept, place: int, length: int, anchors: list[tuple[int, int]]
    ) -> bool:
        """Whether the pause stands where the concept wants it."""
        end = place + length
        if not concept.relative and "yang" in said.before(place, 2):
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


def _segment(said: Said, place: int) -> list[str]:
    """The words of the clause before a place, back to the last comma or stop, or to where the statement begins."""
    scene, first = said.scene, place
    while first > 0 and place - first < _MOOD:
        if scene.marked(said.first + first, _BOUNDARY):
            break
        first -= 1
    return said.words[first:place]


def mood_of(said: Said, place: int) -> tuple[str, bool]:
    """How real what a word tells is, and whether it is negated."""
    cues, speech = said.cues, said.scene.speech
    segment = _segment(said, place)
    near = segment[-_NEGATION:]
    negated = not cues["negations"].isdisjoint(near) or "jangan" in segment or _none_at_all(segment)
    negated = negated or any(pair in (("tidak", "akan"), ("tak", "akan")) for pair in pairwise(segment))
    if not segment and said.words[place] in cues["command"]:
        return "asked", negated  # a bare verb that opens the clause
    if _is_condition(said, place - len(segment), place):
        return "supposed", negated
    if "jangan" in segment or not cues["duties"].isdisjoint(segment):
        return "asked", negated
    if not cues["wishes"].isdisjoint([*segment, said.verb]):
        return "hoped", negated
    if said.verb in speech.demand or said.verb in speech.propose:
        return "asked", negated
    if not cues["hopes"].isdisjoint(segment):
        return "hoped", negated
    if segment[-1:] == ["belum"] or (segment[-2:-1] == ["belum"] and segment[-1] in ("ikut", "juga", "sempat", "lagi")):
        return "awaited", negated
    if "belum" in near and "pernah" not in near:
        return "unready", negated
    if negated and "pernah" in near:
        return "never", negated
    if not cues["supposed"].isdisjoint(near):
        return "supposed", negated
    on_terms = said.words[0] in cues["terms"] and place - len(segment) > 0
    if on_terms or not cues["intents"].isdisjoint(segment) or said.verb in speech.pledge:
        return "future", negated
    if not cues["lasting"].isdisjoint(near):
        return "lasting", negated
    return "told", negated


def _is_of_ranks(said: Said, first: int) -> bool:
    """Whether forces without a name open the clause: `pasukan tetap berada di pos`."""
    number = said.first + first
    ranked = said.words[first : first + 1] != [] and said.words[first] in said.cues["ranks"]
    return ranked and not said.scene.capital(number + 1)


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


def _none_at_all(segment: list[str]) -> bool:
    """`tidak satu pun anggota kami`, `tak seorang pun`"""
    return any(
        segment[number - 2] in ("tidak", "tak", "tiada") and segment[number] == "pun"
        for number in range(2, len(segment))
    )


def _is_condition(said: Said, first: int, place: int) -> bool:
    """Whether a word of condition opens the clause; before a time it only dates: `selama 72 jam`."""
    scene = said.scene
    return any(
        said.words[number] in said.cues["conditions"]
        and scene.time_at(said.first + number + 1) is None
        and said.words[number - 1 : number] != ["di"]  # `di sepanjang perbatasan`
        for number in range(first, place)
    )


def who_of(said: Said, place: int) -> Who:
    """Whose doing it is."""
    cues = said.cues
    segment = _segment(said, place)
    after = said.words[place + 1 : place + 4]
    following = ""
    for word in reversed(segment):
        if word in cues["own"]:
            return "own"
        if word in cues["all_sides"]:
            return "both"
        if word == "kedua" and following in cues["sides"]:
            return "both"  # `kedua pasukan menahan diri`
        following = word
    if any(word.endswith("nya") and word.removesuffix("nya").split("-")[-1] in cues["bodies"] for word in segment):
        return "own"
    if "kami" in after and not {"oleh", "pihak"}.isdisjoint(after):
        return "own"
    if _is_of_ranks(said, place - len(segment)) and said.is_of_forces:
        return "own"
    if "mereka" in segment:
        return "own" if said.draft.form == "indirect" else "other"
    subject = _actor_before(said, place - len(segment), place)
    if subject is not None:
        if said.is_speaker(subject):
            return "both" if _is_joined(said, subject, place) else "own"
        return "both" if not cues["jointly"].isdisjoint(segment[-_NEGATION:]) else "other"
    if said.draft.form == "indirect" and said.is_subjectless(place):
        return "own"
    return "open"


def _is_joined(said: Said, subject: ActorMention, place: int) -> bool:
    """Whether somebody else stands beside a subject: `Pakistan dan Taliban sepakat`."""
    scene = said.scene
    number = scene.after(subject.span)
    joined = scene.word(number) in ("dan", "serta", "maupun") and number < said.first + place
    return joined and scene.actor_at(number + 1) is not None


def _actor_before(said: Said, first: int, place: int) -> ActorMention | None:
    """The first actor named between two places."""
    scene = said.scene
    start, stop = scene.start(said.first + first), scene.start(said.first + place)
    named = scene.document.starting_in(ActorMention, start, stop)
    return next((actor for actor in named if actor.kind not in ("media", "civilians")), None)


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
