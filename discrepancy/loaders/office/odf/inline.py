"""The text of an OpenDocument paragraph: what a reader sees of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from discrepancy.loaders.articles.raised import raised
from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.office.elements import child, value
from discrepancy.loaders.office.odf.state import State
from discrepancy.model import BlockRole
from discrepancy.settings import Revisions

__all__ = ["Inline"]

# Source: OpenDocument 1.3 part 3, chapters 6 (paragraph elements), 7 (fields), 10 (frames), 14.1 (annotations).
_NEVER = frozenset(
    "note-citation ruby-text placeholder hidden-text hidden-paragraph script annotation-end event-listeners image "
    "object object-ole plugin".split()
)
_FRAMES = frozenset("frame g custom-shape rect ellipse polygon".split())
_CHANGES = frozenset({"change", "change-start", "change-end"})
_MOST_SPACES = 100


@dataclass(slots=True)
class Inline:
    """Gathers the text of a paragraph, or of several that are one in this reading.

    Attributes:
        state: of the reading.
        end: called where a deleted text has the end of a paragraph in it.
        frame: called with every frame that is tied to a paragraph.
    """

    state: State
    end: Callable[[BlockRole | None], None]
    frame: Callable[[etree._Element], None]
    _run: list[str] = field(default_factory=list)

    def taken(self) -> str:
        """What was gathered, which is forgotten with this."""
        text = "".join(self._run)
        self._run = []
        return text

    def paragraph(self, element: etree._Element, *, hidden: bool = False) -> None:
        """Add the text of a paragraph."""
        before = len(self._run)
        self._walk(element)
        if hidden:
            del self._run[before:]

    def change(self, element: etree._Element, name: str) -> None:
        """Pass the mark of a tracked change."""
        number, state = value(element, "change-id"), self.state
        if name == "change-start" and number in state.regions.inserted:
            state.inside.add(number)
        elif name == "change-end":
            state.inside.discard(number)
        elif name == "change" and state.reading is Revisions.ORIGINAL and not state.hidden:
            # A file may name one deletion twice, or inside of itself.
            self._restored(state.regions.deleted.pop(number, None))

    def _restored(self, deletion: etree._Element | None) -> None:
        """Put deleted paragraphs back: the first goes on with the text before, the last with the text after."""
        role: BlockRole | None = None
        first = True
        for each in () if deletion is None else deletion:
            if local_name(each) in ("p", "h", "list"):
                if not first:
                    self.end(role)
                role = self.state.styles.role(value(each, "style-name"))
                self._walk(each)
                first = False

    def _walk(self, element: etree._Element) -> None:
        self._add(element.text)
        for each in element:
            self._one(each, local_name(each))
            self._add(each.tail)

    def _one(self, each: etree._Element, name: str) -> None:
        if name == "s":
            count = value(each, "c")
            self._add(" " * min(int(count) if count.isdecimal() and len(count) < 4 else 1, _MOST_SPACES))
        elif name == "tab":
            self._add("\t")
        elif name == "line-break":
            self._run.append("" if self.state.hidden else "\n")
        elif name in _CHANGES:
            self.change(each, name)
        elif name in _FRAMES:
            self._unless_hidden(self.frame, each)
        elif name == "note":
            self._unless_hidden(self.state.notes.append, child(each, "note-body"))
        elif name == "annotation":
            self._unless_hidden(self.state.comments.append, each)
        elif name not in _NEVER:
            self._styled(each, value(each, "style-name"))

    def _styled(self, each: etree._Element, style: str) -> None:
        styles = self.state.styles
        if styles.hides(style) or styles.strikes(style):
            return
        before = len(self._run)
        self._walk(each)
        if styles.raises(style):
            self._run[before:] = [raised("".join(self._run[before:]))]

    def _unless_hidden(self, what: Callable[[etree._Element], None], element: etree._Element | None) -> None:
        if element is not None and not self.state.hidden:
            what(element)

    def _add(self, text: str | None) -> None:
        """Text, in which the line ends of its source mean no more than a space."""
        if text and not self.state.hidden:
            self._run.append(text.replace("\r", " ").replace("\n", " "))
