"""What the scan finds, before it is known which place is meant: drafts of mentions, by word numbers."""

from __future__ import annotations

from typing import Literal

import attrs

from ceasefire.mentions import Anaphor
from ceasefire_id.names.gazetteer import Sense

__all__ = ["ActorDraft", "Draft", "PlaceDraft", "Position"]

#: `place`: spoken of as land; `free`: subject, object, after a preposition; `doing`: after a noun of doing
#: (`serangan Israel`); `modifier`: after another noun (`warga Israel`); `none`: inside a name or a time
Position = Literal["place", "free", "doing", "modifier", "none"]


@attrs.define(kw_only=True)
class Draft:
    """Words `first` up to, not including, `end`."""

    first: int
    end: int
    rule: str
    name: str
    kind: str
    country: str = ""
    identity: str | None = None
    listed: bool = True
    #: the word after what has been read as saying more of it, where that goes beyond `end`
    reach: int = 0
    #: how the words around it say that it is used (`position.Position`); what is coordinated with it is used so too
    position: Position = "free"

    @property
    def until(self) -> int:
        """The word after all that belongs to it."""
        return max(self.end, self.reach)


@attrs.define(kw_only=True)
class ActorDraft(Draft):
    """An actor mention to be."""

    office: str | None = None
    heads: frozenset[str] = frozenset()
    number: str = "one"
    anaphor: Anaphor | None = None


@attrs.define(kw_only=True)
class PlaceDraft(Draft):
    """A region mention to be; its senses are weighed when the whole text is known."""

    senses: tuple[Sense, ...] = ()
    #: a word beside it says that it is a place
    cued: bool = True
    #: the place is a part of the one drafted right after it (`Mayo, Khartoum`)
    inside: PlaceDraft | None = None
    #: the place that lies in this one
    holds: PlaceDraft | None = None
    #: `selatan` after the name
    direction: str = ""
