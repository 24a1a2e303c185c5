"""Whether two speakers truly have a figure each, so that a note may set their accounts side by side."""

from __future__ import annotations

import re

from discrepancy.lexicon.measures import happens_to_people, is_people, toll_direction
from discrepancy.model import Fact, Story

__all__ = ["are_disputed", "is_beside", "toll"]

_BESIDE = 2
"""Characters between two sentences of one paragraph."""
_SMALL = 100
"""Below which a figure is one of many in a text, so that what narrows its noun tells another measure."""
_LOOK = 30
"""Characters before a figure in which the words that make it a whole are looked for."""
_OF = re.compile(r"(?:\bout of|\bof (?:its|his|her|our|the|their|those|these))(?: \w+)? $", re.IGNORECASE)
"""What stands before the whole that a part is taken of: "14 of its 46 routes"."""


def is_beside(a: Fact, b: Fact) -> bool:
    """Whether two figures stand in one sentence of a text or in neighbouring ones."""
    first, then = sorted((a.sentence, b.sentence), key=lambda s: s.start)
    near = first == then or 0 <= then.start - first.end <= _BESIDE
    return a.mention.document == b.mention.document and a.mention.block is b.mention.block and near


def are_disputed(a: Fact, b: Fact, story: Story) -> bool:
    """Whether two figures by an account each may be rival ones.

    A figure that the other's speaker gives too is shared by both ("a family on $45,000"); a whole ("14 of its 46
    routes") stands against no part; and a small figure whose noun alone is narrowed counts something else.
    """
    one, other = a.subject, b.subject
    named = one.concept and other.concept and one.concept != other.concept and not (toll(a) and toll(a) == toll(b))
    if named and not (is_people(one.head) or is_people(other.head) or is_beside(a, b)):
        return False
    if _gives(b, a, story) or _gives(a, b, story) or _is_whole(a, story) or _is_whole(b, story):
        return False
    small = min(a.quantity.low, b.quantity.low) < _SMALL
    return not small or is_beside(a, b) or bool(a.subject.modifiers) == bool(b.subject.modifiers)


def toll(fact: Fact) -> str:
    """What happened to the people counted, where it is a toll that goes one way; else empty."""
    found = fact.subject.concept, happens_to_people(fact.subject.verb)
    return next((each for each in found if toll_direction(each)), "")


def _gives(speaking: Fact, figure: Fact, story: Story) -> bool:
    """Whether the speaker of one fact is somewhere credited with the other's figure."""
    speaker = speaking.attribution.speaker if speaking.attribution else ""
    alike = (
        fact for document in story.documents for fact in story.stating.get((document.id, figure.quantity.figure), ())
    )
    return any(fact.attribution is not None and fact.attribution.speaker == speaker for fact in alike)


def _is_whole(fact: Fact, story: Story) -> bool:
    text = story.document[fact.mention.document].text
    return bool(_OF.search(text[max(0, fact.mention.start - _LOOK) : fact.mention.start]))
