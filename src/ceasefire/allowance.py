"""The time that extractors may spend on one article: each of them, and all together."""

from __future__ import annotations

import time

__all__ = ["Allowance"]


class Allowance:
    """What is left of an article's time. It starts when it is made."""

    __slots__ = ("_deadline", "each", "together")

    def __init__(self, each: float | None, together: float | None) -> None:
        #: seconds that one extractor may take; null is no limit
        self.each = each
        #: seconds that all of them together may take; null is no limit
        self.together = together
        self._deadline = None if together is None else time.monotonic() + together

    def next(self) -> float | None:
        """Seconds that the next extractor may take; null where nothing limits it."""
        left = self._left()
        limits = [limit for limit in (self.each, left) if limit is not None]
        return min(limits, default=None)

    def is_spent(self) -> bool:
        """Whether the time of the whole article is over."""
        left = self._left()
        return left is not None and left <= 0

    def _left(self) -> float | None:
        return None if self._deadline is None else self._deadline - time.monotonic()
