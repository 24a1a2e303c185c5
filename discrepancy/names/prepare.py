"""Reading one name: its words, what each is, and what is odd about its characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from discrepancy.names import characters, lists, syllables
from discrepancy.names.likeness import ABJAD_MARK, KANA_MARK
from discrepancy.names.numerals import is_numeral, without_numeral

__all__ = ["MOST_WORDS", "Prepared", "Word", "prepare"]

MOST_WORDS: Final = 12
"""No name has more words; what comes after is not compared."""

_POSSESSIVE: Final = re.compile(r"(?<=\w)'s?$", re.IGNORECASE)
_BREAKS: Final = re.compile(r"[\s\-./\\_·・•|:;()\[\]\"“”„«»&+*#@!?,، ]+")
_ABD: Final = "عبد"
_ARABIC_LINK: Final = frozenset({"abd", "abdul", "abdel", "abdal", "abdoul", "abdur", "abdol"})
_LONGEST_INITIALS: Final = 3
_ABJADS: Final = frozenset(
    "ARABIC HEBREW DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA MALAYALAM".split()
)
"""Scripts that leave vowels out, or of which anyascii does."""
_KANA: Final = frozenset({"HIRAGANA", "KATAKANA"})
_SYLLABLE: Final = r"(?:[zcs]h|hs|ts|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:ng?|r(?![aeiou]))?"
_ONE_SYLLABLE: Final = re.compile(_SYLLABLE)
_TWO_SYLLABLES: Final = re.compile(f"({_SYLLABLE})((?![aeiou]){_SYLLABLE})")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name.

    Attributes:
        text: as written.
        key: in plain small letters; one letter for an initial.
        spelled: in small letters with its diacritics.
        particle: class of the particle before it, empty where there is none.
        particle_text: that particle as written.
        glued: key of particle and word written together; empty where there is no particle.
    """

    text: str
    key: str
    spelled: str
    particle: str = ""
    particle_text: str = ""
    glued: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A name read.

    Attributes:
        words: its words without titles, particles and suffix, given names first where that can be told.
        keys: the words' keys.
        keyset: the same, for quick looks.
        runs: indices of two or three neighbouring words, with what their keys are when written together.
        surname: index of the word that is, or ends, the surname; -1 where there are no words.
        suffix: class of its suffix; empty where there is none.
        suffix_text: that suffix as written.
        sex: ``man`` or ``woman`` where a title tells; else empty.
        hidden: characters that show nothing, named.
        inner: whether one of them stands between two letters, or turns the direction of the text.
        spoofed: words in which letters of two scripts are mixed.
        script: the script of its first letter.
        chain: whether a particle of descent (bin, ibn) makes the order of its words matter.
        particles: whether any word has a particle.
        cut: whether it is longer than a name can be.
    """

    words: tuple[Word, ...]
    keys: tuple[str, ...]
    keyset: frozenset[str]
    runs: tuple[tuple[tuple[int, ...], str], ...]
    surname: int
    suffix: str
    suffix_text: str
    sex: str
    hidden: tuple[str, ...]
    inner: bool
    spoofed: tuple[str, ...]
    script: str
    chain: bool
    particles: bool
    cut: bool


def _surname_last(text: str) -> str:
    """``Smith, John`` as ``John Smith``; a comma before a suffix or degree stays where it is."""
    head, comma, tail = text.partition(",")
    if not comma:
        return text
    first = tail.replace(".", "").split()
    if not first or characters.letters(first[0]) in lists.suffixes() or first[0].lower() in lists.suffixes():
        return text
    return f"{tail} {head}"


def _known(key: str) -> bool:
    """Whether a few capitals are a title or a particle (DR, AL) rather than initials."""
    return key in lists.titles() or key in lists.particles()


def _initials(piece: str, name: str, *, first: bool) -> list[str]:
    """``JC`` in ``JC Juncker`` as two initials; every other piece as it is."""
    if (
        1 < len(piece) <= _LONGEST_INITIALS
        and piece.isupper()
        and not name.isupper()
        and (first or not is_numeral(piece))
    ):
        key = piece.lower()
        if piece.isascii() and piece.isalpha() and (first or key not in lists.suffixes()) and not _known(key):
            vowels = sum(letter in "aeiouy" for letter in key)
            if vowels == 0 or (len(key) < _LONGEST_INITIALS and key not in lists.east_asian_surnames()):
                return list(piece)
    return [piece]


def _pieces(text: str) -> list[str]:
    """The words of ``text``, apostrophes inside words left where they are."""
    found = (piece.strip("'") for piece in _BREAKS.split(text))
    spelled = [piece for piece in found if any(map(str.isalpha, piece))][: 2 * MOST_WORDS]
    divided = [part for piece in spelled for part in syllables.divide(piece)]
    return [part for at, piece in enumerate(divided) for part in _initials(piece, text, first=not at)]


def _without_titles(pieces: list[str]) -> tuple[list[str], str]:
    """``pieces`` without the titles before the name, with the sex they tell; at least one word is left."""
    at = 0
    sex = ""
    while at < len(pieces) - 1 and (kind := lists.titles().get(characters.letters(pieces[at]))):
        sex = kind if kind != "any" else sex
        at += 1
    return pieces[at:], sex


def _without_suffixes(pieces: list[str]) -> tuple[list[str], str, str]:
    """``pieces`` without suffixes, with the class and the text of the one that tells generations apart."""
    kind = text = ""
    while len(pieces) > 1:
        found = lists.suffixes().get(pieces[-1].lower(), "")
        if not found or (found == "5" and len(pieces) < _LONGEST_INITIALS):
            break
        if found != "honour":
            kind, text = found, pieces[-1]
        pieces = pieces[:-1]
    return pieces, kind, text


def _is_particle(pieces: list[str], keys: list[str], at: int, text: str) -> bool:
    """Whether the piece at ``at`` is a particle of the word after it.

    The first word of a name is one only where it can't be a given name (Ben, Al, Van, Do): where it is written small,
    hyphenated to the next, or followed by another particle that is written small (Von der Leyen).
    """
    if keys[at] not in lists.particles() or at == len(pieces) - 1 or (len(pieces[at]) == 1 and pieces[at].isupper()):
        return False
    if at:
        return True
    if len(pieces) > 2 and keys[1] in lists.particles() and pieces[1].islower() and not text.islower():
        return True
    return (pieces[0].islower() and not text.islower()) or bool(re.match(re.escape(pieces[0]) + "[-']", text))


def _words(pieces: list[str], text: str) -> list[Word]:
    """The words of a name, each with the particles before it."""
    keys = syllables.keys_of(pieces) if syllables.is_divided(pieces) else [characters.letters(p) for p in pieces]
    words: list[Word] = []
    waiting: list[int] = []
    link = -1
    for at, (piece, key) in enumerate(zip(pieces, keys, strict=True)):
        if not key:
            continue
        if (key in _ARABIC_LINK or piece == _ABD) and at < len(pieces) - 1 and link < 0:
            link = at
        elif _is_particle(pieces, keys, at, text):
            waiting.append(at)
        else:
            words.append(_word(piece, key, [pieces[i] for i in waiting], pieces[link] if link >= 0 else ""))
            waiting, link = [], -1
    return words[:MOST_WORDS]


def _word(piece: str, key: str, before: list[str], link: str) -> Word:
    """One word; ``link`` is the Abd- that it makes one name with."""
    if link:
        kinds = [part for part in before if lists.particles()[characters.letters(part)] != "al"]
        return _word(f"{link} {piece}", "abdl" + key, kinds, "")
    kind = " ".join(lists.particles()[characters.letters(part)] for part in before)
    glued = "".join(map(characters.letters, before)) + key if before else ""
    if characters.family(piece) in _ABJADS:
        key = ABJAD_MARK + key
    elif characters.family(piece) in _KANA:
        key = KANA_MARK + key
    return Word(piece, key, characters.plain(piece), kind, " ".join(before), glued)


def _east_asian(words: list[Word]) -> bool:
    """Whether a name of short syllables begins with a surname that is written first."""
    if not 2 <= len(words) <= _LONGEST_INITIALS or words[0].key not in lists.east_asian_surnames():
        return False
    return not any(word.key in lists.given_names() and len(word.key) > _LONGEST_INITIALS for word in words[1:])


def _syllables(words: list[Word]) -> list[Word]:
    """An East Asian name with its given name taken apart: ``Zedong`` as ``Ze``, ``dong``."""
    parts: list[Word] = words[:1]
    for word in words[1:]:
        found = _TWO_SYLLABLES.fullmatch(word.key)
        whole = found is None or _ONE_SYLLABLE.fullmatch(word.key) or len(word.text) != len(word.key) or word.particle
        if found and not whole:
            at = found.start(2)
            parts += [
                Word(word.text[:at], word.key[:at], word.spelled[:at]),
                Word(word.text[at:], word.key[at:], word.spelled[at:]),
            ]
        else:
            parts.append(word)
    return parts


def _runs(keys: tuple[str, ...]) -> Iterator[tuple[tuple[int, ...], str]]:
    """Two or three neighbouring words at a time, with what they are when written together."""
    for size in (2, 3):
        for at in range(len(keys) - size + 1):
            yield tuple(range(at, at + size)), "".join(keys[at : at + size])


@lru_cache(maxsize=8192)
def prepare(name: str) -> Prepared:
    """Reads ``name``; names are read once and kept, since a story repeats them."""
    text = characters.written(name[: 4 * characters.LIMIT])
    text = _POSSESSIVE.sub("", text)
    pieces, sex = _without_titles(_pieces(_surname_last(text)))
    pieces, suffix, suffix_text = _without_suffixes(pieces)
    if not suffix:
        pieces, suffix, suffix_text = without_numeral(pieces, shouted=text.isupper())
    words = _words(pieces, text)
    surname = len(words) - 1
    if syllables.is_divided(pieces):
        surname = 0
    elif _east_asian(words):
        surname, words = 0, _syllables(words)
    keys = tuple(word.key for word in words)
    return Prepared(
        words=tuple(words),
        keys=keys,
        keyset=frozenset(keys),
        runs=tuple(_runs(keys)),
        surname=surname if words else -1,
        suffix=suffix,
        suffix_text=suffix_text,
        sex=sex,
        hidden=characters.hidden(name),
        inner=characters.spoofs(name),
        spoofed=tuple(piece for piece in pieces if characters.mixed(piece)),
        script=characters.family(text),
        chain=any("bin" in word.particle.split() for word in words),
        particles=any(word.particle for word in words),
        cut=len(name) > characters.LIMIT,
    )
