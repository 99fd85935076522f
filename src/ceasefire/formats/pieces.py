"""What the parts of a reading are put together from: styles, and text that is safe to show."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from ceasefire.models import Actor, Reference, Region

__all__ = ["LEVELS", "STYLES", "actor_name", "called", "grid", "in_words", "on_one_line", "region_name", "safe"]

# Each layer differs from the others without colour too, where the terminal has none.
STYLES = {
    "statement": "italic",
    "actor": "bold green",
    "region": "bold underline yellow",
    "time": "underline cyan",
    "pause": "bold reverse blue",
    "casualty": "underline reverse red",
}
LEVELS = {"error": "bold red", "warning": "yellow", "info": "dim"}

# What steers a terminal is shown, not sent: controls by their pictures, lone surrogates and overrides of the
# direction of writing by the replacement mark. One code point for one, so that offsets stay.
_SHOWN = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n\r"},
    0x0D: " ",
    0x7F: "␡",
    **dict.fromkeys([*range(0x80, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def safe(text: str) -> str:
    """Text that steers no terminal, one code point for one."""
    return text.translate(_SHOWN)


def grid() -> Table:
    """A table without lines."""
    return Table.grid(padding=(0, 2, 0, 0))


def actor_name(actor: Actor) -> Text:
    """The name of an actor in the style of its layer."""
    return Text(safe(actor.name), STYLES["actor"])


def region_name(region: Region) -> Text:
    """The name of a region in the style of its layer, which is that of the words alone: a cell is not underlined."""
    return Text().append(safe(region.name), STYLES["region"])


def called(mentions: Iterable[Reference], but: str | None = None) -> Text:
    """The different words that the text has for something, in order."""
    words = dict.fromkeys(on_one_line(mention.text) for mention in mentions)
    return Text(", ".join(word for word in words if word != but), "not bold dim")


def in_words(value: str) -> str:
    """A value of a closed list as words."""
    return safe(value.replace("_", " "))


def on_one_line(text: str) -> str:
    """Words on one line."""
    return safe(" ".join(text.split()))
