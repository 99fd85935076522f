"""The group of all commands: core's own, and those of plugins, which are asked for only where they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ceasefire.errors import CeasefireError
from ceasefire.wording import told

if TYPE_CHECKING:
    from ceasefire.registry import FoundCommands

__all__ = ["PluginGroup"]

_KEY = "ceasefire.commands"


class PluginGroup(click.Group):
    """Commands of core first; a plugin is loaded only for help and for a command that core does not have."""

    def list_commands(self, context: click.Context) -> list[str]:
        return [*self.commands, *sorted(self._of_plugins(context).commands)]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        return super().get_command(context, name) or self._of_plugins(context).commands.get(name)

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(context, arguments)
        except click.UsageError as error:
            # The command may be that of a plugin which failed, so what failed is said too.
            failed = [problem.message for problem in self._of_plugins(context).problems]
            if not failed:
                raise
            raise click.UsageError("; ".join([error.format_message().rstrip("."), *failed]), context) from None

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except (click.ClickException, click.Abort, click.exceptions.Exit, CeasefireError, OSError):
            raise
        except Exception as error:
            name = str(context.invoked_subcommand)
            owner = None if name in self.commands else self._of_plugins(context).owners.get(name)
            if owner is None:
                raise
            raise click.ClickException(f"the command {name} of plugin {owner} failed: {told(error)}") from error

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_commands(context, formatter)
        if problems := self._of_plugins(context).problems:
            with formatter.section("Problems"):
                formatter.write_text("\n".join(problem.message for problem in problems))

    def _of_plugins(self, context: click.Context) -> FoundCommands:
        """Asked for once in a run."""
        from ceasefire.registry import find_commands

        if _KEY not in context.meta:
            context.meta[_KEY] = find_commands(self.commands)
        found: FoundCommands = context.meta[_KEY]
        return found
