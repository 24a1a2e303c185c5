"""Deeds that one document has one party do to the other, and another the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from discrepancy.align.retold_words import EACH, SentenceWords, is_told_plainly
from discrepancy.lexicon.stances import is_roles
from discrepancy.model import Fact


def swapped(told: Sequence[Fact], words: SentenceWords) -> Iterator[list[Fact]]:
    """The facts of each deed that one document has one party do to the other, and another the other way round."""
    by_verb: dict[str, list[Fact]] = defaultdict(list)
    for fact in told:
        if is_roles(fact.claim.of):
            by_verb[fact.claim.of].append(fact)
    for _, alike in sorted(by_verb.items()):
        if len({fact.mention.document for fact in alike}) == 1:
            continue
        facts = [fact for fact in alike if is_told_plainly(fact, words)]
        for a, b in combinations(facts[:EACH], 2):
            apart = a.mention.document != b.mention.document and not _told_of_two_times(a, b, words)
            if apart and are_swapped(a, b) and not _goes_both_ways(a, b, facts):
                yield [a, b]
                break


def _told_of_two_times(a: Fact, b: Fact, words: SentenceWords) -> bool:
    one, other = words.times(a), words.times(b)
    return bool(one and other) and not one & other


def are_swapped(a: Fact, b: Fact) -> bool:
    """Whether who does it in the one is to whom it is done in the other, and the other way round."""
    mine, theirs = _roles(a), _roles(b)
    across = mine[0] & theirs[1] and mine[1] & theirs[0]
    return bool(across) and not mine[0] & theirs[0] and not mine[1] & theirs[1]


def _roles(fact: Fact) -> tuple[set[str], set[str]]:
    by = fact.claim.by
    return set(fact.claim.about.modifiers), set(by.modifiers if by else ())


def _goes_both_ways(a: Fact, b: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a document of either has both do it to each other."""
    homes = {a.mention.document, b.mention.document}
    inside = [f for f in facts if f.mention.document in homes]
    return any(x.mention.document == y.mention.document and are_swapped(x, y) for x, y in combinations(inside, 2))
