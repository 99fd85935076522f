"""What headlines attribute: `S: C`, and `S Sebut C`, whose verb has lost its prefix and whose words have capitals.

A headline has no quotation marks and hardly a conjunction, so its order tells all: who speaks opens it, or follows
a comma, and what is said runs to the next comma, or, after a colon, to the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ceasefire.mentions import ActorMention
from ceasefire_id.language.titles import TitleVerbs, title_words
from ceasefire_id.statements.scene import Draft, Scene

__all__ = ["HeadedSpeech"]

#: fewer words are a thing that is named, not a clause
_FEWEST: Final = 3
#: between who speaks and the verb
_BETWEEN: Final = frozenset(("kini", "juga", "kembali", "lagi", "kompak", "terus", "sudah", "akhirnya", "lagi-lagi"))
#: tell that a clause follows, though it has no verb
_MODAL: Final = frozenset(
    (
        "akan",
        "bakal",
        "sudah",
        "telah",
        "belum",
        "tak",
        "tidak",
        "bukan",
        "hampir",
        "bisa",
        "jadi",
        "hanya",
        "masih",
        "harus",
        "siap",
    )
)


class HeadedSpeech:
    """Reads the headlines of one scene."""

    def __init__(self, scene: Scene, verbs: TitleVerbs) -> None:
        self.scene = scene
        self.verbs = verbs

    def read(self) -> Iterator[Draft]:
        """The statements of all headlines, in order."""
        for title in title_words(self.scene.document):
            if not (self.scene.in_furniture(title.start) or any(self.scene.is_quoted(n) for n in title)):
                yield from self._read(title)

    def _read(self, title: range) -> Iterator[Draft]:
        scene = self.scene
        first = title.start
        if scene.word(first) in self.verbs.rubrics and ":" in scene.gap(first + 1):
            first += 1
        colon = next((n for n in range(first + 1, title.stop) if ":" in scene.gap(n)), title.stop)
        yield from self._by_verb(first, colon)
        speaker = self._speaker(first, colon) if colon < title.stop else None
        span = scene.stretch(colon, title.stop) if speaker is not None else None
        if span is not None:
            yield Draft(span.start, span.end, "indirect", "headed", speaker)

    def _speaker(self, first: int, colon: int) -> ActorMention | None:
        """Who opens the part before a colon, or what follows its last comma."""
        scene = self.scene
        comma = next((n for n in range(colon - 1, first, -1) if "," in scene.gap(n)), first)
        return scene.actor_at(comma) or scene.actor_at(first)

    def _by_verb(self, first: int, stop: int) -> Iterator[Draft]:
        """`S Sebut C`, `S Desak O C`."""
        scene = self.scene
        begin = first
        for number in range(first, stop):
            if "," in scene.gap(number):
                begin = number
            full = self.verbs.sayings.get(scene.word(number), scene.word(number))
            if full not in scene.speech.reporting - scene.speech.refuse:
                continue
            # `Warga Turun ke Jalan, Tuntut S Mundur`
            speaker = scene.actor_at(begin if number > begin else first)
            after = scene.after(speaker.span) if speaker is not None and number > begin else number
            if speaker is None or any(scene.word(n) not in _BETWEEN for n in range(after, number)):
                continue
            end = next((n for n in range(number + 1, stop) if "," in scene.gap(n)), stop)
            if self._is_clause(
                number + 1, end, asked=full in scene.speech.demand, offered=full in scene.speech.propose
            ):
                span = scene.stretch(number + 1, end)
                if span is not None:
                    yield Draft(span.start, span.end, "indirect", "headed", speaker, number)
            return

    def _is_clause(self, first: int, end: int, *, asked: bool, offered: bool) -> bool:
        """Whether what follows the verb is told or asked, and no noun phrase (`Sebut C`, not `Serukan Jeda`)."""
        scene = self.scene
        if end - first < _FEWEST:
            return False
        addressed = scene.actor_at(first)
        if offered and addressed is None:
            # `Tawarkan Rilis Sandera` names a thing, `Perintahkan Tentara Mundur` asks for a deed.
            return False
        if asked or offered:
            # `Desak Israel Segera Hentikan Serangan`, `Desak Hentikan Serangan`
            at = self._past_names(first)
            soon = addressed is not None and scene.word(at) == "segera"
            return soon or any(scene.word(n) in self.verbs for n in range(first, min(at + 2, end)))
        words = [scene.word(n) for n in range(first, end)]
        return addressed is not None or any(word in self.verbs or word in _MODAL for word in words)

    def _past_names(self, number: int) -> int:
        """The word after the names that begin at a word (`Israel dan Hamas`, `Israel-Hamas`)."""
        scene, end = self.scene, number
        while (name := scene.actor_at(end)) is not None:
            end = scene.after(name.span)
            end += scene.word(end) in ("dan", "serta") and scene.actor_at(end + 1) is not None
        return end
