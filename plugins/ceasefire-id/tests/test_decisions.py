"""Scorers of decisions: scores are sums of the weights in a file, and a broken file is told with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, combinations
from pathlib import Path

import pytest

from ceasefire_id.decisions import Linear, linear, load

GOOD = "# made by hand\n# threshold: 0.25\nfeature\tyes\tno\nbias\t-1\t0.5\nnear\t2\t\nfar\t-0.5\t1\n"
SHIPPED = sorted(path.stem for path in (Path(linear.__file__).parent / "weights").glob("*.tsv"))


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Linear]]:
    """The scorer of a file that says this."""
    (tmp_path / "weights").mkdir()
    monkeypatch.setattr(linear.resources, "files", lambda package: tmp_path)

    def loaded(text: str) -> Linear:
        (tmp_path / "weights" / "made.tsv").write_text(text, "utf-8")
        load.cache_clear()
        return load("made")

    yield loaded
    load.cache_clear()


# ---- scores --------------------------------------------------------------------------------------------------------


def test_a_score_is_the_sum_of_the_weights_of_all_features_and_the_bias(loaded: Callable[[str], Linear]) -> None:
    scorer = loaded(GOOD)
    assert (scorer.labels, scorer.threshold) == (("yes", "no"), 0.25)
    assert scorer.scores([]) == [-1, 0.5]
    assert scorer.scores(["near", "far", "never met"]) == [0.5, 1.5]
    assert scorer.scores(["far", "far"]) == [-2, 2.5]
    assert scorer.score(["near"]) == 1


def test_the_label_with_the_highest_score_is_best_and_of_equals_the_first(loaded: Callable[[str], Linear]) -> None:
    scorer = loaded(GOOD)
    assert scorer.best(["near"]) == ("yes", 1)
    assert scorer.best(["far"]) == ("no", 1.5)
    assert loaded("feature\tyes\tno\nnear\t1\t1\n").best(["near"]) == ("yes", 1)
    assert loaded("feature\tyes\tno\n").best(["near"]) == ("yes", 0)


def test_scores_become_probabilities(loaded: Callable[[str], Linear]) -> None:
    scorer = loaded("feature\t1\nnear\t0\nsure\t1000\nnever\t-1000\n")
    assert scorer.probability(["near"]) == 0.5
    assert 0.999 < scorer.probability(["sure"]) <= 1
    assert 0 <= scorer.probability(["never"]) < 0.001


def test_the_heaviest_features_are_the_reasons(loaded: Callable[[str], Linear]) -> None:
    scorer = loaded(GOOD)
    assert scorer.reasons(["far", "never met", "near", "far"], "yes") == [("near", 2), ("far", -0.5)]
    assert scorer.reasons(["far", "near"], "no") == [("far", 1)]
    assert scorer.reasons(["far", "near"], "yes", most=1) == [("near", 2)]


# ---- files ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("feature\tyes\tno\nnear\t2\tmuch\n", r"weights/made\.tsv, line 2: .*'much'"),
        ("# by hand\nfeature\tyes\tno\n\nnear\t2\n", r"weights/made\.tsv, line 4: 1 weights for 2 labels"),
        ("feature\tyes\tno\nnear\t2\t1\t1\n", r"weights/made\.tsv, line 2: 3 weights for 2 labels"),
        ("# threshold: high\nfeature\tyes\n", r"weights/made\.tsv, line 1: .*'high'"),
        ("feature\tyes\tyes\n", r"weights/made\.tsv, line 1: the labels are yes, yes"),
        ("# by hand\nfeature\n", r"weights/made\.tsv, line 2: the labels are none"),
        ("# by hand\n", r"weights/made\.tsv, line 1: no line names the labels"),
    ],
)
def test_a_broken_file_is_told_with_its_line(loaded: Callable[[str], Linear], text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        loaded(text)


def test_a_scorer_is_read_once() -> None:
    assert load(SHIPPED[0]) is load(SHIPPED[0])


@pytest.mark.parametrize("name", SHIPPED)
def test_each_file_that_is_shipped_can_be_read_and_decides(name: str) -> None:
    scorer = load(name)
    assert scorer.labels and scorer.weights
    heaviest = sorted(scorer.weights, key=lambda feature: -max(map(abs, scorer.weights[feature])))[:4]
    chosen = chain.from_iterable(combinations(heaviest, size) for size in range(5))
    assert len({tuple(scorer.scores(features)) for features in chosen}) > 4
