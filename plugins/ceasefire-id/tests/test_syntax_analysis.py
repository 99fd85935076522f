"""What the analysis of sentences must give: sentences with their roles, and the same with something set into them.

An adverb, a tag of speech, a bracket or a relative clause changes no role of the clause that it is set into.
Sentences and insertions are in `parses/`; `parses/wanting.toml` lists the cases that fail today.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
import tomli

from ceasefire.document import Document
from ceasefire_id.language import Indonesian
from ceasefire_id.syntax.analysis import Analysis, analysis_of
from ceasefire_id.syntax.predication import Predication

PARSES = Path(__file__).parent / "parses"
NAMES = {"subj": "subject", "obj": "object", "light": "light_noun"}
TEXTUAL = ("kind", "voice", "lemma", "link")


def load(name: str) -> dict[str, str]:
    """The tables of a file of parses."""
    return tomli.loads((PARSES / f"{name}.toml").read_text("utf-8"))


@attrs.frozen
class Case:
    """A sentence and what must be found in it."""

    text: str
    facts: str


def base_cases() -> Iterator[Case]:
    """The sentences as they stand; `|` is left in them."""
    for table in load("sentences").values():
        for line in table.strip().splitlines():
            text, _, facts = line.partition(" => ")
            yield Case(text, facts)


def grown_cases() -> Iterator[Case]:
    """Each sentence plain, and with each insertion."""
    insertions = load("insertions")
    for base in base_cases():
        yield Case(base.text.replace(" |", "").replace("|", ""), base.facts)
        before, _, after = base.text.partition(" |")
        for pattern in insertions["behind_the_subject"].strip("\n").splitlines():
            if not before.endswith(","):
                yield Case(before + pattern + after, base.facts)
        for pattern in insertions["behind_the_sentence"].strip("\n").splitlines():
            whole = (before + after).rstrip(".")
            yield Case(whole + pattern, base.facts)


def wanting() -> frozenset[str]:
    """The texts of the cases that fail today."""
    return frozenset(load("wanting")["texts"].strip().splitlines())


def number_of(document: Document, word: str) -> int:
    """The number of a word; `word#2` is the second that reads so."""
    name, _, nth = word.partition("#")
    return document.words.index[name][int(nth or 1) - 1]


def read(document: Document, predication: Predication, role: str) -> str:
    """What stands in a role, as a word; `-` where nothing does."""
    if role in TEXTUAL:
        return str(getattr(predication, role)) or "-"
    if role == "negation":
        return predication.factuality.negation
    if hasattr(predication, NAMES.get(role, role)):
        number = getattr(predication, NAMES.get(role, role))
    else:
        number = predication.oblique("" if role == "when" else role)
    return "-" if number is None else document.words.folded[number]


def holds(predication: Predication, word: str) -> bool:
    """Whether a predication is what a word says: `negated`, `!negated`, `possible`."""
    name, facts = word.lstrip("!"), predication.factuality
    found = facts.modality == name if name in ("possible", "necessary") else bool(getattr(facts, name))
    return found != word.startswith("!")


def faults(case: Case) -> list[str]:
    """What the analysis gives otherwise than a case wants."""
    document = Document(case.text, Indonesian())
    analysis = analysis_of(document)
    found: list[str] = []
    for fact in case.facts.split("; "):
        if fact.startswith("{"):
            members = [number_of(document, word) for word in fact.strip("{}").split()]
            missing = set(members) - set(analysis.coordination(members[0]))
            found += [f"set {fact}"] if missing else []
            continue
        word, _, rest = fact.partition(": ")
        found += faults_of(document, analysis, word, rest.split())
    return found


def faults_of(document: Document, analysis: Analysis, word: str, wants: list[str]) -> list[str]:
    """What one predication gives otherwise."""
    predication = analysis.predication_at(number_of(document, word))
    if predication is None:
        return [f"no predication at {word}"]
    found = []
    for want in wants:
        role, equals, value = want.partition("=")
        if not equals:
            found += [] if holds(predication, want) else [f"{word}: {want}"]
        elif (given := read(document, predication, role)) != value:
            found.append(f"{word}: {want}, not {given}")
    return found


CASES = list(grown_cases())
WANTING = wanting()


@pytest.mark.parametrize("case", [case for case in CASES if case.text not in WANTING], ids=lambda case: case.text)
def test_roles(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize("case", [case for case in CASES if case.text in WANTING], ids=lambda case: case.text)
def test_roles_that_are_wanting(case: Case) -> None:
    wrong = faults(case)
    if wrong:
        pytest.xfail("; ".join(wrong))


def test_what_is_wanting_is_a_case() -> None:
    assert {case.text for case in CASES} >= WANTING


def test_there_are_many_cases() -> None:
    assert len(CASES) > 600
    assert len(WANTING) < len(CASES) / 4
