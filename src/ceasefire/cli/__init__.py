"""The command line: `ceasefire read`, `batch`, `plugins`, `schema`, `formats`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

import ceasefire
from ceasefire.cli.batch import batch
from ceasefire.errors import CeasefireError

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(ceasefire.__version__, prog_name="ceasefire")
def command() -> None:
    """Read news about ceasefires into typed, grounded data."""


command.add_command(batch)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its status: 0; 1 where input could not be read; 2 where the use was wrong."""
    try:
        status = command.main(arguments, prog_name="ceasefire", standalone_mode=False)
    except click.ClickException as error:
        _complain(error.format_message())
        status = error.exit_code
    except CeasefireError as error:
        _complain(str(error))
        status = 1
    except click.Abort:
        status = 130
    sys.exit(status)


def _complain(message: str) -> None:
    """One line on standard error."""
    print(f"ceasefire: {' '.join(message.split())}", file=sys.stderr)
