"""Numbers in digits and words, with the bound beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from ceasefire.document import Document
from ceasefire.mentions import Mention, NumberMention
from ceasefire.models import Span
from english.words import LIMIT, any_of, lexicon


class Numbers:
    """Gives a `NumberMention` for each number."""

    name = "en-numbers"
    language = "en"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset()
    gives: frozenset[type[Mention]] = frozenset({NumberMention})

    def __init__(self) -> None:
        words = lexicon("numbers")
        self._values: dict[str, int] = {**words["units"], **words["tens"]}
        self._powers: dict[str, int] = words["powers"]
        self._vague: dict[str, list[int]] = words["vague"]
        self._bounds: dict[str, Any] = {phrase: kind for kind, phrases in words["bounds"].items() for phrase in phrases}
        small = rf"(?:{any_of(words['tens'])}-{any_of(words['units'])}|{any_of(self._values)})"
        spelt = rf"(?P<spelt>(?:an?\s|{small}\s)?{any_of(self._powers)}|{small})"
        digits = r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})++|[0-9]{1,12}+)(?![.,]?[\p{L}_0-9])"
        self._number = regex.compile(
            rf"\b(?:(?P<bound>{any_of(self._bounds)})\s)?(?P<bare>{digits}|(?:{spelt}|(?P<vague>{any_of(self._vague)}))\b)",
            regex.IGNORECASE,
        )

    def extract(self, document: Document) -> Iterator[NumberMention]:
        """The numbers of the text, in its order."""
        for match in self._number.finditer(document.text, timeout=LIMIT):
            if match["digits"] and document.text[max(0, match.start("bare") - 1) : match.start("bare")] in (
                ":",
                ".",
                "/",
            ):
                continue
            if match["vague"]:
                low, high = self._vague[" ".join(match["vague"].lower().split())]
                rule = "vague"
            else:
                low = high = self._value(match)
                rule = "digits" if match["digits"] else "words"
            kind = self._bounds[" ".join(match["bound"].lower().split())] if match["bound"] else None
            least, most = _bounded(kind, low, high)
            span, bare = Span(*match.span()), Span(*match.span("bare"))
            yield NumberMention(span=span, by=f"{self.name}:{rule}", min=least, max=most, bare=bare, bound=kind)

    def _value(self, match: regex.Match[str]) -> int:
        if match["digits"]:
            return int(match["digits"].replace(",", ""))
        value = 0
        for word in regex.split(r"[\s-]+", match["spelt"].lower()):
            if word in self._powers:
                value = max(value, 1) * self._powers[word]
            else:
                value += self._values.get(word, 0)
        return value


def _bounded(kind: str | None, low: int, high: int) -> tuple[int | None, int | None]:
    """What a bound leaves; about is ten per cent either way, rounded outward."""
    allowed = {
        "more": (low + 1, None),
        "least": (low, None),
        "less": (None, high - 1),
        "most": (None, high),
        "about": (low * 9 // 10, -(-high * 11 // 10)),
    }
    return allowed.get(kind or "", (low, high))
