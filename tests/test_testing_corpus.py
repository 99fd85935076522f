"""Corpora: both ways to write a case, what is wrong with a file said with its place, and how pytest collects them."""

from __future__ import annotations

import os
import textwrap
from pathlib import Path
from typing import Any

import pytest

from ceasefire import Reader
from ceasefire.testing import CorpusError, ReadingDiffers, check_case, load_corpus

pytest_plugins = ["pytester"]

#: what a stranger's package holds
MODULE = """
import regex
import ceasefire
from ceasefire.mentions import TimeMention
from ceasefire.models import Span
from datetime import timedelta

class DayCodes:
    name, language = "monitor-days", "*"
    needs = uses = frozenset()
    gives = frozenset({TimeMention})

    def extract(self, document):
        for match in regex.finditer(r"D\\+(\\d)", document.text):
            day = document.published and (document.published + timedelta(days=int(match[1]))).isoformat()
            yield TimeMention(span=Span(*match.span()), by="monitor-days:code", type="DATE", value=day)

@ceasefire.hookimpl
def extractors():
    return [DayCodes()]
"""
CORPUS = """
[defaults]
published = "2016-05-02"

[[case]]
gold = "The pause ends on {D+3|time type=DATE value=2016-05-05}."

[[case]]
rule = "monitor-days:code"
text = "It ends on D+3."
times = [{ text = "D+3", value = "2016-05-05" }]

[[case]]
trap = "a grade"
gold = "He got a D+ in history."
layers = ["time"]
"""


@pytest.fixture
def days(install: Any) -> Reader:
    install("monitor-days", {"monitor-days": "monitor_days"}, monitor_days=MODULE)
    return Reader(only=["monitor-days"], strict=True)


def written(folder: Path, corpus: str) -> Path:
    file = folder / "days.toml"
    file.write_text(textwrap.dedent(corpus), "utf-8")
    return file


# ---- cases -------------------------------------------------------------------------------------------------------


def test_cases_hold_and_know_their_place(days: Reader, tmp_path: Path) -> None:
    file = written(tmp_path, CORPUS)
    cases = load_corpus(file)
    assert cases == load_corpus(tmp_path)
    for case in cases:
        check_case(days, case)
    assert [case.line for case in cases] == [5, 8, 13]
    assert cases[1].place == f"{file}, case 2 (line 8)"
    assert cases[1].title == "2 It ends on D+3"
    assert cases[2].trap == "a grade" and cases[2].layers == ("time",)


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ('text = "On D+3."\ntimes = []', 'time[s]* "D\\+3": read and not wanted, by monitor-days:code'),
        ('text = "On D+3."\ntimes = [{ value = "x" }, { value = "y" }]', "not read"),
        ('text = "On D+3, D+4."\ntimes = [{ text = "D+3" }, { text = "D+5" }]', "text   wanted D\\+5"),
        ('text = "On D+3."\nrule = "monitor-days:cod"\ntimes = [{}]', "rule   wanted monitor-days:cod\n"),
        ('gold = "On {D+3|time}."\nrule = "monitor-days:cod"', "read   monitor-days:code"),
        ('gold = "On {D+3|time}."\nactors = [{ name = "Ruritania" }]', 'actors "Ruritania": not read'),
    ],
)
def test_a_case_that_does_not_hold_says_so(days: Reader, tmp_path: Path, case: str, told: str) -> None:
    (only,) = load_corpus(written(tmp_path, f"[[case]]\n{case}\n"))
    with pytest.raises(ReadingDiffers, match=told) as caught:
        check_case(days, only)
    assert str(caught.value).startswith(f"{only.place}\n\n    On D+3")


def test_a_layer_or_field_that_there_is_not_names_the_case(days: Reader, tmp_path: Path) -> None:
    (only,) = load_corpus(written(tmp_path, '[[case]]\ntext = "On D+3."\ntimes = [{ vaule = 1 }]\n'))
    with pytest.raises(
        CorpusError, match=r"days.toml, case 1 \(line 1\): a Time has no field 'vaule'; it has id, span"
    ):
        check_case(days, only)


def test_a_case_is_read_in_its_language_and_zone(tmp_path: Path) -> None:
    corpus = """
        [defaults]
        language = "en"
        timezone = "Europe/London"
        layers = ["time"]
        source = "mentions"
        [[case]]
        gold = "Nothing."
    """
    (case,) = load_corpus(written(tmp_path, corpus))
    assert (case.language, case.timezone, case.source, case.layers) == ("en", "Europe/London", "mentions", ("time",))


def test_a_case_says_its_kind_and_what_is_not_read_yet(days: Reader, tmp_path: Path) -> None:
    corpus = """
        [defaults]
        gap = "no hours yet"
        [[case]]
        kind = "wording"
        gold = "On {H+3|time}."
        [[case]]
        gap = "no weeks yet"
        gold = "On {W+3|time}."
    """
    hours, weeks = load_corpus(written(tmp_path, corpus))
    assert (hours.gap, hours.kind) == ("no hours yet", "wording")
    assert (weeks.gap, weeks.kind) == ("no weeks yet", None)
    # Whoever checks cases without pytest is told that it differs.
    with pytest.raises(ReadingDiffers):
        check_case(days, hours)


@pytest.mark.parametrize(
    ("corpus", "wrong"),
    [
        ("", "it has no \\[\\[case\\]\\]"),
        ("[[case]", "days.toml: "),
        ("[[cases]]\n", "unknown table 'cases'"),
        ("case = 1", "a table \\[\\[case\\]\\] for each case"),
        ("[[case]]\ntimes = []", "it has no text"),
        ('[[case]]\ntext = "a"', "it expects nothing"),
        ('[[case]]\ngold = "a"', "it expects nothing"),
        ('[[case]]\ntext = "a"\ngold = "a"\ntimes = []', "both text and gold"),
        ('[[case]]\ntext = "a"\ntime = []', "unknown key 'time'"),
        ('[[case]]\ntext = "a"\ntimes = ["b"]', "times must be a list of tables"),
        ("[[case]]\ntext = 1\ntimes = []", "text must be text"),
        ('[[case]]\ntext = "a"\npublished = 2016-05-02\ntimes = []', "published must be text"),
        ('[[case]]\ngold = "a"\nlayers = "time"', "layers must be a list"),
        ('[[case]]\ngold = "{a|time}"\nsource = "reports"', 'source is "report" or "mentions"'),
        ('[[case]]\ngold = "{a"', r"case 1 \(line 1\): column 1: the span that begins here has no end"),
        (
            '[[case]]\ntext = "a"\ntimes = []\n\n[[case]]\ntext = "a"\ntimes = []',
            r"case 2 \(line 5\): the same sentence",
        ),
    ],
)
def test_a_wrong_corpus_says_what_is_wrong(tmp_path: Path, corpus: str, wrong: str) -> None:
    with pytest.raises(CorpusError, match=wrong):
        load_corpus(written(tmp_path, corpus))


def test_a_folder_without_a_corpus_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="there is no TOML file below"):
        load_corpus(tmp_path)
    with pytest.raises(CorpusError, match="there is no TOML file below"):
        load_corpus(tmp_path / "absent.toml")


def test_lines_are_left_out_where_text_looks_like_a_case(tmp_path: Path) -> None:
    corpus = "[[case]]\ngold = '''\n[[case]]\n{D+3|time}'''\n"
    assert [case.line for case in load_corpus(written(tmp_path, corpus))] == [None]


# ---- pytest ------------------------------------------------------------------------------------------------------

INI = """
    [pytest]
    testpaths = tests
    ceasefire_corpora = corpus
    ceasefire_plugins = monitor-days
    addopts = --strict-markers --import-mode=importlib
    filterwarnings = error
"""


@pytest.fixture
def project(pytester: pytest.Pytester, install: Any, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A stranger's project, its package installed."""
    folder = install("monitor-days", {"monitor-days": "monitor_days"}, monitor_days=MODULE)
    monkeypatch.setenv("PYTHONPATH", str(folder), prepend=os.pathsep)
    pytester.makeini(textwrap.dedent(INI))
    pytester.mkdir("tests")
    written(pytester.mkdir("corpus"), CORPUS)
    return pytester


def test_a_bare_pytest_runs_the_corpus(project: pytest.Pytester) -> None:
    (project.path / "tests" / "test_one.py").write_text("def test_one(): pass\n")
    result = project.runpytest_subprocess("-v")
    result.assert_outcomes(passed=4)
    result.stdout.fnmatch_lines(
        [
            "tests/test_one.py::test_one PASSED*",
            "corpus/days.toml::1 The pause ends on PASSED*",
            "*::3 He got a D+ PASSED*",
        ]
    )


def test_a_failure_is_shown_as_the_sentence_and_what_differs(project: pytest.Pytester) -> None:
    written(project.path / "corpus", '[[case]]\ngold = "On {D+3|time value=2016-05-06}."\npublished = "2016-05-02"\n')
    result = project.runpytest_subprocess()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "*days.toml, case 1 (line 1)",
            "    On D+3.",
            "       ^^^ differs",
            '    time "D+3": read otherwise, by monitor-days:code',
            "        value   wanted 2016-05-06",
            "                read   2016-05-05",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*checking.py*")


GAPS = """
[defaults]
published = "2016-05-02"
gap = "no hours yet"

[[case]]
gold = "The pause ends at {H+3|time}."

[[case]]
gold = "The truce ends at {H+5|time}."

[[case]]
gold = "It ends on {D+3|time}."
"""


def test_gaps_are_counted_apart_and_fail_nothing(project: pytest.Pytester) -> None:
    (project.path / "corpus" / "gaps.toml").write_text(GAPS, "utf-8")
    project.makeini(textwrap.dedent(INI) + "xfail_strict = true\n")
    result = project.runpytest_subprocess("-rxX")
    result.assert_outcomes(passed=3, xfailed=2, xpassed=1)
    assert result.ret == pytest.ExitCode.OK
    result.stdout.fnmatch_lines(["XFAIL corpus/gaps.toml::1 The pause ends at* - no hours yet"])
    result.stdout.fnmatch_lines(["XPASS corpus/gaps.toml::3 It ends on D+3* - no hours yet*"])
    project.runpytest_subprocess("--runxfail").assert_outcomes(passed=4, failed=2)


def test_a_gap_that_cannot_be_used_or_read_fails(project: pytest.Pytester) -> None:
    (project.path / "corpus" / "gaps.toml").write_text(
        GAPS + '\n[[case]]\ngold = "At {H+7|hour}."\n\n[[case]]\ngold = "At {H+7|time"\n', "utf-8"
    )
    result = project.runpytest_subprocess()
    result.assert_outcomes(passed=3, xfailed=2, xpassed=1, failed=2)
    result.stdout.fnmatch_lines(["*gaps.toml, case 4 *: no layer of a report is called 'hour'*"])


def test_one_case_one_file_and_words_can_be_chosen(project: pytest.Pytester) -> None:
    project.runpytest_subprocess("corpus/days.toml::2 It ends on D+3").assert_outcomes(passed=1)
    project.runpytest_subprocess("corpus/days.toml").assert_outcomes(passed=3)
    project.runpytest_subprocess("-k", "history or pause").assert_outcomes(passed=1, deselected=2)
    assert project.runpytest_subprocess("tests").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_corpora_are_shared_among_processes_and_seen_by_coverage(project: pytest.Pytester) -> None:
    pytest.importorskip("xdist", reason="pytest-xdist is not installed")
    pytest.importorskip("pytest_cov", reason="pytest-cov is not installed")
    result = project.runpytest_subprocess("-n2", "--cov=monitor_days", "--cov=ceasefire.mentions", "--cov-report=term")
    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines_random(["*mentions.py*100%*", "*monitor_days.py*100%*"])


def test_a_wrong_case_fails_and_the_others_are_read(project: pytest.Pytester) -> None:
    written(
        project.path / "corpus", CORPUS + '\n[[case]]\ngold = "On {D+3|time value=}."\n' + CORPUS.partition("\n\n")[2]
    )
    result = project.runpytest_subprocess()
    result.assert_outcomes(passed=3, failed=4)
    result.stdout.fnmatch_lines(
        [
            "*days.toml, case 4 (line 18): column 20: the field value has no value*",
            "*days.toml, case 5 (line 20): the same sentence and layers as case 1",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*collecting.py*")


def test_a_file_that_is_no_corpus_stops_the_run_with_its_fault(project: pytest.Pytester) -> None:
    written(project.path / "corpus", "[[case]\n")
    result = project.runpytest_subprocess()
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["*days.toml: *"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_plugin_that_is_not_installed_is_named_once(project: pytest.Pytester) -> None:
    project.makeini(textwrap.dedent(INI).replace("monitor-days", "monitor-dayz"))
    result = project.runpytest_subprocess("-rs")
    result.assert_outcomes(failed=1, skipped=2)
    result.stdout.fnmatch_lines(["*no reader for it: *monitor-dayz*", "*no reader for it, as case 1 says"])
    assert result.stdout.str().count("no plugin is called") == 1


def test_a_need_that_an_installed_plugin_meets_is_told_so(project: pytest.Pytester, install: Any) -> None:
    module = MODULE.replace("needs = uses = frozenset()", "needs, uses = frozenset({NumberMention}), frozenset()")
    module = module.replace("import TimeMention", "import NumberMention, TimeMention").replace("days", "needy")
    numbers = MODULE.replace("TimeMention", "NumberMention").replace("monitor-days", "monitor-numbers")
    folder = install(
        "needy", {"monitor-needy": "needy", "monitor-numbers": "numbers_of"}, needy=module, numbers_of=numbers
    )
    project.makeini(textwrap.dedent(INI).replace("monitor-days", "monitor-needy"))
    project.makeconftest(f"import sys\nsys.path.insert(0, {str(folder)!r})")
    result = project.runpytest_subprocess("-k", "pause")
    result.assert_outcomes(failed=1, deselected=2)
    result.stdout.fnmatch_lines(["*needs NumberMention, which no extractor in use gives; of installed plugins *"])
    result.stdout.fnmatch_lines(["*monitor-numbers give NumberMention: add one to the option `ceasefire_plugins`*"])


def test_an_error_that_all_cases_share_is_told_once(project: pytest.Pytester, install: Any) -> None:
    module = MODULE.replace("        for match", "        return None\n        for match").replace("yield ", "")
    folder = install("failing", {"monitor-days": "failing_days"}, failing_days=module)
    project.makeconftest(f"""
        import sys
        sys.path.insert(0, {str(folder)!r})
        from ceasefire.testing import reader_with
        from failing_days import DayCodes

        def pytest_ceasefire_reader(config, corpus):
            return reader_with(DayCodes())
    """)
    # Without pytest's own closing list, which repeats each message whole where the variable CI is set.
    result = project.runpytest_subprocess("-rN")
    result.assert_outcomes(failed=3)
    told = result.stdout.str()
    assert told.count("gave None, not mentions") == 1
    assert told.count("the same error as in case 1") == 2
    result.stdout.no_fnmatch_line("*extraction.py*")


def test_a_corpus_that_is_not_there_is_wrong_use(project: pytest.Pytester) -> None:
    project.makeini(textwrap.dedent(INI).replace("= corpus", "= corpora"))
    result = project.runpytest_subprocess()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*ceasefire_corpora: there is no *corpora"])


def test_a_conftest_may_say_what_reads(project: pytest.Pytester) -> None:
    project.makeini(textwrap.dedent(INI).replace("ceasefire_plugins = monitor-days", ""))
    project.makeconftest("""
        from ceasefire.testing import reader_with
        from monitor_days import DayCodes

        def pytest_ceasefire_reader(config, corpus):
            assert corpus.name == "days.toml"
            return reader_with(DayCodes())
    """)
    project.runpytest_subprocess().assert_outcomes(passed=3)


def test_readers_have_just_the_plugins_named(project: pytest.Pytester) -> None:
    (project.path / "tests" / "test_readers.py").write_text(
        textwrap.dedent("""
            import pytest
            from ceasefire.testing import reader_with
            from monitor_days import DayCodes

            def names(reader):
                assert reader.strict
                return [plugin.name for plugin in reader.registry.plugins if plugin.distribution != "ceasefire"]

            def test_of_the_option(ceasefire_reader):
                assert names(ceasefire_reader) == ["monitor-days"]

            @pytest.mark.ceasefire_plugins()
            def test_none(ceasefire_reader):
                assert names(ceasefire_reader) == []

            @pytest.mark.ceasefire_plugins(DayCodes())
            def test_objects(ceasefire_reader):
                assert ceasefire_reader.read("On D+3.").times[0].text == "D+3"

            def test_made_once(ceasefire_reader_with, ceasefire_reader):
                assert ceasefire_reader_with("monitor-days") is ceasefire_reader
        """)
    )
    project.runpytest_subprocess("tests").assert_outcomes(passed=4)


def test_a_project_without_corpora_pays_nothing(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
        import sys

        def test_nothing_is_imported():
            assert [name for name in sys.modules if name.partition(".")[0] == "ceasefire"] == []
    """)
    (pytester.path / "pyproject.toml").write_text('[tool.pytest.ini_options]\nfilterwarnings = ["error"]\n')
    pytester.runpytest_subprocess("--strict-config").assert_outcomes(passed=1)


def test_the_kit_needs_no_pytest(run: Any) -> None:
    code = "import ceasefire.testing, sys; print([name for name in ('pytest', 'time_machine') if name in sys.modules])"
    assert run("-c", code).stdout == b"[]\n"
