"""Moving count: a figure that a text ties to its own moment ("now has 420"), told earlier or later by another."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.lexicon import words
from discrepancy.model import Fact, Message, QuantityKind, Reconciliation, Story
from discrepancy.rules.once import once_each
from discrepancy.rules.publication import earlier, one_after_the_other
from discrepancy.rules.reconcilers.later_update import toll_moves, toll_of
from discrepancy.text.characters import fold

ORDER = 37
_WORD = re.compile(r"[\w-]+")
_COUNTED = frozenset({QuantityKind.COUNT, QuantityKind.SHARE})


def concerns(fact: Fact, story: Story) -> bool:
    """Whether a figure is told as of a moment."""
    return _as_of(fact, story)


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where one version came before the other and one of the figures is told as of a moment."""
    if not {a.quantity.kind, b.quantity.kind} <= _COUNTED:
        return None
    order = earlier(story, a.mention.document, b.mention.document)
    if order is None or not (_as_of(a, story) or _as_of(b, story)):
        return None
    first, then = (a, b) if order else (b, a)
    if toll_of(a, story) and toll_moves(story, then, first):
        return None  # the dead of the later version are fewer
    params = one_after_the_other(story, first, then)
    return Reconciliation("later-update", Message("reconcile.later-update", params))


@once_each
def _as_of(fact: Fact, story: Story) -> bool:
    """Whether the figure's sentence ties it to a moment."""
    text = story.document[fact.mention.document].text
    sentence = f" {' '.join(_WORD.findall(fold(text[fact.sentence.start : fact.sentence.end])))} "
    return any(phrase in sentence for phrase in _phrases())


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(sorted(f" {phrase} " for phrase in words("as_of_words")))
