"""People of one surname and one role bear two given names in different documents.

What fires:
    Two documents that never name both give one role and one surname to different given names ("Birgitta", "Brigitta").
    Names a letter or two apart need two more things in common, others need three: the office (more where there is one
    holder of it), the age, the quoted words, rare words of what is told around the two, a third version.
    People of one given name under two surnames that begin alike, or are a letter or two apart, are held together too.
    It is an error where the two would hold one office of one country, company or field at a time, and where the given
    names are no two spellings of one.
    Initials, short forms of one name, a title of the past, words of kinship and different ages are left alone.

Why it matters:
    A wrong given name is a correction in print, and may name another living person.

Known limits:
    Two of one surname who hold one office one after the other are told apart only where a title says so.

Source:
    Reuters Handbook of Journalism, "Accuracy"; AP Stylebook, "names".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from discrepancy.lexicon.people import is_courtesy
from discrepancy.model import Finding, Level, Message, Story
from discrepancy.names.ages import Ages
from discrepancy.rules.given_names import (
    Bearer,
    are_apart,
    are_apart_by_surname,
    are_near,
    are_one_of_two_surnames,
    bearers,
    have_enough_in_common,
    hold_one_office,
)
from discrepancy.rules.rule import Example, Rule, finding, listed, value_group
from discrepancy.rules.rule import forms as shown
from discrepancy.text.characters import fold


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each two persons who seem to be one under two given names."""
    ages = Ages(story.facts)
    by_surname: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers(story):
        for surname in {fold(fact.name.surname) for fact in bearer.full}:
            by_surname[surname].append(bearer)
    for found in by_surname.values():
        if len(found) == 2:
            one, other = found
            if not are_apart(story, one, other, ages) and have_enough_in_common(story, one, other, ages):
                yield _finding(story, one, other)
    yield from _surnames(story, ages)


def _surnames(story: Story, ages: Ages) -> Iterator[Finding]:
    """A finding for each two persons who seem to be one under two surnames."""
    by_given: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers(story):
        by_given[bearer.given].append(bearer)
    for found in by_given.values():
        pairs = [
            (one, other)
            for one, other in combinations(found, 2)
            if not are_apart_by_surname(story, one, other, ages) and are_one_of_two_surnames(story, one, other, ages)
        ]
        if len(pairs) == 1:
            yield _finding(story, *pairs[0], "_surname")


def _finding(story: Story, one: Bearer, other: Bearer, kind: str = "") -> Finding:
    labelled = sorted((side.person.name, side.full) for side in (one, other))
    title = next((f.name.title for f in one.full + other.full if f.name.title and not is_courtesy(f.name.title)), "")
    params = {
        "surname": one.full[0].name.surname,
        "title": title,
        "forms": shown(label for label, _ in labelled),
        "values": listed(story, labelled),
    }
    texts = (
        (Message("NAM006.summary_surname", params), Message("NAM006.explanation_surname", params))
        if kind
        else (Message("NAM006.summary", params), Message("NAM006.explanation", params))
    )
    values = [value_group(label, facts) for label, facts in labelled]
    sure = hold_one_office(one, other) or not (kind or are_near(one, other))
    level = Level.ERROR if sure else Level.WARNING
    return finding("NAM006", level, texts, values, subject=one.full[0].name.surname)


RULE = Rule(
    code="NAM006",
    name="name-given-differs",
    level=Level.WARNING,
    judge=judge,
    conflict=Example(
        (
            "The bridge stays shut until May, said Ayla Demirci, the transport minister.",
            "The bridge stays shut until May, said Leyla Demirci, the transport minister.",
        )
    ),
    near_miss=Example(
        (
            "The bridge stays shut until May, said Ayla Demirci, a passenger.",
            "The tunnel was never safe, Leyla Demirci, a passenger, told reporters at the station.",
        )
    ),
    doc=__doc__,
)
