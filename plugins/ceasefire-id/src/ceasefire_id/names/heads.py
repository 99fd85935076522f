"""The head noun of a phrase: where one begins, and what stands before it."""

from __future__ import annotations

from typing import Final

import attrs

from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Head, Vocabulary

__all__ = ["FoundHead", "HeadReader"]

#: possessive that closes a head: `juru bicaranya`
_POSSESSIVE: Final = "nya"
#: sorts of heads behind whom a source of news sits
_TELLING: Final = frozenset(("government", "military", "armed_group"))
#: side words that may stand before any head (`pihak Kemenag`, `pihak Keluarga`)
_PARTIES: Final = frozenset(("pihak",))


@attrs.frozen
class FoundHead:
    """A head in a text."""

    head: Head
    #: the word after it
    end: int
    #: `-nya` closes it
    possessed: bool


class HeadReader:
    """Finds the head noun that begins at a word, the longest one."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary

    def at(self, number: int) -> FoundHead | None:
        """The head at a word; after `seorang`, `para`, `sang` any noun is one."""
        for head in self._possible(number):
            end = number + len(head.words)
            if self._stands_at(head, number, end) and not self._is_other(head, number, end):
                return FoundHead(head, end, self.tokens.folded[end - 1].endswith(head.words[-1] + _POSSESSIVE))
        if self._is_somebody(number):
            return FoundHead(Head((self.tokens.folded[number],), "person"), number + 1, False)
        return None

    def _possible(self, number: int) -> tuple[Head, ...]:
        by_first, word = self.vocabulary.heads.by_first, self.vocabulary.singular(self.tokens.folded[number])
        possible = by_first.get(word, ())
        if word.endswith(_POSSESSIVE):
            bare = by_first.get(word[: -len(_POSSESSIVE)], ())
            possible = (*possible, *(head for head in bare if len(head.words) == 1))
        return possible

    def _stands_at(self, head: Head, number: int, end: int) -> bool:
        folded = self.tokens.folded
        if end == number + 1:
            last = self.vocabulary.singular(folded[number])
            return last in (head.words[-1], head.words[-1] + _POSSESSIVE)
        if end > len(folded) or folded[end - 1] not in (head.words[-1], head.words[-1] + _POSSESSIVE):
            return False
        in_a_row = all(self.tokens.follows(n) for n in range(number + 1, end))
        # `kelompok-kelompok separatis`
        words = (self.vocabulary.singular(folded[number]), *folded[number + 1 : end - 1])
        return in_a_row and words == head.words[:-1]

    def _is_other(self, head: Head, number: int, end: int) -> bool:
        """Whether the words only look like the head: `rezim gencatan senjata`, `sumber daya`, `pihak` of `pihak X`."""
        tokens, vocabulary = self.tokens, self.vocabulary
        word, following = tokens.folded[number], tokens.word(end)
        if len(head.words) == 1 and word in vocabulary.kin and not tokens.capital[number]:
            # `ayah Hun Manet` is another than Hun Manet.
            return True
        if word in vocabulary.wings and len(head.words) == 1 and not self._is_wing(end):
            return True
        if head.named and not (tokens.capital[number] and self._is_named(word, end)):
            return True
        if word in vocabulary.grounds and not tokens.capital[number]:
            return True
        if following in vocabulary.pauses or (word, following) in vocabulary.compounds:
            return True
        if word == "sumber" and self._is_well(end):
            return True
        if word == "tim" and self._is_first_name(number):
            return True
        if word == "misi" and (tokens.word(number - 2), tokens.word(number - 1)) == ("visi", "dan"):
            return True
        if word in vocabulary.seats and len(head.words) == 1 and self._is_seat(end):
            # `Kantor Dinas X`: the name is that of the body.
            return True
        before_another = word in vocabulary.side_words and following in vocabulary.heads
        return before_another and (not tokens.capital[end] or word in _PARTIES)

    def _is_wing(self, end: int) -> bool:
        """Whether `sayap` is a part of those who fight (`sayap Salif Sadio`), not of a bird, a team or a party."""
        news = not self.vocabulary.pauses.isdisjoint(self.tokens.document.words.index)
        return news and self.tokens.capital_follows(end)

    def _is_well(self, end: int) -> bool:
        """Whether `sumber` is one of something (`sumber penghasilan`), not of news."""
        tokens = self.tokens
        noun = tokens.follows(end) and not tokens.capital[end] and not tokens.is_stop(end)
        if not noun or tokens.folded[end] in self.vocabulary.sources:
            return False
        # `sumber kementerian kesehatan`, `sumber polisi`: whoever sits there tells it.
        seated = self.vocabulary.heads.by_first.get(tokens.folded[end], ())
        return not any(head.sort in _TELLING and not head.named for head in seated)

    def _is_first_name(self, number: int) -> bool:
        """Whether `Tim` is a name (`kata Tim Evans`)."""
        tokens, following = self.tokens, number + 1
        if not (tokens.capital[number] and not tokens.opens(number) and tokens.capital_follows(following)):
            return False
        said = tokens.word(number - 1) in self.vocabulary.said and not tokens.is_upper(following)
        word = tokens.folded[following]
        # `Tim Pengendali Harga`
        noun = self.vocabulary.is_common(word) or word.startswith(("pen", "pem", "pel"))
        return said and not noun and tokens.match(following) is None

    def _is_named(self, word: str, end: int) -> bool:
        """Whether a capital follows, after the number of a school too (`SMAN 11 Semarang`)."""
        tokens = self.tokens
        number = word in self.vocabulary.schools and tokens.word(end).isdigit() and tokens.follows(end)
        # `Harakat al-Nujaba`
        article = tokens.word(end) in ("al", "el") and tokens.follows(end) and tokens.linked(end + 1)
        return tokens.capital_follows(end + number) or (article and tokens.capital[end + 1])

    def _is_seat(self, end: int) -> bool:
        """Whether what follows is a body of the state, of which a word before only says that it has rooms."""
        tokens = self.tokens
        if not tokens.capital_follows(end):
            return False
        heads = self.vocabulary.heads.by_first.get(tokens.folded[end], ())
        return any(
            head.sort in ("government", "military") and self._stands_at(head, end, end + len(head.words))
            for head in heads
        )

    def _is_somebody(self, number: int) -> bool:
        """Whether an article before a noun that no list knows says that it is a human being (`seorang lansia`)."""
        tokens = self.tokens
        if tokens.word(number - 1) not in self.vocabulary.human_articles or not tokens.follows(number):
            return False
        return not tokens.capital[number] and not tokens.is_stop(number)
