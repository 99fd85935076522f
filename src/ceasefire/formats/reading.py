"""A report as a page for a person, made with rich: the text with its mentions in colour, then what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs
from rich.box import ROUNDED
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ceasefire.models import (
    Actor,
    Casualty,
    Count,
    Moment,
    Pause,
    PauseEvent,
    Reference,
    Region,
    Report,
    ScopePart,
    Span,
    Statement,
)

__all__ = ["Reading"]

#: columns beyond which lines are hard to follow
_WIDEST = 110
#: columns from which text and findings stand side by side
_TWO_PAGES = 170

# Each layer differs from the others without colour too, where the terminal has none.
_STYLES = {
    "statement": "italic",
    "actor": "bold green",
    "region": "bold yellow",
    "time": "underline cyan",
    "pause": "bold reverse blue",
    "casualty": "bold underline red",
}
_LEVELS = {"error": "bold red", "warning": "yellow", "info": "dim"}

# What steers a terminal is shown, not sent: controls by their pictures, lone surrogates and overrides of the
# direction of writing by the replacement mark. One code point for one, so that offsets stay.
_SHOWN = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"},
    0x0D: " ",
    0x7F: "␡",
    **dict.fromkeys([*range(0x80, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def _shown(text: str) -> str:
    return text.translate(_SHOWN)


@attrs.frozen
class Reading:
    """A page that shows a report; `text` is the article's."""

    report: Report
    text: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if options.max_width >= _TWO_PAGES:
            page = Table.grid(expand=False, padding=(0, 2))
            half = (options.max_width - 2) // 2
            page.add_column(width=min(half, _WIDEST))
            page.add_column(width=min(half, _WIDEST))
            page.add_row(Group(_head(self.report), *self._article(console)), Group(*self._findings()))
            yield page
        else:
            yield from console.render(
                Group(_head(self.report), *self._article(console), *self._findings()),
                options.update(width=min(options.max_width, _WIDEST)),
            )

    def _article(self, console: Console) -> Iterator[RenderableType]:
        yield _section("text")
        if console.color_system:
            yield Padding(_legend(self.report), (0, 0, 1, 0))
        yield _coloured(self.report, self.text)

    def _findings(self) -> Iterator[RenderableType]:
        report = self.report
        if not any(getattr(report, name) for name in _NAMES):
            yield Padding("Nothing was found.", (1, 0, 0, 0))
        if report.pauses:
            yield _section("pauses")
            yield from map(_pause, report.pauses)
        if report.casualties:
            yield _section("casualties")
            yield _casualties(report.casualties)
        if report.statements:
            yield _section("statements")
            yield _statements(report.statements)
        if report.times:
            yield _section("times")
            yield _times(report)
        if report.actors:
            yield _section("actors")
            yield _actors(report.actors)
        if report.regions:
            yield _section("regions")
            yield _regions(report.regions)
        if report.diagnostics:
            yield _section("diagnostics")
            yield _diagnostics(report, self.text)


# ---- head and text -----------------------------------------------------------------------------------------------

_NAMES = {
    "times": ("time", "times"),
    "actors": ("actor", "actors"),
    "regions": ("region", "regions"),
    "casualties": ("casualty figure", "casualty figures"),
    "pauses": ("pause", "pauses"),
    "statements": ("statement", "statements"),
}


def _section(name: str) -> RenderableType:
    return Padding(Rule(Text(name.upper(), "bold"), align="left", style="dim"), (1, 0, 0, 0))


def _head(report: Report) -> RenderableType:
    article = report.article
    title = Text(_shown(article.title or article.id), "bold")
    day = f"published {article.published}" if article.published else "undated"
    facts = [day, article.timezone, article.language, f"{article.length:,} characters"]
    counts = [
        f"{len(items)} {one if len(items) == 1 else many}"
        for name, (one, many) in _NAMES.items()
        if (items := getattr(report, name))
    ]
    lines = [title, Text(_shown(" · ".join(facts)), "dim"), Text(" · ".join(counts), "dim")]
    if article.title:
        title.append(f"  {_shown(article.id)}", "not bold dim")
    if article.url:
        lines.insert(1, Text(_shown(article.url), "dim"))
    return Group(*(line for line in lines if line.plain))


def _spans(report: Report) -> dict[str, list[Span]]:
    """Where each layer stands in the text, layers in the order in which they are painted over one another."""
    return {
        "statement": [statement.span for statement in report.statements],
        "actor": [mention.span for actor in report.actors for mention in actor.mentions],
        "region": [mention.span for region in report.regions for mention in region.mentions],
        "time": [time.span for time in report.times],
        "pause": [mention.span for pause in report.pauses for mention in pause.mentions],
        "casualty": [casualty.span for casualty in report.casualties],
    }


def _legend(report: Report) -> Text:
    return Text("   ").join(Text(layer, _STYLES[layer]) for layer, spans in _spans(report).items() if spans)


def _coloured(report: Report, text: str) -> Text:
    """The article, a blank line between its paragraphs."""
    page = Text(_shown(text).expandtabs(1))
    for layer, spans in _spans(report).items():
        for span in spans:
            page.stylize(_STYLES[layer], span.start, span.end)
    paragraphs = page.split("\n")
    for paragraph in paragraphs:
        paragraph.rstrip()
    return Text("\n\n").join(paragraph for paragraph in paragraphs if paragraph)


# ---- pauses ------------------------------------------------------------------------------------------------------


def _pause(pause: Pause) -> RenderableType:
    facts = _grid()
    for name, value in _facts(pause):
        facts.add_row(Text(name, "dim"), value)
    body: list[RenderableType] = [facts]
    if pause.events:
        body += [Text(), _events(pause.events)]
    title = Text.assemble((_shown(pause.label or pause.id), "bold"), f"  {_words(pause.kind)}")
    return Panel(Group(*body), title=title, title_align="left", box=ROUNDED, border_style="blue", expand=True)


def _facts(pause: Pause) -> Iterator[tuple[str, Text]]:
    yield "status", Text(_words(pause.status), "bold")
    for name, actors in (("declared by", pause.declared_by), ("binds", pause.parties), ("brokered by", pause.brokers)):
        if actors:
            yield name, Text(", ").join(_actor(actor) for actor in actors)
    for name, parts in (("inside", pause.scope.includes), ("outside", pause.scope.excludes)):
        if parts:
            yield name, Text(", ").join(map(_part, parts))
    for name, moment in (("announced", pause.announced), ("starts", pause.starts), ("ends", pause.ends)):
        if moment:
            yield name, _moment(moment)
    if pause.duration:
        yield "lasts", _value(pause.duration, pause.duration_time.text if pause.duration_time else None)
    if len(pause.mentions) > 1:
        yield "called", _called(pause.mentions)


def _part(part: ScopePart) -> Text:
    name = part.region.name if part.region else part.actor.name if part.actor else part.text
    shown = Text(_shown(name), _STYLES["region"] if part.region else _STYLES["actor"])
    return shown.append(" (in part)", "not bold") if part.extent == "part" else shown


def _moment(moment: Moment) -> Text:
    return _value(moment.value, moment.time.text if moment.time else "reckoned")


def _value(value: str, words: str | None) -> Text:
    shown = Text(_shown(value), "cyan")
    return shown.append(f"  {_line(words)}", "not bold dim") if words else shown


def _events(events: Sequence[PauseEvent]) -> Table:
    table = _grid()
    for event in events:
        told = Text()
        for lead, value, style in (
            ("by ", event.by.name if event.by else None, _STYLES["actor"]),
            ("in ", event.region.name if event.region else None, _STYLES["region"]),
            ("for ", event.duration, "cyan"),
            ("on ", event.date, "cyan"),
        ):
            if value:
                told.append(f"{' ' if told else ''}{lead}").append(_shown(value), style)
        words = Text(f"“{_line(event.text)}”", "dim")
        table.add_row(Text(_words(event.type), "bold"), Group(told, words) if told else words)
    return table


# ---- casualties, statements --------------------------------------------------------------------------------------


def _casualties(casualties: Sequence[Casualty]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for name in ("count", "victims", "outcome", "source", "where, when", "words"):
        table.add_column(name, overflow="fold")
    for casualty in casualties:
        table.add_row(
            Text(_count(casualty.count), "bold red"),
            _words(casualty.victims),
            _words(casualty.outcome),
            _actor(casualty.source) if casualty.source else Text("–", "dim"),
            _where_and_when(casualty),
            Text(_line(casualty.text), "dim"),
        )
    return table


def _where_and_when(casualty: Casualty) -> str:
    where = casualty.region.name if casualty.region else None
    when = casualty.time.value if casualty.time else None
    return _shown(", ".join(part for part in (where, when) if part))


def _count(count: Count) -> str:
    match count.min, count.max:
        case None, None:
            return "?"
        case least, None:
            return f"≥ {least}"
        case None, most:
            return f"≤ {most}"
        case least, most if least == most:
            return str(least)
        case least, most:
            return f"{least}–{most}"
    return "?"


def _statements(statements: Sequence[Statement]) -> Table:
    """By speaker, in the order in which they first speak."""
    by_speaker: dict[str, list[Statement]] = {}
    for statement in statements:
        by_speaker.setdefault(statement.speaker.id if statement.speaker else "", []).append(statement)
    table = Table.grid(padding=(0, 0, 0, 2))
    for said in by_speaker.values():
        speaker = said[0].speaker
        name = _actor(speaker) if speaker else Text("speaker unknown", "dim")
        if speaker and speaker.office:
            name.append(f"  {_shown(speaker.office)}", "not bold dim")
        table.add_row(name)
        for statement in said:
            table.add_row(Padding(_said(statement), (0, 0, 0, 2)))
    return table


def _said(statement: Statement) -> Text:
    opening, closing = ("“", "”") if statement.form == "direct" else ("", "")
    said = Text(f"{opening}{_line(statement.text)}{closing}", _STYLES["statement"])
    if statement.stance:
        about = f": {_shown(statement.about.label)}" if statement.about else ""
        said.append(f"  {_words(statement.stance)}{about}", "not italic bold blue")
    if statement.via:
        said.append(f"  via {_shown(statement.via.name)}", "not italic dim")
    if statement.date and statement.date.value:
        said.append(f"  {_shown(statement.date.value)}", "not italic cyan")
    return said


# ---- times, actors, regions, diagnostics -------------------------------------------------------------------------


def _times(report: Report) -> Table:
    table = _grid()
    for time in report.times:
        value = f"{time.mod} {time.value}" if time.mod and time.value else time.value or "unresolved"
        table.add_row(Text(_line(time.text)), Text(value, "cyan" if time.value else "yellow"), Text(time.type, "dim"))
    return table


def _actors(actors: Sequence[Actor]) -> Table:
    table = _grid()
    for actor in actors:
        kind = " ".join(filter(None, (_words(actor.kind), actor.country)))
        of = f"of {_shown(actor.member_of.name)}" if actor.member_of else ""
        known = Text(" · ").join(
            part
            for part in (Text(_shown(actor.office or "")), Text(of), _called(actor.mentions, but=actor.name))
            if part
        )
        table.add_row(_actor(actor), kind, known)
    return table


def _regions(regions: Sequence[Region]) -> Table:
    table = _grid()
    for region in regions:
        kind = " ".join(filter(None, (_words(region.kind), region.country)))
        inside = f"in {_shown(region.within.name)}" if region.within else ""
        known = Text(" · ").join(part for part in (Text(inside), _called(region.mentions, but=region.name)) if part)
        table.add_row(Text(_shown(region.name), _STYLES["region"]), kind, known)
    return table


def _diagnostics(report: Report, text: str) -> Table:
    table = _grid()
    for diagnostic in report.diagnostics:
        message = Text(_shown(diagnostic.message))
        if diagnostic.span:
            words = _line(text[diagnostic.span.start : diagnostic.span.end])
            message.append(f"  “{words}” at {diagnostic.span.start}", "dim")
        source = f"{_shown(diagnostic.source)} {_shown(diagnostic.code)}"
        table.add_row(Text(diagnostic.level, _LEVELS.get(diagnostic.level, "")), Text(source, "dim"), message)
    return table


# ---- pieces ------------------------------------------------------------------------------------------------------


def _grid() -> Table:
    return Table.grid(padding=(0, 2, 0, 0))


def _actor(actor: Actor) -> Text:
    return Text(_shown(actor.name), _STYLES["actor"])


def _called(mentions: Iterable[Reference], but: str | None = None) -> Text:
    """The different words that the text has for something, in order."""
    words = dict.fromkeys(_line(mention.text) for mention in mentions)
    return Text(", ".join(word for word in words if word != but), "not bold dim")


def _words(value: str) -> str:
    """A value of a closed list as words."""
    return _shown(value.replace("_", " "))


def _line(text: str) -> str:
    """Words on one line."""
    return _shown(" ".join(text.split()))
