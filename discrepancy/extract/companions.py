"""How a full name is brought into a text: as somebody's relative or helper, with an office or an age of its own, bare.

A bare surname is rarely meant for "his sister, Lena Brandt": writers keep it for the one whose sister she is. And one
that stands before any full name is seldom the Lena Brandt who is named later in passing.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Final

from discrepancy.extract.name_runs import Candidate
from discrepancy.extract.reading import Reading
from discrepancy.lexicon import table
from discrepancy.lexicon.roles import is_relation
from discrepancy.model import BlockRole, Span
from discrepancy.text.characters import fold

_REACH: Final = 60
"""Characters before a name in which the words stand that tell whose relative or helper its bearer is."""
_OWNED = re.compile(
    r"(?:\b(?P<pronoun>his|her|their)|(?P<owner>[^\W\d_][\w-]*)(?:['’]s|(?<=s)['’])) "
    r"(?:[\w-]+,? ){0,3}?(?P<noun>[a-z][\w-]+)(?: and [a-z-]+)?(?:, aged \d+)?[,:]? $",
    re.IGNORECASE,
)
_AGE = re.compile(r",? \(?(?:aged )?\d{1,3}[,;.)]")
_APPOSED = re.compile(r",\s(?:an?|the|now|then|one of|who)\s")
_AHEAD: Final = frozenset({BlockRole.HEADLINE, BlockRole.SUBHEAD, BlockRole.SUMMARY, BlockRole.CAPTION})
"""Blocks that name by the surname alone whom the body introduces."""


@cache
def _kin_after() -> re.Pattern[str]:
    """The words right after a name that make its bearer a relative: ", his brother," and ", a cousin of"."""
    words = (word for kind in ("elder", "younger", "even") for word in table("kin")[kind])
    kin = "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"
    owner = r"(?:his|her|their|[\w-]+['’]s)"
    return re.compile(
        rf"(?:, \d+)?(?:,| \() ?(?:{owner} (?:[a-z-]+ )?{kin}\b|(?:an? |the )?(?:[a-z-]+ )?{kin} (?:of|to) )"
    )


def is_companion(reading: Reading, c: Candidate, bearers: Collection[str]) -> bool:
    """Whether a full name is brought in as that of somebody's relative, or of a helper of a bearer of one name with it.

    Args:
        reading: the document.
        c: the run of the full name.
        bearers: the folded words of the names of those who share a surname with it.
    """
    found = _OWNED.search(reading.lead_up(c.span.start, _REACH))
    if found is not None:
        owner = fold(found["owner"] or "")
        if is_relation(found["noun"]) or owner in bearers:
            return True
    return _kin_after().match(reading.document.text, c.span.end) is not None


def is_presented(reading: Reading, c: Candidate) -> bool:
    """Whether a full name stands with an office, an age or an apposition: the text tells who that is."""
    text = reading.document.text
    return bool(c.title or c.office or _AGE.match(text, c.span.end) or _APPOSED.match(text, c.span.end))


def has_age(reading: Reading, where: Span) -> bool:
    """Whether an age follows a name: one that is given with the surname is that of whom the text is about."""
    return _AGE.match(reading.document.text, where.end) is not None


def stands_ahead(reading: Reading, c: Candidate) -> bool:
    """Whether a name stands in a headline, summary or caption, which name by the surname whom the body introduces."""
    return reading.block_of(c.span.start).role in _AHEAD
