"""What was read of files, in a terminal: what is known of each and where it came from, and a picture of its blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from discrepancy.formats.shortened import short
from discrepancy.formats.terminal.known import KnownRow, known_rows
from discrepancy.formats.terminal.safe_text import knows_unicode, safe_text
from discrepancy.formats.words import Words
from discrepancy.model import BlockRole, Document
from discrepancy.text.characters import squeeze

__all__ = ["print_loaded"]

_STYLES = {
    BlockRole.HEADLINE: "bold",
    BlockRole.SUBHEAD: "bold",
    BlockRole.SUMMARY: "cyan",
    BlockRole.DATELINE: "cyan",
    BlockRole.CAPTION: "green",
    BlockRole.CREDIT: "green",
    BlockRole.CORRECTION: "bold yellow",
    BlockRole.FURNITURE: "dim",
}
_NOWHERE = "in no block"
_LONGEST = 300
"""Characters of a value that are shown: a note to editors may be a page long."""
_NAMES = max(len(role.value) for role in BlockRole)
_BAR, _WIDE_BAR = 8, 16
_WIDE = 100
"""Columns from which there is room to say where in its file a block stood."""
_EIGHTHS = " ▏▎▍▌▋▊▉"


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a picture: a block, or characters that are in none."""

    role: str
    style: str
    words: int
    text: str
    place: str


def print_loaded(
    documents: Sequence[Document],
    console: Console,
    *,
    draft: str = "",
    identical: Collection[Sequence[str]] = (),
) -> None:
    """Print what was read of each document, in order, and how many they are.

    Args:
        documents: as the loaders made them.
        console: where to print.
        draft: the id of the newsroom's own; empty where none is.
        identical: ids of documents whose texts are the same.
    """
    paths = Counter(document.path for document in documents)
    for document in documents:
        _print(document, console, is_draft=document.id == draft, of_several=paths[document.path] > 1)
    for ids in identical:
        console.print(safe_text(f"The same text: {', '.join(ids)}.", console))
    read = "1 document" if len(documents) == 1 else f"{len(documents):,} documents"
    console.print(Text(f"{read} read.", style="bold"))


def _print(document: Document, console: Console, *, is_draft: bool, of_several: bool) -> None:
    head = safe_text(document.path, console, "bold")
    for told in _standing(document, is_draft=is_draft, of_several=of_several):
        head.append_text(safe_text(f" [{told}]", console, "bold yellow"))
    console.print(Rule(head, align="left", style="dim", characters="─" if knows_unicode(console) else "-"))
    console.print(Padding(_known(document, console), (0, 0, 1, 0)))
    lines = list(_lines(document))
    console.print(_picture(lines, console, places=bool(document.landmarks)))
    console.print(Padding(safe_text(_sums(lines), console, "dim"), (0, 0, 1, 0)))


def _standing(document: Document, *, is_draft: bool, of_several: bool) -> Iterator[str]:
    if of_several:
        yield document.id
    if is_draft:
        yield "your draft"
    if document.partial:
        yield "part of the article only"


def _known(document: Document, console: Console) -> Table:
    """What is known of a document: each field's value, then in dim lines what else was found, with its origin."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, min_width=_NAMES)
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for row in known_rows(document, Words()):
        table.add_row(*_cells(row, console))
    return table


def _cells(row: KnownRow, console: Console) -> tuple[Text, Text, Text]:
    style = "dim" if row.beaten else "red" if row.lacking else ""
    origin = "dim" if row.beaten else "cyan"
    return (
        safe_text(row.name, console, "dim"),
        safe_text(short(row.value, _LONGEST), console, style),
        safe_text(row.origin, console, origin),
    )


def _lines(document: Document) -> Iterator[_Line]:
    at = 0
    for block in document.blocks:
        yield from _loose(document, at, block.start)
        yield _Line(
            block.role.value,
            _STYLES.get(block.role, ""),
            len(document.text[block.start : block.end].split()),
            document.text[block.start : min(block.end, block.start + _LONGEST)],
            document.landmark_at(block.start),
        )
        at = block.end
    yield from _loose(document, at, len(document.text))


def _loose(document: Document, start: int, end: int) -> Iterator[_Line]:
    """Characters between blocks: a loader that leaves words out of all blocks is seen."""
    text = document.text[start:end]
    if text.strip():
        yield _Line(_NOWHERE, "bold red", len(text.split()), text[:_LONGEST], document.landmark_at(start))


def _picture(lines: Sequence[_Line], console: Console, *, places: bool) -> Table:
    """A line a block: its role, a bar and its words, and how it begins; furniture is dim."""
    wide = console.width >= _WIDE
    size = _WIDE_BAR if wide else _BAR
    most = max((line.words for line in lines), default=0)
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True, min_width=_NAMES)
    table.add_column(no_wrap=True, width=size)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(no_wrap=True, ratio=1, overflow="ellipsis" if knows_unicode(console) else "crop")
    if wide and places:
        table.add_column(no_wrap=True)
    for line in lines:
        bar = _bar(line.words, most, size, fine=knows_unicode(console))
        cells = [safe_text(line.role, console), Text(bar), Text(f"{line.words:,}")]
        cells += [safe_text(squeeze(line.text), console)]
        cells += [safe_text("" if line.place == line.role else line.place, console, "dim")] if wide and places else []
        table.add_row(*cells, style=line.style)
    return table


def _bar(words: int, most: int, size: int, *, fine: bool) -> str:
    """A bar as long as a block's share of the largest block; one that holds a word is never without any."""
    eighths = max(round(8 * size * words / most), int(words > 0)) if most else 0
    if not fine:
        return "#" * -(-eighths // 8)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def _sums(lines: Sequence[_Line]) -> str:
    """How many words are compared, and how many are not."""
    every = sum(line.words for line in lines)
    left = sum(line.words for line in lines if line.role == BlockRole.FURNITURE.value)
    blocks = "1 block" if len(lines) == 1 else f"{len(lines):,} blocks"
    told = f"{blocks}, {every - left:,} words to compare"
    return f"{told}, {left:,} words of furniture ({100 * left // every} %)" if left else told
