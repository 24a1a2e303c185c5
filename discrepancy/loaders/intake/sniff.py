"""What a file's first bytes say it is, whatever its name says."""

from __future__ import annotations

import re
from enum import StrEnum

__all__ = ["Content", "binary_name", "sniff"]


class Content(StrEnum):
    """What the beginning of a file looks like."""

    EMPTY = "empty"
    BINARY = "binary"
    MARKUP = "markup"
    JSON = "JSON"
    TEXT = "text"


_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"\xff\xfe", b"\xfe\xff")
# Source: the formats' own specifications, as gathered in the magic file of file(1).
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"RIFF", "a RIFF sound, picture or video"),
    (b"PAR1", "a Parquet table"),
)
# A name alone can be an article's first word ("PAR1 …" can not); these need a byte that text does not have.
_ALSO_WORDS = (b"GIF8", b"BZh", b"ID3", b"RIFF", b"PAR1", b"OggS")
_MARKUP = re.compile(rb"\s*<(?:!doctype|\?xml|html|head|body|nitf|newsml|newsitem|rss|feed)\b", re.IGNORECASE)
_JSON = re.compile(rb'\s*(?:\{\s*(?:"|\})|\[\s*(?:[\{"\d\]-]|true|false|null))')
# In UTF-16 Latin text nearly every second byte is zero; the others are never.
_MOST, _FEW = 0.6, 0.05
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def sniff(head: bytes) -> Content:
    """Tell what a file is from its first bytes."""
    if not head:
        return Content.EMPTY
    if binary_name(head):
        return Content.BINARY
    bare = head.removeprefix(_BOMS[0])
    if _MARKUP.match(bare):
        return Content.MARKUP
    return (
        Content.JSON if _JSON.match(bare) and not bare.lstrip().startswith((b"[Caption", b"[Photo")) else Content.TEXT
    )


def binary_name(head: bytes) -> str:
    """What kind of binary file begins so ("a PNG image"); empty for text."""
    for signature, name in _SIGNATURES:
        if head.startswith(signature) and (signature not in _ALSO_WORDS or _CONTROL.search(head)):
            return name
    if head.startswith(_BOMS) or _looks_wide(head):
        return ""
    return "binary data" if _too_many_controls(head) else ""


def _looks_wide(head: bytes) -> bool:
    """Whether every other byte is zero, as in UTF-16 that does not say so (mostly Latin letters)."""
    even, odd = head[0::2], head[1::2]
    zeros = sorted((even.count(0) / max(1, len(even)), odd.count(0) / max(1, len(odd))))
    return len(head) >= 4 and zeros[0] < _FEW and zeros[1] > _MOST


def _too_many_controls(head: bytes) -> bool:
    """Whether more than one byte in a hundred (or any zero byte) is a control character that text does not use."""
    return b"\x00" in head or len(_CONTROL.findall(head)) > max(1, len(head) // 100)
