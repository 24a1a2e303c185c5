"""Whether two stances are taken on one thing, by the words for it and the time."""

from __future__ import annotations

from discrepancy.align.retold_parties import all_words, are_narrowed_apart, plain_words, shared_names, stems_of
from discrepancy.align.retold_words import NEAR, SentenceWords
from discrepancy.lexicon.stances import PREFIX, needs_object, turn_of
from discrepancy.model import Fact

_WHOLE = 0.6
"""The same for what two clauses of one party say besides it."""
_ON_ONE = frozenset({PREFIX + name for name in ("assent", "plea", "support", "appeal", "concession")})
"""Stances that one party takes on one thing once in a story, unless a turn is told."""
_MANY = 4
"""Telling words from which on two sentences are hardly of two events."""


def of_two_matters(a: Fact, b: Fact, words: SentenceWords) -> bool:
    """Whether what they are taken on is narrowed to two things of a kind: a motion to do this, and one to do that."""
    mine, theirs = a.claim.by, b.claim.by
    if mine is None or theirs is None or not are_narrowed_apart(mine, theirs):
        return False
    indefinite = "a" in {mine.scope, theirs.scope} or not (mine.scope or theirs.scope)
    return indefinite and len(_beside(a, words) & _beside(b, words)) < _MANY


def _beside(fact: Fact, words: SentenceWords) -> set[str]:
    """The words of a sentence besides those of whose stance it tells."""
    return words.of(fact) - set(fact.claim.about.modifiers)


def of_two_times(a: Fact, b: Fact, words: SentenceWords) -> bool:
    """Whether a "not" of one time is held against what came at another, in sentences that share little else."""
    times = [words.times(fact) for fact in (a, b)]
    if times[0] and times[1]:
        return not times[0] & times[1]
    few = len(words.of(a) & words.of(b)) <= _MANY
    return a.claim.denied != b.claim.denied and few and bool(times[0] or times[1])


def is_one_object(a: Fact, b: Fact) -> bool:
    """Whether one party, named in one at least, takes both stances on one thing, and no account stands between."""
    mine, theirs = a.claim.by, b.claim.by
    if mine is None or theirs is None or not all_words(mine) & all_words(theirs) or a.claim.of not in _ON_ONE:
        return False
    if "a" in {mine.scope, theirs.scope} and not all_words(mine) & all_words(theirs) - (
        plain_words(mine) & plain_words(theirs)
    ):
        return False
    one, other = (plain_words(fact.claim.about) for fact in (a, b))
    own = a.attribution is None or b.attribution is None
    return own and bool(one and other) and not (one | other) & stems_of("anybody")


def names_object(fact: Fact, other: Fact, words: SentenceWords) -> bool:
    """Whether what ``fact`` takes a stance on is told in the sentence of ``other``, where that tells its own."""
    mine, theirs = fact.claim.by, other.claim.by
    if needs_object(fact.claim.of) and not (mine and theirs and plain_words(mine) & plain_words(theirs)):
        return False
    if mine is None or theirs is None or all_words(mine) & all_words(theirs):
        return True
    return bool(plain_words(mine) & words.of(other))


def is_one_matter(a: Fact, b: Fact, words: SentenceWords) -> bool:
    """Whether two short clauses are of one party, who is told in both, and of one thing."""
    one, other = (plain_words(fact.claim.about) for fact in (a, b))
    if not one or not other or shared_names(a, b, words) is False:
        return False
    left, right = (set(fact.claim.details) - one - other for fact in (a, b))
    if len(left & right) >= NEAR and words.share(left, right) >= _WHOLE:
        return True
    lasting = turn_of(a.claim.of) == "other" or not (left or right)
    return lasting and one == other and not one & stems_of("anybody")
