"""Who says what a verb tells of a pause: the subject of a verb of saying, `menurut X`, `…, kata X`, who is quoted."""

from __future__ import annotations

from typing import Final

import attrs

from ceasefire.mentions import ActorMention
from ceasefire_id.scope.ground import Ground

__all__ = ["Source", "source_of"]

#: verbs of saying behind what is said
_TAGS: Final = frozenset(
    ("kata", "ujar", "ucap", "tutur", "tegas", "klaim", "lapor", "ungkap", "sebut", "jelas", "tulis", "papar")
)


@attrs.frozen
class Source:
    """Somebody who says it; null where only the statement around it tells who."""

    actor: ActorMention | None
    #: the verb of saying, as a word number; -1 where none governs what is said
    verb: int = -1

    @property
    def governs(self) -> bool:
        """Whether a verb of saying governs it (`S mengatakan P berlaku`)."""
        return self.verb >= 0


def source_of(ground: Ground, verb: int, outer: int | None, say: frozenset[str]) -> Source | None:
    """The source of what a verb tells; none where the narrator tells it. `outer` is the verb that governs it."""
    if outer is not None and ground.word(outer) in say:
        return Source(ground.subject(outer), outer)
    start = ground.sentence(verb).start
    if ground.word(start) in ("menurut", "bagi") and (named := ground.at(ActorMention, start + 1)):
        return Source(named)
    after = ground.syntax.verb_after(verb)
    tagged = after is not None and ground.word(after) in _TAGS and "," in ground.gap(after)
    return Source(None) if tagged or ground.quoted(verb) else None
