"""Two extractors read the same words: one reading stays, and what points at the other points at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ceasefire.mentions import ActorMention, Anaphor, PauseMention, RegionMention, ScopeMention, StatementMention
from ceasefire.models import Span

TEXT = "BIFF said it left Datu Piang. They waited."
GROUP, WORDS, PLACE, PART, THEY = Span(0, 4), Span(10, 28), Span(18, 28), Span(18, 22), Span(30, 34)
PAUSE = Span(5, 9)


def reading(
    reader_with: Callable[..., Any], extractor: Any, *givers: tuple[str, list[Any]], trace: bool = False
) -> Any:
    kinds = (ActorMention, RegionMention, PauseMention, ScopeMention, StatementMention)
    made = [extractor(name, lambda document, given=given: given, gives=kinds) for name, given in givers]
    return reader_with(*made, strict=True, trace=trace).read(TEXT, "2025-11-12", language="en")


def test_the_longer_region_stays_and_is_what_a_scope_covers(reader_with: Any, extractor: Any) -> None:
    part = RegionMention(span=PART, by="one:name", name="Datu", kind="city")
    whole = RegionMention(span=PLACE, by="two:name", name="Datu Piang", kind="city", country="PH")
    pause = PauseMention(span=PAUSE, by="one:noun", label="truce", kind="truce")
    scope = ScopeMention(span=PART, by="one:in", pause=pause, direction="include", region=part)
    report = reading(reader_with, extractor, ("one", [part, pause, scope]), ("two", [whole]))
    (region,) = report.regions
    assert (region.name, region.country, [mention.text for mention in region.mentions]) == (
        "Datu Piang",
        "PH",
        ["Datu Piang"],
    )
    assert [member.region for member in report.pauses[0].scope.includes] == [region]


def test_of_two_as_long_the_one_that_knows_more_stays(reader_with: Any, extractor: Any) -> None:
    bare = RegionMention(span=PLACE, by="one:name", name="Datu Piang", kind="city")
    known = RegionMention(
        span=PLACE, by="two:name", name="Datu Piang", kind="city", country="PH", identity="geonames:1"
    )
    inside = RegionMention(span=PAUSE, by="one:name", name="Said", kind="area", within=bare)
    report = reading(reader_with, extractor, ("one", [bare, inside]), ("two", [known]))
    assert [(region.name, region.country) for region in report.regions] == [("Said", None), ("Datu Piang", "PH")]
    assert report.regions[0].within.id == report.regions[1].id


def test_of_two_with_an_identity_the_one_that_says_more_stays(reader_with: Any, extractor: Any) -> None:
    town = RegionMention(span=PLACE, by="one:name", name="Datu Piang", kind="city", country="PH", identity="one:7")
    placed = RegionMention(
        span=PLACE, by="two:name", name="Datu Piang", kind="city", country="PH", identity="two:7", lat=7.0, lon=124.5
    )
    short = ActorMention(span=GROUP, by="one:name", name="BIFF", kind="armed_group", identity="one:biff")
    full = ActorMention(span=GROUP, by="two:name", name="Freedom Fighters", kind="armed_group", identity="two:biff")
    report = reading(reader_with, extractor, ("one", [short, town]), ("two", [full, placed]))
    assert [(region.name, region.lat) for region in report.regions] == [("Datu Piang", 7.0)]
    assert [actor.name for actor in report.actors] == ["Freedom Fighters"]


def test_an_actor_keeps_what_was_said_by_it_and_who_stands_for_it(reader_with: Any, extractor: Any) -> None:
    bare = ActorMention(span=GROUP, by="one:name", name="BIFF", kind="organisation")
    known = ActorMention(
        span=GROUP, by="two:name", name="Freedom Fighters", kind="armed_group", identity="x:biff", number="many"
    )
    they = ActorMention(
        span=THEY, by="one:pronoun", name="They", kind="person", number="many",
        anaphor=Anaphor(kinds=frozenset({"armed_group"}), number="many", nearest="speaker"), listed=False,
    )  # fmt: skip
    said = StatementMention(span=WORDS, by="one:said", form="indirect", speaker=bare)
    report = reading(reader_with, extractor, ("one", [bare, they, said]), ("two", [known]))
    (actor,) = report.actors
    assert (actor.name, actor.kind) == ("Freedom Fighters", "armed_group")
    assert [mention.text for mention in actor.mentions] == ["BIFF", "They"]
    assert report.statements[0].speaker == actor


def test_a_trace_tells_which_gave_way(reader_with: Any, extractor: Any) -> None:
    part = RegionMention(span=PART, by="one:name", name="Datu", kind="city")
    whole = RegionMention(span=PLACE, by="two:name", name="Datu Piang", kind="city")
    report = reading(reader_with, extractor, ("one", [part]), ("two", [whole]), trace=True)
    steps = [step.text for explanation in report.explain("Datu") for step in explanation.steps]
    assert any("gave way to what two:name read in the same words" in step for step in steps), steps


def test_what_one_extractor_gives_stays_as_it_is(reader_with: Any, extractor: Any) -> None:
    part = RegionMention(span=PART, by="one:name", name="Datu", kind="city")
    whole = RegionMention(span=PLACE, by="one:name", name="Datu Piang", kind="city")
    report = reading(reader_with, extractor, ("one", [part, whole]))
    assert sorted(region.name for region in report.regions) == ["Datu", "Datu Piang"]


def test_identities_that_two_extractors_give_to_the_same_words_are_one(reader_with: Any, extractor: Any) -> None:
    def group(span: Span, by: str, name: str, identity: str) -> ActorMention:
        return ActorMention(span=span, by=by, name=name, kind="armed_group", identity=identity)

    general = [group(GROUP, "one:name", "BIFF", "general:biff"), group(THEY, "one:name", "They", "general:they")]
    pack = [
        group(GROUP, "two:name", "Freedom Fighters", "pack:biff"),
        group(PLACE, "two:name", "Fighters of Freedom", "pack:biff"),
    ]
    report = reading(reader_with, extractor, ("one", general), ("two", pack))
    assert [[mention.text for mention in actor.mentions] for actor in report.actors] == [
        ["BIFF", "Datu Piang"],
        ["They"],
    ]
