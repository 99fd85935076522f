"""What may stand between a pause and its place: times, sides, troops, and what describes either."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.phrases import Phrase
from ceasefire_id.scope.vocabulary import ScopeWords

__all__ = ["TrailReader"]

#: how many words with the names of the sides may stand between a pause and its verb
_BESIDE: Final = 9
#: how far behind its preposition a side may stand
_DESCRIBED: Final = 4
#: how many words may describe a side between two commas
_APPOSITION: Final = 12
#: how many words may name troops, and how many may stand before `yakni bagi Z`
_TROOPS, _NAMELY = 5, 7
#: words between what is stopped and the time of it
_TIMED: Final = frozenset(("sejak", "mulai", "hingga", "sampai", "terhitung", "pada", "selama", "per"))


class TrailReader:
    """Finds where the words behind a pause end that do not say where it holds."""

    def __init__(self, words: ScopeWords) -> None:
        self._words = words

    def past_apposition(self, ground: Ground, number: int) -> int:
        """`membekukan P dengan B, kelompok pecahan G, (di Z)`: behind the comma that closes what describes the side."""
        for after in range(number + 1, min(number + _APPOSITION, ground.sentence(number - 1).stop)):
            if ground.syntax.is_verb(after):
                break
            if "," in ground.gap(after) and ground.word(after) == "di":
                return after
        return number

    def end(self, ground: Ground, phrase: Phrase) -> int:
        """Behind `sebagian`, `selama L`, `antara A dan B`, `dengan B` right after a pause."""
        number, stop = phrase.stop, ground.sentence(phrase.first).stop
        while ground.word(number).removesuffix("nya") in self._words.goes_on["kinds"]:
            # `penghentian operasi tempur`, `menangguhkan serangan udaranya`
            number += 1
        if ground.word(number) == "sebagian":
            number += 1
        while number < stop:
            time = ground.at(TimeMention, number)
            side = self._side(ground, number) if ground.word(number) in ("antara", "dengan") else None
            if side is not None and ground.word(ground.after(ground.coordinated(side)[-1])) == "dan":
                # `antara A dan B`, B unknown
                side = None
            if time is not None:
                number = ground.after(time)
            elif ground.word(number) in self._words.subject["described"] and ground.adjoins(number):
                number += 1
            elif (owner := self._behind_owner(ground, number)) > 0:
                number = owner
            elif side is not None and not phrase.sepihak:
                number = ground.past_bracket(ground.after(ground.coordinated(side)[-1]))
            elif ground.word(number) == "antara" and (place := self._behind_sides(ground, number, stop)):
                number = place
            elif ground.word(number) == "secara":
                # `menghentikan operasi secara sepihak sejak T di Z`
                number += 2
            elif ground.word(number) in _TIMED and ground.at(TimeMention, number + 1) is not None:
                number += 1
            elif (place := self._behind_troops(ground, number)) > 0:
                number = place
            elif ground.word(number) in ("selama", "pada"):
                feast = ground.at(TimeMention, number + 1) is None and ground.word(number) == "selama"
                number += 1 + feast
            else:
                break
        return min(self._namely(ground, number, stop) or number, stop)

    def _behind_owner(self, ground: Ground, number: int) -> int:
        """`P sepihak A (di Z)`: behind whose pause it is, or 0."""
        owner = ground.at(ActorMention, number) if ground.adjoins(number) else None
        after = ground.after(owner) if owner is not None else 0
        return after if after and ground.word(after) in ("di", "dengan") and ground.adjoins(after) else 0

    def _side(self, ground: Ground, number: int) -> ActorMention | None:
        """`dengan B`, `dengan kelompok pembangkang B`: the side behind a preposition and what describes it."""
        for after in range(number + 1, number + _DESCRIBED):
            if (side := ground.at(ActorMention, after)) is not None:
                return side
            if not ground.adjoins(after) or ground.syntax.is_verb(after) or ground.word(after) == "di":
                return None
        return None

    def _namely(self, ground: Ground, number: int, stop: int) -> int:
        """`P baru, lebih sempit, yakni (bagi Z)`: where the preposition stands, or 0."""
        if "," not in ground.gap(number):
            return 0
        for after in range(number, min(number + _NAMELY, stop - 1)):
            if ground.syntax.is_verb(after) or any(mark in ground.gap(after) for mark in ";:."):
                return 0
            if ground.word(after) in ("yakni", "yaitu"):
                return after + 1 if ground.word(after + 1) in ("bagi", "untuk", "di") else 0
        return 0

    def _behind_troops(self, ground: Ground, number: int) -> int:
        """`P kepada seluruh pasukannya (di Z)`: where `di` stands, or 0."""
        if ground.word(number) not in ("kepada", "bagi", "untuk"):
            return 0
        number += 1
        troops = self._words.subject["troops"]
        named = False
        for after in range(number, number + _TROOPS):
            word = ground.word(after)
            if word == "di" and named:
                return after
            if word not in troops | {"seluruh", "semua", "segenap", "para", "anak"} or not ground.adjoins(after):
                return 0
            named = named or word in troops
        return 0

    def _behind_sides(self, ground: Ground, number: int, stop: int) -> int:
        """`antara suku A dan B di Z`, nobody known: where `di` stands, or 0."""
        joined = False
        for after in range(number + 1, min(number + _BESIDE, stop)):
            if ground.syntax.is_verb(after) or ground.marked(after, ",;:"):
                return 0
            joined = joined or ground.word(after) == "dan"
            if ground.word(after) == "di":
                return after if joined else 0
        return 0
