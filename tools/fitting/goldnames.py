"""Whether a name of a gold reading and a mention of the text mean one bearer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["GoldNames", "same_day", "same_value"]

#: words beside a name that change nothing of whom it means
_FILLER = frozenset(
    [
        "seorang",
        "sejumlah",
        "para",
        "beberapa",
        "sebuah",
        "si",
        "sang",
        "yang",
        "itu",
        "tersebut",
        "senior",
        "tinggi",
        "utama",
        "setempat",
        "dari",
        "di",
        "untuk",
    ]
)


def _words(name: str) -> list[str]:
    words = re.findall(r"\w+", name.casefold())
    return [word for word in words if word not in _FILLER] or words


class GoldNames:
    """The names of one gold reading with their aliases; a place and an actor of one name are kept apart."""

    def __init__(self, gold: Mapping[str, Any]) -> None:
        self._groups = {
            layer: [[x["name"], *x.get("aliases", [])] for x in gold[layer]] for layer in ("actors", "regions")
        }
        self._persons = {
            tuple(_words(name))
            for actor in gold["actors"]
            if actor["kind"] == "person"
            for name in (actor["name"], *actor.get("aliases", []))
        }

    def match(self, gold_name: str, names: Iterable[str], *, place: bool = False) -> bool:
        """Whether one of these names is the gold one, or an alias of it; `A|B` says that both are right."""
        spread = self._spread(gold_name, place)
        return any(self._same(one, name) for one in spread for name in names)

    def _spread(self, name: str, place: bool) -> set[str]:
        options = name.split("|")
        found = set(options)
        for layer in ("regions", "actors") if place else ("actors", "regions"):
            for group in self._groups[layer]:
                if any(_words(option) == _words(known) for option in options for known in group):
                    found |= set(group)
            if len(found) > len(options):
                break
        return found

    def _same(self, gold: str, name: str) -> bool:
        one, other = _words(gold), _words(name)
        if not one or not other:
            return False
        if one == other:
            return True
        short, full = sorted((one, other), key=len)
        return tuple(one) in self._persons and full[-len(short) :] == short


def same_value(gold: str | None, value: str | None) -> bool:
    """Whether two TIMEX3 values are one; whole days and their hours count as one length."""
    if gold is None or value is None:
        return False
    if gold == value:
        return True
    hours = [
        int(m[1]) * (24 if "T" not in m[0] else 1)
        for m in (re.fullmatch(r"PT?(\d+)[DH]", v) for v in (gold, value))
        if m and ("T" in m[0]) == m[0].endswith("H")
    ]
    return len(hours) == 2 and hours[0] == hours[1]


def same_day(gold: str | None, value: str | None) -> bool:
    """Whether a value gives the day of a slot; a finer one will do."""
    if gold is None or value is None:
        return False
    return (
        same_value(gold, value)
        or (len(gold) >= 10 and value.startswith(gold))
        or re.sub(r"T(MO|AF|EV|NI)$", "", gold) == value[:10]
    )
