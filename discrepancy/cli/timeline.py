"""``discrepancy timeline``: who said what of a followed story, and when."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from discrepancy.cli import arguments as a
from discrepancy.cli.telling import counted
from discrepancy.errors import UsageError
from discrepancy.formats.visible import plain

if TYPE_CHECKING:
    from discrepancy.config import InForce
    from discrepancy.store.versions import Versions

__all__ = ["timeline"]

Story = Annotated[
    str | None,
    typer.Argument(metavar="[STORY]", help="Its id, or how that begins; all stories are listed where none is given."),
]
StoreFile = Annotated[
    Path | None, typer.Option("--store", metavar="FILE", help="What the watcher keeps; else that of discrepancy.toml.")
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write a page there (.html) that can be printed.")
]
Between = Annotated[
    tuple[int, int] | None,
    typer.Option("--between", metavar="A B", help="Show the words that differ between two versions, by their numbers."),
]
Export = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Write the versions that stand there as files, for discrepancy review and check."),
]
MOST = 40
"""Stories that are listed unless all are asked for."""
Every = Annotated[bool, typer.Option("--all", help=f"List all stories, and not only the {MOST} that moved last.")]


def timeline(  # noqa: PLR0913, PLR0917 - a parameter an option, as typer has it
    story: Story = None,
    store: StoreFile = None,
    output: Output = None,
    between: Between = None,
    export: Export = None,
    every: Every = False,
    language: a.Language = None,
    config: a.Config = None,
) -> None:
    """Show who said what of a followed story and when: in the terminal, or as a page."""
    if story is None:
        _ensure_none({"--output": output, "--between": between, "--export": export})
    elif every:
        raise UsageError("--all is for the list of stories.", remedy="Leave out --all, or the story.")
    if output is not None:
        _ensure_page(output, between)
    from discrepancy.config import in_force
    from discrepancy.store.versions import open_versions

    held = in_force({"store": store, "language": language}, [], file=config)
    if held.store is None:
        raise UsageError("It is not said which store.", remedy="Name the watcher's with --store FILE.")
    with open_versions(held.store, read_only=True) as versions:
        if story is None:
            _list(versions, every=every)
            return
        name = versions.story_of(story)
        if name is None:
            remedy = "Without a story, discrepancy timeline lists them all."
            raise UsageError(f"There is no story {story!r}, or several begin so.", remedy=remedy)
        if export is not None:
            _export(versions, name, export)
        if between is not None:
            _difference(versions, name, between)
        elif output is not None or export is None:
            _timeline(versions, name, output, held)


def _ensure_none(of_a_story: Mapping[str, object]) -> None:
    for name, given in of_a_story.items():
        if given is not None:
            raise UsageError(f"{name} is of one story, and none is named.", remedy="Name it: timeline lists them all.")


def _ensure_page(output: Path, between: tuple[int, int] | None) -> None:
    if between is not None:
        remedy = "Leave out -o or --between: the page shows what became of each version, too."
        raise UsageError("What differs between two versions is shown in the terminal only.", remedy=remedy)
    if output.suffix.lower() not in {".html", ".htm"}:
        raise UsageError(f"A timeline is written as a page, and {output.name} is none.", remedy="Name an .html file.")


def _list(versions: Versions, *, every: bool) -> None:
    """The stories that several articles tell, or that have several versions, the one that moved last first."""
    rows = sorted(versions.stories(), key=lambda row: (row.last, row.id), reverse=True)
    told = [row for row in rows if row.articles > 1 or row.versions > 1]
    shown = told if every else told[:MOST]
    for row in shown:
        many = f"{counted(row.articles, 'article')}, {counted(row.versions, 'version')}"
        typer.echo(plain(f"{row.id}  {row.last:%Y-%m-%d %H:%M}  {row.title}  ({many})"))
    left = f"; the {MOST} that moved last are listed, --all lists them all" if len(shown) < len(told) else ""
    alone = counted(len(rows) - len(told), "story", "stories")
    typer.echo(f"{counted(len(told), 'story', 'stories')} told by several or changed{left}; {alone} seen once.")


def _timeline(versions: Versions, name: str, output: Path | None, held: InForce) -> None:
    from discrepancy.watch.drawing import timeline_of

    drawn = timeline_of(versions, name, held.settings)
    if output is None:
        from discrepancy.formats.terminal.timeline import print_timeline

        print_timeline(drawn, Console(), held.language)
        return
    from discrepancy.formats.timeline import draw_timeline
    from discrepancy.report import put
    from discrepancy.settings import Presentation

    put(output, draw_timeline(drawn, Presentation(language=held.language)))
    typer.echo(f"Timeline: {plain(str(output))}")


def _difference(versions: Versions, name: str, numbers: tuple[int, int]) -> None:
    from discrepancy.formats.terminal.timeline import print_difference
    from discrepancy.watch.drawing import version_text

    own = {version.number for version in versions.versions_of(name)}
    for number in numbers:
        if number not in own:
            what = f"Version {number} is none of this story."
            raise UsageError(what, remedy="discrepancy timeline STORY gives the numbers.")
    one, other = (version_text(versions, number) for number in numbers)
    print_difference(one, other, Console())


def _export(versions: Versions, name: str, folder: Path) -> None:
    from discrepancy.watch.exporting import export

    written = export(versions, name, folder)
    where = plain(str(folder))
    typer.echo(f"{counted(written, 'version')} written to {where}, with a story.toml that names store and story.")
