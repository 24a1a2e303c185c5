"""Code pages of Rich Text: which one a file, and each of its fonts, is in."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

__all__ = ["CodePages"]

# Source: Rich Text Format Specification 1.9.1 (Microsoft), "Character Set" and "\fcharset".
_CHARACTER_SETS = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_FONT_CHARSETS = {
    77: "mac_roman",
    83: "mac_greek",
    84: "mac_cyrillic",
    128: "cp932",
    129: "cp949",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_MAC_ROMAN = 10_000


@dataclass(slots=True)
class CodePages:
    """The code pages that a file has named so far."""

    default: str = "cp1252"
    _fonts: dict[int, str] = field(default_factory=dict)

    def name(self, word: str, number: int | None) -> bool:
        """Take a control word of the header that names the file's own; whether it was one."""
        if word in _CHARACTER_SETS and number is None:
            self.default = _CHARACTER_SETS[word]
            return True
        if word == "ansicpg" and number is not None:
            self.default = _known(number) or self.default
            return True
        return False

    def font(self, font: int, word: str, number: int) -> None:
        """Note what the table of fonts says of one."""
        page = _FONT_CHARSETS.get(number, "") if word == "fcharset" else _known(number)
        if page:
            self._fonts[font] = page

    def of(self, font: int | None) -> str:
        """The code page of text in a font."""
        return self.default if font is None else self._fonts.get(font, self.default)


def _known(number: int) -> str:
    """The codec of a code page; empty where there is none."""
    name = "mac_roman" if number == _MAC_ROMAN else f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    return name
