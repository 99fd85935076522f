"""Corpora: sentences in TOML with what they must give, layer by layer.

::

    [defaults]                     # for all cases of the file
    published = "2025-11-12"

    [[case]]
    gold = "Jeda {72 jam|time type=DURATION value=PT72H} dimulai {Senin (10/11)|time value=2025-11-10}."

    [[case]]
    rule = "id-dates:weekday-bracket"     # optional: the rule that must have read the first item expected
    text = "Pertemuan digelar Senin (10/11)."
    times = [{ text = "Senin (10/11)", type = "DATE", value = "2025-11-10" }]

    [[case]]
    trap = "an age is no time"     # optional: why nothing is to be found
    gold = "Bocah 10 tahun itu selamat."
    layers = ["time"]

    [[case]]
    gap = "no word for eight years yet"     # optional: what the reading does not give today
    kind = "wording"                        # optional: "general" or "wording"
    gold = "Konflik itu berlangsung {sewindu|time type=DURATION value=P8Y}."

A case says what it wants in one of two ways, or both.

`gold` is the sentence with marks in it, as `ceasefire.testing.markup` describes. Each layer that a mark names must give
just what is marked; `layers` names those that must give nothing more although they have no mark. Layers are `time`,
`actor`, `region`, `casualty`, `pause`, `scope`, `event`, `statement` and `number`; with `source = "mentions"`, those
of the mentions that extractors give, a plugin's own too.

`text` is the bare sentence, and beside it stand lists, those of a report (`times`, `actors`, `regions`,
`casualties`, `pauses`, `statements`, `diagnostics`) and `numbers`. A list must hold exactly the items given, in the
order of the text; of each item only the fields stated are compared. A field that holds a model is compared by that
model's name, label or value, or by a table of its own fields; `min` and `max` of a casualty are those of its count;
`includes` and `excludes` of a pause list the names in its scope; `"none"` is null.

A case with a `gap` is right and not read so yet: under pytest it is expected to fail. `kind` says what a case shows: a
construction whose words may be exchanged (`general`), or one wording that has to be known (`wording`).

`published`, `timezone` and `language` (BCP 47, `"id"` where nothing is said) say how the sentence is read.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

import attrs
import regex

from ceasefire.dating import DEFAULT_TIMEZONE
from ceasefire.testing.errors import CorpusError
from ceasefire.testing.markup import Gold, Mark, parse_gold
from ceasefire.testing.readings import LISTS, Source

__all__ = ["Case", "Kind", "WrongCase", "cases_of_file", "load_corpus"]

#: whether a case shows a construction whose words may be exchanged, or one wording
Kind = Literal["general", "wording"]

_SETTINGS = ("published", "timezone", "language")
_KEPT = ("source", "rule", "trap", "gap", "kind", *_SETTINGS)
_TEXTS = ("text", "gold", *_KEPT)
_OWN = (*_TEXTS, "layers")
_CASE = r"^[ \t]*+\[\[[ \t]*+case[ \t]*+\]\]"


@attrs.frozen
class Case:
    """One sentence (or paragraph) and what it must give."""

    file: Path
    #: counted from 1 within the file
    number: int
    #: without markup
    text: str
    #: lists by layer
    expected: Mapping[str, Sequence[Mapping[str, Any]]] = attrs.field(factory=dict)
    marks: tuple[Mark, ...] = ()
    #: further layers of marks that are compared
    layers: tuple[str, ...] = ()
    source: Source = "report"
    rule: str | None = None
    trap: str | None = None
    #: what the reading does not give today; null where the case must hold
    gap: str | None = None
    kind: Kind | None = None
    published: str | None = None
    timezone: str = DEFAULT_TIMEZONE
    language: str = "id"
    #: of the file, counted from 1; null where it cannot be told
    line: int | None = None

    @property
    def title(self) -> str:
        """Number and first words: `3 Pertemuan digelar Senin (10/11)`, without what pytest takes for its own signs."""
        words = " ".join(self.text.split()[:4]).replace("::", ":")
        return f"{self.number} {words}".rstrip(" .,:;")

    @property
    def name(self) -> str:
        """File, number and first words: `dates/weekdays#3 Pertemuan digelar Senin (10/11)`"""
        return f"{self.file.parent.name}/{self.file.stem}#{self.title}"

    @property
    def place(self) -> str:
        """Where it stands, for people: `corpus/dates/weekdays.toml, case 3 (line 14)`."""
        return _place(self.file, self.number, self.line)


@attrs.frozen
class WrongCase:
    """A case that cannot be used, and why; the others of its file can."""

    number: int
    line: int | None
    error: CorpusError


def load_corpus(path: Path) -> list[Case]:
    """The cases of a TOML file, or of all TOML files below a folder in the order of their paths.

    Raises `CorpusError` where there is none, or one that cannot be used.
    """
    files = [path] if path.is_file() else sorted(path.rglob("*.toml"))
    if not files:
        raise CorpusError(f"no corpus: there is no TOML file below {path}")
    return [_sound(case) for file in files for case in cases_of_file(file)]


def _sound(case: Case | WrongCase) -> Case:
    if isinstance(case, WrongCase):
        raise case.error
    return case


def cases_of_file(file: Path) -> Iterator[Case | WrongCase]:
    """Each case of a file, or why it cannot be used. Raises `CorpusError` for a file that cannot be read at all."""
    try:
        written = file.read_text("utf-8")
        content = tomllib.loads(written)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise CorpusError(f"{file}: {error}") from error
    if unknown := sorted(set(content) - {"defaults", "case"}):
        raise CorpusError(f"{file}: unknown table {unknown[0]!r}; a corpus has [defaults] and [[case]]")
    defaults, cases = content.get("defaults", {}), content.get("case", [])
    if not isinstance(defaults, Mapping) or not isinstance(cases, list):
        raise CorpusError(f"{file}: a corpus has one table [defaults] and a table [[case]] for each case")
    if not cases:
        raise CorpusError(f"{file}: it has no [[case]]")
    lines = _lines(written, len(cases))
    seen: dict[str, int] = {}
    for number, (fields, line) in enumerate(zip(cases, lines, strict=True), start=1):
        try:
            yield _new_case(_case(file, number, line, defaults, fields), seen)
        except CorpusError as error:
            yield WrongCase(number, line, error)


def _new_case(case: Case, seen: dict[str, int]) -> Case:
    """The case, which is remembered. Raises `CorpusError` for one that stood before."""
    wanted = (case.source, sorted(case.expected), case.marks, case.layers)
    key = repr((case.text, case.published, case.language, wanted))
    if seen.setdefault(key, case.number) != case.number:
        raise CorpusError(f"{case.place}: the same sentence and layers as case {seen[key]}")
    return case


def _lines(written: str, cases: int) -> list[int | None]:
    """The line of each case; null throughout where other text looks like the head of one."""
    found = [written.count("\n", 0, match.start()) + 1 for match in regex.finditer(_CASE, written, regex.MULTILINE)]
    return [*found] if len(found) == cases else [None] * cases


def _place(file: Path, number: int, line: int | None) -> str:
    return f"{file}, case {number}" + (f" (line {line})" if line else "")


def _case(file: Path, number: int, line: int | None, defaults: Mapping[str, Any], own: Mapping[str, Any]) -> Case:
    place = _place(file, number, line)
    fields = {**defaults, **own}
    _check_fields(place, fields)
    gold = _gold(place, fields)
    expected = {layer: fields[layer] for layer in LISTS if layer in fields}
    layers = tuple(fields.get("layers", ()))
    # Layers that stand in [defaults] are those of marked sentences.
    marked = "gold" in fields or "layers" in own
    if not expected and not (marked and (gold.marks or layers)):
        raise CorpusError(f"{place}: it expects nothing; mark what is wanted, or name a layer that must give nothing")
    return Case(
        file=file,
        number=number,
        text=gold.text,
        expected=expected,
        marks=gold.marks,
        layers=layers if marked else (),
        line=line,
        **{key: fields[key] for key in _KEPT if key in fields},
    )


def _gold(place: str, fields: Mapping[str, Any]) -> Gold:
    if "text" in fields and "gold" in fields:
        raise CorpusError(f"{place}: it has both text and gold; gold is the text with its marks")
    if "gold" not in fields:
        if "text" not in fields:
            raise CorpusError(f"{place}: it has no text; write text, or gold with marks in it")
        return Gold(fields["text"], ())
    try:
        return parse_gold(fields["gold"])
    except CorpusError as error:
        raise CorpusError(f"{place}: {error}") from None


def _check_fields(place: str, fields: Mapping[str, Any]) -> None:
    """Raise `CorpusError` for a key that cases do not have or a value of a wrong type."""
    if unknown := sorted(set(fields) - {*_OWN, *LISTS}):
        raise CorpusError(f"{place}: unknown key {unknown[0]!r}; a case has {', '.join((*_OWN, *LISTS))}")
    for key in _TEXTS:
        if key in fields and not isinstance(fields[key], str):
            raise CorpusError(f"{place}: {key} must be text in quotation marks, not {fields[key]!r:.60}")
    layers = fields.get("layers", [])
    if not isinstance(layers, list) or not all(isinstance(layer, str) for layer in layers):
        raise CorpusError(f'{place}: layers must be a list of names, such as ["time"], not {layers!r:.60}')
    for layer in LISTS:
        items = fields.get(layer, [])
        if not isinstance(items, list) or not all(isinstance(item, Mapping) for item in items):
            raise CorpusError(f'{place}: {layer} must be a list of tables, such as [{{ text = "…" }}], or []')
    for key, values in (("source", get_args(Source)), ("kind", get_args(Kind))):
        if key in fields and fields[key] not in values:
            raise CorpusError(f'{place}: {key} is "{values[0]}" or "{values[1]}", not {fields[key]!r}')
