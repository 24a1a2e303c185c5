"""Names that are known by the company they keep: listed beside a person, or after a word of kinship.

"Alain Brun and Claire Petit", "their children Ana, Tom and Lou": a name that its own evidence leaves open is a person's
where it stands in one list with one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from discrepancy.extract.name_evidence import in_place, is_given_name
from discrepancy.extract.name_runs import Candidate
from discrepancy.extract.reading import Reading
from discrepancy.lexicon.people import is_organisation_word, is_place_word, is_title_word
from discrepancy.lexicon.roles import is_relation, singular
from discrepancy.model import Span

_AND: Final = frozenset({" and ", ", and ", " or ", " & "})
_KIN: Final = re.compile(r"\b([\w-]+)(?: of [\w-]+ years?)?(?:,|:|) (?:named |called )?$")
"""A noun, which may be one of kinship, right before a name: "his wife of 12 years, ", "two sons: "."""
_REACH: Final = 40
_CHILDREN: Final = frozenset({"children", "wives", "parents", "twins", "siblings", "grandchildren"})
_PLACES: Final = frozenset({"GPE", "LOC", "FAC", "NORP", "EVENT", "DATE"})
_SHORTEST: Final = 3


def beside(reading: Reading, runs: Sequence[Candidate], known: Collection[Span]) -> list[Candidate]:
    """The runs that stand in one list with a known one: joined to it by "and", or by a comma in a list of names.

    Args:
        reading: the document.
        runs: the runs of the document, in order.
        known: where those stand that are a person's name.
    """
    told = [c.span in known for c in runs]
    return [
        other if known_one else one
        for (one, other), (known_one, known_other) in zip(pairwise(runs), pairwise(told), strict=True)
        if known_one != known_other and _joined(reading, one, other)
    ]


def _joined(reading: Reading, one: Candidate, other: Candidate) -> bool:
    if one.words[-1].possessive or other.title is not None:
        return False
    between = reading.document.text[one.span.end : other.span.start]
    return between in _AND or (between == ", " and _listed(other))


def _listed(c: Candidate) -> bool:
    tail = c.words[-1].tail
    return tail is not None and tail.dep == "conj"


def may_be_alone(reading: Reading, c: Candidate) -> bool:
    """Whether a single word can be a person's given name: a known one that the engine calls nothing else."""
    word = c.words[0]
    token = word.tail
    if len(c.words) > 1 or token is None or token.pos != "PROPN" or token.ent in _PLACES:
        return False
    if is_organisation_word(word.text) or is_place_word(word.text) or is_title_word(word.text):
        return False
    return len(word.text) >= _SHORTEST and is_given_name(word.text) and not in_place(reading, c)


def is_of_kin(reading: Reading, c: Candidate) -> bool:
    """Whether a word of kinship leads up to a single given name."""
    if not may_be_alone(reading, c):
        return False
    noun = _KIN.search(reading.lead_up(c.span.start, _REACH))
    if noun is None:
        return False
    word = noun.group(1).casefold()
    return word in _CHILDREN or is_relation(singular(word)) or is_relation(word.removesuffix("s"))
