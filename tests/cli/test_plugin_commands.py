"""Commands that plugins add, as a user meets them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import ceasefire

Run = Callable[..., Any]

GREETER = """
import sys
from ceasefire import hookimpl

@hookimpl
def commands():
    print("asked", file=sys.stderr)
    import click

    @click.command(epilog="Ends here.")
    @click.argument("name")
    def greet(name):
        "Greet somebody."
        if name == "nobody":
            raise click.UsageError("nobody is there")
        click.echo(f"Halo, {name}!")
    return [greet]
"""


def a_plugin(body: str) -> str:
    return f"import click\nfrom ceasefire import hookimpl\n@hookimpl\ndef commands():\n    {body}\n"


@pytest.fixture
def greeter(install: Any) -> None:
    install("greeter", {"greeter": "greeter_plugin"}, greeter_plugin=GREETER)


@pytest.mark.usefixtures("greeter")
def test_a_plugins_command_is_run_listed_and_helped(command: Run) -> None:
    result = command("greet", "Budi")
    assert (result.status, result.out, result.err) == (0, b"Halo, Budi!\n", "asked\n")
    assert "greet Greet somebody." in " ".join(command("--help").out.decode().split())
    assert b"Ends here." in command("greet", "--help").out
    assert "command greet" in command("plugins", "--only", "greeter").out.decode()
    wrong = command("greet", "nobody")
    assert (wrong.status, wrong.err) == (2, "asked\nceasefire: nobody is there\n")


@pytest.mark.usefixtures("greeter")
@pytest.mark.parametrize(
    "arguments", [["read", "-", "--published", "2016-05-02"], ["batch", "-q"], ["schema"], ["--version"]]
)
def test_reading_does_not_ask_for_commands(command: Run, arguments: list[str]) -> None:
    result = command(*arguments, stdin='{"text": "Halo."}')
    assert (result.status, result.err) == (0, "")


def test_a_reader_does_not_ask_for_commands(plugin: Any) -> None:
    given = plugin(commands=lambda: 1 / 0)
    assert ceasefire.Reader(plugins={"given": given}, only=["given"], strict=True).read("Halo.")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("raise RuntimeError('no model')", "plugin broken: RuntimeError: no model"),
        ("return [len]", "plugin broken: TypeError: its hook commands gave <built-in function len>, which is no click"),
        ("return click.Command('x')", "plugin broken: TypeError: its hook commands gave <Command x>; it must give a"),
        ("return [click.Command('x'), click.Command('x')]", "its hook commands gave two of the name 'x'"),
        ("return [click.Command('')]", "plugin broken: TypeError: its hook commands gave <Command >"),
        ("return [click.Command('read')]", "plugin broken: the command 'read' belongs to ceasefire; it was left out"),
    ],
)
def test_a_plugin_whose_commands_fail_costs_only_itself(command: Run, install: Any, body: str, why: str) -> None:
    install("broken", {"broken": "broken_plugin"}, broken_plugin=a_plugin(body))
    install("greeter", {"greeter": "greeter_plugin"}, greeter_plugin=GREETER)
    assert command("greet", "Budi").out == b"Halo, Budi!\n"
    assert why in " ".join(command("--help").out.decode().split())
    unknown = command("frob")
    assert unknown.status == 2
    assert "No such command 'frob'; " in unknown.err
    assert why in unknown.err
    told = command("plugins", "--only", "broken,greeter")
    assert told.status == 1
    assert why in told.out.decode()


def test_one_that_names_no_hook_does_not_spoil_the_next(command: Run, install: Any) -> None:
    spoiled = "from ceasefire import hookimpl\n@hookimpl\ndef kommands():\n    return []\n"
    install("broken", {"broken": "broken_plugin"}, broken_plugin=spoiled)
    install("greeter", {"greeter": "greeter_plugin"}, greeter_plugin=GREETER)
    assert command("greet", "Budi").out == b"Halo, Budi!\n"
    told = command("plugins", "--only", "broken,greeter").out.decode()
    assert told.count("unknown hook") == 2  # in its row, and once among the problems


def test_of_two_plugins_the_first_by_name_keeps_a_command(command: Run, install: Any) -> None:
    for name in ("b-second", "a-first"):
        body = f"return [click.Command('who', callback=lambda: click.echo('{name}'))]"
        install(name, {name: name.replace("-", "_")}, **{name.replace("-", "_"): a_plugin(body)})
    assert command("who").out == b"a-first\n"
    told = command("plugins", "--only", "a-first,b-second")
    assert told.status == 1
    assert "plugin b-second: the command 'who' belongs to plugin a-first; it was left out" in told.out.decode()
    assert command("plugins", "--only", "b-second").status == 0
