"""Characters that Word gives by other means than text."""

from __future__ import annotations

from lxml import etree

from discrepancy.loaders.office.elements import value

__all__ = ["LITERALS", "symbol"]

# Source: ECMA-376 part 1, 17.3.3 "Run content".
LITERALS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "\u2011", "softhyphen": ""}
_PRIVATE = range(0xF000, 0xF100)
# Source: Adobe's Symbol encoding, the characters of it that stand in running text.
_SYMBOL = {
    0x2D: "−", 0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0x6D: "µ",
}  # fmt: skip


def symbol(element: etree._Element) -> str:
    """The character of a ``w:sym``; empty for a pictogram of a font of its own."""
    try:
        code = int(value(element, "char"), 16)
    except ValueError:
        return ""
    if code in _PRIVATE:
        plain = code - _PRIVATE.start
        if value(element, "font").casefold() != "symbol":
            return ""
        return _SYMBOL.get(plain, chr(plain) if chr(plain).isdigit() or chr(plain) in " .,%+/()" else "")
    return chr(code) if 0x20 <= code < 0xE000 and not code >= 0xD800 else ""
