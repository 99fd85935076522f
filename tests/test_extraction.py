"""Extractors are guarded: what one raises, gives wrongly or never ends costs only itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import pytest

from ceasefire import ExtractorError, Reader
from ceasefire.mentions import (
    ActorMention,
    CasualtyMention,
    Mention,
    NumberMention,
    RegionMention,
    StatementMention,
    TimeMention,
)
from ceasefire.models import Diagnostic, Span
from ceasefire.testing import count_calls
from fakes import TEXT, a_time, codes, only_message

# ---- guarded extractors ------------------------------------------------------------------------------------------


def test_what_an_extractor_gave_before_it_raised_counts(reader_with: Any, extractor: Any) -> None:
    def extract(document: Any) -> Iterator[Mention]:
        yield a_time()
        raise RuntimeError("no more\nof this")

    report = reader_with(extractor(extract=extract)).read(TEXT)
    assert [t.text for t in report.times] == ["Senin"]
    assert codes(report) == ["extractor-failed"]
    raised = "extractor fake of plugin fakes raised RuntimeError: no more of this (test_extraction.py:"
    assert only_message(report).startswith(raised)


@pytest.mark.parametrize(
    ("extract", "reason"),
    [
        (lambda document: 1 / 0, "ZeroDivisionError"),
        (lambda document: exec("raise SystemExit(3)"), "SystemExit: 3"),
        (lambda document: None, "extractor fake of plugin fakes gave None, not mentions"),
        (lambda document: 5, "gave 5, a int, not mentions"),
        (list, "TypeError"),
    ],
)
def test_an_extractor_that_raises_costs_only_itself(
    reader_with: Any, extractor: Any, extract: Any, reason: str
) -> None:
    good = extractor("good", lambda document: [a_time(6, 12, "good:day")])
    report = reader_with(extractor(extract=extract), good).read(TEXT)
    assert [t.text for t in report.times] == ["Selasa"]
    assert reason in only_message(report)


def a_figure(**fields: Any) -> CasualtyMention:
    common = {"span": Span(0, 5), "by": "fake:c", "outcome": "killed", "victims": "people", "min": 1, "max": 1}
    return CasualtyMention(**{**common, "count": Span(0, 5), **fields})


A_NUMBER = NumberMention(span=Span(0, 1), by="fake:n", min=1, max=1, bare=Span(0, 1))
WRONG = {
    "no mention": (5, "gave 5, which is no mention"),
    "another type": (A_NUMBER, "a type that it does not say it gives"),
    "beyond the text": (a_time(0, 99), "with span 0–99, outside the text or empty"),
    "before the text": (a_time(-1, 3), "with span -1–3, outside the text or empty"),
    "empty": (a_time(3, 3), "outside the text or empty"),
    "reversed": (a_time(5, 3), "outside the text or empty"),
    "fractional": (a_time(0.0, 3), "outside the text or empty"),  # type: ignore[arg-type]
    "no span": (a_time(span=(0, 3)), "with span (0, 3), a tuple and not Span"),
    "foreign rule": (a_time(by="other:day"), "whose rule 'other:day' is not 'fake:…'"),
    "no rule": (a_time(by="fake"), "whose rule 'fake' is not 'fake:…'"),
    "rule of no text": (a_time(by=None), "by None, a NoneType and not str"),
    "wrong field": (a_time(value=5), "with value 5, a int and not str or None"),
    "no choice": (a_time(role="spoken"), "with role 'spoken', which is none of report, told"),
    "wrong pointer": (a_figure(source="WHO"), "with source 'WHO', a str and not ActorMention or None"),
    "second span outside": (a_figure(count=Span(90, 95)), "with count 90–95, outside the text or empty"),
    "bounds reversed": (a_figure(min=9, max=2), "with min 9, which is more than max 2"),
    "no degree": (
        RegionMention(span=Span(0, 5), by="fake:r", name="X", kind="city", lat=float("nan")),
        "with lat nan, which is no number of degrees",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_mention_is_left_out_and_named(reader_with: Any, extractor: Any, case: str) -> None:
    wrong, reason = WRONG[case]
    fake = extractor(extract=lambda document: [a_time(), wrong], gives=[TimeMention, CasualtyMention, RegionMention])
    report = reader_with(fake).read(TEXT)
    assert [t.text for t in report.times] == ["Senin"]
    assert (report.casualties, report.regions) == ((), ())
    assert codes(report) == ["wrong-mention"]
    assert reason in only_message(report)
    with pytest.raises(ExtractorError, match="extractor fake of plugin fakes gave"):
        reader_with(fake, strict=True).read(TEXT)


def test_a_value_outside_its_closed_list_is_left_out_and_named(reader_with: Any, extractor: Any) -> None:
    fake = extractor(extract=lambda document: [a_time(type="WHEN")])
    report = reader_with(fake).read(TEXT)
    assert (report.times, codes(report)) == ((), ["unknown-value"])
    with pytest.raises(ExtractorError, match="closed list 'time_type'"):
        reader_with(fake, strict=True).read(TEXT)


def test_a_pointer_at_a_mention_that_is_not_there_is_a_fault(reader_with: Any, extractor: Any) -> None:
    def actor(start: int, end: int, name: str, **fields: Any) -> ActorMention:
        return ActorMention(span=Span(start, end), by="fake:a", name=name, kind="person", **fields)

    body = actor(0, 5, "Body")
    member, lone = actor(6, 12, "Member", member_of=body), actor(13, 17, "Lone")
    gives = [ActorMention]
    whole = reader_with(extractor(extract=lambda document: [member, body], gives=gives)).read(TEXT)
    assert [a.name for a in whole.actors] == ["Body", "Member"]
    report = reader_with(extractor(extract=lambda document: [member, lone], gives=gives)).read(TEXT)
    assert [a.name for a in report.actors] == ["Lone"]
    assert "points at a ActorMention that is not on the document" in only_message(report)


def test_who_points_at_a_mention_that_falls_away_falls_too(reader_with: Any, extractor: Any) -> None:
    gone = ActorMention(span=Span(0, 5), by="fake:a", name="Gone", kind="person")
    middle = ActorMention(span=Span(6, 12), by="fake:a", name="Middle", kind="person", member_of=gone)
    far = StatementMention(span=Span(13, 17), by="fake:s", form="direct", speaker=middle)
    fake = extractor(extract=lambda document: [far, middle], gives=[ActorMention, StatementMention])
    report = reader_with(fake).read(TEXT)
    assert (report.actors, report.statements) == ((), ())
    assert codes(report) == ["wrong-mention", "wrong-mention"]


def test_mentions_may_point_at_what_an_earlier_extractor_gave(reader_with: Any, extractor: Any) -> None:
    def speak(document: Any) -> Iterator[Mention]:
        for actor in document.of(ActorMention):
            yield StatementMention(span=Span(13, 17), by="b:s", form="direct", speaker=actor)

    name = ActorMention(span=Span(0, 5), by="a:n", name="Senin", kind="person")
    reader = reader_with(
        extractor("a", lambda document: [name], gives=[ActorMention]),
        extractor("b", speak, gives=[StatementMention], needs=[ActorMention]),
    )
    (statement,) = reader.read(TEXT).statements
    assert statement.speaker is not None
    assert statement.speaker.name == "Senin"


@pytest.mark.parametrize(
    ("diagnostic", "reason"),
    [
        (Diagnostic("info", "other", "x", "y"), "in the name of 'other'"),
        (Diagnostic("loud", "fake", "x", "y"), "of level 'loud', which is none of info, warning, error"),
        (Diagnostic("info", "fake", "x", "y", Span(0, 99)), "outside the text"),
        (Diagnostic("info", "fake", "x", 5), "not all text"),  # type: ignore[arg-type]
    ],
)
def test_a_wrong_diagnostic_is_a_fault(reader_with: Any, extractor: Any, diagnostic: Diagnostic, reason: str) -> None:
    report = reader_with(extractor(extract=lambda document: [diagnostic])).read(TEXT)
    assert codes(report) == ["wrong-diagnostic"]
    assert reason in only_message(report)


def test_an_extractors_diagnostic_reaches_the_report(reader_with: Any, extractor: Any) -> None:
    note = Diagnostic("warning", "fake", "weekday-disagrees", "Senin was a Tuesday", Span(0, 5))
    assert reader_with(extractor(extract=lambda document: [note])).read(TEXT).diagnostics == (note,)


def test_a_looping_extractor_is_stopped(reader_with: Any, extractor: Any) -> None:
    def extract(document: Any) -> Iterator[Mention]:
        yield a_time()
        while True:
            try:
                sum(range(1000))
            except Exception:
                pytest.fail("the limit is no Exception that a broad except swallows")

    report = reader_with(extractor(extract=extract), time_limit=0.1).read(TEXT)
    assert [t.text for t in report.times] == ["Senin"]
    assert codes(report) == ["time-limit"]
    message = only_message(report)
    assert message.startswith("extractor fake of plugin fakes was stopped after 0.1 s in test_extraction.py:")
    assert message.endswith(" in extract; what it gave by then counts")
    with pytest.raises(ExtractorError, match=r"was stopped after 0\.1 s"):
        reader_with(extractor(extract=extract), strict=True, time_limit=0.1).read(TEXT)


def test_a_looping_extractor_is_stopped_in_each_thread_by_its_own_limit(reader_with: Any, extractor: Any) -> None:
    def extract(document: Any) -> Iterator[Mention]:
        while document.text == "loop":
            sum(range(1000))
        yield a_time()

    quick, slow = (reader_with(extractor(extract=extract), time_limit=limit) for limit in (0.1, 0.4))
    with ThreadPoolExecutor(6) as pool:
        started = time.monotonic()
        reports = [pool.submit(reader.read, text) for reader in (quick, slow, quick) for text in ("loop", TEXT)]
        assert [codes(report.result()) for report in reports] == [["time-limit"], []] * 3
        assert 0.4 <= time.monotonic() - started < 5


@pytest.mark.parametrize("limit", [0, -1, float("nan")])
def test_a_limit_must_leave_time(limit: float) -> None:
    with pytest.raises(ValueError, match="time_limit"):
        Reader(only=[], time_limit=limit)


def test_strict_raises_what_an_extractor_does(reader_with: Any, extractor: Any) -> None:
    reader = reader_with(extractor(extract=lambda document: 1 / 0), strict=True)
    with pytest.raises(ExtractorError, match="ZeroDivisionError"):
        reader.read("x")
    with pytest.raises(ExtractorError):
        list(reader.read_many([{"text": "x"}], errors="return"))


def test_the_interpreter_is_left_as_it_was_after_a_time_limit(reader_with: Any, extractor: Any) -> None:
    """A raise that is taken back instead of delivered leaves 3.11 spinning: a profiler then never comes to an end."""

    def extract(document: Any) -> Iterator[Mention]:
        while True:
            sum(range(1000))
        yield a_time()

    reader = reader_with(extractor(extract=extract), time_limit=0.05)
    assert codes(reader.read(TEXT)) == ["time-limit"]
    with ThreadPoolExecutor(1) as pool:
        profiled = pool.submit(count_calls, lambda: sum(abs(n) for n in range(10_000)))
        assert profiled.result(timeout=20) > 10_000


@attrs.frozen
class Weather:
    degrees: int


@attrs.frozen(kw_only=True)
class WeatherMention(Mention):
    weather: Weather | None = None


@pytest.mark.parametrize(("degrees", "told"), [(31, []), ("hot", ["wrong-mention"]), (10**400, ["wrong-mention"])])
def test_a_record_of_one_field_is_looked_at(reader_with: Any, extractor: Any, degrees: Any, told: list[str]) -> None:
    mention = WeatherMention(span=Span(0, 5), by="fake:sky", weather=Weather(degrees))
    reader = reader_with(extractor(extract=lambda document: [mention], gives=frozenset({WeatherMention})))
    assert codes(reader.read(TEXT)) == told
