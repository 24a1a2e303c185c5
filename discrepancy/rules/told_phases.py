"""The words by which a text tells a figure of a first time and another of the time after it."""

from __future__ import annotations

import re

from discrepancy.model import Fact, Story
from discrepancy.rules.accounted.told import (
    before,
    behind,
)

_UP = (
    r"ris(?:e|es|ing)|rose|risen|increas(?:e|es|ed|ing)|gr(?:ow|ows|ew|own|owing)|climb(?:s|ed|ing)?|jump(?:s|ed)?"
    r"|go(?:es|ing)? up|went up|rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|expand(?:s|ed|ing)?|boost(?:s|ed|ing)?"
    r"|swell(?:s|ed)?|doubl(?:e|es|ed|ing)|extend(?:s|ed|ing)?|put up|step(?:s|ped)? up|soar(?:s|ed)?"
)
_DOWN = (
    r"fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|cut(?:s|ting)?|reduc(?:e|es|ed|ing)|shr(?:ink|inks|ank|unk)"
    r"|declin(?:e|es|ed|ing)|lower(?:s|ed|ing)?"
    r"|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|go(?:es|ing)? down|went down"
    r"|slip(?:s|ped)?|com(?:e|es|ing) down|came down"
    r"|halv(?:e|es|ed|ing)|dwindl(?:e|es|ed)|slid(?:e|es)?|narrow(?:s|ed)?"
)
_TO = (
    r"\b(?:[^.;:]|(?<=\d)\.(?=\d)){0,50}?"
    r"\b(?:to|at)(?: (?:about|around|some|nearly|almost|just|only|over|more than|an?))* ?$"
)
_RISES = re.compile(rf"\b(?:{_UP}){_TO}", re.IGNORECASE)
_FALLS = re.compile(rf"\b(?:{_DOWN}){_TO}", re.IGNORECASE)
FIRST = re.compile(
    r"[^.;\d]{0,25}\b(?:(?:in|for|over|during) (?:the|its|their) first (?:\w+ )?"
    r"(?:years?|months?|half|quarter|season|phase|stage)"
    r"|initially|at first|this year|to begin with|to start with|at the outset|for now|at present|currently"
    r"|in the (?:first|opening) phase)\b",
    re.IGNORECASE,
)
_BEFORE_FIRST = re.compile(
    r"\b(?:initially|at first|to begin with|to start with|at the outset|in the first (?:year|phase|season)"
    r"|currently|at present)\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)
LATER = re.compile(
    r"[^.;]{0,30}?\b(?:from \d{4}|by \d{4}|thereafter|after that|afterwards|in later years"
    r"|in the (?:second|third|following)"
    r" (?:year|phase|season)s?|each year after|every year after|once"
    r"|in the long (?:run|term)|eventually|when fully|at full)\b",
    re.IGNORECASE,
)
_BEFORE_LATER = re.compile(
    r"\b(?:eventually|later|thereafter|from \d{4}|by \d{4}|after that|afterwards|in the (?:second|third|following)"
    r" (?:year|phase|season)s?)\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)
FROM = re.compile(
    rf"\b(?:{_UP}|{_DOWN}"
    r"|tak(?:e|es|ing)|took|mov(?:e|es|ed)|chang(?:e|es|ed))\b[^.;:]{0,50}?\bfrom $",
    re.IGNORECASE,
)


def leads(a: Fact, b: Fact, story: Story) -> bool:
    """Whether the second is told as what the first goes to."""
    ahead = before(story, b)
    if a.sentence == b.sentence and not FROM.search(before(story, a)):
        ahead = ahead[max(0, len(ahead) - (b.mention.start - a.mention.end)) :]
    up = b.quantity.low > a.quantity.low
    return bool((_RISES if up else _FALLS).search(ahead))


def phases(a: Fact, b: Fact, story: Story) -> bool:
    """Whether the one is told of the first time, and the other of the time after it."""
    first = FIRST.match(_upto(a, b, story)) or _BEFORE_FIRST.search(before(story, a, 60))
    later = LATER.match(behind(story, b)) or _BEFORE_LATER.search(before(story, b, 60))
    return bool(first and later)


def _upto(a: Fact, b: Fact, story: Story) -> str:
    return behind(story, a)[: max(0, b.mention.start - a.mention.end)]
