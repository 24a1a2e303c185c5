"""The parts of an article in an OpenDocument text: paragraphs, headings, lists, tables, frames, notes, comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from discrepancy.loaders.articles import Part, part
from discrepancy.loaders.articles.headlines import with_headline
from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.office.elements import value
from discrepancy.loaders.office.odf.inline import Inline
from discrepancy.loaders.office.odf.package import Opened
from discrepancy.loaders.office.odf.state import State
from discrepancy.loaders.office.tables import is_layout, row
from discrepancy.model import BlockRole, Landmark

__all__ = ["parts_of"]

# Source: OpenDocument 1.3 part 3, chapters 5 (text), 8 (indexes), 9 (tables), 10 (frames).
_NEVER = frozenset(
    "tracked-changes sequence-decls variable-decls user-field-decls dde-connection-decls forms table-of-content "
    "illustration-index table-index object-index user-index alphabetical-index bibliography change-info shapes "
    "alphabetical-index-auto-mark-file title desc".split()
)
_FRAMES = frozenset("frame g custom-shape rect ellipse polygon text-box".split())
_ROWS = frozenset({"table-header-rows", "table-rows", "table-row-group"})


def parts_of(opened: Opened, state: State) -> list[Part]:
    """All parts of an OpenDocument text in one reading of its changes, its notes and comments at the end."""
    parts = _parts(opened.text, state)
    notes: list[Part] = []
    numbers: dict[str, int] = {}
    # A note may hold a note of its own, which then is one of those still to come.
    for place in state.notes:
        kind = value(place.getparent(), "note-class") or "footnote"
        numbers[kind] = numbers.get(kind, 0) + 1
        marks = (Landmark(0, f"{kind} {numbers[kind]}"),)
        notes += [replace(each, role=BlockRole.BODY, landmarks=marks) for each in _parts(place, state)]
    comments = [part(f"{who}{text}", BlockRole.FURNITURE, place) for who, text, place in _comments(state)]
    return [*with_headline(parts), *notes, *comments]


def _parts(container: etree._Element, state: State) -> list[Part]:
    story = _Story(state)
    story.blocks(container)
    story.end(None)
    return story.parts


def _comments(state: State) -> Iterator[tuple[str, str, str]]:
    for number, annotation in enumerate(state.comments, start=1):
        creator = next((each.text for each in annotation if local_name(each) == "creator"), None)
        text = " ".join(each.text for each in _parts(annotation, state))
        if text:
            yield f"Comment by {creator}: " if creator else "Comment: ", text, f"comment {number}"


@dataclass(slots=True)
class _Story:
    """Reads the blocks of a container into parts."""

    state: State
    parts: list[Part] = field(default_factory=list)
    later: list[etree._Element] = field(default_factory=list)
    """Frames, whose text follows the paragraph that they are tied to."""
    paragraphs: int = 0
    tables: int = 0
    listed: int = 0
    inline: Inline = field(init=False)

    def __post_init__(self) -> None:
        """Give paragraphs a reader of their text, which ends them where deleted text does."""
        self.inline = Inline(self.state, self.end, self.later.append)

    def blocks(self, container: etree._Element) -> None:
        """Read what is in a container, in order."""
        for each in container:
            name = local_name(each)
            if name in ("p", "h"):
                self.paragraph(each, name)
            elif name == "table":
                self.table(each)
            elif name in _FRAMES:
                self.later.append(each)
            elif name == "list":
                self.listed += 1
                self.blocks(each)
                self.listed -= 1
            elif name.startswith("change"):
                self.inline.change(each, name)
            elif name not in _NEVER and value(each, "display") != "none":
                self.blocks(each)

    def paragraph(self, element: etree._Element, name: str) -> None:
        """Read a paragraph or heading."""
        style = value(element, "style-name")
        role = self.state.styles.role(style)
        if name == "h":
            role = role if role in (BlockRole.HEADLINE, BlockRole.SUMMARY, BlockRole.BODY) else BlockRole.SUBHEAD
        self.inline.paragraph(element, hidden=self.state.styles.hides(style))
        self.end(role or (BlockRole.BODY if self.listed else None))

    def end(self, role: BlockRole | None) -> None:
        """A paragraph ends; where its end was not there yet, the next one goes on with it."""
        if self.state.hidden:
            return
        made = part(self.inline.taken(), role)
        if made.text:
            self.paragraphs += 1
            self.parts.append(replace(made, landmarks=(Landmark(0, f"paragraph {self.paragraphs}"),)))
        frames, self.later[:] = list(self.later), []
        for box in (box for frame in frames for box in _boxes(frame)):
            marks = (Landmark(0, f"text box after paragraph {self.paragraphs}"),)
            self.parts += [
                replace(each, role=each.role or BlockRole.BODY, landmarks=marks) for each in _parts(box, self.state)
            ]

    def table(self, element: etree._Element) -> None:
        """Read a table as lines, or as paragraphs where it only lays them out."""
        self.end(None)
        self.tables += 1
        rows = [[_parts(cell, self.state) for cell in cells] for cells in _rows(element)]
        if is_layout(rows):
            for each in (made for cells in rows for cell in cells for made in cell):
                self.paragraphs += 1
                self.parts.append(replace(each, landmarks=(Landmark(0, f"paragraph {self.paragraphs}"),)))
            return
        role = BlockRole.BODY if self.paragraphs else None
        lines = (row(cells, role, f"table {self.tables}, row {number}") for number, cells in enumerate(rows, start=1))
        self.parts += [line for line in lines if line.text]


def _rows(table: etree._Element) -> Iterator[list[etree._Element]]:
    for each in table:
        name = local_name(each)
        if name == "table-row":
            yield [cell for cell in each if local_name(cell) == "table-cell"]
        elif name in _ROWS:
            yield from _rows(each)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The boxes of text in a frame, a group or a shape."""
    if local_name(element) == "text-box" or any(local_name(each) == "p" for each in element):
        yield element
        return
    for each in element:
        yield from _boxes(each)
