"""What the finders of this room share: which mentions give a value, which figures are near each other, and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.lexicon import words
from discrepancy.lexicon.measures import is_people
from discrepancy.model import BlockRole, Fact, FactRole, QuantityKind, Reconciliation, Story, TimeFrame
from discrepancy.text.characters import fold

Variant = list[Fact]
_NEVER = frozenset({QuantityKind.RANK, QuantityKind.SCORE, QuantityKind.MULTIPLE})
_LARGE = 1000
"""From which on one and the same figure is no chance, whatever nouns stand beside it."""
_BESIDE = 2
"""Characters between two sentences of one paragraph."""
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_QUOTED = 140
"""Characters of a text that a message quotes at most."""


@dataclass(frozen=True, slots=True)
class Told:
    """Values that differ and that the texts account for, with the reason."""

    values: tuple[Variant, ...]
    reason: Reconciliation


def told_once(story: Story) -> Iterator[Fact]:
    """The quantities of all versions, those of a sentence that many print once."""
    seen: set[object] = set()
    for facts in story.quantities.values():
        for fact in facts:
            key = sentence_of(story, fact), fact.mention.start - fact.sentence.start, fact.mention.block
            if key not in seen:
                seen.add(key)
                yield fact


def is_one(fact: Fact) -> bool:
    """Whether a quantity is one figure of the story, no range, none supposed or withdrawn, and no rank or score."""
    q = fact.quantity
    told = q.kind not in _NEVER and q.low == q.high and q.low > 0
    return told and fact.time is not TimeFrame.SUPPOSED and fact.mention.block is not BlockRole.CORRECTION


def alike(a: Fact, b: Fact) -> bool:
    """Whether two quantities are of one kind and unit."""
    return a.quantity.kind is b.quantity.kind and a.quantity.unit == b.quantity.unit


def of_like_thing(a: Fact, b: Fact) -> bool:
    """Whether nothing in their nouns says that two quantities count two kinds of thing."""
    one, other = a.subject, b.subject
    people = [is_people(each.head) or not each.concept for each in (one, other)]
    return one.concept == other.concept or all(people) or "" in {one.concept, other.concept}


def variant(story: Story, fact: Fact) -> Variant:
    """The mentions that give the figure of ``fact`` of a like thing; of a large figure, all that give it."""
    q = fact.quantity
    given = (each for document in story.documents for each in story.stating.get((document.id, q.figure), ()))
    large = q.low >= _LARGE or q.low != int(q.low)
    return [
        f for f in given if f.id == fact.id or ((large or of_like_thing(f, fact)) and f.role is not FactRole.CHANGE)
    ]


def differs(one: Variant, other: Variant) -> bool:
    """Whether some version gives just one of two values."""
    left, right = ({fact.mention.document for fact in each} for each in (one, other))
    return left != right


def neighbours(story: Story, document: str, reach: int = 4, gap: int = _BESIDE) -> Iterator[tuple[Fact, Fact]]:
    """Two single figures of one kind and unit that stand in one sentence or in neighbouring ones, in order.

    Args:
        story: the versions.
        document: the id of the one looked at.
        reach: how many figures on the second one is looked for.
        gap: how many characters may stand between their sentences.
    """
    figures = story.quantities[document]
    for i, a in enumerate(figures):
        for b in figures[i + 1 : i + 1 + reach] if is_one(a) else ():
            if is_near(a, b, gap) and alike(a, b) and is_one(b) and a.mention.end <= b.mention.start:
                yield a, b


def is_near(a: Fact, b: Fact, gap: int = _BESIDE) -> bool:
    """Whether the sentence of ``b`` is that of ``a``, or the next one of its paragraph."""
    near = a.sentence == b.sentence or 0 <= b.sentence.start - a.sentence.end <= gap
    return a.mention.block is b.mention.block and near


def factor(a: Fact, b: Fact) -> float:
    """How many times larger the larger of two figures is."""
    low, high = sorted((abs(float(a.quantity.low)), abs(float(b.quantity.low))))
    return high / low if low else float("inf")


def before(story: Story, fact: Fact, reach: int = 80) -> str:
    """What stands before a figure in its sentence, at most ``reach`` characters of it."""
    text = story.document[fact.mention.document].text
    return text[max(fact.sentence.start, fact.mention.start - reach) : fact.mention.start]


def behind(story: Story, fact: Fact, reach: int = 60) -> str:
    """What stands behind a figure in its sentence, at most ``reach`` characters of it."""
    text = story.document[fact.mention.document].text
    return text[fact.mention.end : min(fact.sentence.end, fact.mention.end + reach)]


def sentence_of(story: Story, fact: Fact) -> str:
    """The sentence of a fact, as it stands."""
    return story.document[fact.mention.document].text[fact.sentence.start : fact.sentence.end]


def quoted(story: Story, fact: Fact) -> str:
    """The sentence of a fact as a message quotes it: a long one around the figure only."""
    text, at = story.document[fact.mention.document].text, fact.mention
    start, end = fact.sentence.start, fact.sentence.end
    if end - start > _QUOTED:
        start, end = max(start, at.start - _QUOTED // 2), min(end, at.end + _QUOTED // 2)
    shown = " ".join(text[start:end].split())
    return f"{'…' if start > fact.sentence.start else ''}{shown}{'…' if end < fact.sentence.end else ''}"


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that say something in ``text``."""
    return frozenset(word[:_STEM] for word in {fold(w) for w in _LETTERS.findall(text)} - words("stop_words"))


def first_of_each(facts: Sequence[Fact]) -> list[Fact]:
    """One fact of each figure in a document, the first."""
    seen: dict[object, Fact] = {}
    for fact in facts:
        seen.setdefault((fact.mention.document, fact.quantity.figure, fact.sentence), fact)
    return list(seen.values())
