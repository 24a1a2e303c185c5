"""Many stories in a terminal: a line each, what needs an eye first, and the verdict over all."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from discrepancy.formats.terminal.safe_text import safe_text
from discrepancy.formats.view.stories import Standing, Stories, StoryLine
from discrepancy.formats.words import Words

__all__ = ["print_stories"]

STYLES = {
    Standing.CONFLICT: "bold red",
    Standing.CHECK: "bold yellow",
    Standing.FAILED: "bold red",
    Standing.PARTIAL: "bold yellow",
}
WIDE = 90
"""Columns from which the stories stand as a table; below they stand one under the other."""


def print_stories(stories: Stories, console: Console) -> None:
    """Print the index of many stories: standing, name, counts and file of each, then the verdict line."""
    words = Words(stories.language)
    rows = [[safe_text(text, console, look) for text, look in _cells(line, words)] for line in stories.lines]
    if console.width >= WIDE:
        console.print(_table(rows))
    else:
        for badge, name, *rest in rows:
            console.print(badge, name)
            for part in filter(None, rest):
                console.print(Padding(part, (0, 0, 0, 2)))
    for text, look in ((stories.embargo, "bold red"), (stories.line, "bold")):
        if text:
            console.print(safe_text(text, console, look))


def _table(rows: list[list[Text]]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    for _ in range(3):
        table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _cells(line: StoryLine, words: Words) -> tuple[tuple[str, str], ...]:
    """What is told of a story, and how each part looks."""
    badge = f"{line.standing.glyph} {words(f'stories.of.{line.standing.value}')}"
    return (badge, STYLES.get(line.standing, "")), (line.name, ""), (_counts(line, words), ""), (line.link, "dim")


def _counts(line: StoryLine, words: Words) -> str:
    """What was found in a story, or why it could not be checked."""
    if line.failed:
        return line.failed
    counts = (("conflicts", line.conflicts), ("check", line.to_check), ("explained", line.explained))
    said = [words.count(f"verdict.{key}", number) for key, number in counts if number]
    said += [words.count("verdict.versions", line.versions)] if line.versions else []
    said += [words.count("verdict.unread", line.unread)] if line.unread else []
    said += [line.embargo] if line.embargo else []
    return words("list").join(said)
