"""What the tests of core share: small plugins made on the spot, installed ones in a folder, and random reports."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import strategies as st

from ceasefire import hookimpl, models
from ceasefire.mentions import Mention, TimeMention
from ceasefire.models import Span
from ceasefire.vocabulary import BUILT_IN

# ---- plugins -----------------------------------------------------------------------------------------------------


class FakeExtractor:
    """An extractor that does what a test says."""

    def __init__(
        self,
        name: str = "fake",
        extract: Callable[[Any], Iterable[Any]] = lambda document: (),
        *,
        gives: Iterable[type[Mention]] = (TimeMention,),
        needs: Iterable[type[Mention]] = (),
        uses: Iterable[type[Mention]] = (),
        language: str = "*",
    ) -> None:
        self.name, self.language, self.extract = name, language, extract
        self.gives, self.needs, self.uses = frozenset(gives), frozenset(needs), frozenset(uses)


@pytest.fixture(scope="session")
def extractor() -> type[FakeExtractor]:
    return FakeExtractor


@pytest.fixture(scope="session")
def plugin() -> Callable[..., SimpleNamespace]:
    """A plugin whose hooks give the values named: `plugin(extractors=[...])`; a function is the hook itself."""

    def make(**hooks: Any) -> SimpleNamespace:
        functions = {name: value if callable(value) else (lambda value=value: value) for name, value in hooks.items()}
        return SimpleNamespace(**{name: hookimpl(function) for name, function in functions.items()})

    return make


@pytest.fixture(scope="session")
def reader_with(plugin: Callable[..., SimpleNamespace]) -> Callable[..., Any]:
    """A reader with no plugin but one of the extractors given."""
    from ceasefire import Reader

    def make(*extractors: Any, **options: Any) -> Reader:
        return Reader(plugins={"fakes": plugin(extractors=list(extractors))}, only=["fakes"], **options)

    return make


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Put a distribution with entry points of the group `ceasefire` on the path, as pip would."""

    def make(distribution: str, entry_points: dict[str, str], **modules: str) -> Path:
        folder = tmp_path / distribution
        info = folder / f"{distribution.replace('-', '_')}-1.2.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.2\n")
        points = "".join(f"{name} = {value}\n" for name, value in entry_points.items())
        (info / "entry_points.txt").write_text(f"[ceasefire]\n{points}")
        for name, source in modules.items():
            (folder / f"{name}.py").write_text(source)
            monkeypatch.delitem(sys.modules, name, raising=False)
        monkeypatch.syspath_prepend(str(folder))
        return folder

    return make


# ---- commands ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def run() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run Python in a process of its own: `run("-m", "ceasefire", "read", "-", stdin=b"...")`."""

    def run(
        *arguments: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS")}
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            env={**environment, **(env or {})},
            timeout=120,
            check=False,
        )

    return run


# ---- random reports ----------------------------------------------------------------------------------------------

_WORDS = st.text(max_size=12)
_RULE = st.sampled_from(["id-dates:calendar", "x:y"])


def _value_of(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(BUILT_IN[name]))


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _tuples(strategy: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, min_size=least, max_size=3).map(tuple)


def _one_of(items: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return st.sampled_from(items) if items else st.none()


@st.composite
def _reports(draw: st.DrawFn) -> models.Report:
    text = draw(st.text(min_size=1, max_size=60))

    def grounded() -> dict[str, Any]:
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        return {"span": Span(start, end), "text": text[start:end]}

    def some(make: Callable[[int], Any]) -> tuple[Any, ...]:
        return tuple(make(number) for number in range(1, draw(st.integers(0, 3)) + 1))

    def mentions() -> tuple[models.Reference, ...]:
        return tuple(models.Reference(**grounded()) for _ in range(draw(st.integers(1, 2))))

    def time(number: int) -> models.Time:
        return models.Time(
            id=f"t{number}",
            **grounded(),
            type=draw(_value_of("time_type")),
            value=draw(_maybe(_WORDS)),
            mod=draw(_maybe(_value_of("time_mod"))),
            start=draw(_maybe(_WORDS)),
            end=draw(_maybe(_WORDS)),
            by=draw(_RULE),
        )

    def actor(number: int, body: models.Actor | None = None) -> models.Actor:
        return models.Actor(
            id=f"a{number}",
            name=draw(_WORDS),
            kind=draw(_value_of("actor_kind")),
            country=draw(_maybe(st.just("SY"))),
            office=draw(_maybe(_WORDS)),
            member_of=body,
            mentions=mentions(),
        )

    def region(number: int, within: models.Region | None = None) -> models.Region:
        degrees = st.floats(-180, 180) | st.integers(-90, 90)
        return models.Region(
            id=f"r{number}",
            name=draw(_WORDS),
            kind=draw(_value_of("region_kind")),
            country=draw(_maybe(st.just("SY"))),
            within=within,
            geonames=draw(_maybe(st.integers(1, 10**9))),
            lat=draw(_maybe(degrees)),
            lon=draw(_maybe(degrees)),
            mentions=mentions(),
        )

    times = some(time)
    bodies = some(actor)
    actors = (*bodies, *(actor(number + 10, draw(st.sampled_from(bodies))) for number in range(2) if bodies))
    wider = some(region)
    regions = (*wider, *(region(number + 10, draw(st.sampled_from(wider))) for number in range(2) if wider))
    a_time, an_actor, a_region = _maybe(_one_of(times)), _maybe(_one_of(actors)), _maybe(_one_of(regions))
    some_actors = _tuples(_one_of(actors)) if actors else st.just(())

    def casualty(number: int) -> models.Casualty:
        return models.Casualty(
            id=f"c{number}",
            **grounded(),
            outcome=draw(_value_of("outcome")),
            count=models.Count(draw(_maybe(st.integers(0, 9))), draw(_maybe(st.integers(9, 99))), draw(_WORDS)),
            victims=draw(_value_of("victims")),
            source=draw(an_actor),
            cause=draw(_maybe(_WORDS)),
            blamed_on=draw(some_actors),
            region=draw(a_region),
            time=draw(a_time),
            by=draw(_RULE),
        )

    def part() -> models.ScopePart:
        members = [("region", item) for item in regions] + [("actor", item) for item in actors]
        kind, member = draw(st.sampled_from(members))
        return models.ScopePart(
            region=member if kind == "region" else None,
            actor=member if kind == "actor" else None,
            extent=draw(_value_of("extent")),
            **grounded(),
            cue=draw(st.sampled_from([None, Span(0, 1)])),
            rule=draw(_RULE),
        )

    def parts() -> tuple[models.ScopePart, ...]:
        return tuple(part() for _ in range(draw(st.integers(0, 2)))) if regions or actors else ()

    def event() -> models.PauseEvent:
        return models.PauseEvent(
            type=draw(_value_of("event_type")),
            by=draw(an_actor),
            region=draw(a_region),
            duration=draw(_maybe(st.just("PT24H"))),
            date=draw(_maybe(st.just("2016-05-01"))),
            **grounded(),
            times=draw(_tuples(_one_of(times))) if times else (),
            rule=draw(_RULE),
        )

    def moment() -> models.Moment | None:
        return models.Moment("2016-05-01", draw(a_time)) if draw(st.booleans()) else None

    def pause(number: int) -> models.Pause:
        return models.Pause(
            id=f"p{number}",
            label=draw(_WORDS),
            kind=draw(_value_of("pause_kind")),
            status=draw(_value_of("pause_status")),
            declared_by=draw(some_actors),
            parties=draw(some_actors),
            brokers=draw(some_actors),
            scope=models.Scope(parts(), parts()),
            announced=moment(),
            starts=moment(),
            ends=moment(),
            duration=draw(_maybe(st.just("P3D"))),
            duration_time=draw(a_time),
            events=tuple(event() for _ in range(draw(st.integers(0, 2)))),
            mentions=mentions(),
            by=draw(_RULE),
        )

    pauses = some(pause)

    def statement(number: int) -> models.Statement:
        return models.Statement(
            id=f"s{number}",
            **grounded(),
            form=draw(_value_of("form")),
            speaker=draw(an_actor),
            verb=draw(_maybe(_WORDS)),
            via=draw(an_actor),
            date=draw(a_time),
            stance=draw(_maybe(_value_of("stance"))),
            about=draw(_maybe(_one_of(pauses))),
            by=draw(_RULE),
        )

    def diagnostic() -> models.Diagnostic:
        span = draw(st.sampled_from([None, Span(0, 1)]))
        return models.Diagnostic(draw(_value_of("level")), draw(_WORDS), draw(_WORDS), draw(_WORDS), span)

    return models.Report(
        article=models.Article(
            id=draw(_WORDS),
            title=draw(_maybe(_WORDS)),
            url=draw(_maybe(_WORDS)),
            language="id",
            published=draw(_maybe(st.just("2016-05-02"))),
            timezone="Asia/Jakarta",
            length=len(text),
            sha256="0" * 64,
        ),
        times=times,
        actors=actors,
        regions=regions,
        casualties=some(casualty),
        pauses=pauses,
        statements=some(statement),
        diagnostics=tuple(diagnostic() for _ in range(draw(st.integers(0, 2)))),
    )


@pytest.fixture(scope="session")
def reports() -> st.SearchStrategy[models.Report]:
    """Reports with everything in them, sound but senseless."""
    return _reports()
