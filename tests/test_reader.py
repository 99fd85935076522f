"""Article in, report out: arguments, guarded extractors, many articles."""

from __future__ import annotations

import copy
import hashlib
import pickle
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

import ceasefire
from ceasefire import ArticleError, ArticleText, DateError, ExtractorError, Reader, Report
from ceasefire.errors import CeasefireError
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

TEXT = "Senin Selasa Rabu"


def a_time(start: int = 0, end: int = 5, by: str = "fake:day", **fields: Any) -> TimeMention:
    return TimeMention(**{"span": Span(start, end), "by": by, "type": "DATE", "value": None, **fields})


def codes(report: Report) -> list[str]:
    return [diagnostic.code for diagnostic in report.diagnostics]


def only_message(report: Report) -> str:
    (diagnostic,) = report.diagnostics
    assert diagnostic.level == "error"
    assert diagnostic.source == "fake"
    return diagnostic.message


# ---- articles ----------------------------------------------------------------------------------------------------


def test_core_alone_reads_and_says_that_nothing_was_looked_for() -> None:
    report = Reader(only=[]).read("Gencatan senjata berakhir Senin.", "2016-05-02")
    assert (report.times, report.pauses) == ((), ())
    assert report.diagnostics == (
        Diagnostic(
            "warning",
            "ceasefire",
            "no-extractors",
            "nothing was looked for: no plugin with an extractor is in use",
        ),
    )


def test_an_article_in_a_language_that_nobody_reads(reader_with: Any, extractor: Any) -> None:
    report = reader_with(extractor(language="ms")).read("x", language="tlh")
    assert report.diagnostics[0].message == "nothing was looked for: no plugin in use reads 'tlh'"


@pytest.mark.parametrize(
    ("own", "code", "reads"), [("id", "id", 1), ("id", "id-ID", 1), ("id", "idx", 0), ("*", "x", 1)]
)
def test_an_extractor_reads_its_language_and_its_variants(
    reader_with: Any, extractor: Any, own: str, code: str, reads: int
) -> None:
    reader = reader_with(extractor(extract=lambda document: [a_time()], language=own))
    assert len(reader.read(TEXT, language=code).times) == reads


def test_the_head_of_a_report() -> None:
    text = "Gencatan senjata 🕊"
    article = Reader(only=[]).read(text, date(2016, 5, 2), title="T", url="U", timezone="Asia/Makassar").article
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert (article.id, article.sha256) == (digest[:16], digest)
    assert (article.length, article.published, article.timezone) == (18, "2016-05-02", "Asia/Makassar")
    assert (article.title, article.url, article.language) == ("T", "U", "id")
    assert Reader(only=[]).read(text, id="mine").article.id == "mine"


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (None, None),
        ("2016-05-02", "2016-05-02"),
        (date(2016, 5, 2), "2016-05-02"),
        (datetime(2016, 5, 2, 23, 59), "2016-05-02"),
        (datetime(2016, 5, 2, 23, 59, tzinfo=UTC), "2016-05-03"),
        (datetime(2016, 5, 2, 1, 0, tzinfo=timezone(timedelta(hours=9))), "2016-05-01"),
        ("2016-05-02T23:59:00Z", "2016-05-03"),
        ("2016-05-02 18:00", "2016-05-02"),
        ("2 Mei 2016", "2016-05-02"),
        (" Senin, 2 Mei 2016 18:00 WIB ", "2016-05-02"),
        ("Jakarta, 2 Mei 2016", "2016-05-02"),
        ("Jum'at, 6 Mei 2016", "2016-05-06"),
        ("02/05/2016", "2016-05-02"),
        ("2016/05/02", "2016-05-02"),
        ("2016.5.2 18.00", "2016-05-02"),
        ("May 2, 2016", "2016-05-02"),
    ],
)
def test_publication_dates(published: Any, day: str | None) -> None:
    assert Reader(only=[]).read("x", published).article.published == day


@pytest.mark.parametrize(
    "published", ["", "  ", "hari ini", "kemarin", "today", "Senin", "2016", "Mei 2016", "2 Mei", "31 Februari 2016",
                  "2016-13-01", "1462150800", "x" * 5000, "0001-01-01T00:00:00+14:00"],
)  # fmt: skip
def test_what_is_no_publication_date(published: str) -> None:
    with pytest.raises(DateError) as caught:
        Reader(only=[]).read("x", published)
    assert caught.value.code == "bad-date"
    assert len(str(caught.value)) < 200


def test_a_written_date_is_read_whatever_the_articles_language() -> None:
    assert Reader(only=[]).read("x", "2 May 2016", language="tlh").article.published == "2016-05-02"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"text": b"x"}, "bad-field"),
        ({"text": None}, "bad-field"),
        ({"text": "x", "id": 5}, "bad-field"),
        ({"text": "x", "published": 20160502}, "bad-field"),
        ({"text": "x", "timezone": None}, "bad-field"),
        ({"text": "x", "timezone": "Mars/Olympus"}, "bad-timezone"),
        ({"text": "x", "timezone": "../../etc/passwd"}, "bad-timezone"),
        ({"text": "x", "timezone": ""}, "bad-timezone"),
        ({"text": "x", "published": "soon"}, "bad-date"),
        ({"text": "\ud83d\ude00"}, "surrogate-pair"),
    ],
)
def test_an_article_that_cannot_be_read(fields: dict[str, Any], code: str) -> None:
    with pytest.raises(ArticleError) as caught:
        Reader(only=[]).read_article(ArticleText(**fields))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("fields", "code"),
    [({}, "no-text"), ({"text": None}, "no-text"), ({"text": "x", "body": "y"}, "unknown-field"),
     ({"text": "x", "id": 1}, "bad-field"), ({"text": ["x"]}, "bad-field")],
)  # fmt: skip
def test_fields_that_make_no_article(fields: dict[str, Any], code: str) -> None:
    with pytest.raises(ArticleError) as caught:
        ArticleText.from_mapping(fields)
    assert caught.value.code == code


def test_null_in_a_mapping_is_what_is_not_given() -> None:
    article = ArticleText.from_mapping({"text": "x", "timezone": None, "title": None, "published": date(2016, 5, 2)})
    assert article == ArticleText("x", published=date(2016, 5, 2))


def test_a_lone_surrogate_is_read_and_counted() -> None:
    report = Reader(only=[]).read("a\udc80b\ud800")
    assert report.article.length == 4
    assert ceasefire.from_json(ceasefire.to_json(report)) == report


def test_read_takes_plugins_and_names_to_leave_out(plugin: Any, extractor: Any) -> None:
    mine = {"mine": plugin(extractors=[extractor("fake", lambda document: [a_time()])])}
    assert [t.text for t in ceasefire.read(TEXT, plugins=mine).times if t.by == "fake:day"] == ["Senin"]
    assert not [t for t in ceasefire.read(TEXT, plugins=mine, disable=["fake"]).times if t.by == "fake:day"]


# ---- guarded extractors ------------------------------------------------------------------------------------------


def test_what_an_extractor_gave_before_it_raised_counts(reader_with: Any, extractor: Any) -> None:
    def extract(document: Any) -> Iterator[Mention]:
        yield a_time()
        raise RuntimeError("no more\nof this")

    report = reader_with(extractor(extract=extract)).read(TEXT)
    assert [t.text for t in report.times] == ["Senin"]
    assert codes(report) == ["extractor-failed"]
    assert only_message(report).startswith("extractor fake raised RuntimeError: no more of this (test_reader.py:")


@pytest.mark.parametrize(
    ("extract", "reason"),
    [
        (lambda document: 1 / 0, "ZeroDivisionError"),
        (lambda document: exec("raise SystemExit(3)"), "SystemExit: 3"),
        (lambda document: None, "TypeError: 'NoneType' object is not iterable"),
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
    "no span": (a_time(span=(0, 3)), "with span (0, 3), a tuple"),
    "foreign rule": (a_time(by="other:day"), "whose rule 'other:day' is not 'fake:…'"),
    "no rule": (a_time(by="fake"), "whose rule 'fake' is not 'fake:…'"),
    "rule of no text": (a_time(by=None), "by None, a NoneType"),
    "wrong field": (a_time(value=5), "with value 5, a int"),
    "no choice": (a_time(role="spoken"), "with role 'spoken', which is none of report, told"),
    "wrong pointer": (a_figure(source="WHO"), "with source 'WHO', a str"),
    "second span outside": (a_figure(count=Span(90, 95)), "with count 90–95, outside the text or empty"),
    "bounds reversed": (a_figure(min=9, max=2), "with min 9, which is more than max 2"),
    "no degree": (
        RegionMention(span=Span(0, 5), by="fake:r", name="X", kind="city", lat=float("nan")),
        "with lat nan, which is no finite number",
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
    with pytest.raises(ExtractorError, match="extractor fake gave"):
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
        (Diagnostic("loud", "fake", "x", "y"), "of level 'loud'"),
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
    assert only_message(report) == "extractor fake was stopped after 0.1 s; what it gave by then counts"
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


# ---- the reader itself -------------------------------------------------------------------------------------------


def test_a_reader_is_immutable() -> None:
    reader = Reader(only=[])
    for name in ("registry", "strict", "time_limit", "other"):
        with pytest.raises(AttributeError, match="immutable"):
            setattr(reader, name, None)
    with pytest.raises(AttributeError, match="immutable"):
        del reader.strict
    with pytest.raises(TypeError):
        reader.registry.formats["x"] = None  # type: ignore[index]


def test_a_reader_can_be_pickled_and_copied() -> None:
    reader = Reader(only=["json"], disable=["text"], time_limit=3.0)
    for again in (pickle.loads(pickle.dumps(reader)), copy.copy(reader), copy.deepcopy(reader)):
        assert (again.time_limit, list(again.registry.formats)) == (3.0, ["json"])


def test_a_plugin_that_is_a_module_can_be_pickled() -> None:
    from ceasefire.formats import json as module

    reader = Reader(plugins={"json": module}, only=["json"])
    assert pickle.loads(pickle.dumps(reader)).registry.formats.keys() == reader.registry.formats.keys()


def test_a_reader_is_shared_between_threads(reader_with: Any, extractor: Any) -> None:
    def extract(document: Any) -> Iterator[Mention]:
        for start in document.where("senin"):
            yield a_time(start, start + 5)

    reader = reader_with(extractor(extract=extract))
    texts = [" Senin" * n for n in range(60)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(reader.read, texts)) == [reader.read(text) for text in texts]


def test_a_reader_says_what_it_reads_with(reader_with: Any, extractor: Any) -> None:
    assert repr(reader_with(extractor("b"), extractor("a"))) == "<Reader with a, b>"


# ---- many articles -----------------------------------------------------------------------------------------------


def ids(outcomes: Any) -> list[str]:
    return [o.article.id if isinstance(o, Report) else o.code for o in outcomes]


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_articles_come_in_the_order_of_the_input(jobs: int) -> None:
    articles: list[Any] = [
        ArticleText(f"x{n}", id=str(n)) if n % 2 else {"text": "y" * n, "id": str(n)} for n in range(70)
    ]
    articles[3] = {"id": "3"}
    articles[40] = ArticleText("x", timezone="Mars")
    expected = [str(n) for n in range(70)]
    expected[3], expected[40] = "no-text", "bad-timezone"
    assert ids(Reader(only=[]).read_many(articles, jobs=jobs, errors="return")) == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_cannot_be_read_raises_in_its_turn(jobs: int) -> None:
    reports = Reader(only=[]).read_many([{"text": "x", "id": "1"}, {}, {"text": "y"}], jobs=jobs)
    assert next(reports).article.id == "1"  # type: ignore[union-attr]
    with pytest.raises(ArticleError, match="no text"):
        next(reports)


@pytest.mark.parametrize(("jobs", "most"), [(1, 1), (2, 80)])
def test_no_more_articles_are_taken_than_are_in_flight(jobs: int, most: int) -> None:
    taken = 0

    def endless() -> Iterator[dict[str, str]]:
        nonlocal taken
        while True:
            taken += 1
            yield {"text": "x", "id": str(taken)}

    reports = Reader(only=[]).read_many(endless(), jobs=jobs)
    assert [next(reports).article.id for _ in range(3)] == ["1", "2", "3"]  # type: ignore[union-attr]
    assert taken <= 3 + most
    reports.close()  # type: ignore[attr-defined]


def test_wrong_arguments_are_refused_at_once() -> None:
    with pytest.raises(ValueError, match="jobs must be at least 1"):
        Reader(only=[]).read_many([], jobs=0)
    with pytest.raises(ValueError, match='"raise" or "return"'):
        Reader(only=[]).read_many([], errors="ignore")  # type: ignore[arg-type]


def test_plugins_that_cannot_be_handed_over_are_refused(reader_with: Any, extractor: Any) -> None:
    reader = reader_with(extractor())
    with pytest.raises(CeasefireError, match="must be such as can be pickled"):
        list(reader.read_many([{"text": "x"}], jobs=2))


def test_a_process_that_dies_is_told(install: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    source = (
        "import os\nfrom ceasefire import hookimpl\n"
        "class Deadly:\n    name, language = 'deadly', '*'\n    needs = uses = gives = frozenset()\n"
        "    def extract(self, document):\n        os._exit(9)\n"
        "@hookimpl\ndef extractors():\n    return [Deadly()]\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(install("deadly", {"deadly": "deadly_plugin"}, deadly_plugin=source)))
    with pytest.raises(CeasefireError, match="a reading process died"):
        list(Reader(only=["deadly"]).read_many([{"text": "x"}], jobs=2))


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
