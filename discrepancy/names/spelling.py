"""How two names that may be one person's differ in spelling, part by part."""

from __future__ import annotations

from typing import Final

from discrepancy.model import Message
from discrepancy.names.align import Alignment, Link
from discrepancy.names.characters import letters, mixed
from discrepancy.names.evidence import MOST_SLIPS, NATIVE, pair_text, part_of
from discrepancy.names.likeness import EQUAL, INITIAL, NICKNAME, SLIP, TRANSLITERATION
from discrepancy.names.prepare import Prepared, Word

__all__ = ["differences"]

_WRITTEN_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ß": "ss"})


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


def _in_link(a: Prepared, b: Prepared, link: Link) -> tuple[bool, Message | None]:
    """Whether the words of a link are one name spelled in two ways, and what differs."""
    one, other = a.words[link.left[0]], b.words[link.right[0]]
    kind = link.likeness.kind
    if _another(a, b, link):
        return False, None
    both = {"forms": pair_text(a, b, link)}
    if a.script != b.script:
        return False, Message("spelling.scripts", both)
    if len(link.left) != len(link.right):
        return kind is not EQUAL, Message("spelling.together", both)
    if a.script in NATIVE and kind is EQUAL:
        return True, Message("spelling.characters", both)
    if _glued(one, other):
        return False, Message("spelling.together", both)
    if mixed(one.text) != mixed(other.text):
        return True, Message("spelling.alphabet", both)
    if kind is EQUAL or _only_marks(one, other):
        return False, Message("spelling.diacritics", both)
    if kind is TRANSLITERATION:
        how = Message("spelling.transliteration", both)
    elif part_of(a, b, link) == "surname":
        how = Message("spelling.surname", both)
    else:
        how = Message("spelling.given", both)
    return True, how


def _in_particles(one: Word, other: Word) -> Message | None:
    """How one particle is spelled in two ways (al-, el-); None where it is not."""
    if one.particle != other.particle or letters(one.particle_text) == letters(other.particle_text):
        return None
    both = "/".join(sorted((one.particle_text, other.particle_text)))
    return Message("spelling.transliteration", {"forms": both})


def differences(a: Prepared, b: Prepared, found: Alignment) -> tuple[bool, list[Message]]:
    """Whether a part that both names have is spelled in two ways, and every difference of spelling.

    A word with letters of two scripts in it, or with a hidden character inside, where the other name has none, is
    spelled in two ways too, though it looks the same.
    """
    differs = bool(found.links) and (bool(a.spoofed) != bool(b.spoofed) or a.inner != b.inner)
    told: list[Message] = []
    for link in found.links:
        one, other = a.words[link.left[0]], b.words[link.right[0]]
        if len(link.left) != len(link.right) or one.spelled != other.spelled:
            two_ways, how = _in_link(a, b, link)
            differs = differs or two_ways
            if how:
                told.append(how)
        if one.particle_text != other.particle_text and a.script == b.script:
            how = _in_particles(one, other)
            if how:
                differs = True
                told.append(how)
    return differs, told
