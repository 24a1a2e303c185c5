"""Which contradictions between articles are worth an alert: those whose values are plainly of one thing.

The rules report what an editor should look at while an article is open. An alert calls somebody, so it has to be surer:
values of two measures of one name ("operating profit", "profit before tax"), a day that belongs to another verb of its
sentence, and counts that go on while two sources write are left to a check.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final

from discrepancy.grammar.dates.words import WEEKDAYS
from discrepancy.lexicon.measures import is_people
from discrepancy.lexicon.places import is_place_kind
from discrepancy.model import Document, Fact, FactKind, Finding, QuantityKind, ReportData
from discrepancy.rules.replaced import stems
from discrepancy.text.characters import fold
from discrepancy.units.slips import of_same_digits
from discrepancy.watch.going_on import may_have_gone_on

__all__ = ["is_worth_telling"]

_PLACES: Final = "PLA001"
_CLAIMS: Final = frozenset({"CLM001", "CLM002"})
_QUOTATIONS: Final = frozenset({"QUO001"})
_ENDING: Final = 3
"""Letters that a word has more where it is bent to fit a sentence: "hit", "hits", "hitting"."""
_SHARED: Final = 2
"""Telling words that what was said and what was denied must share."""
_ROOM: Final = re.compile(
    r"\b(?:licen[cs]ed for|capacity|seats|can (?:hold|take|seat)|holds|room for|permit(?:ted)? for"
    r"|limit(?:ed)? (?:of|to))\b",
    re.IGNORECASE,
)
"""For how many there is room, which is not how many there were."""
_MEASURED: Final = tuple(
    re.compile(rf"\b(?:{each})\b", re.IGNORECASE)
    for each in (
        r"operating|ebitda?a?",
        r"pre-?tax|before tax",
        r"net|after tax|post-?tax",
        r"gross",
        r"underlying|adjusted|core",
        r"statutory|reported|headline",
        r"median",
        r"confirmed",
        r"suspected|probable",
    )
)
"""Words by which measures of one name differ; a pair of figures that have different ones is of two measures."""
_MARKS: Final = "\"'“”‘’«».,;:!?…"
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_OTHER_CLAUSE: Final = re.compile(r"\b(?:and|but|while|before|after|then|when)\b|;")


def is_worth_telling(finding: Finding, data: ReportData) -> bool:
    """Whether the values of a finding are so plainly of one thing that an editor should be called.

    Args:
        finding: one that says that values can not both be right.
        data: what was checked, with the facts that the values are of.
    """
    documents = {document.id: document for document in data.documents}
    at = {(fact.mention.document, fact.mention.start): fact for fact in data.facts if fact.kind is not FactKind.CLAIM}
    values = [
        [fact for mention in value.mentions if (fact := at.get((mention.document, mention.start))) is not None]
        for value in finding.values
    ]
    if finding.rule in _CLAIMS:
        return _is_of_one_act(finding)
    if finding.rule in _QUOTATIONS:
        return not _is_bent(finding)
    if finding.rule == _PLACES:
        return _is_where_it_was(finding)
    if any(fact.kind is FactKind.DATE for facts in values for fact in facts):
        return not any(_is_of_another_verb(facts, finding.subject, documents) for facts in values if facts)
    figures = [[fact for fact in facts if fact.kind is FactKind.QUANTITY] for facts in values]
    return not any(_are_apart(one, other, documents) for one, other in combinations(figures, 2) if one and other)


def _is_of_one_act(finding: Finding) -> bool:
    """Whether what was said and what was denied are told in the same words, but for a few."""
    told = [stems(value.label) for value in finding.values]
    return all(len(one & other) >= _SHARED for one, other in combinations(told, 2))


def _is_bent(finding: Finding) -> bool:
    """Whether quotations differ by the endings of words alone: a fragment fits the sentence that it stands in."""
    told = [fold(value.label).split() for value in finding.values]
    return all(
        len(one) == len(other)
        and all(_is_form(a.strip(_MARKS), b.strip(_MARKS)) for a, b in zip(one, other, strict=True))
        for one, other in combinations(told, 2)
    )


def _is_form(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(long) - len(short) <= _ENDING


def _is_where_it_was(finding: Finding) -> bool:
    """Whether places that differ are where one event was: two streets are not one, nor is "Monday's" a place."""
    words = [word for value in finding.values for word in fold(value.label).split()]
    return not is_place_kind(fold(finding.subject)) and not any(word.rstrip("s") in WEEKDAYS for word in words)


def _is_of_another_verb(facts: Iterable[Fact], subject: str, documents: Mapping[str, Document]) -> bool:
    """Whether every mention of a day is parted from all that it is said to be of: "in 2021 and never entered it"."""
    wanted = stems(" ".join(word for word in subject.split() if not word[0].isupper()))
    return all(_is_parted(fact, wanted, documents[fact.mention.document].text) for fact in facts)


def _is_parted(fact: Fact, wanted: frozenset[str], text: str) -> bool:
    start, end = fact.mention.start, fact.mention.end
    found = _WORD.finditer(text, fact.sentence.start, fact.sentence.end)
    told = [match.span() for match in found if stems(match.group()) & wanted]
    between = [text[last:start] if last <= start else text[end:first] for first, last in told]
    return bool(between) and all(_OTHER_CLAUSE.search(words) for words in between)


def _are_apart(ones: Sequence[Fact], others: Sequence[Fact], documents: Mapping[str, Document]) -> bool:
    """Whether two figures are of two measures, of people and of no people, or of a count that goes on."""
    pairs = [(one, other) for one in ones for other in others]
    room = [any(_ROOM.search(_words(fact, documents)) for fact in facts) for facts in (ones, others)]
    if room[0] is not room[1]:
        return True
    slip = any(_is_slip(one, other) for one, other in pairs)
    if _is_count([*ones, *others]) and _counts_people(ones) is not _counts_people(others) and not slip:
        return True
    measures = [(_measures(one, documents), _measures(other, documents)) for one, other in pairs]
    if all(one and other and not one & other for one, other in measures):
        return True
    return all(
        may_have_gone_on((documents[a.mention.document], a), (documents[b.mention.document], b)) for a, b in pairs
    )


def _is_slip(one: Fact, other: Fact) -> bool:
    a, b = one.quantity, other.quantity
    return of_same_digits(a, b) and a.low.adjusted() == b.low.adjusted()


def _is_count(facts: Sequence[Fact]) -> bool:
    return all(fact.quantity.kind is QuantityKind.COUNT for fact in facts)


def _counts_people(facts: Sequence[Fact]) -> bool:
    return any(is_people(fact.subject.head) or is_people(_last(fact.quantity.noun)) for fact in facts)


def _last(noun: str) -> str:
    return fold(noun).split()[-1] if noun.split() else ""


def _measures(fact: Fact, documents: Mapping[str, Document]) -> frozenset[int]:
    """The sorts of measure that the words around a figure name, by their places in the list."""
    text = _words(fact, documents)
    return frozenset(place for place, words in enumerate(_MEASURED) if words.search(text))


def _words(fact: Fact, documents: Mapping[str, Document]) -> str:
    """The sentence around a figure."""
    return documents[fact.mention.document].text[fact.sentence.start : fact.sentence.end]
