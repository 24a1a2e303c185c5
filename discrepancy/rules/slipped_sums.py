"""Sums told away from a list: wins, draws and defeats of so many games; "the other 13"; "all eight"; jobs, posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from discrepancy.model import Document, Fact, Hedge, QuantityKind, Story
from discrepancy.rules.far_totals import one_kind
from discrepancy.rules.remaining_sums import NEAR, head_noun, sums_with_all, sums_with_rest
from discrepancy.rules.totals import SOME, Total, list_of
from discrepancy.rules.written import between, runs

_OUTCOMES: Final = (
    frozenset({"win", "wins", "victory", "victories"}),
    frozenset({"draw", "draws", "tie", "ties"}),
    frozenset({"defeat", "defeats", "loss", "losses"}),
)
_GAMES: Final = frozenset({"game", "games", "match", "matches", "fixtures", "outings", "tests"})
_SLIP_LEAST: Final = 100


def slipped_sums(story: Story) -> Iterator[Total]:
    """Every total that a text ties to its parts by words other than a list's."""
    for document in story.documents:
        rows = [
            [fact for fact in row if fact.quantity.converts < 0 and _is_count(fact)] for row in runs(story, document.id)
        ]
        rows = [row for row in rows if row]
        for row in rows:
            yield from _record(document, row)
            yield from sums_with_rest(document, row, row)
        for before, row in pairwise(rows):
            if _follows(document, before, row):
                yield from sums_with_rest(document, before, row[:1])
        yield from sums_with_all(document, rows)
        yield from _posts(document, rows)


def _is_count(fact: Fact) -> bool:
    q = fact.quantity
    return q.kind is QuantityKind.COUNT and q.low == q.high > 0 and not q.increment


def _follows(document: Document, before: Sequence[Fact], row: Sequence[Fact]) -> bool:
    gap = document.text[before[0].sentence.end : row[0].sentence.start]
    return not gap.strip() and "\n\n" not in gap


def _record(document: Document, row: Sequence[Fact]) -> Iterator[Total]:
    """ "16 points from 18 matches, with three wins, seven draws and eight defeats"."""
    for total, *parts in zip(row, row[1:], row[2:], row[3:], strict=False):
        if head_noun(total) not in _GAMES or len(list_of(document, parts)) != len(parts):
            continue
        outcomes = {n for part in parts for n, words in enumerate(_OUTCOMES) if head_noun(part) in words}
        if len(outcomes) == len(_OUTCOMES) and not SOME.search(between(document.text, total, parts[0])):
            yield Total(document, total, tuple(parts), exhaustive=True, near=NEAR)


def _posts(document: Document, rows: Sequence[Sequence[Fact]]) -> Iterator[Total]:
    """ "620 job cuts … 380 jobs in one place, and 420 posts in another", where 240 would make it."""
    large = [[fact for fact in row if _is_large(fact)] for row in rows]
    counts = [fact for row in large for fact in row]
    for parts in large:
        for one, other in combinations(parts, 2):
            if not one_kind(head_noun(one), head_noun(other)) or one.quantity.low == other.quantity.low:
                continue
            for total in counts:
                apart = total not in (one, other) and total.sentence != one.sentence
                if apart and one_kind(head_noun(total), head_noun(one)) and _is_slip(total, one, other):
                    yield Total(document, total, (one, other), exhaustive=True, near=NEAR)


def _is_large(fact: Fact) -> bool:
    return fact.quantity.low >= _SLIP_LEAST and fact.quantity.hedge is Hedge.NONE


def _is_slip(total: Fact, one: Fact, other: Fact) -> bool:
    """Whether the total less one part has the other's digits, three or more, in another order."""
    whole = total.quantity.low
    for mine, theirs in ((one, other), (other, one)):
        left = whole - mine.quantity.low
        written = f"{left:f}"
        if (
            left >= _SLIP_LEAST
            and left != theirs.quantity.low
            and sorted(written) == sorted(f"{theirs.quantity.low:f}")
        ):
            return True
    return False
