"""`ceasefire new-plugin`: a small complete distribution to start a plugin from."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["new_plugin"]

_EXAMPLES = """\b
Examples:
  ceasefire new-plugin monitor-days
  ceasefire new-plugin monitor-days --directory ~/plugins/monitor-days
"""


@click.command("new-plugin", epilog=_EXAMPLES)
@click.argument("name")
@click.option(
    "--directory", metavar="FOLDER", help="Write there; where it is not given, into ceasefire-NAME in this folder."
)
def new_plugin(name: str, directory: str | None) -> None:
    """Write a plugin NAME to start from: a distribution with one rule, a corpus, tests, README and CI."""
    # Only this command needs what is imported here.
    from ceasefire.template import FolderTakenError, write
    from ceasefire.template.names import NameRefusedError, check_free, named

    try:
        plugin = named(name)
        check_free(plugin)
        folder = Path(directory).expanduser() if directory is not None else Path(plugin.distribution)
        files = write(plugin, folder)
    except (NameRefusedError, FolderTakenError) as error:
        raise click.UsageError(str(error)) from None
    for file in files:
        click.echo(f"wrote {file}")
    click.echo(f"\nnext:\n  cd {folder}\n  uv run pytest\n  uv run ceasefire plugins")
