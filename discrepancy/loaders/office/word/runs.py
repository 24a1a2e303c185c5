"""The text of a Word paragraph in one reading: what a reader sees of its runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from discrepancy.loaders.articles.raised import raised
from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.office.elements import child, is_on, value
from discrepancy.loaders.office.word.changes import is_shown
from discrepancy.loaders.office.word.styles import Styles
from discrepancy.loaders.office.word.symbols import LITERALS, symbol
from discrepancy.settings import Revisions

__all__ = ["Runs", "alternative"]

# Source: ECMA-376 part 1, 17.3 (paragraphs), 17.5 (custom markup), 17.16 (fields), 22.1 (mathematics).
_NEVER = frozenset(
    "ppr rpr instrtext delinstrtext sdtpr sdtendpr rt rubypr object altchunk contentpart customxmlpr smarttagpr "
    "annotationref footnoteref endnoteref ctrlpr".split()
)
_PICTURES = frozenset({"drawing", "pict"})
_NOTES = {"footnotereference": "footnotes", "endnotereference": "endnotes"}


def alternative(element: etree._Element) -> etree._Element | None:
    """The one of an element's alternatives that is read: the first choice, as a new Word does."""
    return next((each for each in element if local_name(each) in ("choice", "fallback")), None)


@dataclass(slots=True)
class Runs:
    """Reads paragraphs, in order, since a field may span several.

    Attributes:
        styles: of the file.
        reading: of its tracked changes.
        fields: whether fields are told from their results; not in a file in which some never end.
        notes: kind and id of the notes whose marks were read, in order.
        boxes: text boxes that the paragraph read last holds.
    """

    styles: Styles
    reading: Revisions
    fields: bool = True
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    _results: list[bool] = field(default_factory=list)

    def text(self, paragraph: etree._Element) -> str:
        """What a reader sees of a paragraph."""
        self.boxes = []
        return "".join(self._walk(paragraph))

    def _walk(self, element: etree._Element) -> Iterator[str]:
        for each in element:
            name = local_name(each)
            if name in ("t", "deltext"):
                yield self._shown(each.text or "")
            elif name in LITERALS:
                yield self._shown(LITERALS[name])
            elif name == "sym":
                yield self._shown(symbol(each))
            elif name == "fldchar":
                self._field(value(each, "fldCharType"))
            elif name in _PICTURES:
                self.boxes += _boxes(each)
            elif name in _NOTES:
                self.notes.append((_NOTES[name], value(each, "id")))
            elif name == "alternatecontent":
                chosen = alternative(each)
                yield from self._walk(chosen) if chosen is not None else ()
            elif name not in _NEVER and self._is_seen(each, name):
                inside = self._walk(each)
                yield from (raised(text) for text in inside) if name == "r" and self._is_raised(each) else inside

    def _is_seen(self, element: etree._Element, name: str) -> bool:
        if name == "r":
            properties = child(element, "rpr")
            own = child(properties, "vanish")
            style = value(child(properties, "rstyle"))
            struck = is_on(child(properties, "strike")) or is_on(child(properties, "dstrike"))
            return not struck and not (is_on(own) if own is not None else bool(style) and self.styles.hides(style))
        if name == "sdt":
            return not is_on(child(element, "sdtpr", "showingplchdr"))
        return is_shown(name, self.reading)

    def _is_raised(self, run: etree._Element) -> bool:
        properties = child(run, "rpr")
        told = value(child(properties, "vertalign")) or self.styles.stands(value(child(properties, "rstyle")))
        return told == "superscript"

    def _shown(self, text: str) -> str:
        return text if all(self._results) else ""

    def _field(self, kind: str) -> None:
        """Between a field's begin and its separator stand its code and what that is made of, never its result."""
        if not self.fields:
            return
        if kind == "begin":
            self._results.append(False)
        elif self._results:
            if kind == "separate":
                self._results[-1] = True
            elif kind == "end":
                self._results.pop()


def _boxes(element: etree._Element) -> list[etree._Element]:
    found = []
    for each in element:
        name = local_name(each)
        chosen = alternative(each) if name == "alternatecontent" else each
        if name == "txbxcontent":
            found.append(each)
        elif chosen is not None:
            found += _boxes(chosen)
    return found
