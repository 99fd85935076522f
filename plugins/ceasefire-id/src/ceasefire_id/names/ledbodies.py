"""Groups inside the office of who leads or speaks for them: `pemimpin FARC X`, `panglima Front Moro (FM) X`.

They make no actor of the report by themselves (who acts is X), but a fact may point at them: X signs for the group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ceasefire_id.names.drafts import ActorDraft, Draft
from ceasefire_id.names.tokens import Tokens

__all__ = ["bodies_led"]


def bodies_led(tokens: Tokens, drafts: Iterable[Draft]) -> Iterator[ActorDraft]:
    """The armed groups that lists know, one for each person in whose office one stands."""
    for draft in drafts:
        if not isinstance(draft, ActorDraft) or draft.kind != "person" or not draft.office:
            continue
        for number in range(draft.first + 1, draft.end - 1):
            match = tokens.match(number)
            sense = match.sense("actor") if match else None
            if match is not None and sense is not None and sense.kind == "armed_group" and match.end < draft.end:
                yield ActorDraft(
                    first=match.first,
                    end=match.end,
                    rule="led",
                    name=tokens.shown(match.first, match.end),
                    kind=sense.kind,
                    country=sense.country,
                    identity=sense.identity,
                    number="many",
                    listed=False,
                )
                break
