"""Sums told away from a list: wins, draws and defeats of so many games; "the other 13"; "all eight"; jobs, posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

from discrepancy.model import Document, Fact, Hedge, QuantityKind, Story
from discrepancy.rules.far_totals import one_kind
from discrepancy.rules.totals import SOME, Total, list_of
from discrepancy.rules.written import between, runs

_OUTCOMES: Final = (
    frozenset({"win", "wins", "victory", "victories"}),
    frozenset({"draw", "draws", "tie", "ties"}),
    frozenset({"defeat", "defeats", "loss", "losses"}),
)
_GAMES: Final = frozenset({"game", "games", "match", "matches", "fixtures", "outings", "tests"})
_OF: Final = re.compile(r"(?: (?!and\b|but\b)[a-z]+){0,3} of (?:the|its|their|his|her|all)? ?")
_OF_ALL: Final = re.compile(r"(?:^|[\"\u201c,;:] ?|\band )[Oo]f (?:the|its|their|his|her|all)(?: [a-z]+)? $")
_OTHER: Final = re.compile(r"\b[Tt]he (?:other|remaining|final|last) $")
_ALL: Final = re.compile(r"\ball(?: of the| the)? $")
_MORE: Final = re.compile(r" (?:other|more|further|additional|remaining|lesser) [a-z]+")
_ENDS: Final = re.compile(r" ?(?:[.,;]|$|counts?\b|charges?\b|offences?\b)")
_NEAR: Final = Decimal(1)
_LEAST: Final = 4
_SLIP_LEAST: Final = 100
_BREAK: Final = re.compile(
    r"\b(?:including|among|of (?:them|which|whom)|another|further|also|elsewhere)\b", re.IGNORECASE
)


def slipped_sums(story: Story) -> Iterator[Total]:
    """Every total that a text ties to its parts by words other than a list's."""
    for document in story.documents:
        rows = [
            [fact for fact in row if fact.quantity.converts < 0 and _is_count(fact)] for row in runs(story, document.id)
        ]
        rows = [row for row in rows if row]
        for row in rows:
            yield from _record(document, row)
            yield from _rest(document, row, row)
        for before, row in pairwise(rows):
            if _follows(document, before, row):
                yield from _rest(document, before, row[:1])
        yield from _all(document, rows)
        yield from _posts(document, rows)


def _is_count(fact: Fact) -> bool:
    q = fact.quantity
    return q.kind is QuantityKind.COUNT and q.low == q.high > 0 and not q.increment


def _follows(document: Document, before: Sequence[Fact], row: Sequence[Fact]) -> bool:
    gap = document.text[before[0].sentence.end : row[0].sentence.start]
    return not gap.strip() and "\n\n" not in gap


def _head(fact: Fact) -> str:
    return fact.quantity.noun.lower().rpartition(" ")[2]


def _record(document: Document, row: Sequence[Fact]) -> Iterator[Total]:
    """ "16 points from 18 matches, with three wins, seven draws and eight defeats"."""
    for total, *parts in zip(row, row[1:], row[2:], row[3:], strict=False):
        if _head(total) not in _GAMES or len(list_of(document, parts)) != len(parts):
            continue
        outcomes = {n for part in parts for n, words in enumerate(_OUTCOMES) if _head(part) in words}
        if len(outcomes) == len(_OUTCOMES) and not SOME.search(between(document.text, total, parts[0])):
            yield Total(document, total, tuple(parts), exhaustive=True, near=_NEAR)


def _rest(document: Document, before: Sequence[Fact], row: Sequence[Fact]) -> Iterator[Total]:
    """ "Of the nine instruments, seven were on. The other three …", "seven of the nine … while the other three"."""
    text = document.text
    for last in row:
        lead = text[last.sentence.start : last.mention.start]
        if not _OTHER.search(lead) or last.quantity.hedge is not Hedge.NONE:
            continue
        known = [fact for fact in before if fact.mention.end < last.mention.start]
        if len(known) != 2 or known[1].quantity.low == known[0].quantity.low:
            continue
        gap = between(text, *known)
        opening = text[known[0].sentence.start : known[0].mention.start]
        if _OF_ALL.search(opening):
            total, part = known
        elif _OF.fullmatch(gap):
            part, total = known
        else:
            continue
        stretch = text[known[1].mention.end : last.mention.start]
        unalike = {_head(last), _head(part)} - {"", _head(total)}
        plain = not _BREAK.search(stretch) and stretch.count(".") < _SENTENCES and not unalike
        if plain and part.quantity.low < total.quantity.low and total.quantity.low >= _LEAST:
            yield Total(document, total, (part, last), exhaustive=True, near=_NEAR)


_SENTENCES: Final = 3


def _all(document: Document, rows: Sequence[Sequence[Fact]]) -> Iterator[Total]:
    """ "guilty of six counts … cleared of two other counts. He had denied all eight"."""
    text = document.text
    for place, row in enumerate(rows):
        for total in row:
            told = _ALL.search(text[total.sentence.start : total.mention.start])
            if not told or not _ENDS.match(text, total.mention.end) or total.quantity.low < _LEAST:
                continue
            earlier = [fact for each in rows[max(0, place - 4) : place] for fact in each]
            others = [fact for fact in earlier if _MORE.match(text, fact.mention.end)]
            if len(others) != 1 or others[0] not in [fact for each in rows[place - 1 : place] for fact in each]:
                continue
            noun = text[others[0].mention.end : others[0].mention.end + _REACH].split()[1].strip(".,;")
            first = [fact for fact in earlier if _head(fact) == noun and fact.mention.end < others[0].mention.start]
            if len(first) == 1 and noun.endswith("s") and first[0].quantity.low < total.quantity.low:
                yield Total(document, total, (first[0], others[0]), exhaustive=True, near=_NEAR)


_REACH: Final = 60


def _posts(document: Document, rows: Sequence[Sequence[Fact]]) -> Iterator[Total]:
    """ "620 job cuts … 380 jobs in one place, and 420 posts in another", where 240 would make it."""
    counts = [
        fact for row in rows for fact in row if fact.quantity.low >= _SLIP_LEAST and fact.quantity.hedge is Hedge.NONE
    ]
    for row in rows:
        parts = [fact for fact in row if fact in counts]
        for one, other in combinations(parts, 2):
            if not one_kind(_head(one), _head(other)) or one.quantity.low == other.quantity.low:
                continue
            for total in counts:
                apart = total not in (one, other) and total.sentence != one.sentence
                if apart and one_kind(_head(total), _head(one)) and _is_slip(total, one, other):
                    yield Total(document, total, (one, other), exhaustive=True, near=_NEAR)


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
