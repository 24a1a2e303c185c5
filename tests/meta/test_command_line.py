"""Every command, option and argument of the command line explains itself."""

from collections.abc import Iterator

import pytest
from typer.main import get_command

from discrepancy.cli import app
from discrepancy.formats import all_formats


def commands() -> Iterator[tuple[str, object]]:
    """Name and command, the program itself first."""
    root = get_command(app)
    yield "discrepancy", root
    yield from sorted(getattr(root, "commands", {}).items())


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
