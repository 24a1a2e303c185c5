"""The full names of one document, and which part of one of them a mention is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from discrepancy.extract.name_runs import Candidate
from discrepancy.lexicon.people import PARTICLES, SUFFIXES
from discrepancy.names.lists import east_asian_surnames, given_names
from discrepancy.text.characters import fold

_OPENING = frozenset({"de", "von", "van", "du", "di"})
"""Particles that open a surname at the head of a sentence, before another particle."""


@dataclass(frozen=True, slots=True)
class Known:
    """A person whom a document names in full.

    Attributes:
        key: the full name folded, which stands for the person within the document.
        words: its words, each folded, with particles and without suffix.
        split: index of the first word of the surname.
        family_first: whether the surname is the first word and the given names follow it.
        capitals: its words that are written with a capital: "Le" of "Doan My Le" is a name, no particle.
        double: whether the text calls someone by the first of two last words and nobody by the second alone: Uribe
            for Miguel Uribe Londoño. Either is a surname then.
    """

    key: str
    words: tuple[str, ...]
    split: int
    family_first: bool = False
    capitals: frozenset[str] = frozenset()
    double: bool = False

    @property
    def first_given(self) -> str:
        """The given name, by which a man or a woman is told; of several the first where they stand first."""
        return self.words[-1] if self.family_first else self.words[0]

    def is_given(self, part: range) -> bool:
        """Whether ``part`` holds nothing of the surname."""
        return part.start > 0 if self.family_first else part.stop <= self.split

    def is_surname(self, part: range) -> bool:
        """Whether ``part`` is the whole surname and no more, or the first of two."""
        if self.double and part == range(self.split, self.split + 1):
            return True
        return part == (range(1) if self.family_first else range(self.split, len(self.words)))

    def is_middle(self, part: range) -> bool:
        """Whether ``part`` is one syllable inside a name that begins with the surname: Minh of Pham Minh Chinh."""
        return len(part) == 1 and 0 < part.start < len(self.words) - 1 and self.words[0] in east_asian_surnames()

    def parts(self, texts: Sequence[str], part: range) -> tuple[tuple[str, ...], str]:
        """Given names and surname of a mention whose words are ``texts`` and stand at ``part`` of the full name."""
        if self.family_first:
            head = 1 if part.start == 0 else 0
            return tuple(texts[head:]), " ".join(texts[:head])
        cut = max(0, min(self.split, part.stop) - part.start)
        return tuple(texts[:cut]), " ".join(texts[cut:])


def folded(texts: Iterable[str]) -> tuple[str, ...]:
    """Each word folded; a suffix at the end is left out."""
    words = tuple([fold(text) for text in texts])
    return words[:-1] if len(words) > 1 and words[-1] in SUFFIXES else words


def find_part(words: tuple[str, ...], known: Known) -> range | None:
    """Where ``words`` stand in the full name, next to each other; None where they don't."""
    if all((word in PARTICLES and word not in known.capitals) or len(word) == 1 for word in words):
        return None
    for start in range(len(known.words) - len(words) + 1):
        if known.words[start : start + len(words)] == words:
            return range(start, start + len(words))
    return None


_Uses = Mapping[str, set[tuple[tuple[str, ...], bool]]]
"""Runs of folded words by the first, each with whether a title stands before it."""


def _by_word(people: Iterable[Known]) -> dict[str, list[Known]]:
    """The people of whose names each word is one, in order."""
    found: dict[str, list[Known]] = defaultdict(list)
    for known in people:
        for word in dict.fromkeys(known.words):
            found[word].append(known)
    return found


def _used(known: Known, uses: _Uses) -> list[tuple[range, bool]]:
    """Which parts of a full name the document uses, each with whether a title stands before it."""
    near = (use for word in dict.fromkeys(known.words) for use in uses.get(word, ()))
    return [(part, titled) for words, titled in near if (part := find_part(words, known))]


class Roster:
    """The persons whom one document names in full, by the words of their names."""

    def __init__(self, full: Iterable[Candidate], alone: Sequence[Candidate]) -> None:
        """Take the candidates that surely are full names, and the runs that may be a part of one."""
        made = {c.key: c for c in full}
        named = [_known(key, c.texts) for key, c in made.items()]
        sharing = _by_word(named)
        listed = [k for k in named if not any(_within(k, other) for other in sharing[k.words[0]])]
        uses: dict[str, set[tuple[tuple[str, ...], bool]]] = defaultdict(set)
        for c in alone:
            words = folded(c.texts)
            uses[words[0]].add((words, c.title is not None))
        self._by_word = _by_word(_settle(known, _used(known, uses)) for known in listed)
        self.people = tuple(dict.fromkeys(k for found in self._by_word.values() for k in found))
        self._bearers: dict[tuple[str, ...], list[tuple[Known, range]]] = {}

    def bearers(self, texts: Iterable[str]) -> list[tuple[Known, range]]:
        """Everyone who has these words next to each other in the full name, with where they stand.

        A word may lack its article: Qahtani is al-Qahtani, where nobody is called Qahtani.
        """
        key = tuple(texts)
        if key not in self._bearers:
            self._bearers[key] = self._find(folded(key))
        return self._bearers[key]

    def _find(self, words: tuple[str, ...]) -> list[tuple[Known, range]]:
        if not words:
            return []
        for form in (words, *([(f"al {words[0]}",), (f"el {words[0]}",)] if len(words) == 1 else [])):
            found = ((known, find_part(form, known)) for known in self._by_word.get(form[-1], ()))
            options = [(known, part) for known, part in found if part is not None and not known.is_middle(part)]
            if options:
                return options
        return []


def _known(key: str, texts: Sequence[str]) -> Known:
    words = folded(texts)
    first, last = words[0], words[-1]
    east = first in east_asian_surnames() and last not in east_asian_surnames()
    east = east and (first not in given_names() or " " in last)  # Kim Basinger, but Kim Dong-hyun
    # A particle may be written large at the head of a sentence or of a surname: De la Cruz, El Mahdi.
    edges = {0, len(words) - 1} if len(words) > _MOST_EAST - 1 and not east else set(range(len(words)))
    capitals = frozenset(words[i] for i in edges if texts[i][:1].isupper() and (i or words[i] not in _OPENING))
    return Known(key, words, surname_at(texts), family_first=east and len(words) <= _MOST_EAST, capitals=capitals)


_MOST_EAST = 3


def surname_at(texts: Sequence[str]) -> int:
    """Where the surname begins: the last word that is no suffix, with the particles before it."""
    end = len(texts) - (len(texts) > 1 and fold(texts[-1]) in SUFFIXES)
    first = end - 1
    while first > 1 and texts[first - 1].lower() in PARTICLES:
        first -= 1
    if first == 1 and end > 1 and len(texts) > 2 and texts[0].lower() in _OPENING:
        first = 0
    return first


def _within(one: Known, other: Known) -> bool:
    """Whether the one full name is part of the other, longer one."""
    return len(one.words) < len(other.words) and find_part(one.words, other) is not None


def _settle(known: Known, uses: Sequence[tuple[range, bool]]) -> Known:
    """``known`` with its surname as the document's shorter mentions use it: which words stand alone.

    A first word that stands alone where the last never does is a surname if a title stands before it, or if the
    last word is known for a given name and the first is not.
    """
    short = [(part, titled) for part, titled in uses if len(part) < len(known.words)]
    last = len(known.words) - 1
    heads = [titled for part, titled in short if part == range(1)]
    tails = [part for part, _ in short if part.stop == last + 1]
    if heads and not tails and last:
        names = given_names()
        if any(heads) or (known.words[last] in names and known.words[0] not in names):
            return replace(known, family_first=True)
    # A second given name that stands alone is no surname: Carlos is not of Juan Carlos Ferrero.
    named = [part.start for part, _ in short if part.start > 0 and known.words[part.start] not in given_names()]
    starts = [*named, *(part.start for part in tails if part.start > 0)]
    if not starts or known.family_first:
        return known
    split = min([known.split, *starts])
    ends_alone = any(len(part) == 1 for part in tails)
    return replace(known, split=split, double=split == last - 1 and not ends_alone)
