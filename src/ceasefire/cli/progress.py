"""How far a run of many articles is, on a terminal, and what came of it, at its end."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import attrs
import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from ceasefire.articles import Articles

__all__ = ["Tally", "shown", "tell"]


@attrs.define
class Tally:
    """What came of the articles so far."""

    #: articles of this run
    articles: int = 0
    #: articles that an earlier run had done
    before: int = 0
    #: those that could not be read, by code, of this run and of earlier ones
    errors: Counter[str] = attrs.field(factory=Counter)
    started: float = attrs.field(factory=time.monotonic)

    def start(self) -> None:
        """Time counts from now."""
        self.started = time.monotonic()

    def add(self, code: str | None) -> None:
        """Count an article of this run; `code` is that of its error."""
        self.articles += 1
        if code is not None:
            self.errors[code] += 1

    def add_before(self, code: str | None) -> None:
        """Count an article of an earlier run."""
        self.before += 1
        if code is not None:
            self.errors[code] += 1

    @property
    def per_second(self) -> float:
        """Articles of this run a second."""
        return self.articles / max(time.monotonic() - self.started, 1e-9)

    def told(self) -> str:
        """All of it in one line."""
        seconds = time.monotonic() - self.started
        count = f"{self.articles:,} article{'' if self.articles == 1 else 's'}"
        if self.before:
            count = f"{self.before:,} done before, {count} more"
        words = f"{count} in {seconds:.1f} s"
        if self.articles:
            words += f", {self.per_second:,.{0 if self.per_second >= 10 else 1}f} a second"
        if self.errors:
            codes = ", ".join(f"{code} {number:,}" for code, number in self.errors.most_common())
            words += f"; {sum(self.errors.values()):,} could not be read: {codes}"
        return words


@contextmanager
def shown(articles: Articles, tally: Tally, *, wanted: bool, beside: str) -> Iterator[_Bar | None]:
    """A bar while the run goes on, where standard error is a terminal and the reports do not go there as well."""
    if not (wanted and sys.stderr.isatty()) or (beside == "-" and sys.stdout.isatty()):
        yield None
        return
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        BarColumn(bar_width=None, complete_style="blue", finished_style="green"),
        TextColumn("{task.percentage:>3.0f}%") if articles.size else TextColumn(""),
        _Counts(tally),
        TimeRemainingColumn(compact=True) if articles.size else TextColumn(""),
    )
    with Progress(*columns, console=console, transient=True, expand=True) as progress:
        task = progress.add_task("", total=articles.size or None)
        yield _Bar(progress, task, articles)


class _Bar:
    """The bar, to be moved as articles are done."""

    def __init__(self, progress: Progress, task: TaskID, articles: Articles) -> None:
        self._progress, self._task, self._articles = progress, task, articles

    def move(self) -> None:
        """To where the input has been read."""
        self._progress.update(self._task, completed=self._articles.position)


class _Counts(ProgressColumn):
    """Articles, those a second, and errors."""

    def __init__(self, tally: Tally) -> None:
        super().__init__()
        self._tally = tally

    def render(self, task: Task) -> Text:
        tally = self._tally
        shown = Text(f"{tally.before + tally.articles:,} articles", "bold")
        shown.append(f"  {tally.per_second:,.0f}/s", "not bold cyan")
        if errors := sum(tally.errors.values()):
            shown.append(f"  {errors:,} not read", "not bold red")
        return shown


def tell(message: str) -> None:
    """A line on standard error."""
    click.echo(f"ceasefire: {message}", err=True)
