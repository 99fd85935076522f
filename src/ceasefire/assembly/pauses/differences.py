"""What tells a mention from a pause already spoken of: another day, other parties, another owner, a place elsewhere."""

from __future__ import annotations

from ceasefire.assembly.pauses.arithmetic import lie_long_apart, precedes
from ceasefire.assembly.pauses.clusters import Cluster
from ceasefire.assembly.pauses.evidence import Evidence
from ceasefire.models import Region

__all__ = ["conflict", "is_otherwise_named", "share_a_name", "touches"]

#: what a pause has but one of
_SINGLE = ("declarers", "starts", "lengths")
#: what became of a pause that is no more what somebody asks for
_FAILED = frozenset(("violated", "ended", "suspended"))


def conflict(told: Evidence, cluster: Cluster) -> bool:
    """Whether what is told of a mention cannot be true of the pause."""
    if is_otherwise_named(told, cluster):
        return True
    if any(_differ(told, cluster, name) for name in _SINGLE if getattr(told, name)):
        return True
    parties, known = told.parties, cluster.of("parties") if told.parties else set[str]()
    if parties and known and not (parties <= known or known <= parties):
        return True
    # Sides of one deal may agree to it on different days, of one month.
    same_sides = bool(parties) and parties <= known
    days, others = told.origins, cluster.of("origins") if told.origins else set[str]()
    if _parted(days, others) and not (same_sides and any(not lie_long_apart(a, b) for a in days for b in others)):
        return True
    if told.declarers and _is_declared_by_others(told, cluster):
        return True
    if _was_over(told, cluster) or _is_another_name(told, cluster):
        return True
    if not told.mention.definite and _is_older(told, cluster):
        return True
    if not told.mention.definite and _holds_long_before(told, cluster):
        return True
    here, there = told.included, cluster.regions("included") if told.included else []
    return bool(here and there) and not any(touches(a, b) for a in here for b in there)


def is_otherwise_named(told: Evidence, cluster: Cluster) -> bool:
    """Whether it has another number in a row than the pause, or another feast, or is said to be somebody else's."""
    if _is_of_another(told, cluster):
        return True
    return _is_named(told) and (_differ(told, cluster, "numbers") or _differ(told, cluster, "occasions"))


def share_a_name(told: Evidence, cluster: Cluster) -> bool:
    """Whether both are said to be for one feast, or to be the same in a row."""
    if not _is_named(told):
        return False  # asked of every pair of a mention and a pause
    return bool(told.occasions & cluster.of("occasions") or told.numbers & cluster.of("numbers"))


def _is_named(told: Evidence) -> bool:
    return told.mention.number is not None or told.mention.occasion is not None


def _differ(told: Evidence, cluster: Cluster, name: str) -> bool:
    """Whether both hold values of a field, none of which can be the same."""
    return _parted(getattr(told, name), cluster.of(name))


def _is_of_another(told: Evidence, cluster: Cluster) -> bool:
    """Whether one of the two is the own pause of a side that has no part in the other."""
    owners, known = told.owners, cluster.of("owners")
    if not (owners or known):
        return False
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


def _is_declared_by_others(told: Evidence, cluster: Cluster) -> bool:
    """Whether somebody declares by another name what is no deal of theirs; who mediated would call it by the same."""
    if told.mention.definite or told.words & cluster.words:
        return False
    parties = cluster.of("parties")
    return len(parties) > 1 and not told.declarers & parties


def _is_older(told: Evidence, cluster: Cluster) -> bool:
    """Whether a mention's pause began before the one of the cluster was wanted; a month or a year tells of the past."""
    days = told.origins | told.starts
    if not days:
        return False
    wishes = cluster.of("wishes")
    if any(precedes(day, wish) for day in days for wish in wishes):
        return True
    if not told.event_types.isdisjoint(_FAILED) and any(precedes(a, b) for a in days for b in cluster.of("asked")):
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
    if not (told.overs or told.origins or told.starts):
        return False
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
    if not (told.starts or told.origins):
        return False
    pairs = ((told.starts, cluster.of("origins")), (cluster.of("starts"), told.origins))
    return any(
        starts and days and all(precedes(a, b) and lie_long_apart(a, b) for a in starts for b in days)
        for starts, days in pairs
    )


def _parted(some: set[str], others: set[str]) -> bool:
    """Whether two sets of values, neither empty, hold no two that can be the same."""
    return bool(some and others) and not any(a.startswith(b) or b.startswith(a) for a in some for b in others)


def touches(one: Region, other: Region) -> bool:
    """Whether two regions are one, or one lies within the other."""
    if one.id == other.id or one.name.casefold() == other.name.casefold():
        return True
    if "country" in (one.kind, other.kind):
        return one.country is None or one.country == other.country
    return one.within == other or other.within == one
