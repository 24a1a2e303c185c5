"""Bytes to text: UTF-8 first, then what a byte order mark says, then the older encodings that make sense of it.

A wrong encoding seldom fails: it gives other letters. So an older encoding is taken only where the letters that it
gives stand where such letters stand in real text ("don’t", "São"), and never where they make "donâ€™t".
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from discrepancy.errors import NotText, UnknownEncoding

__all__ = ["Decoded", "decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLDER = ("cp1252", "mac_roman", "cp850", "cp1250")
_SAMPLE = 262_144
_PLAUSIBLE = 0.9
# In UTF-16 Latin text nearly every second byte is zero; the others are never.
_MOST, _FEW = 0.6, 0.05
_ENOUGH_FOREIGN = 0.4
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_REMEDY = "Save it as UTF-8 text."

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_MARKS = "‘’‚“”„–—…«»•·"
_SIGNS = "€£¥¢§©®°±²³½¼¾¹º×†\u00a0\u00ad"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the name of the encoding that it was in. A byte order mark is no part of the text."""

    text: str
    encoding: str


def decode(data: bytes, where: str = "") -> Decoded:
    """Decode the bytes of a text file.

    Args:
        data: the whole file.
        where: its name, for the message.

    Raises:
        NotText: if it is no text in any encoding: it holds bytes that text does not have.
        UnknownEncoding: if it is text in no encoding that we know.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], name, where), name, where)
    wide = _wide(data)
    if wide:
        return _checked(_strict(data, wide, where), wide, where)
    try:
        return _checked(data.decode("utf-8"), "utf-8", where)
    except UnicodeDecodeError as problem:
        first_bad, cut_off = problem.start, problem.end - problem.start > 1
    if b"\x00" in data:
        raise _not_text(where)
    # Letters of several bytes that are right as far as they go: UTF-8 that was cut or mixed, not something older.
    older = None if cut_off or not data[:first_bad].isascii() else _older(data)
    if older is None:
        raise UnknownEncoding(
            f"is text in no encoding that is known (as UTF-8 it is wrong from byte {first_bad} on).",
            where=where,
            remedy=_REMEDY,
        )
    return _checked(_strict(data, older, where), older, where)


def _strict(data: bytes, name: str, where: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as problem:
        raise UnknownEncoding(
            f"says that it is {name.upper()}, and is not from byte {problem.start} on.", where=where, remedy=_REMEDY
        ) from problem


def _checked(text: str, name: str, where: str) -> Decoded:
    """The decoded text, if it is text: control characters are what binary data turns into."""
    if len(_CONTROL.findall(text)) > max(1, len(text) // 100) or "\x00" in text:
        raise _not_text(where)
    return Decoded(text, name)


def _not_text(where: str) -> NotText:
    return NotText(
        "is binary data, not text.", where=where, remedy="Save the article's text as a UTF-8 .txt file and give that."
    )


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in Latin text every other byte is zero."""
    even, odd = data[0:_SAMPLE:2], data[1:_SAMPLE:2]
    if len(data) < 4 or len(data) % 2 or not odd:
        return None
    zero_even, zero_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if zero_odd > _MOST and zero_even < _FEW:
        return "utf-16-le"
    return "utf-16-be" if zero_even > _MOST and zero_odd < _FEW else None


def _older(data: bytes) -> str | None:
    """The older encoding that makes most sense of the bytes, or None."""
    sample = data if len(data) <= _SAMPLE else _around(data)
    best = max(_OLDER, key=lambda name: _plausibility(sample, name))
    if _plausibility(sample, best) >= _PLAUSIBLE and _decodes(data, best):
        return best
    guess = from_bytes(sample).best()
    if guess is None or not _decodes(data, guess.encoding):
        return None
    return guess.encoding if guess.percent_coherence > 0 and _foreign(str(guess)) >= _ENOUGH_FOREIGN else None


def _around(data: bytes) -> bytes:
    """A sample of a large file that holds its first bytes beyond ASCII."""
    first = next(re.finditer(rb"[\x80-\xff]", data)).start()
    return data[max(0, first - 1024) : first + _SAMPLE]


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _plausibility(sample: bytes, name: str) -> float:
    """The share of the characters beyond ASCII that stand where such characters stand in text, 0..1."""
    text = sample.decode(name, "replace")
    runs = list(_NOT_ASCII.finditer(text))
    good = sum(_plausible(text, run) for run in runs)
    return good / len(runs) if runs else 0.0


def _plausible(text: str, run: re.Match[str]) -> bool:
    """Whether a run of characters beyond ASCII is one that Western European text has in such a place."""
    inside = run.group()
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    if "\ufffd" in inside or any(_is_c1(character) for character in inside):
        return False
    if all(character in _MARKS or character in _SIGNS for character in inside):
        return len(inside) <= 3
    letters = inside.strip(_MARKS + "\u00a0")
    if not letters.isalpha() or len(letters) > 2:
        return False
    near_letter = before.isalpha() or after.isalpha() or not (before + after).strip()
    # "donÕt": a capital in the middle of a word comes of a wrong encoding.
    shouting = letters.isupper() and before.islower()
    return near_letter and not shouting


def _is_c1(character: str) -> bool:
    return 0x80 <= ord(character) < 0xA0


def _foreign(text: str) -> float:
    """The share of letters beyond ASCII: a guess is trusted where they are most of the text, not a few among it."""
    solid = [character for character in text[:4096] if not character.isspace()]
    return sum(character.isalpha() and not character.isascii() for character in solid) / len(solid) if solid else 0.0
