"""The commands: what each is called and what it does in a line. Its module is imported when it is called.

The lines stand here, not with the commands, so that the program's help imports none of them;
``tests/meta/test_command_line.py`` holds that each is what the command's own help begins with.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

if TYPE_CHECKING:
    from typer._click.core import Command, Context  # typer's own names for what it hands out

__all__ = ["COMMANDS", "Commands", "Later"]

COMMANDS: Final = {
    "check": "Check versions of one story and report where their facts can not all be right.",
    "group": "Find which documents tell the same story, and keep others on the same topic apart.",
    "batch": "Check an archive: find the stories that its documents tell, check each, write tables and pages.",
    "extract": "Print the facts that documents state, as a table or as JSON.",
    "load": "Show what is read of files: their blocks by role, and what is known of each and where it came from.",
    "rules": "List the rules, or explain one: what fires, why it matters, its limits.",
    "import-aliases": "Make a file for --house-style from the people of a Wikidata dump on this machine.",
    "accept-names": "Add spellings of names that reviewers found acceptable to the desk's own file, for --house-style.",
    "config": "Show every setting that is in force for a check, and where it comes from.",
    "doctor": "Say whether all that a check needs is there and whole, and what to do where it is not.",
    "review": "Review one story at a desk in the browser: decide on its findings while its versions change.",
    "watch": "Follow feeds, pages and folders over time, keep every version, and tell where a fact changes.",
    "timeline": "Show who said what of a followed story and when: in the terminal, or as a page.",
    "decisions": "The log of what was decided: read it, check it, export it, import another desk's.",
}
"""Every command, in the order of the help. It is the function, or the :class:`typer.Typer` with commands of its own,
of that name in the module of that name in this room (``import_aliases`` in ``import_aliases.py``)."""


class Later(TyperCommand):
    """Stands for a command until it is called: the program's help needs no more of it than its line."""

    def make_context(self, *args: Any, **named: Any) -> Context:  # noqa: ANN401 - handed on as they are
        """Begin a call: of the command itself, which takes over from here."""
        return self.itself().make_context(*args, **named)

    def itself(self) -> Command:
        """The command, made from its module."""
        attribute = str(self.name).replace("-", "_")
        found = getattr(import_module(f"discrepancy.cli.{attribute}"), attribute)
        if not isinstance(found, typer.Typer):
            alone = typer.Typer(add_completion=False, rich_markup_mode=None)
            alone.command(self.name)(found)
            found = alone
        made = get_command(found)
        made.name = self.name
        return made


class Commands(TyperGroup):
    """The program, with every command still to be imported."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(**given)
        for name, line in COMMANDS.items():
            self.add_command(Later(name, help=line))
