"""`ceasefire plugins`, `formats` and `schema`: what is installed, and what reports look like."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

import click

from ceasefire.cli.choice import build_reader, plugin_options
from ceasefire.mentions import Mention
from ceasefire.registry import Plugin
from ceasefire.schema import json_schema

__all__ = ["formats", "plugins", "schema"]


@click.command()
@plugin_options
@click.pass_context
def plugins(context: click.Context, disable: tuple[str, ...], only: tuple[str, ...]) -> None:
    """List the plugins, the order in which their extractors run, and what failed and why (status 1 then)."""
    registry = build_reader(disable, only).registry
    rows = [(p.name, " ".join(filter(None, (p.distribution, p.version))) or "–", _gives(p)) for p in registry.plugins]
    _print_table(("plugin", "from", "gives"), rows)
    if registry.extractors:
        click.echo("\nextractors, in the order in which they run")
        _print_table(
            ("name", "language", "gives", "needs", "uses"),
            [(e.name, e.language, _types(e.gives), _types(e.needs), _types(e.uses)) for e in registry.extractors],
        )
    else:
        click.echo("\nno plugin with an extractor is in use; for Indonesian: pip install ceasefire-id")
    if registry.problems:
        click.echo("\nproblems")
        for problem in registry.problems:
            click.echo(f"  {problem.message}")
    context.exit(int(bool(registry.problems)))


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


def _gives(plugin: Plugin) -> str:
    if plugin.failure is not None:
        return f"FAILED: {plugin.failure}"
    return ", ".join(_contributions(plugin)) or "nothing"


def _contributions(plugin: Plugin) -> Iterator[str]:
    for what, names in (
        ("extractor", [e.name for e in plugin.extractors]),
        ("format", [f.name for f in plugin.formats]),
        ("language", [language.code for language in plugin.languages]),
        ("term", [f"{term.list} {term.value}" for term in plugin.terms]),
    ):
        yield from (f"{what} {name}" for name in names)


def _types(kinds: Iterable[type[Mention]]) -> str:
    return " ".join(sorted(kind.__name__.removesuffix("Mention").lower() or "mention" for kind in kinds)) or "–"


def _print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns as wide as they must be; the last one runs on."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, *rows):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        click.echo(("  " + "  ".join(cells)).rstrip())
