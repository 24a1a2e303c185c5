"""Sums whose last part or whole is told later: "the other three", "all eight"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from discrepancy.model import Document, Fact, Hedge
from discrepancy.rules.totals import Total
from discrepancy.rules.written import between

_OF: Final = re.compile(r"(?: (?!and\b|but\b)[a-z]+){0,3} of (?:the|its|their|his|her|all)? ?")
_OF_ALL: Final = re.compile(r"(?:^|[\"\u201c,;:] ?|\band )[Oo]f (?:the|its|their|his|her|all)(?: [a-z]+)? $")
_OTHER: Final = re.compile(r"\b[Tt]he (?:other|remaining|final|last) $")
_ALL: Final = re.compile(r"\ball(?: of the| the)? $")
_MORE: Final = re.compile(r" (?:other|more|further|additional|remaining|lesser) [a-z]+")
_ENDS: Final = re.compile(r" ?(?:[.,;]|$|counts?\b|charges?\b|offences?\b)")
NEAR: Final = Decimal(1)
_LEAST: Final = 4
_BREAK: Final = re.compile(
    r"\b(?:including|among|of (?:them|which|whom)|another|further|also|elsewhere)\b", re.IGNORECASE
)


def head_noun(fact: Fact) -> str:
    """The last word of what a fact counts."""
    return fact.quantity.noun.lower().rpartition(" ")[2]


def sums_with_rest(document: Document, before: Sequence[Fact], row: Sequence[Fact]) -> Iterator[Total]:
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
        unalike = {head_noun(last), head_noun(part)} - {"", head_noun(total)}
        plain = not _BREAK.search(stretch) and stretch.count(".") < _SENTENCES and not unalike
        if plain and part.quantity.low < total.quantity.low and total.quantity.low >= _LEAST:
            yield Total(document, total, (part, last), exhaustive=True, near=NEAR)


_SENTENCES: Final = 3


def sums_with_all(document: Document, rows: Sequence[Sequence[Fact]]) -> Iterator[Total]:
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
            first = [fact for fact in earlier if head_noun(fact) == noun and fact.mention.end < others[0].mention.start]
            if len(first) == 1 and noun.endswith("s") and first[0].quantity.low < total.quantity.low:
                yield Total(document, total, (first[0], others[0]), exhaustive=True, near=NEAR)


_REACH: Final = 60
