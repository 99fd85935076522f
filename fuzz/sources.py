"""What inputs are made of: sentences of the corpora with the words to be read in them, and whole articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs

from ceasefire.testing.corpus import Case, load_corpus

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "plugins" / "ceasefire-id" / "corpus"
#: articles that are the project's own
OWN_ARTICLES = (ROOT / "seeds", ROOT / "tests" / "articles" / "open")


@attrs.frozen
class Sources:
    """Texts to begin with."""

    #: sentences and paragraphs of the corpora
    sentences: tuple[str, ...]
    #: sentences with what is expected of them: the spans of the words to be read, as (start, end, layer)
    marked: tuple[tuple[str, tuple[tuple[int, int, str], ...]], ...]
    #: by layer, the words to be read
    pieces: dict[str, tuple[str, ...]]
    articles: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Tells whether two runs were made of the same texts."""
        whole = "\0".join((*self.sentences, *self.articles))
        return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def load_sources(folders: Iterable[Path] = ()) -> Sources:
    """The corpora, the project's articles, and the text files of further folders. Raises `OSError`."""
    cases = load_corpus(CORPUS)
    marked = tuple((case.text, spans) for case in cases if (spans := _pieces(case)))
    pieces: dict[str, set[str]] = {}
    for text, spans in marked:
        for start, end, layer in spans:
            pieces.setdefault(layer, set()).add(text[start:end])
    files = [file for folder in (*OWN_ARTICLES, *folders) for file in sorted(folder.glob("*.txt"))]
    return Sources(
        sentences=tuple(sorted({case.text for case in cases})),
        marked=marked,
        pieces={layer: tuple(sorted(texts)) for layer, texts in sorted(pieces.items())},
        articles=tuple(file.read_text("utf-8") for file in files),
    )


def _pieces(case: Case) -> tuple[tuple[int, int, str], ...]:
    """Where the words that a case expects stand in its text, by layer; of overlapping ones the longer."""
    found = []
    for layer, items in case.expected.items():
        for words in (words for item in items for words in _words(item)):
            start = case.text.find(words)
            if len(words) > 2 and start >= 0:
                found.append((start, start + len(words), layer))
    spans: list[tuple[int, int, str]] = []
    for span in sorted(set(found), key=lambda span: (span[0], -span[1], span[2])):
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
    return tuple(spans)


def _words(expected: object) -> Iterator[str]:
    """All strings in what a case expects."""
    if isinstance(expected, str):
        yield expected
    elif isinstance(expected, Mapping):
        for value in expected.values():
            yield from _words(value)
    elif isinstance(expected, list):
        for value in expected:
            yield from _words(value)
