"""Whether a format keeps its contract: what `ceasefire.hookspecs.Format` asks, tried on reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import attrs
import regex

from ceasefire.errors import CeasefireError
from ceasefire.hookspecs import Format
from ceasefire.models import Report
from ceasefire.reader import Reader
from ceasefire.serialize import from_json, to_json
from ceasefire.testing.errors import ContractError
from ceasefire.testing.fresh import work_elsewhere
from ceasefire.testing.interrupting import count_moments, interrupted
from ceasefire.testing.network import OutsideWorldUsed, shut_off
from ceasefire.testing.origins import Origin, made_from, made_here, origin_of
from ceasefire.testing.readers import reader_with
from ceasefire.testing.samples import empty_report, full_report
from ceasefire.testing.validity import validator_of

__all__ = ["check_format"]

#: moments of one rendering at which another one comes between
_INTERRUPTIONS = 40
_MEDIA_TYPE = r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(?:\s*;\s*[\w-]+=(?:[\w.+-]+|\"[^\"]*\"))*"


def check_format(
    format: str | Callable[[], Format],
    *,
    read_back: Callable[[str], Report] | None = None,
    validate: Callable[[str], object] | None = None,
    reports: Iterable[tuple[Report, str]] = (),
    fresh_interpreters: bool = True,
) -> None:
    """Try whether a format keeps its contract; raises `ContractError`, an `AssertionError` that lists all faults.

    `format` is its class, a function that makes one, or the name of an installed one. What it writes must be valid:
    `read_back` makes the report again, which must be equal; `validate` raises where it is not valid. Where neither is
    given, JSON, XML, CSV, tab-separated values and JSON lines are checked to be just that, by the media type; for
    another one (`text/plain` excepted, of which all is valid) it must be.

    Rendered are an empty report, one with everything and with names full of signs that mean something elsewhere, and
    `reports`, pairs of a report and its text. Tried is further that the same report is rendered the same again, when
    another is rendered meanwhile in another thread, and in fresh interpreters with other hash seeds, dates and time
    zones; and that it neither reaches for the network nor starts a program. `fresh_interpreters=False` leaves those
    out, for a format that is made within a function.

    Raises `TypeError` and `ValueError` for what cannot be tried, `RuntimeError` where `time-machine` is missing.
    """
    __tracebackhide__ = True
    made = _made(format)
    if read_back is None and validate is None:
        validate = validator_of(made.media_type)
    trial = _Trial(made, read_back, validate)
    request = {"format": origin_of(format)} if fresh_interpreters else None
    faults = list(_described(made))
    rendered: list[tuple[Report, str, str]] = []
    for report, text in (empty_report(), full_report(), *reports):
        faults += trial.rendering(report, text, rendered)
    if not faults:
        faults += trial.again(rendered)
        faults += trial.disturbed(rendered)
        if request is not None:
            faults += _elsewhere(request, rendered)
    if faults:
        raise ContractError(f"the format {made.name}", tuple(dict.fromkeys(faults)))


def _made(format: str | Callable[[], Format]) -> Format:
    if isinstance(format, str):
        formats = Reader().registry.formats
        if format not in formats:
            raise LookupError(f"no installed format is called {format!r}; there are {', '.join(sorted(formats))}")
        return formats[format]
    made: Any = made_here(format)
    if not isinstance(made, Format):
        raise TypeError(f"{made!r:.60} is no format: it needs name, description, media_type and render")
    return made


def _described(made: Format) -> Iterator[str]:
    """What its name, description and media type are not."""
    try:
        reader_with(made)
    except CeasefireError as error:
        yield str(error)
        return
    if "\n" in made.description:
        yield "its description is more than one line"
    if not regex.fullmatch(_MEDIA_TYPE, made.media_type):
        yield f"its media type {made.media_type!r} is none; write one as text/csv"
    if regex.search(r"\s", made.name):
        yield f"its name {made.name!r} holds white space, so nobody can say --format {made.name}"


@attrs.frozen
class _Trial:
    """One format and what its output is checked with."""

    format: Format
    read_back: Callable[[str], Report] | None
    validate: Callable[[str], object] | None

    def rendering(self, report: Report, text: str, rendered: list[tuple[Report, str, str]]) -> Iterator[str]:
        """Render a report, keep what is given, and say what is wrong with it."""
        which = _which(report)
        before = to_json(report)
        try:
            with shut_off():
                given: Any = self.format.render(report, text)
        except OutsideWorldUsed as error:
            yield f"{which}: it reached for the outside world: {error}"
            return
        except Exception as error:
            yield f"{which}: it raised {type(error).__name__}: {error}"
            return
        if not isinstance(given, str):
            yield f"{which}: it gave a {type(given).__name__}, not text"
            return
        if to_json(report) != before:
            yield f"{which}: it altered the report"
        yield from self._invalid(which, report, given)
        rendered.append((report, text, given))

    def _invalid(self, which: str, report: Report, given: str) -> Iterator[str]:
        if self.validate is not None:
            try:
                self.validate(given)
            except Exception as error:
                yield f"{which}: what it wrote is not valid: {type(error).__name__}: {error}"
        if self.read_back is not None:
            try:
                again = self.read_back(given)
            except Exception as error:
                yield f"{which}: what it wrote cannot be read back: {type(error).__name__}: {error}"
                return
            if again != report:
                yield f"{which}: read back it is another report"

    def again(self, rendered: list[tuple[Report, str, str]]) -> Iterator[str]:
        """Renderings a second time, after others."""
        for report, text, given in reversed(rendered):
            if (now := self.format.render(report, text)) != given:
                yield f"{_which(report)}: rendered otherwise a second time: {_differing(given, now)}"

    def disturbed(self, rendered: list[tuple[Report, str, str]]) -> Iterator[str]:
        """Renderings into which that of another report comes, in another thread, by the same instance."""
        for (report, text, given), (other, its_text, its_given) in zip(rendered, rendered[::-1], strict=True):
            render, render_other = (
                partial(self.format.render, report, text),
                partial(self.format.render, other, its_text),
            )
            moments = count_moments(render)
            for at in range(1, moments + 1, max(1, moments // _INTERRUPTIONS)):
                between: list[str] = []
                now = interrupted(render, at, partial(_keep, between, render_other))
                if now != given or between not in ([], [its_given]):
                    yield f"{_which(report)}: rendered otherwise when another report was rendered meanwhile"
                    break


def _keep(kept: list[str], render: Callable[[], str]) -> None:
    kept.append(render())


def _which(report: Report) -> str:
    """A report in words."""
    if not report.article.length:
        return "on the empty report"
    return "on the full report" if report.article.id == full_report()[0].article.id else f"on {report.article.id}"


def _differing(one: str, other: str) -> str:
    """Where two renderings begin to differ."""
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    first = max(0, at - 20)
    return f"{one[first : at + 40]!r} became {other[first : at + 40]!r}"


def render_all(request: dict[str, Any]) -> list[str]:
    """The renderings of a request's reports: what a fresh interpreter does."""
    origin: Origin = request["format"]
    made: Any = Reader().registry.formats[origin["name"]] if "name" in origin else made_from(origin)
    return [made.render(from_json(report), text) for report, text in request["reports"]]


def _elsewhere(request: dict[str, Any], rendered: list[tuple[Report, str, str]]) -> Iterator[str]:
    whole = {**request, "reports": [(to_json(report), text) for report, text, _ in rendered]}
    for circumstances, renderings in work_elsewhere(f"{__name__}:{render_all.__name__}", whole):
        if isinstance(renderings, str):
            yield f"a fresh interpreter could not render {circumstances}: {renderings}"
            continue
        for (report, _, given), now in zip(rendered, renderings, strict=True):
            if now != given:
                yield f"{_which(report)}: rendered otherwise {circumstances}: {_differing(given, now)}"
