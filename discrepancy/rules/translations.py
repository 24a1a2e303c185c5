"""Whether a statement was made in another language than the texts are in, by what they say of it or of its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from discrepancy.lexicon import table
from discrepancy.lexicon.places import country_of
from discrepancy.model import Fact, FactKind, Story

_INTERPRETED = re.compile(
    r"\b(?:through|via|by|with|using) (?:an?|his|her|their|the) (?:\w+ )?(?:translator|interpreter)\b"
    r"|\b(?:in|according to an?) (?:\w+ )?translation\b|\btranslated (?:from|by|into)\b"
    r"|\b(?:simultaneous|live) translation\b"
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
_ENGLISH_IN_OFFICE = frozenset(
    {"india", "pakistan", "nigeria", "ghana", "kenya", "uganda", "south africa", "zambia", "zimbabwe", "botswana"}
    | {"namibia", "malawi", "sierra leone", "liberia", "gambia", "singapore", "malta", "philippines", "jamaica"}
    | {"trinidad and tobago", "barbados", "bahamas", "guyana", "belize", "fiji", "papua new guinea", "mauritius"}
    | {"sri lanka", "european union", "hong kong", "israel", "cameroon", "tanzania", "rwanda", "cyprus"}
)
"""Countries, beside those of English-speaking people, whose office-holders often speak English in public."""
_NO_COUNTRYS = frozenset({"Arabic", "Hebrew", "Mandarin", "Cantonese", "Farsi", "Persian", "Kurdish", "Catalan"})
"""Languages that are not called after a country."""
_MARGIN = 400
"""Characters before and behind a quotation in which a text says how it was made."""
_TITLE_WORD = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")


class Translated(Enum):
    """Whether words were put into English by the newsroom."""

    NO = "no"
    LIKELY = "likely"
    """The speaker holds an office in a country of another language."""
    TOLD = "told"
    """A text says so."""


def translated(story: Story, facts: Iterable[Fact]) -> Translated:
    """Whether the quotations were made in another language, as a text says near one or the speaker's office tells."""
    quoted = list(facts)
    if any(_says_so(_near(story, fact)) for fact in quoted):
        return Translated.TOLD
    speakers = {fact.quotation.speaker for fact in quoted} - {""}
    return Translated.LIKELY if any(_is_foreign(story, speaker) for speaker in speakers) else Translated.NO


def _near(story: Story, fact: Fact) -> str:
    text, at = story.document[fact.mention.document].text, fact.mention
    return " ".join((text[max(at.start - _MARGIN, 0) : at.start] + "“”" + text[at.end : at.end + _MARGIN]).split())


def _says_so(text: str) -> bool:
    if _INTERPRETED.search(text):
        return True
    tongues = _tongues()
    return any(m.group(1) in tongues for pattern in (_TONGUE, _OUTLET) for m in pattern.finditer(text))


def _is_foreign(story: Story, speaker: str) -> bool:
    """Whether a title of the speaker names a country of another language ("Ukrainian President", "of France")."""
    titles = [
        fact.name.title
        for person in story.people
        if person.id == speaker
        for fact in map(story.fact.__getitem__, person.facts)
        if fact.kind is FactKind.PERSON
    ]
    countries = {
        country
        for title in titles
        for run in _TITLE_WORD.findall(title)
        for word in (run, *run.split())
        if (country := country_of(re.sub(r"['’]s?$", "", word)))
    }
    return bool(countries) and not countries & (_ENGLISH_SPEAKING | _ENGLISH_IN_OFFICE)


def _tongues() -> frozenset[str]:
    """The adjectives of countries that also name a language, but those of English-speaking countries."""
    rows = table("countries").items()
    return _NO_COUNTRYS | {form for key, row in rows if key not in _ENGLISH_SPEAKING for form in row["demonyms"]}
