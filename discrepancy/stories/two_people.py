"""What a story itself tells against taking two like names for one person, and for taking a bare surname for a slip."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from discrepancy.lexicon.offices import Office, contradict, read_offices, same_organisation
from discrepancy.lexicon.people import is_courtesy, office_of
from discrepancy.model import BlockRole, Fact
from discrepancy.names.ages import Ages
from discrepancy.names.compare import compare_names
from discrepancy.stories.kinship import Kinship
from discrepancy.text.characters import fold

_SHORTEST = 6
"""Letters that a surname has before one letter more, less or otherwise is a slip rather than another name."""
_REPEATED = 1
"""A surname that stands alone oftener than this, beside a like one that does so too, is somebody's own."""
_ABOVE = frozenset({BlockRole.HEADLINE, BlockRole.SUMMARY, BlockRole.CAPTION})
"""Blocks that may name by the surname whom the body introduces."""


def are_two(mine: Sequence[Fact], theirs: Sequence[Fact], ages: Ages, kinship: Kinship) -> bool:
    """Whether two spellings of what may be one name are told to be two people's.

    One sentence names both; one is told to be the other's relative; they bear offices that exclude each other, or in
    one document other offices; or they are of different ages.
    """
    sentences = {(fact.mention.document, fact.sentence) for fact in mine}
    if any((fact.mention.document, fact.sentence) in sentences for fact in theirs):
        return True
    if any(_other_offices(a, b) for a in mine for b in theirs if a.name.title and b.name.title):
        return True
    one, other = ages.values(mine), ages.values(theirs)
    return (bool(one and other) and not one & other) or kinship.part(mine, theirs)


def are_one(mine: Sequence[Fact], theirs: Sequence[Fact], ages: Ages) -> bool:
    """Whether office or age says that two names that may be one person's are: the same one is given with both."""
    if ages.values(mine) & ages.values(theirs):
        return True
    one, other = _offices(mine), _offices(theirs)
    return any(a.name == b.name and not a.qualifier and same_organisation(a, b) for a in one for b in other)


def _offices(facts: Iterable[Fact]) -> list[Office]:
    titles = {fact.name.title for fact in facts if fact.name.title and not is_courtesy(fact.name.title)}
    found = [office for title in titles for office in read_offices(title)]
    return [office for office in found if office.name and not office.name.startswith("person:")]


def _other_offices(a: Fact, b: Fact) -> bool:
    """Whether two titled mentions are of people in different offices."""
    if any(contradict(x, y) for x in read_offices(a.name.title) for y in read_offices(b.name.title)):
        return True
    one, other = _office(a), _office(b)
    return a.mention.document == b.mention.document and bool(one and other) and one != other


def _office(fact: Fact) -> str:
    title = fact.name.title
    return "" if not title or is_courtesy(title) else office_of(title)


def is_slip(bare: Fact, bearers: Sequence[Fact], mentions: Sequence[Fact]) -> bool:
    """Whether a bare surname is a misspelled one of somebody whom its document has named in full before.

    News names everyone in full first: a surname that nobody bears and that is a letter away from a bearer's is that
    bearer's, unless it has a title of its own, shares a sentence with the bearer, is part of an organisation's name,
    or both stand alone again and again.

    Args:
        bare: the mention by a surname that nobody in the story is named by in full.
        bearers: the mentions of the person who may be meant.
        mentions: every mention of a person in the story.
    """
    document, own = bare.mention.document, fold(bare.name.surname)
    here = [fact for fact in bearers if fact.mention.document == document]
    named = [fact for fact in here if fact.name.given]
    if bare.mention.block not in _ABOVE:
        named = [fact for fact in named if fact.mention.start < bare.mention.start]
    if not any(_a_letter_apart(own, fold(fact.name.surname)) for fact in named):
        return False
    if any(fact.sentence == bare.sentence for fact in here):
        return False
    if not fits_office(bare, bearers):
        return False
    alone = sum(not fact.name.given and fold(fact.name.surname) != own for fact in here)
    again = sum(
        fact.mention.document == document and not fact.name.given and fold(fact.name.surname) == own
        for fact in mentions
    )
    return min(alone, again) <= _REPEATED


def fits_office(fact: Fact, bearers: Iterable[Fact]) -> bool:
    """Whether a mention has no office of its own, or one that its bearers are given too."""
    own = _office(fact)
    known = {_office(other) for other in bearers} - {""}
    return not own or not known or own in known


def _a_letter_apart(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0] or OSA.distance(one, other) != 1:
        return False
    return compare_names(one, other).spelling_differs
