"""Many articles over processes, in the order of the input, with a bounded number in flight."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from ceasefire.errors import ArticleError, CeasefireError
from ceasefire.models import Report

if TYPE_CHECKING:
    from ceasefire.reader import ArticleText, Reader

__all__ = ["read_in_order"]

#: articles handed to a process at once: enough to hide the cost of handing over, few enough to bound memory
_BATCH = 16
#: batches in flight for each process
_AHEAD = 2


def read_in_order(
    reader: Reader,
    articles: Iterable[ArticleText | Mapping[str, Any] | ArticleError],
    jobs: int,
    *,
    keep_going: bool,
) -> Iterator[Report | ArticleError]:
    """One outcome an article, in order. An `ArticleError` among the articles is its own outcome.

    With `keep_going`, what nobody foresaw on one article is its `ArticleError` too and does not end the run.
    """
    if jobs == 1:
        for article in articles:
            yield _outcome(reader, article, keep_going)
        return
    source = iter(articles)
    waiting: deque[Future[list[Report | ArticleError]]] = deque()
    payload = _handed_over(reader)
    # "spawn" starts clean processes: forking one that has threads may deadlock.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _start, (payload,)) as pool:
        try:
            while True:
                while len(waiting) < jobs * _AHEAD and (batch := list(islice(source, _BATCH))):
                    waiting.append(pool.submit(_read_batch, batch, keep_going))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            message = "a reading process died: it was killed, or could not start; see `Reader.read_many`"
            raise CeasefireError(message) from error
        finally:
            for future in waiting:
                future.cancel()


def _outcome(
    reader: Reader, article: ArticleText | Mapping[str, Any] | ArticleError, keep_going: bool
) -> Report | ArticleError:
    from ceasefire.reader import ArticleText

    if isinstance(article, ArticleError):
        return article
    try:
        return reader.read_article(ArticleText.from_mapping(article) if isinstance(article, Mapping) else article)
    except ArticleError as error:
        return error
    except CeasefireError:
        raise
    except Exception as error:
        if not keep_going:
            raise
        return ArticleError(f"reading failed: {type(error).__name__}: {error}", code="reader-failed")


def _handed_over(reader: Reader) -> bytes:
    try:
        return pickle.dumps(reader)
    except Exception as error:
        message = f"with jobs > 1 the reader's plugins must be such as can be pickled: {error}"
        raise CeasefireError(message) from error


# ---- in the reading process --------------------------------------------------------------------------------------

_reader: Reader | None = None


def _start(payload: bytes) -> None:
    global _reader
    _reader = pickle.loads(payload)


def _read_batch(
    batch: list[ArticleText | Mapping[str, Any] | ArticleError], keep_going: bool
) -> list[Report | ArticleError]:
    assert _reader is not None
    return [_outcome(_reader, article, keep_going) for article in batch]
