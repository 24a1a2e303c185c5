"""The parts of an article in a Word file: paragraphs, headings, lists, tables, text boxes, notes, comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from discrepancy.loaders.articles import Part, part
from discrepancy.loaders.articles.headlines import with_headline
from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.office.elements import child, is_on, value
from discrepancy.loaders.office.tables import is_layout, row
from discrepancy.loaders.office.word.changes import is_shown, mark_is_shown
from discrepancy.loaders.office.word.package import Opened
from discrepancy.loaders.office.word.runs import Runs, alternative
from discrepancy.loaders.office.word.styles import Styles
from discrepancy.model import BlockRole, Landmark
from discrepancy.settings import Revisions

__all__ = ["parts_of"]

_THROUGH = frozenset({"sdtcontent", "customxml", "smarttag", "ins", "del", "moveto", "movefrom", "body"})


def parts_of(opened: Opened, reading: Revisions) -> list[Part]:
    """All parts of a Word file in one reading of its changes: its text, its notes, its comments."""
    root = opened.docx.element
    begins, ends = (sum(value(each, "fldCharType") == kind for each in _marks(root)) for kind in ("begin", "end"))
    story = _Story(Runs(Styles(opened.docx.styles.element), reading, fields=begins == ends))
    parts = list(story.parts(root))
    return [*with_headline(parts), *_notes(opened, story), *_comments(opened, story)]


def _marks(root: etree._Element) -> Iterator[etree._Element]:
    return (each for each in root.iter() if local_name(each) == "fldchar")


@dataclass(slots=True)
class _Story:
    """Reads the blocks of a container: the body, a cell, a text box, a note."""

    runs: Runs
    paragraphs: int = 0
    tables: int = 0
    pending: list[str] = field(default_factory=list)
    """Texts of paragraphs whose mark is not there in this reading: the next paragraph goes on with them."""

    def parts(self, container: etree._Element) -> Iterator[Part]:
        for block in self.blocks(container, ("p", "tbl")):
            if local_name(block) == "p":
                yield from self.paragraph(block)
            else:
                yield from self.left()
                yield from self.table(block)
        yield from self.left()

    def blocks(self, container: etree._Element, wanted: tuple[str, ...]) -> Iterator[etree._Element]:
        """The elements of these names in a container, also inside controls and changes."""
        for each in container:
            name = local_name(each)
            if name in wanted:
                yield each
            elif name == "alternatecontent":
                chosen = alternative(each)
                yield from self.blocks(chosen, wanted) if chosen is not None else ()
            elif name == "sdt":
                if not is_on(child(each, "sdtpr", "showingplchdr")):
                    yield from self.blocks(each, wanted)
            elif name in _THROUGH and is_shown(name, self.runs.reading):
                yield from self.blocks(each, wanted)

    def paragraph(self, element: etree._Element) -> Iterator[Part]:
        properties = child(element, "ppr")
        mark = child(properties, "rpr")
        style = value(child(properties, "pstyle"))
        text = self.runs.text(element)
        boxes = self.runs.boxes
        self.pending.append("" if style and self.runs.styles.hides(style) else text)
        if mark_is_shown(mark, self.runs.reading) and not is_on(child(mark, "vanish")):
            role = self.runs.styles.role(style)
            if role is None and child(properties, "numpr") is not None:
                role = BlockRole.BODY
            yield from self.left(role)
        for box in boxes:
            inner = _Story(self.runs)
            for each in inner.parts(box):
                marks = (Landmark(0, f"text box after paragraph {self.paragraphs}"),)
                yield replace(each, role=each.role or BlockRole.BODY, landmarks=marks)

    def left(self, role: BlockRole | None = None) -> Iterator[Part]:
        """What is pending, as a paragraph."""
        made = part("".join(self.pending), role)
        self.pending = []
        if made.text:
            self.paragraphs += 1
            yield replace(made, landmarks=(Landmark(0, f"paragraph {self.paragraphs}"),))

    def table(self, element: etree._Element) -> Iterator[Part]:
        self.tables += 1
        rows = [self.cells(each) for each in self.blocks(element, ("tr",))]
        if is_layout(rows):
            for each in (made for cells in rows for cell in cells for made in cell):
                self.paragraphs += 1
                yield replace(each, landmarks=(Landmark(0, f"paragraph {self.paragraphs}"),))
            return
        # A form at the top (slug, writer, desk) is no text of the article.
        role = BlockRole.BODY if self.paragraphs else None
        for number, cells in enumerate(rows, start=1):
            yield row(cells, role, f"table {self.tables}, row {number}")

    def cells(self, element: etree._Element) -> list[list[Part]]:
        reading = self.runs.reading
        if not mark_is_shown(child(element, "trpr"), reading):
            return []
        shown = (each for each in self.blocks(element, ("tc",)) if mark_is_shown(child(each, "tcpr"), reading))
        return [list(_Story(self.runs).parts(each)) for each in shown]


def _notes(opened: Opened, story: _Story) -> Iterator[Part]:
    """The notes whose marks stand in the text, numbered as a reader sees them."""
    roots = {kind: opened.beside.get(kind, ()) for kind in ("footnotes", "endnotes")}
    every = {(kind, value(each, "id")): each for kind in roots for each in roots[kind] if not value(each, "type")}
    numbers = dict.fromkeys(roots, 0)
    # A note that is pointed to twice stands there once.
    for mark in dict.fromkeys(story.runs.notes):
        if mark not in every:
            continue
        numbers[mark[0]] += 1
        place = (Landmark(0, f"{mark[0].rstrip('s')} {numbers[mark[0]]}"),)
        for each in _Story(story.runs).parts(every[mark]):
            yield replace(each, role=BlockRole.BODY, landmarks=place)


def _comments(opened: Opened, story: _Story) -> Iterator[Part]:
    number = 0
    for comment in opened.beside.get("comments", ()):
        text = " ".join(each.text for each in _Story(story.runs).parts(comment))
        if text:
            number += 1
            who = value(comment, "author").strip()
            yield part(
                f"Comment by {who}: {text}" if who else f"Comment: {text}", BlockRole.FURNITURE, f"comment {number}"
            )
