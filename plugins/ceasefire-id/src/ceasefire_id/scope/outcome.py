"""What was decided of a document: pauses, their events, who and what stands in which role, what statements hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from ceasefire_id.scope.antecedents import Arrangement
from ceasefire_id.scope.known import Known
from ceasefire_id.scope.view import Name

if TYPE_CHECKING:
    from ceasefire_id.scope.opinions import Saying

__all__ = ["Deeds", "Happening", "Outcome"]


@attrs.define(eq=False)
class Happening:
    """An event of a pause: the word that tells it, its type and what fills its roles."""

    word: int
    type: str
    pause: Arrangement
    by: Name | None = None
    region: Name | None = None
    date: Name | None = None
    duration: Name | None = None
    #: what weighed most, where the reading is traced
    reasons: tuple[str, ...] = ()


@attrs.define(eq=False)
class Outcome:
    """What was decided of a document."""

    pauses: Known
    events: list[Happening] = attrs.field(factory=list)
    #: (pause number, role) -> names
    roles: dict[tuple[int, str], list[Name]] = attrs.field(factory=lambda: defaultdict(list))
    status: dict[int, str] = attrs.field(factory=dict)
    #: what each statement is about, and its stance
    opinions: list[tuple[Saying, Arrangement | None, str | None]] = attrs.field(factory=list)
    #: what weighed most for a name in its role, by pause, role and first word, where the reading is traced
    reasons: dict[tuple[int, str, int], tuple[str, ...]] = attrs.field(factory=dict)


class Deeds:
    """Which events are whose: by the key of the name that does them, holds them, dates them or gives their length."""

    def __init__(self, events: Sequence[Happening]) -> None:
        self._by_key: dict[tuple[str, object], list[tuple[str, Happening]]] = defaultdict(list)
        for event in events:
            for word, name in (
                ("does", event.by),
                ("where", event.region),
                ("when", event.date),
                ("long", event.duration),
            ):
                if name is not None:
                    self._by_key[name.key].append((word, event))

    def features(self, key: tuple[str, object], arrangement: Arrangement) -> list[str]:
        """What a bearer of a name has to do with the events of a pause, and with those of others."""
        told = set()
        for word, event in self._by_key.get(key, ()):
            here = event.pause is arrangement
            if word in ("does", "where"):
                told.add(f"{word}={event.type}|{here}")
            elif here:
                told.add(f"{word}={event.type}")
        return sorted(told)
