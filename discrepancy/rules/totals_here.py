"""Totals in the sentence of their list: "4,200 jobs: 1,900 in …", "of the 412 kg, 260 were …"."""

from __future__ import annotations

import re
from typing import Final

from discrepancy.rules.list_parts import are_apposed, are_disjoint, are_sums, may_overlap
from discrepancy.rules.listed_figures import ListedFigures, lead_of, may_be_total, total_of
from discrepancy.rules.totals import OF_THEM, SOME, Total
from discrepancy.rules.written import between

_OF_FIGURE: Final = re.compile(
    r"(?:^|[,;:] |and |but |that |said )[\"\u201c]?[Oo]f (?:(?:the|its|their|those|these|his|her|all|a total of|some"
    r"|about|roughly|that) )*(?:[a-z][a-z'\u2019-]* )?$"
)
_OPENS: Final = re.compile(r"[^.;:()\d]{0,120}?(?::| \u2014| \u2013| -) ?|[^.;:()\d,]{0,40} \(")
_APPOSED: Final = re.compile(r"[^.;:()\d]{0,90}, ")
_AFTER_OF: Final = re.compile(r"[^.;:\d]{0,80}?,? ?(?:some )?")
_BRACKET: Final = re.compile(r" ?\([^()]*\)")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_WITHIN: Final = re.compile(
    r"\b(?:in|over|after|during|within|from|by|for|than|every|between|and|to|per) (?:the |its |their |his |her "
    r"|just )?$"
)
"""Words by which a figure says in or after how many something is counted: "in 12 games - four goals, seven assists"."""


def total_here(found: ListedFigures) -> Total | None:
    """A total in the list's own sentence: "4,200 jobs: 1,900 in …", "of the 412 kg, 260 were …"."""
    place = found.row.index(found.parts[0])
    if not place:
        return None
    total, text = found.row[place - 1], found.document.text
    if not may_be_total(total, found):
        return None
    lead = lead_of(found.document, total)
    gap = _YEAR.sub("", _BRACKET.sub("", between(text, total, found.parts[0])))
    if SOME.search(gap):
        return None
    if _OF_FIGURE.search(lead) and _AFTER_OF.fullmatch(gap) and (found.rest or are_disjoint(found)):
        return total_of(found, total, exhaustive=found.rest)
    if OF_THEM.match(text, found.parts[0].mention.end) and _APPOSED.fullmatch(gap) and not may_overlap(found):
        return total_of(found, total, exhaustive=False)
    alike = are_sums(found) or not _WITHIN.search(lead)
    return total_of(found, total, exhaustive=True) if alike and _OPENS.fullmatch(gap) and are_apposed(found) else None


def total_of_two(found: ListedFigures) -> Total | None:
    """ "157 seats between them: 131 for the one and 26 for the other"."""
    place = found.row.index(found.parts[0])
    if not place or len(found.row) != place + 2:
        return None
    total = found.row[place - 1]
    gap = _YEAR.sub("", _BRACKET.sub("", between(found.document.text, total, found.parts[0])))
    whole = _TOGETHER.search(gap) is not None or total.quantity.low >= _TELLING
    if SOME.search(gap) or not _COLON.fullmatch(gap) or not whole or not may_be_total(total, found):
        return None
    return total_of(found, total, exhaustive=True) if are_disjoint(found) or are_apposed(found) else None


_COLON: Final = re.compile(r"[^.;:()\d]{0,90}?(?::| \u2014| \u2013| -) ?")
_TOGETHER: Final = re.compile(r"\b(?:between them|in all|in total|together|combined|altogether|all told)\b")
_TELLING: Final = 100
"""Two parts of a total below may be two of several."""
