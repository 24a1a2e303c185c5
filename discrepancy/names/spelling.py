"""How two names that may be one person's differ in spelling, part by part."""

from __future__ import annotations

from typing import Final

from discrepancy.names.align import Alignment, Link
from discrepancy.names.characters import letters, mixed
from discrepancy.names.evidence import MOST_SLIPS, NATIVE, pair_text, part_of
from discrepancy.names.likeness import EQUAL, INITIAL, NICKNAME, SLIP, TRANSLITERATION
from discrepancy.names.prepare import Prepared, Word

__all__ = ["differences"]

_WRITTEN_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ß": "ss"})
_TOGETHER: Final = "written together or apart"


def _only_marks(one: Word, other: Word) -> bool:
    """Whether two words differ in diacritics alone, dropped or written out (Müller, Mueller)."""
    return one.spelled.translate(_WRITTEN_OUT) == other.key or other.spelled.translate(_WRITTEN_OUT) == one.key


def _glued(one: Word, other: Word) -> bool:
    """Whether two words differ in a particle written together with its surname (Vandeberg, Van de Berg)."""
    return one.key != other.key and (one.glued or one.key) == (other.glued or other.key)


def _another(a: Prepared, b: Prepared, link: Link) -> bool:
    """Whether words a few letters apart are another name rather than one misspelled."""
    kind, _, edits, apart = link.likeness
    if kind is not SLIP:
        return kind is NICKNAME or kind is INITIAL
    return edits > MOST_SLIPS or (apart and part_of(a, b, link) != "surname")


def _in_link(a: Prepared, b: Prepared, link: Link) -> tuple[bool, str]:
    """Whether the words of a link are one name spelled in two ways, and what differs, in words."""
    one, other = a.words[link.left[0]], b.words[link.right[0]]
    kind = link.likeness.kind
    if _another(a, b, link):
        return False, ""
    both = pair_text(a, b, link)
    if a.script != b.script:
        return False, f"{both}: in two scripts"
    if len(link.left) != len(link.right):
        return kind is not EQUAL, f"{both}: {_TOGETHER}"
    if a.script in NATIVE and kind is EQUAL:
        return True, f"{both}: different characters of one sound"
    if _glued(one, other):
        return False, f"{both}: {_TOGETHER}"
    if mixed(one.text) != mixed(other.text):
        return True, f"{both}: a letter of another alphabet"
    if kind is EQUAL or _only_marks(one, other):
        return False, f"{both}: diacritics"
    how = "transliteration" if kind is TRANSLITERATION else f"spelling of one {part_of(a, b, link)}"
    return True, f"{both}: {how}"


def _in_particles(one: Word, other: Word) -> str:
    """In words, how one particle is spelled in two ways (al-, el-); empty where it is not."""
    if one.particle != other.particle or letters(one.particle_text) == letters(other.particle_text):
        return ""
    return "/".join(sorted((one.particle_text, other.particle_text))) + ": transliteration"


def differences(a: Prepared, b: Prepared, found: Alignment) -> tuple[bool, list[str]]:
    """Whether a part that both names have is spelled in two ways, and every difference of spelling in words.

    A word with letters of two scripts in it, or with a hidden character inside, where the other name has none, is
    spelled in two ways too, though it looks the same.
    """
    differs = bool(found.links) and (bool(a.spoofed) != bool(b.spoofed) or a.inner != b.inner)
    words: list[str] = []
    for link in found.links:
        one, other = a.words[link.left[0]], b.words[link.right[0]]
        if len(link.left) != len(link.right) or one.spelled != other.spelled:
            two_ways, text = _in_link(a, b, link)
            differs = differs or two_ways
            if text:
                words.append(text)
        if one.particle_text != other.particle_text and a.script == b.script:
            text = _in_particles(one, other)
            if text:
                differs = True
                words.append(text)
    return differs, words
