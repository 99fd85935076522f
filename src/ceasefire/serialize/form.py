"""How the models of a report look as JSON: which lists a report has, what is an id, what is a closed list.

`writing` and `reading` go by these tables, `ceasefire.schema` describes by them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ceasefire.models import (
    Actor,
    Casualty,
    Diagnostic,
    Pause,
    PauseEvent,
    Region,
    ScopePart,
    Statement,
    Time,
)

__all__ = ["CLOSED_LISTS", "LAYERS", "OUTER", "POINTED_AT", "SCHEMA"]

#: the form that this release writes and reads; it rises when a field is renamed, dropped or means something else
SCHEMA = "ceasefire/1"

#: the lists of a report and what they hold, in the order in which they are written
LAYERS: Mapping[str, type] = MappingProxyType(
    {
        "times": Time,
        "actors": Actor,
        "regions": Region,
        "casualties": Casualty,
        "pauses": Pause,
        "statements": Statement,
        "diagnostics": Diagnostic,
    }
)

#: models that stand whole in their list, and as their id wherever else a field holds one
POINTED_AT: tuple[type, ...] = (Time, Actor, Region, Pause)

#: the field in which a model holds a larger one of its own kind, which stands there without its own larger one
OUTER: Mapping[type, str] = MappingProxyType({Actor: "member_of", Region: "within"})

#: model and field to the closed list (`ceasefire.vocabulary`) that the field's value is of
CLOSED_LISTS: Mapping[type, Mapping[str, str]] = MappingProxyType(
    {
        Time: {"type": "time_type", "mod": "time_mod"},
        Actor: {"kind": "actor_kind"},
        Region: {"kind": "region_kind"},
        Casualty: {"outcome": "outcome", "victims": "victims"},
        ScopePart: {"extent": "extent"},
        PauseEvent: {"type": "event_type"},
        Pause: {"kind": "pause_kind", "status": "pause_status"},
        Statement: {"form": "form", "stance": "stance"},
        Diagnostic: {"level": "level"},
    }
)
