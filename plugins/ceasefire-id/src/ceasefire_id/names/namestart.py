"""Where, in capitals after an office, the office ends and the name of who holds it begins."""

from __future__ import annotations

from typing import Final

from ceasefire_id.names.gazetteer import Match
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["NameStarts"]

#: abbreviations of bodies have so many letters at most; longer capitals are names in capitals
_LONGEST_ABBREVIATION: Final = 6
#: a body and its place together: no abbreviation of a person
_SHORTEST_ABBREVIATION: Final = 3
#: words of a name of which the last may be a common one
_NAME: Final = 2
#: common words of so few letters close names as well (`Hun Sen`)
_SHORT: Final = 3


class NameStarts:
    """Answers about capitals inside the phrase of a person."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary

    def is_titular(self, at: int) -> bool:
        """Whether a word belongs to offices and bodies, not to persons' names."""
        tokens, vocabulary = self.tokens, self.vocabulary
        word = tokens.folded[at]
        if word in vocabulary.name_heads or self._is_of_anak_agung(at):
            return False
        if word == "lalu":
            # `Kepala Satuan Lalu Lintas`, but `Gubernur NTB Lalu Nama`
            return tokens.word(at + 1) == "lintas"
        if word == "agung":
            # `Jaksa Agung`, but `Wali Kota X Agung Nama`
            return tokens.word(at - 1) in vocabulary.great
        return word in vocabulary.titular or vocabulary.is_abstract(word) or self.is_number(at)

    def _is_of_anak_agung(self, at: int) -> bool:
        """Whether a word is of the Balinese title `Anak Agung`."""
        pair = (self.tokens.word(at), self.tokens.word(at + 1))
        return pair == ("anak", "agung") or (self.tokens.word(at - 1), pair[0]) == ("anak", "agung")

    def is_number(self, at: int) -> bool:
        """Whether a word is the Roman number of a division, and not the article of a name (`I Ketut`)."""
        roman = self.vocabulary.is_roman(self.tokens.shown(at, at + 1))
        return roman and self.tokens.word(at + 1) not in self.vocabulary.balinese

    def opens_no_name(self, at: int) -> bool:
        """Whether a word goes on an office (`Menteri Luar Negeri`, `Kepala Balai Ikan`) and begins no name."""
        return self.is_titular(at) or self.vocabulary.is_common(self.tokens.folded[at])

    def after_office(self, at: int, end: int) -> int:
        """The first word of the name in a run of capitals (`Pajak Kementerian Keuangan Bimo`)."""
        # `Siloam International Hospitals Nama`
        bodies, folded = self.vocabulary.body_words, self.tokens.folded
        first = next((n + 1 for n in range(end - 2, at, -1) if self.is_titular(n) or folded[n] in bodies), at)
        while first < end - 1 and self.vocabulary.is_common(self.tokens.folded[first]):
            first += 1
        return first

    def before_headline(self, first: int, end: int) -> int:
        """The end of a name that common words with capitals follow, as in headlines (`Ayah Budi Buka Suara`)."""
        folded = self.tokens.folded
        if end - first == _NAME and self.tokens.goes_on_small(end):
            # `Jenderal Abboud Gambar mengunjungi`: no headline, so that the word is the name's own.
            return end
        while end - 1 > first and len(folded[end - 1]) > _SHORT and self.vocabulary.is_common(folded[end - 1]):
            end -= 1
        return end

    def is_common(self, first: int, end: int) -> bool:
        """Whether what is left of the run is a single common word (`mahasiswa Sosiologi`)."""
        return end - first == 1 and self.vocabulary.is_common(self.tokens.folded[first])

    def is_closer(self, first: int, end: int) -> bool:
        """Whether the last word, though one of offices, closes a name (`Ryan Utama`)."""
        closes = self.tokens.folded[end - 1] in self.vocabulary.closers
        return closes and end - first > 1 and not self.opens_no_name(first)

    def is_abbreviations(self, first: int, end: int) -> bool:
        """Whether a run is the short names of a body and its place (`Kadis PUPR OKU`)."""
        tokens = self.tokens
        lengths = [tokens.ends[n] - tokens.starts[n] for n in range(first, end)]
        fits = max(lengths) <= _LONGEST_ABBREVIATION and min(lengths) >= _SHORTEST_ABBREVIATION
        return end - first > 1 and fits and all(tokens.is_upper(n) for n in range(first, end))

    def place_of_body(self, first: int, end: int) -> Match | None:
        """The place with which a run ends that is only a body's short name and its place (`Kadis PUPR Sumut`)."""
        tokens, at = self.tokens, first
        while at < end - 1 and tokens.is_upper(at) and tokens.ends[at] - tokens.starts[at] >= _SHORTEST_ABBREVIATION:
            at += 1
        match = tokens.match(at) if at > first else None
        return match if match and match.end == end and match.sense("place", "state") else None

    def closes_with_body(self, first: int, end: int) -> bool:
        """Whether a run ends with the name of a body that a list knows (`Sespim Lemdiklat Polri`)."""
        # `Abdul-Malik al-Houthi` is a person.
        parted = end - first > 1 and self.tokens.gap(end - 1) == " "
        parted = parted and self.tokens.folded[end - 2] not in self.vocabulary.particles
        match = self.tokens.match(end - 1) if parted else None
        return bool(match and match.end == end and match.sense("actor") and not match.sense("place", "state"))

    def past_number(self, at: int, *, person: bool) -> int:
        """The word after the number of a school or the like and its place (`SMAN 11 Semarang`); zero where none is."""
        tokens = self.tokens
        numbered = tokens.word(at).isdigit() and tokens.word(at - 1) in self.vocabulary.schools
        if not (numbered and tokens.capital_follows(at + 1)):
            return 0
        match = tokens.match(at + 1)
        if match and match.sense("place", "state"):
            return match.end
        # `Kepala SMPN 33 Nama menolak`, but `Guru SMPN 1 Tempat, Nama`
        place = not person or tokens.run(at + 1) > at + 2 or (tokens.gap(at + 2) == ", " and tokens.capital[at + 2])
        return at + 2 if place else at + 1
