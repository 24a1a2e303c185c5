"""Recounts: what one candidate had, or how many papers were void, after the first count and after the recount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from discrepancy.model import Fact, Message, QuantityKind, Reconciliation, Story
from discrepancy.rules.accounted.told import Told, before, behind, is_one, sentence_of, variant
from discrepancy.rules.once import once_each
from discrepancy.rules.publication import earlier
from discrepancy.rules.rule import sources

_RECOUNT = re.compile(r"\b(?:recount(?:ed|s|ing)?|re-count(?:ed)?|second count|counted again)\b", re.IGNORECASE)
_VOTES = re.compile(r"\b(?:votes?|ballots?|majority|polled|papers?)\b", re.IGNORECASE)
_NAMES = re.compile(r"\b[A-Z][\w'’-]{2,}")
_LEAST = 100
_CLOSE = 0.01
"""How far a recount takes a candidate's votes, at most, of all of them."""
_PAPERS = re.compile(r"\b(?:rejected|invalid|spoil(?:ed|t)|void|disallowed|doubtful)\b", re.IGNORECASE)
_PAPERS_CLOSE = 0.2
_CAP = 80


def find(story: Story) -> Iterator[Told]:
    """Pairs of counts of which the one is of the first count."""
    if not any(_RECOUNT.search(document.text) for document in story.documents):
        return
    figures = [fact for facts in story.quantities.values() for fact in facts if is_tried(fact, story)][:_CAP]
    seen: set[object] = set()
    for a, b in combinations(figures, 2):
        key = frozenset((a.quantity.figure, b.quantity.figure))
        if len(key) < 2 or key in seen or a.mention.document == b.mention.document or not _is_one(a, b, story):
            continue
        first, then = (b, a) if earlier(story, a.mention.document, b.mention.document) is False else (a, b)
        if _RECOUNT.search(story.document[then.mention.document].text):
            seen.add(key)
            words = {"a": first.mention.text, "b": then.mention.text, "source": sources(story, [then])}
            values = (variant(story, first), variant(story, then))
            yield Told(values, Reconciliation("later-update", Message("reconcile.after-recount", words)))


@once_each
def is_tried(fact: Fact, story: Story) -> bool:
    """Whether a figure is one of votes."""
    return (
        is_one(fact)
        and fact.quantity.kind is QuantityKind.COUNT
        and _VOTES.search(story.document[fact.mention.document].text, fact.sentence.start, fact.sentence.end)
        is not None
    )


def _is_one(a: Fact, b: Fact, story: Story) -> bool:
    low, high = sorted((float(a.quantity.low), float(b.quantity.low)))
    papers = [bool(_PAPERS.search(sentence_of(story, fact))) for fact in (a, b)]
    if all(papers):
        return high - low <= max(_PAPERS_CLOSE * high, 1)
    leads = [_is_lead(fact, story) for fact in (a, b)]
    if all(leads) and not any(papers):
        return high <= _LEADS_APART * low and _of_vote_head(a) and _of_vote_head(b)
    if any(leads) or any(papers) or low < _LEAST or high - low > _CLOSE * high:
        return False
    if _side_by_side(a, b, story):
        return False
    one, other = _bearer(a, story), _bearer(b, story)
    return bool(one & other)


@once_each
def _is_lead(fact: Fact, story: Story) -> bool:
    """Whether a figure is by how many votes one is ahead."""
    near = before(story, fact, 45), behind(story, fact, 40)
    return bool(_LEAD_BEFORE.search(near[0]) or _LEAD_BEHIND.match(near[1]))


def _of_vote_head(fact: Fact) -> bool:
    return fact.subject.concept in {"vote", "margin", "lead", "majority", ""}


_LEADS_APART = 20
_LEAD_BEFORE = re.compile(
    r"\b(?:lead|margin|majority|advantage|gap|winn?(?:ing)?|won|beat|beaten|ahead|ousts?|ousted|defeat(?:s|ed)?)\b[^.;\d]*$"
    r"|\b(?:just|only|by|a mere) $",
    re.IGNORECASE,
)
_LEAD_BEHIND = re.compile(r"(?:[ -]votes?)?[ -](?:ahead|apart|in front|clear|majority|margin|lead)\b", re.IGNORECASE)


def of_leads(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where both are leads in votes, and a text that tells of a recount gives both."""
    if not (is_tried(a, story) and is_tried(b, story) and _is_lead(a, story) and _is_lead(b, story)):
        return None
    for document in story.documents:
        given = [story.stating.get((document.id, fact.quantity.figure), ()) for fact in (a, b)]
        if all(given) and _RECOUNT.search(document.text) and all(_is_lead(facts[0], story) for facts in given):
            words = {"a": a.mention.text, "b": b.mention.text, "source": sources(story, given[0][:1])}
            return Reconciliation("later-update", Message("reconcile.two-counts", words))
    return None


def of_two_counts(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where one figure is told of the time after a recount, and the other's text of one still to come."""
    if not (is_tried(a, story) and is_tried(b, story)) or a.mention.document == b.mention.document:
        return None
    for first, then in ((a, b), (b, a)):
        ahead = story.document[first.mention.document].text
        if _AFTER.search(sentence_of(story, then)) and _AWAITED.search(ahead) and not _AFTER.search(ahead):
            words = {"a": first.mention.text, "b": then.mention.text, "source": sources(story, [then])}
            return Reconciliation("later-update", Message("reconcile.after-recount", words))
    return None


_AFTER = re.compile(
    r"\b(?:(?:after|following|in) (?:a|the|an? \w+) (?:recount|second count)"
    r"|recount (?:gave|showed|put|confirmed|cut|found))\b",
    re.IGNORECASE,
)
_AWAITED = re.compile(
    r"\b(?:(?:first|initial|original) count|recount (?:was|is|has been|will be|had been)? ?"
    r"(?:ordered|requested|due|demanded|likely|held|sought|asked|expected|under way)"
    r"|(?:asked|asks|call(?:ed|s)?|demand(?:ed|s)?|order(?:ed|s)?|request(?:ed|s)?) (?:for )?(?:a|the) recount)\b",
    re.IGNORECASE,
)


def _side_by_side(a: Fact, b: Fact, story: Story) -> bool:
    """Whether some sentence gives both figures as those of two candidates: "by 1,516 votes to 1,509"."""
    for document in story.documents:
        ones, others = (story.stating.get((document.id, fact.quantity.figure), ()) for fact in (a, b))
        for one in ones:
            for other in others:
                first, then = sorted((one.mention, other.mention), key=lambda m: m.start)
                between = document.text[first.end : then.start]
                if one.sentence == other.sentence and _AGAINST.fullmatch(between):
                    return True
    return False


_AGAINST = re.compile(r"(?: votes?)? (?:to|against|and|versus|for [\w .]+?(?:,| and)(?: [\w.]+){1,3}) ?", re.IGNORECASE)


def _bearer(fact: Fact, story: Story) -> set[str]:
    """The names right before a figure, else those right behind it."""
    text = story.document[fact.mention.document].text
    ahead = text[fact.sentence.start : fact.mention.start]
    last = re.split(r"[\d;]|\bto\b", ahead)[-1]
    return set(_NAMES.findall(last)) or set(_NAMES.findall(text[fact.mention.end : fact.mention.end + 40]))
