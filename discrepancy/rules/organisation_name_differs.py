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
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from discrepancy.labels import label_documents
from discrepancy.lexicon.geography import paths_of
from discrepancy.lexicon.offices import is_field, related_fields
from discrepancy.lexicon.organisations import organisation_key
from discrepancy.lexicon.people import is_organisation_word
from discrepancy.lexicon.places import country_of, is_area
from discrepancy.model import Fact, FactKind, Finding, Level, Message, Story, ValueGroup
from discrepancy.rules.alike_names import alike_names
from discrepancy.rules.one_sentence import one_sentence
from discrepancy.rules.rule import Example, Rule, finding, forms, listed, value_group

_WORDS = 2
"""Words of a name at the least: one that differs, and one that shows that a body is meant."""
_SAID = 3
"""Words that sentences have in common beside the names, small words aside, so that they tell one thing."""
_LETTERS = 6
"""Letters of the word that differs at the least: shorter words turn into others by one letter."""
_CONFUSED = 0.6
"""How alike the names of two countries are that a writer takes for one another: Slovakia and Slovenia."""


def judge(story: Story) -> Iterator[Finding]:
    """A warning for each pair of names that a single letter parts, or a country like the other one."""
    named: dict[str, list[Fact]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is FactKind.ORGANISATION and len(fact.organisation.name.split()) >= _WORDS:
            named[fact.subject.head].append(fact)
    flagged = _written_out_twice(story)
    for one, other in combinations(sorted(named), 2):
        if not (apart := _apart(one, other)) or _homes(named[one]) & _homes(named[other]):
            continue
        values = {f"{named[key][0].organisation.name}": named[key] for key in (one, other)}
        if _slip(*apart):
            yield _finding(story, values)
        elif _confused(*apart) and one_sentence(story, named[one], named[other]):
            yield _finding(story, values, "countries")
        elif _two_ministries(*apart) and one_sentence(story, named[one], named[other], _SAID):
            yield _finding(story, values, "bodies")
        else:
            continue
        flagged |= {one, other}
    yield from _names(story, flagged)


def _written_out_twice(story: Story) -> set[str]:
    """The names by which one abbreviation is written out in two ways, which is another rule's."""
    by_short: dict[str, set[str]] = defaultdict(set)
    for fact in story.facts:
        if fact.kind is FactKind.ORGANISATION and fact.organisation.abbreviation:
            by_short[fact.organisation.abbreviation].add(fact.subject.head)
    return {key for keys in by_short.values() if len(keys) > 1 for key in keys}


def _names(story: Story, flagged: set[str]) -> Iterator[Finding]:
    """A warning for each pair of names of any kind that what is told around them makes one."""
    labels = label_documents(story.documents)
    for values, slip in alike_names(story):
        if {organisation_key(name) for name in values} & flagged:
            continue
        told = [(name, list(dict.fromkeys(labels[n.document.id] for n in named))) for name, named in values.items()]
        params = {"values": "; ".join(f"{name} ({', '.join(homes)})" for name, homes in told), "forms": forms(values)}
        summary = Message("ORG002.summary" if slip else "ORG002.summary_names", params)
        groups = [ValueGroup(name, tuple(item.mention for item in named)) for name, named in values.items()]
        texts = summary, Message("ORG002.explanation", params)
        yield finding("ORG002", Level.WARNING, texts, groups, subject=" ".join(sorted(values)))


def _two_ministries(a: str, b: str) -> bool:
    """Whether two words are fields of ministers that no source takes for one another."""
    return is_field(a) and is_field(b) and not related_fields(a, b)


def _homes(facts: Sequence[Fact]) -> set[str]:
    return {fact.mention.document for fact in facts}


def _apart(one: str, other: str) -> tuple[str, str] | None:
    """The words in which two names differ, the shorter first; None where it is not one word of each."""
    left, right = one.split(), other.split()
    apart = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    if len(left) != len(right) or len(apart) != 1 or len(left) < _WORDS:
        return None
    a, b = sorted(apart[0], key=lambda word: (len(word), word))
    return a, b


def _slip(a: str, b: str) -> bool:
    """Whether one word is the other with one letter wrong, and not both can be meant."""
    if len(a) < _LETTERS or a[0] != b[0] or DamerauLevenshtein.distance(a, b) != 1 or b == f"{a}s":
        return False
    return not all(map(_is_word, (a, b)))


def _is_word(word: str) -> bool:
    return is_organisation_word(word) or bool(paths_of(word)) or is_area(word)


def _confused(a: str, b: str) -> bool:
    """Whether two words are of two countries whose names are alike."""
    countries = {country_of(a), country_of(b)}
    return "" not in countries and len(countries) > 1 and DamerauLevenshtein.normalized_similarity(a, b) >= _CONFUSED


def _finding(story: Story, values: Mapping[str, Sequence[Fact]], kind: str = "") -> Finding:
    params = {"values": listed(story, values.items()), "forms": forms(values)}
    summary = {
        "": Message("ORG002.summary", params),
        "countries": Message("ORG002.summary_countries", params),
        "bodies": Message("ORG002.summary_bodies", params),
    }[kind]
    explanation = Message("ORG002.explanation", params)
    groups = [value_group(label, facts) for label, facts in values.items()]
    return finding("ORG002", Level.WARNING, (summary, explanation), groups, subject=" ".join(sorted(values)))


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
