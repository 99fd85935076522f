"""Extractors ask who is who before assembly, and get the answer that the report gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from ceasefire.document import Document
from ceasefire.language import PlainLanguage
from ceasefire.mentions import ActorMention, Anaphor, Mention, StatementMention
from ceasefire.models import Span
from ceasefire.referents import Referents, referents_of

TEXT = "John Kerry said he met Hamas. Kerry left. Hamas stayed. Its army did not."
BY = "giver:rule"


def at(words: str, turn: int = 0) -> Span:
    """Where words stand, the first time or a later one."""
    place = TEXT.index(words)
    for _ in range(turn):
        place = TEXT.index(words, place + 1)
    return Span(place, place + len(words))


def person(words: str, turn: int = 0, **fields: Any) -> ActorMention:
    return ActorMention(span=at(words, turn), by=BY, name=words, kind="person", **fields)


def pointing(words: str, kind: str) -> ActorMention:
    """A pronoun or a description for somebody of this kind."""
    return person(words, anaphor=Anaphor(kinds=frozenset({kind})), listed=False)


def group(turn: int = 0) -> ActorMention:
    return ActorMention(span=at("Hamas", turn), by=BY, name="Hamas", kind="armed_group")


@pytest.fixture
def cast() -> list[ActorMention]:
    """John Kerry, he, Hamas, Kerry, Hamas, and an army of which nobody has told."""
    first = [person("John Kerry"), pointing("he", "person"), group()]
    return [*first, person("Kerry", 1), group(1), pointing("Its army", "military")]


def known(mentions: Iterable[Mention]) -> tuple[Document, Referents]:
    document = Document(TEXT, PlainLanguage())
    document.add(mentions)
    return document, referents_of(document)


def test_mentions_of_one_actor_have_one_referent(cast: list[ActorMention]) -> None:
    _, referents = known(cast)
    john, he, hamas, kerry, again, _ = map(referents.of, cast)
    assert john is not None and hamas is not None
    assert john is he is kerry
    assert hamas is again is not john
    assert [m.name for m in john.mentions] == ["John Kerry", "he", "Kerry"]
    assert john.fullest is cast[0]


def test_actors_are_numbered_in_the_order_of_their_first_mention(cast: list[ActorMention]) -> None:
    _, referents = known(reversed(cast))
    assert [(r.number, r.fullest.name) for r in referents.all] == [(0, "John Kerry"), (1, "Hamas")]


def test_a_pronoun_for_nobody_known_and_a_mention_of_no_document_mean_nobody(cast: list[ActorMention]) -> None:
    _, referents = known(cast)
    assert referents.of(cast[-1]) is None
    assert referents.of(group()) is None


def test_they_are_worked_out_once_and_anew_when_more_is_known(cast: list[ActorMention]) -> None:
    document, before = known(cast[:2])
    assert referents_of(document) is before
    document.add(cast[2:])
    after = referents_of(document)
    assert (len(before.all), len(after.all)) == (1, 2)
    document.add([StatementMention(span=Span(11, 28), by=BY, form="indirect", speaker=cast[0])])
    assert referents_of(document) is not after


def test_a_reading_that_gives_way_to_a_longer_one_means_the_same(cast: list[ActorMention]) -> None:
    part = ActorMention(span=at("John"), by="other:rule", name="John", kind="person")
    _, referents = known([*cast, part])
    assert referents.of(part) is referents.of(cast[0])


def test_they_are_those_of_the_report(
    cast: list[ActorMention], reader_with: Callable[..., Any], extractor: Any
) -> None:
    asked: list[Referents] = []

    def ask(document: Document) -> Iterable[Mention]:
        asked.append(referents_of(document))
        return ()

    giver = extractor("giver", lambda _: cast, gives=[ActorMention])
    reader = reader_with(giver, extractor("asker", ask, uses=[ActorMention], gives=[StatementMention]), strict=True)
    report = reader.read(TEXT, "2025-11-12", language="en")
    told = [[mention.span for mention in actor.mentions] for actor in report.actors]
    assert told == [[mention.span for mention in referent.mentions] for referent in asked[0].all]
