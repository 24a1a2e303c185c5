"""Every command, option and argument of the command line explains itself, and none is loaded before it is called."""

import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from discrepancy.cli import app
from discrepancy.cli.commands import COMMANDS as LINES
from discrepancy.cli.commands import Later
from discrepancy.formats import all_formats

ROOM = Path(str(sys.modules["discrepancy.cli"].__file__)).parent
HEAVY = {"babel", "lxml", "numpy", "pandas", "rapidfuzz", "rich", "scipy", "sklearn", "spacy"}


def commands() -> Iterator[tuple[str, object]]:
    """Name and command, the program itself first."""
    root = get_command(app)
    yield "discrepancy", root
    for name, command in sorted(getattr(root, "commands", {}).items()):
        itself = command.itself() if isinstance(command, Later) else command
        yield name, itself
        yield from ((f"{name} {below}", each) for below, each in getattr(itself, "commands", {}).items())


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a process of the program has imported when it is done."""
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('loaded', *sys.modules))\n"
        f"sys.argv[1:] = {list(arguments)!r}\n"
        "from discrepancy.cli import main\n"
        "main()"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    return set(ran.stdout.splitlines()[-1].split()[1:])


COMMANDS = dict(commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_command_has_help(name: str) -> None:
    assert getattr(COMMANDS[name], "help", None)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_parameter_has_help(name: str) -> None:
    parameters = getattr(COMMANDS[name], "params", [])
    assert not [each.name for each in parameters if not getattr(each, "help", None)]


def test_the_help_names_every_format() -> None:
    [told] = [each.help for each in getattr(COMMANDS["check"], "params", []) if each.name == "format"]
    assert f"({', '.join(all_formats())})" in told


def test_the_help_of_the_program_begins_as_that_of_each_command_does() -> None:
    shown = {name: inspect.cleandoc(str(getattr(COMMANDS[name], "help", ""))).split("\n\n")[0] for name in LINES}
    assert {name: " ".join(told.split()) for name, told in shown.items()} == LINES


def test_every_command_is_listed_and_is_there() -> None:
    assert set(LINES) == set(getattr(get_command(app), "commands", {}))
    assert all((ROOM / f"{name.replace('-', '_')}.py").is_file() for name in LINES)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]], ids=" ".join)
def test_the_program_itself_loads_no_command_and_nothing_heavy(arguments: list[str]) -> None:
    loaded = loaded_by(*arguments)
    assert "discrepancy.cli.program" in loaded
    assert not {name.partition(".")[0] for name in loaded} & HEAVY
    ours = {name for name in loaded if name.startswith("discrepancy.")}
    assert ours <= {"discrepancy.cli", "discrepancy.cli.commands", "discrepancy.cli.program", "discrepancy.errors"}


def test_the_rules_are_listed_without_what_checks_are_made_with() -> None:
    loaded = loaded_by("rules")
    assert "discrepancy.rules.value_differs" in loaded
    assert not {name.partition(".")[0] for name in loaded} & (HEAVY - {"rapidfuzz"})  # which rules compare names with


def test_the_package_alone_loads_nothing_of_its_own() -> None:
    code = "import sys, discrepancy; print([name for name in sys.modules if name.startswith('discrepancy.')])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["check", "load", "extract"])
def test_help_of_a_command_loads_neither_the_engine_nor_tables(name: str) -> None:
    assert not loaded_by(name, "--help") & {"pandas", "spacy", "sklearn", "scipy", "numpy", "lxml"}
