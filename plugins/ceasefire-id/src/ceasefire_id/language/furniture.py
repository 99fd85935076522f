"""What belongs to the page and not to the story: datelines, lines that point elsewhere, credits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from ceasefire.language import Furniture
from ceasefire.models import Span
from ceasefire_id import lexicon
from ceasefire_id.patterns import LazyPattern, alternatives

__all__ = ["FurnitureFinder"]

#: a dateline is no longer than this
_REACH: Final = 90
#: a title after an inline link is no longer than this
_TITLE: Final = 220


class FurnitureFinder:
    """Finds the furniture of a paragraph."""

    def __init__(self) -> None:
        words = lexicon.load("language")["furniture"]
        self._dateline = LazyPattern(_dateline_pattern(words["outlets"]))
        self._link = LazyPattern(_line_pattern(words["links"], words["links_before_colon"]), ignore_case=True)
        self._credit = LazyPattern(_line_pattern(words["credits"], words["credits_before_colon"]), ignore_case=True)
        self._inline = LazyPattern(
            rf"[(\[]?\b{alternatives(words['inline_links'])}\s*+:(?P<title>[^\n.?!]*+[.?!)\]]?)", ignore_case=True
        )

    def find(self, text: str, paragraph: Span, first: bool) -> Iterator[Furniture]:
        """The pieces of furniture of a paragraph, in order."""
        if self._link.match(text, paragraph.start, paragraph.end):
            yield Furniture(paragraph, "link")
            return
        if self._credit.match(text, paragraph.start, paragraph.end) or _is_tag_line(text, paragraph):
            yield Furniture(paragraph, "credit")
            return
        if dateline := self.dateline(text, paragraph, first):
            yield Furniture(dateline, "dateline")
        yield from self._inside(text, paragraph)

    def dateline(self, text: str, paragraph: Span, first: bool) -> Span | None:
        """The dateline that a paragraph opens with, its dash included."""
        head = text[paragraph.start : min(paragraph.end, paragraph.start + _REACH)]
        if not head[:1].isupper() or not any(mark in head for mark in "-–—:"):
            return None
        match = self._dateline.match(text, paragraph.start, min(paragraph.end, paragraph.start + _REACH))
        if match is None or (match["plain"] is not None and not first):
            return None
        return Span(match.start(), match.start() + len(match[0].rstrip()))

    def _inside(self, text: str, paragraph: Span) -> Iterator[Furniture]:
        """An inline link with its title, a credit in brackets, and the agency that closes the story."""
        pieces: list[Furniture] = []
        if text.find(":", paragraph.start, paragraph.end) >= 0:
            pieces += [
                Furniture(Span(match.start(), min(match.end(), match.start() + _TITLE)), "link")
                for match in self._inline.finditer(text, paragraph.start, paragraph.end)
            ]
        if not any(text.find(mark, paragraph.start, paragraph.end) >= 0 for mark in "(["):
            yield from pieces
            return
        pieces += [
            Furniture(Span(*match.span()), "credit")
            for match in _CREDIT_BRACKET.finditer(text, paragraph.start, paragraph.end)
        ]
        closing = _CLOSING_BRACKET.search(text, max(paragraph.start, paragraph.end - 60), paragraph.end)
        if closing:
            credit = Span(closing.start("credit"), closing.end("credit"))
            if not any(piece.span.overlaps(credit) for piece in pieces):
                pieces.append(Furniture(credit, "credit"))
        yield from sorted(pieces, key=lambda piece: piece.span)


#: `(Foto: AFP)`, `[Foto: dok. Kementerian]`
_CREDIT_BRACKET: Final = LazyPattern(
    r"[(\[](?:foto|photo|dok|sumber|gambar|reuters/|afp/|ap/|antara/)[^()\[\]\n]{0,120}[)\]]", ignore_case=True
)
_SIGNATURE: Final = r"(?!\d+[/.])[\p{L}*][\p{L}\d.*&\- ]{0,30}(?:[/,|]\s?[\p{L}\d.*&\- ]{1,30}){0,4}"
#: after the last stop of a paragraph: `(Reuters)`, `(AFP/Reuters)`, `[xyz/abc]`, `(T/P012/R03)`
_CLOSING_BRACKET: Final = LazyPattern(rf"""(?<=[.!?”"’'])\s*(?P<credit>(?:\({_SIGNATURE}\)|\[{_SIGNATURE}\])\.?)$""")
_TAG_LINE: Final = LazyPattern(r"(?:[#@]\w++[\s,]*+)++$|(?:Gambas|GAMBAS):.*|\[Gambas:[^\]]*\]?")


def _is_tag_line(text: str, paragraph: Span) -> bool:
    return bool(_TAG_LINE.fullmatch(text, paragraph.start, paragraph.end))


def _line_pattern(openings: list[str], before_colon: list[str]) -> str:
    return rf"[(\[\"'“‘]?(?:{alternatives(openings)}\b|{alternatives(before_colon)}\s*+:)"


def _dateline_pattern(outlets: list[str]) -> str:
    """Datelines by form. What only looks like a name before a dash (`plain`) counts in the first paragraph alone."""
    listed = (
        "(?:"
        + "|".join(regex.escape(name, literal_spaces=True) for name in sorted(outlets, key=len, reverse=True))
        + r")\b"
    )
    domain = r"\b[\p{L}\d]+\.\s?(?:[Cc][Oo][Mm]|COM|CO|co|ID|id|net|NET|TV|tv|org|news|NEWS)(?:\.(?:ID|id))?\b"
    outlet, place = "(?&outlet)", "(?&place)"
    capitals = r"\p{Lu}{3,}+(?:[ -]\p{Lu}{2,}+){0,3}"
    day = r"(?:,?\s\d{1,2}(?:/\d{1,2}|\s\p{L}+)(?:[/\s]\d{2,4})?)?"
    # Kigali, Senin (Reuter) -; Hat Yai, Detik -; Bagdad/Nikosia, Jumat (Antara/AP) -; San Jose, (AFP) -
    agencies = r"\(\p{Lu}[\p{L}\d. ]{1,24}(?:[/,|-]\s?[\p{L}\d. ]{1,24}){0,3}\)"
    city = rf"{place}(?:/{place}){{0,2}}"
    beside = rf"(?:,\s(?:{place}|\d{{1,2}}\s\p{{L}}+(?:\s\d{{4}})?)){{0,2}}"
    dash = r"\s*+(?:--++|[-–—]++)\s*+(?=[\p{Lu}\p{N}“”„\"‘'«(])"
    loose_dash = r"(?:\s++(?:--++|[-–—]++)\s++|(?:--++|[–—]|-)\s++)(?=[\p{Lu}\p{N}“”„\"‘'«])"
    return (
        # written once and called by name, which compiles in a quarter of the time
        rf"(?(DEFINE)(?P<outlet>{listed}|{domain}))"
        r"(?(DEFINE)(?P<place>\p{Lu}[\p{L}'’.]*+(?:[ -]\p{Lu}[\p{L}'’.]*+){0,3}))"
        rf"(?:{outlet}(?:[,/]?\s*+(?:\({place}\)|{place})){{0,2}}{day}{dash}"  # TEMPO.CO, Jakarta -
        rf"|{place},?\s*+[(|/]?\s*+{outlet}\)?{day}{dash}"  # Jakarta, CNN Indonesia --; Jakarta (ANTARA) -
        rf"|{place},\s{place}(?:,?\s*+[(]?{outlet}\)?){day}{dash}"  # Beirut, Lebanon (AFP) -
        rf"|{place}{day}\s*+\({outlet}(?:[/,]\s?{outlet})*\){day}{dash}"  # Kairo, 5/11 (AFP/Reuters) --
        rf"|(?P<plain>{capitals}(?:,\s(?:{capitals}|{place}))?{day}(?:{loose_dash}|:\s++(?=[\p{{Lu}}“\"]))"
        rf"|{city}{beside}(?:,?\s*+{agencies}{day})?{loose_dash}))"
    )
