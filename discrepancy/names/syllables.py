"""Names in Chinese characters and Hangul, written without spaces: divided into syllables, each with its reading."""

from __future__ import annotations

from typing import Final

from discrepancy.names import characters, lists

__all__ = ["divide", "is_divided", "keys_of", "reads_as_chinese"]

_SHORTEST, _LONGEST = 2, 4
"""Characters of a name; what is longer is a name with a title, or no name."""
_WRITTEN_TOGETHER: Final = frozenset({"CJK", "HANGUL"})
_FINALS: Final = {"g": "k", "d": "t", "b": "p"}
"""What anyascii writes for the last sound of a syllable, and what the revised romanisation and newsrooms do."""
_SINGLE: Final = {"i": "yi", "u": "woo", "o": "oh", "a": "ah", "lyu": "ryu"}
"""Syllables of one letter, as news writes them: a letter alone would be an initial."""
_SURNAMES: Final = {"yi": "lee", "bak": "park"}
"""Surnames that news writes otherwise than the same syllable in a given name."""
_LONGEST_SYLLABLE = 3
"""Letters of a given name that may be a syllable too: Jin, Lin."""
_LAST_LETTERS: Final = tuple("aeioughklmnprt")


def divide(piece: str) -> list[str]:
    """A word of two to four Chinese characters or Hangul syllables as its characters; any other word as it is."""
    if piece.isascii() or not _SHORTEST <= len(piece) <= _LONGEST:
        return [piece]
    scripts = {characters.family(char) for char in piece}
    return list(piece) if len(scripts) == 1 and scripts <= _WRITTEN_TOGETHER else [piece]


def is_divided(pieces: list[str]) -> bool:
    """Whether a name was written in characters of a syllable each, the surname first."""
    return len(pieces) > 1 and all(
        len(piece) == 1 and characters.family(piece) in _WRITTEN_TOGETHER for piece in pieces
    )


def keys_of(pieces: list[str]) -> list[str]:
    """The readings of a divided name's syllables in plain small letters, as news romanises them."""
    keys = [_syllable(piece) for piece in pieces]
    return [_SURNAMES.get(keys[0], keys[0]), *keys[1:]] if characters.family(pieces[0]) == "HANGUL" else keys


def _syllable(char: str) -> str:
    key = characters.letters(char)
    if characters.family(char) != "HANGUL":
        return key
    key = _SINGLE.get(key, key)
    return key[:-1] + _FINALS[key[-1]] if key[-1:] in _FINALS and not key.endswith("ng") else key


def reads_as_chinese(keys: tuple[str, ...]) -> bool:
    """Whether words in Latin letters may be a Chinese or Korean name: a known surname, and no syllable ends otherwise.

    Japanese names are written in the same characters and read in ways that no list of characters tells, and in Hong
    Kong people go by given names of other languages.
    """
    known = lists.east_asian_surnames()
    if any(len(key) > _LONGEST_SYLLABLE and key in lists.given_names() for key in keys):
        return False
    return bool({*keys[:1], *keys[-1:]} & known) and all(key.endswith(_LAST_LETTERS) for key in keys)
