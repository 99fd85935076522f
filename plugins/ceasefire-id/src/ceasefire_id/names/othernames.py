"""Other names of what has just been named: in brackets, after `alias` or `dikenal sebagai`."""

from __future__ import annotations

from ceasefire_id.names.actors import ActorReader
from ceasefire_id.names.aliases import AliasReader
from ceasefire_id.names.drafts import ActorDraft, Draft
from ceasefire_id.names.gazetteer import Match, Sense
from ceasefire_id.names.persons import PersonReader
from ceasefire_id.names.phrases import Phrase
from ceasefire_id.names.reading import PhraseReader
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["OtherNames"]

#: before another name of somebody
_KNOWN_AS = frozenset((("dikenal", "sebagai"), ("dengan", "nama"), ("dengan", "sebutan"), ("disapa", "sebagai")))


class OtherNames:
    """Reads them and adds their drafts to those of the scan."""

    def __init__(
        self,
        tokens: Tokens,
        vocabulary: Vocabulary,
        phrases: PhraseReader,
        actors: ActorReader,
        aliases: AliasReader,
        persons: PersonReader,
        drafts: list[Draft],
    ) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.phrases = phrases
        self.actors = actors
        self.aliases = aliases
        self.persons = persons
        self.drafts = drafts

    def past_body(self, phrase: Phrase) -> int:
        """Read the abbreviation after a body; what follows the bracket is of its name (`Kejaksaan (Kejari) X`)."""
        tokens, body = self.tokens, (self.drafts[-1] if self.drafts else None)
        end = max(phrase.end, self.past_any(phrase.end))
        known = end < tokens.size and (tokens.match(end) or self.persons.is_known(end, end + 1))
        goes_on = end > phrase.end and end < tokens.size and tokens.gap(end) == ") " and tokens.capital[end]
        unfinished = phrase.unknown or (phrase.bare and (len(phrase.head.words) > 1 or phrase.head.named))
        barred = end in tokens.timed or tokens.word(end) in self.vocabulary.capital_stops
        if not goes_on or not isinstance(body, ActorDraft) or not unfinished or barred or self.phrases.read(end):
            return end
        match = tokens.match(end)
        if known and not (match and match.sense("place", "state", "actor")):
            return end
        tail = match.end if match else tokens.run(end)
        full = self.drafts[-2]
        if not isinstance(full, ActorDraft) or full.first != phrase.first:
            return end
        self.drafts.pop()
        full.name, full.end, full.anaphor = tokens.shown(phrase.start, tail), tail, None
        full.identity = self.actors.identity(phrase, tail)
        return tail

    def past_listed(self, match: Match, body: Sense) -> int:
        """As `past_body`, after a body that a list knows (`Badan Reserse Kriminal (Bareskrim) Polri`)."""
        tokens, end = self.tokens, max(match.end, self.past_any(match.end))
        behind = tokens.match(end) if end > match.end and tokens.gap(end) == ") " else None
        if behind is None or body.kind not in ("government", "military") or not behind.sense("place", "state", "actor"):
            return end
        self.drafts.pop()
        full = self.drafts[-1]
        full.name, full.end = tokens.shown(match.first, behind.end), behind.end
        return behind.end

    def past_any(self, end: int) -> int:
        """Read an abbreviation or other name in brackets after an actor: it is the same actor."""
        before = self.drafts[-1] if self.drafts else None
        if not isinstance(before, ActorDraft):
            return end
        if before.kind == "person":
            return self.past_person(before, end)
        alias = self.aliases.bracket(before, end)
        if alias is None:
            return end
        self.drafts.append(alias)
        return alias.end

    def past_person(self, person: ActorDraft, end: int) -> int:
        """Read the other name of a person in brackets (`Mohamed Hamdan Daglo (Hemedti)`)."""
        alias = self.persons.nickname(person, end)
        if alias is None:
            return end
        self.drafts.append(alias)
        return alias.end

    def known_as(self, number: int) -> ActorDraft | None:
        """`Jenderal yang lebih dikenal sebagai Hemedti`: another name of the person named last."""
        tokens = self.tokens
        if tokens.word(number - 1) != "alias" and (tokens.word(number - 2), tokens.word(number - 1)) not in _KNOWN_AS:
            return None
        persons = (d for d in reversed(self.drafts) if isinstance(d, ActorDraft) and d.kind == "person")
        person = next((d for d in persons if d.anaphor is None and d.rule != "description"), None)
        if person is None:
            return None
        person.listed = True
        return self.persons.other_name(person, number, tokens.run(number))
