"""Gold in the sentence: the markup, the comparison on span, words and fields together, and how a difference is told."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from ceasefire import Reader
from ceasefire.document import Document
from ceasefire.mentions import (
    ActorMention,
    EventMention,
    Mention,
    PauseMention,
    RegionMention,
    ScopeMention,
    TimeMention,
)
from ceasefire.models import Span
from ceasefire.testing import CorpusError, MarkupError, ReadingDiffers, check_gold, factories, parse_gold, reader_with

# ---- markup ------------------------------------------------------------------------------------------------------


def marks(gold: str) -> list[tuple[str, str, dict[str, Any]]]:
    parsed = parse_gold(gold)
    return [(mark.layer, parsed.text[mark.span.start : mark.span.end], dict(mark.fields)) for mark in parsed.marks]


@pytest.mark.parametrize(
    ("gold", "text", "expected"),
    [
        ("No mark.", "No mark.", []),
        ("On {D+3|time}.", "On D+3.", [("time", "D+3", {})]),
        (
            "On {D+3|time value=2016-05-05 mod=none}.",
            "On D+3.",
            [("time", "D+3", {"value": "2016-05-05", "mod": "none"})],
        ),
        ("{A|x name=John Kerry kind=person}", "A", [("x", "A", {"name": "John Kerry", "kind": "person"})]),
        ('{A|x name="a | b} \\" = c"}', "A", [("x", "A", {"name": 'a | b} " = c'})]),
        ('{A|x of=[Ruritania, "a, b"] to=[]}', "A", [("x", "A", {"of": ("Ruritania", "a, b"), "to": ()})]),
        ("{A|x speaker.kind=state}", "A", [("x", "A", {"speaker.kind": "state"})]),
        ("{the {A|x} B|y}", "the A B", [("y", "the A B", {}), ("x", "A", {})]),
        ("{A B|x a=1|y b=2}", "A B", [("x", "A B", {"a": "1"}), ("y", "A B", {"b": "2"})]),
        ("{1>a {2>b|1>x} c|2>y}", "a b c", [("x", "a b", {}), ("y", "b c", {})]),
        (r"\{a\|b\} \\ {c|x} | d", r"{a|b} \ c | d", [("x", "c", {})]),
        ("{🕊️ İ|x} {b|y}", "🕊️ İ b", [("x", "🕊️ İ", {}), ("y", "b", {})]),
    ],
)
def test_markup(gold: str, text: str, expected: list[Any]) -> None:
    assert parse_gold(gold).text == text
    assert sorted(marks(gold), key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize(
    ("gold", "column", "why"),
    [
        ("a {b", 3, "has no end"),
        ("a } b", 3, "ends no span"),
        ("a {|x}", 3, "holds no words"),
        ("a { b|x}", 3, "white space at its edge"),
        ("a {b|}", 6, "a layer is missing"),
        ("a {b|x c}", 7, "after the layer stand fields"),
        ("a {b|x c=}", 10, "the field c has no value"),
        ("a {b|x c=1 c=2}", 11, "the field c stands twice"),
        ("a {b|x c=[1,,2]}", 13, "a list holds values and commas"),
        ("a {1>b {1>c|1>x}|1>x}", 8, "a span numbered 1 is open already"),
        ("a {b|1>x}", 5, "no span numbered 1 is open"),
        ("a \\n b", 3, "a backslash stands only before"),
    ],
)
def test_wrong_markup_shows_its_place(gold: str, column: int, why: str) -> None:
    with pytest.raises(MarkupError, match=why) as caught:
        parse_gold(gold)
    assert caught.value.position == column - 1
    first, shown, arrow = str(caught.value).splitlines()
    assert first.startswith(f"column {column}: ")
    assert shown == f"    {gold}" and arrow == " " * (column + 3) + "^"


@given(st.text(max_size=40))
def test_any_text_can_be_written_as_gold(text: str) -> None:
    written = regex.sub(r"([{}|\\])", r"\\\1", text)
    assert parse_gold(written).text == text
    assert parse_gold(f"{{a|x}}{written}{{b|y}}").text == f"a{text}b"


@given(st.text(alphabet='{}|\\ a1>=",[]x', max_size=30))
@settings(max_examples=300)
def test_any_markup_holds_or_shows_its_fault(gold: str) -> None:
    try:
        parsed = parse_gold(gold)
    except MarkupError as error:
        assert 0 <= error.position <= len(gold)
    else:
        assert all(0 <= mark.span.start < mark.span.end <= len(parsed.text) for mark in parsed.marks)


def test_wrong_markup_in_a_later_line() -> None:
    with pytest.raises(MarkupError, match="line 2, column 3"):
        parse_gold("one line\na {b")


# ---- comparison --------------------------------------------------------------------------------------------------

TEXT = "The pause in Zenda ends on D+3, Ruritania said."


class Toy:
    """Gives the mentions of `TEXT`, wherever their words stand."""

    name, language = "toy", "*"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset()
    gives: frozenset[type[Mention]] = frozenset(
        {TimeMention, RegionMention, ActorMention, PauseMention, ScopeMention, EventMention}
    )

    def extract(self, document: Document) -> Iterable[Mention]:
        def spans(words: str) -> list[Span]:
            return [Span(*match.span()) for match in regex.finditer(words, document.text)]

        for span in spans(r"D\+\d"):
            day = 2 + int(document.text[span.end - 1])
            yield factories.time_mention(span=span, by="toy:day", value=f"2016-05-0{day}")
        for span in spans("Ruritania"):
            yield factories.actor_mention(span=span, by="toy:state", country="XR")
        pauses = [factories.pause_mention("pause", span=span, by="toy:pause") for span in spans("pause")]
        regions = [factories.region_mention("Zenda", span=span, by="toy:place") for span in spans("Zenda")]
        yield from (*pauses, *regions)
        for pause, region in zip(pauses, regions, strict=False):
            yield factories.scope_mention(pause, "Zenda", span=region.span, region=region, by="toy:in")
        for pause, span in zip(pauses, spans("ends"), strict=False):
            yield factories.event_mention(pause, "ends", span=span, type="ended", by="toy:ends")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return reader_with(Toy())


@pytest.mark.parametrize(
    "gold",
    [
        "The pause in Zenda ends on {D+3|time value=2016-05-05 type=DATE mod=none by=toy:day}, Ruritania said.",
        "The {pause|pause kind=ceasefire status=ended parties=[] includes=[Zenda]} in {Zenda|region|scope} ends.",
        "The pause in {Zenda|scope direction=include pause=pause region.kind=city} {ends|event type=ended} on D+3.",
        "{Ruritania|actor country=XR office=none}, or {Ruritania|actor name=Ruritania}, waits.",
        "Nothing {D+1|time} and {D+1|time text=D+1}.",
    ],
)
def test_what_is_marked_is_read(reader: Reader, gold: str) -> None:
    check_gold(reader, gold, "2016-05-02")


def test_mentions_are_compared_where_asked_for(reader: Reader) -> None:
    gold = (
        "The {pause|pause label=pause makes_pause=true} in {Zenda|scope extent=whole pause=pause} ends, "
        "{Ruritania|actor number=one heads=[]} said."
    )
    check_gold(reader, gold, source="mentions")


def differences(reader: Reader, gold: str, **options: Any) -> tuple[str, list[tuple[str | None, str | None]]]:
    with pytest.raises(ReadingDiffers) as caught:
        check_gold(reader, gold, "2016-05-02", **options)
    found = caught.value.differences
    return str(caught.value), [(one.wanted, one.got.called if one.got else None) for one in found]


@pytest.mark.parametrize(
    ("gold", "expected"),
    [
        ("It ends on {D+3|time value=2016-05-06}.", [("D+3", "D+3")]),
        ("It ends {on D+3|time}.", [("on D+3", "D+3")]),
        ("It {ends|time} on {D+3|time}.", [("ends", None)]),
        ("It {ends|time} on D+3.", [("ends", None), (None, "D+3")]),
        ("It ends on {D+3|time} or D+4.", [(None, "D+4")]),
        ("It ends on {D+3|time|time}.", [("D+3", None)]),
        ("{D+3|time value=2016-05-04} and {D+4|time value=2016-05-06}", [("D+3", "D+3")]),
    ],
)
def test_span_words_and_fields_are_compared_together(reader: Reader, gold: str, expected: list[Any]) -> None:
    assert differences(reader, gold)[1] == expected


def test_layers_without_a_mark_must_be_empty(reader: Reader) -> None:
    check_gold(reader, "Nothing here.", layers=["time", "actor"])
    check_gold(reader, "{Ruritania|actor} waits for D+3.")
    assert differences(reader, "{Ruritania|actor} waits for D+3.", layers=["time"])[1] == [(None, "D+3")]
    with pytest.raises(CorpusError, match="nothing would be compared"):
        check_gold(reader, "Ruritania waits.")


def test_what_there_is_not_is_an_error(reader: Reader) -> None:
    with pytest.raises(CorpusError, match="no layer of a report is called 'day'; there are time, casualty"):
        check_gold(reader, "On {D+3|day}.")
    with pytest.raises(CorpusError, match="no layer of mentions is called 'day'"):
        check_gold(reader, "On {D+3|day}.", source="mentions")
    with pytest.raises(CorpusError, match="a Time has no field 'vaule'; it has id, span, text, type, value, mod, "):
        check_gold(reader, "On {D+3|time vaule=1}.")
    with pytest.raises(CorpusError, match='PauseFactMention is a mention type: set source = "mentions" to compare'):
        check_gold(reader, "On {D+3|fact}.")


# ---- what a linguist sees ----------------------------------------------------------------------------------------


def test_a_difference_is_told_under_the_sentence(reader: Reader) -> None:
    gold = (
        "The pause ends {on D+3|time value=2016-05-06 type=DATE}, {not|time} D+4, "
        "{Ruritania|actor kind=person country=XR} said."
    )
    assert differences(reader, gold)[0] == textwrap.indent(
        textwrap.dedent("""\
            The pause ends on D+3, not D+4, Ruritania said.
                           ^^^^^^ wanted
                              ^^^ read
                                   ^^^ wanted
                                       ^^^ read
                                            ^^^^^^^^^ differs

            time "on D+3": read as "D+3", by toy:day
                value   wanted 2016-05-06
                        read   2016-05-05
            time "not": not read
            time "D+4": read and not wanted, by toy:day
            actor "Ruritania": read otherwise
                kind   wanted person
                       read   state"""),
        "    ",
    )


def test_a_long_text_is_told_in_lines(reader: Reader) -> None:
    text = "Word after word goes by here. " * 8 + "And {D+3|time value=x}.\nSecond paragraph, D+4."
    told = differences(reader, text)[0].splitlines()
    assert max(map(len, told)) <= 110
    (at,) = [number for number, line in enumerate(told) if "D+3." in line]
    assert told[at].index("D+3") == told[at + 1].index("^^^ differs")
    assert told[at + 2 : at + 4] == ["    Second paragraph, D+4.", "                      ^^^ read"]


def test_what_is_not_read_says_what_was_wanted(reader: Reader) -> None:
    told = differences(reader, "{Nothing|time value=PT2H parties=[a, b]}.")[0]
    assert 'time "Nothing": not read (wanted value=PT2H, parties=[a, b])' in told
