"""A pause in the making: its mentions, what is told of them, and the reasons that brought them together."""

from __future__ import annotations

import attrs

from ceasefire.assembly.pauses.evidence import Evidence
from ceasefire.mentions import PauseMention
from ceasefire.models import Region

__all__ = ["PLAIN", "Cluster", "Decision", "place_of"]

#: the kind of which nothing more is said
PLAIN = "truce"


def place_of(mention: PauseMention) -> tuple[int, int]:
    """Where a mention stands, to put mentions into the order of the text."""
    return mention.span.start, mention.span.end


@attrs.frozen
class Decision:
    """Why a mention joined a pause or began one."""

    mention: PauseMention
    joined: bool
    reason: str
    #: another pause so called, named in the same paragraph, at which it may point as well
    other: PauseMention | None = None


@attrs.define(eq=False)
class Cluster:
    """The mentions of one pause, in the order of the text, with the reasons that brought them together."""

    mentions: list[PauseMention] = attrs.field(factory=list)
    evidence: list[Evidence] = attrs.field(factory=list)
    decisions: list[Decision] = attrs.field(factory=list)
    #: what all evidence holds, by field, and of how much evidence it has been gathered: a text may name one pause a
    #: thousand times, so nothing is gathered twice
    _sets: dict[str, tuple[int, set[str]]] = attrs.field(factory=dict, init=False)
    _kind: tuple[int, str | None] = attrs.field(default=(0, None), init=False)
    _real: tuple[int, bool] = attrs.field(default=(0, False), init=False)
    _regions: dict[str, tuple[int, list[Region]]] = attrs.field(factory=dict, init=False)

    def add(self, mention: PauseMention, evidence: Evidence, reason: str, other: PauseMention | None = None) -> None:
        """Take a mention in, for a reason, though another pause may be meant as well."""
        self.decisions.append(Decision(mention, bool(self.mentions), reason, other))
        self.mentions.append(mention)
        self.evidence.append(evidence)

    def sort(self) -> None:
        """Put its mentions into the order of the text."""
        self.mentions.sort(key=place_of)
        self._kind = (0, None)

    @property
    def kind(self) -> str | None:
        """The first kind that says more than that there is a pause."""
        seen, kind = self._kind
        for mention in self.mentions[seen:]:
            if mention.kind and (kind is None or (kind == PLAIN and mention.kind != PLAIN)):
                kind = mention.kind
        self._kind = len(self.mentions), kind
        return kind

    @property
    def contrast(self) -> str | None:
        """How its first mention sets it off."""
        return self.mentions[0].contrast

    @property
    def real(self) -> bool:
        """Whether any mention tells it as there, settled or over."""
        seen, real = self._real
        self._real = len(self.evidence), real or any(e.real or e.plain for e in self.evidence[seen:])
        return self._real[1]

    @property
    def refused(self) -> bool:
        """Whether it was asked for and refused, and nothing more is told of it."""
        return self.of("event_types") == {"demanded", "rejected"}

    @property
    def declined(self) -> bool:
        """Whether nothing is told of it but that somebody would not have it."""
        return self.of("event_types") == {"rejected"} and not (self.of("origins") or self.of("starts"))

    @property
    def is_over(self) -> bool:
        """Whether it is told as an earlier one, or its end is told last."""
        latest = next((e.events[-1].type for e in reversed(self.evidence) if e.events), None)
        return self.contrast == "earlier" or latest == "ended"

    @property
    def words(self) -> set[str]:
        """The words of its labels."""
        return self.of("words")

    def of(self, name: str) -> set[str]:
        """What its evidence holds under a name (`"parties"`). Not to be changed."""
        seen, held = self._sets.get(name, (0, set()))
        if seen < (size := len(self.evidence)):
            for evidence in self.evidence[seen:]:
                if values := getattr(evidence, name):
                    held.update(values)
            self._sets[name] = size, held
        return held

    def regions(self, name: str) -> list[Region]:
        """The regions that its evidence holds under a name (`"included"`), each once. Not to be changed."""
        seen, held = self._regions.get(name, (0, []))
        for evidence in self.evidence[seen:]:
            held.extend(region for region in getattr(evidence, name) if region not in held)
        self._regions[name] = len(self.evidence), held
        return held
