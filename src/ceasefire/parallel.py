"""Many articles over processes, in the order of the input, with a bounded number in flight."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from ceasefire.errors import ArticleError, CeasefireError
from ceasefire.models import Report
from ceasefire.workers import Raised, Worker, WorkerDied, first_to_answer

if TYPE_CHECKING:
    from ceasefire.reader import ArticleText, Reader

__all__ = ["DIED", "map_in_order", "read_in_order"]

T = TypeVar("T")
R = TypeVar("R")

#: articles handed to a process at once: enough to hide the cost of handing over, few enough to share work evenly
_BATCH = 4
#: characters of a batch from which it takes no further article
_HEAVY = 200_000
#: batches that a process holds: the one in hand, and one so that it need not wait
_AHEAD = 2
#: batches for each process that are taken off the input and not given out yet
_WINDOW = 10
#: the weight, in characters, of all of those
_HEAVIEST = 16_000_000

#: what stands for an article that killed the process which read it, and again the one that tried once more
DIED = ArticleError("a reading process died over it, twice: it was killed, or crashed", code="process-died")


def read_in_order(
    reader: Reader,
    articles: Iterable[ArticleText | Mapping[str, Any] | ArticleError],
    jobs: int,
    *,
    keep_going: bool,
) -> Iterator[Report | ArticleError]:
    """One outcome an article, in order. An `ArticleError` among the articles is its own outcome.

    With `keep_going`, what nobody foresaw on one article is its `ArticleError` too and does not end the run. An
    article that kills its process is an `ArticleError` in any case.
    """
    return map_in_order(Outcome(reader, keep_going), articles, jobs, died=lambda article: DIED, weight=_weight)


@attrs.frozen
class Outcome:
    """What reading gives of an article."""

    reader: Reader
    keep_going: bool

    def __call__(self, article: ArticleText | Mapping[str, Any] | ArticleError) -> Report | ArticleError:
        from ceasefire.reader import ArticleText

        if isinstance(article, ArticleError):
            return article
        try:
            given = ArticleText.from_mapping(article) if isinstance(article, Mapping) else article
            return self.reader.read_article(given)
        except ArticleError as error:
            return error
        except CeasefireError:
            raise
        except Exception as error:
            if not self.keep_going:
                raise
            return ArticleError(f"reading failed: {type(error).__name__}: {error}", code="reader-failed")


def _weight(article: ArticleText | Mapping[str, Any] | ArticleError) -> int:
    if isinstance(article, ArticleError):
        return 0
    text = article.get("text") if isinstance(article, Mapping) else article.text
    return len(text) if isinstance(text, str) else 0


def map_in_order(
    function: Callable[[T], R],
    items: Iterable[T],
    jobs: int,
    *,
    died: Callable[[T], R],
    weight: Callable[[T], int],
) -> Iterator[R]:
    """`function` of each item, over `jobs` processes, in the order of the items, some of which are taken ahead.

    An item whose process dies is tried once more by itself; `died` gives the outcome of one that kills that process
    too. `weight` is the size of an item, by which memory is bounded. What `function` or `items` raise is raised once
    all that stands before it has been given out. With one job all is done in this process.
    """
    if jobs == 1:
        yield from map(function, items)
        return
    batches = _Batches(items, weight)
    with _Team(function, jobs, died) as team:
        given = 0
        done: dict[int, list[R | Raised]] = {}
        while True:
            while team.has_room and batches.taken - given < jobs * _WINDOW and batches.weight < _HEAVIEST:
                if (batch := batches.take()) is None:
                    break
                team.send(*batch)
            if given in done:
                for outcome in done.pop(given):
                    if isinstance(outcome, Raised):
                        raise outcome.error
                    yield outcome
                batches.give(given)
                given += 1
            elif team.is_busy:
                number, outcomes = team.receive()
                done[number] = outcomes
            else:
                break
    if batches.failure is not None:
        raise batches.failure


class _Batches(Generic[T]):
    """Items by batches, numbered; what the source raises is kept until all batches are done."""

    def __init__(self, items: Iterable[T], weight: Callable[[T], int]) -> None:
        self._items = iter(items)
        self._weigh = weight
        self._weights: dict[int, int] = {}
        self._is_over = False
        self.taken = 0
        #: of all batches that were taken and not given out
        self.weight = 0
        self.failure: Exception | None = None

    def take(self) -> tuple[int, list[T]] | None:
        batch: list[T] = []
        weight = 0
        while not self._is_over and len(batch) < _BATCH and weight < _HEAVY:
            try:
                item = next(self._items)
            except StopIteration:
                self._is_over = True
            except Exception as error:
                self._is_over, self.failure = True, error
            else:
                batch.append(item)
                weight += self._weigh(item)
        if not batch:
            return None
        number = self.taken
        self.taken += 1
        self._weights[number] = weight
        self.weight += weight
        return number, batch

    def give(self, number: int) -> None:
        self.weight -= self._weights.pop(number)


class _Team(Generic[T, R]):
    """The processes. One that dies is replaced."""

    def __init__(self, function: Callable[[T], R], jobs: int, died: Callable[[T], R]) -> None:
        self._payload = _handed_over(function)
        self._died = died
        self._jobs = jobs
        self._workers: list[Worker[T, R]] = []

    def __enter__(self) -> _Team[T, R]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.end()

    @property
    def has_room(self) -> bool:
        return len(self._workers) < self._jobs or any(len(worker.waiting) < _AHEAD for worker in self._workers)

    @property
    def is_busy(self) -> bool:
        return any(worker.waiting for worker in self._workers)

    def send(self, number: int, batch: Sequence[T]) -> None:
        """To a new process as long as there are fewer than asked for, else to the one with the least to do."""
        if len(self._workers) < self._jobs:
            self._workers.append(Worker(self._payload))
            worker = self._workers[-1]
        else:
            worker = min(self._workers, key=lambda each: len(each.waiting))
        worker.send(number, batch)

    def receive(self) -> tuple[int, list[R | Raised]]:
        """The number of a batch and its outcomes, whichever is done first."""
        worker = first_to_answer([each for each in self._workers if each.waiting])
        try:
            return worker.receive()
        except WorkerDied:
            return self._again(worker)

    def _again(self, dead: Worker[T, R]) -> tuple[int, list[R | Raised]]:
        """Do anew what a dead process had in hand, an article at a time, and hand on what it had not begun."""
        (number, batch), *rest = dead.waiting
        index = self._workers.index(dead)
        dead.end()
        outcomes: list[R | Raised] = []
        self._workers[index] = Worker(self._payload)
        for item in batch:
            self._workers[index].send(number, [item])
            try:
                outcomes += self._workers[index].receive()[1]
            except WorkerDied:
                outcomes.append(self._died(item))
                self._workers[index].end()
                self._workers[index] = Worker(self._payload)
            if outcomes and isinstance(outcomes[-1], Raised):
                break
        for later in rest:
            self._workers[index].send(*later)
        return number, outcomes


def _handed_over(function: Callable[..., Any]) -> bytes:
    try:
        return pickle.dumps(function)
    except Exception as error:
        message = f"with jobs > 1 the reader's plugins must be such as can be pickled: {error}"
        raise CeasefireError(message) from error
