"""A Rich Text file read: groups and control words, and where the text between them goes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from discrepancy.errors import Malformed, Unsafe
from discrepancy.loaders.articles import Part
from discrepancy.loaders.office.rtf.codepages import CodePages
from discrepancy.loaders.office.rtf.groups import Group, Place, place_of
from discrepancy.loaders.office.rtf.sheet import Sheet
from discrepancy.loaders.office.rtf.tokens import Token, Type, tokens
from discrepancy.loaders.office.rtf.words import CHARACTERS, PARAGRAPH_ENDS, SYMBOLS
from discrepancy.settings import Revisions

__all__ = ["Reader"]

_DEEPEST = 500
_BULLETS = frozenset({"listtext", "pntext"})
_HIGHEST = 0x10FFFF


@dataclass(slots=True)
class Reader:
    """Reads one file in one reading.

    Attributes:
        where: the path to show.
        reading: of its tracked changes.
        sheet: what was read.
    """

    where: str
    reading: Revisions
    sheet: Sheet = field(init=False)
    _pages: CodePages = field(default_factory=CodePages)
    _groups: list[Group] = field(default_factory=list)
    _group: Group = field(default_factory=Group)
    _bytes: bytearray = field(default_factory=bytearray)
    _skipped: int = 0

    def __post_init__(self) -> None:
        """Begin with an empty sheet."""
        self.sheet = Sheet(self.reading)

    def read(self, text: str) -> list[Part]:
        """All parts of the file.

        Args:
            text: the file, a character a byte.

        Raises:
            Malformed: it is cut off.
            Unsafe, TooLarge: it is a trap, or no article.
        """
        for token in tokens(text, self.where):
            self._take(token)
            if token.type is Type.CLOSE and not self._groups:
                break
        if self._groups:
            raise Malformed(
                f"is cut off: {len(self._groups)} of its groups never end.",
                where=f"{self.where}, byte {len(text)}",
                remedy="Get it again from its sender, or save it again from its own program.",
            )
        return self.sheet.parts()

    def _take(self, token: Token) -> None:
        if token.type in (Type.TEXT, Type.HEX):
            self._characters(token)
            return
        self._flush()
        if token.type is Type.OPEN:
            self._open(token)
        elif token.type is Type.CLOSE:
            self._close()
        elif token.type is Type.SYMBOL:
            self._symbol(token.text)
        else:
            self._word(token.text, token.number)

    def _characters(self, token: Token) -> None:
        """Gather bytes: a letter of some code pages is two of them, one given by its number and one as it is."""
        if token.type is Type.HEX:
            found = bytes.fromhex(token.text)
        else:
            found = token.text.replace("\r", "").replace("\n", "").encode("latin-1")
        skipped = min(self._skipped, len(found))
        self._skipped -= skipped
        self._bytes += found[skipped:]

    def _flush(self) -> None:
        if self._bytes:
            text = self._bytes.decode(self._pages.of(self._group.font), "replace")
            self._bytes.clear()
            self.sheet.add(text, self._group)

    def _open(self, token: Token) -> None:
        if len(self._groups) >= _DEEPEST:
            raise Unsafe(
                "is nested deeper than any article.", where=f"{self.where}, byte {token.at}", remedy="It was not read."
            )
        self._skipped = 0
        self._groups.append(self._group)
        self._group = self._group.inner()

    def _close(self) -> None:
        self._skipped = 0
        closed = self._group
        if self._groups:
            self._group = self._groups.pop()
        if closed.opened:
            self.sheet.close(closed)

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._group.starred = True
        elif symbol in "\r\n":
            self._end("par")
        elif self._skipped:
            self._skipped -= 1
        else:
            self.sheet.add(SYMBOLS.get(symbol, ""), self._group)

    def _word(self, word: str, number: int | None) -> None:
        starred, self._group.starred = self._group.starred, False
        place = place_of(word, self._group.place, starred=starred)
        if place is not self._group.place:
            if word in _BULLETS and self._groups:
                self._groups[-1].listed = True
            outside = self._groups[-2].place if word == "ud" and len(self._groups) > 1 else place
            self._group = replace(self._group, place=outside, opened=True)
            self.sheet.open(self._group)
        elif place is Place.FONTS and number is not None:
            self._font(word, number)
        elif place not in (Place.NOWHERE, Place.SHAPE):
            self._text_word(word, number)

    def _font(self, word: str, number: int) -> None:
        if word == "f":
            self._group.font = number
        elif word in ("fcharset", "cpg") and self._group.font is not None:
            self._pages.font(self._group.font, word, number)

    def _text_word(self, word: str, number: int | None) -> None:
        if word in PARAGRAPH_ENDS or word in ("cell", "nestcell", "row", "nestrow"):
            self._end(word)
        elif word in CHARACTERS:
            if self._skipped:
                self._skipped -= 1
            else:
                self.sheet.add(CHARACTERS[word], self._group)
        elif word == "u" and number is not None:
            code = number + 0x10000 if number < 0 else number
            self.sheet.add(chr(code) if 0 <= code <= _HIGHEST else "", self._group)
            self._skipped = self._group.skip
        elif word in ("revdttm", "revdttmdel"):
            self.sheet.dated(number or 0)
        elif not self._pages.name(word, number):
            self._group.set(word, number)

    def _end(self, word: str) -> None:
        self._skipped = 0
        self.sheet.end(word, self._group)
