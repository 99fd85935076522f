"""Names behind what counts them: `empat negara sahabat: A, B, C, dan D`, `delapan kelompok, di antaranya A dan B`."""

from __future__ import annotations

from typing import Final

from ceasefire.mentions import ActorMention, TimeMention
from ceasefire_id.scope.ground import Ground

__all__ = ["names_counted"]

#: words that count
_COUNTS: Final = frozenset(
    ("dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "kedua", "ketiga", "keempat")
) | frozenset(
    ("kelima", "keenam", "ketujuh", "sejumlah", "beberapa", "berbagai", "semua", "belasan", "para", "sebelas")
)
#: how many words stand between the count and the names
_APART: Final = 8
#: words right before the names
_NAMELY: Final = frozenset(("yakni", "yaitu", "termasuk", "seperti", "antaranya", "lain", "ialah"))
_LEADING: Final = frozenset(("di", "antara", "antaranya", "lain", "yakni", "yaitu", "termasuk", "seperti", "terutama"))


def names_counted(ground: Ground, number: int) -> list[ActorMention]:
    """The actors whom the words that begin at a word only count, in the order of the text; none where none follow."""
    if ground.word(number) not in _COUNTS:
        return []
    stop = min(number + _APART, ground.sentence(number).stop)
    for after in range(number + 1, stop):
        set_off = ground.marked(after, ",:(–")
        if not set_off and ground.word(after - 1) not in _NAMELY:
            if ground.syntax.is_verb(after) or ground.marked(after, ";."):
                return []
            continue
        first = after
        while ground.word(first) in _LEADING:
            first += 1
        named = ground.at(ActorMention, first)
        if named is None or ground.at(TimeMention, first) is not None:
            return []
        listed = ground.coordinated(named)
        # A lone name in apposition is another name of one, not several.
        return listed if len(listed) > 1 or first > after else []
    return []
