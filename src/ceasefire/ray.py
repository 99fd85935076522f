"""Articles over the machines of a Ray cluster: a step for a Ray Data pipeline. Needs the extra `ceasefire[ray]`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ceasefire.articles.fields import article_of
from ceasefire.articles.given import InputOptions
from ceasefire.dating import DEFAULT_TIMEZONE
from ceasefire.errors import ArticleError
from ceasefire.parallel import Outcome
from ceasefire.reader import DEFAULT_LANGUAGE, Reader
from ceasefire.serialize import to_json

if TYPE_CHECKING:
    import pyarrow
    from ray.data import Dataset

__all__ = ["BatchReader", "read_dataset"]

#: articles that a reading process takes at once
_BATCH = 64


class BatchReader:
    """Reads Arrow tables of articles, for `Dataset.map_batches`. Each process builds its reader once."""

    def __init__(self, reader: Mapping[str, Any], options: InputOptions) -> None:
        """`reader`: what `Reader` takes. `options`: how the columns are to be understood."""
        self._outcome = Outcome(Reader(**reader), keep_going=True)
        self._options = options

    def __call__(self, articles: pyarrow.Table) -> pyarrow.Table:
        """A row for each article: `id`, `report` as JSON, and, where it could not be read, `error` and `message`."""
        import pyarrow

        rows = [self._row(article) for article in articles.to_pylist()]
        columns = ("id", "report", "error", "message")
        return pyarrow.Table.from_pylist(rows, pyarrow.schema([(name, pyarrow.string()) for name in columns]))

    def _row(self, fields: Mapping[str, Any]) -> dict[str, str | None]:
        names = [name for name in fields if self._options.fields.get(name, name) == "id"]
        id_ = fields[names[0]] if names and isinstance(fields[names[0]], str) else None
        try:
            outcome = self._outcome(article_of(fields, self._options))
        except ArticleError as error:
            outcome = error
        if isinstance(outcome, ArticleError):
            return {"id": id_, "error": outcome.code, "message": str(outcome)}
        return {"id": outcome.article.id, "report": to_json(outcome)}


def read_dataset(
    dataset: Dataset,
    *,
    processes: int | tuple[int, int],
    fields: Mapping[str, str] | None = None,
    ignore_extra: bool = False,
    timezone: str = DEFAULT_TIMEZONE,
    language: str = DEFAULT_LANGUAGE,
    **reader: Any,
) -> Dataset:
    """The reports of a data set of articles, whose columns are the fields of an `ArticleText`.

    `processes`: how many read, each on one core, or the least and the most of them. `fields`, `ignore_extra`,
    `timezone` and `language` are as for `ceasefire.read_articles`, the rest as for `ceasefire.Reader`. A row of what
    comes holds `id`, `report` (JSON, for `ceasefire.from_json`), and for an article that could not be read `error`
    and `message` in place of the report.
    """
    from ray.data import ActorPoolStrategy

    least, most = (processes, processes) if isinstance(processes, int) else processes
    options = InputOptions(dict(fields or {}), ignore_extra, timezone=timezone, language=language)
    return dataset.map_batches(
        BatchReader,
        fn_constructor_args=(reader, options),
        batch_format="pyarrow",
        batch_size=_BATCH,
        compute=ActorPoolStrategy(min_size=least, max_size=most),
    )
