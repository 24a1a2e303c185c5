"""What turns the sense of a quotation: a figure, a day, a name, a negation or an opposite in wordings else alike."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from discrepancy.grammar.quoted_words import LONGEST, NEGATIONS, QuotedWord, is_figure
from discrepancy.lexicon.quoted import is_one_verb, opposites
from discrepancy.rules.sense_turns import (
    denies_by_prefix,
    turned_figures,
    turned_names,
    turned_negations,
    turned_opposites,
)
from discrepancy.rules.word_changes import WordChange, spoken, word_changes

_FEWEST = 3
"""Words that two wordings must share, so that one that differs stands out."""
_ELSE = 5
"""Shared words for which one other word may differ, beside the one that turns the sense."""
_INFLECTED = 3
"""Letters that two forms of one verb share at their beginning (follow, followed)."""
_HELPERS = frozenset({"do", "does", "did", "be", "is", "are", "was", "were", "have", "has", "had", "will", "would"})


def turned(
    one: Sequence[QuotedWord], other: Sequence[QuotedWord], people: AbstractSet[str], *, verbatim: bool = False
) -> set[str]:
    """Which of "figure", "day", "name", "negation", "opposite" parts two wordings that are else alike.

    Args:
        one: a wording.
        other: another, with the keys of ``one`` where the two agree.
        people: words that are names of persons of the story, folded.
        verbatim: whether nothing else at all may differ, as in two translations.
    """
    a, b = ([word.key for word in words if not word.cut] for words in (one, other))
    if a != b and sorted(a) == sorted(b) and NEGATIONS & set(a):
        return {"negation"}  # the same words about "not" changed places: "a shift, not a cut"
    if max(len(a), len(b)) > LONGEST:
        return set()
    found = [change for change in word_changes(one, other) if change.counts]
    shared = len(spoken(one)) - sum(len(change.gone) for change in word_changes(one, other))
    known = frozenset(a) & frozenset(b)
    kinds = turned_negations(found)
    for change in found:
        kinds |= turned_figures(change) | turned_names(change, people, known) | turned_opposites(change)
    allowed = 0 if verbatim else max(1, shared // _ELSE)
    return kinds if shared >= _FEWEST and sum(map(_rest, found)) <= allowed else set()


def _rest(change: WordChange) -> int:
    """How many words of a change are another wording, beside what turns the sense."""
    left, right = ([w for w in words if not _turns(w)] for words in (change.gone, change.come))
    pairs = list(zip(left, right, strict=False))
    alike = sum(_inflected(a.key, b.key) for a, b in pairs)
    if not change.inside:
        return len(pairs) - alike
    return max(len(left), len(right)) - max(alike, 1 if len(pairs) == 1 and turned_opposites(change) else 0)


def _turns(word: QuotedWord) -> bool:
    return word.name or is_figure(word.key) or word.key in NEGATIONS or word.key in _HELPERS


def _inflected(a: str, b: str) -> bool:
    return (
        a[:_INFLECTED] == b[:_INFLECTED]
        or is_one_verb(a, b)
        or b in opposites(a)
        or denies_by_prefix(a, b)
        or denies_by_prefix(b, a)
    )
