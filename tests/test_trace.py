"""A report explains itself where the reader was told to keep how it came about."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from ceasefire import CeasefireError, Reader, to_json
from ceasefire.document import Document
from ceasefire.hookspecs import Extractor, hookimpl
from ceasefire.mentions import (
    Mention,
    NumberMention,
    PauseMention,
    RegionMention,
    ScopeMention,
    StanceMention,
    StatementMention,
)
from ceasefire.models import Diagnostic, Span
from ceasefire.testing import reader_with

TEXT = "Pause here, not there."


class Scopes:
    """Finds a pause that leaves a region out, and drops the other one."""

    name = "scopes"
    language = "*"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset()
    gives: frozenset[type[Mention]] = frozenset({PauseMention, RegionMention, ScopeMention, StatementMention})

    def extract(self, document: Document) -> Iterator[Mention]:
        pause = PauseMention(span=Span(0, 5), by="scopes:pause", label="Pause", kind="truce")
        region = RegionMention(span=Span(16, 21), by="scopes:place", name="there", kind="area")
        yield from (pause, region)
        yield ScopeMention(
            span=region.span, by="scopes:out", pause=pause, direction="exclude", region=region, cue=Span(12, 15)
        )
        document.drop("scopes:in", Span(6, 10), "no cue before it")


class Plugin:
    @hookimpl
    def extractors(self) -> list[Extractor]:
        return [Scopes()]


@pytest.fixture
def plugins() -> dict[str, object]:
    return {"scopes": Plugin()}


def test_a_pause_shows_its_mentions_edges_and_what_was_dropped(plugins: dict[str, object]) -> None:
    report = Reader(only=["scopes"], plugins=plugins, trace=True).read(TEXT)
    (explanation,) = report.explain(report.pauses[0])
    assert str(explanation).splitlines() == [
        f"p1 pause “Pause”: truce, {report.pauses[0].status}",
        "  scopes:pause read ⟨Pause⟩ (0-5): label Pause, kind truce",
        "    the first one",
        "    scopes:out read ⟨there⟩ (16-21): direction exclude",
        "      cue ⟨not⟩ (12-15)",
        "      region: scopes:place read ⟨there⟩ (16-21): name there, kind area",
        "  scopes:in considered ⟨here⟩ (6-10) and dropped it: no cue before it",
    ]
    assert report.explain("p1") == (explanation,)


def test_a_word_shows_the_item_and_the_edges_that_hold_it(plugins: dict[str, object]) -> None:
    report = Reader(only=["scopes"], plugins=plugins, trace=True).read(TEXT)
    headlines = [explanation.steps[0].text for explanation in report.explain("THERE")]
    assert headlines == ["r1 region “there”: area", "p1 pause “Pause” excludes this"]


def test_a_dropped_word_is_explained(plugins: dict[str, object]) -> None:
    report = Reader(only=["scopes"], plugins=plugins, trace=True).read(TEXT)
    explanations = report.explain("here")
    assert explanations[-1].steps[1].rule == "scopes:in"


# ---- what is no item of the report -------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class ConvoyMention(Mention):
    """A mention type of a plugin."""

    lorries: int


class Convoys:
    """Finds convoys, which no report lists, a number, and has something to say of the pause."""

    name, language = "convoys", "*"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset()
    gives: frozenset[type[Mention]] = frozenset({ConvoyMention, NumberMention})

    def extract(self, document: Document) -> Iterator[Mention | Diagnostic]:
        span = Span(6, 10)
        yield ConvoyMention(span=span, by="convoys:word", lorries=3)
        yield NumberMention(span=span, by="convoys:number", min=1, max=1, bare=span)
        yield Diagnostic("warning", "convoys", "vague", "how many?", span)
        yield Diagnostic("info", "convoys", "pause-named", "so they say", Span(0, 5))


def explained(word: str) -> list[str]:
    report = reader_with(Scopes(), Convoys(), trace=True).read(TEXT)
    return "\n".join(map(str, report.explain(word))).splitlines()


def test_mentions_that_became_no_item_are_shown_and_named() -> None:
    assert explained("here")[-8:] == [
        "ConvoyMention: no item of the report (a plugin's own type, which core leaves aside)",
        "  convoys:word read ⟨here⟩ (6-10): lorries 3",
        "NumberMention: no item of the report",
        "  convoys:number read ⟨here⟩ (6-10): min 1, max 1",
        "dropped in words with 'here'",
        "  scopes:in considered ⟨here⟩ (6-10) and dropped it: no cue before it",
        "noted of 'here'",
        "  warning vague by convoys ⟨here⟩ (6-10): how many?",
    ]


def test_diagnostics_are_shown_with_the_item_and_by_their_code() -> None:
    assert explained("p1")[-1] == "  info pause-named by convoys ⟨Pause⟩ (0-5): so they say"
    assert explained("vague") == ["noted of 'vague'", "  warning vague by convoys ⟨here⟩ (6-10): how many?"]


def test_what_is_not_there_is_refused(plugins: dict[str, object]) -> None:
    report = Reader(only=["scopes"], plugins=plugins, trace=True).read(TEXT)
    with pytest.raises(CeasefireError, match="no item 'nowhere'"):
        report.explain("nowhere")


def test_what_another_extractor_holds_a_statement_to_say_is_shown_with_it_and_why() -> None:
    pause = PauseMention(span=Span(0, 5), by="sayings:pause", label="Pause", kind="truce")
    said = StatementMention(span=Span(6, 10), by="sayings:said", form="indirect", speaker=None)
    held = StanceMention(
        span=said.span,
        by="sayings:view",
        statement=said,
        about=pause,
        stance="supports",
        reasons=("near +1.20", "far -0.30"),
    )

    class Sayings(Scopes):
        name = "sayings"
        gives = frozenset({PauseMention, StatementMention, StanceMention})

        def extract(self, document: Document) -> Iterator[Mention]:
            yield from (pause, said, held)

    report = reader_with(Sayings(), trace=True).read(TEXT)
    (explanation,) = report.explain("s1")
    assert str(explanation).splitlines() == [
        "s1 statement “here”: indirect, supports",
        "  sayings:said read ⟨here⟩ (6-10): form indirect",
        "    sayings:view read ⟨here⟩ (6-10): stance supports",
        "      weighed most: near +1.20, far -0.30",
        "      about: sayings:pause read ⟨Pause⟩ (0-5): label Pause, kind truce",
        "        the first one",
    ]
    headlines = [explanation.steps[0].text for explanation in report.explain("here")]
    assert headlines == ["s1 statement “here”: indirect, supports", "s1 statement “here” holds this"]


def test_without_a_trace_nothing_is_kept_and_the_report_is_the_same(plugins: dict[str, object]) -> None:
    plain = Reader(only=["scopes"], plugins=plugins).read(TEXT)
    traced = Reader(only=["scopes"], plugins=plugins, trace=True).read(TEXT)
    assert plain == traced
    assert to_json(plain) == to_json(traced)
    with pytest.raises(CeasefireError, match="trace=True"):
        plain.explain("p1")
