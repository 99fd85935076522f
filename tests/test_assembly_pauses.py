"""Pauses are put together from mentions of any language: here the words are nonsense and only their places count."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from ceasefire.assembly import assemble
from ceasefire.assembly.pauses.arithmetic import as_slot, end_of, precedes, surely_over
from ceasefire.assembly.pauses.clustering import cluster_pauses
from ceasefire.assembly.pauses.evidence import Evidence
from ceasefire.document import Document
from ceasefire.language import PlainLanguage
from ceasefire.mentions import (
    ActorMention,
    EventMention,
    Mention,
    PauseFactMention,
    PauseMention,
    RegionMention,
    ScopeMention,
    TimeMention,
)
from ceasefire.models import Article, Pause, Span
from ceasefire.vocabulary import Vocabulary

TEXT = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
BY = "test:rule"


def at(letter: str) -> Span:
    """The span of one letter of the text."""
    place = TEXT.index(letter)
    return Span(place, place + 1)


def pauses(*mentions: Mention, published: str | None = "2025-11-12") -> tuple[Pause, ...]:
    """The pauses that these mentions make."""
    day = date.fromisoformat(published) if published else None
    document = Document(TEXT, PlainLanguage(), day)
    document.add(mentions)
    article = Article("x", None, None, "und", published, "UTC", len(TEXT), "0" * 64)
    return assemble(document, article, Vocabulary(), [], strict=True).pauses


def pause(letter: str, kind: str | None = "ceasefire", **fields: object) -> PauseMention:
    return PauseMention(span=at(letter), by=BY, label=kind or "it", kind=kind, **fields)  # type: ignore[arg-type]


def time(letter: str, value: str, kind: str = "DATE") -> TimeMention:
    return TimeMention(span=at(letter), by=BY, type=kind, value=value)


def side(letter: str, name: str, kind: str = "state", **fields: object) -> ActorMention:
    return ActorMention(span=at(letter), by=BY, name=name, kind=kind, **fields)  # type: ignore[arg-type]


def event(letter: str, type_: str, of: PauseMention, **fields: object) -> EventMention:
    return EventMention(span=at(letter), by=BY, type=type_, pause=of, **fields)  # type: ignore[arg-type]


def fact(letter: str, slot: str, of: PauseMention, **fields: object) -> PauseFactMention:
    return PauseFactMention(span=at(letter), by=BY, slot=slot, pause=of, **fields)  # type: ignore[arg-type]


# ---- which mentions are one pause ---------------------------------------------------------------------------------


def test_a_mention_that_points_back_joins() -> None:
    first, second = pause("a"), pause("d", definite=True)
    (found,) = pauses(first, second)
    assert [reference.text for reference in found.mentions] == ["a", "d"]


def test_another_start_makes_another_pause() -> None:
    one, other = pause("a"), pause("d")
    first, second = time("b", "2025-11-01"), time("e", "2025-11-09")
    found = pauses(
        one, other, first, second, event("c", "started", one, date=first), event("f", "started", other, date=second)
    )
    assert [p.starts.value for p in found if p.starts] == ["2025-11-01", "2025-11-09"]


def test_other_parties_make_another_pause() -> None:
    one, other = pause("a"), pause("d")
    sides = [side("b", "A"), side("c", "B"), side("e", "C"), side("f", "D")]
    facts = [fact("b", "parties", one, actor=sides[0]), fact("c", "parties", one, actor=sides[1])]
    facts += [fact("e", "parties", other, actor=sides[2]), fact("f", "parties", other, actor=sides[3])]
    assert [[a.name for a in p.parties] for p in pauses(one, other, *sides, *facts)] == [["A", "B"], ["C", "D"]]


def test_a_side_that_ends_its_own_pause_ends_no_other() -> None:
    rebels, army = side("a", "Rebels", "armed_group"), side("b", "Army", "military")
    first, second, third = (
        pause("c", owner=army),
        pause("d", definite=True, owner=rebels),
        pause("e", definite=True, owner=army),
    )
    found = pauses(rebels, army, first, second, third, event("f", "ended", second), event("g", "started", third))
    assert [[m.span for m in p.mentions] for p in found] == [[at("c"), at("e")], [at("d")]]
    assert [p.status for p in found] == ["in_force", "ended"]


def test_a_wanted_pause_is_not_the_one_that_holds() -> None:
    held, wanted = pause("a"), pause("d", wanted=True)
    found = pauses(held, wanted, event("b", "started", held), event("e", "demanded", wanted))
    assert [p.status for p in found] == ["in_force", "proposed"]


def test_a_wish_to_widen_belongs_to_the_pause_that_leaves_a_place_out() -> None:
    held, wanted = pause("a"), pause("h", wanted=True)
    out = RegionMention(span=at("c"), by=BY, name="Z", kind="city")
    again = RegionMention(span=at("i"), by=BY, name="Z", kind="city")
    (found,) = pauses(
        held,
        wanted,
        out,
        again,
        event("b", "started", held),
        ScopeMention(span=at("c"), by=BY, pause=held, direction="exclude", region=out),
        event("j", "negotiated", wanted, region=again),
    )
    assert [e.type for e in found.events] == ["started", "negotiated"]
    assert [part.text for part in found.scope.excludes] == ["c"]


def test_a_word_that_tells_no_pause_apart_joins_none() -> None:
    def named(letter: str, label: str, **fields: object) -> PauseMention:
        heads = frozenset(label.split()) - {"of"}
        return attrs.evolve(pause(letter, "x", **fields), label=label, heads=heads)

    first = attrs.evolve(named("a", "cessation of hostilities"), kind="cessation")
    second = attrs.evolve(named("d", "regime of calm"), kind="calm")
    again = attrs.evolve(named("g", "cessation of hostilities", definite=True), kind="cessation")
    one, two = pauses(first, second, again, event("b", "announced", first), event("e", "announced", second))
    assert [reference.text for reference in one.mentions] == ["a", "g"]
    assert [reference.text for reference in two.mentions] == ["d"]


def back_from(kind: str) -> list[list[str]]:
    """The places of a ceasefire and a truce of other days, to the latter of which, or not, a further word points."""
    first, second, again = pause("a"), pause("d", "truce"), pause("g", kind, definite=True)
    days = time("c", "2025-11-01"), time("f", "2025-11-09")
    told = event("b", "started", first, date=days[0]), event("e", "started", second, date=days[1])
    return [[reference.text for reference in each.mentions] for each in pauses(first, second, again, *days, *told)]


def test_a_plain_word_that_points_back_takes_the_latest_pause_of_as_plain_a_kind() -> None:
    assert back_from("truce") == [["a"], ["d", "g"]]


def test_a_word_of_its_own_that_points_back_passes_over_a_plain_pause() -> None:
    assert back_from("ceasefire") == [["a", "g"], ["d"]]


def test_a_side_that_is_left_out_is_no_party_and_the_others_are() -> None:
    held = pause("a")
    sides = [side("b", "A"), side("c", "B"), side("d", "C")]
    facts = [fact(letter, "parties", held, actor=who) for letter, who in zip("bcd", sides, strict=True)]
    out = ScopeMention(span=at("d"), by=BY, pause=held, direction="exclude", actor=sides[2])
    (found,) = pauses(held, *sides, *facts, out)
    assert [actor.name for actor in found.parties] == ["A", "B"]
    assert [part.text for part in found.scope.excludes] == ["d"]


def test_a_mention_that_makes_no_pause_makes_none() -> None:
    assert pauses(pause("a", makes_pause=False)) == ()


def test_mentions_of_one_identity_are_one_pause_and_of_two_are_two() -> None:
    # by what is told of them, the first two would be two pauses and the last would be one with the second
    one, far, other = pause("a", identity="1"), pause("d", "calm", identity="1"), pause("g", "calm", identity="2")
    days = time("b", "2025-11-01"), time("e", "2025-11-09")
    told = event("c", "started", one, date=days[0]), event("f", "started", far, date=days[1])
    found = pauses(one, far, other, *days, *told)
    assert [[reference.text for reference in p.mentions] for p in found] == [["a", "d"], ["g"]]
    assert [p.kind for p in found] == ["calm", "calm"]


def test_identities_are_those_of_one_extractor_and_leave_other_mentions_as_they_are() -> None:
    one, other = pause("c", identity="1"), attrs.evolve(pause("d", identity="1"), by="other:rule")
    first, back = pause("a"), pause("g", definite=True)
    found = pauses(one, other, first, back)
    assert [[reference.text for reference in p.mentions] for p in found] == [["a", "g"], ["c"], ["d"]]


@pytest.mark.parametrize("letter", ["a", "g"])
def test_another_extractor_may_say_that_its_mention_is_one_with_an_identity(letter: str) -> None:
    known = pause("c", identity="1")
    (found,) = pauses(known, pause(letter, same_as=known))
    assert {reference.text for reference in found.mentions} == {"c", letter}


def test_each_decision_keeps_its_reason() -> None:
    first, second = pause("a"), pause("d", definite=True)
    evidence = {id(m): Evidence(m) for m in (first, second)}
    (cluster,) = cluster_pauses([first, second], evidence, lambda _: 0)
    assert [(d.joined, bool(d.reason)) for d in cluster.decisions] == [(False, True), (True, True)]
    named = pause("a", identity="1")
    (cluster,) = cluster_pauses([named], {id(named): Evidence(named)}, lambda _: 0)
    assert [d.reason for d in cluster.decisions] == ["told apart by its extractor"]


def test_the_most_specific_kind_wins() -> None:
    first = pause("a", "truce")
    (found,) = pauses(first, pause("c", "calm", same_as=first))
    assert found.kind == "calm"
    assert found.label == "calm"


# ---- slots ---------------------------------------------------------------------------------------------------------


def test_a_start_and_a_length_give_the_end() -> None:
    one, start, length = pause("a"), time("b", "2025-11-11T18:00", "TIME"), time("c", "PT30H", "DURATION")
    (found,) = pauses(one, start, length, event("d", "started", one, date=start, duration=length))
    assert found.ends
    assert (found.ends.value, found.ends.time) == ("2025-11-13T00:00", None)


def test_a_collapse_beats_arithmetic() -> None:
    one, start, over = pause("a"), time("b", "2025-11-01"), time("c", "2025-11-02")
    length = time("d", "P7D", "DURATION")
    (found,) = pauses(
        one,
        start,
        over,
        length,
        event("e", "started", one, date=start, duration=length),
        event("f", "ended", one, date=over),
    )
    assert found.ends
    assert (found.status, found.ends.value) == ("ended", "2025-11-02")


def test_who_declares_alone_stops_their_own_fire() -> None:
    one, army = pause("a"), side("b", "army", "military")
    (found,) = pauses(one, army, event("c", "announced", one, actor=army))
    assert [a.name for a in found.declared_by] == [a.name for a in found.parties] == ["army"]


def test_a_minister_signs_for_his_state() -> None:
    one, state = pause("a"), side("b", "State", country="ST")
    minister = side("c", "Minister", "person", country="ST", office="minister")
    (found,) = pauses(one, state, minister, fact("d", "parties", one, actor=minister))
    assert [a.name for a in found.parties] == ["State"]


@pytest.mark.parametrize(
    ("types", "status"),
    [
        ((), "in_force"),
        (("demanded",), "proposed"),
        (("demanded", "rejected"), "rejected"),
        (("agreed",), "agreed"),
        (("announced", "started"), "in_force"),
        (("started", "extended"), "extended"),
        (("started", "extended", "violated"), "violated"),
        (("started", "suspended"), "suspended"),
        (("started", "violated", "ended"), "ended"),
        (("ended", "started"), "in_force"),
        (("agreed", "rejected"), "rejected"),
        (("announced", "agreed", "rejected"), "agreed"),
    ],
)
def test_status(types: tuple[str, ...], status: str) -> None:
    one = pause("a")
    (found,) = pauses(one, *(event(letter, type_, one) for letter, type_ in zip("bcdefg", types, strict=False)))
    assert found.status == status


def test_a_pledge_before_the_first_day_begins_nothing() -> None:
    one, start = pause("a"), time("b", "2025-12-01")
    (found,) = pauses(one, start, event("c", "confirmed", one), fact("d", "starts", one, time=start))
    assert found.status == "agreed"


def test_a_pause_suspended_for_one_party_holds_for_the_others() -> None:
    one = pause("a")
    told = (event("b", "started", one), event("c", "suspended", one), fact("d", "status", one, value="in_force"))
    (found,) = pauses(one, *told)
    assert found.status == "in_force"


def test_talks_without_result_settle_nothing() -> None:
    one = pause("a")
    told = (event("b", "negotiated", one), event("c", "agreed", one), fact("d", "status", one, value="proposed"))
    (found,) = pauses(one, *told)
    assert found.status == "proposed"


def test_a_pause_whose_end_is_past_is_over() -> None:
    one, end = pause("a"), time("b", "2025-11-10")
    (found,) = pauses(one, end, event("c", "started", one), fact("d", "ends", one, time=end))
    assert found.status == "ended"


# ---- arithmetic ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2025-11-07", "P3D", "2025-11-09"),
        ("2025-11-08T00:00", "PT72H", "2025-11-11T00:00"),
        ("2025-01-31", "P1M", "2025-02-27"),  # a month without that day stops on its last
        ("2024-01-31", "P1M", "2024-02-28"),
        ("2025-12-15", "P1M", "2026-01-14"),
        ("9999-12-31", "P3M", None),
        ("2025-02-30", "P1D", None),
        ("2025-11-08", f"P{'9' * 5000}D", None),
        ("0001-01-01", "P3D", "0001-01-03"),
        ("2022-04-02", "P2M", "2022-06-01"),
        ("2025-11-07", "PT4H", "2025-11-07"),
        ("2025-11", "P3D", None),
        ("2025-11-07", "PXD", None),
    ],
)
def test_end_of(start: str, length: str, end: str | None) -> None:
    assert end_of(start, length) == end


def test_values_are_compared_as_far_as_they_go() -> None:
    assert precedes("2025-10", "2025-11-01")
    assert not precedes("2025", "2025-11-01")
    assert as_slot("2025-11-10TNI") == "2025-11-10"
    assert surely_over("2025-04", "PT30H", "2025-05-05")
    assert not surely_over("2025-04", "P30D", "2025-05-05")


def test_mentions_stay_as_they_were() -> None:
    one = pause("a")
    before = attrs.asdict(one)
    pauses(one, event("b", "started", one))
    assert attrs.asdict(one) == before


def test_another_reading_is_said() -> None:
    one, other = pause("a"), pause("d")
    first, second = time("b", "2025-11-01"), time("e", "2025-11-09")
    events = [event("c", "started", one, date=first), event("f", "started", other, date=second)]
    document = Document(TEXT, PlainLanguage(), date(2025, 11, 12))
    document.add([one, other, first, second, *events, pause("h", definite=True)])
    article = Article("x", None, None, "und", "2025-11-12", "UTC", len(TEXT), "0" * 64)
    report = assemble(document, article, Vocabulary(), notes := [], strict=True)
    assert [reference.text for reference in report.pauses[1].mentions] == ["d", "h"]
    assert [(note.code, note.span) for note in notes] == [("ambiguous-pause", at("h"))]


def test_a_pause_named_very_often_is_gathered_as_one_named_twice() -> None:
    evidence: list[PauseMention] = [pause(letter, definite=letter != "a") for letter in "abcdefghijklm"]
    end = time("z", "2025-11-10")
    (found,) = pauses(*evidence, end, fact("y", "ends", evidence[-1], time=end))
    assert len(found.mentions) == 13
    assert found.ends
    assert (found.kind, found.ends.value) == ("ceasefire", "2025-11-10")


def test_what_was_only_asked_for_is_taken_up_and_what_was_refused_is_not() -> None:
    asked, settled = pause("a", wanted=True), pause("m")
    (taken_up,) = pauses(asked, settled, event("b", "demanded", asked), event("n", "agreed", settled))
    assert [e.type for e in taken_up.events] == ["demanded", "agreed"]
    refused = event("c", "rejected", asked)
    parted = pauses(asked, settled, event("b", "demanded", asked), refused, event("n", "agreed", settled))
    assert [[e.type for e in found.events] for found in parted] == [["demanded", "rejected"], ["agreed"]]
