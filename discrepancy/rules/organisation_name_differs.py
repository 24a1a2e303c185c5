"""One organisation's name is spelled in two ways.

What fires:
    Full names of three words or more that are alike but for one letter of one long word ("Wharfield Hospice Trust",
    "Warfield Hospice Trust"), each in other versions than the other.

Why it matters:
    A misspelled name is refiled, and a reader who looks the organisation up does not find it.

Known limits:
    Names of two words are left alone, and so are words that may each be right: countries, regions, singular and
    plural, words that names of organisations often hold, spelling conventions. Two bodies whose true names differ by
    one letter do fire.

Source:
    Reuters Handbook of Journalism, "Accuracy"; AP Stylebook, "company names".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from discrepancy.lexicon.people import is_organisation_word
from discrepancy.lexicon.places import country_of, is_area
from discrepancy.model import Fact, FactKind, Finding, Level, Message, Story
from discrepancy.rules.rule import Example, Rule, finding, forms, listed, value_group

_WORDS = 3
"""Words of a name at the least, so that those which are alike make sure that one body is meant."""
_LETTERS = 6
"""Letters of the word that differs at the least: shorter words turn into others by one letter."""


def judge(story: Story) -> Iterator[Finding]:
    """A warning for each pair of names that a single letter parts."""
    named: dict[str, list[Fact]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is FactKind.ORGANISATION and len(fact.organisation.name.split()) >= _WORDS:
            named[fact.subject.head].append(fact)
    for one, other in combinations(sorted(named), 2):
        if _slip(one, other) and not _homes(named[one]) & _homes(named[other]):
            yield _finding(story, {f"{named[key][0].organisation.name}": named[key] for key in (one, other)})


def _homes(facts: Sequence[Fact]) -> set[str]:
    return {fact.mention.document for fact in facts}


def _slip(one: str, other: str) -> bool:
    """Whether two names are alike but for one slip in one word that can not be right in both forms."""
    left, right = one.split(), other.split()
    apart = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    if len(left) != len(right) or len(apart) != 1:
        return False
    a, b = sorted(apart[0], key=len)
    if len(a) < _LETTERS or a[0] != b[0] or DamerauLevenshtein.distance(a, b) != 1 or b == f"{a}s":
        return False
    return not all(map(_is_word, (a, b)))


def _is_word(word: str) -> bool:
    return is_organisation_word(word) or bool(country_of(word)) or is_area(word)


def _finding(story: Story, values: Mapping[str, Sequence[Fact]]) -> Finding:
    params = {"values": listed(story, values.items()), "forms": forms(values)}
    texts = Message("ORG002.summary", params), Message("ORG002.explanation", params)
    groups = [value_group(label, facts) for label, facts in values.items()]
    return finding("ORG002", Level.WARNING, texts, groups, subject=" ".join(sorted(values)))


RULE = Rule(
    code="ORG002",
    name="organisation-name-differs",
    level=Level.WARNING,
    judge=judge,
    conflict=Example(
        (
            "The report was published by the Wharfield Hospice Trust on Thursday.",
            "The report was published by the Warfield Hospice Trust on Thursday.",
        )
    ),
    near_miss=Example(
        (
            "The report was published by the Wharfield Theatre Trust on Thursday.",
            "The report was published by the Wharfield Theater Trust on Thursday.",
        )
    ),
    doc=__doc__,
)
