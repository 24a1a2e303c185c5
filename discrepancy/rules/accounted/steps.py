"""Now and then: "the subsidy is 7.8 million and will rise to 8.6", "60 million at first, 140 a year from 2027"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from discrepancy.model import Fact, FactRole, Message, QuantityKind, Reconciliation, Story
from discrepancy.rules.accounted.told import (
    Told,
    before,
    behind,
    differs,
    factor,
    neighbours,
    of_like_thing,
    quoted,
    variant,
)
from discrepancy.rules.rule import sources

_KINDS = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.SHARE})
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
_MOST = 6
"""How many times larger what a thing rises to can be."""
_FIRST = re.compile(
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
_LATER = re.compile(
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


def find(story: Story) -> Iterator[Told]:
    """The figures that one text tells of two times."""
    for document in story.documents:
        for a, b in neighbours(story, document.id):
            key = told(a, b, story)
            one, other = variant(story, a), variant(story, b)
            if key and differs(one, other):
                source = sources(story, [b])
                words = {"a": a.mention.text, "b": b.mention.text, "source": source, "words": quoted(story, b)}
                yield Told((one, other), Reconciliation("time-frame", Message(key, words)))
    yield from _spans(story)


def told(a: Fact, b: Fact, story: Story) -> str:
    """How a text tells that the second figure comes after the first, as a message's key; empty where it does not."""
    if a.quantity.kind not in _KINDS or a.quantity.low == b.quantity.low or not _may_be_one(a, b):
        return ""
    return "reconcile.led-to" if _leads(a, b, story) else "reconcile.phases" if _phases(a, b, story) else ""


def _spans(story: Story) -> Iterator[Told]:
    """The figures at the ends of what a text tells as "from 15.20 pounds to 16.50 pounds", met in other versions."""
    for span in (
        fact for facts in story.quantities.values() for fact in facts if fact.quantity.low < fact.quantity.high
    ):
        q, ahead = span.quantity, before(story, span)
        if not _FROM.search(ahead) or q.low <= 0 or q.high > _MOST * q.low:
            continue
        ones, others = _at(q.low, span, story), _at(q.high, span, story)
        if bool(ones) != bool(others):
            met = ones or others
            words = {"a": met[0].mention.text, "span": span.mention.text, "source": sources(story, [span])}
            words["words"] = quoted(story, span)
            yield Told((met, [span]), Reconciliation("time-frame", Message("reconcile.from-to", words)))


def _at(value: Decimal, span: Fact, story: Story) -> list[Fact]:
    q = span.quantity
    figure = q.kind, q.unit, value, value
    given = (fact for document in story.document for fact in story.stating.get((document, figure), ()))
    return [
        fact for fact in given if fact.mention.document != span.mention.document and fact.role is not FactRole.CHANGE
    ]


_FROM = re.compile(
    rf"\b(?:{_UP}|{_DOWN}"
    r"|tak(?:e|es|ing)|took|mov(?:e|es|ed)|chang(?:e|es|ed))\b[^.;:]{0,50}?\bfrom $",
    re.IGNORECASE,
)


def _may_be_one(a: Fact, b: Fact) -> bool:
    changes = FactRole.CHANGE in {a.role, b.role} or a.quantity.increment or b.quantity.increment
    named = a.sentence == b.sentence or not b.subject.head or a.subject.concept == b.subject.concept != ""
    return not changes and named and of_like_thing(a, b) and factor(a, b) <= _MOST


def _leads(a: Fact, b: Fact, story: Story) -> bool:
    """Whether the second is told as what the first goes to."""
    ahead = before(story, b)
    if a.sentence == b.sentence and not _FROM.search(before(story, a)):
        ahead = ahead[max(0, len(ahead) - (b.mention.start - a.mention.end)) :]
    up = b.quantity.low > a.quantity.low
    return bool((_RISES if up else _FALLS).search(ahead))


def _phases(a: Fact, b: Fact, story: Story) -> bool:
    """Whether the one is told of the first time, and the other of the time after it."""
    first = _FIRST.match(_upto(a, b, story)) or _BEFORE_FIRST.search(before(story, a, 60))
    later = _LATER.match(behind(story, b)) or _BEFORE_LATER.search(before(story, b, 60))
    return bool(first and later)


def _upto(a: Fact, b: Fact, story: Story) -> str:
    return behind(story, a)[: max(0, b.mention.start - a.mention.end)]


def goes_on(first: Fact, then: Fact, story: Story) -> bool:
    """Whether what stands behind a figure of the first time gives the other one, as that of the time after it."""
    after = behind(story, first, 110)
    number = _NUMBER.match(then.mention.text.lstrip("£$€R "))
    opening = _FIRST.match(after)
    if opening is None or number is None:
        return False
    rest = after[opening.end() :]
    found = re.search(rf"(?<![\d.,]){re.escape(number.group())}(?![\d]|[.,]\d)", rest)
    return (
        found is not None
        and _LATER.match(re.sub(r"^(?: (?:million|billion|bn|m)\b)", "", rest[found.end() :])) is not None
    )


_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
