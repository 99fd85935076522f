"""The commands: `python -m fuzz run`, `report`, `show`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import click

from fuzz.campaign import Campaign, State, kept_failures
from fuzz.costs import FACTOR
from fuzz.inputs import make_input
from fuzz.sources import load_sources

articles = click.option(
    "--articles",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A further folder whose .txt files are damaged and spliced too.",
)
seed = click.option("--seed", default=1, show_default=True, help="Which inputs: the same seed gives the same ones.")
folder = click.option(
    "--folder",
    default=Path(".fuzz"),
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the run keeps how far it is and what failed.",
)


@click.group()
def main() -> None:
    """Read made-up and damaged articles and check each report."""


@main.command()
@articles
@seed
@folder
@click.option("--inputs", default=1_000_000, show_default=True, help="Up to which number.")
@click.option("--limit", default=10.0, show_default=True, help="Seconds that reading one input may take.")
@click.option("--only", multiple=True, help="A plugin to read with, by name; all that are installed without this.")
@click.option("--quiet", is_flag=True, help="Say nothing while it goes on.")
def run(
    articles: tuple[Path, ...],
    seed: int,
    folder: Path,
    inputs: int,
    limit: float,
    only: tuple[str, ...],
    quiet: bool,
) -> None:
    """Read inputs, going on where the folder says that an earlier run stopped; status 1 where one has failed."""
    try:
        campaign = Campaign(folder, load_sources(articles), seed, limit=limit, only=only)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    begun, at_first = time.monotonic(), campaign.state.done

    def tell(state: State) -> None:
        if not quiet:
            pace = (state.done - at_first) / (time.monotonic() - begun)
            failed = sum(state.failures.values())
            click.echo(f"{state.done:9,} inputs, {pace:5.0f} a second, {failed} failures", err=True)

    campaign.run(inputs, tell)
    click.echo(table(campaign.state))
    for failure, count in campaign.state.failures.items():
        click.echo(f"{count} x {failure}")
    sys.exit(bool(campaign.state.failures))


@main.command()
@folder
def report(folder: Path) -> None:
    """What a run has found so far, as tables in Markdown."""
    state = State.from_data(json.loads((folder / "state.json").read_text("utf-8")))
    click.echo(table(state))
    for failure in kept_failures(folder):
        click.echo(f"- {failure['number']} ({failure['kind']}): {failure['failure']}: {failure['text']!r:.200}")


@main.command()
@articles
@seed
@click.argument("number", type=int)
def show(articles: tuple[Path, ...], seed: int, number: int) -> None:
    """The text of one input, as Python writes it, and its publication date."""
    given = make_input(load_sources(articles), seed, number)
    click.echo(f"{given.kind}, published {given.published}\n{given.text!r}")


def table(state: State) -> str:
    """Inputs and costs by length, in Markdown."""
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(state.by_kind.items()))
    rows = [
        f"Seed {state.seed}: {state.done:,} inputs ({kinds}) with {state.characters:,} characters; {state.deep:,} of"
        f" them also written, read back, held against the schema and read twice;"
        f" {sum(state.failures.values())} failures; {state.seconds:,.0f} s of processor time for reading.",
        "",
        "| characters | inputs | median ms | 99.9 % within ms | dearest ms | times the median |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for number, found in sorted(state.costs.classes.items()):
        median, dearest = found.quantile(0.5), found.dearest[0][0]
        share = f"{dearest / median:.1f}" + (f" (more than {FACTOR})" if dearest > FACTOR * median else "")
        span = f"{2**number if number else 0:,} to {2 ** (number + 1) - 1:,}"
        costs = f"{median / 1000:.2f} | {found.quantile(0.999) / 1000:.2f} | {dearest / 1000:.2f}"
        rows.append(f"| {span} | {found.count:,} | {costs} | {share} |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
