"""The rows of the matrix: templates draw each shape of row and of cell once, and what is told is put into it after.

A page may hold 10,000 rows in a few dozen shapes: all that stands around a source's words is the same wherever the
version, the state, the letters and the blocks are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape  # half the time of markupsafe's; words stand between tags, where quotation marks mean nothing

from markupsafe import Markup

from discrepancy.formats.view.parts import Cell, Row

__all__ = ["Rows"]

_SLOT = Markup("<>")
"""Stands in a shape for what is put in. Whatever comes from data is escaped, so it is nowhere else."""
Shape = list[str]
"""What stands before, between and after the things put in."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Draws rows; one for each page.

    Attributes:
        row: the template's macro, given a row, what it is filtered by, its cells, drawn, and its subject's language.
        cell: the template's macro, given a cell, and the label and the language of its version.
        sources: the labels of the versions.
        languages: of the versions, each empty where it is the page's own.
        tags: by a row's anchor, what it is filtered by.
        linked: whether a source's words lead to their place in its text.
    """

    row: Callable[[Row, str, str, str], str]
    cell: Callable[[Cell, str, str], str]
    sources: Sequence[str]
    languages: Sequence[str]
    tags: Mapping[str, str]
    linked: bool = True
    _row_shapes: dict[tuple[object, ...], Shape] = field(default_factory=dict)
    _cell_shapes: dict[tuple[object, ...], Shape] = field(default_factory=dict)

    def __call__(self, rows: Iterable[Row]) -> Markup:
        """The rows one after the other."""
        parts: list[str] = []
        for row in rows:
            self._draw(row, parts)
        return Markup("".join(parts))  # noqa: S704 -- shapes are the templates', words are escaped, anchors are safe

    def _draw(self, row: Row, parts: list[str]) -> None:
        tags, cards = self.tags.get(row.anchor, ""), row.cards[:1]
        key = (row.kind, bool(tags), bool(cards), row.standing)
        shape = self._row_shapes.get(key) or self._row_shape(key, row, tags)
        filled = (row.anchor, *([tags] if tags else []), *cards, escape(row.subject, quote=False))
        for before, each in zip(shape, filled, strict=False):  # a shape has a slot for the cells, and an end
            parts += (before, each)
        parts.append(shape[-2])
        for column, cell in enumerate(row.cells):
            self._draw_cell(column, cell, parts)
        parts.append(shape[-1])

    def _draw_cell(self, column: int, cell: Cell, parts: list[str]) -> None:
        key: tuple[object, ...] = (column, id(cell.state), cell.more)  # a member of an Enum is slow to hash
        for each in cell.words:
            key += (each.letter, each.times, id(each.block))
        shape = self._cell_shapes.get(key) or self._cell_shape(key, column, cell)
        for place, each in enumerate(cell.words):
            text = escape(each.text, quote=False)
            if self.linked:
                parts.append(f"{shape[2 * place]}{each.anchor}{shape[2 * place + 1]}{text}")
            else:
                parts.append(f"{shape[place]}{text}")
        parts.append(shape[-1])

    def _row_shape(self, key: tuple[object, ...], row: Row, tags: str) -> Shape:
        bare = replace(row, anchor=_SLOT, subject=_SLOT, cards=(_SLOT,) if row.cards else ())
        self._row_shapes[key] = shape = _shape(self.row(bare, _SLOT if tags else "", _SLOT, self._language(row)))
        return shape

    def _cell_shape(self, key: tuple[object, ...], column: int, cell: Cell) -> Shape:
        link = _SLOT if self.linked else ""
        bare = replace(cell, words=tuple(replace(each, anchor=link, text=_SLOT) for each in cell.words))
        self._cell_shapes[key] = shape = _shape(self.cell(bare, self.sources[column], self.languages[column]))
        return shape

    def _language(self, row: Row) -> str:
        """The language of a subject in a source's words, which a row with a kind has, if all versions share it."""
        shared = set(self.languages)
        return shared.pop() if row.kind and len(shared) == 1 else ""


def _shape(drawn: str) -> Shape:
    return str(drawn).split(str(_SLOT))
