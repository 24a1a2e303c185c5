"""Titles of one person that were put in the place of others: "transport minister", then "transport secretary"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from discrepancy.lexicon.offices import read_offices
from discrepancy.lexicon.people import is_courtesy, office_of
from discrepancy.model import Document, Fact, FactKind, Span
from discrepancy.rules.replaced import stems
from discrepancy.watch.edited_sentences import EditedSentences
from discrepancy.watch.trades_apart import are_two_trades
from discrepancy.watch.two_versions import TwoVersions

__all__ = ["titles_changed"]

_THE_SAME: Final = 0.6
"""Likeness of a sentence before and after from which on little more than the title was edited."""
_OF_A_BODY: Final = re.compile(r"\w['’]s? |\s+(?:of|at|for|with|in|to)\b")


def titles_changed(two: TwoVersions, edited: EditedSentences) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of mentions of one person, of which the titles face each other, and neither version gives both.

    The facts handed out stand where the titles do. Titles of the same telling words, or the one a part of the other
    ("minister", "minister of transport"), are one, and so is one office in other words ("finance director", "finance
    chief"). What is not of one family of offices mostly describes, and is told in many words: such titles are two only
    where they name two trades, and the sentence is the same but for them.
    """
    ours, theirs = (_titled(facts) for facts in (two.facts_before, two.facts_after))
    for one in ours:
        for other in theirs:
            if one.subject.head != other.subject.head or not _differ(one, other):
                continue
            if not _clash(one, other) and not _are_posts(two, one, other, edited):
                continue
            if not edited.face((one.sentence, other.sentence), _span(one), _span(other)):
                continue
            if _told_anew(one, other, two):
                continue
            kept = any(not _differ(one, each) for each in theirs if each.subject.head == one.subject.head)
            known = any(not _differ(other, each) for each in ours if each.subject.head == other.subject.head)
            if not kept and not known:
                yield _at_title(one, two.before), _at_title(other, two.after)


def _titled(facts: tuple[Fact, ...]) -> list[Fact]:
    people = (fact for fact in facts if fact.kind is FactKind.PERSON and fact.name.title_span is not None)
    return [fact for fact in people if fact.name.title and not is_courtesy(fact.name.title)]


def _told_anew(one: Fact, other: Fact, two: TwoVersions) -> bool:
    """Whether the words of one title stand elsewhere in the other's sentence: "Cllr Ash, leader of the council"."""
    before = stems(two.before.text[one.sentence.start : one.sentence.end])
    after = stems(two.after.text[other.sentence.start : other.sentence.end])
    return stems(one.name.title) <= after or stems(other.name.title) <= before


def _differ(one: Fact, other: Fact) -> bool:
    a, b = stems(one.name.title), stems(other.name.title)
    if a <= b or b <= a:
        return False
    return _clash(one, other) or are_two_trades(one.name.title, other.name.title)


def _clash(one: Fact, other: Fact) -> bool:
    """Whether the titles are two offices of one family."""
    if not office_of(one.name.title) or not office_of(other.name.title):
        return False
    offices, others = read_offices(one.name.title), read_offices(other.name.title)
    return any(x.name != y.name and x.families & y.families for x in offices for y in others)


def _are_posts(two: TwoVersions, one: Fact, other: Fact, edited: EditedSentences) -> bool:
    """Whether both titles are posts with somebody, in a sentence that is the same but for them."""
    if edited.likeness(one.sentence, other.sentence) < _THE_SAME:
        return False
    return _is_post(two.before, one) and _is_post(two.after, other)


def _is_post(document: Document, fact: Fact) -> bool:
    """Whether a title says with whom it is held: "the club's treasurer", "head of research", "midwife at the unit"."""
    span = _span(fact)
    held = document.text[span.start : fact.sentence.end]
    return _OF_A_BODY.search(fact.name.title) is not None or _OF_A_BODY.match(held[len(fact.name.title) :]) is not None


def _span(fact: Fact) -> Span:
    span = fact.name.title_span
    if span is None:
        raise ValueError(f"{fact.id} has no title")
    return span


def _at_title(fact: Fact, document: Document) -> Fact:
    span = _span(fact)
    words = document.text[span.start : span.end]
    mention = replace(fact.mention, start=span.start, end=span.end, text=words)
    return replace(fact, id=f"{fact.id}:title", mention=mention)
