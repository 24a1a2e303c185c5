"""One organisation's name is spelled in two ways, or mistaken for that of another country.

What fires:
    Full names that are alike but for one letter of one long word ("Wharfield Council", "Warfield Council"), each in
    other versions than the other. Names that are alike but for a country that is easily taken for the other ("Bank of
    Austria", "Bank of Australia") or for the field of a ministry, in sentences that are one but for the name.
    Names of any kind that are alike but for one word, where no version has both and enough speaks for one body: letters
    that slipped, a telling word in common, like words around the two, all versions but one having the one name.
    Fields that sources take for one another (finance, economy) are no difference.

Why it matters:
    A misspelled name is refiled, and a reader who looks the organisation up does not find it, or finds the wrong one.

Known limits:
    Names of one word are left alone, and so are words that may each be right: known places, singular and plural,
    words that names of organisations often hold, spelling conventions. Two bodies whose true names differ by one
    letter do fire.

Source:
    Reuters Handbook of Journalism, "Accuracy"; AP Stylebook, "company names".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from discrepancy.model import Fact, FactKind, Finding, Level, Story
from discrepancy.rules.one_sentence import one_sentence
from discrepancy.rules.organisation_findings import by_name, by_surroundings
from discrepancy.rules.organisation_words import (
    FEWEST_WORDS,
    are_confused,
    are_two_ministries,
    is_misspelled,
    words_apart,
)
from discrepancy.rules.rule import Example, Rule

_SAID = 3
"""Words that sentences have in common beside the names, small words aside, so that they tell one thing."""


def judge(story: Story) -> Iterator[Finding]:
    """A warning for each pair of names that a single letter parts, or a country like the other one."""
    named: dict[str, list[Fact]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is FactKind.ORGANISATION and len(fact.organisation.name.split()) >= FEWEST_WORDS:
            named[fact.subject.head].append(fact)
    flagged = _written_out_twice(story)
    for one, other in combinations(sorted(named), 2):
        if not (apart := words_apart(one, other)) or _homes(named[one]) & _homes(named[other]):
            continue
        values = {f"{named[key][0].organisation.name}": named[key] for key in (one, other)}
        if is_misspelled(*apart):
            yield by_name(story, values)
        elif are_confused(*apart) and one_sentence(story, named[one], named[other]):
            yield by_name(story, values, "countries")
        elif are_two_ministries(*apart) and one_sentence(story, named[one], named[other], _SAID):
            yield by_name(story, values, "bodies")
        else:
            continue
        flagged |= {one, other}
    yield from by_surroundings(story, flagged)


def _written_out_twice(story: Story) -> set[str]:
    """The names by which one abbreviation is written out in two ways, which is another rule's."""
    by_short: dict[str, set[str]] = defaultdict(set)
    for fact in story.facts:
        if fact.kind is FactKind.ORGANISATION and fact.organisation.abbreviation:
            by_short[fact.organisation.abbreviation].add(fact.subject.head)
    return {key for keys in by_short.values() if len(keys) > 1 for key in keys}


def _homes(facts: Sequence[Fact]) -> set[str]:
    return {fact.mention.document for fact in facts}


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
