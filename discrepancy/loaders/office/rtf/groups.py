"""What holds inside a group of Rich Text, up to its end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from discrepancy.loaders.office.rtf.words import NO_TEXT

__all__ = ["Group", "Place", "place_of"]


class Place(Enum):
    """Where the text of a group goes."""

    TEXT = auto()
    NOWHERE = auto()
    SHAPE = auto()
    """Nowhere, but for the text of the box in it, and for the other of two spellings."""
    NOTE = auto()
    COMMENT = auto()
    COMMENTER = auto()
    BOX = auto()
    FONTS = auto()
    STYLES = auto()
    INFO = auto()
    TITLE = auto()
    AUTHOR = auto()
    KEYWORDS = auto()


_PLACES = {
    "footnote": Place.NOTE,
    "annotation": Place.COMMENT,
    "atnauthor": Place.COMMENTER,
    "shpinst": Place.SHAPE,
    "do": Place.SHAPE,
    "upr": Place.SHAPE,
    "fonttbl": Place.FONTS,
    "stylesheet": Place.STYLES,
    "info": Place.INFO,
}
_IN_INFO = {"title": Place.TITLE, "author": Place.AUTHOR, "keywords": Place.KEYWORDS}
_IN_SHAPE = {"shptxt": Place.BOX, "dptxbxtext": Place.BOX, "ud": Place.TEXT}
_THROUGH = frozenset({"shppict", "ud", "shptxt"})
_NAMED = {"s": "style", "uc": "skip"}
_SWITCHES = {
    "v": "hidden",
    "deleted": "deleted",
    "revised": "revised",
    "super": "raised",
    "strike": "struck",
    "striked": "struck",
}


def place_of(word: str, place: Place, *, starred: bool) -> Place:
    """Where text goes after a control word.

    Args:
        word: without its backslash.
        place: where it went before.
        starred: whether a mark before the word says: skip the group if the word is not known.
    """
    if place is Place.NOWHERE:
        return place
    if place is Place.SHAPE:
        return _IN_SHAPE.get(word, place)
    if place is Place.INFO:
        return _IN_INFO.get(word, Place.NOWHERE if word in NO_TEXT or starred else place)
    if word in _PLACES:
        return _PLACES[word]
    unknown = starred and word not in _THROUGH
    return Place.NOWHERE if word in NO_TEXT or unknown else place


@dataclass(slots=True)
class Group:
    r"""What holds inside a group; the group in it begins with a copy.

    Attributes:
        place: where its text goes.
        opened: whether its place was opened in it, and ends with it.
        starred: whether its next word stands behind ``\*``.
        font: number of the font, None where none was named.
        skip: how many characters stand in for one that is given by its number.
        hidden, deleted, revised, raised, struck: properties of its characters.
        style, listed, in_table: properties of its paragraphs.
    """

    place: Place = Place.TEXT
    opened: bool = False
    starred: bool = False
    font: int | None = None
    skip: int = 1
    hidden: bool = False
    deleted: bool = False
    revised: bool = False
    raised: bool = False
    struck: bool = False
    style: int = 0
    listed: bool = False
    in_table: bool = False
    endnote: bool = False

    def inner(self) -> Group:
        """The group that begins in this one."""
        return replace(self, opened=False, starred=False)

    def set(self, word: str, number: int | None) -> None:
        """Take a control word that is a property; any other is passed over."""
        if word in _SWITCHES:
            setattr(self, _SWITCHES[word], number != 0)
        elif word in _NAMED:
            setattr(self, _NAMED[word], max(0, number or 0))
        elif word == "f":
            self.font = number
        elif word == "plain":
            self.hidden = self.deleted = self.revised = self.raised = self.struck = False
            self.font = None
        elif word in ("nosupersub", "sub"):
            self.raised = False
        elif word == "pard":
            self.style, self.listed, self.in_table = 0, False, False
        elif word == "ls":
            self.listed = bool(number)
        elif word == "intbl":
            self.in_table = True
        elif word == "ftnalt":
            self.endnote = True
