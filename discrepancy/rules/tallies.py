"""Counts of votes as texts tell them: "by five votes to one", "a 5-4 ruling", "48,312 votes … and Tillman 46,955"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from discrepancy.lexicon import table
from discrepancy.model import Document, Fact, Hedge, QuantityKind, Story
from discrepancy.rules.once import once
from discrepancy.rules.written import between, runs

_VOTING: Final = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballots?|ruled|rules|ruling|dissent\w*|carried|pass(?:ed|es)|approv(?:ed|es)|reject(?:ed|s)"
    r"|decisions?|decid(?:ed|es)|verdicts?|convict(?:ed|s)|acquitt(?:ed|al)|jur(?:y|ors|ies)|upheld|overturn(?:ed|s)"
    r"|quash(?:ed|es)|struck down|elect(?:ed|s)|survived?|majority|re-?elected|back(?:ed|s)|adopt(?:ed|s)"
    r"|confirm(?:ed|s)|defeat(?:ed|s)?|beat(?:s|en)?|narrowly|unanimous\w*)\b"
)
_GAME: Final = re.compile(r"\b(?:goals?|scor\w+|match\w*|sets?|innings|season|league|beat|beaten|half-time|odds)\b")
_EARLIER: Final = re.compile(
    r"\b(?:last (?:month|time|year|week|meeting)|previous\w*|earlier|first (?:reading|ballot|round)|before that"
    r"|years? ago|months? ago|preliminary|subcommittee|committee stage|in (?:19|20)\d\d|on taking office"
    r"|(?:won|survived|lost) the first|first (?:such|confidence|no-confidence)? ?vote|the first time)\b",
    re.IGNORECASE,
)
_AGAINST: Final = re.compile(
    r" (?:votes? |members? |judges |justices )?(?:in favou?r )?(?:to|against) (?:just |only )?"
)
_BY: Final = re.compile(
    r"\b(?:by|vot(?:e|ed|ing|es) of|voted|voting|vote was|split|was|ruled|decided|decision of|count of|tally of"
    r"|margin of"
    r"|majority of)(?: an?)? $"
)
_ONE: Final = re.compile(
    r"(?: votes?| members| judges| justices)?(?: (?:in favou?r|for))?(?: to| against|,? with| and| and just| and only)"
    r" (?:just |only )?(?P<one>one|none|nil|zero)\b(?P<tail>[^.;:,\d]{0,40})"
)
"""A lone vote, or none, which is no figure by itself."""
_NO: Final = re.compile(r" (?:to|against) (?:just |only )?\w+$")
_AND: Final = re.compile(r"[^.;:\d]{0,90}(?:,|\band\b|\bwhile\b|\bwith\b|\bbut\b)[^.;:\d]{0,20}")
_ELSE: Final = re.compile(
    r"\b(?:wanted|preferred|favou?red|sought|would have|argued|pressed for|held out for|called for)\b"
)
"""Verbs by which a minority is told to have voted for something else."""


Votes = tuple[Decimal, Decimal]
"""The votes of the two sides, the larger first."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes of the two sides, the larger first, and where they are told."""

    votes: Votes
    facts: tuple[Fact, ...]
    by_name: bool = False
    """Whether the votes are those of two of the candidates: there may be more."""

    @property
    def all(self) -> Decimal:
        """How many votes the two sides make."""
        return self.votes[0] + self.votes[1]


@once
def tallies(story: Story) -> Mapping[str, Sequence[Tally]]:
    """Every count of votes that each text gives, by its document; those told to be of an earlier vote are left out."""
    return {document.id: tuple(_told(story, document)) for document in story.documents}


def _told(story: Story, document: Document) -> Iterator[Tally]:
    rows = runs(story, document.id)
    for row in rows:
        sentence = document.text[row[0].sentence.start : row[0].sentence.end]
        if not (_VOTING.search(sentence.lower()) or _of_the_vote(document, row)) or (
            _GAME.search(sentence) and not _is_large(row)
        ):
            continue
        for tally in (*_in_row(document, row), *_by_name(document, row)):
            if not is_of_another(around(document, tally.facts[0], tally.facts[-1])):
                yield tally
    for before, row in pairwise(rows):
        yield from _opposed(document, before, row)


def _of_the_vote(document: Document, row: list[Fact]) -> bool:
    """Whether the sentence tells the result of the vote that the words right before it are of."""
    start = row[0].sentence.start
    sentence = document.text[start : row[0].sentence.end]
    return _RESULT.search(sentence) is not None and "vote" in document.text[max(0, start - _BEFORE) : start]


_RESULT: Final = re.compile(r"\b(?:results?|count|tally|outcome|figures)\b")
_BEFORE: Final = 200


def _is_large(row: list[Fact]) -> bool:
    """Whether the figures are those of an election, whose winner "beat" the other and no team did."""
    return max(max(fact.quantity.low, fact.quantity.high) for fact in row) >= _ELECTION


_ELECTION: Final = 1000


def around(document: Document, first: Fact, last: Fact) -> str:
    """The words near before the one fact and near behind the other, of their sentence."""
    before = document.text[max(first.sentence.start, first.mention.start - _AROUND) : first.mention.start]
    after = document.text[last.mention.end : min(last.sentence.end, last.mention.end + _AROUND)]
    return f"{before} {after}"


def is_of_another(words: str) -> bool:
    """Whether the words around a count say that the vote was another, earlier one."""
    return _EARLIER.search(words) is not None


_AROUND: Final = 60


def _by_name(document: Document, row: list[Fact]) -> Iterator[Tally]:
    """ "Ortega had 48,312 votes, or 47.6%, and Tillman 46,955", "28,104 votes to Tillman's 27,690"."""
    counts = [fact for fact in row if fact.quantity.kind is QuantityKind.COUNT and fact.quantity.converts < 0]
    for left, right in pairwise(counts):
        a, b = left.quantity, right.quantity
        exact = a.low == a.high > 0 and b.low == b.high > 0 and a.hedge is b.hedge is Hedge.NONE
        if not exact or a.noun.lower() != "votes" or b.noun.lower() not in {"", "votes"}:
            continue
        gap = _SHARE.sub("", document.text[left.mention.end : right.mention.start])
        if _TO_NAME.fullmatch(" ".join(gap.split())):
            yield replace(_tally(a.low, b.low, left, right), by_name=True)
            return


_SHARE: Final = re.compile(r",? (?:\(?(?:or|about|some) )?\(?[\d.,]+(?:%| per ?cent)\)?,?")
_TO_NAME: Final = re.compile(
    r"votes?,?(?: (?:to|and|against|for|compared with|while|with))?(?: [A-Z][\w'\u2019.-]*){1,4}(?: (?:had|got|took"
    r"|won|received|polled|secured))?"
)


def _opposed(document: Document, before: list[Fact], row: list[Fact]) -> Iterator[Tally]:
    """ "She got 154 votes … Against her were 143 deputies", the one in the sentence after the other."""
    text = document.text
    cast = [fact for fact in before if fact.quantity.kind is QuantityKind.COUNT and fact.quantity.noun == "votes"]
    against = row[0]
    lead = text[against.sentence.start : against.mention.start].lstrip()
    follows = not text[before[0].sentence.end : against.sentence.start].strip()
    if any(
        each.quantity.hedge is not Hedge.NONE or _ALL_CAST.match(text, each.mention.end) for each in (*cast, against)
    ):
        return
    if len(cast) != 1 or not follows or against.quantity.kind is not QuantityKind.COUNT:
        return
    if _AGAINST_THEM.fullmatch(lead) or _VOTED_AGAINST.match(text, against.mention.end):
        yield _tally(cast[0].quantity.low, against.quantity.low, cast[0], against)


_ALL_CAST: Final = re.compile(r" votes (?:were )?(?:cast|counted)\b")
_AGAINST_THEM: Final = re.compile(r"Against (?:him|her|it|them|[A-Z]\w+) (?:were|stood|voted) ")
_VOTED_AGAINST: Final = re.compile(
    r"(?: (?!but\b|and\b)[a-z]+){0,3} (?:voted against|were against|opposed|voted no)(?! (?:the|its|her|his) party)\b"
)


def _in_row(document: Document, row: list[Fact]) -> Iterator[Tally]:
    for fact in row:
        q = fact.quantity
        if q.kind is QuantityKind.SCORE or _is_pair(fact):
            yield _tally(q.low, q.high, fact)
        elif q.kind is QuantityKind.COUNT and q.low == q.high and (lone := _lone(document, fact)) is not None:
            yield _tally(q.low, lone, fact)
    for left, right in pairwise(row):
        a, b = left.quantity, right.quantity
        if not (a.kind is b.kind is QuantityKind.COUNT and a.low == a.high > 0 and b.low == b.high > 0):
            continue
        if _against(document, left, right) or _for_and_against(document, left, right):
            yield _tally(a.low, b.low, left, right)


def _is_pair(fact: Fact) -> bool:
    """Whether a figure read as a range is two counts of votes: "beat Tillman 48,312 to 46,955"."""
    q = fact.quantity
    return q.kind is QuantityKind.COUNT and min(q.low, q.high) >= _ELECTION and q.low != q.high and not q.noun


def _lone(document: Document, fact: Fact) -> Decimal | None:
    """The other side where it is one vote or none: "by five votes to one", "eight voted for it and one against"."""
    found = _ONE.match(document.text, fact.mention.end)
    if found is None or found.end() > fact.sentence.end:
        return None
    lead = document.text[fact.sentence.start : fact.mention.start]
    plain = found.group()[: found.start("tail") - found.start()]
    if not (_NO.search(plain) and ("vote" in plain or _BY.search(lead))):
        tail = f" {' '.join(re.findall('[a-z]+', found['tail'].lower()))} "
        if not any(f" {word} " in tail for word in table("exclusive_states")["vote"]["no"]):
            return None
    return Decimal(1 if found["one"] == "one" else 0)


def _tally(one: Decimal, other: Decimal, *facts: Fact) -> Tally:
    return Tally((max(one, other), min(one, other)), facts)


def _against(document: Document, left: Fact, right: Fact) -> bool:
    """ "by five votes to one", "voted seven to two"."""
    lead = document.text[left.sentence.start : left.mention.start]
    gap = between(document.text, left, right)
    if not _AGAINST.fullmatch(gap):
        return False
    return "vote" in left.quantity.noun or "vote" in gap or _BY.search(lead) is not None


def _for_and_against(document: Document, left: Fact, right: Fact) -> bool:
    """ "four voted for it and two against", "six judges backed the ruling and three dissented"."""
    text = document.text
    gap = between(text, left, right)
    if not _AND.fullmatch(gap):
        return False
    states = table("exclusive_states")["vote"]
    first = f" {' '.join(re.findall('[a-z]+', gap.lower()))} "
    after = text[right.mention.end : right.sentence.end].lower()
    second = f" {' '.join(re.findall('[a-z]+', re.split('[.;:,0-9]', after)[0]))} "
    yes = any(f" {word} " in first for word in states["yes"]) and "vot" in f"{first}{second}{_before(document, left)}"
    no = any(f" {word} " in second for word in states["no"]) or _ELSE.search(second) is not None
    return yes and no


def _before(document: Document, fact: Fact) -> str:
    return document.text[fact.sentence.start : fact.mention.start].lower()
