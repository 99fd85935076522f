"""Items drawn at random from the reading of many articles, for a person to judge.

    uv run tools/sample_items.py ARTICLES.jsonl... --layer times --seed 7 --number 150 > judge.tsv

One item a line: article, rule, what was read, and the words around it with the item between ⟨ and ⟩. The draw depends
on the seed, the articles and the rules alone, so it can be repeated.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ceasefire import Reader
from ceasefire.serialize import to_dict

LAYERS = ("times", "actors", "regions", "casualties", "pauses", "statements")
#: what a judge needs to see of an item, by layer
SHOWN = {
    "times": ("type", "value"),
    "actors": ("name", "kind"),
    "regions": ("name", "kind", "country"),
    "casualties": ("outcome", "count", "victims"),
    "pauses": ("label", "kind", "status"),
    "statements": ("form", "speaker", "stance"),
}
CONTEXT = 90


def main() -> None:
    """Read all articles, draw, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--layer", choices=LAYERS, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=150)
    arguments = parser.parse_args()
    rows = [row for path in arguments.articles for row in _rows(path, arguments.layer)]
    drawn = random.Random(arguments.seed).sample(rows, min(arguments.number, len(rows)))
    print(f"# {len(drawn)} of {len(rows)} {arguments.layer}, seed {arguments.seed}")
    for row in drawn:
        print("\t".join(row))


def _rows(path: Path, layer: str) -> Iterator[tuple[str, str, str, str]]:
    reader = Reader()
    for line in path.read_text("utf-8").split("\n"):
        if not line:
            continue
        fields = json.loads(line)
        report = to_dict(reader.read(fields["text"], fields.get("published"), id=fields.get("id")))
        names = {item["id"]: item["name"] for item in (*report["actors"], *report["regions"])}
        for item in report[layer]:
            span = item.get("span") or item["mentions"][0]["span"]
            read = ", ".join(_plain(item[field], names) for field in SHOWN[layer])
            yield report["article"]["id"], item.get("by", ""), read, _context(fields["text"], span)


def _plain(value: Any, names: dict[str, str]) -> str:
    if isinstance(value, dict):
        return f"{value['min']}..{value['max']}"
    return names.get(value, str(value)) if isinstance(value, str) else str(value)


def _context(text: str, span: dict[str, int]) -> str:
    start, end = span["start"], span["end"]
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return " ".join(f"{before}⟨{text[start:end]}⟩{after}".split())


if __name__ == "__main__":
    main()
