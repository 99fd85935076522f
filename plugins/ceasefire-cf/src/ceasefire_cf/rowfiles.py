"""Files of coded rows: written from many reports, read back with whatever a coder corrected in them."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path

from ceasefire import ArticleText, CeasefireError, Report, UnreadArticle
from ceasefire_cf.coded import CodedCeasefire, from_row, header
from ceasefire_cf.coding import Coder
from ceasefire_tables.cells import day
from ceasefire_tables.csvfiles import unguarded
from ceasefire_tables.keys import ArticleKeys

__all__ = ["code_reports", "read_rows"]

Articles = Iterable[ArticleText | UnreadArticle]


def code_reports(
    outcomes: Iterable[Report | UnreadArticle], articles: Articles | None = None
) -> Iterator[tuple[Report | UnreadArticle, list[CodedCeasefire]]]:
    """Each outcome of `ceasefire batch` with its ceasefires, one at a time.

    `articles` are those that `batch` was given, in the same order; they bring the texts, without which most purposes
    are not coded. Raises `CeasefireError` where they are others.
    """
    coder, keys = Coder(), ArticleKeys()
    if articles is None:
        for outcome in outcomes:
            yield outcome, [] if isinstance(outcome, UnreadArticle) else list(coder.coded(keys.keyed(outcome), None))
        return
    for outcome, article in zip_longest(outcomes, articles):
        if outcome is None or article is None:
            fewer = "articles" if article is None else "reports"
            raise CeasefireError(f"there are fewer {fewer}; give with --articles what batch was given")
        if isinstance(outcome, UnreadArticle):
            yield outcome, []
            continue
        text = _text(outcome, article)
        yield outcome, list(coder.coded(keys.keyed(outcome), text))


def _text(report: Report, article: ArticleText | UnreadArticle) -> str:
    """The text that was read. Raises `CeasefireError` where the article has another one."""
    if isinstance(article, ArticleText):
        digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
        if digest == report.article.sha256:
            return article.text
    raise CeasefireError(
        f"the report of {report.article.id!r:.80} is not of the article in its place; "
        "give with --articles what batch was given, in the same order"
    )


def read_rows(path: Path) -> Iterator[tuple[int, CodedCeasefire]]:
    """The ceasefires in a CSV file that `cf` or `ceasefire code` wrote, each with the line on which its row ends.

    Columns may stand in any order and others among them. Raises `CeasefireError` with the line for what cannot be
    used, and `OSError`.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, strict=True)
        try:
            missing = [name for name in header() if name not in (rows.fieldnames or ())]
            if missing:
                raise CeasefireError(f"lacks the column {missing[0]}; give what `ceasefire code` or --format cf wrote")
            for row in rows:
                if None in row or None in row.values():
                    raise CeasefireError("has more or fewer cells than the first row")
                if any(row.values()):
                    yield rows.line_num, _checked({name: unguarded(cell) for name, cell in row.items()})
        except (CeasefireError, csv.Error) as error:
            raise CeasefireError(f"{path}, line {rows.line_num}: {error}") from None
        except UnicodeDecodeError:
            raise CeasefireError(f"{path}: is not UTF-8; save it as CSV in UTF-8") from None


def _checked(row: dict[str, str]) -> CodedCeasefire:
    day(row["published"] or None)
    return from_row(row)
