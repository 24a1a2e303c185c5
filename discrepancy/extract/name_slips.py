"""Bare surnames that are a letter away from one that the text gives in full: "Gachgua's lawyers" of Gachagua's.

Whether it is that person's name misspelled is settled where the whole story's people are; here such a word is only
taken for a name, which nothing else about it tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from rapidfuzz.distance import OSA

from discrepancy.extract.name_evidence import is_given_name, may_be_part, owns_body, shouted
from discrepancy.extract.name_parts import Roster
from discrepancy.extract.name_runs import Candidate
from discrepancy.extract.reading import Reading
from discrepancy.lexicon.people import is_organisation_word, is_place_word, is_title_word
from discrepancy.model import BlockRole, Verdict
from discrepancy.names.compare import compare_names
from discrepancy.text.characters import fold

_SHORTEST: Final = 6
"""Letters that a surname has before one letter more, less or otherwise is a slip rather than another name."""
_OFTEN: Final = 2
"""Times that the right spelling stands in the text at least."""
_ACTING: Final = frozenset({"nsubj", "nsubjpass", "poss", "agent", "appos"})
_NOUNS: Final = {False: frozenset({"PROPN"}), True: frozenset({"PROPN", "NOUN", "VERB", "ADJ", "X"})}
"""Parts of speech of a bare surname in running text, and in a headline, where the engine guesses."""
_HEADED: Final = frozenset({BlockRole.HEADLINE, BlockRole.SUBHEAD})
_LIKE_SOUNDS: Final = tuple(map(frozenset, ("aeiouy", "vw", "ck", "sz", "jy", "fv")))
"""Letters that are heard alike in a surname, each kind by itself."""
_PERSONAL: Final = frozenset({"", "PERSON", "ORG", "GPE"})
"""Labels that the engine gives to bare surnames it does not know."""


def slips(reading: Reading, runs: Sequence[Candidate], roster: Roster) -> set[str]:
    """The folded words that may each be a misspelled surname: they stand once, as somebody who acts or owns.

    Args:
        reading: the document.
        runs: its runs of capitalised words.
        roster: those whom it names in full.
    """
    counts = Counter(fold(word.text) for c in runs for word in c.words)
    families = {known.words[0 if known.family_first else -1] for known in roster.people}
    surnames = _by_form(family for family in families if counts[family] >= _OFTEN)
    all_surnames = _by_form(families)
    found = set()
    for c in runs:
        word = fold(c.words[0].text)
        if len(c.words) > 1 or counts[word] != 1 or roster.bearers([c.words[0].text]):
            continue
        headed = reading.block_of(c.span.start).role in _HEADED
        alike = _alike(word, all_surnames if headed else surnames)
        near = (_is_near(word, surname, headed=headed) for surname in alike)
        if _may_be_name(reading, c, headed=headed) and any(near):
            found.add(word)
    return found


def _by_form(surnames: Iterable[str]) -> Mapping[tuple[str, int], list[str]]:
    """Surnames by their first letter and how many they have."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for surname in surnames:
        found[surname[:1], len(surname)].append(surname)
    return found


def _alike(word: str, surnames: Mapping[tuple[str, int], list[str]]) -> Iterator[str]:
    """The surnames that a word may be by one slip: of the same first letter, and a letter longer or shorter at most."""
    return chain.from_iterable(surnames.get((word[:1], len(word) + more), ()) for more in (-1, 0, 1))


def _may_be_name(reading: Reading, c: Candidate, *, headed: bool) -> bool:
    """Whether a single word acts or owns as a person does, and is a word for nothing else; in a headline any may."""
    word = c.words[0]
    token = word.tail
    if token is None or token.pos not in _NOUNS[headed] or token.ent not in _PERSONAL or shouted(c):
        return False
    if not headed and not word.possessive and token.dep not in _ACTING:
        return False
    if is_organisation_word(word.text) or is_place_word(word.text) or is_title_word(word.text):
        return False
    return not is_given_name(word.text) and not owns_body(reading, c) and may_be_part(reading, c, given=False)


def _is_near(word: str, surname: str, *, headed: bool) -> bool:
    """Whether a word is a surname with a letter left out, doubled, or changed in place with the next.

    Another letter makes another name as often: Wilson and Wilton, Toyoda and Toyota, Johnson and Johnston. In a
    headline another letter of like sound does too, for it speaks of those whom its text names.
    """
    if min(len(word), len(surname)) < _SHORTEST or word[0] != surname[0] or OSA.distance(word, surname) != 1:
        return False
    if word + "s" == surname:
        return False
    left_out = len(word) < len(surname)
    doubled = len(word) > len(surname) and _single(word) == _single(surname)
    swapped = sorted(word) == sorted(surname)
    heard = headed and len(word) == len(surname) and _sounds_alike(word, surname)
    return (left_out or doubled or swapped or heard) and compare_names(word, surname).verdict is Verdict.SAME


def _sounds_alike(word: str, surname: str) -> bool:
    """Whether two words of one length have another letter in one place that is heard alike, and else the same ones."""
    differing = [{a, b} for a, b in zip(word, surname, strict=True) if a != b]
    return len(differing) == 1 and any(differing[0] <= kind for kind in _LIKE_SOUNDS)


def _single(word: str) -> str:
    """A word with every doubled letter written once."""
    return "".join(letter for letter, before in zip(word, " " + word, strict=False) if letter != before)
