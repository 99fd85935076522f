"""Plugins: found, checked, ordered; what fails costs only itself."""

from __future__ import annotations

import itertools
import re
import textwrap
from typing import Any

import pytest

from ceasefire import Reader, RegistryError, hookimpl
from ceasefire.language import PlainLanguage
from ceasefire.mentions import ActorMention, NumberMention, PauseMention, RegionMention, StatementMention, TimeMention
from ceasefire.registry import Registry
from ceasefire.vocabulary import Term

GIVER = textwrap.dedent("""
    from ceasefire import hookimpl
    from ceasefire.mentions import TimeMention

    class Giver:
        name, language = "{name}", "*"
        needs = uses = frozenset()
        gives = frozenset({{TimeMention}})
        def extract(self, document):
            return ()

    @hookimpl
    def extractors():
        return [Giver()]
""")

#: a mention type of its own, declared in some way
OWN_TYPE = textwrap.dedent("""
    from dataclasses import dataclass
    from typing import ClassVar
    import attrs
    from ceasefire import hookimpl
    from ceasefire.mentions import Mention

    {decorated}
    class Convoy(Mention):
        most: int = 0
        shown: ClassVar[int] = 1

    class Aid(Convoy):
        shown: ClassVar[int] = 2

    class Giver:
        name, language = "own", "*"
        needs = uses = frozenset()
        gives = frozenset({{Convoy, Aid}})
        def extract(self, document):
            return ()

    @hookimpl
    def extractors():
        return [Giver()]
""")


def problems(registry: Registry) -> dict[str, str]:
    return {problem.source: f"{problem.code}: {problem.message}" for problem in registry.problems}


def names(registry: Registry) -> list[str]:
    return [extractor.name for extractor in registry.extractors]


def build(plugins: dict[str, Any], **options: Any) -> Registry:
    return Registry.build(plugins=plugins, only=list(plugins), **options)


# ---- what plugins give -------------------------------------------------------------------------------------------


def test_core_alone_has_its_formats_and_nothing_else() -> None:
    registry = Registry.build(only=[])
    assert sorted(registry.formats) == ["json", "text"]
    assert registry.extractors == ()
    assert registry.problems == ()
    assert [(p.name, p.distribution) for p in registry.plugins] == [("json", "ceasefire"), ("text", "ceasefire")]


def test_a_plugin_gives_extractors_formats_languages_and_terms(plugin: Any, extractor: Any) -> None:
    class Shout:
        name, description, media_type = "shout", "LOUD", "text/plain"

        def render(self, report: Any, text: str) -> str:
            return text.upper()

    class Klingon(PlainLanguage):
        code = "tlh"

    class Plugin:
        @hookimpl
        def extractors(self) -> Any:
            yield extractor("one")

        @hookimpl
        def formats(self) -> Any:
            return [Shout()]

        @hookimpl
        def languages(self) -> Any:
            return (Klingon(),)

        @hookimpl
        def terms(self) -> Any:
            return [Term("outcome", "insulted", "dishonoured")]

    registry = build({"all": Plugin()})
    assert registry.problems == ()
    assert names(registry) == ["one"]
    assert registry.formats["shout"].render(None, "Qapla") == "QAPLA"  # type: ignore[arg-type]
    assert registry.language("tlh").code == "tlh"
    assert ("outcome", "insulted") in registry.vocabulary


def test_a_language_is_found_by_the_longest_code_that_fits(plugin: Any) -> None:
    class Malay(PlainLanguage):
        code = "ms"

    class Jawi(PlainLanguage):
        code = "ms-Arab"

    registry = build({"malay": plugin(languages=[Malay(), Jawi()])})
    assert registry.language("ms-MY").code == "ms"
    assert registry.language("ms-arab-MY").code == "ms-Arab"
    assert registry.language("msx").code == "und"


# ---- switching on and off ----------------------------------------------------------------------------------------


def test_disable_takes_a_plugin_or_a_single_extractor(plugin: Any, extractor: Any) -> None:
    plugins = {
        "both": plugin(extractors=[extractor("a"), extractor("b")]),
        "other": plugin(extractors=[extractor("c")]),
    }
    assert names(build(plugins)) == ["a", "b", "c"]
    assert names(build(plugins, disable=["both"])) == ["c"]
    assert names(build(plugins, disable=["b"])) == ["a", "c"]


def test_a_built_in_format_can_be_taken_out_but_only_by_name() -> None:
    assert sorted(Registry.build(only=[], disable=["text"]).formats) == ["json"]
    assert sorted(Registry.build(only=["json"]).formats) == ["json", "text"]


def test_a_plugin_handed_over_replaces_an_installed_one(install: Any, plugin: Any, extractor: Any) -> None:
    install("shipped", {"one": "shipped_one"}, shipped_one=GIVER.format(name="shipped"))
    assert names(Registry.build(only=["one"])) == ["shipped"]
    mine = {"one": plugin(extractors=[extractor("mine")])}
    assert names(Registry.build(only=["one"], plugins=mine)) == ["mine"]


@pytest.mark.parametrize("option", ["disable", "only"])
def test_a_name_that_nothing_bears_is_refused(option: str) -> None:
    with pytest.raises(RegistryError, match=r"no plugin is called 'frob'; there are .*json.* text") as caught:
        Registry.build(**{option: ["frob"]})  # type: ignore[arg-type]
    assert caught.value.code == "unknown-name"


@pytest.mark.parametrize("option", ["disable", "only"])
def test_one_name_in_place_of_a_list_is_refused(option: str) -> None:
    with pytest.raises(TypeError, match="takes a list of names"):
        Reader(**{option: "id-dates"})  # type: ignore[arg-type]


# ---- installed plugins that fail ---------------------------------------------------------------------------------

BROKEN = {
    "raises-at-import": ("raise RuntimeError('no model\\nfound')", "RuntimeError: no model found"),
    "leaves-at-import": ("import sys; sys.exit(3)", "SystemExit: 3"),
    "does-not-parse": ("def", "SyntaxError"),
    "no-such-dependency": ("import frobnicate", "ModuleNotFoundError: No module named 'frobnicate'"),
    "no-hook": ("x = 1", "it implements no hook"),
    "misspelt-hook": (
        "from ceasefire import hookimpl\n@hookimpl\ndef extractor():\n    return []",
        "unknown hook 'extractor'",
    ),
    "wrong-arguments": (
        "from ceasefire import hookimpl\n@hookimpl\ndef extractors(registry):\n    return []",
        "Argument(s) {'registry'}",
    ),
    "raises-in-hook": (
        "from ceasefire import hookimpl\n@hookimpl\ndef extractors():\n    raise KeyError('x')",
        "KeyError: 'x'",
    ),
    "gives-nothing": (
        "from ceasefire import hookimpl\n@hookimpl\ndef extractors():\n    pass",
        "its hook extractors gave None; it must give a list",
    ),
    "gives-text": (
        "from ceasefire import hookimpl\n@hookimpl\ndef extractors():\n    return 'abc'",
        "its hook extractors gave 'abc'; it must give a list",
    ),
    "gives-nonsense": (
        "from ceasefire import hookimpl\n@hookimpl\ndef formats():\n    return [5]",
        "its hook formats gave 5, which is no Format: it has no name, description, media_type, render",
    ),
    "gives-a-term-of-text": (
        "from ceasefire import hookimpl\n@hookimpl\ndef terms():\n    return ['x']",
        "its hook terms gave 'x', which is no Term",
    ),
    "gives-no-language": (
        "from ceasefire import hookimpl\n@hookimpl\ndef languages():\n    return [object()]",
        "which is no Language: it has no code, sentences",
    ),
    "half-way": (
        GIVER.format(name="good") + "\n@hookimpl\ndef formats():\n    return 1 / 0",
        "ZeroDivisionError",
    ),
    "gives-twice": (
        GIVER.format(name="good").replace("[Giver()]", "[Giver(), Giver()]"),
        "its hook extractors gave two of the name 'good'",
    ),
    "gives-a-class": (GIVER.format(name="good").replace("Giver()]", "Giver]"), "which is a class; give an instance"),
    "gives-no-mention-type": (
        GIVER.format(name="good").replace("{TimeMention}", "{str}"),
        "whose gives holds <class 'str'>, which is no mention type",
    ),
    "gives-a-bare-mention-type": (
        OWN_TYPE.format(decorated=""),
        "whose gives holds Convoy, of whose field most attrs does not know; write @attrs.frozen(kw_only=True) above",
    ),
    "gives-a-dataclass-mention-type": (OWN_TYPE.format(decorated="@dataclass"), "whose gives holds Convoy, of whose"),
    "gives-a-list-of-types": (
        GIVER.format(name="good").replace("frozenset({TimeMention})", "[TimeMention]"),
        "not a frozenset of mention types",
    ),
    "nameless": (GIVER.format(name=""), "whose name is '', not a text"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_plugin_that_fails_costs_only_itself_and_says_why(install: Any, case: str) -> None:
    source, reason = BROKEN[case]
    install("broken", {case: "broken_module"}, broken_module=source)
    install("sound", {"sound": "sound_module"}, sound_module=GIVER.format(name="sound"))
    registry = Registry.build(only=[case, "sound"])
    assert names(registry) == ["sound"]
    assert reason in problems(registry)[case]
    assert "\n" not in problems(registry)[case]
    failed = next(p for p in registry.plugins if p.name == case)
    assert (failed.distribution, failed.version, failed.extractors) == ("broken", "1.2", ())
    with pytest.raises(RegistryError, match=case):
        Registry.build(only=[case, "sound"], strict=True)


def test_a_mention_type_of_a_plugin_is_declared_by_attrs(install: Any) -> None:
    install("own", {"own": "own_module"}, own_module=OWN_TYPE.format(decorated="@attrs.frozen(kw_only=True)"))
    assert names(Registry.build(only=["own"], strict=True)) == ["own"]


def test_an_entry_point_that_leads_nowhere_is_named(install: Any) -> None:
    install("broken", {"nowhere": "no_such_module"})
    assert "No module named 'no_such_module'" in problems(Registry.build(only=["nowhere"]))["nowhere"]


def test_two_entry_points_of_one_name_leave_it_to_the_first_distribution(install: Any) -> None:
    install("zeta", {"same": "zeta_module"}, zeta_module=GIVER.format(name="zeta"))
    install("alpha", {"same": "alpha_module"}, alpha_module=GIVER.format(name="alpha"))
    registry = Registry.build(only=["same"])
    assert names(registry) == ["alpha"]
    assert "the name 'same' is already taken by alpha" in problems(registry)["same"]


def test_the_order_of_installation_does_not_matter(install: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    for name in "cab":
        install(f"dist-{name}", {f"plugin-{name}": f"module_{name}"}, **{f"module_{name}": GIVER.format(name=name)})
    path = list(sys.path)
    for order in itertools.permutations(range(3)):
        monkeypatch.setattr(sys, "path", [path[i] for i in order] + path[3:])
        assert names(Registry.build(only=[f"plugin-{name}" for name in "abc"])) == ["a", "b", "c"]


# ---- plugins that contradict each other --------------------------------------------------------------------------


def test_two_owners_of_an_extractors_name_leave_it_to_the_first_plugin(plugin: Any, extractor: Any) -> None:
    first, second = extractor("dates"), extractor("dates")
    registry = build({"a": plugin(extractors=[first]), "b": plugin(extractors=[second, extractor("more")])})
    assert registry.extractors[0] is first
    assert names(registry) == ["dates", "more"]
    assert problems(registry) == {
        "b": "name-taken: plugin b: the extractor 'dates' belongs to plugin a; disable one of the two"
    }


def test_a_format_that_core_has_is_taken(plugin: Any) -> None:
    class Mine:
        name, description, media_type = "json", "x", "y"

        def render(self, report: Any, text: str) -> str:
            return ""

    registry = build({"mine": plugin(formats=[Mine()])})
    assert "the format 'json' belongs to plugin" in " ".join(problems(registry).values())


def test_a_term_of_no_list_or_another_meaning_is_refused(plugin: Any) -> None:
    registry = build(
        {
            "a": plugin(terms=[Term("outcome", "insulted", "dishonoured"), Term("frob", "x", "y")]),
            "b": plugin(terms=[Term("outcome", "insulted", "laughed at"), Term("outcome", "bored", "bored")]),
        }
    )
    assert "no closed list is called 'frob'" in problems(registry)["a"]
    assert "outcome 'insulted' already means 'dishonoured'" in problems(registry)["b"]
    assert ("outcome", "bored") in registry.vocabulary


# ---- order -------------------------------------------------------------------------------------------------------


def order(plugin: Any, *extractors: Any) -> tuple[list[str], dict[str, str]]:
    """The order, which must be the same in whatever order they come; problems without the plugin's name."""
    built = {
        (tuple(names(r)), tuple(sorted((s, re.sub(r"plugin plugin-\d: ", "", p)) for s, p in problems(r).items())))
        for some in itertools.permutations(extractors)
        for r in [build({f"plugin-{number}": plugin(extractors=[each]) for number, each in enumerate(some)})]
    }
    assert len(built) == 1
    ordered, found = built.pop()
    return list(ordered), dict(found)


def test_an_extractor_runs_after_the_givers_of_what_it_needs_and_uses(plugin: Any, extractor: Any) -> None:
    last = extractor("a-last", needs=[ActorMention], uses=[TimeMention], gives=[StatementMention])
    middle = extractor("b-middle", needs=[NumberMention], gives=[TimeMention])
    numbers = extractor("z-numbers", gives=[NumberMention])
    actors = extractor("y-actors", gives=[ActorMention])
    assert order(plugin, last, middle, numbers, actors) == (["y-actors", "z-numbers", "b-middle", "a-last"], {})


def test_all_givers_of_a_type_run_before_who_wants_it(plugin: Any, extractor: Any) -> None:
    wants = extractor("a", needs=[TimeMention], gives=[PauseMention])
    assert order(plugin, wants, extractor("b"), extractor("c"))[0] == ["b", "c", "a"]


def test_an_extractor_that_adds_to_what_it_uses_is_no_circle(plugin: Any, extractor: Any) -> None:
    more = extractor("a", needs=[TimeMention], gives=[TimeMention])
    assert order(plugin, more, extractor("b")) == (["b", "a"], {})


def test_an_unmet_need_leaves_an_extractor_out_and_whoever_needs_it(plugin: Any, extractor: Any) -> None:
    first = extractor("a", needs=[NumberMention], gives=[TimeMention])
    second = extractor("b", needs=[TimeMention], gives=[PauseMention])
    fine = extractor("c", uses=[PauseMention], gives=[RegionMention])
    ordered, found = order(plugin, first, second, fine)
    assert ordered == ["c"]
    assert found["a"] == "unmet-need: extractor a is left out: it needs NumberMention, which no extractor in use gives"
    assert found["b"].startswith("unmet-need: ")


def test_its_own_gift_meets_no_need(plugin: Any, extractor: Any) -> None:
    assert order(plugin, extractor("a", needs=[TimeMention], gives=[TimeMention]))[0] == []


def test_a_circle_of_needs_is_named_and_left_out(plugin: Any, extractor: Any) -> None:
    first = extractor("a", needs=[NumberMention], gives=[TimeMention])
    second = extractor("b", needs=[TimeMention], gives=[NumberMention])
    third = extractor("c", needs=[TimeMention], gives=[PauseMention])
    fine = extractor("d", gives=[RegionMention])
    ordered, found = order(plugin, first, second, third, fine)
    assert ordered == ["d"]
    assert found["a"] == "cycle: extractor a is left out: a, b need one another in a circle"
    assert found["b"].startswith("cycle: ")
    assert found["c"].startswith("unmet-need: ")


def test_a_circle_of_uses_is_broken(plugin: Any, extractor: Any) -> None:
    first = extractor("b", uses=[NumberMention], gives=[TimeMention])
    second = extractor("a", needs=[TimeMention], gives=[NumberMention])
    assert order(plugin, first, second) == (["b", "a"], {})


def test_of_two_that_want_each_others_the_one_goes_first_to_which_no_type_is_unknown(
    plugin: Any, extractor: Any
) -> None:
    names_ = extractor("names", gives=[ActorMention])
    statements = extractor(
        "a-statements", needs=[ActorMention], uses=[PauseMention], gives=[StatementMention, ActorMention]
    )
    pauses = extractor("b-pauses", needs=[ActorMention], gives=[PauseMention])
    assert order(plugin, names_, statements, pauses)[0] == ["names", "b-pauses", "a-statements"]


def test_a_strict_registry_tells_all_problems_under_the_code_of_the_first(plugin: Any, extractor: Any) -> None:
    terms = [Term("no-such-list", "x", "a list that there is not")]
    given = plugin(extractors=[extractor("needy", needs=[TimeMention], gives=[])], terms=terms)
    with pytest.raises(RegistryError) as caught:
        Registry.build(only=["given"], plugins={"given": given}, strict=True)
    assert caught.value.code == "bad-term"
    assert "no-such-list" in str(caught.value)
    assert "needy" in str(caught.value)
