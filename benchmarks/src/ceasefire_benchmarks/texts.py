"""The articles that are read: the seed, articles with gold readings, and ordinary news beside the checkout."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import attrs

__all__ = ["ROOT", "Collection", "Text", "collections", "seed"]

ROOT = Path(__file__).parents[3]
#: articles of others, which are no part of the project and need not be there
SHARED = ROOT.parent / "shared"
SEED = "suriah-2016-05-02"


@attrs.frozen
class Text:
    """An article as readers take it."""

    id: str
    text: str
    published: str | None


@attrs.frozen
class Collection:
    """Articles that are read together; none where they are not at hand."""

    name: str
    what: str
    texts: tuple[Text, ...]

    @property
    def length(self) -> int:
        """Characters of all its texts."""
        return sum(len(text.text) for text in self.texts)


def seed() -> Text:
    """The article that came with the task that the project was made for."""
    return Text(SEED, (ROOT / "seeds" / f"{SEED}.txt").read_text("utf-8"), "2016-05-02")


def collections(gold: int, news: int) -> tuple[Collection, ...]:
    """The seed, and at most so many articles with gold and of ordinary news; those that are not there are empty."""
    annotated = [*_annotated(ROOT / "tests" / "articles" / "open"), *_annotated(SHARED / "gold" / "real")]
    every = list(_lines(SHARED / "news"))
    drawn = every[:: max(1, len(every) // news)][:news]
    return (
        Collection("seed", "the article of `seeds/`", (seed(),)),
        Collection("gold", "articles about ceasefires that have a gold reading", tuple(annotated[:gold])),
        Collection("news", f"ordinary news, drawn at even distances out of {len(every)}", tuple(drawn)),
    )


def _annotated(folder: Path) -> Iterator[Text]:
    for path in sorted(folder.glob("*.txt")):
        published = json.loads(path.with_suffix(".gold.json").read_text("utf-8")).get("published")
        yield Text(path.stem, path.read_text("utf-8"), published)


def _lines(folder: Path) -> Iterator[Text]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").split("\n"):
            if line:
                fields = json.loads(line)
                yield Text(fields["id"], fields["text"], fields.get("published"))
