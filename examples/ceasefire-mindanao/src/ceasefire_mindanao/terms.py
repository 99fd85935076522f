"""What the closed lists of ceasefire lack for this conflict."""

from __future__ import annotations

from ceasefire import hookimpl
from ceasefire.vocabulary import Term

__all__ = ["terms"]

#: the version of the plugin contract that this was written for
requires_contract = ">=1.0,<2"


@hookimpl
def terms() -> list[Term]:
    """A kind of pause and a kind of place."""
    return [
        Term("pause_kind", "suspension", "a suspension of military or police operations, ordered by one side"),
        Term("region_kind", "camp", "a camp of an armed group that a peace process acknowledges"),
    ]
