"""The command line: `ceasefire read`, `batch`, `plugins`, `formats`, `schema`, `new-plugin`, and plugins' commands.

What goes wrong is told in one line on standard error, with exit status 2 for wrong use and 1 for input that could
not be read.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import PurePath

import click

import ceasefire
from ceasefire.cli.about import formats, plugins, schema
from ceasefire.cli.batch import batch
from ceasefire.cli.group import PluginGroup
from ceasefire.cli.newplugin import new_plugin
from ceasefire.cli.read import read
from ceasefire.errors import CeasefireError

__all__ = ["main"]

_EXAMPLES = """\b
Examples:
  ceasefire read article.txt --published 2016-05-02
  ceasefire read article.txt --published "Senin, 2 Mei 2016" --format json
  ceasefire batch articles.jsonl -o reports.jsonl --jobs 4
  ceasefire plugins
"""


@click.group(
    cls=PluginGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EXAMPLES,
    no_args_is_help=False,
    invoke_without_command=True,
)
@click.version_option(ceasefire.__version__, prog_name="ceasefire")
@click.pass_context
def command(context: click.Context) -> None:
    """Read news about ceasefires into typed, grounded data: who, where, which pause and its scope, when, how
    many people were harmed, who said what."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for each in (read, batch, plugins, formats, schema, new_plugin):
    command.add_command(each)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Reports are UTF-8 wherever they go; what a terminal cannot show is escaped.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    sys.exit(_status(arguments))


def _status(arguments: Sequence[str] | None) -> int:
    try:
        status = command.main(arguments, prog_name="ceasefire", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        return _complain(error.format_message(), error.exit_code)
    except CeasefireError as error:
        return _complain(str(error), 1)
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        # Whoever reads has seen enough. Nothing may be left for the interpreter to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1
    except OSError as error:
        return _complain(f"{error.filename or 'output'}: {error.strerror or error}", 1)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{PurePath(last.filename).name}:{last.lineno}"
        return _complain(f"this is a fault of ceasefire, please report it: {error!r:.300} ({place})", 1)


def _complain(message: str, status: int) -> int:
    print(f"ceasefire: {' '.join(message.split())}", file=sys.stderr)
    return status
