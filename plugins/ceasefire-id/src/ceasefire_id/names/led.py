"""Groups that a title names through their leader: `Panglima Laskar Timur, Sulo Ande, memerintahkan jeda`."""

from __future__ import annotations

from functools import cached_property

from ceasefire_id.names.actors import ActorReader
from ceasefire_id.names.drafts import ActorDraft
from ceasefire_id.names.phrases import Phrase
from ceasefire_id.names.reading import PhraseReader
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["LedGroups"]


class LedGroups:
    """In news of a pause a group acts through its leader, so that the title brings it into the story."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, phrases: PhraseReader, actors: ActorReader) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.phrases = phrases
        self.actors = actors

    def read(self, phrase: Phrase) -> ActorDraft | None:
        """The armed group in the title of its leader; of a spokesman's it is none."""
        if phrase.head.text not in self.vocabulary.leaders:
            return None
        if not self._in_news_of_pause(phrase):
            return None
        for match in phrase.matches:
            group = match.sense("actor")
            if group and group.kind == "armed_group":
                return self.actors.from_actor(match, group, "doing")
        return self._unknown(phrase)

    def _in_news_of_pause(self, phrase: Phrase) -> bool:
        """Whether the sentence speaks of a pause, or the one before or after it."""
        here = self.tokens.document.sentence_number(self.tokens.starts[phrase.first])
        return not self._of_pauses.isdisjoint((here - 1, here, here + 1))

    @cached_property
    def _of_pauses(self) -> frozenset[int]:
        """The numbers of the sentences that speak of a pause."""
        document = self.tokens.document
        pauses = document.words.numbers(self.vocabulary.pauses)
        return frozenset(document.sentence_number(self.tokens.starts[number]) for number in pauses)

    def _unknown(self, phrase: Phrase) -> ActorDraft | None:
        """A group that no list knows, by its own head (`Ketua Front Barat Sulo Ande`)."""
        body = self.phrases.read(phrase.head_end) if self.tokens.follows(phrase.head_end) else None
        if body is None or not body.unknown or body.head.sort != "armed_group":
            return None
        if not self.tokens.capital[body.head_start]:
            # `pemimpin separatis Donetsk`: who they are, not what they are called.
            return None
        if phrase.name is not None and phrase.head_end < phrase.name[0] < body.core_end:
            body.end = body.core_end = body.own_end = phrase.name[0]
        return self.actors.from_phrase(body, "doing") if body.core_end > body.head_end else None
