"""The tool that tells gaps of the corpora from what holds: nothing is lost, and order and comments are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import sort_corpus

HEAD = '# Lengths. All sentences are invented.\n\n[defaults]\npublished = "2025-11-12"\n'
GAP_HEAD = HEAD + 'gap = "not read so yet"\n'


def case(text: str, value: str = "PT72H", kind: str = "general") -> str:
    return f'[[case]]\nkind = "{kind}"\ntext = "{text}"\ntimes = [{{ value = "{value}" }}]\n'


ONE, TWO, THREE = (case(f"Jeda 72 jam di {place}.") for place in ("Marib", "Taiz", "Hodeidah"))
WRONG, OTHER = case("Jeda 72 jam di Idlib.", "P3D"), case("Jeda 72 jam di Hama.", "P4D", "wording")
FIRST, SECOND = "# ---- hours ----\n\n", "# two kinds\n"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sort_corpus, "CORPUS", tmp_path)
    (tmp_path / "dates").mkdir()
    return tmp_path


def run(*arguments: str) -> object:
    with pytest.raises(SystemExit) as ended:
        sort_corpus.main(["dates", *arguments])
    return ended.value.code


def written(corpus: Path) -> dict[str, str]:
    return {str(path.relative_to(corpus)): path.read_text("utf-8") for path in sorted(corpus.rglob("*.toml"))}


def test_cases_go_to_the_gaps_and_come_back(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = corpus / "dates" / "lengths.toml"
    file.write_text("\n".join([HEAD, ONE, WRONG, FIRST + TWO, SECOND + OTHER, THREE]), "utf-8")
    assert run("--check") == 1 and list(written(corpus)) == ["dates/lengths.toml"]
    assert not run()
    sorted_once = {
        "dates/lengths.toml": "\n".join([HEAD, ONE, FIRST + TWO, SECOND + THREE]),
        "gaps/dates/lengths.toml": "\n".join([GAP_HEAD, WRONG, SECOND + OTHER]),
    }
    assert written(corpus) == sorted_once
    assert not run() and not run("--check") and written(corpus) == sorted_once
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["dates/lengths", "3", "2", "2"] in rows and rows[-2:] == [["general", "3", "1"], ["wording", "0", "1"]]

    # What a better reading would do: the gold is now what is read.
    for path in corpus.rglob("*.toml"):
        path.write_text(path.read_text("utf-8").replace("P4D", "PT72H").replace("P3D", "PT72H"), "utf-8")
    assert not run()
    right, back = WRONG.replace("P3D", "PT72H"), OTHER.replace("P4D", "PT72H")
    assert written(corpus) == {"dates/lengths.toml": "\n".join([HEAD, ONE, right, FIRST + TWO, SECOND + THREE, back])}
    assert not (corpus / "gaps" / "dates").exists()


def test_a_file_of_gaps_alone_keeps_its_head(corpus: Path) -> None:
    file = corpus / "dates" / "lengths.toml"
    file.write_text("\n".join([HEAD, SECOND + WRONG]), "utf-8")
    assert not run()
    assert written(corpus) == {"gaps/dates/lengths.toml": "\n".join([GAP_HEAD, SECOND + WRONG])}
    gaps = corpus / "gaps" / "dates" / "lengths.toml"
    gaps.write_text(gaps.read_text("utf-8").replace("P3D", "PT72H"), "utf-8")
    assert not run()
    assert written(corpus) == {"dates/lengths.toml": "\n".join([HEAD, SECOND + WRONG.replace("P3D", "PT72H")])}


def test_a_file_without_defaults_keeps_its_comment(corpus: Path) -> None:
    file = corpus / "dates" / "lengths.toml"
    file.write_text("\n".join([FIRST + ONE, WRONG]), "utf-8")
    assert not run() and not run()
    assert written(corpus) == {
        "dates/lengths.toml": FIRST + ONE,
        "gaps/dates/lengths.toml": '[defaults]\ngap = "not read so yet"\n\n' + FIRST + WRONG,
    }


def test_a_case_that_cannot_be_read_is_no_gap(corpus: Path) -> None:
    file = corpus / "dates" / "lengths.toml"
    file.write_text("\n".join([HEAD, case("Jeda 72 jam.").replace("value =", "vaule =")]), "utf-8")
    before = written(corpus)
    assert "a Time has no field 'vaule'" in str(run())
    assert written(corpus) == before


def test_a_comment_that_stands_twice_is_refused(corpus: Path) -> None:
    file = corpus / "dates" / "lengths.toml"
    file.write_text("\n".join([HEAD, SECOND + ONE, FIRST + TWO, SECOND + THREE]), "utf-8")
    assert "the same comment heads cases in two places" in str(run())
