"""Names in apposition: of a person after an office, of a body after what it is."""

from __future__ import annotations

from typing import Final

from ceasefire_id.names.heads import HeadReader
from ceasefire_id.names.namestart import NameStarts
from ceasefire_id.names.phrases import Familiar, Phrase
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["AppositionReader"]

#: words inside the name of a body
_BODY_JOINTS: Final = frozenset(("untuk", "dan", "di", "of", "for", "the"))
_COORDINATORS: Final = frozenset(("dan", "serta", "atau", "hingga", "sampai"))
_DASHES: Final = frozenset(("--", "–", "—"))


class AppositionReader:
    """Extends a phrase by the name that a comma, a place of work or `bernama` adds."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, heads: HeadReader, familiar: Familiar) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.heads = heads
        self.familiar = familiar
        self._starts = NameStarts(tokens, vocabulary)

    def extend(self, phrase: Phrase) -> None:
        """Take what stands in apposition to a phrase."""
        if phrase.head.sort == "person":
            self._person(phrase)
        elif phrase.head.sort in ("media", "monitor") and not phrase.possessed:
            self._body(phrase)

    def _person(self, phrase: Phrase) -> None:
        """`juru bicara Houthi, Mohammed Abdulsalam`; also over a place of work (`peneliti di Institut X, Nama`)."""
        tokens, at = self.tokens, phrase.bracket_end or phrase.end
        if phrase.possessed and tokens.capital_follows(at) and not tokens.match(at) and not self.heads.at(at):
            # `utusannya David Satterfield`
            self._take(phrase, (at, tokens.run(at)))
        elif phrase.name:
            # `Peneliti Chatham House, Farea al-Muslimi`: what looked like the name is the body's.
            single = phrase.name[1] - phrase.name[0] == 1
            ranked = single and self.tokens.word(at) in self.vocabulary.ranks
            other = ranked or (
                (at >= tokens.size or self.heads.at(at) is None)
                and (
                    phrase.head.text in self.vocabulary.members
                    or self._is_known(phrase.name)
                    or (single and self._is_set_off(at))
                )
            )
            if other and (name := self._name_after_comma(at)):
                self._take(phrase, name)
        elif tokens.word(at) == "bernama" and tokens.follows(at) and tokens.capital_follows(at + 1):
            self._take(phrase, (at + 1, tokens.run(at + 1)))
        elif (
            tokens.word(at) in self.vocabulary.office_prepositions
            and tokens.follows(at)
            and tokens.capital_follows(at + 1)
        ):
            self._worker(phrase, at)
        elif (name := self._name_after_comma(at)) and not self._is_asked(phrase, name[1]):
            self._take(phrase, name)
        elif tokens.word(at) in self.vocabulary.demonstratives and tokens.follows(at):
            # `panglima itu, Rahmat Daud,`
            name = self._name_after_comma(at + 1)
            if name and tokens.gap(name[1])[:1] in (",", " "):
                self._take(phrase, name)

    def _is_known(self, name: tuple[int, int]) -> bool:
        """Whether a name is that of somebody met before (`Utusan khusus Trump, Steve Witkoff`)."""
        words = self.tokens.folded[name[0] : name[1]]
        return all(word in self.familiar.persons or word in self.vocabulary.people for word in words)

    def _is_set_off(self, at: int) -> bool:
        """Whether a name stands between commas (`Rektor Undip, Suharnomo, menolak`) and no list goes on with it."""
        tokens = self.tokens
        if at >= tokens.size or tokens.gap(at) != ", " or not tokens.capital[at]:
            return False
        end = tokens.run(at)
        behind = end < tokens.size and (tokens.capital[end] or tokens.folded[end] in _COORDINATORS)
        return tokens.gap(end)[:1] in (",", ".", "") and not behind

    def _goes_on(self, at: int) -> bool:
        """Whether a preposition adds where or for what somebody works."""
        tokens = self.tokens
        preposition = tokens.word(at) in self.vocabulary.office_prepositions and tokens.follows(at)
        return preposition and tokens.capital_follows(at + 1)

    def _take(self, phrase: Phrase, name: tuple[int, int]) -> None:
        phrase.name, phrase.end, phrase.core_end = name, name[1], name[1]

    def _worker(self, phrase: Phrase, preposition: int) -> None:
        work_end = self._work(preposition + 1)
        state = self.tokens.match(preposition + 1)
        for_state = phrase.possessed or self.tokens.folded[preposition] in ("untuk", "bagi", "urusan")
        if for_state and state and state.sense("state") and work_end > state.end:
            # `timpalannya dari Prancis Philippe Douste-Blazy`, `Utusan Khusus X untuk Suriah Nama`
            self._take(phrase, (state.end, work_end))
        elif for_state and (field_end := self._field_end(preposition + 1, work_end)):
            self._take(phrase, (field_end, work_end))
        elif name := self._name_after_comma(work_end):
            match = self.tokens.match(preposition + 1)
            if match and match.sense("place", "state") and self.tokens.folded[preposition] == "di":
                phrase.places.append(match)
            self._take(phrase, name)
        elif self._is_body(preposition + 1, work_end) or self.tokens.word(preposition) in ("untuk", "urusan"):
            phrase.end = phrase.core_end = work_end
            phrase.works = True

    def _field_end(self, at: int, end: int) -> int:
        """Where a field ends that a name of two words or more follows (`untuk Hak Asasi Manusia X Y`); else zero."""
        first = self._starts.after_office(at, end)
        return first if at < first < end - 1 and not self._starts.opens_no_name(end - 1) else 0

    def _work(self, at: int) -> int:
        tokens = self.tokens
        end = tokens.run(at)
        while end < tokens.size:
            if tokens.follows(end) and tokens.folded[end] in _BODY_JOINTS and self.tokens.capital_follows(end + 1):
                end = tokens.run(end + 1)
            elif tokens.gap(end) in _DASHES and tokens.capital[end]:
                end = tokens.run(end)
            else:
                break
        return end

    def _is_asked(self, phrase: Phrase, end: int) -> bool:
        """`Ditemui wartawan, Erwin mengatakan`: the comma closes a clause of which the phrase is the agent."""
        before = phrase.first - 1
        passive = before in self.tokens.verbs and self.tokens.folded[before].startswith("di")
        return passive and self.tokens.gap(end)[:1] != ","

    def _is_body(self, first: int, end: int) -> bool:
        """Whether capitals after an office name a body, not a place."""
        tokens = self.tokens
        match = tokens.match(first)
        if match:
            return match.sense("actor") is not None and match.sense("place") is None
        return any(
            tokens.folded[n] in self.vocabulary.office or tokens.folded[n] in self.vocabulary.bodies
            for n in range(first, end)
        ) or tokens.is_upper(first)

    def _name_after_comma(self, at: int) -> tuple[int, int] | None:
        tokens = self.tokens
        if at >= tokens.size or tokens.gap(at) not in (", ", "), ") or not tokens.capital[at]:
            return None
        barred = tokens.folded[at] in self.vocabulary.capital_stops - self.vocabulary.first_names
        if at in tokens.timed or barred:
            return None
        if (found := self.heads.at(at)) and tokens.folded[at] not in self.vocabulary.name_heads:
            # A rank or title before the name: `juru bicaranya, Brigadir Jenderal Nabil Abdallah`.
            at = found.end
            if found.head.sort != "person" or not tokens.capital_follows(at):
                return None
        end = tokens.run(at)
        field = self._starts.opens_no_name
        if field(at) and (end == at + 1 or field(at + 1)):
            # `VP Marketing, Legal & Business Support`
            return None
        match = tokens.match(at)
        if (match and match.end >= end) or self._is_field(at, end):
            return None
        return at, end

    def _is_field(self, first: int, end: int) -> bool:
        """`Kepala Balai Hewan, Ikan, dan Tumbuhan`: one of the fields of a body, no name."""
        tokens = self.tokens
        listed = end - first == 1 and tokens.gap(end) == ", " and tokens.word(end) == "dan"
        return listed and tokens.capital_follows(end + 1) and self.heads.at(end + 1) is None

    def _body(self, phrase: Phrase) -> None:
        """`kantor berita Suriah, SANA,`: the name of the body stands in apposition."""
        tokens, at = self.tokens, phrase.end
        if any(match.sense("actor") for match in phrase.matches):
            return
        if at < tokens.size and tokens.gap(at) == ", " and (match := tokens.match(at)):
            sense = match.sense("actor")
            if sense and sense.kind in (phrase.head.sort, "monitor") and tokens.gap(match.end)[:1] in (",", ".", " "):
                phrase.matches.append(match)
                phrase.end = phrase.core_end = match.end
