"""What a statement holds of a pause."""

from __future__ import annotations

from ceasefire.mentions import PauseMention
from ceasefire_id.statements.scene import Draft, Scene

__all__ = ["Stances"]


class Stances:
    """Reads stance and object."""

    def read(self, scene: Scene, draft: Draft) -> tuple[str | None, PauseMention | None]:
        """The stance of a statement and the pause that it is about; null for both where it is about none."""
        return None, None
