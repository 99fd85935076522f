"""What brat lets annotators do with a report: the types, arguments and values that there are, and how they look.

Generated from the closed lists, so that values which plugins register are in it.
"""

from __future__ import annotations

from collections.abc import Iterable

from ceasefire.vocabulary import Vocabulary
from ceasefire_formats.brat.annotations import storable

__all__ = ["annotation_conf", "event_type", "visual_conf"]

#: type of entity, what it is called in little space, its background
_ENTITIES = (
    ("Time", "Time", "#cfe8cf"),
    ("Actor", "Actor", "#cfdcf5"),
    ("Region", "Region", "#f5e6c4"),
    ("Casualty", "Casualty", "#f5cfcf"),
    ("Pause", "Pause", "#e3d3f2"),
    ("Inside", "In", "#c9ecea"),
    ("Outside", "Out", "#f2d3e3"),
    ("Statement", "Said", "#eeeeee"),
)
#: type of relation, from, to
_RELATIONS = (
    ("Declared_by", "Pause", "Actor"),
    ("Party", "Pause", "Actor"),
    ("Broker", "Pause", "Actor"),
    ("Announced_on", "Pause", "Time"),
    ("Starts_on", "Pause", "Time"),
    ("Ends_on", "Pause", "Time"),
    ("Lasts", "Pause", "Time"),
    ("Covers", "Pause", "Inside"),
    ("Leaves_out", "Pause", "Outside"),
    ("Names", "Inside|Outside", "Region|Actor"),
    ("Member_of", "Actor", "Actor"),
    ("Within", "Region", "Region"),
    ("Source", "Casualty", "Actor"),
    ("Blamed_on", "Casualty", "Actor"),
    ("Harmed_in", "Casualty", "Region"),
    ("Harmed_on", "Casualty", "Time"),
    ("Speaker", "Statement", "Actor"),
    ("Via", "Statement", "Actor"),
    ("Said_on", "Statement", "Time"),
    ("About", "Statement", "Pause"),
)
_EVENT_ARGUMENTS = "Of:Pause, By?:Actor, In?:Region, When*:Time"
#: attribute, what has it, the closed list of its values
_ATTRIBUTES = (
    ("Time_type", "Time", "time_type"),
    ("Time_mod", "Time", "time_mod"),
    ("Actor_kind", "Actor", "actor_kind"),
    ("Region_kind", "Region", "region_kind"),
    ("Outcome", "Casualty", "outcome"),
    ("Victims", "Casualty", "victims"),
    ("Pause_kind", "Pause", "pause_kind"),
    ("Pause_status", "Pause", "pause_status"),
    ("Extent", "Inside|Outside", "extent"),
    ("Form", "Statement", "form"),
    ("Stance", "Statement", "stance"),
)


def event_type(value: str) -> str:
    """The type of event that stands for a value of the list `event_type`: `Extended`."""
    return storable(value[:1].upper() + value[1:])


def annotation_conf(vocabulary: Vocabulary) -> str:
    """The `annotation.conf` of a collection."""
    return _sections(
        ("entities", (name for name, _, _ in _ENTITIES)),
        ("relations", _relations()),
        ("events", (f"{event_type(value)}\t{_EVENT_ARGUMENTS}" for value in vocabulary.values("event_type"))),
        (
            "attributes",
            (
                f"{name}\tArg:{of}, Value:{'|'.join(storable(value) for value in vocabulary.values(values))}"
                for name, of, values in _ATTRIBUTES
            ),
        ),
    )


def visual_conf(vocabulary: Vocabulary) -> str:
    """The `visual.conf` of a collection: colours and short names."""
    events = [event_type(value) for value in vocabulary.values("event_type")]
    types = [name for name, _, _ in _RELATIONS] + events
    labels = [f"{name} | {name} | {short}" for name, short, _ in _ENTITIES]
    labels += [f"{name} | {name.replace('_', ' ')}" for name in types]
    return _sections(
        ("labels", labels),
        (
            "drawing",
            (
                "SPAN_DEFAULT\tfgColor:black, bgColor:#f7f3b8, borderColor:darken",
                "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5",
                "ATTRIBUTE_DEFAULT\tglyph:*",
                # They run through the whole text, so they stay in the background.
                "Equiv\tcolor:#bbbbbb, dashArray:3-3, arrowHead:none",
                *(f"{name}\tbgColor:{colour}" for name, _, colour in _ENTITIES),
            ),
        ),
    )


def _relations() -> Iterable[str]:
    # Statements hold actors, and pauses times: any may stand in any.
    yield "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"
    for name in ("Actor", "Region", "Pause"):
        yield f"Equiv\tArg1:{name}, Arg2:{name}, <REL-TYPE>:symmetric-transitive"
    for name, one, other in _RELATIONS:
        yield f"{name}\tArg1:{one}, Arg2:{other}"


def _sections(*sections: tuple[str, Iterable[str]]) -> str:
    return "\n".join(f"[{name}]\n" + "".join(f"{line}\n" for line in lines) for name, lines in sections)
