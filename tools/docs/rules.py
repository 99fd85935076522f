"""A page a rule family, from the corpora: each sentence with what it must give, traps apart."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ceasefire.testing import Gold, parse_gold

__all__ = ["rule_pages"]

#: families in the order in which they read, with what each reads
_FAMILIES = {
    "numbers": "Figures in digits and words, their bounds, and what they measure.",
    "dates": "Time expressions and their TIMEX3 values.",
    "names": "Actors and regions, with kind, country and other names.",
    "casualties": "How many people were harmed, who they are, who says so.",
    "pauses": "Which stoppings of fighting there are, of what kind, from when until when.",
    "scope": "Where and for whom a pause holds, what it leaves out, whom it binds, who brokered it.",
    "events": "What happened to a pause, in the order of the text.",
    "statements": "Who said what, with what stance on which pause.",
}
_LISTS = ("times", "numbers", "actors", "regions", "casualties", "pauses", "statements", "diagnostics")
_NAMING = ("text", "name", "label", "code")

_INDEX = """# Rules and their sentences

The Indonesian rules are documented by the sentences that test them. Each page shows those of one family: what a
sentence must give, or, for a *trap*, why it must give nothing. All sentences are invented. The files stand in
`plugins/ceasefire-id/corpus/`; whoever knows Indonesian can read and extend them without programming, and every run of
the tests reads each sentence. *Gaps* are sentences that are not read so yet; they stand in the folder `gaps` beside the
others, and on no page.

| family | reads | sentences | of them traps | gaps |
| --- | --- | --- | --- | --- |
"""


def rule_pages(corpus: Path) -> dict[str, str]:
    """The pages by name, `index` among them."""
    pages = {"index": _INDEX}
    for family, what in _FAMILIES.items():
        cases = {path.stem: _cases(path) for path in sorted((corpus / family).glob("*.toml"))}
        everything = [case for group in cases.values() for case in group]
        traps = sum("trap" in case for case in everything)
        gaps = sum(len(_cases(path)) for path in (corpus / "gaps" / family).glob("*.toml"))
        pages["index"] += f"| [{family}]({family}.md) | {what} | {len(everything)} | {traps} | {gaps} |\n"
        pages[family] = _page(family, what, cases)
    return pages


def _cases(path: Path) -> list[dict[str, Any]]:
    return list(tomllib.loads(path.read_text("utf-8")).get("case", ()))


def _page(family: str, what: str, groups: Mapping[str, list[dict[str, Any]]]) -> str:
    lines = [f"# {family.capitalize()}\n", f"{what}\n"]
    for group, cases in groups.items():
        lines.append(f"## {group.replace('_', ' ').capitalize()}\n")
        for case in cases:
            lines += _shown(case)
    return "\n".join(lines) + "\n"


def _shown(case: Mapping[str, Any]) -> Iterator[str]:
    gold = parse_gold(case["gold"]) if "gold" in case else Gold(str(case.get("text", "")), ())
    yield f"- {_plain(gold.text)}"
    if "trap" in case:
        yield f"    - *trap: {_plain(str(case['trap']))}*"
    for mark in gold.marks:
        fields = ", ".join(f"{name} {_value(value)}" for name, value in mark.fields.items())
        yield f"    - {mark.layer} **{_plain(gold.text[mark.span.start : mark.span.end])}** {fields}".rstrip()
    for name in _LISTS:
        for item in case.get(name, ()):
            yield f"    - {_item(item)}"
    yield ""


def _item(item: Mapping[str, Any]) -> str:
    called = next((f"**{_plain(str(item[field]))}**" for field in _NAMING if field in item), "")
    rest = ", ".join(f"{key} {_value(value)}" for key, value in item.items() if key not in _NAMING)
    return f"{called} {rest}".strip()


def _value(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_item(v) if isinstance(v, dict) else _plain(str(v)) for v in value) or "none"
    if isinstance(value, dict):
        return _item(value)
    return f"`{value}`"


def _plain(text: str) -> str:
    """A text in which Markdown sees no markup."""
    text = " ".join(text.split())
    for sign in "\\`*_[]<>#|{}":
        text = text.replace(sign, f"\\{sign}" if sign not in "<>" else {"<": "&lt;", ">": "&gt;"}[sign])
    return text
