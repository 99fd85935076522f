"""A command: how many times, pauses and statements the reports of a batch hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ceasefire

if TYPE_CHECKING:
    import click

requires_contract = ">=1.0,<2"


@ceasefire.hookimpl
def commands() -> list[click.Command]:
    import click

    @click.command()
    @click.argument("reports")
    def tally(reports: str) -> None:
        """Count the times, pauses and statements in REPORTS, the output of `ceasefire batch`."""
        counts = dict.fromkeys(("reports", "unread", "times", "pauses", "statements"), 0)
        for report in ceasefire.read_reports(reports):
            if not isinstance(report, ceasefire.Report):
                counts["unread"] += 1
                continue
            counts["reports"] += 1
            for layer in ("times", "pauses", "statements"):
                counts[layer] += len(getattr(report, layer))
        click.echo(" ".join(f"{name}={count}" for name, count in counts.items()))

    return [tally]
