"""Words of a text that look like a name and are not what they show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from discrepancy.model import Span
from discrepancy.names.characters import family, is_lookalike, shows_cyrillic

__all__ = ["Spoof", "find_spoofs"]

_ZERO: Final = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_BIDI: Final = "\u202a-\u202e\u2066-\u2069"
_INNER: Final = "\u00ad\u0300-\u036f"
_WORD: Final = re.compile(rf"[{_BIDI}]*[^\W\d_](?:[^\W\d_]|[{_INNER}{_ZERO}{_BIDI}])*")
_HIDDEN: Final = re.compile(rf"[{_BIDI}]|(?<=[^\W\d_])[{_ZERO}]+(?=[^\W\d_])")
_SHORTEST: Final = 3
"""Letters of a word that is taken for a name by its capital alone."""
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Spoof:
    """A word with the characters in it that are not what they show: ``U+0430 CYRILLIC SMALL LETTER A``."""

    span: Span
    characters: tuple[str, ...]


def find_spoofs(text: str, within: Span, people: Sequence[Span]) -> Iterator[Spoof]:
    """The spoofed words of names in part of a text.

    A word counts as a name where it stands in ``people``, or begins with a capital and goes on in small letters.

    Args:
        text: a document's text.
        within: the part of it that is looked at.
        people: where persons are named in the whole text.
    """
    part = text[within.start : within.end]
    if part.isascii():
        return
    directions = any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in part)
    for match in _WORD.finditer(part):
        if match[0].isascii():
            continue
        span = Span(within.start + match.start(), within.start + match.end())
        named = any(span.overlaps(other) for other in people)
        letters = "".join(char for char in match[0] if char.isalpha())
        if named or _like_a_name(letters):
            found = [*_hidden(match[0], directions=directions), *_foreign(letters, named=named)]
            if found:
                yield Spoof(span, tuple(dict.fromkeys(map(_named, found))))


def _like_a_name(letters: str) -> bool:
    return len(letters) >= _SHORTEST and letters[0].isupper() and letters[1:].islower()


def _hidden(word: str, *, directions: bool) -> Iterator[str]:
    """The characters of a word that show nothing; in a text that has words from right to left, none of these."""
    if directions or family(word) != "LATIN":
        return
    for match in _HIDDEN.finditer(word):
        yield from match[0]


def _foreign(letters: str, *, named: bool) -> Sequence[str]:
    """The letters of a word that are drawn like those of the alphabet that the rest of it is in."""
    latin = [char for char in letters if family(char) == "LATIN"]
    others = [char for char in letters if family(char) != "LATIN"]
    if not latin or not others or {family(char) for char in others} - {"CYRILLIC", *(("GREEK",) if named else ())}:
        return ()
    if all(map(is_lookalike, others)):
        return others
    return latin if all(map(shows_cyrillic, latin)) else ()


def _named(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, 'UNNAMED')}"
