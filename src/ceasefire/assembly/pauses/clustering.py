"""Which pause mentions are one pause.

Mentions are taken in the order of the text; each joins a pause already spoken of or begins one. Two mentions are
one pause when they are the same arrangement; what tells them apart is a different day, other parties, another
declarer, a place elsewhere, or a word that sets them off (`Contrast`). The reason of each decision is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce

import attrs

from ceasefire.assembly.pauses.arithmetic import are_far_apart, lie_long_apart, precedes
from ceasefire.assembly.pauses.evidence import Evidence
from ceasefire.mentions import PauseMention
from ceasefire.models import Region

__all__ = ["Cluster", "Decision", "cluster_pauses"]


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
        self.mentions.sort(key=_place_of)
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
        for evidence in self.evidence[seen:]:
            held.update(getattr(evidence, name))
        self._sets[name] = len(self.evidence), held
        return held

    def regions(self, name: str) -> list[Region]:
        """The regions that its evidence holds under a name (`"included"`), each once. Not to be changed."""
        seen, held = self._regions.get(name, (0, []))
        for evidence in self.evidence[seen:]:
            held.extend(region for region in getattr(evidence, name) if region not in held)
        self._regions[name] = len(self.evidence), held
        return held


def _place_of(mention: PauseMention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


#: the kind of which nothing more is said
PLAIN = "truce"


def cluster_pauses(
    mentions: Sequence[PauseMention], evidence: dict[int, Evidence], paragraph: Callable[[int], int]
) -> list[Cluster]:
    """The pauses of a text, each with its mentions, in the order of their first mention.

    `paragraph` gives the number of the paragraph that a position stands in.
    """
    clusters: list[Cluster] = []
    of: dict[int, Cluster] = {}
    pointing: dict[int, list[Evidence]] = {}
    for mention in mentions:
        if mention.same_as is not None:
            pointing.setdefault(id(mention.same_as), []).append(evidence[id(mention)])
    for mention in mentions:
        told = evidence[id(mention)]
        known = reduce(Evidence.joined, pointing.get(id(mention), ()), told)
        cluster, reason = _place(mention, known, clusters, of, paragraph)
        if cluster is None:
            if not mention.makes_pause:
                continue
            cluster = Cluster()
            clusters.append(cluster)
        cluster.add(mention, told, reason, _other_reading(told, cluster, clusters, paragraph))
        of[id(mention)] = cluster
    for mention in mentions:
        # An apposition may point forward: `jeda itu` in a clause before its noun.
        target = of.get(id(mention.same_as)) if mention.same_as else None
        reason = "said to be the same"
        if target is None and mention.definite and id(mention) not in of:
            target, reason = _ahead(mention, clusters, paragraph), "points ahead"
        if target and id(mention) not in of:
            target.add(mention, evidence[id(mention)], reason)
            of[id(mention)] = target
    for cluster in clusters:
        cluster.sort()
    return sorted(clusters, key=lambda c: _place_of(c.mentions[0]))


def _ahead(mention: PauseMention, clusters: list[Cluster], paragraph: Callable[[int], int]) -> Cluster | None:
    """The pause that is named behind a mention in its own paragraph, where none is named before."""
    here = paragraph(mention.span.start)
    found = min(clusters, key=lambda c: _place_of(c.mentions[0]), default=None)
    ahead = found is not None and found.mentions[0].span.start > mention.span.start
    return found if ahead and found is not None and paragraph(found.mentions[0].span.start) == here else None


def _place(
    mention: PauseMention,
    told: Evidence,
    clusters: list[Cluster],
    of: dict[int, Cluster],
    paragraph: Callable[[int], int],
) -> tuple[Cluster | None, str]:
    """The pause that a mention joins, or none, and why."""
    if mention.same_as is not None and id(mention.same_as) in of:
        return of[id(mention.same_as)], "said to be the same"
    recent = sorted(clusters, key=lambda c: c.mentions[-1].span.start, reverse=True)
    if mention.definite and mention.contrast == "earlier" and (past := next((c for c in recent if c.is_over), None)):
        return past, "points back at an earlier one"
    own = [c for c in recent if told.owners & c.of("owners") and not _is_otherwise_named(told, c)]
    if own and mention.contrast is None and mention.dated is None and not _begins_elsewhen(told, own[0]):
        return own[0], "said to be of the same side"
    if mention.definite:
        near = [c for c in recent if not _begins_elsewhen(told, c) and not _is_otherwise_named(told, c)]
        if recent and not near:
            return None, "points back, but began long before or after all others"
        gone = [c for c in near if c.contrast == "earlier"] if mention.contrast == "earlier" else []
        return _place_definite(told, gone or _standing_first(mention, near, paragraph))
    if mention.dated is not None and mention.dated.value:
        day = mention.dated.value
        return _first(
            recent, lambda c: _is_dated(c, day) and not _conflict(told, c), "the same date"
        ), "a date of its own"
    if mention.contrast == "earlier":
        return _first(recent, lambda c: c.contrast == "earlier" and not _conflict(told, c), ""), "an earlier one"
    if mention.contrast is not None and (mention.wanted or mention.contrast != "wider"):
        # Another one that is only asked for is none of those that are there.
        apart = mention.contrast == "other" and mention.wanted
        same = _first(
            recent, lambda c: c.contrast == mention.contrast and not (apart and c.real) and not _conflict(told, c), ""
        )
        return same, f"set off as {mention.contrast}"
    if mention.contrast is not None:
        # told as there, though it may be wider than the one spoken of before
        return _first(
            recent, lambda c: c.contrast == mention.contrast and _fits(mention, told, c), ""
        ), "set off as wider"
    words = told.words
    alike = sorted(
        recent, key=lambda c: (c.real == mention.wanted, -len(told.parties & c.of("parties")), -len(words & c.words))
    )
    found = next((c for c in alike if _fits(mention, told, c)), None)
    if found is None:
        return None, "no pause before it fits" if recent else "the first one"
    return found, "nothing tells it apart"


def _other_reading(
    told: Evidence, chosen: Cluster, clusters: list[Cluster], paragraph: Callable[[int], int]
) -> PauseMention | None:
    """The last mention of another pause so called in the same paragraph, for one that points back."""
    if not told.mention.definite:
        return None
    here = paragraph(told.mention.span.start)
    for cluster in clusters:
        if cluster is chosen or not told.words & cluster.words:
            continue
        if paragraph(cluster.mentions[-1].span.start) == here:
            return cluster.mentions[-1]
    return None


def _standing_first(mention: PauseMention, recent: list[Cluster], paragraph: Callable[[int], int]) -> list[Cluster]:
    """A pause that is over is pointed at from its own paragraph only, while another one stands."""
    here = paragraph(mention.span.start)
    standing = [c for c in recent if not c.is_over or paragraph(c.mentions[-1].span.start) == here]
    return standing or recent


def _begins_elsewhen(told: Evidence, cluster: Cluster) -> bool:
    """Whether its own sentence gives a mention a first day that lies more than a month from that of the pause."""
    known = cluster.of("starts")
    apart = bool(told.starts and known) and all(are_far_apart(a, b) for a in told.starts for b in known)
    return apart and told.mention.kind is not None


def _place_definite(told: Evidence, recent: list[Cluster]) -> tuple[Cluster | None, str]:
    """One that points back takes the latest pause that shares a word with it, else the latest."""
    if not recent:
        return None, "nothing before it to point at"
    mention, words = told.mention, told.words
    if mention.kind == PLAIN and recent[0].kind == PLAIN:
        return recent[0], "points back at the latest, of as plain a kind"
    if mention.kind is None:
        return recent[0], "points back at the latest"
    alike = [c for c in recent if words & c.words]
    if mention.kind == PLAIN or not alike:
        alike = alike or [c for c in recent if PLAIN in (mention.kind, c.kind)]
    if alike:
        return alike[0], "points back at the latest so called"
    return recent[0], "points back, though by another name"


def _first(clusters: Iterable[Cluster], fits: Callable[[Cluster], bool], _reason: str) -> Cluster | None:
    return next((cluster for cluster in clusters if fits(cluster)), None)


def _is_dated(cluster: Cluster, day: str) -> bool:
    days = (
        cluster.of("origins")
        | cluster.of("starts")
        | {m.dated.value for m in cluster.mentions if m.dated is not None and m.dated.value}
    )
    return any(known.startswith(day) or day.startswith(known) for known in days)


def _fits(mention: PauseMention, told: Evidence, cluster: Cluster) -> bool:
    """Whether a mention without any word that sets it off can be of this pause."""
    if cluster.contrast in ("earlier", "other") and told.real:
        return False
    if cluster.contrast == "wider" and not cluster.real and told.real:
        return False
    if cluster.refused and (told.real or (told.introduces and not told.words <= cluster.words)):
        return False  # what was refused did not come about; another wish is another pause
    if cluster.declined and told.real and not told.words & cluster.words:
        return False  # `rejects a ceasefire, but agrees to stop the strikes`
    if mention.wanted and cluster.real:
        return _seeks_what_is_left_out(mention, told, cluster)
    apart = mention.kind != cluster.kind and PLAIN not in (mention.kind, cluster.kind)
    if mention.kind and cluster.kind and apart and not told.words <= cluster.words:
        return not told.introduces
    return not _conflict(told, cluster)


def _seeks_what_is_left_out(mention: PauseMention, told: Evidence, cluster: Cluster) -> bool:
    """Whether talks about it are for a place that the pause leaves out, or that others want in it."""
    missing = cluster.regions("excluded") + cluster.regions("sought")
    return mention.kind == cluster.kind and any(_touches(a, b) for a in told.sought for b in missing)


def _conflict(told: Evidence, cluster: Cluster) -> bool:
    """Whether what is told of a mention cannot be true of the pause."""
    if _is_otherwise_named(told, cluster):
        return True
    if _parted(told.declarers, cluster.of("declarers")) or _parted(told.starts, cluster.of("starts")):
        return True
    parties, known = told.parties, cluster.of("parties")
    if parties and known and not (parties <= known or known <= parties):
        return True
    # Sides of one deal may agree to it on different days, of one month.
    same_sides = bool(parties) and parties <= known
    days, others = told.origins, cluster.of("origins")
    if _parted(days, others) and not (same_sides and any(not lie_long_apart(a, b) for a in days for b in others)):
        return True
    if _parted(told.lengths, cluster.of("lengths")):
        return True
    if _was_over(told, cluster) or _is_another_name(told, cluster):
        return True
    if not told.mention.definite and _is_older(told, cluster):
        return True
    if not told.mention.definite and _holds_long_before(told, cluster):
        return True
    here, there = told.included, cluster.regions("included")
    return bool(here and there) and not any(_touches(a, b) for a in here for b in there)


def _is_otherwise_named(told: Evidence, cluster: Cluster) -> bool:
    """Whether it has another number in a row than the pause, or another feast, or is said to be somebody else's."""
    if _is_of_another(told, cluster):
        return True
    return _parted(told.numbers, cluster.of("numbers")) or _parted(told.occasions, cluster.of("occasions"))


def _is_of_another(told: Evidence, cluster: Cluster) -> bool:
    """Whether one of the two is the own pause of a side that has no part in the other."""
    owners, known = told.owners, cluster.of("owners")
    behind, own_behind = cluster.of("parties") | cluster.of("declarers"), told.parties | told.declarers
    if owners and known:
        return not (owners & known or owners & cluster.of("declarers"))
    if owners:
        # A declarer may have mediated, so that one who points back may mean what was declared for others.
        if told.mention.definite:
            return bool(cluster.of("parties")) and not owners & behind
        # what two keep is nobody's own
        return bool(behind) and (not owners & behind or len(cluster.of("parties")) > 1)
    return bool(known and told.parties) and not known & own_behind


def _is_older(told: Evidence, cluster: Cluster) -> bool:
    """Whether a mention's pause began before the one of the cluster was wanted; a month or a year tells of the past."""
    days = told.origins | told.starts
    wishes = cluster.of("wishes")
    if any(precedes(day, wish) for day in days for wish in wishes):
        return True
    return not cluster.real and any(len(day) < len("2000-01-01") for day in days)


def _is_another_name(told: Evidence, cluster: Cluster) -> bool:
    """Whether a mention brings an adjective of its own and tells of its own beginning (`gencatan senjata singkat`)."""
    if told.mention.definite or not told.real or not cluster.real or not (told.starts or told.origins):
        return False
    own, known = told.starts | told.origins, cluster.of("starts") | cluster.of("origins")
    if not known:
        # A month or a year tells of the past.
        apart = all(len(day) < len("2000-01-01") for day in own)
    else:
        apart = all(precedes(a[:7], b) or precedes(b[:7], a) for a in own for b in known)
    return apart and not told.words <= cluster.words


def _was_over(told: Evidence, cluster: Cluster) -> bool:
    """Whether what a mention tells had ended, or was settled a month or more, before the pause began."""
    starts = cluster.of("starts")
    if any(precedes(over, start) for over in told.overs for start in starts):
        return True
    if not told.mention.definite and any(
        lie_long_apart(over, day) and precedes(over, day) for over in told.overs for day in cluster.of("origins")
    ):
        return True
    ended, own = cluster.of("overs"), told.origins | told.starts
    if ended and own and not told.mention.definite and all(precedes(over, day) for over in ended for day in own):
        return True
    return bool(told.origins and starts and not told.mention.definite) and all(
        precedes(origin[:7], start) for origin in told.origins for start in starts
    )


def _holds_long_before(told: Evidence, cluster: Cluster) -> bool:
    """Whether one of the two held a month or more before anybody made the other."""
    pairs = ((told.starts, cluster.of("origins")), (cluster.of("starts"), told.origins))
    return any(
        starts and days and all(precedes(a, b) and lie_long_apart(a, b) for a in starts for b in days)
        for starts, days in pairs
    )


def _parted(some: set[str], others: set[str]) -> bool:
    """Whether two sets of values, neither empty, hold no two that can be the same."""
    return bool(some and others) and not any(a.startswith(b) or b.startswith(a) for a in some for b in others)


def _touches(one: Region, other: Region) -> bool:
    """Whether two regions are one, or one lies within the other."""
    if one.id == other.id or one.name.casefold() == other.name.casefold():
        return True
    if "country" in (one.kind, other.kind):
        return one.country is None or one.country == other.country
    return one.within == other or other.within == one
