"""Article in, report out: arguments, guarded extractors, many articles."""

from __future__ import annotations

import copy
import hashlib
import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

import ceasefire
from ceasefire import ArticleError, ArticleText, DateError, Reader, Report
from ceasefire.errors import CeasefireError
from ceasefire.mentions import (
    Mention,
)
from ceasefire.models import Diagnostic
from fakes import TEXT, a_time

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
