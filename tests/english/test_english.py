"""Core knows no language: a small English reading, by the public door, reads the seed rightly."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

import ceasefire
from ceasefire import Reader
from ceasefire.document import Document
from ceasefire.testing import check_extractor, load_corpus
from english.casualties import Casualties
from english.dates import Dates
from english.language import English
from english.names import Names
from english.numbers import Numbers
from english.pauses import Pauses
from english.statements import Statements

HERE = Path(__file__).parent
#: the report of a right reading of the Indonesian article
INDONESIAN = HERE.parent / "articles" / "seed" / "suriah-2016-05-02.report.json"
SEED = (HERE / "seed.txt").read_text("utf-8")


def skeleton(report: dict[str, Any]) -> dict[str, Any]:
    """What a report says whatever its language: no names, spans, labels and rules, and no part words of a scope."""

    def without(item: Any) -> Any:
        if isinstance(item, list):
            return [without(each) for each in item]
        if not isinstance(item, dict):
            return item
        told = ("span", "text", "by", "name", "office", "mentions", "label", "verb", "cue", "rule", "extent")
        kept = {
            key: without(value)
            for key, value in item.items()
            if key not in told or (key == "by" and ":" not in str(value))
        }
        return {key: value for key, value in kept.items() if not isinstance(value, dict) or value}

    return {key: without(value) for key, value in report.items() if key not in ("article", "diagnostics")}


def test_the_english_seed_says_what_the_indonesian_one_says(reader: Reader) -> None:
    report = reader.read(SEED, "2016-05-02", language="en", timezone="Asia/Jakarta")
    english, indonesian = skeleton(ceasefire.to_dict(report)), skeleton(json.loads(INDONESIAN.read_text("utf-8")))
    for layer, wanted in indonesian.items():
        assert english[layer] == wanted, layer
    assert report.diagnostics == ()


def test_the_skeleton_tells_readings_apart(reader: Reader) -> None:
    indonesian = skeleton(json.loads(INDONESIAN.read_text("utf-8")))
    without = SEED.replace("But the pause excluded Aleppo.", "").replace("24 hours", "48 hours")
    english = skeleton(ceasefire.to_dict(reader.read(without, "2016-05-02", language="en", timezone="Asia/Jakarta")))
    assert english["pauses"] != indonesian["pauses"]
    assert english["times"] != indonesian["times"]
    assert english["casualties"] == indonesian["casualties"]


def test_the_corpus_holds_the_seed_letter_for_letter() -> None:
    cases = load_corpus(HERE / "corpus" / "seed.toml")
    assert len(cases) == 6
    for case in cases:
        assert case.text == SEED


def test_it_uses_nothing_but_the_public_door() -> None:
    public = {"", ".document", ".hookspecs", ".language", ".mentions", ".models", ".vocabulary"}
    for path in HERE.glob("*.py"):
        if path.name in (Path(__file__).name, "conftest.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                assert not name.startswith("ceasefire_"), f"{path.name} imports {name}"
                if name.split(".")[0] == "ceasefire":
                    assert name.removeprefix("ceasefire") in public, f"{path.name} imports {name}"


def test_an_indonesian_article_is_left_to_others(reader: Reader) -> None:
    report = reader.read("Gencatan senjata 24 jam di Aleppo dimulai Senin.", "2016-05-02", language="id")
    assert not (report.times or report.pauses or report.regions)
    assert [diagnostic.code for diagnostic in report.diagnostics]


def test_sentences_outlive_abbreviations_omissions_and_quotation_marks() -> None:
    text = "The U.S. Army left. “We go … Now.” Gen. Ross spoke at 5 p.m. on 3 May."
    document = Document(text, English())
    assert [document.text_of(sentence) for sentence in document.sentences] == [
        "The U.S. Army left.",
        "“We go … Now.”",
        "Gen. Ross spoke at 5 p.m. on 3 May.",
    ]


BESIDE: dict[Any, tuple[Any, ...]] = {
    Numbers: (),
    Dates: (Numbers,),
    Names: (),
    Casualties: (Numbers, Dates, Names),
    Pauses: (Numbers, Dates, Names),
    Statements: (Numbers, Dates, Names, Pauses),
}
TEXTS = [
    "At least 1,200 people were displaced on Monday night, and several soldiers killed two civilians in Homs.",
    "The Turkish army announced on Friday a humanitarian pause, which applied to Idlib but excluded Homs.",
    "Turkey and Iran brokered a ceasefire in Gaza. “We will hold it,” said Prime Minister Ana Ruiz, adding she agreed.",
]


@pytest.mark.parametrize("extractor", BESIDE, ids=lambda extractor: extractor.name)
def test_each_extractor_keeps_its_contract(extractor: Any) -> None:
    check_extractor(
        extractor,
        TEXTS,
        givers=[English, *BESIDE[extractor]],
        repeated=["the pause in ", "Russia said ", "Monday ", "1,000 ", "killed 12 people and ", ", said "],
        language="en",
    )
