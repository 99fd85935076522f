"""The closed lists of a report (kinds, statuses, outcomes, ...) and how a plugin widens them.

A list is closed so that whoever reads reports can rely on it; it is open to registration, so that whoever
reads another kind of news need not fork. A value outside its list never reaches a report: the reader turns
it into a diagnostic. Source of all values and meanings: the annotation guideline.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import attrs

from ceasefire.errors import RegistryError

__all__ = ["BUILT_IN", "Term", "Vocabulary"]


@attrs.frozen
class Term:
    """One value of a closed list, as core ships it or a plugin registers it."""

    #: the list that it belongs to, one of `BUILT_IN`: `"outcome"`, `"pause_kind"`, ...
    list: str
    #: the value as reports hold it
    value: str
    #: one line for people
    meaning: str


BUILT_IN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "time_type": {
            "DATE": "a day or coarser",
            "TIME": "finer than a day",
            "DURATION": "a length of time",
            "SET": "a recurring time",
        },
        "time_mod": {
            "APPROX": "about",
            "START": "the beginning of",
            "MID": "the middle of",
            "END": "the end of",
            "LESS_THAN": "nearly, less than",
            "MORE_THAN": "more than",
            "BEFORE": "before",
            "AFTER": "after",
        },
        "actor_kind": {
            "state": "a state",
            "military": "armed or police forces of a state",
            "armed_group": "an armed group that is no state's force",
            "organisation": "the UN, the Red Cross, a league of states, a company",
            "government": "a government, a ministry, an authority",
            "person": "a person or a group of persons who speak or act",
            "media": "a newspaper, an agency, a broadcaster",
            "monitor": "an observatory or other monitor of a conflict",
            "civilians": "civilians",
        },
        "region_kind": {
            "country": "a state as land",
            "province": "a first-level division",
            "city": "a city, town or village",
            "district": "a second-level division or a quarter",
            "area": "any other place: a strip, a sea, a front, a continent",
        },
        "outcome": {
            "killed": "killed, dead, bodies found",
            "wounded": "hurt",
            "missing": "missing",
            "displaced": "driven from home, evacuated",
            "captured": "taken hostage, arrested, detained",
            "released": "freed, or to be freed",
            "affected": "besieged, trapped, starving, in need",
        },
        "victims": {
            "people": "persons of whom nothing more is said",
            "civilians": "civilians",
            "children": "children",
            "women": "women",
            "soldiers": "soldiers and police",
            "fighters": "members of armed groups",
            "hostages": "hostages",
            "prisoners": "prisoners",
            "journalists": "journalists",
            "aid_workers": "medical and aid workers",
            "families": "families",
        },
        "pause_kind": {
            "ceasefire": "a ceasefire (gencatan senjata)",
            "cessation": "a cessation of hostilities (penghentian permusuhan)",
            "humanitarian": "a humanitarian pause (jeda kemanusiaan)",
            "calm": "a state or regime of calm (kondisi tenang)",
            "truce": "a pause of which nothing more is said (jeda)",
        },
        "pause_status": {
            "proposed": "asked for, negotiated, offered or hoped for",
            "agreed": "settled or announced, not said to have begun",
            "in_force": "begun and holding",
            "extended": "lengthened or widened",
            "rejected": "refused",
            "violated": "in force, with breaches reported",
            "ended": "expired, broken off, collapsed",
            "suspended": "put on hold",
        },
        "event_type": {
            "announced": "made known, ordered, imposed",
            "agreed": "settled between sides",
            "started": "came into force",
            "extended": "lengthened or widened",
            "confirmed": "confirmed, or a pledge to keep it",
            "rejected": "refused",
            "violated": "broken",
            "negotiated": "talked about, to reach it or to include somebody or something",
            "demanded": "asked for, proposed, offered",
            "ended": "over",
            "suspended": "put on hold, in whole or for one side",
        },
        "extent": {"whole": "the whole of the region or actor", "part": "a part of it"},
        "form": {"direct": "words between quotation marks", "indirect": "a reported clause"},
        "stance": {
            "supports": "declares, welcomes or backs it",
            "rejects": "refuses it",
            "demands": "asks for it or for a wider one",
            "confirms": "says that it is settled or holds",
            "denies": "says that there is none, or that it was not broken",
            "accuses": "says that somebody broke it",
        },
        "level": {
            "info": "something that a reader of the report may want to know",
            "warning": "a reading that may be wrong or is incomplete",
            "error": "something failed",
        },
    }
)


@attrs.frozen(init=False)
class Vocabulary:
    """The closed lists in force: core's values and those that plugins registered."""

    lists: Mapping[str, Mapping[str, str]] = attrs.field(eq=lambda lists: {k: dict(v) for k, v in lists.items()})

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        """Core's lists widened by `terms`.

        Raises `RegistryError` if a term names no list, is empty, or gives a standing value another meaning.
        """
        lists = {name: dict(values) for name, values in BUILT_IN.items()}
        for term in terms:
            if term.list not in lists:
                raise RegistryError(f"no closed list is called {term.list!r}; there are {', '.join(sorted(lists))}")
            if not term.value:
                raise RegistryError(f"an empty value for the closed list {term.list!r}")
            standing = lists[term.list].setdefault(term.value, term.meaning)
            if standing != term.meaning:
                raise RegistryError(f"{term.list} {term.value!r} already means {standing!r}")
        self.__attrs_init__(MappingProxyType({name: MappingProxyType(values) for name, values in lists.items()}))

    def __contains__(self, item: tuple[str, str]) -> bool:
        """Whether `(list, value)` is known."""
        name, value = item
        return value in self.lists[name]

    def values(self, name: str) -> tuple[str, ...]:
        """The values of one list, in the order in which they were given."""
        return tuple(self.lists[name])

    def __reduce__(self) -> tuple[object, ...]:
        # A mapping proxy cannot be pickled; the terms beyond the built-in ones say all.
        terms = tuple(
            Term(name, value, meaning)
            for name, values in self.lists.items()
            for value, meaning in values.items()
            if value not in BUILT_IN[name]
        )
        return (Vocabulary, (terms,))
