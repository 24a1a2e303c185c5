"""Values that a text tells as what was, and not as what is: "up from 11", "an earlier toll of 11"."""

from __future__ import annotations

import re
from typing import Final

from discrepancy.model import BlockRole, Document, Fact

__all__ = ["is_former", "is_told_as_former"]

_FORMER: Final = re.compile(
    r"\b(?:initial\w*|original\w*|earlier|previous\w*|provisional|preliminary|(?:up|down|revised|raised|lowered|cut"
    r"|corrected|changed|risen|rose|fell|fallen) from|from (?:an? |the )?(?:earlier|previous|initial)|instead of"
    r"|rather than|and not|, not|had (?:said|put|given|reported)|first (?:put|given|reported|said))\b[^.;]{0,30}$"
    r"|\b(?:risen|rose|rises|rising|increased|grown|grew|climbed|jumped|fallen|fell|dropped|cut|raised|lowered|revised"
    r"|up|down)\b(?:[^.;]|\.(?=\w))*\bfrom (?:an? |the )?(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"^(?: [\w'’-]+){0,3},? (?:as )?(?:reported|stated|given|said|announced|feared) "
    r"(?:earlier|before|previously|initially)\b"
    r"|^(?: [\w'’-]+){0,3} (?:previously|initially|originally|earlier)\b",
    re.IGNORECASE,
)


def is_former(document: Document, fact: Fact) -> bool:
    """Whether a document tells a value as one that was replaced."""
    if fact.mention.block is BlockRole.CORRECTION:
        return True
    sentence = document.text[fact.sentence.start : fact.sentence.end]
    start = fact.mention.start - fact.sentence.start
    return is_told_as_former(sentence, start, start + len(fact.mention.text))


def is_told_as_former(sentence: str, start: int, end: int) -> bool:
    """Whether what stands there in a sentence is told as what was replaced."""
    return _FORMER.search(sentence[:start]) is not None or _AFTER.match(sentence[end:]) is not None
