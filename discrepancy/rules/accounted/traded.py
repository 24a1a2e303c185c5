"""Trading: what is traded stood at one price, or had moved so far, during the day, and at another at the close."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from discrepancy.model import Fact, QuantityKind, Story
from discrepancy.rules.accounted.told import Told, alike, is_one, variant
from discrepancy.rules.reconcilers import trading
from discrepancy.text.capitals import names_before

_KINDS = frozenset({QuantityKind.MONEY, QuantityKind.SHARE, QuantityKind.COUNT, QuantityKind.POINTS})
_CAP = 80
_MOST = 1.5
"""How far apart two prices of one day can be."""
_MOVES = frozenset({QuantityKind.SHARE, QuantityKind.POINTS})
"""What tells a move, which may be any."""


def find(story: Story) -> Iterator[Told]:
    """Pairs of prices of two versions, or of moves of a price."""
    told = [fact for facts in story.quantities.values() for fact in facts if _is_tried(fact, story)][:_CAP]
    seen: set[object] = set()
    for a, b in combinations(told, 2):
        key = frozenset((a.quantity.figure, b.quantity.figure))
        if len(key) < 2 or key in seen or not alike(a, b) or not _of_one(a, b, story):
            continue
        reason = trading.reconcile(a, b, story)
        if reason is not None and reason.text.key == _AT_CLOSE:
            seen.add(key)
            yield Told((variant(story, a), variant(story, b)), reason)


_AT_CLOSE = "reconcile.trading"
"""The one worth a note: of two moments in the day neither is the one that stays."""


def _is_tried(fact: Fact, story: Story) -> bool:
    return is_one(fact) and fact.quantity.kind in _KINDS and trading.is_traded(fact, story)


def _of_one(a: Fact, b: Fact, story: Story) -> bool:
    one, other = (_names(fact, story) for fact in (a, b))
    if one and other and not one & other:
        return False
    if a.quantity.kind in _MOVES:
        return True
    low, high = sorted((float(a.quantity.low), float(b.quantity.low)))
    near = high <= _MOST * low
    return near and (a.quantity.kind is QuantityKind.MONEY or "." in a.mention.text)


def _names(fact: Fact, story: Story) -> set[str]:
    text = story.document[fact.mention.document].text
    return set(names_before(text, fact.sentence.start, fact.mention.start))
