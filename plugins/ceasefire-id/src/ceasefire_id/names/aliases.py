"""Abbreviations and short forms that a text explains, and what they stand for in the rest of it."""

from __future__ import annotations

from ceasefire_id.names.drafts import ActorDraft, Position
from ceasefire_id.names.phrases import Familiar, Phrase
from ceasefire_id.names.position import Positions
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["AliasReader"]


class AliasReader:
    """Drafts of actors by their abbreviations, which it remembers."""

    def __init__(self, tokens: Tokens, vocabulary: Vocabulary, positions: Positions, familiar: Familiar) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.positions = positions
        self._aliases = familiar.aliases

    def bracket(self, full: ActorDraft, end: int) -> ActorDraft | None:
        """`Pasukan Dukungan Cepat (RSF)`: the abbreviation is the same actor, here and in the rest of the text."""
        tokens = self.tokens
        if end >= tokens.size or tokens.gap(end) != " (":
            return None
        # `Kejaksaan Negeri (Kejari)`
        clipped = tokens.capital[end] and tokens.folded[end][:2] == full.name[:2].casefold() and full.kind != "person"
        if not (tokens.is_upper(end) or clipped):
            return None
        close = end + 1
        while close < tokens.size and tokens.gap(close) in ("-", "/") and tokens.capital[close]:
            close += 1
        if not tokens.gap(close).startswith(")"):
            return None
        known = tokens.match(end)
        if full.kind == "state" and not known:
            return None
        sense = known.sense("actor") if known else None
        if sense and sense.kind == full.kind and full.rule != "listed":
            # A list knows the body by its abbreviation.
            full.identity = sense.identity
        elif known and all(sense.identity != full.identity for sense in known.senses):
            # The bracket explains the last word of the phrase (`bank sentral Amerika Serikat (AS)`).
            return None
        if full.identity is None:
            full.identity = "name:" + full.name.casefold()
        alias = self._alias_of(full, end, close)
        alias.listed = full.listed
        self._aliases[tokens.shown(end, close)] = full
        return alias

    def _alias_of(self, full: ActorDraft, first: int, end: int) -> ActorDraft:
        return ActorDraft(
            first=first,
            end=end,
            rule="abbreviation",
            name=full.name,
            kind=full.kind,
            country=full.country,
            identity=full.identity,
            heads=full.heads,
            number=full.number,
            listed=full.listed,
        )

    def known_alias(self, number: int) -> ActorDraft | None:
        """An abbreviation, or the proper part of a body's name, that the text has explained before."""
        if not self._aliases:
            return None
        for end in (number + 1, self.tokens.run(number)):
            if full := self._aliases.get(self.tokens.shown(number, end)):
                return self._alias_of(full, number, end)
        return None

    def remember_body(self, phrase: Phrase) -> None:
        """`Direktur Rumah Sakit Al Shifa` names a hospital, which the text may then call `Al Shifa`."""
        tokens = self.tokens
        if not phrase.unknown:
            return
        proper = next(
            (
                n
                for n in range(phrase.core_end - 1, phrase.head_end, -1)
                if tokens.folded[n - 1] in self.vocabulary.named_bodies
            ),
            0,
        )
        if proper:
            inside = range(phrase.head_end, proper)
            head = next((n for n in inside if tokens.capital[n] or n == proper - 2), proper - 1)
            name = tokens.shown(head, phrase.core_end)
            body = ActorDraft(
                first=head, end=phrase.core_end, rule="body", name=name, kind="organisation", number="many"
            )
            body.identity = "name:" + name.casefold()
            self._aliases.setdefault(tokens.shown(proper, phrase.core_end), body)

    def from_bracketed_run(self, first: int, end: int, position: Position) -> ActorDraft | None:
        """Capitals that no list knows, with their abbreviation in brackets: an organisation."""
        tokens = self.tokens
        if (
            end >= tokens.size
            or tokens.gap(end) != " ("
            or not tokens.is_upper(end)
            or not tokens.gap(end + 1).startswith(")")
        ):
            return None
        word = tokens.folded[first]
        if self.vocabulary.is_abstract(word) or word in self.vocabulary.titles:
            return None
        # `Hak Sipil dan Politik (ICCPR)`, `Pembangkit Listrik Tenaga Surya (PLTS)`
        thing = word in self.vocabulary.things or (end == first + 1 and self.vocabulary.is_common(word))
        initials = "".join(tokens.text[tokens.starts[n]] for n in range(first, end))
        if not set(tokens.shown(end, end + 1).upper()) & set(initials.upper()):
            return None
        name = tokens.shown(first, end)
        known = tokens.match(end)
        sense = known.sense("actor") if known else None
        governed = first - 1 in tokens.verbs or tokens.word(first - 1) in self.vocabulary.prepositions
        acts = (not governed and self.positions.acts_after(end + 1)) or self.positions.is_agent(first)
        return ActorDraft(
            first=first,
            end=end,
            rule="abbreviated",
            name=name,
            kind=sense.kind if sense else "organisation",
            country=sense.country if sense else "",
            identity=sense.identity if sense else None,
            number="many",
            listed=acts and position != "modifier" and not thing,
        )
