"""The sentences of the corpora as annotated articles: what a case leaves out is unknown, not absent."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import ceasefire
from articles import Annotated
from ceasefire_id.scope.candidates import CandidateReader

__all__ = ["cases"]

#: the slots of a gold pause
_SLOTS = (
    "status",
    "declared_by",
    "parties",
    "brokers",
    "includes",
    "excludes",
    "announced",
    "starts",
    "ends",
    "duration",
    "events",
)
_FIELDS = ("by", "region", "duration", "date")


def cases(files: Iterable[Path], reader: ceasefire.Reader) -> Iterator[Annotated]:
    """All cases that tell of pauses, in order."""
    candidates = CandidateReader()
    for file in files:
        data = tomllib.loads(file.read_text("utf-8"))
        published = data.get("defaults", {}).get("published", "2025-11-12")
        for number, case in enumerate(data.get("case", [])):
            pauses = case.get("pauses")
            if pauses is None or "text" not in case or not all("label" in pause for pause in pauses):
                continue
            gold = {
                "id": f"{file.parent.parent.name}-{file.parent.name}-{file.stem}-{number}",
                "published": str(case.get("published", published)),
                "timezone": "Asia/Jakarta",
                "pauses": [_pause(pause, f"p{n}") for n, pause in enumerate(pauses)],
                "actors": [],
                "regions": [],
                "statements": [],
            }
            yield Annotated(gold, case["text"], None, reader, candidates)


def _pause(told: Mapping[str, Any], key: str) -> dict[str, Any]:
    pause = {slot: _known(told.get(slot)) for slot in _SLOTS}
    pause["events"] = [_event(event) for event in told.get("events", ())]
    pause["unknown"] = frozenset(slot for slot in _SLOTS if slot not in told)
    return {**pause, "key": key, "label": told["label"]}


def _event(told: Mapping[str, Any]) -> dict[str, Any]:
    event = {field: _known(told.get(field)) for field in _FIELDS}
    return {**event, "type": told["type"], "unknown": frozenset(field for field in _FIELDS if field not in told)}


def _known(value: Any) -> Any:
    return None if value == "none" else value
