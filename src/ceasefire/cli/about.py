"""`ceasefire plugins`, `formats` and `schema`: what is installed, and what reports look like."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

import click

from ceasefire.cli.choice import build_reader, names, plugin_options
from ceasefire.mentions import Mention
from ceasefire.registry import FoundCommands, Plugin, find_commands
from ceasefire.schema import json_schema

__all__ = ["formats", "plugins", "schema"]


@click.command()
@plugin_options
@click.pass_context
def plugins(context: click.Context, disable: tuple[str, ...], only: tuple[str, ...]) -> None:
    """List the plugins, the order in which their extractors run, and what failed and why (status 1 then)."""
    registry = build_reader(disable, only).registry
    core = context.parent.command.commands if context.parent and isinstance(context.parent.command, click.Group) else ()
    found = find_commands(core, disable=names(disable), only=names(only) or None)
    rows = [
        (p.name, " ".join(filter(None, (p.distribution, p.version))) or "–", _gives(p, found)) for p in registry.plugins
    ]
    _print_table(("plugin", "from", "gives"), rows)
    if registry.extractors:
        click.echo("\nextractors, in the order in which they run")
        _print_table(
            ("name", "language", "gives", "needs", "uses"),
            [(e.name, e.language, _types(e.gives), _types(e.needs), _types(e.uses)) for e in registry.extractors],
        )
    else:
        click.echo("\nno plugin with an extractor is in use; for Indonesian: pip install ceasefire-id")
    # A plugin that cannot be loaded is a problem for both; it is told once.
    problems = dict.fromkeys(problem.message for problem in (*registry.problems, *found.problems))
    if problems:
        click.echo("\nproblems")
        for message in problems:
            click.echo(f"  {message}")
    context.exit(int(bool(problems)))


@click.command()
@plugin_options
def formats(disable: tuple[str, ...], only: tuple[str, ...]) -> None:
    """List what `ceasefire read --format` takes."""
    registry = build_reader(disable, only).registry
    owners = {form.name: plugin.name for plugin in registry.plugins for form in plugin.formats}
    rows = [(f.name, f.media_type, owners[f.name], f.description) for _, f in sorted(registry.formats.items())]
    _print_table(("format", "media type", "plugin", ""), rows)


@click.command()
@plugin_options
def schema(disable: tuple[str, ...], only: tuple[str, ...]) -> None:
    """Print the JSON Schema (2020-12) of a report, with the values that the plugins in use register."""
    vocabulary = build_reader(disable, only).registry.vocabulary
    click.echo(json.dumps(json_schema(vocabulary), ensure_ascii=False, indent=2))


def _gives(plugin: Plugin, found: FoundCommands) -> str:
    if plugin.failure is not None:
        return f"FAILED: {plugin.failure}"
    commands = (f"command {name}" for name, owner in found.owners.items() if owner == plugin.name)
    return ", ".join((*_contributions(plugin), *commands)) or "nothing"


def _contributions(plugin: Plugin) -> Iterator[str]:
    for what, given in (
        ("extractor", [e.name for e in plugin.extractors]),
        ("format", [f.name for f in plugin.formats]),
        ("language", [language.code for language in plugin.languages]),
        ("term", [f"{term.list} {term.value}" for term in plugin.terms]),
    ):
        yield from (f"{what} {name}" for name in given)


def _types(kinds: Iterable[type[Mention]]) -> str:
    return " ".join(sorted(kind.__name__.removesuffix("Mention").lower() or "mention" for kind in kinds)) or "–"


def _print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns as wide as they must be; the last one runs on."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, *rows):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        click.echo(("  " + "  ".join(cells)).rstrip())
