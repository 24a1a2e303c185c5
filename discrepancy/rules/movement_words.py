"""The words of a sentence that tells what went up or down, and the lists that they are looked up in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from discrepancy.lexicon import table
from discrepancy.lexicon.oppositions import thing
from discrepancy.text.characters import plain

WAYS: Final = ("up", "down")
_WORD: Final = re.compile(r"[A-Za-z][\w'-]*(?:\.[a-z])?|[£$€]?[A-Z]{0,2}[£$€]?\d[\d,.]*\w*%?|[,;:()—–.…!?\"]|%")
MARK: Final = frozenset(',;:()—–.…!?"')
FIGURE: Final = re.compile(r"\d")
_LETTERS: Final = re.compile(r"[a-z][\w'-]*")
_QUOTED: Final = re.compile(r"[“\"][^“”\"]*[”\"]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence with its place in the text."""

    text: str
    start: int
    end: int
    low: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", self.text.lower())


@cache
def listed(name: str) -> frozenset[str]:
    """A list of the words that stand beside those of change."""
    return frozenset(table("ways")["beside"][name])


@cache
def forms_of(name: str) -> dict[str, tuple[str, ...]]:
    """The ways that a word or two tell, by the word; a word may stand in both only by mistake."""
    found: dict[str, tuple[str, ...]] = {}
    for way in WAYS:
        for word in table("ways")[way][name]:
            found[word] = (*found.get(word, ()), way)
    return found


KINDS: Final = ("acts", "sums", "verbs", "states", "nouns")
"""The lists of words of change, in the order in which they are asked."""


@cache
def _first_words() -> frozenset[str]:
    """The words of change, of two words the first."""
    return frozenset(words.split()[0] for name in KINDS for words in forms_of(name))


def may_tell(word: Word) -> bool:
    """Whether a word of change can begin with a word: most do not, and need not be looked up in every list."""
    return word.low in _first_words()


def may_be_told(text: str) -> bool:
    """Whether a word that one of change can begin with stands anywhere in a text."""
    return not _first_words().isdisjoint(_LETTERS.findall(plain(text).lower()))


@cache
def _rows() -> dict[str, str]:
    return {word: row[0] for row in table("ways")["things"]["rows"] for word in row}


def one_name(word: str) -> str:
    """One name for nouns that newsrooms swap of a thing that moves."""
    bare = word.removesuffix("'s")
    single = bare[:-1] if bare.endswith("s") and not bare.endswith("ss") else bare
    return _rows().get(bare) or _rows().get(single) or thing(single)


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of a part of a text, what is quoted left out."""
    part = _QUOTED.sub(lambda m: " " * len(m.group()), plain(text[start:end]))
    return [Word(m.group(), start + m.start(), start + m.end()) for m in _WORD.finditer(part)]


@cache
def counts() -> frozenset[str]:
    """The numbers that are written as words."""
    return frozenset(table("numbers")["cardinals"])


def is_measure(word: Word) -> bool:
    """Whether a word belongs to a figure: "40 cm", "2.3 per cent", "four points"."""
    units = {"%", "per", "cent", "percent", "percentage", "point", "points", "basis", "cm", "m", "km", "million", "a"}
    units |= {"centimetres", "centimeters", "metres", "meters", "feet", "inches", "degrees", "billion", "some"}
    return bool(FIGURE.search(word.text)) or word.low in units | counts()
