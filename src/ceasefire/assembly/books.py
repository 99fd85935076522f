"""Which model each mention became."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

import attrs

from ceasefire.mentions import Mention

__all__ = ["Book"]

Model = TypeVar("Model")


@attrs.frozen
class Book(Generic[Model]):
    """The models of one kind in the order of the text, and which mention became which.

    Mentions are found by identity, not by value: two mentions may say the same at the same place.
    """

    models: tuple[Model, ...]
    by_mention: Mapping[int, Model]

    def of(self, mention: Mention | None) -> Model | None:
        """The model that a mention became; null where it became none."""
        return None if mention is None else self.by_mention.get(id(mention))
