"""Frames as data: whole, evoked by their examples, and no reason to read a pause where there is none."""

from __future__ import annotations

import pytest

import ceasefire
from ceasefire_id.frames import Frame, FrameError, frames, read
from ceasefire_id.syntax.analysis import analysis_of

READER = ceasefire.Reader()


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.name)
def test_a_frame_is_evoked_by_its_example(frame: Frame) -> None:
    document, _ = READER.read_with_document(frame.example, "2025-11-12")
    analysis = analysis_of(document)
    lemmas = {lemma.partition("+")[0] for lemma in frame.lemmas}
    words = document.words.folded
    assert lemmas & {analysis.lemma(n) for n in range(len(words))} or lemmas & set(words)


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.name)
def test_a_trap_speaks_of_no_pause(frame: Frame) -> None:
    assert READER.read(frame.trap, "2025-11-12").pauses == ()


def test_a_frame_without_an_example_is_told_with_its_line() -> None:
    whole = '[ended]\nlemmas = ["akhir"]\nexample = "Jeda itu berakhir."\ntrap = "Rapat berakhir."\n'
    text = whole + '\n[begun]\nlemmas = ["mulai"]\n'
    with pytest.raises(FrameError, match=r"frames/x\.toml, line 6: frame 'begun' must have lemmas, example, trap"):
        read(text, "frames/x.toml")


def test_a_lemma_named_twice_is_told() -> None:
    text = '[ended]\nlemmas = ["akhir", "akhir"]\nexample = "Jeda itu berakhir."\ntrap = "Rapat berakhir."\n'
    with pytest.raises(FrameError, match="'akhir' twice"):
        read(text, "frames/x.toml")


def test_a_file_that_is_no_toml_is_told() -> None:
    with pytest.raises(FrameError, match="line 1"):
        read("[ended\n", "frames/x.toml")
