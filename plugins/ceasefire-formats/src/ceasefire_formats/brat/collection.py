"""Many reports to a folder that brat opens: of each article its text and its annotations, and the configuration."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from ceasefire import ArticleText, CeasefireError, UnreadArticle
from ceasefire.models import Report
from ceasefire.vocabulary import Vocabulary
from ceasefire_formats.brat.configuration import annotation_conf, visual_conf
from ceasefire_formats.brat.layers import standoff
from ceasefire_formats.texts import in_utf8, is_text_of

__all__ = ["Written", "write_collection"]

_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_NAME = 100


@attrs.frozen
class Written:
    """What was put into the folder."""

    documents: int
    unread: int


def write_collection(
    outcomes: Iterable[Report | UnreadArticle],
    articles: Iterable[ArticleText | UnreadArticle],
    folder: Path,
    vocabulary: Vocabulary,
) -> Written:
    """Write the collection. The reports stand in the order of the articles; some may be missing.

    Raises `CeasefireError` where the folder is not empty, since what annotators did in it is not to be lost, and where
    a report's text does not follow among the articles; `OSError` where nothing can be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CeasefireError(f"{folder}: is not empty, and annotations in it would be lost; name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "annotation.conf").write_text(annotation_conf(vocabulary), "utf-8", newline="\n")
    (folder / "visual.conf").write_text(visual_conf(vocabulary), "utf-8", newline="\n")
    texts = (article.text for article in articles if isinstance(article, ArticleText))
    names = _Names()
    unread = 0
    for outcome in outcomes:
        if isinstance(outcome, UnreadArticle):
            unread += 1
            continue
        text = _text_of(outcome, texts)
        name = names.of(outcome.article.id)
        # Line ends stay what they are: another number of them would shift what stands behind.
        (folder / f"{name}.txt").write_text(in_utf8(text), "utf-8", newline="")
        (folder / f"{name}.ann").write_text(standoff(outcome, text), "utf-8", newline="")
    return Written(names.given, unread)


def _text_of(report: Report, texts: Iterator[str]) -> str:
    """The next of the texts that is the report's."""
    for text in texts:
        if is_text_of(report, text):
            return text
    message = f"article {report.article.id!r} does not follow in what --articles names; give what batch was given"
    raise CeasefireError(message)


class _Names:
    """Names of documents, each once on any file system."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    @property
    def given(self) -> int:
        """How many."""
        return len(self._taken)

    def of(self, id: str) -> str:
        """The article's id where it can be a name, else what is left of it, with a number where it is taken."""
        bare = _NO_NAME.sub("-", id).strip("-")[:_LONGEST_NAME] or "article"
        name, number = bare, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{bare}-{number}"
        self._taken.add(name.casefold())
        return name
