"""Words as numbers: every token is read once, and remembered."""

from __future__ import annotations

import re
from struct import Struct
from zlib import crc32

from discrepancy.grammar.dates.words import WEEKDAYS
from discrepancy.lexicon import words
from discrepancy.stories.kinds import kind_words
from discrepancy.text.characters import fold, plain

__all__ = ["DAY", "FIGURE", "NAMED", "Codes"]

FIGURE = 1 << 31
"""The bit of a term's hash that says that it is a figure."""

DAY = 0xFFFF0000
"""Terms from here on are days of the week, counted from Monday, or once the document's day is known days: twice the
lowest bits of their number. They stand behind the figures."""
NAMED = 1
"""The bit that says that a term, wherever the document has it, begins with a capital: it may be a name. The
words of a kind ("Judge", "River") have none: what two trials share by them is no name."""

_LONGEST = 64
"""Letters of a token that are read: what is longer is no word."""
_REMEMBERED = 1 << 17
"""Tokens that are remembered; then all are forgotten, so that memory does not grow with what is read."""
_SHORTEST = 3
_STEM = 6
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"\W*(\d+(?:[.,]\d+)*)")
_PAIR = Struct("<II")
_OWNED = re.compile(r"'s?\W*$", re.IGNORECASE)


class Codes(dict[str, bytes]):
    """The code of each token, as white space parts them: four bytes for its term, then four for its word.

    The word's hash is for rows of words; 0 where the token has no letter or digit. The term's is that of a figure as it
    is written, less the commas, or of the first letters of a telling word; 0 where it tells nothing. They are bytes, as
    those of a whole text are joined quicker than a number is made of each.
    """

    def __missing__(self, token: str) -> bytes:
        """Read a token that was not seen before."""
        code = _code(token[:_LONGEST])
        if len(token) <= _LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[token] = code
        return code


def _code(token: str) -> bytes:
    written = _OWNED.sub("", plain(token))
    word = fold(written).replace(" ", "")
    return _PAIR.pack(_term(written, word), _hash(word) | 1) if word else bytes(_PAIR.size)


def _term(written: str, word: str) -> int:
    number = _NUMBER.match(written)
    if number:
        return min(_hash(number[1].replace(",", "")) & ~NAMED | FIGURE, DAY - 2)
    if word in WEEKDAYS:
        return DAY + 2 * int(WEEKDAYS[word])
    if len(word) < _SHORTEST or word in words("stop_words"):
        return 0
    letter = _LETTER.search(written)
    named = NAMED if letter and letter[0].isupper() and word not in kind_words() else 0
    return _hash(word[:_STEM]) & ~(FIGURE | NAMED) | named or NAMED << 1


def _hash(word: str) -> int:
    return crc32(word.encode())
