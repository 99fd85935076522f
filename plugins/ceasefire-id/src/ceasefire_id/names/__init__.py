"""Names: who acts and which places the text speaks of.

`gazetteer` holds the names that lists know, `vocabulary` the head nouns and the words around names. `scan` goes over
the words once and drafts what it finds: phrases (`phrases`; `reading` reads them with `heads`, `complements`, with
`placeparts`, and `appositions`) of persons (`persons`), of bodies (`actors`) and those who stand for them
(`delegates`), of places (`places`); groups whom a title (`led`) or a number (`counted`) brings in; names alone, of
bodies too (`wordedbodies`); names that the words before them make land (`settings`) or that those after them explain
(`explained`), other names of the same (`othernames`), pronouns (`pronouns`). `position` tells what the words
around a name say of it, `known` whether a listed one acts or is land, `namestart` where an office ends and a name
begins, `placelike` whether unknown capitals may be land. When the whole text is known, `company` tells places by what
they are named with, `shortforms` joins short forms to long ones, and `resolve` weighs the places and makes the
mentions. `aliases` keeps the abbreviations that the text explains, `ledbodies` adds the groups inside offices.
"""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.document import Document
from ceasefire.hookspecs import Extractor, hookimpl
from ceasefire.mentions import ActorMention, Mention, RegionMention, TimeMention
from ceasefire.models import Diagnostic
from ceasefire_id.names.company import Company
from ceasefire_id.names.gazetteer import Gazetteer
from ceasefire_id.names.ledbodies import bodies_led
from ceasefire_id.names.placelike import Placelike
from ceasefire_id.names.presumed import presume_persons
from ceasefire_id.names.pronouns import Pronouns
from ceasefire_id.names.resolve import Resolver
from ceasefire_id.names.scan import Scan
from ceasefire_id.names.shortforms import join_short_forms
from ceasefire_id.names.tokens import Tokens
from ceasefire_id.names.vocabulary import Vocabulary

__all__ = ["NamesExtractor", "extractors"]


class NamesExtractor:
    """Gives an `ActorMention` or a `RegionMention` for each name, description and pronoun."""

    name = "id-names"
    language = "id"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset({TimeMention})
    gives: frozenset[type[Mention]] = frozenset({ActorMention, RegionMention})

    def __init__(self) -> None:
        self._gazetteer = Gazetteer.load()
        self._vocabulary = Vocabulary()
        self._pronouns = Pronouns()

    def extract(self, document: Document) -> Iterator[Mention | Diagnostic]:
        """All names of the document that stand in the story itself."""
        tokens = Tokens(document, self._gazetteer, self._vocabulary)
        resolver = Resolver(tokens, self.name)
        scan = Scan(tokens, self._vocabulary, self._pronouns)
        placelike = Placelike(tokens, self._vocabulary, scan.persons)
        drafts = Company(tokens, self._vocabulary, placelike, scan.places).complete(scan.run())
        presume_persons(tokens, self._vocabulary, drafts)
        join_short_forms(tokens, self._vocabulary, drafts)
        for mention in resolver.mentions([*drafts, *bodies_led(tokens, drafts)]):
            if not self._is_furniture(document, mention):
                yield mention
        yield from resolver.diagnostics

    def _is_furniture(self, document: Document, mention: ActorMention | RegionMention) -> bool:
        """Links and credits name nobody of the story, a dateline only its place."""
        if isinstance(mention, RegionMention):
            return document.in_furniture(mention.span, "link", "credit")
        return document.in_furniture(mention.span)


@hookimpl
def extractors() -> list[Extractor]:
    """The extractor `id-names`."""
    return [NamesExtractor()]
