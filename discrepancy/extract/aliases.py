"""Names that a text itself hands out: "known to all as Kit", "a sailor named Suparto"."""

from __future__ import annotations

import re
from typing import Final

from discrepancy.extract.name_runs import Candidate
from discrepancy.extract.reading import Reading
from discrepancy.lexicon.people import is_title_word

_REACH: Final = 60
_KNOWN_AS = re.compile(
    r"\b(?:(?:better |best |also |widely |popularly |affectionately )?known (?:\w+ ){0,6}?as|nicknamed|dubbed"
    r"|(?:call|calls|called) (?:him|her)|(?:everybody|everyone|all|friends|fans|locals|people)(?: \w+){0,3} calls?"
    r"|who goes by|goes by the name(?: of)?)\s*[\"“‘']?(?:Uncle |Aunt |Auntie |Brother |Sister |Papa |Mama )?$"
)
_NAMED = re.compile(
    r"\b(?:an?|the|another)\s(?:[\w’'-]+\s){1,4}(?:named|by the name of|identified (?:only )?as|named only as)\s$"
)


def is_alias(reading: Reading, c: Candidate) -> bool:
    """Whether the words before a run say that someone named before it is called so."""
    return len(c.words) <= _MOST_WORDS and bool(_KNOWN_AS.search(_lead_up(reading, c)))


def is_called_only(reading: Reading, c: Candidate) -> bool:
    """Whether someone without another name is called so: "the gang's leader, known as El Zorro"."""
    known_as = _KNOWN_AS.search(_lead_up(reading, c)) if is_alias(reading, c) else None
    return known_as is not None and any(
        is_title_word(word.strip(",;")) for word in _lead_up(reading, c)[: known_as.start()].split()[-_NEAR:]
    )


_NEAR = 2
"""Words before "known as" among which the noun for the person stands."""


def is_introduced(reading: Reading, c: Candidate) -> bool:
    """Whether the words before a run say that someone has this name: "an Indonesian named Suharto"."""
    return len(c.words) <= _MOST_WORDS and bool(_NAMED.search(_lead_up(reading, c)))


_MOST_WORDS = 2


def _lead_up(reading: Reading, c: Candidate) -> str:
    block = reading.block_of(c.span.start)
    return reading.document.text[max(block.start, c.span.start - _REACH) : c.span.start]
