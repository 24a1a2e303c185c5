"""The bytes of a web page as text: what browsers do, and a wrong declaration does no harm."""

from __future__ import annotations

import codecs
import re

from discrepancy.errors import InputError, NotText
from discrepancy.text.encoding import decode

__all__ = ["page_text"]

_LOOKED_AT = 8192
_META = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_PROLOG = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
# Source: WHATWG Encoding Standard, "names and labels": what browsers read under an older name.
_LABELS = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "l1", "cp819"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean"), "cp949"),
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    # A declaration that can be read byte by byte is not in one of these.
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "utf-32", "unicode"), "utf-8"),
}
_SEVEN_BIT = frozenset({"iso-2022-jp", "hz-gb-2312"})
_NOT_FOR_TEXT = frozenset("base64 bz2 hex quopri rot13 uu zlib punycode idna unicode_escape raw_unicode_escape".split())
_TWO_SCRIPTS = re.compile(r"[A-Za-z][\u0370-\u04ff\u0590-\u06ff]|[\u0370-\u04ff\u0590-\u06ff][A-Za-z]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MOST_BAD = 0.1
"""Stray bytes among the letters of several bytes, where a page is UTF-8 with something older pasted into it."""


def page_text(data: bytes, where: str, declared: str = "") -> str:
    """Decode a page.

    Args:
        data: all of it.
        where: the path to show.
        declared: the encoding that its carrier names (a part of an MHTML file); it comes before the page's own word.

    Raises:
        NotText: it is binary.
        UnknownEncoding: it is text in no encoding that is known.
    """
    told = _codec(declared) or _codec(_declared(data[:_LOOKED_AT]))
    if told in _SEVEN_BIT and b"\x1b" in data and (text := _decoded(data, told)) is not None:
        return text
    if data.startswith(_BOMS) or _decoded(data, "utf-8") is not None:
        return decode(data, where).text
    if told and told != "utf-8" and (text := _decoded(data, told)) is not None and not _CONTROL.search(text):
        return _unless_mixed(text, data, where)
    return _mended(data, where)


def _declared(head: bytes) -> str:
    match = _META.search(head) or _PROLOG.match(head)
    return match[1].decode("ascii", "replace") if match else ""


def _codec(label: str) -> str:
    """Python's name of the codec for a label; empty for a label that names none."""
    name = label.strip().strip("\"'").lower()
    try:
        found = codecs.lookup(_LABELS.get(name, name)).name if name else ""
    except (LookupError, ValueError):
        return ""
    return "" if found.replace("-", "_") in _NOT_FOR_TEXT else found.replace("_", "-")


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _unless_mixed(text: str, data: bytes, where: str) -> str:
    """The text, unless it has words of two scripts, as a wrong declaration makes, and another reading has none."""
    if not _TWO_SCRIPTS.search(text):
        return text
    try:
        other = decode(data, where).text
    except InputError:
        return text
    return text if _TWO_SCRIPTS.search(other) else other


def _mended(data: bytes, where: str) -> str:
    """A page that declares nothing, or what it is not: an older encoding, or UTF-8 with a few bytes of one."""
    kept = data.decode("utf-8", "ignore")
    strays = len(data) - len(kept.encode())
    wide = sum(not character.isascii() for character in kept)
    if wide and strays <= max(1, _MOST_BAD * wide) and b"\x00" not in data:
        text = data.decode("utf-8", _STRAY)
        if len(_CONTROL.findall(text)) <= len(text) // 100:
            return text
        raise NotText("is binary data, not a web page.", where=where, remedy="Save the page again from the browser.")
    return decode(data, where).text


def _stray(problem: UnicodeError) -> tuple[str, int]:
    """What a byte that is no UTF-8 stands for on a page that is: a letter pasted from Windows, or nothing."""
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    return problem.object[problem.start : problem.end].decode("cp1252", "ignore"), problem.end


_STRAY = "discrepancy.stray"
codecs.register_error(_STRAY, _stray)
