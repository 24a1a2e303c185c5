"""Folding away regular differences of transliteration: two spellings of one sound fold to one string."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = [
    "abjad",
    "abjad_loosely",
    "consonants",
    "fold",
    "fold_east",
    "kana",
    "throat",
    "throatless",
    "undoubled",
    "unmarked",
]

# Applied in this order. Left: what is written, right: what stands for the sound.
_RULES: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^abd[aeou]{1,2}(?:l|([rnsztd])(?=\1))", "abdl"),  # Abdul, Abdel, Abdur-R, Abdoul
        (r"(?<=..)[aeou]l?d{1,2}[ie]{1,2}ne?$", "ldin"),  # -uddin, -eddine, -aldin
        (r"sch?tsch|shch|stsh", "s"),
        (r"tsch|tch|tsh|cz(?=.)|ch", "c"),
        (r"sch|sh|sz", "s"),
        (r"dzh|dsch|dj|zh", "j"),
        (r"kh|x(?=[aou])", "h"),
        (r"ph", "f"),
        (r"(?<=[gtdbk])h", ""),
        (r"ck|q|c(?=[aourlkt]|$)", "k"),
        (r"x", "ks"),
        (r"tz|ts|z$", "s"),
        (r"w", "v"),
        (r"(?<=.)(?:ff|v)$", "v"),  # -off, -ow, -ov are one ending
        (r"of$", "ov"),
        (r"ou|oo|uu", "u"),
        (r"ee|ie(?=.)", "i"),
        (r"yo|jo|io", "o"),
        (r"(?:iy|yi|ij|ii|yy|ey|ei|ej|ai|ay|y|j)$", "i"),
        (r"ei|ey|ay|ai|aj", "e"),
        (r"[yj](?=[aeiou])|i(?=[aeu])", "i"),
        (r"y|j", "i"),
        (r"aa", "a"),
        (r"(?<=[aeiou])h(?=[^aeiou]|$)", ""),
        (r"(.)\1+", r"\1"),
    )
)
_EAST: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:zh|ch|j|q)", "c"),
        (r"^(?:x|hs|sh)", "s"),
        (r"^(?:tz|ts|z|c(?![ckh]))", "c"),
        (r"^[dt]", "t"),
        (r"^[gk]", "k"),
        (r"^[bp]", "p"),
        (r"^[rl](?=.)", "l"),
        (r"yeo|you|yo", "o"),
        (r"ya", "a"),
        (r"eo|eu|oo|ou|u", "o"),
        (r"ae|ay|ai", "e"),
        (r"ee|ie|ih|y", "i"),
        (r"(?<!n)(?:ck|c|g)$", "k"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS: Final = re.compile(r"[aeiouyw]|(?<=.)h$")
_UMLAUTS: Final = re.compile(r"(?<=[aou])e(?!u)|(?<=a)a")
_DOUBLED: Final = re.compile(r"(.)\1+")
_THROAT: Final = re.compile(r"q(?!u)|^kh|dh|gh")
"""Spellings of sounds that English has not: in a word with one of them g, k, kh and q may stand for each other."""
_LOOSE: Final = (
    (re.compile(r"t[sz]"), "s"),
    (re.compile(r"([dtkgszc])h"), r"\1"),
    (re.compile(r"[aeiouywjvh']"), ""),
    (re.compile(r"[gqcx]"), "k"),
    (re.compile(r"[pf]"), "b"),
    (re.compile(r"z"), "s"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_KANA: Final = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"sh|th|c(?=[eiy])|z"), "s"),
    (re.compile(r"ch|ts"), "t"),
    (re.compile(r"ck?|q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"m(?=[^aeiou]|$)"), "n"),
    (re.compile(r"f"), "h"),
    (re.compile(r"[aeiouywh-]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_KANA_LETTERS: Final = str.maketrans("lv", "rb")
_ABJAD: Final = str.maketrans({"p": "b", "v": "f", "w": None, "y": None, "g": "j", "q": "k", "c": "k", "x": "k"})


@lru_cache(maxsize=8192)
def fold(key: str) -> str:
    """The sound of ``key`` (plain small letters), as Slavic, Arabic, Persian and Indian names are transliterated."""
    for pattern, sound in _RULES:
        key = pattern.sub(sound, key)
    return key


@lru_cache(maxsize=4096)
def fold_east(key: str) -> str:
    """The sound of a Chinese or Korean syllable: pinyin and Wade-Giles, Revised and McCune-Reischauer fold to one."""
    if len(key) > 6:
        return key
    for pattern, sound in _EAST:
        key = pattern.sub(sound, key)
    return key


@lru_cache(maxsize=8192)
def consonants(key: str) -> str:
    """The consonants of the folded ``key``: all that an Arabic or Hebrew spelling shows."""
    return _VOWELS.sub("", fold(key))


@lru_cache(maxsize=8192)
def unmarked(key: str) -> str:
    """``mueller`` as ``muller``: without the letter that stands for a dropped umlaut or ring."""
    return _UMLAUTS.sub("", key)


@lru_cache(maxsize=8192)
def abjad(key: str) -> str:
    """The consonants that Arabic or Hebrew script would show of ``key``, with one letter for those it has not."""
    key = key.replace("ou", "").replace("sh", "s").replace("ch", "s").replace("kh", "h").replace("th", "t")
    bones = re.sub(r"[aeiou]|(?<=.)h$", "", key).translate(_ABJAD)
    return undoubled(bones)


@lru_cache(maxsize=8192)
def abjad_loosely(key: str) -> str:
    """What is left of ``abjad`` where letters that are read in several ways (w, y, q and g, p and f) say nothing."""
    for pattern, sound in _LOOSE:
        key = pattern.sub(sound, key)
    return key


@lru_cache(maxsize=4096)
def kana(key: str) -> str:
    """The consonants that are left of a foreign name written in Japanese syllables: Donald, donarudo are both dnrd."""
    key = key.translate(_KANA_LETTERS)
    for pattern, sound in _KANA:
        key = pattern.sub(sound, key)
    return key


@lru_cache(maxsize=8192)
def throat(key: str) -> str:
    """``fold`` where a spelling shows that g, k and q may stand for one sound (Qadhafi, Gaddafi); else empty."""
    if not _THROAT.search(key):
        return ""
    return throatless(key)


@lru_cache(maxsize=8192)
def throatless(key: str) -> str:
    """``fold`` with one letter for g, k, kh and q."""
    return undoubled(fold(re.sub(r"gh|kh|g|q", "k", key)))


@lru_cache(maxsize=8192)
def undoubled(key: str) -> str:
    """``rossetti`` as ``roseti``: doubled letters written once."""
    return _DOUBLED.sub(r"\1", key)
