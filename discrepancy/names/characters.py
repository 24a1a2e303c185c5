"""The characters of a name: hidden ones, look-alikes, scripts, and its plain letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from anyascii import anyascii

__all__ = [
    "LIMIT",
    "family",
    "hidden",
    "is_lookalike",
    "letters",
    "mixed",
    "plain",
    "shows_cyrillic",
    "spoofs",
    "written",
]

LIMIT: Final = 400
"""No name is longer; what comes after is not compared, so that time is bounded."""

_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−﹣-"), "-")
_QUOTES: Final = dict.fromkeys(map(ord, "‘’‛`´ʼʹʻʿʾ′＇"), "'")
_PLAIN: Final = {**_DASHES, **_QUOTES}

# Cyrillic and Greek letters drawn like a Latin one: in a word that is otherwise Latin they stand for what they show.
_CYRILLIC: Final = ("аеорсухіјѕԁһкмтвнАЕОРСУХІЈЅКМТВН", "aeopcyxijsdhkmtbhAEOPCYXIJSKMTBH")
_GREEK: Final = ("οαυικνΑΒΕΗΙΚΜΝΟΡΤΥΧΖ", "oauikvABEHIKMNOPTYXZ")
_LOOKALIKES: Final = str.maketrans(_CYRILLIC[0] + _GREEK[0], _CYRILLIC[1] + _GREEK[1])
_DIGITS: Final = str.maketrans("0134589", "oieasbg")
_SPOOFS: Final = re.compile(
    "[\u202a-\u202e\u2066-\u2069]|(?<=\\w)[\u200b\u2060\ufeff\u200e\u200f]+(?=\\w)|(?<=[A-Za-z])[\u200c\u200d]+(?=[A-Za-z])"
)
_SPACES: Final = re.compile(r"\s+")
_LETTERS: Final = re.compile(r"[^a-z]")
_RESPELLED: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?<!\w)[Μμ]π", "b"),  # Greek: two letters for one sound at the head of a word
        (r"(?<!\w)[Νν]τ", "d"),
        (r"(?<!\w)[Γγ]κ", "g"),
        (r"[Γγ][ιι](?=[αάοόωώεέουύ])", "y"),
        ("[\u0902\u0982\u0a02\u0a82](?=[\u092a-\u092e\u09aa-\u09ae])", "m"),  # Indian: n, before p, b and m an m
        ("[\u0901\u0902\u0981\u0982\u0a02\u0a70\u0a82]", "n"),
    )
)
"""Letters that stand for another sound beside others; anyascii reads each letter by itself."""


def hidden(text: str) -> tuple[str, ...]:
    """The characters of ``text`` that show nothing (zero-width, bidi controls …), named, each once, in order."""
    if text.isascii():
        return ()
    seen = dict.fromkeys(char for char in text if unicodedata.category(char) == "Cf")
    return tuple(f"{unicodedata.name(char, 'unnamed character').lower()} (U+{ord(char):04X})" for char in seen)


def spoofs(text: str) -> bool:
    """Whether a hidden character changes what a word is or shows: between two letters, or a bidi embedding.

    Soft hyphens and the joiners that Persian and Indian scripts need are no such thing.
    """
    return not text.isascii() and _SPOOFS.search(text) is not None


def written(text: str) -> str:
    """``text`` as a reader sees it: hidden characters gone, spaces, dashes and apostrophes of one kind."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        text = "".join(char for char in text if unicodedata.category(char) not in {"Cf", "Cc", "Cs"} or char.isspace())
        text = text.translate(_PLAIN)
    return _SPACES.sub(" ", text).strip()[:LIMIT]


def family(word: str) -> str:
    """The script of the first letter of ``word`` in one word (``LATIN``), empty where it has no letter."""
    for char in word:
        if char.isalpha():
            if char.isascii():
                return "LATIN"
            return unicodedata.name(char, "").split(" ", 1)[0].split("-", 1)[0]
    return ""


def is_lookalike(char: str) -> bool:
    """Whether a letter of another alphabet is drawn like a Latin one."""
    return ord(char) in _LOOKALIKES


def shows_cyrillic(char: str) -> bool:
    """Whether a Latin letter is drawn like a Cyrillic one."""
    return char in _CYRILLIC[1]


def mixed(word: str) -> bool:
    """Whether Latin letters and look-alikes of another script stand in one word."""
    if word.isascii():
        return False
    found = {family(char) for char in word if char.isalpha()}
    return "LATIN" in found and not found.isdisjoint({"CYRILLIC", "GREEK"})


@lru_cache(maxsize=8192)
def letters(word: str) -> str:
    """``word`` in the plain small letters a to z.

    A look-alike counts as what it shows, and a digit between letters as the letter it is misread for.
    """
    if not word.isascii():
        word = anyascii(word.translate(_LOOKALIKES) if mixed(word) else _respell(word))
    word = word.lower()
    if any(char.isdigit() for char in word) and any(char.isalpha() for char in word):
        word = word.translate(_DIGITS)
    return _LETTERS.sub("", word)


def _respell(word: str) -> str:
    """``word`` with letters that stand for another sound beside others written by that sound."""
    for pattern, sound in _RESPELLED:
        word = pattern.sub(sound, word)
    return word


def plain(word: str) -> str:
    """``word`` in small letters with its diacritics, without points and apostrophes: how it is spelled."""
    return "".join(char for char in word.casefold() if char.isalnum() or unicodedata.category(char) == "Mn")
