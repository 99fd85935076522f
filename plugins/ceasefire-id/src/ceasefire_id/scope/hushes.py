"""Where guns fall silent by a pause: `Meriam bungkam di Z`, `Pertempuran di Z reda berkat P`, `Z tenang sejak P`."""

from __future__ import annotations

from typing import Final

from ceasefire_id.scope.arguments import Arguments
from ceasefire_id.scope.drafts import ScopeDraft
from ceasefire_id.scope.gathered import Gathered
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.predication import PredicateReader
from ceasefire_id.scope.scoping import ScopeMaker
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["HushReader"]

_RULE: Final = "silenced"
#: how many words may stand between a gun and its silence, and between the silence and the pause that brought it
_GUN, _BY = 12, 14
_THERE_IS: Final = frozenset(("ada", "terdengar", "terjadi"))
_PROMISED: Final = frozenset(("akan", "boleh", "bakal", "takkan"))
_UNREAL: Final = frozenset(("akan", "agar", "supaya", "bisa", "dapat", "bakal", "semoga", "harus", "hendak"))


class HushReader:
    """Reads the places where fighting ends by a pause, or troops are bidden to end it."""

    def __init__(self, words: ScopeWords, maker: ScopeMaker, predicates: PredicateReader) -> None:
        self._words = words.places
        self._people = words.adjunct["people"]
        self._maker = maker
        self._predicates = predicates

    def read(self, ground: Ground, arguments: Arguments, known: Gathered) -> list[ScopeDraft]:
        """The members at all such cues."""
        found: list[ScopeDraft] = []
        for number in ground.words.numbers(self._words["orders"]):
            found += self._ordered(ground, arguments, known, number)
        for number in ground.words.numbers(self._words["silent"]):
            found += self._silenced(ground, arguments, known, number)
        for number in ground.words.numbers(_THERE_IS):
            if ground.word(number - 1) in _PROMISED:
                found += self._none_to_come(ground, arguments, known, number)
        for number in ground.words.numbers(self._words["hushed"]):
            found += self._hushed_by(ground, arguments, number)
        return found

    # ---- guns fall silent ----------------------------------------------------------------------------------------

    def _silenced(self, ground: Ground, arguments: Arguments, known: Gathered, silent: int) -> list[ScopeDraft]:
        """`Meriam bungkam di Z`, `Di Z1, juga di Z2, senapan diperintahkan diam`."""
        gun = self._gun(ground, arguments, silent)
        if gun < 0 and ground.word(silent + 1) in self._words["ceased"]:
            return self._ceased(ground, arguments, known, silent)
        if gun < 0 or self._maker.is_negated(ground, silent) or self._maker.is_open(ground, silent):
            return []
        phrase = self._meant_by_silence(ground, arguments, known, silent)
        return self._places(ground, phrase, gun, silent) if phrase is not None else []

    def _hushed_by(self, ground: Ground, arguments: Arguments, hushed: int) -> list[ScopeDraft]:
        """`Baku tembak di Z reda berkat P`, `Z tenang sejak P`: what is only told as calm is so by the pause."""
        phrase = self._brought_by(ground, arguments, hushed) or self._brought_before(ground, arguments, hushed)
        near = {ground.word(number) for number in range(max(0, hushed - 3), hushed)}
        if phrase is None or self._maker.is_negated(ground, hushed) or not near.isdisjoint(_UNREAL):
            return []
        if self._maker.is_open(ground, hushed):
            return []
        if (gun := self._gun(ground, arguments, hushed)) >= 0:
            return self._places(ground, phrase, gun, hushed)
        end = self._predicates.at(ground, hushed).first
        drafts = self._maker.before(ground, phrase, end, hushed, include=True, rule=_RULE)
        return [d for d in drafts if d.region is not None and d.region.kind != "country"]

    def _brought_before(self, ground: Ground, arguments: Arguments, hushed: int) -> Phrase | None:
        """`P mulai berlaku. Z pun sunyi`: the pause of the sentence before, from which it follows."""
        start = ground.sentence(hushed).start
        if ground.word(hushed - 1) != "pun" or start == 0:
            return None
        before = arguments.between(ground.sentence(start - 1).start, start)
        return before[-1] if before and not before[-1].wanted else None

    def _none_to_come(self, ground: Ground, arguments: Arguments, known: Gathered, there: int) -> list[ScopeDraft]:
        """`Selama P tidak akan ada serangan di Z`, `Dari Z1 sampai Z2 tidak boleh ada tembakan`."""
        denied = ground.word(there - 2) in ("tidak", "tak") or ground.word(there - 1) == "takkan"
        fire = next((n for n in range(there + 1, there + 4) if ground.word(n) in self._words["guns"]), -1)
        phrase = self._predicates.meant(ground, arguments, there, known) if denied and fire > 0 else None
        if phrase is None or self._maker.is_open(ground, there):
            return []
        first = ground.sentence(there).start
        if ground.word(first) in ("dari", "di"):
            return self._maker.after(
                ground, phrase, first + 1, there, include=True, rule=_RULE, actors=False, end=there - 1
            )
        where = next((n for n in range(fire + 1, fire + 6) if ground.word(n) == "di"), -1)
        if where < 0:
            return []
        return self._maker.after(ground, phrase, where + 1, there, include=True, rule=_RULE, actors=False)

    def _brought_by(self, ground: Ground, arguments: Arguments, hushed: int) -> Phrase | None:
        """The pause behind a word for calm, of which the text says that it brought it."""
        here = arguments.between(hushed, min(hushed + _BY, ground.sentence(hushed).stop))
        if not here or here[0].wanted:
            return None
        between = {ground.word(number) for number in range(hushed + 1, here[0].outer)}
        brought = not between.isdisjoint(self._words["brings"])
        return here[0] if brought and between.isdisjoint(self._words["in_spite"]) else None

    def _gun(self, ground: Ground, arguments: Arguments, silent: int) -> int:
        """The fighting, or what it is done with, that falls silent at a word, or -1."""
        first = max(ground.sentence(silent).start, silent - _GUN)
        for number in range(silent - 1, first - 1, -1):
            if ground.word(number) in self._words["guns"] and arguments.holding(number) is None:
                return number
            bidden = ground.word(number) in self._words["orders"]
            if (ground.syntax.is_verb(number) and not bidden) or ground.marked(number + 1, ";:"):
                return -1
        return -1

    def _places(self, ground: Ground, phrase: Phrase, gun: int, silent: int) -> list[ScopeDraft]:
        found: list[ScopeDraft] = []
        where = self._where(ground, ground.sentence(silent), gun, silent)
        for number, following in zip(where, [*where[1:], gun], strict=False):
            # Of `Di Z1, juga di Z2, …` each ends before `juga`.
            end = following if number < gun else None
            drafts = self._maker.after(
                ground, phrase, number + 1, silent, include=True, rule=_RULE, actors=False, end=end
            )
            found += [d for d in drafts if d.region is not None and not self._maker.is_talks(d.region)]
        return found

    def _ordered(self, ground: Ground, arguments: Arguments, known: Gathered, verb: int) -> list[ScopeDraft]:
        """`D memerintahkan pasukannya di Z menahan tembakan`, `Pasukan di Z diperintahkan berhenti menembak`."""
        passive = ground.word(verb).startswith("di")
        first = ground.clause(verb).first if passive else verb + 1
        stop = verb if passive else ground.sentence(verb).stop
        place = next((n for n in range(first, min(first + _GUN, stop)) if ground.word(n) == "di"), -1)
        troops = range(first, max(place, first))
        if not any(ground.word(n).removesuffix("nya") in self._people for n in troops):
            return []
        held = verb + 1 if passive else self._held(ground, place, stop)
        if held < 0 or ground.word(held) not in self._words["holds"] | self._words["ceased"]:
            return []
        phrase = self._meant_by_silence(ground, arguments, known, verb)
        if phrase is None or not ground.mood(verb).real:
            return []
        end = verb if passive else held
        return self._maker.after(ground, phrase, place + 1, verb, include=True, rule=_RULE, actors=False, end=end)

    def _held(self, ground: Ground, place: int, stop: int) -> int:
        """`pasukan di Z (agar) menahan tembakan`, `agar tidak menembak`: what they are to do, or -1."""
        for number in range(place + 2, min(place + _GUN, stop)):
            if ground.word(number) in self._words["ceased"]:
                return number if ground.word(number - 1) == "tidak" else -1
            if ground.word(number) in self._words["holds"] - {"tidak"}:
                return number
            if ground.syntax.is_verb(number) or ground.marked(number, ";:."):
                return -1
        return -1

    def _ceased(self, ground: Ground, arguments: Arguments, known: Gathered, verb: int) -> list[ScopeDraft]:
        """`Kedua pihak di Z berhenti bertempur`."""
        first = ground.clause(verb).first
        place = next((n for n in range(first, verb) if ground.word(n) == "di"), -1)
        opens = ground.word(first) in ("kedua", "para", "semua", "pasukan", "tentara", "milisi")
        phrase = self._meant_by_silence(ground, arguments, known, verb) if opens and place > 0 else None
        if phrase is None or self._maker.is_negated(ground, verb) or not ground.mood(verb).real:
            return []
        return self._maker.after(ground, phrase, place + 1, verb, include=True, rule=_RULE, actors=False, end=verb)

    def _where(self, ground: Ground, sentence: range, gun: int, silent: int) -> list[int]:
        """The `di` that say where: those at the head of the sentence, else the first behind the verb."""
        beside = next((n for n in range(gun + 1, min(gun + 3, silent)) if ground.word(n) == "di"), -1)
        if beside > 0:
            # `pertempuran di Z berhenti`
            return [beside]
        if ground.word(sentence.start) == "di" and gun > sentence.start:
            fronted = range(sentence.start, gun)
            return [
                n for n in fronted if ground.word(n) == "di" and (n == sentence.start or ground.word(n - 1) == "juga")
            ]
        for number in range(silent + 1, sentence.stop):
            if ground.syntax.is_verb(number) or ("," in ground.gap(number) and ground.word(number) != "di"):
                return []
            if ground.word(number) == "di":
                return [number]
        return []

    def _meant_by_silence(self, ground: Ground, arguments: Arguments, known: Gathered, silent: int) -> Phrase | None:
        """The pause spoken of, or the one that the next sentence points at as known."""
        if phrase := self._predicates.meant(ground, arguments, silent, known):
            return phrase
        following = ground.sentence(silent).stop
        if following >= len(ground.words):
            return None
        after = arguments.between(following, ground.sentence(following).stop)
        return after[0] if after and after[0].definite else None
