"""Totals in an earlier sentence, to which the opening of their list's own goes back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from discrepancy.model import Fact
from discrepancy.rules.list_parts import are_disjoint, are_of_states, are_sums
from discrepancy.rules.listed_figures import NEAR, ListedFigures, is_count, may_be_total, total_of
from discrepancy.rules.totals import Total
from discrepancy.rules.written import room

_PAID: Final = re.compile(
    r"(?:pays?|paid|will pay|contribut\w+|provid\w+|gives?|gave|covers?|covered|bears?|puts? up|chips? in"
    r"|com(?:es|ing) from"
    r"|came from|comes out of|goes to|went to|go to|is for|are for|supplies|supplied|spent|spends|committed"
    r"|pledged|c[ao]mes? to|cost|costs|amount(?:s|ed) to|accounts? for|accounted for|makes? up|made up|took|brought in"
    r"|was|were|received|receives?|gets?|got|burned|destroyed|covers) $"
)
"""Verbs by which the parts of a sum are told after it."""
_THEY: Final = re.compile(
    r"[\"\u201c]?(?:They|These|Those|All|It|This|That|The (?:[a-z]+ ){0,2}(?P<noun>[a-z]+)|Among them)"
    r" (?:are|were|was|is|comprised?|consist(?:s|ed)? of|(?:are|were|was|is) made up of|(?:are|were|was|is) split into"
    r"|(?:are|were|was|is) (?:composed|formed) of|number) $"
)
_OF: Final = re.compile(
    r"[\"\u201c]?Of (?:them|these|those|that|this|which|whom|(?:the|its|their|that|this|those|his|her|all)"
    r" (?:[a-z][a-z'\u2019-]* ){0,3}?[a-z]+)(?: [a-z]+ed)?,? $"
)
_FATES: Final = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"dead|died|dies|kill\w*|deaths?|toll|victims?|bodies|lives|fatalit\w+|perished",
        r"injur\w+|wound\w+|hurt\w*|casualties",
        r"rescue\w*|saved?|alive|surviv\w+|safe|freed?|released?|hostages?|captives?",
        r"missing|disappeared|unaccounted",
        r"arrest\w*|detain\w*|held|custody|suspects?|charged|accused|defendants?|convicted",
    )
)
"""Words of what became of people: "the injured are …" goes back to a count of the injured."""


def _goes_back(found: ListedFigures, noun: str | None, total: Fact) -> bool:
    """Whether "the injured are …" may mean those whom the total counts, and nobody is added to them."""
    if noun is None:
        return True
    fates = [words for words in _FATES if words.fullmatch(noun)]
    text = found.story_text(total)
    return not fates or any(words.search(text) for words in fates)


def total_before(found: ListedFigures) -> Total | None:
    """A total in an earlier sentence, to which the opening of the list's own goes back."""
    they, of = _THEY.match(found.lead), _OF.fullmatch(found.lead)
    if they:
        if not all(part.quantity.noun or are_sums(found) for part in found.parts):
            return None
        known = [fact for fact in found.earlier if _goes_back(found, they["noun"], fact)]
        if any(may_be_total(fact, found) for fact in known):
            return _nearest(found, known, exhaustive=True)
        others = [fact for fact in found.elsewhere if _goes_back(found, they["noun"], fact)]
        return _nearest(found, others, exhaustive=True) if all(map(is_count, found.parts)) else None
    if of and (found.rest or are_disjoint(found)):
        return _nearest(found, found.previous or found.earlier, exhaustive=found.rest)
    plain = not found.lead or (len(found.lead) <= _SHORT and _PAID.search(found.lead) is not None)
    told = (plain and are_sums(found)) or (len(found.lead) <= _SHORT and are_of_states(found))
    alike = [fact for fact in found.previous if fact.quantity.kind is found.parts[0].quantity.kind]
    return _nearest(found, alike, exhaustive=False) if told and len(alike) == 1 else None


_SHORT: Final = 60


def _nearest(found: ListedFigures, facts: Sequence[Fact], *, exhaustive: bool) -> Total | None:
    """The last figure before that the list may be the parts of; None where one is just what they make."""
    known = [fact for fact in facts if may_be_total(fact, found)]
    low, high = found.sum
    if any(low <= room(fact)[1] and room(fact)[0] <= high for fact in known):
        return None
    near = [fact for fact in known if low - fact.quantity.low <= fact.quantity.low * NEAR and _near(fact, high)]
    return total_of(found, near[-1], exhaustive=exhaustive) if near else None


def _near(fact: Fact, high: Decimal) -> bool:
    return fact.quantity.low - high <= fact.quantity.low * NEAR
