"""Corpora: sentences in TOML with what they must give, layer by layer.

::

    [defaults]                     # for all cases of the file
    published = "2025-11-12"

    [[case]]
    rule = "id-dates:weekday-bracket"     # optional: the rule that must have read the first item expected
    text = "Pertemuan digelar Senin (10/11)."
    times = [{ text = "Senin (10/11)", type = "DATE", value = "2025-11-10" }]

    [[case]]
    trap = "an age is no time"     # optional: why nothing is to be found
    text = "Bocah 10 tahun itu selamat."
    times = []

A layer that a case names must give exactly the items listed, in the order of the text; of each item only the
fields stated are compared. Layers are the lists of a report (`times`, `actors`, `regions`, `casualties`,
`pauses`, `statements`, `diagnostics`) and `numbers`, which are mentions. A field that holds a model is compared by that
model's name, label or value; `min` and `max` of a casualty are those of its count; `includes` and `excludes`
of a pause list the names in its scope.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from ceasefire.dating import DEFAULT_TIMEZONE
from ceasefire.mentions import Mention, NumberMention
from ceasefire.models import Moment, Report, ScopePart
from ceasefire.reader import Reader

__all__ = ["Case", "CorpusError", "check_case", "load_corpus"]

_REPORT_LAYERS = ("times", "actors", "regions", "casualties", "pauses", "statements", "diagnostics")
_LAYERS = (*_REPORT_LAYERS, "numbers")
_SETTINGS = ("published", "timezone")
_OWN = ("text", "rule", "trap", *_SETTINGS)


class CorpusError(Exception):
    """A corpus file cannot be read: says which file, which case, and what is wrong with it."""


@attrs.frozen
class Case:
    """One sentence (or paragraph) and what it must give."""

    file: Path
    #: counted from 1 within the file
    number: int
    text: str
    expected: Mapping[str, Sequence[Mapping[str, Any]]]
    rule: str | None = None
    trap: str | None = None
    published: str | None = None
    timezone: str = DEFAULT_TIMEZONE

    @property
    def name(self) -> str:
        """File, number and the first words: `dates/weekdays#3 Pertemuan digelar Senin`."""
        words = " ".join(self.text.split()[:4])
        return f"{self.file.parent.name}/{self.file.stem}#{self.number} {words}"


def load_corpus(folder: Path) -> list[Case]:
    """All cases of all TOML files below a folder, in the order of their paths. Raises `CorpusError`."""
    files = sorted(folder.rglob("*.toml"))
    if not files:
        raise CorpusError(f"no corpus: there is no TOML file below {folder}")
    return [case for file in files for case in _cases(file)]


def _cases(file: Path) -> Iterator[Case]:
    try:
        content = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{file}: {error}") from error
    if unknown := sorted(set(content) - {"defaults", "case"}):
        raise CorpusError(f"{file}: unknown table {unknown[0]!r}; a corpus has [defaults] and [[case]]")
    defaults = content.get("defaults", {})
    seen: dict[str, int] = {}
    for number, fields in enumerate(content.get("case", ()), start=1):
        place = f"{file}, case {number}"
        case = _case(place, file, number, {**defaults, **fields})
        key = f"{case.text}|{case.published}|{sorted(case.expected)}"
        if key in seen:
            raise CorpusError(f"{place}: the same sentence and layers as case {seen[key]}")
        seen[key] = number
        yield case


def _case(place: str, file: Path, number: int, fields: Mapping[str, Any]) -> Case:
    if unknown := sorted(set(fields) - {*_OWN, *_LAYERS}):
        raise CorpusError(f"{place}: unknown key {unknown[0]!r}; a case has {', '.join((*_OWN, *_LAYERS))}")
    if not isinstance(fields.get("text"), str):
        raise CorpusError(f"{place}: it has no text")
    expected = {layer: fields[layer] for layer in _LAYERS if layer in fields}
    if not expected:
        raise CorpusError(f"{place}: it expects nothing; name a layer, with [] where it must give nothing")
    own = {key: fields[key] for key in _OWN if key in fields}
    return Case(file=file, number=number, expected=expected, **own)


def check_case(reader: Reader, case: Case) -> None:
    """Read the case's text and compare; raises `AssertionError` with all differences, layer by layer."""
    document, report = reader.read_with_document(case.text, case.published, timezone=case.timezone)
    faults: list[str] = []
    for layer, wanted in case.expected.items():
        got = document.of(NumberMention) if layer == "numbers" else getattr(report, layer)
        faults += _compare(layer, wanted, got, case.text)
    if case.rule and not faults:
        faults += _check_rule(case, report, document.of(NumberMention))
    if faults:
        raise AssertionError("\n".join([f"{case.name}", f"  {case.text}", *(f"  {fault}" for fault in faults)]))


def _compare(layer: str, wanted: Sequence[Mapping[str, Any]], got: Sequence[Any], text: str) -> Iterator[str]:
    shown = [_shown(item, text) for item in got]
    if len(wanted) != len(got):
        yield f"{layer}: expected {len(wanted)} {[w.get('text', w) for w in wanted]}, read {len(got)} {shown}"
        return
    for number, (want, item) in enumerate(zip(wanted, got, strict=True), start=1):
        for field, value in want.items():
            actual = _field(item, field, text)
            if not _agrees(value, actual, text):
                yield f"{layer} {number} {shown[number - 1]!r}: {field} expected {value!r}, read {_plain(actual)!r}"


def _agrees(wanted: Any, actual: Any, text: str) -> bool:
    """Whether a stated value agrees; in a list of tables each is compared by the fields stated. `"none"` is null."""
    if isinstance(wanted, list) and isinstance(actual, (list, tuple)):
        return len(wanted) == len(actual) and all(_agrees(w, a, text) for w, a in zip(wanted, actual, strict=True))
    if isinstance(wanted, Mapping):
        return all(_agrees(value, _field(actual, field, text), text) for field, value in wanted.items())
    return bool((None if wanted == "none" else wanted) == _plain(actual))


def _field(item: Any, field: str, text: str) -> Any:
    if field == "text" and isinstance(item, Mention):
        return text[item.span.start : item.span.end]
    if field in ("min", "max") and hasattr(item, "count"):
        return getattr(item.count, field)
    if field in ("includes", "excludes"):
        return getattr(item.scope, field)
    if not hasattr(item, field):
        raise CorpusError(f"a {type(item).__name__} has no field {field!r}")
    return getattr(item, field)


def _plain(value: Any) -> Any:
    """A model as the one word that stands for it in a corpus."""
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, ScopePart):
        return _plain(value.region or value.actor)
    if isinstance(value, Moment):
        return value.value
    for field in ("name", "label", "value", "type"):
        if attrs.has(type(value)) and hasattr(value, field):
            return getattr(value, field)
    return value


def _shown(item: Any, text: str) -> str:
    for field in ("text", "name", "label", "code"):
        if hasattr(item, field):
            return str(getattr(item, field))
    return text[item.span.start : item.span.end]


def _check_rule(case: Case, report: Report, numbers: Sequence[NumberMention]) -> Iterator[str]:
    layer = next(iter(case.expected))
    items = numbers if layer == "numbers" else getattr(report, layer)
    rule = getattr(items[0], "by", None) if items else None
    if rule != case.rule:
        yield f"{layer}: expected to be read by {case.rule}, was read by {rule}"
