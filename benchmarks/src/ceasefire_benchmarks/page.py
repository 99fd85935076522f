"""Writes what was measured into a page of the manual, between two marks; what people wrote around them stays."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from datetime import date

from ceasefire_benchmarks.tables import Section

__all__ = ["BEGIN", "END", "circumstances", "written_into"]

BEGIN = "<!-- measured: written by the benchmark, do not edit -->"
END = "<!-- measured: end -->"


def written_into(page: str, sections: Iterable[Section], circumstances: str) -> str:
    """The page with these sections between its marks. Raises `ValueError` where it does not have both, once."""
    if page.count(BEGIN) != 1 or page.count(END) != 1 or page.index(BEGIN) > page.index(END):
        raise ValueError(f"the page must have the lines {BEGIN} and, after it, {END}, each once")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    measured = "\n\n".join((circumstances, *(section.markdown() for section in sections)))
    return f"{before}{BEGIN}\n\n{measured}\n\n{END}{after}"


def circumstances(load_before: str, versions: Iterable[str]) -> str:
    """When, on what and beside what was measured."""
    from ceasefire import __version__

    python = f"{platform.python_implementation()} {platform.python_version()} on {platform.system()}"
    beside = ", ".join(versions)
    return (
        f"Measured on {date.today().isoformat()} with version {__version__}, {python}, {os.cpu_count()} cores. Load of "
        f"the machine: {load_before} at the begin, {load()} at the end; the benchmark itself makes 1 of that. "
        f"{f'The others: {beside}.' if beside else ''}"
    ).strip()


def load() -> str:
    """Processes that want to run, over the last minute; unknown on Windows."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
