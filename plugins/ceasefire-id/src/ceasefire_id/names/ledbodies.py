"""Sides inside the words for who acts for them: `pemimpin FARC X`, `panglima Front Moro (FM) X`, `wakil Fatah`.

They make no actor of the report by themselves (who acts is X), but a fact may point at them: X signs for the group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ceasefire_id.names.drafts import ActorDraft, Draft
from ceasefire_id.names.tokens import Tokens

__all__ = ["bodies_led"]

#: unnamed, these act for a group or a state; any other office stands for a group only
_DELEGATES: Final = frozenset(
    ("wakil", "utusan", "perwakilan", "perunding", "juru", "delegasi", "wakil-wakil", "utusan-utusan")
)


def bodies_led(tokens: Tokens, drafts: Sequence[Draft]) -> Iterator[ActorDraft]:
    """The groups that lists know in the offices of leaders; the groups and states of delegates without a name."""
    # `led` has read some of them.
    taken = {draft.first for draft in drafts if draft.kind == "armed_group"}
    for draft in drafts:
        if not isinstance(draft, ActorDraft) or draft.kind != "person":
            continue
        delegate = not draft.office and tokens.word(draft.first) in _DELEGATES
        body = _body(tokens, draft, delegate=delegate) if draft.office or delegate else None
        if body is not None and body.first not in taken:
            yield body


def _body(tokens: Tokens, draft: ActorDraft, *, delegate: bool) -> ActorDraft | None:
    for number in range(draft.first + 1, draft.end):
        match = tokens.match(number)
        sense = match.sense("actor", "state") if match else None
        if match is None or sense is None or match.end > draft.end - (not delegate):
            continue
        state = sense.sort == "state"
        if (state and delegate) or sense.kind == "armed_group":
            return ActorDraft(
                first=match.first,
                end=match.end,
                rule="led",
                name=sense.name if state and sense.alias else tokens.shown(match.first, match.end),
                kind="state" if state else sense.kind,
                country=sense.country,
                identity=sense.identity,
                number="one" if state else "many",
                listed=False,
            )
    return None
