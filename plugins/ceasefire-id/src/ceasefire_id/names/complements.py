"""What follows a head: nouns in small letters, offices in capitals, known names, a person's name."""

from __future__ import annotations

from typing import Final

from ceasefire_id.names.gazetteer import Match
from ceasefire_id.names.heads import HeadReader
from ceasefire_id.names.namestart import NameStarts
from ceasefire_id.names.phrases import Familiar, Phrase
from ceasefire_id.names.placeparts import PlaceParts
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["ComplementReader"]

#: how many nouns in small letters may stand between a head and a name, or close a phrase
_MOST_NOUNS: Final = 4
#: so many people live in a city that its name inside an office is the city's
_LARGE: Final = 500_000
#: grades of places so small that a list knows few of them
_SMALL_PLACES: Final = frozenset(("desa", "kelurahan", "kecamatan", "kampung", "dusun"))


class ComplementReader:
    """Extends a phrase word by word, until one does not belong to it."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, heads: HeadReader, familiar: Familiar) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.heads = heads
        self.familiar = familiar
        self._starts = NameStarts(tokens, vocabulary)
        self._parts = PlaceParts(tokens, vocabulary)

    def extend(self, phrase: Phrase) -> None:
        """Read all that follows the head; sets the phrase's names, nouns and end."""
        tokens, person = self.tokens, phrase.head.sort == "person"
        at, going = (self._past_bracket(phrase.head_end) if person else phrase.head_end), True
        while going and at < tokens.size:
            if not self._is_linked(phrase, at):
                at, going = self._past_fields(phrase, at)
                continue
            small = not tokens.capital[at] and tokens.folded[at] not in ("al", "el")
            at, going = self._small(phrase, at) if small else self._capitals(phrase, at)
            if person and going:
                at = self._past_bracket(at)
        if phrase.unknown and not person:
            at = self._purpose(self._fields(phrase, at))
            at = self._joint(phrase, at)
        at = self._seat(phrase, at)
        opened = next((n for n in range(at - 1, phrase.head_end - 1, -1) if tokens.gap(n) == " ("), None)
        if opened is not None and not phrase.name and tokens.gap(at)[:1] == ")":
            # The bracket closed the phrase; what it holds is no part of it.
            phrase.bracket_end, at = at, opened
        phrase.end = phrase.core_end = phrase.own_end = at

    def _is_linked(self, phrase: Phrase, at: int) -> bool:
        after_bracket = self.tokens.gap(at) == ") " and phrase.head.sort == "person" and at > phrase.head_end
        return after_bracket or self.tokens.linked(at)

    # ---- small letters -------------------------------------------------------------------------------------------

    def _small(self, phrase: Phrase, at: int) -> tuple[int, bool]:
        """Take a word in small letters; gives back the next one, and whether the phrase goes on there."""
        tokens, person = self.tokens, phrase.head.sort == "person"
        if past := self._starts.past_number(at, person=person):
            phrase.unknown = True
            return past, person
        if person and at == phrase.head_end and tokens.folded[at].isdigit() and tokens.capital_follows(at + 1):
            # `Kasubdit 2 Ditsiber`
            phrase.nouns += 1
            return at + 1, True
        if person and tokens.folded[at] == "sekaligus" and self._second_office(at + 1):
            phrase.nouns += 1
            return at + 1, True
        if person and tokens.folded[at] == "dan" and (self._second_office(at + 1) or self._office_goes_on(phrase, at)):
            phrase.nouns += 1
            return at + 1, True
        led = person or phrase.head.sort == "government"
        if led and tokens.folded[at] == "sementara" and tokens.capital_follows(at + 1):
            # `Presiden sementara Suriah`, `pemerintah sementara Rwanda`
            phrase.nouns += 1
            return at + 1, True
        if self._is_adjective(phrase, at):
            phrase.nouns += 1
            return at + 1, False
        if phrase.unknown and not person and self._parts.is_particle(at):
            # `Front Comuneros del Sur`
            return at + 1, True
        # `Kemenkeu kebutuhan pangan` is no body.
        abbreviated = phrase.head.text in self.vocabulary.in_full and tokens.capital[phrase.head_start]
        closed = phrase.unknown or (bool(phrase.matches) and not person) or abbreviated
        if at > phrase.head_end - 1 and not closed and (past := self._past_both(phrase, at)):
            phrase.nouns += 1
            return past, False
        if tokens.folded[at] in self.vocabulary.universal and phrase.head.sort not in ("place", "place_name"):
            # `tentara kedua negara`
            closed = True
        if closed or tokens.is_stop(at) or phrase.nouns == _MOST_NOUNS:
            return at, False
        phrase.nouns += 1
        people = tokens.folded[at] in self.vocabulary.peoples and tokens.capital_follows(at + 1)
        return at + 1 + people, True

    def _past_both(self, phrase: Phrase, at: int) -> int:
        """The word after `kedua negara`, whose officers or bodies a head names; zero where none is so told."""
        tokens = self.tokens
        told = phrase.head.sort in ("person", "military", "government") and tokens.folded[at] == "kedua"
        if not told or not tokens.follows(at + 1) or tokens.word(at + 1) not in self.vocabulary.both:
            return 0
        return at + 2 + (tokens.word(at + 1) == "belah")

    def _is_adjective(self, phrase: Phrase, at: int) -> bool:
        """`pemerintah sementara`, where `sementara` opens no clause."""
        if phrase.head.sort != "government" or self.tokens.folded[at] != "sementara":
            return False
        return not self.tokens.follows(at + 1) or self.tokens.is_stop(at + 1)

    def _second_office(self, at: int) -> bool:
        """`juru bicara dan pemimpin X Nama`: another office of the same person, a name some words after it."""
        tokens = self.tokens
        found = self.heads.at(at) if tokens.follows(at) else None
        if found is None or found.head.sort != "person":
            return False
        end = found.end
        while end < tokens.size and tokens.follows(end) and not tokens.capital[end] and not tokens.is_stop(end):
            end += 1
        peoples = tokens.word(end) in self.vocabulary.attributes
        return tokens.capital_follows(end) and tokens.match(end) is None and not peoples

    def _office_goes_on(self, phrase: Phrase, at: int) -> bool:
        """`Menteri Pemuda dan Olahraga`."""
        after_office = self.tokens.capital[at - 1] and at - 1 >= phrase.head_end and not phrase.matches
        if not after_office or not self.tokens.capital_follows(at + 1):
            return False
        # `Deputi Penindakan dan Eksekusi KPK Nama`
        before_body = self.tokens.capital_follows(at + 2) and self._is_body(at + 2)
        return before_body or self._is_office(at + 1)

    def _is_body(self, at: int) -> bool:
        """Whether a name that a list knows begins here, or the short name of a public body."""
        return self.tokens.match(at) is not None or self.tokens.folded[at] in self.vocabulary.in_full

    # ---- capitals ------------------------------------------------------------------------------------------------

    def _capitals(self, phrase: Phrase, at: int) -> tuple[int, bool]:
        """Take a word with a capital, or the name that it begins; gives back as `_small` does."""
        tokens, person = self.tokens, phrase.head.sort == "person"
        match = tokens.match(at)
        leads = person or phrase.head.sort == "government"
        if match and phrase.unknown and phrase.head.sort == "place" and not match.sense("state", "capital"):
            # `kota Maarat al-Numan`: a part of the name that is a place elsewhere.
            return match.end, True
        small = phrase.head.text in _SMALL_PLACES or tokens.folded[at - 1] in _SMALL_PLACES
        if match and small and (longer := self._parts.longer_place(match)):
            # `Desa Batu Belah`: a part of the name is a place elsewhere.
            phrase.unknown = True
            return longer, False
        if tokens.folded[at] in self.vocabulary.numbered and tokens.word(at + 1)[:1].isdigit():
            return at, False
        if match and self._parts.begins_group(phrase, match):
            # `faksi Banda Hitam`: a part of the name is a place elsewhere.
            phrase.unknown = True
            return tokens.run(at), False
        if match and phrase.head.sort == "place_name":
            # `Jalan Medan Merdeka`, `Jalan Tol Solo-Ngawi`
            phrase.matches.append(match)
            return match.end, tokens.linked(match.end) and tokens.capital[match.end]
        named = person and match is not None and match.end == at + 1 and tokens.folded[at] in self.familiar.persons
        if match and not (leads and (named or self._goes_on(match, phrase))):
            phrase.matches.append(match)
            firm = phrase.head.text in self.vocabulary.firms and match.sense("state") is not None
            named = phrase.unknown and tokens.capital_follows(match.end)
            if named and match.sense("state") and tokens.folded[match.end] in self.vocabulary.directions:
                # `Gerakan Bersatu Thailand Selatan`
                return match.end + 1, False
            return match.end, person or firm or self._names_body(phrase, match)
        if tokens.folded[at] in self.vocabulary.attributes:
            phrase.nouns += 1
            return at + 1, True
        if tokens.folded[at] in self.vocabulary.capital_stops or at in tokens.timed:
            return at, False
        if person:
            return self._office_or_name(phrase, at)
        if phrase.head.sort == "government" and self._is_leader(at):
            return self._name(phrase, at)
        phrase.unknown = True
        return at + 1, True

    def _names_body(self, phrase: Phrase, match: Match) -> bool:
        """Whether a body's name follows its land (`kelompok Palestina Hamas`)."""
        following = self.tokens.match(match.end) if self.tokens.follows(match.end) else None
        land = match.sense("state") or (phrase.head.sort == "armed_group" and match.sense("place"))
        return bool(land and following and following.sense("actor"))

    def _office_or_name(self, phrase: Phrase, at: int) -> tuple[int, bool]:
        tokens = self.tokens
        possessed = tokens.folded[at].endswith("-nya")
        if possessed or tokens.shown(at, at + 1) in self.familiar.aliases:
            # `Ketua BGN-nya`
            phrase.unknown = True
            return at + 1, not possessed
        closes_match = bool(phrase.matches) and phrase.matches[-1].end == at
        if self._is_office(at) and (not closes_match or self._starts.opens_no_name(at)):
            phrase.nouns += 1
            return at + 1, True
        if phrase.plural or tokens.folded[at - 1] in self.vocabulary.houses:
            # `para tetua Hawiya`, `Direktur Rumah Sakit Al Amal`: the name is that of a people or a body.
            phrase.unknown = True
            return tokens.run(at), False
        return self._name(phrase, at)

    def _name(self, phrase: Phrase, at: int) -> tuple[int, bool]:
        end, starts = self.tokens.run(at), self._starts
        first = starts.after_office(at, end)
        if not starts.opens_no_name(first):
            end = starts.before_headline(first, end)
        match = self.tokens.match(first)
        if match and (match.end > end or (match.end == end and first > at and match.sense("place"))):
            # `Asisten Sekretariat Daerah Jawa Tengah`
            phrase.unknown = True
            return match.end, False
        if place := starts.place_of_body(first, end):
            phrase.unknown = True
            phrase.matches.append(place)
            return end, False
        # A number closes names too (`Leo XIV`).
        closes_office = starts.is_titular(end - 1) and not self.vocabulary.is_roman(self.tokens.shown(end - 1, end))
        before_firm = self.tokens.follows(end) and self.tokens.word(end) in self.vocabulary.firms
        if starts.closes_with_body(first, end) or before_firm:
            # `Kasespim Lemdiklat Polri`, `Vice President Fuel Retail PT X`
            phrase.unknown = True
            return end, before_firm
        closes_office = closes_office and not starts.is_closer(first, end)
        closes_office = closes_office or starts.is_common(first, end) or starts.is_abbreviations(first, end)
        if closes_office or self._is_abbreviated(phrase, first, end):
            phrase.unknown = True
            return end, self._goes_on_after_body(end) or starts.past_number(end, person=True) > 0
        if self._is_body_before_bracket(phrase, first, end):
            phrase.unknown = True
            return end, True
        phrase.name = (first, end)
        return end, False

    def _is_body_before_bracket(self, phrase: Phrase, first: int, end: int) -> bool:
        """`CEO Badan Investasi (BPI) Daya Nusa (Danusa), Nama`: the name stands behind the bracket of the body's."""
        tokens, past = self.tokens, self._past_bracket(end)
        if past == end or not tokens.capital[past] or past in tokens.timed or self.heads.at(past) is not None:
            return False
        if tokens.folded[past] in self.vocabulary.capital_stops or tokens.match(past) is not None:
            return False
        if tokens.gap(past) == ") ":
            return tokens.run(past) - past > 1
        inside = any(tokens.gap(n) == ") " for n in range(phrase.head_end, first + 1))
        return inside and tokens.run(past) - past > 1

    def _goes_on_after_body(self, end: int) -> bool:
        """Whether an office whose body has been read goes on: `(Pidum) Nama`, `sekaligus Deputi Y Nama`."""
        tokens = self.tokens
        if tokens.word(end) == "sekaligus" and tokens.follows(end):
            return True
        past = self._past_bracket(end)
        return past > end and past < tokens.size and tokens.gap(past) == ") " and tokens.capital[past]

    def _is_abbreviated(self, phrase: Phrase, first: int, end: int) -> bool:
        """`tokoh NU`, `Kepala Badan Pusat Statistik (BPS)`: a single word that is or closes the name of a body."""
        tokens = self.tokens
        if end - first > 1:
            return False
        in_brackets = end < tokens.size and tokens.gap(end) == " (" and tokens.is_upper(end)
        return tokens.is_upper(first) or (in_brackets and first > phrase.head_end)

    def _is_office(self, at: int) -> bool:
        """Whether a capital goes on an office (`Menteri Luar Negeri`) and begins no name."""
        before = self.tokens.folded[at - 1]
        opens = self.vocabulary.peoples | self.vocabulary.subjects
        # `Departemen Minat dan Bakat`
        field = before == "dan" and self.tokens.word(at - 3) in self.vocabulary.fields
        return self._starts.opens_no_name(at) or before in opens or field

    def _is_leader(self, at: int) -> bool:
        """Whether a person's name goes on the name of a government (`pemerintahan Salva Kiir`)."""
        tokens, end = self.tokens, self.tokens.run(at)
        if any(tokens.folded[n] in self.vocabulary.office for n in range(at, end)) or tokens.match(end - 1):
            return False
        word = tokens.folded[at]
        if self._starts.opens_no_name(at):
            # `Satgas Penanggulangan Bencana`
            return False
        return end - at > 1 or word in self.familiar.persons or word in self.vocabulary.people

    def _goes_on(self, match: Match, phrase: Phrase) -> bool:
        """Whether a known name is only the beginning of a person's (`Israel Katz`, `Leo XIV`, `Riad Hijab`)."""
        if self.tokens.run(match.first) <= match.end or match.sense("actor"):
            return False
        if match.sense("state"):
            second = bool(phrase.matches) and phrase.matches[-1].sense("state") is not None
            return second and not self.tokens.is_upper(match.first)
        if self.tokens.folded[match.first - 1] in self.vocabulary.grades:
            # `Kepala Dinas Penanaman Modal Kota Mataram Nama`
            return False
        if phrase.head.text in self.vocabulary.accused and not (phrase.nouns or phrase.unknown or phrase.matches):
            # `Terdakwa Vienna Laksmi`: whoever it is, a name follows.
            return True
        place = match.sense("place")
        body = phrase.matches[-1].sense("actor") if phrase.matches else None
        if body and place and "" not in (body.country, place.country) and body.country != place.country:
            # A city of another state only looks like the name.
            return True
        if phrase.matches:
            # `Kepala Humas X Surabaya Nama`: a large city or a province says where, and begins no name.
            return place is None or match.sense("capital") is not None or 0 < place.population < _LARGE
        by_place = phrase.head.text in self.vocabulary.rulers or match.sense("capital") is not None
        if phrase.unknown or phrase.nouns:
            # `Kepala Dinas Pendidikan Surabaya Nama`
            return not by_place and place is not None and 0 < place.population < _LARGE
        return not by_place and place is not None and place.population > 0

    def _joint(self, phrase: Phrase, at: int) -> int:
        """The end of a name of two bodies that are one (`Kementerian Agraria/Badan Pertanahan`)."""
        tokens = self.tokens
        joint = phrase.head.sort == "government" and at < tokens.size and tokens.gap(at) == "/" and tokens.capital[at]
        return tokens.run(at) if joint else at

    def _seat(self, phrase: Phrase, at: int) -> int:
        """The end of a name that says where its bearer is (`Misi PBB di Libya`, `sumber rumah sakit di Misrata`)."""
        tokens = self.tokens
        seated = phrase.head.text in self.vocabulary.seated and not phrase.name and not phrase.plural
        if not seated or tokens.word(at) != "di" or not tokens.follows(at) or not tokens.follows(at + 1):
            return at
        place = tokens.match(at + 1)
        # Of a body only its whole name says so: `misi di Gaza` is no name.
        # `diplomat Barat di X` is called by what he is of.
        bare = not (phrase.matches or phrase.unknown) and (phrase.nouns == 0 or phrase.head.text in ("sumber",))
        named = bare if phrase.head.sort == "person" else bool(phrase.matches)
        if not named or place is None or not place.sense("place", "state"):
            return at
        phrase.places.append(place)
        return place.end

    # ---- brackets and purposes ---------------------------------------------------------------------------------------

    def _past_bracket(self, at: int) -> int:
        """The word after an abbreviation in brackets, where a name may follow (`Presiden Amerika Serikat (AS) X`)."""
        tokens = self.tokens
        if at >= tokens.size or tokens.gap(at) != " (" or not tokens.capital[at]:
            return at
        end = tokens.run(at)
        return end if end < tokens.size and tokens.gap(end) in (") ", "), ") else at

    def _past_fields(self, phrase: Phrase, at: int) -> tuple[int, bool]:
        """Whether an office lists its fields (`Kepala Dinas Kajian, Aksi, dan Strategi Nama`), and where it goes on."""
        tokens, end = self.tokens, at
        if phrase.head.sort != "person" or phrase.name or phrase.plural or at == phrase.head_end:
            return at, False
        while end < tokens.size and tokens.gap(end) == ", " and tokens.capital[end] and self._starts.opens_no_name(end):
            end = tokens.run(end) if self.heads.at(end) is None else tokens.size
        if end == at or end >= tokens.size or tokens.word(end) != "dan" or not tokens.capital_follows(end + 1):
            return at, False
        if not self._starts.opens_no_name(end + 1) or self.heads.at(end + 1) is not None:
            return at, False
        phrase.nouns += 1
        return end + 2, True

    def _fields(self, phrase: Phrase, at: int) -> int:
        """The end of a body's name that lists its fields (`Badan Air dan Energi`, `Kementerian X, Y, dan Z`)."""
        if phrase.head.text not in self.vocabulary.fields or phrase.matches:
            return at
        tokens, end = self.tokens, at
        while end < tokens.size and tokens.gap(end) == ", " and self._is_field(end):
            end = tokens.run(end)
        joined = tokens.word(end) == "dan" and (tokens.follows(end) or (end > at and tokens.gap(end) == ", "))
        return tokens.run(end + 1) if joined and tokens.follows(end + 1) and self._is_field(end + 1) else at

    def _is_field(self, at: int) -> bool:
        """Whether a capital goes on the fields of a body, and names no other."""
        tokens = self.tokens
        if at >= tokens.size or not tokens.capital[at] or at in tokens.timed:
            return False
        word = tokens.folded[at]
        if tokens.is_upper(at):
            # `Kementerian Koperasi dan UKM`
            return word in self.vocabulary.short_fields
        known = word in self.familiar.persons or word in self.vocabulary.people or tokens.match(at) is not None
        compound = (word, tokens.word(at + 1)) in self.vocabulary.compounds
        return not known and self.heads.at(at) is None and (compound or word not in self.vocabulary.capital_stops)

    def _purpose(self, at: int) -> int:
        """The end of a body's name that goes on with what it is for (`Front Populer untuk Pembebasan Palestina`)."""
        goes_on = (
            self.tokens.word(at) in ("untuk", "bagi")
            and self.tokens.follows(at)
            and self.tokens.capital_follows(at + 1)
        )
        return self.tokens.run(at + 1) if goes_on else at
