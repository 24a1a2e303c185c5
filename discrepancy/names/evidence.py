"""What speaks for and against two names being one person's, each piece with its amount and its words."""

from __future__ import annotations

from typing import Final, TypeAlias

from discrepancy.names.align import Alignment, Link
from discrepancy.names.likeness import EQUAL, INITIAL, NICKNAME, SPELLING, TRANSLITERATION
from discrepancy.names.lists import given_names
from discrepancy.names.numerals import is_regnal
from discrepancy.names.prepare import Prepared

__all__ = ["MOST_SLIPS", "NATIVE", "Evidence", "gather", "pair_text", "part_of"]

NATIVE: Final = frozenset({"CJK", "HANGUL"})
"""Scripts in which another character is another name, however alike it sounds."""
_MOST: Final = 3
MOST_SLIPS: Final = 2
"""Words further apart than this, in letters, are two names, not one spelled in two ways."""
_MOST_EDITS: Final = 5
_SHORT_SURNAME: Final = 4
"""Letters of surnames that are another person's with every letter changed: Doe, Roe; Hill, Hall."""
_LONGEST_SYLLABLE: Final = 6
"""Letters of the longest Korean syllable in its transliterations (hyeong)."""


Evidence: TypeAlias = tuple[str, float, str]
"""A kind in the table of weights, how much of it there is, and what it is in words (empty: not worth a word).

A plain tuple: several are made for every pair of names, and a class of its own would take half the time.
"""
_BASE: Final[Evidence] = ("base", 1.0, "")
_WHOLE: Final[Evidence] = ("whole", 1.0, "")
_JOINED: Final[Evidence] = ("joined", 1.0, "")


def text_of(name: Prepared, indices: tuple[int, ...]) -> str:
    """The words at ``indices`` as written."""
    if len(indices) == 1:
        return name.words[indices[0]].text
    return " ".join([name.words[i].text for i in indices])


def part_of(a: Prepared, b: Prepared, link: Link) -> str:
    """Which part of the names a link is: ``surname`` where it is that in both, else ``given name``."""
    return "surname" if a.surname in link.left and b.surname in link.right else "given name"


def pair_text(a: Prepared, b: Prepared, link: Link, between: str = "/") -> str:
    """``Victor/Viktor``: the two in alphabetical order, so that the order of the names does not show."""
    one, other = text_of(a, link.left), text_of(b, link.right)
    return f"{one}{between}{other}" if one <= other else f"{other}{between}{one}"


def _links(a: Prepared, b: Prepared, found: Alignment) -> list[Evidence]:
    """Evidence of words that stand for each other."""
    evidence: list[Evidence] = []
    equal = 0
    for link in found.links:
        kind, strength, _, _ = link.likeness
        if len(link.left) != len(link.right):
            evidence.append(_JOINED)
        if kind is EQUAL:
            equal += 1
        elif kind is SPELLING or kind is TRANSLITERATION:
            evidence.append(("spelling", 1.0, ""))
            evidence.append(("spelling_size", 1.0 - strength, ""))
        elif kind is NICKNAME:
            evidence.append(("nickname", 1.0, f"{pair_text(a, b, link)}: short form of a given name"))
        elif kind is INITIAL:
            evidence.append(("initial", 1.0, f"{pair_text(a, b, link)}: initial"))
        else:
            evidence.extend(_slip(a, b, link))
    evidence.append(("equal", float(equal), ""))
    return evidence


def _syllables(a: Prepared, b: Prepared, link: Link) -> bool:
    """Whether the words of a link are short enough to be syllables: Kim Thompson bears no Korean name."""
    return max(len(a.keys[link.left[0]]), len(b.keys[link.right[0]])) <= _LONGEST_SYLLABLE


def _slip(a: Prepared, b: Prepared, link: Link) -> list[Evidence]:
    """Evidence of words a few letters apart."""
    _, strength, edits, apart = link.likeness
    evidence: list[Evidence] = [
        ("slip", 1.0, ""),
        ("slip_size", 1.0 - strength, ""),
        ("edits", min(edits, _MOST_EDITS) - 1.0, ""),
    ]
    if edits > 1 and a.keys[link.left[0]][0] != b.keys[link.right[0]][0]:
        evidence.append(("first_letter", 1.0, ""))
    if (a.surname in link.left) != (b.surname in link.right):
        evidence.append(("crossed", 1.0, ""))
    part = part_of(a, b, link)
    words = f"different {part}s: {pair_text(a, b, link, ', ')}"
    if part == "surname" and max(len(a.keys[link.left[0]]), len(b.keys[link.right[0]])) <= _SHORT_SURNAME:
        evidence.append(("slip_short", 1.0, f"short surnames a letter apart: {pair_text(a, b, link, ', ')}"))
    if apart and part != "surname":
        evidence.append(("slip_known_apart", 1.0, words))
    elif edits > MOST_SLIPS:
        evidence.append(("slip_far", 1.0, words))
    if a.surname == b.surname == 0 and len(a.keys) > 1 < len(b.keys) and part != "surname" and _syllables(a, b, link):
        alone = len(a.keys) == len(b.keys) == 2  # the one syllable is the whole given name: Wang Yi, Wang Li
        evidence.append(("syllable", 2.0 if alone else 1.0, ""))
    return evidence


def _middle_initials(name: Prepared) -> list[str]:
    """The initials after the first word; in a name with its surname first a letter is a syllable (Kun-u)."""
    return [key for key in name.keys[1:] if len(key) == 1] if name.surname else []


def _initials_differ(a: Prepared, b: Prepared) -> Evidence | None:
    """Evidence that both names have middle initials and neither's go on where the other's stop."""
    mine, theirs = _middle_initials(a), _middle_initials(b)
    both = min(len(mine), len(theirs))
    if not both or mine[:both] == theirs[:both]:
        return None
    initials = ", ".join(sorted(". ".join(letters).upper() + "." for letters in (mine, theirs)))
    return ("conflict_initial", 1.0, f"different initials: {initials}")


def _conflict_words(a: Prepared, b: Prepared, conflicts: list[Link]) -> str:
    """In words, that ``conflicts`` are of different names; several given names are told as one."""
    part = "surname" if any(part_of(a, b, link) == "surname" for link in conflicts) else "given name"
    mine = text_of(a, tuple(sorted(link.left[0] for link in conflicts)))
    theirs = text_of(b, tuple(sorted(link.right[0] for link in conflicts)))
    return f"different {part}s: {', '.join(sorted((mine, theirs)))}"


def _conflicts(a: Prepared, b: Prepared, found: Alignment) -> list[Evidence]:
    """Evidence of words that stand in one place and are nothing alike."""
    evidence: list[Evidence] = []
    given: list[Link] = []
    surnames: list[Link] = []
    for link in found.conflicts[:_MOST]:
        _, strength, edits, _ = link.likeness
        one, other = len(a.keys[link.left[0]]), len(b.keys[link.right[0]])
        if one == other == 1 and (initials := _initials_differ(a, b)):
            evidence.append(initials)
        elif one == 1 or other == 1:
            evidence.append(("conflict_initial", 1.0, f"different initials: {pair_text(a, b, link, ', ')}"))
        else:
            (surnames if part_of(a, b, link) == "surname" else given).append(link)
            evidence.append(("conflict_size", 1.0 - strength, ""))
            evidence.append(("edits", min(edits, _MOST_EDITS) - 1.0, ""))
    if given and a.surname == b.surname == 0 and len(a.keys) == len(b.keys) == 2 and _syllables(a, b, given[0]):
        evidence.append(("syllable", 1.0, ""))
    told = filter(None, (surnames, given))
    return evidence + [("conflict", float(len(links)), _conflict_words(a, b, links)) for links in told]


def _linked_surnames(found: Alignment) -> bool:
    """Whether the first words of two names stand for each other."""
    return any(link.left[0] == link.right[0] == 0 for link in found.links)


def _is_first_surname(a: Prepared, b: Prepared, link: Link) -> bool:
    """Whether a name alone stands right before the last word of a name of three or more, and is no given name."""
    long, at = (a, link.left[0]) if len(a.words) > len(b.words) else (b, link.right[0])
    return 0 < at == len(long.words) - 2 and long.surname == at + 1 and long.keys[at] not in given_names()


def _extras(a: Prepared, b: Prepared, found: Alignment) -> Evidence:
    """Evidence of words that only one name has."""
    shorter = a if len(a.words) <= len(b.words) else b
    if len(shorter.words) == 1 and not found.conflicts:
        if part_of(a, b, found.links[0]) == "surname":
            return ("surname_alone", 1.0, f"surname alone: {shorter.words[0].text}")
        if _is_first_surname(a, b, found.links[0]):
            return ("surname_first_of_two", 1.0, f"first of two surnames: {shorter.words[0].text}")
        return ("given_alone", 1.0, f"one name alone, not the surname: {shorter.words[0].text}")
    if not found.conflicts and (initials := _initials_differ(a, b)):
        return initials
    if a.surname == b.surname == 0 and len(shorter.words) > 1 and not found.conflicts and _linked_surnames(found):
        syllable = " ".join([name.words[i].text for name, spare in ((a, found.left), (b, found.right)) for i in spare])
        return ("syllable_missing", 1.0, f"in one name only: {syllable}")
    names = " ".join([name.words[i].text for name, spare in ((a, found.left), (b, found.right)) for i in spare])
    return ("extra", float(min(len(found.left) + len(found.right), _MOST)), f"in one name only: {names}")


def _descent(a: Prepared, b: Prepared, link: Link) -> bool:
    """Whether a word follows a bin in one name and not in the other."""
    return ("bin" in a.words[link.left[0]].particle) != ("bin" in b.words[link.right[0]].particle)


def _order(a: Prepared, b: Prepared, found: Alignment) -> list[Evidence]:
    """Evidence of words in another order."""
    places = sorted([(link.left[0], link.right[0]) for link in found.links])
    last = -1
    for _, at in places:
        if at < last:
            break
        last = at
    else:
        return []
    evidence: list[Evidence] = [("order", 1.0, "the names stand in another order")]
    if a.chain and b.chain and any(_descent(a, b, link) for link in found.links):
        evidence.append(("chain_order", 1.0, "father and son change places"))
    elif all(key in given_names() for key in (*a.keys, *b.keys)):
        evidence.append(("order_given", 1.0, ""))
    return evidence


def _particles(a: Prepared, b: Prepared, found: Alignment) -> list[Evidence]:
    """Evidence of another particle before one word."""
    evidence: list[Evidence] = []
    for link in found.links:
        one, other = a.words[link.left[0]], b.words[link.right[0]]
        if one.particle and other.particle and one.particle != other.particle:
            texts = ", ".join(sorted((one.particle_text, other.particle_text)))
            evidence.append(("particle", 1.0, f"different particles: {texts}"))
    return evidence


def _is_formal(a: Prepared, b: Prepared, found: Alignment) -> bool:
    """Whether the name with a suffix is the other's in full: with a middle initial, and the long form of its nickname.

    Joseph R. Biden Jr. is Joe Biden; Joe Biden Jr. may be his son.
    """
    long, short = (a.keys, b.keys) if a.suffix else (b.keys, a.keys)
    initials = any(len(key) == 1 for key in long[1:]) and not any(len(key) == 1 for key in short)
    nicknames = [link for link in found.links if link.likeness.kind is NICKNAME]
    return initials and len(long) == len(short) + 1 and bool(nicknames) and len(long[0]) > len(short[0])


def _suffixes(a: Prepared, b: Prepared, found: Alignment) -> list[Evidence]:
    """Evidence of Jr., II …; a surname alone leaves its suffix out, that says nothing."""
    texts = ", ".join(sorted(filter(None, (a.suffix_text, b.suffix_text))))
    if a.suffix and b.suffix:
        return [("suffix_differs", 1.0, f"different suffixes: {texts}")]
    if min(len(a.words), len(b.words)) == 1:
        return []
    if (a.suffix or b.suffix).isdigit() and a.keys == b.keys and is_regnal(list(a.keys)):
        return []  # news drops a ruler's number after its first mention
    missing = "suffix_missing_formal" if _is_formal(a, b, found) else "suffix_missing"
    evidence: list[Evidence] = [(missing, 1.0, f"in one name only: {texts}")]
    if (a.suffix or b.suffix).isdigit():
        evidence.append(("numeral", 1.0, ""))
    return evidence


def _characters(a: Prepared, b: Prepared) -> list[Evidence]:
    """Evidence of characters that show nothing, or something else than they are."""
    shown = [f"hidden character: {name}" for name in dict.fromkeys((*a.hidden, *b.hidden))]
    shown += [f"letters of two scripts in one word: {word}" for word in dict.fromkeys((*a.spoofed, *b.spoofed))]
    if a.cut or b.cut:
        shown.append("longer than a name: only its beginning is compared")
    return [("characters", 1.0, text) for text in shown]


def _whole(a: Prepared, b: Prepared, found: Alignment) -> list[Evidence]:
    """Evidence of the names as wholes: nothing shared, all equal, nothing but initials."""
    if not found.links:
        return [("nothing_shared", 1.0, "no part in common")]
    if a.keys == b.keys:
        native = a.script in NATIVE and a.script == b.script
        same = not native or [word.spelled for word in a.words] == [word.spelled for word in b.words]
        return [_WHOLE] if same else [("native", 1.0, "different characters of one sound")]
    if a.script in NATIVE and a.script == b.script:
        return [("native", 1.0, "different characters")]
    if found.links[0].likeness.kind is INITIAL and all(link.likeness.kind is INITIAL for link in found.links):
        return [("initials_only", 1.0, "nothing but initials in common")]
    return []


def gather(a: Prepared, b: Prepared, found: Alignment) -> list[Evidence]:
    """All evidence about two names, in no particular order."""
    evidence: list[Evidence] = [_BASE, *_whole(a, b, found), *_links(a, b, found)]
    if found.conflicts:
        evidence += _conflicts(a, b, found)
    if found.links and (found.left or found.right):
        evidence.append(_extras(a, b, found))
    if len(found.links) > 1:
        evidence += _order(a, b, found)
    if a.particles and b.particles:
        evidence += _particles(a, b, found)
    if a.suffix != b.suffix:
        evidence += _suffixes(a, b, found)
    if a.sex != b.sex and a.sex and b.sex:
        evidence.append(("sex", 1.0, "titles of a man and of a woman"))
    if a.hidden or b.hidden or a.spoofed or b.spoofed or a.cut or b.cut:
        evidence += _characters(a, b)
    return evidence
