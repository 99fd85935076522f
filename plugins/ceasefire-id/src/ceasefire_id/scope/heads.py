"""The nouns that name a pause, with the complement that makes them do so: `gencatan senjata`, `jeda kemanusiaan`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import TimeMention
from ceasefire_id.scope.ground import Ground
from ceasefire_id.scope.vocabulary import PauseWords

__all__ = ["HeadReader"]

#: verbs by which a calm is made, kept up or broken
_MAKING: Final = frozenset(
    ("mengumumkan", "menyatakan", "memperpanjang", "menciptakan", "mendeklarasikan", "menyepakati", "melanggar")
) | {"memulai"}


class HeadReader:
    """Reads the head and complement of a noun phrase of a pause."""

    def __init__(self, words: PauseWords) -> None:
        self._words = words

    def read(self, ground: Ground, number: int) -> tuple[int, str, str] | None:
        """Where the head with its complement ends, its kind and the rule that read it."""
        words, word = self._words, ground.word(number)
        if word in words.truce_fused:
            return number + 1, "ceasefire", "gencatan-senjata"
        if word in words.truce_heads:
            if ground.word(number + 1) in words.truce_complements and ground.adjoins(number + 1):
                humanitarian = ground.word(number + 2) == "kemanusiaan"
                return number + 2, "humanitarian" if humanitarian else "ceasefire", "gencatan-senjata"
            return (number + 1, "truce", "gencatan") if word == "gencatan" else None
        if word in words.pause_heads:
            end, kind = self._complement(ground, number + 1, words.pause_complements) or (number + 1, "truce")
            return end, kind, "jeda" if end == number + 1 else "jeda-complement"
        if word in words.lone_heads:
            return number + 1, "truce", "lone-noun"
        if word in words.lessening:
            return self._lessened(ground, number)
        if word in words.stop_heads:
            after = number + 1
            while ground.word(after) in words.stop_between:
                after += 1
            if found := self._complement(ground, after, words.stop_complements):
                return found[0], found[1], "penghentian"
            return None
        return self._calm(ground, number)

    def _lessened(self, ground: Ground, number: int) -> tuple[int, str, str] | None:
        """`pengurangan kekerasan (selama) sepekan`: a length or a paper says that it is an arrangement."""
        end = number + 2 + (ground.word(number + 1) == "aksi")
        if ground.word(end - 1) != "kekerasan":
            return None
        length = ground.at(TimeMention, end + (ground.word(end) in ("selama", "untuk")))
        settled = ground.word(number - 1) in self._words.around["label_wrappers"]
        bounded = length is not None and length.type == "DURATION"
        return (end, "truce", "pengurangan") if settled or bounded else None

    def _calm(self, ground: Ground, number: int) -> tuple[int, str, str] | None:
        """`“kondisi tenang”`, `rezim diam`: only in quotation marks, or with a noun that says it alone."""
        words, after = self._words, number + 1
        if ground.word(after) == "yang":
            after += 1
        if ground.word(after) not in words.calm_complements or not ground.adjoins(after):
            return None
        marked = ground.quoted(number) and not ground.gap(number).isspace()
        if marked or ground.word(number) in words.calm_certain or self._is_made(ground, number):
            return after + 1, "calm", "calm"
        return None

    def _is_made(self, ground: Ground, number: int) -> bool:
        """Whether somebody declares, breaks or lengthens it: weather is not declared."""
        near = {ground.word(n) for n in range(max(0, number - 3), number)}
        return not near.isdisjoint(_MAKING)

    def _complement(
        self, ground: Ground, number: int, table: tuple[tuple[tuple[str, ...], str], ...]
    ) -> tuple[int, str] | None:
        for phrase, kind in table:
            if all(ground.word(number + n) == word for n, word in enumerate(phrase)) and ground.adjoins(number):
                return number + len(phrase), kind
        return None
