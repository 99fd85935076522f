"""A pause as a panel: its status, who is bound, what is inside and outside of it, and what befell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from ceasefire.formats.pieces import STYLES, actor_name, called, grid, in_words, on_one_line, safe
from ceasefire.models import Moment, Pause, PauseEvent, Scope, ScopePart

__all__ = ["pause_panel"]


#: what marks a part of the scope, so that colour alone does not tell inside from outside
_MARKS = {"inside": ("+", "bold green"), "outside": ("−", "bold red")}


def pause_panel(pause: Pause) -> RenderableType:
    """A panel that shows a pause."""
    body: list[RenderableType] = [_table(_standing(pause))]
    if pause.scope.includes or pause.scope.excludes:
        body += [Text(), _scope(pause.scope)]
    if times := list(_times(pause)):
        body += [Text(), _table(times)]
    if pause.events:
        body += [Text(), _events(pause.events)]
    title = Text.assemble((safe(pause.label or pause.id), "bold"), f"  {in_words(pause.kind)}")
    return Panel(Group(*body), title=title, title_align="left", box=ROUNDED, border_style="blue", expand=True)


def _table(facts: Iterable[tuple[str, Text]]) -> Table:
    table = grid()
    for name, value in facts:
        table.add_row(Text(name, "dim"), value)
    return table


def _standing(pause: Pause) -> Iterator[tuple[str, Text]]:
    yield "status", Text(in_words(pause.status), "bold")
    for name, actors in (("declared by", pause.declared_by), ("binds", pause.parties), ("brokered by", pause.brokers)):
        if actors:
            yield name, Text(", ").join(actor_name(actor) for actor in actors)
    if len(pause.mentions) > 1:
        yield "called", called(pause.mentions)


def _scope(scope: Scope) -> Table:
    """Inside and outside side by side, a part a line."""
    table = Table.grid(padding=(0, 3, 0, 0), expand=True)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    sides = ("inside", scope.includes), ("outside", scope.excludes)
    table.add_row(*(Text(side, _MARKS[side][1]) for side, _ in sides))
    columns = ([_part(part, *_MARKS[side]) for part in parts] or [Text("not said", "dim")] for side, parts in sides)
    for row in zip_longest(*columns, fillvalue=Text()):
        table.add_row(*row)
    return table


def _part(part: ScopePart, mark: str, style: str) -> Text:
    name = part.region.name if part.region else part.actor.name if part.actor else part.text
    shown = Text.assemble((f"{mark} ", style), (safe(name), STYLES["region"] if part.region else STYLES["actor"]))
    return shown.append(" (in part)", "not bold") if part.extent == "part" else shown


def _times(pause: Pause) -> Iterator[tuple[str, Text]]:
    for name, moment in (("announced", pause.announced), ("starts", pause.starts), ("ends", pause.ends)):
        if moment:
            yield name, _moment(moment)
    if pause.duration:
        yield "lasts", _value(pause.duration, pause.duration_time.text if pause.duration_time else None)


def _moment(moment: Moment) -> Text:
    return _value(moment.value, moment.time.text if moment.time else "reckoned")


def _value(value: str, words: str | None) -> Text:
    shown = Text(safe(value), "cyan")
    return shown.append(f"  {on_one_line(words)}", "not bold dim") if words else shown


def _events(events: Sequence[PauseEvent]) -> Table:
    table = grid()
    for event in events:
        told = Text()
        for lead, value, style in (
            ("by ", event.by.name if event.by else None, STYLES["actor"]),
            ("in ", event.region.name if event.region else None, STYLES["region"]),
            ("for ", event.duration, "cyan"),
            ("on ", event.date, "cyan"),
        ):
            if value:
                told.append(f"{' ' if told else ''}{lead}").append(safe(value), style)
        words = Text(f"“{on_one_line(event.text)}”", "dim")
        table.add_row(Text(in_words(event.type), "bold"), Group(told, words) if told else words)
    return table
