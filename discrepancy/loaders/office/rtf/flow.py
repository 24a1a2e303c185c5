"""Text of a Rich Text file as it comes, gathered into paragraphs, rows of tables, notes and comments."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from discrepancy.loaders.articles import Part, part
from discrepancy.loaders.office.tables import is_layout, row
from discrepancy.model import BlockRole, Landmark

__all__ = ["Flow"]


@dataclass(slots=True)
class Flow:
    """Paragraphs of the text, of a note, or of a text box."""

    parts: list[Part] = field(default_factory=list)
    run: list[str] = field(default_factory=list)
    later: list[Part] = field(default_factory=list)
    """The text of boxes, which follows the paragraph that they are tied to."""
    paragraphs: int = 0
    tables: int = 0
    _cell: list[Part] = field(default_factory=list)
    _row: list[list[Part]] = field(default_factory=list)
    _rows: list[list[list[Part]]] = field(default_factory=list)

    def end(self, role: BlockRole | None, *, in_table: bool = False) -> None:
        """A paragraph ends."""
        made = self._taken(role)
        if in_table:
            self._cell += [made] if made.text else []
            return
        if made.text:
            self._end_table()
            self._add(made)
        self.parts += self.later
        self.later = []

    def end_cell(self, role: BlockRole | None) -> None:
        """A cell ends, and with it the last paragraph in it."""
        self.end(role, in_table=True)
        self._row.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """A row ends."""
        self._rows.append(self._row)
        self._row = []

    def close(self) -> list[Part]:
        """All of it, with what was not ended."""
        self.end(None)
        if self._cell or self._row:
            self._row.append(self._cell)
            self.end_row()
        self._end_table()
        return self.parts

    def _end_table(self) -> None:
        rows, self._rows = self._rows, []
        if not rows:
            return
        self.tables += 1
        if is_layout(rows):
            for each in (made for cells in rows for cell in cells for made in cell):
                self._add(each)
            return
        role = BlockRole.BODY if self.paragraphs else None
        lines = (row(cells, role, f"table {self.tables}, row {number}") for number, cells in enumerate(rows, start=1))
        self.parts += [line for line in lines if line.text]

    def _add(self, made: Part) -> None:
        self.paragraphs += 1
        self.parts.append(replace(made, landmarks=(Landmark(0, f"paragraph {self.paragraphs}"),)))

    def _taken(self, role: BlockRole | None) -> Part:
        text = "".join(self.run)
        self.run = []
        if any("\ud800" <= each <= "\udfff" for each in text):
            # A character beyond the first plane comes as two halves.
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
        return part(text, role)
