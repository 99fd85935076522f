"""How an article leaves a pause: from its events, its mentions and its days."""

from __future__ import annotations

from ceasefire_id.scope.antecedents import Arrangement
from ceasefire_id.scope.context import bucket, frames, predicate
from ceasefire_id.scope.cues import cues
from ceasefire_id.scope.outcome import Outcome
from ceasefire_id.scope.view import View

__all__ = ["features_of_status"]


def features_of_status(view: View, arrangement: Arrangement, outcome: Outcome) -> list[str]:
    """How an article leaves a pause."""
    mine = [e for e in outcome.events if e.pause is arrangement]
    types = [e.type for e in mine]
    out = [f"has={t}" for t in sorted(set(types))] + [f"n={bucket(len(types))}"]
    if types:
        out += [f"last={types[-1]}", f"first={types[0]}", f"pair={'>'.join(types[-2:])}"]
        kinds = "+".join(sorted(set(types)))
        out.append(f"all={kinds}")
    else:
        out.append("untold")
    strong = [t for t in types if t not in ("demanded", "negotiated", "confirmed", "rejected")]
    out.append(f"laststrong={strong[-1] if strong else None}")
    out += [
        f"contrast={arrangement.contrast}",
        f"wanted={arrangement.wanted}",
        f"mentions={bucket(len(arrangement.phrases))}",
    ]
    out += [f"contrast={arrangement.contrast}|laststrong={strong[-1] if strong else None}"]
    out.append(f"definite={all(p.definite for p in arrangement.phrases)}")
    for phrase in arrangement.phrases:
        for f in predicate(view, phrase.first, phrase.end):
            if f.startswith(("f=", "fact=", "v=")):
                out.append(f)
        if phrase.governor >= 0:
            out += [f"gov~{f}" for f in frames(view, phrase.governor)]
        rng = view.sentence_range(view.sentence[phrase.first])
        out += [f"w={view.folded[n]}" for n in rng if view.folded[n] in cues()["states"]]
    last = arrangement.phrases[-1]
    out += [f"L{f}" for f in predicate(view, last.first, last.end)]
    published = view.document.published.isoformat() if view.document.published else ""
    for slot in ("starts", "ends", "announced"):
        names = outcome.roles.get((arrangement.number, slot), [])
        value = next((v for n in names if (v := getattr(n.mention, "value", None)) and v[:4].isdigit()), "")
        out.append(f"{slot}={_when(value, published)}")
    for role in ("declared_by", "parties", "brokers"):
        out.append(f"{role}={min(len(outcome.roles.get((arrangement.number, role), [])), 2)}")
    out.append(f"order={'first' if arrangement.number == 0 else 'later'}")
    return out


def _when(value: str, published: str) -> str:
    """How a day stands to that of publication: after it, before it in its year, or in another year."""
    if not value:
        return "none"
    if value[:10] > published[: len(value[:10])]:
        return "after"
    return "old" if value[:4] != published[:4] else "before"
