"""A followed story in a terminal: for each thing that changed who said what, when; and two versions word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from discrepancy.followed import Happening, Line, Timeline, TimelineText, VersionState
from discrepancy.formats.shortened import short
from discrepancy.formats.terminal.safe_text import safe_text
from discrepancy.formats.timeline.articles import standing_of
from discrepancy.formats.timeline.differences import Edit, Run, compare_words
from discrepancy.formats.timeline.figures import unit_of
from discrepancy.formats.timeline.names import Named, names_of
from discrepancy.formats.timeline.rows import rows_of
from discrepancy.formats.timeline.times import Axis, axis_of
from discrepancy.formats.words import Words

__all__ = ["draw_difference", "print_difference", "print_timeline", "timeline_lines"]

_LOOK = {
    Happening.FIRST: "",
    Happening.CHANGED: "bold",
    Happening.CORRECTED: "bold yellow",
    Happening.WITHDRAWN: "bold magenta",
    Happening.STALE: "bold red",
}
_EDITS = {
    Edit.TAKEN_OUT: ("[-", "-]", "red"),
    Edit.PUT_IN: ("{+", "+}", "green"),
    Edit.KEPT: ("", "", ""),
    Edit.CUT: ("", "", "dim"),
}
_LONGEST = 200
"""Characters of a value or a note that are shown."""


def timeline_lines(timeline: Timeline, width: int = 80, *, colour: bool = False, language: str = "en") -> list[str]:
    """What :func:`print_timeline` prints, as lines."""
    console = _console(width, colour=colour)
    print_timeline(timeline, console, language)
    return _printed(console)


def draw_difference(one: TimelineText, other: TimelineText, width: int = 80, *, colour: bool = False) -> str:
    """What :func:`print_difference` prints, as a string; empty where both have the same words."""
    console = _console(width, colour=colour)
    print_difference(one, other, console)
    return "\n".join(_printed(console))


def print_timeline(timeline: Timeline, console: Console, language: str = "en") -> None:
    """Print a timeline: its head, a table for each thing that changed or is disputed, a line for each other."""
    words = Words(language)
    axis, named = axis_of(timeline, words), names_of(timeline)
    console.print(safe_text(timeline.title or timeline.story, console, "bold"))
    for said in _head(timeline, axis, len(named)):
        console.print(safe_text(said, console, "dim"))
    for line in timeline.lines:
        if line.moved:
            _print_line(line, axis, named, console)
    still = [line for line in timeline.lines if not line.moved]
    if still:
        console.print()
        console.print(safe_text(words("timeline.still"), console, "bold"))
        for line in still:
            value = short(line.lanes[0].steps[0].label, _LONGEST)
            console.print(Padding(safe_text(f"{_called(line, words)}: {value}", console), (0, 0, 0, 2)))
    if timeline.texts:
        console.print()
        console.print(safe_text(words("timeline.versions_by_number"), console, "bold"))
        console.print(Padding(_versions(timeline, axis, named, console), (0, 0, 0, 2)))


def _print_line(line: Line, axis: Axis, named: Mapping[str, Named], console: Console) -> None:
    """Print what it is, the sentence that first told it, and the table."""
    console.print()
    console.print(safe_text(_called(line, axis.words), console, "bold"))
    if sentence := line.lanes[0].steps[0].sentence:
        console.print(Padding(safe_text(short(sentence, _LONGEST), console, "dim"), (0, 0, 0, 2)))
    console.print(Padding(_table(line, axis, named, console), (0, 0, 0, 2)))


def print_difference(one: TimelineText, other: TimelineText, console: Console) -> None:
    """Print how two versions differ: ``[-what was taken out-]`` and ``{+what was put in+}``."""
    if one.paragraphs == other.paragraphs:
        console.print(safe_text("No word of what is compared differs.", console))
        return
    for paragraph in compare_words(one.paragraphs, other.paragraphs):
        line = Text()
        for place, run in enumerate(paragraph):
            line.append(" " if place and run.spaced else "")
            line.append_text(_marked(run, console))
        console.print(line)


def _head(timeline: Timeline, axis: Axis, articles: int) -> Iterator[str]:
    words = axis.words
    versions = words.count("timeline.versions", len(timeline.texts))
    yield words("timeline.of", versions=versions, articles=words.count("timeline.sources", articles))
    seen = [text.version.seen for text in timeline.texts] or [timeline.now]
    span = words("timeline.span", first=axis.dated(min(seen)), last=axis.dated(max(seen)))
    yield f"{span}. {words('timeline.utc')}."
    yield words("never")


def _called(line: Line, words: Words) -> str:
    unit = unit_of(line.unit, words)
    return f"{line.subject} ({words('list').join(filter(None, (words(f'kind.{line.kind.value}'), unit)))})"


def _table(line: Line, axis: Axis, named: Mapping[str, Named], console: Console) -> Table:
    """A row a step; the words by which a version says that it changed stand below what it did."""
    table = _rows()
    for row in rows_of(line, (), axis, named):
        look = _LOOK[row.what]
        what = safe_text(row.said, console, look)
        if row.note:
            note = safe_text(f"{axis.words('timeline.note')} {short(row.note, _LONGEST)}", console, "dim")
            what = Text("\n").join([what, note])
        value = safe_text(short(row.value or axis.words("timeline.none"), _LONGEST), console, look)
        table.add_row(safe_text(row.when, console), safe_text(row.source, console), value, what)
    return table


def _versions(timeline: Timeline, axis: Axis, named: Mapping[str, Named], console: Console) -> Table:
    """A row a version, with the number by which it can be asked for."""
    table = _rows()
    read: set[str] = set()
    for text in timeline.texts:
        version = text.version
        first = version.state is VersionState.ARTICLE and version.article not in read
        read |= {version.article} if version.state is VersionState.ARTICLE else set()
        said = standing_of(text, axis.words, first=first)
        cells = (str(version.number), axis.told(version.seen), named[version.article].name, short(said, _LONGEST))
        table.add_row(*(safe_text(cell, console) for cell in cells))
    return table


def _rows() -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    for _ in range(3):
        table.add_column(overflow="fold")
    return table


def _marked(run: Run, console: Console) -> Text:
    opening, closing, look = _EDITS[run.edit]
    return safe_text(f"{opening}{run.text}{closing}", console, look)


def _console(width: int, *, colour: bool) -> Console:
    return Console(
        file=StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        emoji=False,
        markup=False,
    )


def _printed(console: Console) -> list[str]:
    text = console.file.getvalue() if isinstance(console.file, StringIO) else ""
    return [line.rstrip() for line in text.split("\n")[:-1]]
