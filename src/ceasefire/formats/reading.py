"""A report as a page for a person, made with rich: the text with its mentions in colour, then what was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ceasefire.formats.pausepanel import pause_panel
from ceasefire.formats.pieces import LEVELS, STYLES, actor_name, called, grid, in_words, on_one_line, region_name, safe
from ceasefire.models import (
    Actor,
    Casualty,
    Count,
    Region,
    Report,
    Span,
    Statement,
)

__all__ = ["Reading"]

#: columns beyond which lines are hard to follow
_WIDEST = 110
#: columns from which text and findings stand side by side
_TWO_PAGES = 170


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
            yield from map(pause_panel, report.pauses)
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
    title = Text(safe(article.title or article.id), "bold")
    day = f"published {article.published}" if article.published else "undated"
    facts = [day, article.timezone, article.language, f"{article.length:,} characters"]
    counts = [
        f"{len(items)} {one if len(items) == 1 else many}"
        for name, (one, many) in _NAMES.items()
        if (items := getattr(report, name))
    ]
    lines = [title, Text(safe(" · ".join(facts)), "dim"), Text(" · ".join(counts), "dim")]
    if article.title:
        title.append(f"  {safe(article.id)}", "not bold dim")
    if article.url:
        lines.insert(1, Text(safe(article.url), "dim"))
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
    return Text("   ").join(Text(layer, STYLES[layer]) for layer, spans in _spans(report).items() if spans)


def _coloured(report: Report, text: str) -> Text:
    """The article, a blank line between its paragraphs."""
    page = Text(safe(text).expandtabs(1))
    for layer, spans in _spans(report).items():
        for span in spans:
            page.stylize(STYLES[layer], span.start, span.end)
    paragraphs = page.split("\n")
    for paragraph in paragraphs:
        paragraph.rstrip()
    return Text("\n\n").join(paragraph for paragraph in paragraphs if paragraph)


# ---- casualties, statements --------------------------------------------------------------------------------------


def _casualties(casualties: Sequence[Casualty]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for name in ("count", "victims", "outcome", "source", "where, when", "words"):
        table.add_column(name, overflow="fold")
    for casualty in casualties:
        table.add_row(
            Text(_count(casualty.count), "bold red"),
            in_words(casualty.victims),
            in_words(casualty.outcome),
            actor_name(casualty.source) if casualty.source else Text("–", "dim"),
            _where_and_when(casualty),
            Text(on_one_line(casualty.text), "dim"),
        )
    return table


def _where_and_when(casualty: Casualty) -> str:
    where = casualty.region.name if casualty.region else None
    when = casualty.time.value if casualty.time else None
    return safe(", ".join(part for part in (where, when) if part))


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
        name = actor_name(speaker) if speaker else Text("speaker unknown", "dim")
        if speaker and speaker.office:
            name.append(f"  {safe(speaker.office)}", "not bold dim")
        table.add_row(name)
        for statement in said:
            table.add_row(Padding(_said(statement), (0, 0, 0, 2)))
    return table


def _said(statement: Statement) -> Text:
    opening, closing = ("“", "”") if statement.form == "direct" else ("", "")
    said = Text(f"{opening}{on_one_line(statement.text)}{closing}", STYLES["statement"])
    if statement.stance:
        about = f": {safe(statement.about.label)}" if statement.about else ""
        said.append(f"  {in_words(statement.stance)}{about}", "not italic bold blue")
    if statement.via:
        said.append(f"  via {safe(statement.via.name)}", "not italic dim")
    if statement.date and statement.date.value:
        said.append(f"  {safe(statement.date.value)}", "not italic cyan")
    return said


# ---- times, actors, regions, diagnostics -------------------------------------------------------------------------


def _times(report: Report) -> Table:
    table = grid()
    for time in report.times:
        value = f"{time.mod} {time.value}" if time.mod and time.value else time.value or "unresolved"
        table.add_row(
            Text(on_one_line(time.text)), Text(value, "cyan" if time.value else "yellow"), Text(time.type, "dim")
        )
    return table


def _actors(actors: Sequence[Actor]) -> Table:
    table = grid()
    for actor in actors:
        kind = " ".join(filter(None, (in_words(actor.kind), actor.country)))
        of = f"of {safe(actor.member_of.name)}" if actor.member_of else ""
        known = Text(" · ").join(
            part for part in (Text(safe(actor.office or "")), Text(of), called(actor.mentions, but=actor.name)) if part
        )
        table.add_row(actor_name(actor), kind, known)
    return table


def _regions(regions: Sequence[Region]) -> Table:
    table = grid()
    for region in regions:
        kind = " ".join(filter(None, (in_words(region.kind), region.country)))
        inside = f"in {safe(region.within.name)}" if region.within else ""
        known = Text(" · ").join(part for part in (Text(inside), called(region.mentions, but=region.name)) if part)
        table.add_row(region_name(region), kind, known)
    return table


def _diagnostics(report: Report, text: str) -> Table:
    table = grid()
    for diagnostic in report.diagnostics:
        message = Text(safe(diagnostic.message))
        if diagnostic.span:
            words = on_one_line(text[diagnostic.span.start : diagnostic.span.end])
            message.append(f"  “{words}” at {diagnostic.span.start}", "dim")
        source = f"{safe(diagnostic.source)} {safe(diagnostic.code)}"
        table.add_row(Text(diagnostic.level, LEVELS.get(diagnostic.level, "")), Text(source, "dim"), message)
    return table
