"""Every way in which a plugin is known to fail, as distributions that a stranger might ship.

`docs/faults.md` lists them; a test compares. Each case is proved through the public door: distributions with entry
points on the path, `ceasefire` as a process, or a `Reader` where limits must be shorter than a command has them.
"""

from __future__ import annotations

import textwrap
import tomllib
from pathlib import Path

import attrs

#: words of no language that any installed plugin reads
TEXT = "primo secund tert"


@attrs.frozen
class Fault:
    """A fault and how it must be told."""

    #: the plugin at fault; its extractor is called `x-NAME`
    name: str
    #: distribution to entry points to the source of their modules
    ships: dict[str, dict[str, str]]
    #: code of the diagnostic
    code: str
    #: words of its message
    says: str
    #: who is named as the source of the diagnostic
    source: str


def _broken(name: str, source: str, says: str, code: str = "plugin-failed") -> Fault:
    return Fault(name, {name: {name: source}}, code, says, source=name)


def _hook(hook: str, body: str) -> str:
    return f"from ceasefire import hookimpl\n\n@hookimpl\ndef {hook}():\n    {body}\n"


def extractor(name: str, body: str = "return ()", needs: str = "", gives: str = "TimeMention", head: str = "") -> str:
    """The source of a module with one extractor."""
    return textwrap.dedent("""\
        import re, regex, time
        from ceasefire import hookimpl
        from ceasefire.mentions import ActorMention, CasualtyMention, Mention, NumberMention, TimeMention
        from ceasefire.models import Diagnostic, Span

        {head}

        def day(start=0, end=5, **fields):
            common = {{"span": Span(start, end), "by": "{name}:day", "type": "DATE", "value": None}}
            return TimeMention(**{{**common, **fields}})

        class Extractor:
            name, language, uses = "{name}", "*", frozenset()
            needs, gives = frozenset({{{needs}}}), frozenset({{{gives}}})

            def extract(self, document):
                if document.text != {text!r}:
                    return ()
        {body}

        @hookimpl
        def extractors():
            return [Extractor()]
        """).format(
        name=name,
        head=head,
        needs=needs or "*()",
        gives=gives,
        text=TEXT,
        body=textwrap.indent(textwrap.dedent(body), " " * 8),
    )


#: a plugin that works, beside which all others fail
SOUND = {"sound": {"sound": extractor("x-sound", "yield day(6, 12)", gives="TimeMention, ActorMention")}}

#: two types of mention that nobody but two extractors has
_YARD = "from fault_closes_the_circle_yard import Egg, Hen"

#: faults that are found while plugins are loaded and put in order
LOADING = [
    _broken("raises-at-import", "raise RuntimeError('no model\\nfound')", "RuntimeError: no model found"),
    _broken("leaves-at-import", "import sys; sys.exit(3)", "SystemExit: 3"),
    _broken("does-not-parse", "def", "SyntaxError"),
    _broken("lacks-a-package", "import frobnicate", "ModuleNotFoundError: No module named 'frobnicate'"),
    _broken("has-no-hook", "x = 1", "it implements no hook"),
    _broken("misspells-a-hook", _hook("extractor", "return []"), "unknown hook 'extractor'"),
    _broken("raises-in-a-hook", _hook("extractors", "raise KeyError('x')"), "KeyError: 'x'"),
    _broken("gives-no-list", _hook("formats", "return 'abc'"), "its hook formats gave 'abc'; it must give a list"),
    _broken(
        "gives-no-extractor", _hook("extractors", "return [5]"), "its hook extractors gave 5, which is no Extractor"
    ),
    _broken(
        "declares-a-mention-type-without-attrs",
        "from ceasefire.mentions import Mention\n\nclass Convoy(Mention):\n    lorries: int\n\n"
        "class Convoys:\n    name, language, extract = 'convoys', '*', list\n    needs = uses = frozenset()\n"
        "    gives = frozenset({Convoy})\n\n" + _hook("extractors", "return [Convoys()]"),
        "whose gives holds Convoy, of whose field lorries attrs does not know; write @attrs.frozen(kw_only=True)",
    ),
    _broken(
        "gives-what-cannot-be-shown",
        "class Odd:\n    def __repr__(self): raise ValueError('no')\n\n" + _hook("formats", "return [Odd()]"),
        "gave a Odd that cannot be shown (ValueError), which is no Format",
    ),
    _broken(
        "raises-what-cannot-be-told",
        "class Odd(Exception):\n    def __str__(self): raise ValueError('no')\n\nraise Odd()",
        "Odd: its message cannot be shown",
    ),
    _broken(
        "gives-a-list-without-end",
        "import itertools\nfrom ceasefire.vocabulary import Term\n"
        + _hook("terms", "return (Term('outcome', f'v{n}', 'x') for n in itertools.count())"),
        "its hook terms gave more than 10000 values",
    ),
    _broken(
        "widens-no-list",
        "from ceasefire.vocabulary import Term\n" + _hook("terms", "return [Term('frob', 'x', 'y')]"),
        "no closed list is called 'frob'",
        "bad-term",
    ),
    _broken(
        "written-for-an-older-contract",
        "requires_contract = '<1'\n" + _hook("frobs", "return []"),
        "it requires the plugin contract <1, and this one is 1.0",
        "unmet-contract",
    ),
    _broken(
        "written-for-a-newer-contract",
        "requires_contract = '>=2,<3'\n" + _hook("frobs", "return []"),
        "it requires the plugin contract <3,>=2, and this one is 1.0",
        "unmet-contract",
    ),
    _broken("demands-nonsense", "requires_contract = 1.0", "its requires_contract is 1.0, not a version specifier"),
    Fault(
        "has-the-name-of-another-plugin",
        {
            "a-first": {"has-the-name-of-another-plugin": extractor("x-first")},
            "b-second": {"has-the-name-of-another-plugin": extractor("x-second")},
        },
        "name-taken",
        "the name 'has-the-name-of-another-plugin' is already taken by a-first",
        source="has-the-name-of-another-plugin",
    ),
    _broken(
        "takes-the-name-of-an-extractor",
        extractor("x-sound"),
        "the extractor 'x-sound' belongs to plugin sound; disable one of the two",
        "name-taken",
    ),
    _broken(
        "takes-the-name-of-a-format",
        "class Mine:\n    name, description, media_type = 'json', 'x', 'text/plain'\n"
        "    def render(self, report, text): return ''\n\n" + _hook("formats", "return [Mine()]"),
        "the format 'json' belongs to plugin json",
        "name-taken",
    ),
    Fault(
        "needs-what-nobody-gives",
        {
            "needs-what-nobody-gives": {
                "needs-what-nobody-gives": extractor("x-needy", needs="Unicorn", head="class Unicorn(Mention): pass")
            }
        },
        "unmet-need",
        "extractor x-needy is left out: it needs Unicorn, which no extractor in use gives",
        source="x-needy",
    ),
    Fault(
        "needs-in-a-circle",
        {
            "needs-in-a-circle": {"needs-in-a-circle": extractor("x-one", needs="Egg", gives="Hen", head=_YARD)},
            "closes-the-circle": {
                "closes-the-circle": extractor("x-two", needs="Hen", gives="Egg", head=_YARD),
                "yard": "from ceasefire.mentions import Mention\nclass Egg(Mention): pass\nclass Hen(Mention): pass\n"
                + _hook("extractors", "return []"),
            },
        },
        "cycle",
        "extractor x-one is left out: x-one, x-two need one another in a circle",
        source="x-one",
    ),
]


def _of_file(name: str) -> list[Fault]:
    faults = tomllib.loads((Path(__file__).parent / name).read_text("utf-8"))["fault"]
    return [_reads(**fault) for fault in faults]


def _reads(name: str, body: str, says: str, code: str, gives: str = "TimeMention") -> Fault:
    source = extractor(f"x-{name}", f"yield day()\n{body}", gives=gives)
    return Fault(name, {name: {name: source}}, code, says, source=f"x-{name}")


#: faults of extractors while they read
READING = _of_file("reading.toml")
#: faults that only a limit on time ends; the commands have far longer limits than a test can wait for
LOOPING = _of_file("looping.toml")


def plugin_names(fault: Fault) -> list[str]:
    """All entry points that it ships."""
    return [name for points in fault.ships.values() for name in points]
