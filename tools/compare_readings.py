"""What a change of rules gains and loses: read the same articles with two commits and list the differences.

    uv run tools/compare_readings.py OLD NEW ARTICLES.jsonl... [--layer times] [--show 20]

OLD and NEW are commits, or `.` for the working tree as it is. Articles are lines as `ceasefire batch` takes them, or
folders of `NAME.txt` beside `NAME.gold.json`. For each layer and rule the report counts the items added, dropped and
altered, and shows some of each; items are the same where layer and span agree.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LAYERS = ("times", "actors", "regions", "casualties", "pauses", "statements")
#: fields of an item that say nothing of its meaning: ids move when an item before is added
_PLACES = ("id", "span", "text", "mentions")

Item = dict[str, Any]
Key = tuple[str, str, int, int]


def main() -> None:
    """Read with both commits, compare, print."""
    arguments = _arguments()
    articles = "".join(line + "\n" for path in arguments.articles for line in _lines(path))
    old, new = (_items(_read(revision, articles)) for revision in (arguments.old, arguments.new))
    for layer in [arguments.layer] if arguments.layer else LAYERS:
        _print_layer(layer, old, new, arguments.show)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("old", help="a commit, or . for the working tree")
    parser.add_argument("new", help="a commit, or . for the working tree")
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--layer", choices=LAYERS)
    parser.add_argument("--show", type=int, default=10, metavar="N", help="examples of each kind (default 10)")
    return parser.parse_args()


def _lines(path: Path) -> Iterator[str]:
    """Articles as lines of JSON."""
    if not path.is_dir():
        yield from filter(str.strip, path.read_text("utf-8").splitlines())
        return
    for gold in sorted(path.glob("*.gold.json")):
        head = json.loads(gold.read_text("utf-8"))
        text = gold.with_name(gold.name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
        fields = {"id": head["id"], "text": text, "published": head["published"], "timezone": head["timezone"]}
        yield json.dumps(fields, ensure_ascii=False)


def _read(revision: str, articles: str) -> list[Item]:
    """The reports of one commit, read in a checkout of its own."""
    if revision == ".":
        return _batch(Path.cwd(), articles)
    with tempfile.TemporaryDirectory() as folder:
        checkout = Path(folder) / "checkout"
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", checkout, revision], check=True)
        try:
            return _batch(checkout, articles)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", checkout], check=True)


def _batch(checkout: Path, articles: str) -> list[Item]:
    command = ["uv", "run", "--quiet", "--directory", str(checkout), "ceasefire", "batch"]
    run = subprocess.run(command, input=articles, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    if run.returncode:
        sys.exit(f"compare_readings: reading with {checkout} ended with status {run.returncode}")
    return [json.loads(line) for line in run.stdout.splitlines() if line.strip()]


def _items(reports: list[Item]) -> dict[Key, Item]:
    items: dict[Key, Item] = {}
    for report in reports:
        names = {item["id"]: item for layer in LAYERS for item in report.get(layer, ())}
        for layer in LAYERS:
            for item in report.get(layer, ()):
                span = item.get("span") or item["mentions"][0]["span"]
                key = (report["article"]["id"], layer, span["start"], span["end"])
                items[key] = _without_ids(item, names)
    return items


def _without_ids(item: Item, names: dict[str, Item]) -> Item:
    """The item with names in the place of ids, so that an item added before it does not alter it."""

    def named(value: Any) -> Any:
        if isinstance(value, str) and value in names:
            return names[value].get("name") or names[value].get("label") or names[value].get("text")
        if isinstance(value, list):
            return [named(v) for v in value]
        return {k: named(v) for k, v in value.items()} if isinstance(value, dict) else value

    fields: Item = {key: named(value) for key, value in item.items() if key not in _PLACES}
    return {"shown": item.get("text") or item.get("name") or item.get("label"), **fields}


def _print_layer(layer: str, old: dict[Key, Item], new: dict[Key, Item], show: int) -> None:
    before, after = ({key: item for key, item in items.items() if key[1] == layer} for items in (old, new))
    added = {key: after[key] for key in after.keys() - before.keys()}
    dropped = {key: before[key] for key in before.keys() - after.keys()}
    altered = {key: after[key] for key in after.keys() & before.keys() if after[key] != before[key]}
    print(f"{layer}: {len(before)} -> {len(after)}, {len(added)} added, {len(dropped)} dropped, {len(altered)} altered")
    for sign, items in (("+", added), ("-", dropped), ("~", altered)):
        for rule, count in Counter(item.get("by", layer) for item in items.values()).most_common():
            print(f"  {sign} {count:5} {rule}")
        for key in sorted(items)[:show]:
            change = f"  {_difference(before[key], after[key])}" if sign == "~" else ""
            print(f"    {sign} {key[0]} {key[2]}-{key[3]} {items[key]['shown']!r}{change}")


def _difference(before: Item, after: Item) -> str:
    changed = [field for field in after if before.get(field) != after[field]]
    return "; ".join(f"{field}: {before.get(field)!r} -> {after[field]!r}" for field in changed)


if __name__ == "__main__":
    main()
