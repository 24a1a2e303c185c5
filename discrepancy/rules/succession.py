"""Figures that one source changed from one of its versions to the next: shared by the rules on figures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from discrepancy.model import Story
from discrepancy.rules.clashes import Variant
from discrepancy.rules.reconcilers.later_update import toll_of
from discrepancy.text.characters import fold

_SHARE = 0.4
"""Share of the words of two sentences, the figures aside, that makes the one an edited copy of the other."""
_SLIP = 8
"""From so many times the other on, a changed figure is a slip of magnitude, whoever changed it."""


def changed_in_chain(story: Story, variants: Sequence[Variant]) -> tuple[Variant, ...]:
    """``variants`` in the order in which one source gave them, where it gave each in the place of the one before.

    Nothing where another source gives one of them too, where a version gives two of them, where one is many times
    the other, or where the sentences are too unlike to be one that was changed.
    """
    homes = [{fact.mention.document for fact in variant} for variant in variants]
    chain = next((chain for chain in story.chains if all(home <= set(chain) for home in homes)), ())
    if not chain or len(variants) < 2 or _is_slip(variants):
        return ()
    spans = [sorted(chain.index(document) for document in home) for home in homes]
    ordered = sorted(range(len(variants)), key=lambda n: spans[n])
    if any(spans[one][-1] >= spans[two][0] for one, two in pairwise(ordered)):
        return ()
    found = [variants[n] for n in ordered]
    return tuple(found) if all(_goes_on(story, one, two) for one, two in pairwise(found)) else ()


def _goes_on(story: Story, one: Variant, two: Variant) -> bool:
    """Whether the one figure stands in the place of the other: a toll, or a sentence that was taken over."""
    if toll_of(one[0], story) and toll_of(two[0], story):
        return True
    return any(len(a & b) >= _SHARE * len(a | b) for a in _words(story, one) for b in _words(story, two))


def _words(story: Story, variant: Variant) -> list[frozenset[str]]:
    found = []
    for fact in variant:
        text, at, sentence = story.document[fact.mention.document].text, fact.mention, fact.sentence
        found.append(frozenset(fold(f"{text[sentence.start : at.start]} {text[at.end : sentence.end]}").split()))
    return found


def _is_slip(variants: Sequence[Variant]) -> bool:
    values = [variant[0].quantity.low for variant in variants]
    return min(values) <= 0 or max(values) >= _SLIP * min(values)
