"""Two words of names held side by side: what kind of likeness is between them, and how strong it is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler

from discrepancy.names import lists
from discrepancy.names.folding import (
    abjad,
    abjad_loosely,
    consonants,
    fold,
    fold_east,
    kana,
    throat,
    throatless,
    undoubled,
    unmarked,
)

__all__ = [
    "ABJAD_MARK",
    "EQUAL",
    "INITIAL",
    "KANA_MARK",
    "NICKNAME",
    "SLIP",
    "SPELLING",
    "TRANSLITERATION",
    "UNLIKE",
    "Kind",
    "Likeness",
    "relate",
]

ABJAD_MARK: Final = "*"
"""Stands before a key of which only the consonants count, as of Arabic and Hebrew script."""


KANA_MARK: Final = "~"
"""Stands before a key that is read from Japanese syllables: r for l, and a vowel after every consonant."""


class Kind(IntEnum):
    """What two words are to each other, the surest likeness first."""

    EQUAL = 0
    """The same letters."""
    SPELLING = 1
    """Two spellings of one given name (Steven, Stephen)."""
    TRANSLITERATION = 2
    """Two Latin spellings of one foreign name, from a list or by regular folding (Sergei, Sergey)."""
    NICKNAME = 3
    """A short or pet form (Bill, William)."""
    INITIAL = 4
    """A letter and a word that it begins."""
    SLIP = 5
    """A letter or two apart, as by a slip of hand or ear."""
    UNLIKE = 6
    """Nothing of these."""


# The kinds by name: to look one up in its class takes ten times as long, and every pair of words asks several.
EQUAL: Final = Kind.EQUAL
SPELLING: Final = Kind.SPELLING
TRANSLITERATION: Final = Kind.TRANSLITERATION
NICKNAME: Final = Kind.NICKNAME
INITIAL: Final = Kind.INITIAL
SLIP: Final = Kind.SLIP
UNLIKE: Final = Kind.UNLIKE


class Likeness(NamedTuple):
    """A kind of likeness with what can be said about it.

    Attributes:
        kind: what the two words are to each other.
        strength: 0..1, 1 for equal words.
        edits: how many letters must be changed, added, dropped or swapped with a neighbour.
        apart: whether both are given names that people bear: Daniel and Donald are no slip for each other.
    """

    kind: Kind
    strength: float
    edits: int = 0
    apart: bool = False


_SLIP: Final = 0.62
"""Words at least so alike by letters may be one word mistyped."""
_SHORT: Final = 3
_ABD: Final = "abdl"
_MARKS: Final = ABJAD_MARK + KANA_MARK
_MEMORY: Final = 1 << 18


def _shared(index: Mapping[str, frozenset[str]], one: str, other: str) -> bool:
    """Whether two words stand in one group of an index."""
    mine, theirs = index.get(one), index.get(other)
    return mine is not None and theirs is not None and not mine.isdisjoint(theirs)


def _nicknames(one: str, other: str) -> bool:
    """Whether one is a short form of the other, or both are short forms of one name; two full names are not."""
    index = lists.nicknames()
    mine, theirs = index.get(one), index.get(other)
    if mine is None or theirs is None:
        return False
    both = mine & theirs
    return bool(both) and (one in both or other in both or not (one in mine or other in theirs))


def _letters(one: str, other: str) -> float:
    """How alike two words are by their letters: edits against length, a shared beginning helps."""
    longest = max(len(one), len(other))
    near = 1.0 - OSA.distance(one, other) / longest
    return 0.6 * near + 0.4 * JaroWinkler.similarity(one, other, prefix_weight=0.1)


def _same_sound(one: str, other: str) -> float:
    """How surely two words are transliterations of one, by folding; 0 where they are not."""
    if unmarked(one) == unmarked(other):
        return 0.98
    if min(len(one), len(other)) >= _SHORT and fold(one) == fold(other):
        return 0.96
    if fold_east(one) == fold_east(other) and not _western(one, other):
        return 0.85
    if (throat(one) or throat(other)) and throatless(one) == throatless(other):
        return 0.85
    return 0.0


def _western(one: str, other: str) -> bool:
    """Whether two words are given names that people bear, and longer than a syllable: Gary, Kari."""
    known = lists.given_names()
    return one in known and other in known and min(len(one), len(other)) > _SHORT


def _same_bones(one: str, other: str) -> bool:
    """Whether two words differ in vowels alone and neither is known as a name of its own."""
    bones = consonants(one)
    if len(bones) < _SHORT or bones != consonants(other) or one[0] != other[0]:
        return False
    return not _known_apart(one, other)


def _across_scripts(one: str, other: str) -> Likeness:
    """What two words are to each other of which one or both show consonants alone."""
    if KANA_MARK in {one[0], other[0]}:
        return _in_kana(kana(one.lstrip(_MARKS)), kana(other.lstrip(_MARKS)))
    mine, theirs = abjad(one.lstrip(_MARKS)), abjad(other.lstrip(_MARKS))
    if mine == theirs != "":
        return Likeness(Kind.TRANSLITERATION, 0.95)
    if any(len(form) > 1 for form in _loose_forms(one) & _loose_forms(other)):
        return Likeness(Kind.TRANSLITERATION, 0.85)
    near = _letters(mine, theirs) if mine and theirs else 0.0
    return Likeness(Kind.SLIP if near >= _SLIP else Kind.UNLIKE, near, OSA.distance(mine, theirs))


def _loose_forms(key: str) -> set[str]:
    """What a word may come to by the letters that surely tell.

    One in Arabic script may begin with the article; in Hebrew a letter that anyascii reads as v may be a b.
    """
    if key[0] != ABJAD_MARK:
        return {abjad_loosely(key)}
    forms = {abjad_loosely(key[1:]), abjad_loosely(key[1:].replace("v", "b"))}
    return forms | {form.removeprefix("l") for form in forms}


def _in_kana(one: str, other: str) -> Likeness:
    """What two words are to each other by the consonants that Japanese syllables keep."""
    if one == other and one:
        return Likeness(Kind.TRANSLITERATION, 0.85)
    return Likeness(Kind.UNLIKE, 0.0, OSA.distance(one, other))


def _compounds(one: str, other: str) -> Likeness | None:
    """Abd- and what follows: compared by what follows, since Abd- itself says nothing; may be dropped."""
    if one.startswith(_ABD) and other.startswith(_ABD):
        return relate(one.removeprefix(_ABD) or one, other.removeprefix(_ABD) or other)
    if _ABD + one == other or _ABD + other == one:
        return Likeness(Kind.NICKNAME, 0.8)
    return None


def _gendered(one: str, other: str) -> bool:
    """Whether two words are a man's and a woman's form of a given name (Giulio, Giulia; Daniel, Daniela)."""
    woman, man = (one, other) if one.endswith("a") else (other, one)
    return woman[-1] == "a" and man[-1] != "a" and woman[:-1] in {man, man.rstrip("oe")} and len(man) >= _SHORT


def _known_apart(one: str, other: str) -> bool:
    """Whether both words are given names that people bear, or forms of one for a man and a woman."""
    known = lists.known_names()
    return (one in known and other in known) or _gendered(one, other)


@lru_cache(maxsize=_MEMORY)
def _profile(word: str) -> frozenset[str]:
    """All by which ``word`` can be more than letters to another: sounds, groups, full names of short forms."""
    marks = {
        f"unmarked {unmarked(word)}",
        f"sound {fold(word)}",
        f"east {fold_east(word)}",
        f"bones {consonants(word)}",
        f"throat {throatless(word)}",
    }
    marks.update(f"spelling {group}" for group in lists.spellings().get(word, ()))
    marks.update(f"transliteration {group}" for group in lists.transliterations().get(word, ()))
    marks.update(f"nickname {full}" for full in lists.nicknames().get(word, ()))
    return frozenset(marks)


def _by_knowledge(one: str, other: str) -> Likeness | None:
    """What two words are to each other by lists and sounds; None where these know nothing."""
    if _shared(lists.spellings(), one, other):
        return Likeness(Kind.SPELLING, 0.95)
    if _shared(lists.transliterations(), one, other):
        return Likeness(Kind.TRANSLITERATION, 0.95)
    if len(one) == 1 or len(other) == 1:
        return None
    if _nicknames(one, other):
        return Likeness(Kind.NICKNAME, 0.9)
    if undoubled(one) == undoubled(other):
        return Likeness(Kind.SPELLING, 0.96)
    sound = _same_sound(one, other)
    if sound:
        return Likeness(Kind.TRANSLITERATION, sound)
    if _same_bones(one, other):
        return Likeness(Kind.SLIP, max(_letters(one, other), _SLIP), max(OSA.distance(one, other) - 1, 1))
    return None


@lru_cache(maxsize=_MEMORY)
def relate(one: str, other: str) -> Likeness:
    """What two words (plain small letters) are to each other; symmetric.

    Kept for the pairs met before, since the same words meet again and again within one story.
    """
    if one == other:
        return Likeness(Kind.EQUAL, 1.0)
    if one[0] in _MARKS or other[0] in _MARKS:
        return _across_scripts(one, other)
    compound = _compounds(one, other)
    if compound is not None:
        return compound
    known = None if _profile(one).isdisjoint(_profile(other)) else _by_knowledge(one, other)
    if known is not None:
        return known
    if len(one) == 1 or len(other) == 1:
        return Likeness(Kind.INITIAL, 0.8) if one[0] == other[0] else Likeness(Kind.UNLIKE, 0.0, 1)
    near = _letters(one, other)
    kind = Kind.SLIP if near >= _SLIP else Kind.UNLIKE
    return Likeness(kind, near, OSA.distance(one, other), _known_apart(one, other))
