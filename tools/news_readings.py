#!/usr/bin/env python3
"""Keep gold readings of news that belongs to others, without a word of it, and make them whole again beside the news.

usage: python tools/news_readings.py pack GOLD_DIR --news ../shared/news -o NAME.jsonl
       python tools/news_readings.py unpack NAME.jsonl... --news ../shared/news -o DIR

`pack` takes NAME.txt, NAME.gold.json and, where there is one, NAME.anchors.json, and writes a line a reading: spans and
names as [start, end] in the text, pauses as p1, p2, ..., and where the text stands with its SHA-256. A name that the
text does not hold is left out and reported by where it stood; one that is referred to becomes `n1`, `n2`, ...
`unpack` makes the files again, and none of them where a text is absent or another than was annotated.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

#: where a text stands in its file, besides `file`
PLACES = ("first_line", "last_line", "id", "line")
TIME = ("type", "value", "mod")
CASUALTY = ("outcome", "min", "max", "victims")
PAUSE = ("kind", "status", "announced", "starts", "ends", "duration")
EVENT = ("type", "duration", "date")
STATEMENT = ("form", "stance")
NAMED = {"actors": ("kind",), "regions": ("kind", "country")}
#: the lists of names that a pause has
SLOTS = ("declared_by", "parties", "brokers", "includes", "excludes")
#: the column of a table of headlines that holds the headline
HEADLINE = 2

#: an occurrence of a name; alternatives, any of which is right; the neutral name of one that the text does not hold
Span = list[int]
Name = Span | list[Span] | str
Json = dict[str, Any]


class NewsError(Exception):
    """Readings and news do not fit each other."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    packing = commands.add_parser("pack", help="gold readings into lines without words")
    packing.add_argument("gold", type=Path, metavar="GOLD_DIR")
    unpacking = commands.add_parser("unpack", help="lines into texts and gold readings")
    unpacking.add_argument("packed", type=Path, nargs="+", metavar="NAME.jsonl")
    for command in (packing, unpacking):
        command.add_argument("--news", type=Path, required=True, metavar="DIR", help="where the news lies")
        command.add_argument("-o", dest="out", type=Path, required=True, metavar="OUT")
    options = parser.parse_args(arguments)
    try:
        if options.command == "pack":
            for complaint in pack(options.gold, options.news, options.out):
                print(complaint, file=sys.stderr)
        else:
            unpack(options.out, options.packed, options.news)
    except NewsError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 1
    return 0


# ---- the news ----------------------------------------------------------------------------------------------------


@cache
def _lines(file: Path) -> tuple[str, ...]:
    try:
        return tuple(line.removesuffix("\r") for line in file.read_bytes().decode().split("\n"))
    except OSError as error:
        raise NewsError(f"{file} is not there; the news belongs to others and is no part of the project") from error


@cache
def _articles(file: Path) -> Mapping[str, str]:
    articles = (json.loads(line) for line in _lines(file) if line.strip())
    return {str(article["id"]): str(article["text"]) for article in articles}


def text_at(source: Mapping[str, Any], news: Path) -> str:
    """The text of a reading: lines of a file, an article of JSON Lines, a headline of a table."""
    file = news / source["file"]
    try:
        if "id" in source:
            return _articles(file)[source["id"]]
        if "line" in source:
            number: int = source["line"]
            return _lines(file)[number - 1].split("\t")[HEADLINE]
        lines = _lines(file)[source["first_line"] - 1 : source["last_line"]]
    except LookupError as error:
        place = ", ".join(f"{field} {source[field]}" for field in PLACES if field in source)
        raise NewsError(f"{file} has no {place or 'such place'}") from error
    return "\n".join(lines)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


# ---- packing -----------------------------------------------------------------------------------------------------


def pack(folder: Path, news: Path, out: Path) -> list[str]:
    """Write a line for each gold reading of a folder; what could not be kept is returned."""
    lines, complaints = [], []
    for file in sorted(folder.glob("*.gold.json")):
        gold = json.loads(file.read_text("utf-8"))
        anchored = file.with_name(file.name.replace(".gold.", ".anchors."))
        anchors = json.loads(anchored.read_text("utf-8")) if anchored.exists() else None
        text = file.with_name(file.name.replace(".gold.json", ".txt")).read_bytes().decode()
        if text != text_at(gold["source"], news):
            raise NewsError(f"{gold['id']}: {gold['source']['file']} holds another text than was annotated")
        packer = _Packer(gold, text)
        lines.append(json.dumps(packer.packed(anchors), separators=(",", ":")))
        complaints += packer.complaints
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")
    return complaints


class _Packer:
    """One reading with its text."""

    def __init__(self, gold: Mapping[str, Any], text: str) -> None:
        self._gold, self._text = gold, text
        self.complaints: list[str] = []
        self._keys = {pause["key"]: f"p{number}" for number, pause in enumerate(gold["pauses"], 1)}
        self._found: dict[str, Span | None] = {}
        #: by the folded names of a bearer: the first that the text holds, or the neutral one
        self._instead: dict[str, Span | str] = {}
        self._neutral = 0

    def packed(self, anchors: Mapping[str, Any] | None) -> Json:
        gold = self._gold
        source = {field: gold["source"][field] for field in ("file", *PLACES) if field in gold["source"]}
        named = {layer: list(self._bearers(layer)) for layer in NAMED}
        line: Json = {
            "id": gold["id"],
            "source": source | {"sha256": _digest(self._text)},
            "published": gold["published"],
            **({"published_guess": True} if gold.get("published_guess") else {}),
            "timezone": gold["timezone"],
            "times": [{"span": self._place(x)} | _only(x, TIME) for x in gold["times"]],
            "casualties": [
                {"span": self._place(x)} | _only(x, CASUALTY) | {"source": self._name(x["source"], f"casualties[{i}]")}
                for i, x in enumerate(gold["casualties"])
            ],
            "pauses": [self._pause(x) for x in gold["pauses"]],
            "statements": [self._statement(x, f"statements[{i}]") for i, x in enumerate(gold["statements"])],
        }
        for layer, bearers in named.items():  # neutral names are known only now
            line[layer] = [x for x in (self._told(x, layer) for x in bearers) if x is not None]
        if anchors is not None:
            line["anchors"] = self._anchors(anchors)
        return line

    # names

    def _bearers(self, layer: str) -> Iterator[tuple[Mapping[str, Any], list[Span]]]:
        """Each actor or region with those of its names that the text holds, the fullest first."""
        for i, bearer in enumerate(self._gold[layer]):
            spans: list[Span] = []
            for j, name in enumerate((bearer["name"], *bearer.get("aliases", []))):
                span = self._find(name)
                if span is None:
                    self._complain(f"{layer}[{i}].{f'aliases[{j - 1}]' if j else 'name'}")
                elif span not in spans:
                    spans.append(span)
            if spans:
                for name in (bearer["name"], *bearer.get("aliases", [])):
                    self._instead.setdefault(name.casefold(), spans[0])
            yield bearer, spans

    def _told(self, found: tuple[Mapping[str, Any], list[Span]], layer: str) -> Json | None:
        bearer, spans = found
        names: list[Name] = [*spans]
        if not names:
            known = (self._instead.get(name.casefold()) for name in (bearer["name"], *bearer.get("aliases", [])))
            names += dict.fromkeys(name for name in known if isinstance(name, str))
        return {"name": names[0], **_only(bearer, NAMED[layer]), "aliases": names[1:]} if names else None

    def _name(self, name: str | None, where: str) -> Name | None:
        """A name that is referred to; `A|B` are alternatives."""
        if name is None:
            return None
        spans: list[Span] = []
        neutral: str | None = None
        for option in name.split("|"):
            known = self._find(option) or self._instead.get(option.casefold())
            if known is None:
                self._complain(where)
            elif isinstance(known, str):
                neutral = known
            elif known not in spans:
                spans.append(known)
        if spans:
            return spans[0] if len(spans) == 1 else spans
        if neutral is None:
            self._neutral += 1
            neutral = f"n{self._neutral}"
            self._instead |= dict.fromkeys(map(str.casefold, name.split("|")), neutral)
        return neutral

    def _find(self, name: str) -> Span | None:
        """A place where a name is worded so: as a word if it can be, letter for letter if it can be."""
        if name not in self._found:
            exact = re.escape(name)
            loose = r"[^\w\n]{1,3}".join(map(re.escape, re.findall(r"\w+", name)))
            tried = ((rf"\b{exact}\b", 0), (exact, 0), (rf"\b{loose}\b", re.I), (loose, re.I))
            found = (re.search(pattern, self._text, flags) for pattern, flags in tried) if loose else ()
            match = next((match for match in found if match), None)
            self._found[name] = None if match is None else [*match.span()]
        return self._found[name]

    def _complain(self, where: str) -> None:
        self.complaints.append(f"{self._gold['id']}: {where} is not worded so in the text")

    # layers

    def _place(self, item: Mapping[str, Any]) -> Span:
        words, at = item.get("text") or item["head"], -1
        for _ in range(item.get("n", 1)):
            at = self._text.find(words, at + 1)
            if at < 0:
                raise NewsError(f"{self._gold['id']}: a span of the reading is not in its text")
        return [at, at + len(words)]

    def _pause(self, pause: Mapping[str, Any]) -> Json:
        key = self._keys[pause["key"]]
        slots = {slot: [self._name(x, f"{key}.{slot}[{i}]") for i, x in enumerate(pause[slot])] for slot in SLOTS}
        events = [self._event(x, f"{key}.events[{i}]") for i, x in enumerate(pause["events"])]
        label = self._name(pause["label"], f"{key}.label")
        return {"key": key, "label": label, **_only(pause, PAUSE), **slots, "events": events}

    def _event(self, event: Mapping[str, Any], where: str) -> Json:
        names = {field: self._name(event[field], f"{where}.{field}") for field in ("by", "region")}
        return _only(event, EVENT) | names

    def _statement(self, statement: Mapping[str, Any], where: str) -> Json:
        names = {x: self._name(statement[x], f"{where}.{x}") for x in ("speaker", "via") if x in statement}
        about = statement["about"] and self._keys[statement["about"]]
        head = {} if statement.get("text") else {"head": True}
        return {"span": self._place(statement), **head, **_only(statement, STATEMENT), "about": about, **names}

    def _anchors(self, anchors: Mapping[str, Any]) -> Json:
        return {
            "pauses": {self._keys[key]: [self._place(x) for x in places] for key, places in anchors["pauses"].items()},
            "other": [self._place(x) for x in anchors["other"]],
            "events": {
                self._keys[key]: [x and self._place(x) for x in places] for key, places in anchors["events"].items()
            },
        }


def _only(item: Mapping[str, Any], fields: Iterable[str]) -> Json:
    return {field: item[field] for field in fields if field in item}


# ---- unpacking ---------------------------------------------------------------------------------------------------


def unpack(folder: Path, files: Iterable[Path], news: Path) -> None:
    """Write `NAME.txt`, `NAME.gold.json` and, where there are anchors, `NAME.anchors.json` into a folder."""
    packed = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    texts = [text_at(line["source"], news) for line in packed]
    changed = [x["id"] for x, text in zip(packed, texts, strict=True) if _digest(text) != x["source"]["sha256"]]
    if changed:
        raise NewsError(f"the news in {news} is not what was annotated: the text differs of {', '.join(changed)}")
    folder.mkdir(parents=True, exist_ok=True)
    for line, text in zip(packed, texts, strict=True):
        anchors = line.pop("anchors", None)
        (folder / f"{line['id']}.txt").write_bytes(text.encode())
        _write(folder / f"{line['id']}.gold.json", _unpacked(line, text))
        if anchors is not None:
            _write(folder / f"{line['id']}.anchors.json", {"id": line["id"]} | _unpacked_anchors(anchors, text))


def _write(file: Path, content: Json) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8", newline="\n")


def _unpacked(line: Json, text: str) -> Json:
    def named(item: Json, *fields: str) -> Json:
        return item | {field: _worded(item[field], text) for field in fields if field in item}

    def placed(item: Json) -> Json:
        words = _words(item["span"], text)
        if item.get("head"):
            words["head"] = words.pop("text")
        return words | {field: item[field] for field in item if field not in ("span", "head")}

    def pause(item: Json) -> Json:
        slots = {slot: [_worded(name, text) for name in item[slot]] for slot in SLOTS}
        return named(item, "label") | slots | {"events": [named(event, "by", "region") for event in item["events"]]}

    return line | {
        "source": {field: line["source"][field] for field in line["source"] if field != "sha256"},
        "times": [placed(x) for x in line["times"]],
        "casualties": [named(placed(x), "source") for x in line["casualties"]],
        "pauses": [pause(x) for x in line["pauses"]],
        "statements": [named(placed(x), "speaker", "via") for x in line["statements"]],
        **{
            layer: [named(x, "name") | {"aliases": [_worded(name, text) for name in x["aliases"]]} for x in line[layer]]
            for layer in NAMED
        },
    }


def _unpacked_anchors(anchors: Json, text: str) -> Json:
    return {
        "pauses": {key: [_words(span, text) for span in spans] for key, spans in anchors["pauses"].items()},
        "other": [_words(span, text) for span in anchors["other"]],
        "events": {key: [span and _words(span, text) for span in spans] for key, spans in anchors["events"].items()},
    }


def _words(span: Span, text: str) -> Json:
    """What stands in a span, and the how manieth of its kind it is."""
    start, end = span
    words, n, at = text[start:end], 1, text.find(text[start:end])
    while at < start:
        n, at = n + 1, text.find(words, at + 1)
    return {"text": words, "n": n}


def _worded(name: Name | None, text: str) -> str | None:
    if name is None or isinstance(name, str):
        return name
    spans = [name] if isinstance(name[0], int) else name
    return "|".join(text[start:end] for start, end in spans)


if __name__ == "__main__":
    sys.exit(main())
