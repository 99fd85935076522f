"""The spaCy component: the report and its spans on documents of a blank Indonesian pipeline."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import ceasefire
from ceasefire.models import Actor, Pause, PauseEvent, Region, ScopePart, Time
from ceasefire_spacy import LAYERS, CeasefireComponent, make_doc, register_extensions
from ceasefire_spacy.layers import places

ROOT = Path(__file__).parents[3]
SEEDS = ROOT / "seeds"
GOLD = ROOT.parent / "shared" / "gold"
#: articles that belong to others lie beside a checkout where they are at hand
ARTICLES = (
    (GOLD, "seed/*.txt"),
    (GOLD, "real/*.txt"),
    (GOLD, "dev/dev-?-1.txt"),
    # the first of each writer: what is made of a report does not hang on how many articles there are
    (ROOT / "tests" / "articles", "open/*-01.txt"),
    (ROOT / "tests" / "articles", "open/ho-?-1.txt"),
)
SENTENCE = "Gencatan senjata di Aleppo berlaku sejak Senin."


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("id")
    nlp.add_pipe("ceasefire")
    return nlp


@pytest.fixture(scope="module")
def seed_text() -> str:
    return (SEEDS / "suriah-2016-05-02.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def seed(nlp: Language, seed_text: str) -> Doc:
    return nlp(make_doc(nlp, seed_text, "2016-05-02"))


def quick_pipeline(**settings: object) -> Language:
    """Of no language, since a blank Indonesian one takes spaCy seconds to make; the component reads Indonesian."""
    nlp = spacy.blank("xx")
    nlp.add_pipe("ceasefire", config={"language": "id", **settings})
    return nlp


def gold_articles() -> Iterator[tuple[str, dict[str, str]]]:
    if not GOLD.exists():
        print("THE GOLD ARTICLES ARE NOT BESIDE THIS CHECKOUT: only the project's own are tried")
    for article in (article for folder, names in ARTICLES for article in sorted(folder.glob(names))):
        gold = json.loads(article.with_suffix(".gold.json").read_text("utf-8"))
        yield article.read_bytes().decode(), {"published": gold["published"], "id": article.stem}


# ---- the report --------------------------------------------------------------------------------------------------


def test_the_report_is_the_one_that_a_reader_gives(seed: Doc, seed_text: str) -> None:
    assert seed._.ceasefire == ceasefire.read(seed_text, "2016-05-02")


def test_a_document_that_was_not_read_has_no_report(nlp: Language) -> None:
    doc = nlp.make_doc(SENTENCE)
    assert doc._.ceasefire is None
    assert doc[0:2]._.ceasefire is None
    assert doc._.ceasefire_misaligned == {}


def test_each_document_has_the_day_that_it_was_given(nlp: Language) -> None:
    docs = [make_doc(nlp, SENTENCE, day, id=f"warta-{day}") for day in ("2016-05-02", date(2016, 5, 9), None)]
    read = [doc._.ceasefire for doc in nlp.pipe(docs)]
    assert [report.times[0].value for report in read] == ["2016-05-02", "2016-05-09", None]
    assert read[0].article.id == "warta-2016-05-02"


def test_settings_hold_for_documents_that_have_none_of_their_own() -> None:
    left_out = ["id-names", "id-scope"]
    nlp = quick_pipeline(published="2016-05-02", timezone="Asia/Damascus", disable=left_out)
    report = nlp(SENTENCE)._.ceasefire
    assert (report.article.timezone, report.times[0].value, report.actors) == ("Asia/Damascus", "2016-05-02", ())
    assert nlp(make_doc(nlp, SENTENCE, "2016-05-09"))._.ceasefire.times[0].value == "2016-05-09"


def test_the_language_is_that_of_the_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("ceasefire")
    (told,) = [each.code for each in nlp(SENTENCE)._.ceasefire.diagnostics]
    assert told == "no-extractors"
    assert quick_pipeline()(SENTENCE)._.ceasefire.pauses


# ---- spans -------------------------------------------------------------------------------------------------------


def test_every_place_of_every_gold_article_has_its_span(nlp: Language) -> None:
    docs = [(make_doc(nlp, text, **article), text) for text, article in gold_articles()]
    for doc, text in nlp.pipe(docs, as_tuples=True):
        assert doc.text == text
        report = doc._.ceasefire
        for layer in LAYERS:
            wanted = [place for place in places(report) if place.layer == layer]
            spans = list(doc.spans[f"ceasefire/{layer}"])
            assert [(span.id_, span.label_) for span in spans] == [(place.id, place.label) for place in wanted]
            told = {(each["id"], each["start"], each["end"]) for each in doc._.ceasefire_misaligned.get(layer, [])}
            for span, place in zip(spans, wanted, strict=True):
                at = (place.id, place.span.start, place.span.end)
                assert span.start_char <= place.span.start and place.span.end <= span.end_char
                assert ((span.start_char, span.end_char) == at[1:]) == (at not in told)
                assert span._.ceasefire == place.item


def test_spans_lead_to_items_of_the_report(seed: Doc) -> None:
    first = {layer: seed.spans[f"ceasefire/{layer}"][0] for layer in LAYERS}
    kinds = {layer: type(span._.ceasefire) for layer, span in first.items()}
    assert (kinds["times"], kinds["actors"], kinds["regions"]) == (Time, Actor, Region)
    assert (kinds["pauses"], kinds["scope"], kinds["events"]) == (Pause, ScopePart, PauseEvent)
    assert {span.label_ for span in seed.spans["ceasefire/scope"]} == {"inside", "outside"}
    outside = [span for span in seed.spans["ceasefire/scope"] if span.label_ == "outside" and span._.ceasefire.actor]
    assert [(span.text, span._.ceasefire.actor.name) for span in outside][:1] == [("Al Qaeda", "Al Qaeda")]
    assert {span.label_ for span in seed.spans["ceasefire/casualties"]} == {"killed"}


@pytest.mark.parametrize(
    ("alignment", "words", "became"),
    [("expand", ["Jumat(6/5)pagi"], [13, 27]), ("contract", ["Jumat(6/"], [13, 21]), ("strict", [], None)],
)
def test_words_that_are_no_whole_tokens_are_told(
    nlp: Language, alignment: str, words: list[str], became: list[int] | None
) -> None:
    read = CeasefireComponent(alignment=alignment)
    doc = read(make_doc(nlp, "Jeda berlaku Jumat(6/5)pagi.", "2016-05-02"))
    assert [token.text for token in doc[2:5]] == ["Jumat(6", "/", "5)pagi"]
    assert [time.text for time in doc._.ceasefire.times] == ["Jumat(6/5)"]
    assert [span.text for span in doc.spans["ceasefire/times"]] == words
    assert doc._.ceasefire_misaligned == {"times": [{"id": "t1", "start": 13, "end": 23, "became": became}]}


def test_an_unknown_alignment_is_refused() -> None:
    with pytest.raises(ValueError, match="alignment must be one of expand, contract, strict, not 'outside'"):
        quick_pipeline(alignment="outside")


def test_a_wrong_date_is_told_when_the_pipeline_is_made() -> None:
    with pytest.raises(ceasefire.DateError, match="entah"):
        quick_pipeline(published="entah kapan")


def test_a_wrong_date_of_one_document_can_be_passed_over() -> None:
    nlp = quick_pipeline()
    with pytest.raises(ceasefire.ArticleError, match="entah"):
        nlp(make_doc(nlp, SENTENCE, "entah kapan"))
    told: list[str] = []
    nlp.set_error_handler(lambda name, component, docs, error: told.append(f"{name}: {error}"))
    docs = [make_doc(nlp, SENTENCE, day) for day in ("2016-05-02", "entah kapan", "2016-05-09")]
    assert [doc._.ceasefire.times[0].value for doc in nlp.pipe(docs)] == ["2016-05-02", "2016-05-09"]
    assert len(told) == 1 and told[0].startswith("ceasefire: ") and "entah" in told[0]


def test_empty_and_strange_texts_are_read(nlp: Language) -> None:
    for text in ("", " ", "\n\n", "İ" * 20, "🕊️ Jeda\0 sejak\r\nSenin\u2028."):
        doc = nlp(text)
        assert doc._.ceasefire.article.length == len(text)


# ---- saving, pipes, processes ------------------------------------------------------------------------------------


def test_a_document_keeps_its_report_as_bytes_and_pickled(nlp: Language, seed: Doc) -> None:
    for again in (Doc(nlp.vocab).from_bytes(seed.to_bytes()), pickle.loads(pickle.dumps(seed))):
        assert again._.ceasefire == seed._.ceasefire
        for layer in LAYERS:
            spans, wanted = again.spans[f"ceasefire/{layer}"], seed.spans[f"ceasefire/{layer}"]
            assert [(span.id_, span.label_, span.text) for span in spans] == [
                (span.id_, span.label_, span.text) for span in wanted
            ]
            assert [span._.ceasefire for span in spans] == [span._.ceasefire for span in wanted]
        assert again._.ceasefire_misaligned == seed._.ceasefire_misaligned


def test_a_bin_of_documents_can_be_read_elsewhere(nlp: Language, seed: Doc) -> None:
    kept = DocBin(docs=[seed], store_user_data=True).to_bytes()
    register_extensions()
    (again,) = DocBin(store_user_data=True).from_bytes(kept).get_docs(spacy.blank("xx").vocab)
    assert again._.ceasefire == seed._.ceasefire
    assert len(again.spans["ceasefire/times"]) == len(seed.spans["ceasefire/times"])


def test_two_processes_read_as_one_does(nlp: Language) -> None:
    texts = [f"{SENTENCE} Korban tewas {number} orang." for number in range(4)]
    one = [doc._.ceasefire for doc in nlp.pipe(make_doc(nlp, text, "2016-05-02") for text in texts)]
    two = nlp.pipe((make_doc(nlp, text, "2016-05-02") for text in texts), n_process=2, batch_size=2)
    assert [doc._.ceasefire for doc in two] == one


def test_a_saved_pipeline_is_the_same(tmp_path: Path) -> None:
    nlp = quick_pipeline(published="2016-05-02", alignment="contract")
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.config["components"]["ceasefire"] == nlp.config["components"]["ceasefire"]
    assert again(SENTENCE)._.ceasefire == nlp(SENTENCE)._.ceasefire


def test_spacy_knows_what_it_gives(nlp: Language) -> None:
    assert nlp.get_pipe_meta("ceasefire").assigns == ["doc._.ceasefire", "doc.spans"]
    assert not nlp.analyze_pipes()["problems"]["ceasefire"]
