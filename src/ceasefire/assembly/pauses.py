"""Pause mentions, with their scope, events and facts, to pauses."""

from __future__ import annotations

from ceasefire.assembly.books import Book
from ceasefire.assembly.checks import Checker
from ceasefire.models import Actor, Pause, Region, Time

__all__ = ["build_pauses"]


def build_pauses(
    checker: Checker, times: Book[Time], actors: Book[Actor], regions: Book[Region]
) -> Book[Pause]:
    """All pauses, in the order of the text."""
    return Book((), {})
