"""The page that lists many articles, with filters and a time line of their pauses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from ceasefire import UnreadArticle
from ceasefire.models import Actor, Pause, Region, Report, ScopePart
from ceasefire_html.environment import environment, policy, script, style
from ceasefire_html.outlines import countries
from ceasefire_html.page import heading
from ceasefire_html.scales import DayScale, Tick, days_of, short_day

__all__ = ["Entry", "PauseEntry", "entry_of", "render_index"]

#: of an article, in its entry: those that are named most
_MOST_COUNTRIES = 4
_TICKS = 5


@attrs.frozen
class PauseEntry:
    """A pause in the index, from its first day to its last."""

    label: str
    kind: str
    status: str
    page: str
    article: str
    first: date | None
    last: date | None
    #: whether the only day known is that of the publication
    told_only: bool
    inside: str
    outside: str


@attrs.frozen
class Entry:
    """An article in the index."""

    title: str
    id: str
    #: the address of its page, seen from the index
    page: str
    language: str
    published: str | None
    pauses: tuple[PauseEntry, ...]
    casualties: int
    statements: int
    #: diagnostics that are more than information
    problems: int
    #: ISO 3166-1 alpha-2, the one that is named most first
    countries: tuple[str, ...]
    #: what a search looks through
    words: str


def entry_of(report: Report, text: str | None, page: str) -> Entry:
    """What the index says of an article whose page is `page`."""
    title = heading(report, text)
    named: tuple[Actor | Region, ...] = (*report.actors, *report.regions)
    codes = Counter(item.country for item in named if item.country for _ in item.mentions)
    return Entry(
        title=title,
        id=report.article.id,
        page=page,
        language=report.article.language,
        published=report.article.published,
        pauses=tuple(_pause(pause, report, page, title) for pause in report.pauses),
        casualties=len(report.casualties),
        statements=len(report.statements),
        problems=sum(diagnostic.level != "info" for diagnostic in report.diagnostics),
        countries=tuple(code for code, _ in codes.most_common(_MOST_COUNTRIES)),
        words=" ".join([title, report.article.id, *(item.name for item in named)]).lower(),
    )


def _pause(pause: Pause, report: Report, page: str, article: str) -> PauseEntry:
    moments = [moment.value for moment in (pause.announced, pause.starts, pause.ends) if moment]
    known = [days for value in moments if (days := days_of(value))]
    known = known or [days for event in pause.events if (days := days_of(event.date))]
    told_only = not known
    if told_only and (published := days_of(report.article.published)):
        known = [published]
    return PauseEntry(
        label=pause.label or "pause",
        kind=pause.kind,
        status=pause.status,
        page=page,
        article=article,
        first=min((days[0] for days in known), default=None),
        last=max((days[1] for days in known), default=None),
        told_only=told_only,
        inside=_names(pause.scope.includes),
        outside=_names(pause.scope.excludes),
    )


def _names(parts: Iterable[ScopePart]) -> str:
    return ", ".join(dict.fromkeys(member.name for part in parts if (member := part.region or part.actor)))


def render_index(entries: Sequence[Entry], unread: Sequence[UnreadArticle], title: str) -> str:
    """The index; the latest articles come first."""
    sheet, code = style("base", "index"), script("theme", "index")
    pauses = [pause for entry in entries for pause in entry.pauses]
    outlined = {country.code: country.names["en"] for country in countries()}
    names = {code: outlined.get(code, code) for entry in entries for code in entry.countries}
    codes = _counted(code for entry in entries for code in entry.countries)
    return (
        environment()
        .get_template("index.html")
        .render(
            title=title,
            entries=sorted(entries, key=lambda entry: entry.published or "", reverse=True),
            unread=unread,
            total=len(pauses),
            line=_Line.of(pauses),
            statuses=_counted(pause.status for pause in pauses),
            kinds=_counted(pause.kind for pause in pauses),
            countries=sorted(codes, key=lambda each: names[each[0]]),
            names_of=names,
            days=sorted(entry.published for entry in entries if entry.published),
            style=sheet,
            script=code,
            policy=policy(sheet, code),
        )
    )


@attrs.frozen
class _Row:
    """A pause on the time line, in per cent of its width."""

    pause: PauseEntry
    left: float
    right: float


@attrs.frozen
class _Line:
    """The pauses of all articles on one line of days."""

    rows: tuple[_Row, ...]
    ticks: tuple[Tick, ...]
    undated: int

    @classmethod
    def of(cls, pauses: Sequence[PauseEntry]) -> _Line:
        """Ticks stand at even steps, as the script sets them anew after a filter."""
        dated = sorted(
            ((pause.first, pause.last, pause) for pause in pauses if pause.first and pause.last),
            key=lambda each: (each[0], each[1], each[2].page),
        )
        undated = len(pauses) - len(dated)
        if not dated:
            return cls((), (), undated)
        scale = DayScale.over(day for first, last, _ in dated for day in (first, last))
        first_day, days = scale.first.toordinal(), (scale.last - scale.first).days
        at = dict.fromkeys(date.fromordinal(first_day + days * step // (_TICKS - 1)) for step in range(_TICKS))
        return cls(
            tuple(_Row(pause, scale.x(first), scale.x(last)) for first, last, pause in dated),
            tuple(Tick(scale.x(day), short_day(day, year=True)) for day in at),
            undated,
        )


def _counted(values: Iterable[str]) -> list[tuple[str, int]]:
    """The values with how often each occurs, by name."""
    return sorted(Counter(values).items())
