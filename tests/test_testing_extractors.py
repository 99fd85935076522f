"""`check_extractor`: a sound extractor passes, and each way of breaking the contract is named."""

from __future__ import annotations

import datetime
import socket
import subprocess
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import regex

from ceasefire import Diagnostic, hookimpl
from ceasefire.document import Document
from ceasefire.mentions import Mention, NumberMention, TimeMention
from ceasefire.models import Span
from ceasefire.testing import ContractError, check_extractor
from ceasefire.vocabulary import Term

pytest_plugins = ["pytester"]

TEXTS = ["The pause ends on D+3.", "It was agreed on D+1 and D+14 by all of them."]


class DayCodes:
    """Sound: reads `D+3` as the third day after publication."""

    name = "monitor-days"
    language = "*"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset()
    gives: frozenset[type[Mention]] = frozenset({TimeMention})

    def __init__(self) -> None:
        self.code = regex.compile(r"D\+([0-9]{1,3})(?!\w)")

    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        for start in document.where("d"):
            if match := self.code.match(document.text, start):
                yield self.mention(document, Span(*match.span()), int(match[1]))

    def mention(self, document: Document, span: Span, days: int) -> TimeMention:
        day = document.published and document.published + datetime.timedelta(days=days)
        return TimeMention(span=span, by="monitor-days:code", type="DATE", value=day and day.isoformat())


def faults_of(extractor: Any, texts: list[str] = TEXTS, **options: Any) -> str:
    with pytest.raises(ContractError) as caught:
        check_extractor(extractor, texts, **{"fresh_interpreters": False, **options})
    assert "the extractor monitor-days" in str(caught.value)
    return "\n".join(caught.value.faults)


def test_a_sound_extractor_passes_in_fresh_interpreters_too() -> None:
    check_extractor(DayCodes, TEXTS)


# ---- what one reading shows --------------------------------------------------------------------------------------


class WithoutName(DayCodes):
    name = ""


class BeyondTheText(DayCodes):
    def mention(self, document: Document, span: Span, days: int) -> TimeMention:
        return super().mention(document, Span(span.start, span.end + 999), days)


class WithTheSpaceBefore(DayCodes):
    def mention(self, document: Document, span: Span, days: int) -> TimeMention:
        return super().mention(document, Span(max(0, span.start - 1), span.end), days)


class GivesNumbers(DayCodes):
    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        for mention in super().extract(document):
            assert isinstance(mention, Mention)
            yield NumberMention(span=mention.span, by=mention.by, min=1, max=1, bare=mention.span)


class TakesAnyDigit(DayCodes):
    """`²` is a digit to `str.isdigit` and none to `int`."""

    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        for word, start, end in zip(document.words.folded, document.words.starts, document.words.ends, strict=True):
            if word.isdigit():
                yield self.mention(document, Span(start, end), int(word) % 9)
        for sign in document.text:
            if sign.isdigit():
                int(sign)
        yield from super().extract(document)


class AsksTheNetwork(DayCodes):
    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        with suppress(Exception):
            socket.getaddrinfo("localhost", 80)
        return super().extract(document)


class StartsAProgram(DayCodes):
    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        subprocess.run(["true"], check=True)
        return super().extract(document)


@pytest.mark.parametrize(
    ("extractor", "fault"),
    [
        (WithoutName, "name"),
        (BeyondTheText, "outside the text"),
        (WithTheSpaceBefore, "white space at its edge: ' D+3'"),
        (GivesNumbers, "does not say it gives"),
        (TakesAnyDigit, "invalid literal for int()"),
        (AsksTheNetwork, "the outside world: socket.getaddrinfo"),
        (StartsAProgram, "the outside world: subprocess.Popen"),
    ],
)
def test_an_unsound_reading_is_named(extractor: Any, fault: str) -> None:
    if extractor is WithoutName:
        with pytest.raises(ContractError, match=fault):
            check_extractor(extractor, TEXTS, fresh_interpreters=False)
    else:
        assert fault in faults_of(extractor)


# ---- needs and gives ---------------------------------------------------------------------------------------------


class LooksAtNumbers(DayCodes):
    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        document.overlapping(NumberMention, Span(0, 1))
        return super().extract(document)


class UsesNumbers(LooksAtNumbers):
    uses = frozenset({NumberMention})


class NeedsNumbers(LooksAtNumbers):
    needs = frozenset({NumberMention})


class Numbers:
    """Gives a number for each digit."""

    name, language = "monitor-numbers", "*"
    needs: frozenset[type[Mention]] = frozenset()
    uses: frozenset[type[Mention]] = frozenset()
    gives: frozenset[type[Mention]] = frozenset({NumberMention})

    def extract(self, document: Document) -> Iterator[Mention]:
        for match in regex.finditer("[0-9]", document.text):
            span = Span(*match.span())
            yield NumberMention(span=span, by="monitor-numbers:digit", min=int(match[0]), max=int(match[0]), bare=span)


def test_looking_at_what_is_not_declared_is_named() -> None:
    assert "looks at NumberMention, which it names neither in needs nor in uses" in faults_of(LooksAtNumbers)
    check_extractor(UsesNumbers, TEXTS, fresh_interpreters=False)


def test_a_need_that_nobody_meets_is_named() -> None:
    assert "NumberMention" in faults_of(NeedsNumbers)
    check_extractor(NeedsNumbers, TEXTS, givers=[Numbers])


def test_plugins_that_meet_needs_may_be_objects_with_hooks() -> None:
    def plugin() -> SimpleNamespace:
        return SimpleNamespace(extractors=hookimpl(lambda: [Numbers()]))

    check_extractor(NeedsNumbers, TEXTS, givers=[plugin], fresh_interpreters=False)


def test_what_it_says_it_gives_must_come() -> None:
    assert "gave nothing on any of these texts" in faults_of(DayCodes, ["Nothing here."])
    both = type("Both", (DayCodes,), {"gives": frozenset({TimeMention, NumberMention})})
    assert "says that it gives NumberMention and gave none" in faults_of(both)


# ---- terms, and the tested extractor's own plugin ----------------------------------------------------------------


class NeverTimes(DayCodes):
    """Gives times of a type of its own."""

    def mention(self, document: Document, span: Span, days: int) -> TimeMention:
        return TimeMention(span=span, by="monitor-days:code", type="NEVER", value=None)


NEVER = Term("time_type", "NEVER", "no day at all")
PLUGIN = SimpleNamespace(extractors=hookimpl(lambda: [NeverTimes()]), terms=hookimpl(lambda: [NEVER]))


def test_terms_may_be_givers_also_in_fresh_interpreters() -> None:
    assert "which the closed list 'time_type' does not hold" in faults_of(NeverTimes)
    check_extractor(NeverTimes, TEXTS, givers=[NEVER], work=False)


def test_the_tested_extractor_s_own_plugin_may_be_a_giver() -> None:
    check_extractor(NeverTimes, TEXTS, givers=[PLUGIN], work=False)
    check_extractor(NeverTimes, TEXTS, givers=[PLUGIN, NEVER], work=False, fresh_interpreters=False)


def test_a_plugin_object_without_a_name_cannot_be_found_elsewhere() -> None:
    nameless = SimpleNamespace(terms=hookimpl(lambda: [NEVER]))
    check_extractor(NeverTimes, TEXTS, givers=[nameless], work=False, fresh_interpreters=False)
    with pytest.raises(ValueError, match="give it a name at the top of the module"):
        check_extractor(NeverTimes, TEXTS, givers=[nameless])


INSTALLED = """
import ceasefire
from ceasefire.mentions import TimeMention
from ceasefire.models import Span
from ceasefire.vocabulary import Term

class Never:
    name, language = "never", "*"
    needs = uses = frozenset()
    gives = frozenset({TimeMention})

    def extract(self, document):
        for start in document.where("never"):
            yield TimeMention(span=Span(start, start + 5), by="never:word", type="NEVER", value=None)

@ceasefire.hookimpl
def extractors():
    return [Never()]

@ceasefire.hookimpl
def terms():
    return [Term("time_type", "NEVER", "no day at all")]
"""


def test_an_installed_extractor_brings_its_plugin_s_terms(install: Any) -> None:
    install("never", {"never": "never_times"}, never_times=INSTALLED)
    import never_times  # type: ignore[import-not-found]

    check_extractor("never", ["It ends never."], work=False)
    check_extractor(never_times.Never, ["It ends never."], work=False)
    check_extractor(never_times.Never, ["It ends never."], givers=[never_times], work=False)
    check_extractor(never_times.Never, ["It ends never."], givers=["never"], work=False, fresh_interpreters=False)


def test_a_giver_that_cannot_be_used_is_a_fault() -> None:
    unsound = SimpleNamespace(extractors=hookimpl(lambda: 1 / 0))
    assert "ZeroDivisionError" in faults_of(DayCodes, givers=[unsound])


# ---- the language in which texts are read ------------------------------------------------------------------------


class RuritanianNumbers(Numbers):
    language = "xr"


def test_texts_are_read_in_the_language_of_the_givers_where_the_extractor_reads_any() -> None:
    class CountsNumbers(DayCodes):
        needs = frozenset({NumberMention})

        def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
            return super().extract(document) if document.of(NumberMention) else ()

    check_extractor(CountsNumbers, TEXTS, givers=[RuritanianNumbers], work=False, fresh_interpreters=False)
    faults = faults_of(CountsNumbers, givers=[RuritanianNumbers], language="en", work=False)
    assert "it gave nothing on any of these texts, read as language 'en'" in faults


# ---- the same again ----------------------------------------------------------------------------------------------


class Counts(DayCodes):
    """Remembers how often it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def mention(self, document: Document, span: Span, days: int) -> TimeMention:
        self.asked += 1
        return super().mention(document, span, self.asked)


class KeepsTheDocument(DayCodes):
    """Keeps what it reads on itself: right while nobody else reads."""

    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        self.text = document.text
        for start in document.where("d"):
            if match := self.code.match(self.text, start):
                yield self.mention(document, Span(*match.span()), int(match[1]))


class BelongsToAThread(DayCodes):
    """Works only in the thread that made it, as connections to some databases do."""

    def __init__(self) -> None:
        super().__init__()
        self.thread = threading.get_ident()

    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        if threading.get_ident() != self.thread:
            raise RuntimeError("made in another thread")
        return super().extract(document)


class InTheOrderOfASet(DayCodes):
    def mention(self, document: Document, span: Span, days: int) -> TimeMention:
        first = next(iter({f"day {number}" for number in range(100)}))
        return super().mention(document, span, int(first.removeprefix("day ")))


class Today(DayCodes):
    def mention(self, document: Document, span: Span, days: int) -> TimeMention:
        today = datetime.date.today().isoformat()
        return TimeMention(span=span, by="monitor-days:code", type="DATE", value=today)


class HereAndNow(DayCodes):
    def mention(self, document: Document, span: Span, days: int) -> TimeMention:
        zone = datetime.datetime.fromtimestamp(0).isoformat()
        return TimeMention(span=span, by="monitor-days:code", type="DATE", value=zone)


def test_what_is_kept_between_calls_is_named() -> None:
    assert "read otherwise a second time" in faults_of(Counts)


def test_what_threads_share_is_named() -> None:
    assert "meanwhile" in faults_of(KeepsTheDocument)
    assert "made in another thread" in faults_of(BelongsToAThread)


@pytest.mark.parametrize(
    ("extractor", "fault"),
    [(InTheOrderOfASet, "hash seed"), (Today, 'became "value": "2044-02-29"'), (HereAndNow, "+14 hours from UTC")],
)
def test_what_depends_on_the_interpreter_is_named(extractor: Any, fault: str) -> None:
    check_extractor(extractor, TEXTS, fresh_interpreters=False)
    assert fault in faults_of(extractor, fresh_interpreters=True)


# ---- offsets and work --------------------------------------------------------------------------------------------


class CountsInTheFoldedText(DayCodes):
    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        for match in regex.finditer(r"(?<!\w)d\+([0-9]{1,3})(?!\w)", document.text.lower()):
            span = Span(match.start(), min(match.end(), len(document.text)))
            if document.text_of(span) == document.text_of(span).strip() != "":
                yield self.mention(document, span, int(match[1]))


class ComparesAllWithAll(DayCodes):
    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        found = list(super().extract(document))
        if len(found) > 2:
            for one in found:
                for _ in found:
                    repr(type(one))
        return found


def test_offsets_of_another_text_are_named() -> None:
    assert "spans differ after 'İ' from those after 'Ö'" in faults_of(CountsInTheFoldedText)


def test_work_that_grows_faster_than_the_text_is_named() -> None:
    assert "its work grows faster than the text" in faults_of(ComparesAllWithAll)
    check_extractor(ComparesAllWithAll, TEXTS, work=False, fresh_interpreters=False)


class LooksBackAWindow(DayCodes):
    """Compares each mention with the twenty before: dear, but in proportion to the text."""

    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        found = list(super().extract(document))
        for number in range(len(found)):
            for one in found[max(0, number - 20) : number]:
                repr(type(one))
        return found


def test_work_in_proportion_to_the_text_is_no_fault() -> None:
    check_extractor(LooksBackAWindow, TEXTS, fresh_interpreters=False)


class CallsItselfForEachWord(DayCodes):
    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        def follow(position: int) -> int:
            found = document.text.find("D+", position)
            return position if found < 0 else follow(found + 2)

        follow(0)
        return super().extract(document)


def test_failing_on_long_texts_is_named() -> None:
    assert "it fails on a longer or altered text: extractor monitor-days" in faults_of(CallsItselfForEachWord, ["D+3"])


class TakesALock(DayCodes):
    """Guards itself: slow among threads, and sound."""

    def __init__(self) -> None:
        super().__init__()
        self.lock = threading.Lock()

    def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
        with self.lock:
            return list(super().extract(document))


def test_a_lock_is_no_fault() -> None:
    check_extractor(TakesALock, ["D+3"], work=False, fresh_interpreters=False)


def test_work_on_further_pieces_is_seen() -> None:
    class Brackets(DayCodes):
        def extract(self, document: Document) -> Iterable[Mention | Diagnostic]:
            for start, sign in enumerate(document.text):
                for _ in range(document.text.count("{", 0, start) // 20 if sign == "{" else 0):
                    repr(start)
            return super().extract(document)

    check_extractor(Brackets, TEXTS, fresh_interpreters=False)
    assert "on '{ ', repeated" in faults_of(Brackets, repeated=["{ "])


def test_a_failure_is_shown_without_the_kit_s_own_code(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        from ceasefire.testing import check_extractor
        from tests.test_testing_extractors import DayCodes

        def test_it():
            check_extractor(DayCodes, ["Nothing here."], fresh_interpreters=False, work=False)
    """)
    pytester.syspathinsert(Path(__file__).parents[1])
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*ContractError: the extractor monitor-days does not keep its contract:"])
    result.stdout.no_fnmatch_line("*extractor_contract.py*")


# ---- wrong use ---------------------------------------------------------------------------------------------------


def test_wrong_use_says_what_would_be_right() -> None:
    with pytest.raises(TypeError, match="an instance; give its class"):
        check_extractor(DayCodes(), TEXTS)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="is no extractor: it needs name"):
        check_extractor(dict, TEXTS)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="a list of texts"):
        check_extractor(DayCodes, "The pause ends on D+3.")
    with pytest.raises(ValueError, match="at the top of a module"):
        check_extractor(lambda: DayCodes(), TEXTS)
    with pytest.raises(LookupError, match="no installed extractor is called 'monitor-dayz'"):
        check_extractor("monitor-dayz", TEXTS)
