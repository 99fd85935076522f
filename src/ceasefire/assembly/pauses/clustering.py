"""Which pause mentions are one pause.

Mentions are taken in the order of the text; each joins a pause already spoken of or begins one. Two mentions are
one pause when they are the same arrangement; what tells them apart is a different day, other parties, another
declarer, a place elsewhere, or a word that sets them off (`Contrast`). The reason of each decision is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce

from ceasefire.assembly.pauses.arithmetic import are_far_apart
from ceasefire.assembly.pauses.clusters import PLAIN, Cluster, place_of
from ceasefire.assembly.pauses.differences import conflict, is_otherwise_named, share_a_name, touches
from ceasefire.assembly.pauses.evidence import Evidence
from ceasefire.mentions import PauseMention

__all__ = ["cluster_pauses"]


def cluster_pauses(
    mentions: Sequence[PauseMention], evidence: dict[int, Evidence], paragraph: Callable[[int], int]
) -> list[Cluster]:
    """The pauses of a text, each with its mentions, in the order of their first mention.

    `paragraph` gives the number of the paragraph that a position stands in.
    """
    decided = _decided(mentions, evidence)
    mentions = [mention for mention in mentions if mention.identity is None]
    clusters: list[Cluster] = []
    of = {id(mention): cluster for cluster in decided for mention in cluster.mentions}
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
    clusters += decided
    for cluster in clusters:
        cluster.sort()
    return sorted(clusters, key=lambda c: place_of(c.mentions[0]))


def _decided(mentions: Sequence[PauseMention], evidence: dict[int, Evidence]) -> list[Cluster]:
    """The pauses whose mentions their extractor has told apart itself."""
    by_identity: dict[tuple[str, str], Cluster] = {}
    for mention in mentions:
        if mention.identity is not None:
            key = (mention.by.partition(":")[0], mention.identity)
            by_identity.setdefault(key, Cluster()).add(mention, evidence[id(mention)], "told apart by its extractor")
    return list(by_identity.values())


def _ahead(mention: PauseMention, clusters: list[Cluster], paragraph: Callable[[int], int]) -> Cluster | None:
    """The pause that is named behind a mention in its own paragraph, where none is named before."""
    here = paragraph(mention.span.start)
    found = min(clusters, key=lambda c: place_of(c.mentions[0]), default=None)
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
    own = [c for c in recent if told.owners & c.of("owners") and not is_otherwise_named(told, c)]
    if own and mention.contrast is None and mention.dated is None and not _begins_elsewhen(told, own[0]):
        return own[0], "said to be of the same side"
    if mention.definite:
        near = [c for c in recent if not _begins_elsewhen(told, c) and not is_otherwise_named(told, c)]
        if recent and not near:
            return None, "points back, but began long before or after all others"
        gone = [c for c in near if c.contrast == "earlier"] if mention.contrast == "earlier" else []
        return _place_definite(told, gone or _standing_first(mention, near, paragraph))
    if mention.dated is not None and mention.dated.value:
        day = mention.dated.value
        return _first(recent, lambda c: _is_dated(c, day) and not conflict(told, c)), "a date of its own"
    if mention.contrast == "earlier":
        return _first(recent, lambda c: c.contrast == "earlier" and not conflict(told, c)), "an earlier one"
    if mention.contrast is not None and (mention.wanted or mention.contrast != "wider"):
        # Another one that is only asked for is none of those that are there.
        apart = mention.contrast == "other" and mention.wanted
        same = _first(
            recent, lambda c: c.contrast == mention.contrast and not (apart and c.real) and not conflict(told, c)
        )
        return same, f"set off as {mention.contrast}"
    if mention.contrast is not None:
        # told as there, though it may be wider than the one spoken of before
        return _first(recent, lambda c: c.contrast == mention.contrast and _fits(mention, told, c)), "set off as wider"
    words = told.words
    alike = sorted(
        recent,
        key=lambda c: (
            not share_a_name(told, c),
            c.real == mention.wanted,
            -len(told.parties & c.of("parties")),
            -len(words & c.words),
        ),
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


def _first(clusters: Iterable[Cluster], fits: Callable[[Cluster], bool]) -> Cluster | None:
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
    return not conflict(told, cluster)


def _seeks_what_is_left_out(mention: PauseMention, told: Evidence, cluster: Cluster) -> bool:
    """Whether talks about it are for a place that the pause leaves out, or that others want in it."""
    missing = cluster.regions("excluded") + cluster.regions("sought")
    return mention.kind == cluster.kind and any(touches(a, b) for a in told.sought for b in missing)
