"""Whether a statement was made in another language than the texts are in, by what they say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from discrepancy.lexicon import table
from discrepancy.model import Fact, Story

_INTERPRETED = re.compile(
    r"\b(?:through|via|by|with|using) (?:an?|his|her|their|the) (?:\w+ )?(?:translator|interpreter)\b"
    r"|\b(?:in|according to an?) (?:\w+ )?translation\b|\btranslated (?:from|by|into)\b"
)
_TONGUE = re.compile(
    r"\b(?:said|say|says|saying|speaking|spoke|speech|interview|told|wrote|posted|address|addressed|statement)\b"
    r"[^.!?\n]{0,60}?\bin ([A-Z]\w+)"
)
_OUTLET = re.compile(
    r"\b(?:told|interview with|interviewed by|speaking to|spoke to)\b[^.!?\n]{0,40}?\b([A-Z]\w+)[- ](?:language )?"
    r"(?:\w+ )?(?:newspaper|daily|weekly|magazine|broadcaster|channel|television|TV|radio|news agency|paper)\b"
)
_ENGLISH_SPEAKING = frozenset(
    {"united states", "united kingdom", "england", "scotland", "wales", "northern ireland", "australia", "canada"}
    | {"ireland", "new zealand"}
)
_NO_COUNTRYS = frozenset({"Arabic", "Hebrew", "Mandarin", "Cantonese", "Farsi", "Persian", "Kurdish", "Catalan"})
"""Languages that are not called after a country."""
_MARGIN = 400
"""Characters before and behind a quotation in which a text says how it was made."""


def is_translated(story: Story, facts: Iterable[Fact]) -> bool:
    """Whether a text says, near one of the quotations, that it was made in another language or by an interpreter."""
    return any(_says_so(_near(story, fact)) for fact in facts)


def _near(story: Story, fact: Fact) -> str:
    text, at = story.document[fact.mention.document].text, fact.mention
    return " ".join((text[max(at.start - _MARGIN, 0) : at.start] + "“”" + text[at.end : at.end + _MARGIN]).split())


def _says_so(text: str) -> bool:
    if _INTERPRETED.search(text):
        return True
    tongues = _tongues()
    return any(m.group(1) in tongues for pattern in (_TONGUE, _OUTLET) for m in pattern.finditer(text))


def _tongues() -> frozenset[str]:
    """The adjectives of countries that also name a language, but those of English-speaking countries."""
    rows = table("countries").items()
    return _NO_COUNTRYS | {form for key, row in rows if key not in _ENGLISH_SPEAKING for form in row["demonyms"]}
