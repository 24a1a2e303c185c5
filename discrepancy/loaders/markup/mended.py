"""XML made ready to be parsed: its document type left out, and what breaks a rule but has a plain meaning put right.

Wires send control characters left over from older lines, HTML's named characters without the document type that
explains them, bare ampersands, and Windows quotation marks under a declaration that says UTF-8.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from discrepancy.errors import InputError
from discrepancy.text.encoding import decode

__all__ = ["mended", "ready"]

_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_CDATA, _CDATA_END = b"<![CDATA[", b"]]>"
_TYPE = b"<!DOCTYPE"
_DOCTYPE = re.compile(rb"<!DOCTYPE\b[^>\[]*(?:\[[^\]]*\]\s*)?>")
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_OF_XML = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_BARE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)")
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_NO_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NO_REFERENCES = re.compile(rb"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));", re.IGNORECASE)


def ready(data: bytes) -> bytes:
    """The same file without its document type, which is never looked at, and with named characters as numbers.

    Lines stay where they are. A file in UTF-16 is left as it is: :func:`mended` makes UTF-8 of it.
    """
    if data.startswith(_WIDE):
        return data
    return _outside(_without_type(data), lambda piece: _NAMED.sub(_number, piece))


def mended(data: bytes) -> bytes | None:
    """The file as UTF-8 without its declaration, without characters that XML does not have, with ``&`` as XML has it.

    Returns:
        None where the bytes are text in no encoding that makes sense of them.
    """
    # Controls are let through to be taken out below: to the decoder many of them are a sign of binary data.
    plain = data if data.startswith(_WIDE) else data.translate(None, bytes(range(8)))
    try:
        text = decode(plain).text
    except InputError:
        return None
    declared = _DECLARATION.match(text)
    bare = text[declared.end() :] if declared else text.lstrip()
    better = ready(_NO_CHARACTERS.sub("", bare).encode("utf-8", "replace"))
    return _outside(better, lambda piece: _BARE.sub(b"&amp;", _NO_REFERENCES.sub(b"", piece)))


def _without_type(data: bytes) -> bytes:
    at = data.find(_TYPE)
    found = _DOCTYPE.match(data, at) if at >= 0 else None
    return data if found is None else data[:at] + b"\n" * found[0].count(b"\n") + data[found.end() :]


def _outside(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The data with everything but its CDATA sections changed."""
    if b"&" not in data:
        return data
    pieces: list[bytes] = []
    at = 0
    while at < len(data):
        start = data.find(_CDATA, at)
        end = data.find(_CDATA_END, start) if start >= 0 else -1
        if end < 0:
            break
        pieces += [change(data[at:start]), data[start : end + len(_CDATA_END)]]
        at = end + len(_CDATA_END)
    return b"".join([*pieces, change(data[at:])])


def _number(match: re.Match[bytes]) -> bytes:
    if match[1] in _OF_XML:
        return match[0]
    said = html.unescape(match[0].decode("ascii"))
    return match[0] if said.endswith(";") and len(said) > 2 else "".join(f"&#{ord(one)};" for one in said).encode()
