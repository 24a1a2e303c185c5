"""Who tells a claim as a plain fact, and who leaves it open: shared by the rules on hedges and attributions."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from discrepancy.documents import day_of
from discrepancy.lexicon.oppositions import claim_words
from discrepancy.lexicon.stances import is_retold, is_roles
from discrepancy.model import Fact, FactKind, Group, Story
from discrepancy.rules.publication import earlier
from discrepancy.rules.rule import facts_of
from discrepancy.text.characters import fold, squeeze

_LATE = dt.timedelta(days=2)
"""How much later a version may be and still be held against what others left open: by then it may have been settled."""
_NEXT = 160
"""Characters behind a sentence in which it may be said that its claim is contested."""


def told_groups(story: Story) -> Iterator[tuple[Group, list[Fact]]]:
    """The groups of claims that nobody denies: each of what some tell more surely than others."""
    for group in story.groups:
        if group.kind is FactKind.CLAIM:
            facts = facts_of(story, group)
            if len({fact.claim.side for fact in facts}) == 1 and not is_roles(facts[0].claim.of):
                yield group, facts


def group_is_retold(facts: Sequence[Fact]) -> bool:
    """Whether facts are held together by the words they share, and not by their grammar."""
    return all(is_retold(fact.claim.of) for fact in facts)


def homes(facts: Sequence[Fact]) -> set[str]:
    """The documents of facts."""
    return {fact.mention.document for fact in facts}


def places(facts: Sequence[Fact]) -> set[tuple[str, int]]:
    """The sentences of facts."""
    return {(fact.mention.document, fact.sentence.start) for fact in facts}


def apart(one: Sequence[Fact], other: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """The facts of documents that hold none of the other kind: who says both says neither for sure."""
    both = homes(one) & homes(other)
    return [f for f in one if f.mention.document not in both], [f for f in other if f.mention.document not in both]


def may_know_more(story: Story, plain: Fact, others: Sequence[Fact]) -> bool:
    """Whether a version that is sure may have learned since: days later than the others, or a later one of a source."""
    late = story.document[plain.mention.document]
    rest = [story.document[home] for home in homes(others)]
    if any(other.source == late.source and earlier(story, other.id, late.id) for other in rest if late.source):
        return True
    days = [day_of(other.dated) for other in rest if other.dated is not None]
    return bool(days) and late.dated is not None and day_of(late.dated) - max(days) > _LATE


def says(story: Story, fact: Fact, kind: str, *, beyond: bool = False) -> bool:
    """Whether the sentence of ``fact``, or with ``beyond`` what follows it, holds a word of a list of claim words."""
    text, at = story.document[fact.mention.document].text, fact.sentence
    end = min(at.end + _NEXT, len(text)) if beyond else at.end
    return bool(_words(kind).search(squeeze(fold(text[at.start : end]))))


def document_says(story: Story, document: str, kind: str) -> bool:
    """Whether a document holds a word of a list of claim words."""
    return bool(_words(kind).search(squeeze(fold(story.document[document].text))))


def is_one_of(kind: str, speaker: str) -> bool:
    """Whether a speaker is named by a word of a list of claim words."""
    return bool(_words(kind).search(squeeze(fold(speaker))))


@cache
def _words(kind: str) -> re.Pattern[str]:
    whole = claim_words("modals") | claim_words("open_helpers")  # "may" is no beginning of "mayor"
    parts = (re.escape(word) + (r"\b" if word in whole else "") for word in sorted(claim_words(kind)))
    return re.compile(rf"\b(?:{'|'.join(parts)})")


def label(facts: Sequence[Fact]) -> str:
    """The words of the fullest of ``facts``."""
    return max((squeeze(fact.mention.text) for fact in facts), key=lambda text: (len(text), text))
