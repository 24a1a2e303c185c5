"""Figures of a headline, summary or caption that the article below does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from discrepancy.documents import BlockRole, Document, Mention
from discrepancy.lexicon import table
from discrepancy.lexicon.measures import is_some_people
from discrepancy.model import Fact, FactKind, FactRole, Hedge, QuantityKind, Story
from discrepancy.rules.intervals import overlap, rounds_to

_ABOVE = frozenset({BlockRole.HEADLINE, BlockRole.SUMMARY, BlockRole.CAPTION})
_KINDS = frozenset({QuantityKind.COUNT, QuantityKind.DURATION, QuantityKind.MONEY})
_CLAUSE = re.compile(r"[;,.:()—–]| - | and | but | while | after | as | who | which ")
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:more|another|further|extra"
    r"|new(?! (?:workers|jobs|hires|recruits|staff|posts|homes|houses|employees))"
    r"|latest|second|third|fourth|fifth|among|including|of the|up to|first|last"
    r"|since)\b|\?",
    re.IGNORECASE,
)
_ELSEWHEN = re.compile(
    r"\b(?:(?:1[89]|20)\d\d|(?:last|previous|a) (?:year|month|week|decade)|years? ago|earlier|maximum|up to|the most"
    r"|minimum|average|if|could|may|might|another|in a separate|served)\b",
    re.IGNORECASE,
)
_LEAST = 2
_PARTS = 8
_TREBLE = re.compile(r"\bhat[- ]?tricks?\b(?! of\b)", re.IGNORECASE)
_THREE = re.compile(
    r"hat[- ]?trick|\b(?:treble|third|thrice|three (?:goals|tries|times|wickets|strikes)|scored three|all three)\b",
    re.IGNORECASE,
)
_TWO = re.compile(
    r"\b(?:his|her) second\b(?= (?:of|goal|try|on|in|from|with|just|soon))|\b(?:scored|netted) twice\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Unborne:
    """A figure above the article, and what the article gives for the same."""

    above: Mention
    body: tuple[Mention, ...]


def unborne(story: Story, document: Document) -> Iterator[Unborne]:
    """The figures of a document's headline, summary and captions that its body plainly contradicts."""
    facts = story.quantities[document.id]
    body = [fact for fact in facts if fact.mention.block is BlockRole.BODY]
    together = [frozenset(group.facts) for group in story.groups if group.kind is FactKind.QUANTITY]
    for fact in facts:
        if (
            fact.mention.block not in _ABOVE
            or not _is_plain(fact, _sentence(document, fact))
            or not _is_whole(document, fact)
        ):
            continue
        against = _against(document, fact, body)
        if against and not any(fact.id in mates and each.id in mates for mates in together for each in against):
            yield Unborne(fact.mention, tuple(each.mention for each in against))
    yield from _hat_tricks(document)


def _against(document: Document, above: Fact, body: Sequence[Fact]) -> list[Fact]:
    """What the body counts under the same act, where none of it makes the figure above."""
    acts = _acts_of(document.text[above.sentence.start : above.sentence.end])
    q = above.quantity
    if len(acts) != 1:
        return []
    alike = [fact for fact in body if fact.quantity.kind is q.kind and fact.quantity.unit == q.unit]
    told = [(fact, _acts_of(_clause(document, fact))) for fact in alike]
    same = [fact for fact, theirs in told if acts & theirs]
    if not same or any(not theirs and fact.quantity.low == q.low for fact, theirs in told):
        return []
    if any(overlap(fact.quantity, q) or rounds_to(fact.quantity, q) or rounds_to(q, fact.quantity) for fact in same):
        return []
    if _is_sum(above, [fact for fact, theirs in told if acts & theirs or (not theirs and acts != {"hired"})]):
        return []
    now = [f for f in same if _is_plain(f, _clause(document, f)) and not _ELSEWHEN.search(_sentence(document, f))]
    return now if len(now) == len(same) else []


def _is_sum(above: Fact, alike: Sequence[Fact]) -> bool:
    parts = [fact.quantity.low for fact in alike[:_PARTS]]
    return any(sum(some) == above.quantity.low for n in range(2, len(parts) + 1) for some in combinations(parts, n))


def _is_plain(fact: Fact, words: str) -> bool:
    """Whether a figure is told outright and is of a level; those who are hired come on top of others always."""
    q = fact.quantity
    exact = q.low == q.high and q.low >= _LEAST and q.hedge in {Hedge.NONE, Hedge.EXACTLY}
    if _acts_of(words) == {"hired"}:
        return exact and not q.per and q.kind is QuantityKind.COUNT
    exact = exact and not q.increment
    told = fact.attribution is None or not fact.attribution.quoted
    return exact and told and q.kind in _KINDS and not q.per and fact.role not in {FactRole.BASE, FactRole.CHANGE}


def _is_whole(document: Document, fact: Fact) -> bool:
    """Whether a headline's figure is of all, and not of some among them or of one step."""
    return _ONE_OF_SEVERAL.search(_sentence(document, fact)) is None and not is_some_people(fact.subject.head)


def _sentence(document: Document, fact: Fact) -> str:
    return document.text[fact.sentence.start : fact.sentence.end]


def _clause(document: Document, fact: Fact) -> str:
    """The words around a figure up to the next comma, "and" or the like."""
    text, at, sentence = document.text, fact.mention, fact.sentence
    before = _CLAUSE.split(text[sentence.start : at.start])[-1]
    after = _CLAUSE.split(text[at.end : sentence.end])[0]
    return f"{before} {after}"


@cache
def _acts() -> dict[str, re.Pattern[str]]:
    return {
        act: re.compile("|".join(rf"\b(?:{form})" for form in forms), re.IGNORECASE)
        for act, forms in table("headline_acts").items()
    }


def _acts_of(text: str) -> frozenset[str]:
    return frozenset(act for act, pattern in _acts().items() if pattern.search(text))


def _hat_tricks(document: Document) -> Iterator[Unborne]:
    """A hat-trick over an article that gives its scorer a second goal and nobody a third."""
    for block in document.blocks:
        found = _TREBLE.search(document.text, block.start, block.end) if block.role is BlockRole.HEADLINE else None
        if found is None:
            continue
        if _THREE.search(" ".join(document.text[b.start : b.end] for b in document.blocks if b.role is BlockRole.BODY)):
            return
        for told in document.blocks:
            two = _TWO.search(document.text, told.start, told.end) if told.role is BlockRole.BODY else None
            if two is not None:
                yield Unborne(_mention(document, found, block.role), (_mention(document, two, told.role),))
                return


def _mention(document: Document, found: re.Match[str], role: BlockRole) -> Mention:
    return Mention(document.id, found.start(), found.end(), found.group(), role)
