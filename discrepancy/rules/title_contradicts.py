"""One person is given two offices that nobody holds at a time.

What fires:
    Titles of one person, before or after the name, that are two of a family of which one person holds one: two
    ministries, two chief offices of a company, prosecution and defence, two ranks. Also one office of two countries.
    The same office in other words (finance director, chief financial officer), a general beside a special title
    (minister, housing minister), a rank shortened, ministries that sources translate alike (finance, economy), and
    titles that say former, acting or deputy are no difference. Nor is an office of another organisation (a party's
    president may be prime minister), an office that a version says the person holds besides or has just been given,
    or has left.

Why it matters:
    A wrong title is corrected in print, and often carries the wrong person behind it.

Known limits:
    Somebody promoted between two versions, or who holds two offices of a family, fires as well where no version says
    so. Titles that stand apart from the name ("the minister said") are not read.

Source:
    Reuters Handbook of Journalism, "Accuracy"; AP Stylebook, "titles".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from discrepancy.lexicon.offices import Office, contradict, read_offices, same_organisation
from discrepancy.model import Document, Fact, FactKind, Finding, Group, Level, Mention, Message, Story, ValueGroup
from discrepancy.rules.held_offices import Excuses
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, listed, value_group


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each person with titles that contradict each other."""
    for group in story.groups:
        if group.kind is FactKind.PERSON:
            facts = facts_of(story, group)
            by_office = _by_office(facts)
            excuses = Excuses(facts, story.document)
            pairs = ((a, b) for a, b in combinations(by_office, 2) if contradict(a, b) and not excuses.both(a, b))
            clashing = {office for pair in pairs for office in pair}
            if clashing:
                yield _finding(story, group, [by_office[office] for office in by_office if office in clashing])


def _by_office(facts: Sequence[Fact]) -> dict[Office, list[Fact]]:
    """The titled mentions by office, one country's and organisation's with those that name none."""
    found: dict[Office, list[Fact]] = defaultdict(list)
    for fact in facts:
        for office in read_offices(fact.name.title) if fact.name.title else ():
            home = next((o for o in found if _same(o, office)), office)
            found[home].append(fact)
    return dict(found)


def _same(a: Office, b: Office) -> bool:
    if (a.name, a.qualifier) != (b.name, b.qualifier) or not same_organisation(a, b):
        return False
    return a.country == b.country or "" in {a.country, b.country}


def _finding(story: Story, group: Group, variants: Sequence[Sequence[Fact]]) -> Finding:
    labelled = [(facts[0].name.title, facts) for facts in variants]
    params = {
        "person": group.subject,
        "values": listed(story, labelled),
        "forms": forms(label for label, _ in labelled),
    }
    texts = Message("NAM003.summary", params), Message("NAM003.explanation", params)
    values = [_with_titles(label, facts, story.document) for label, facts in labelled]
    return finding("NAM003", Level.ERROR, texts, values, subject=group.subject, group=group)


def _with_titles(label: str, facts: Sequence[Fact], documents: Mapping[str, Document]) -> ValueGroup:
    """The value with mentions that reach over title and name."""
    value = value_group(label, facts)
    mentions = []
    for fact in facts:
        at, span = fact.mention, fact.name.title_span
        start, end = (min(at.start, span.start), max(at.end, span.end)) if span else (at.start, at.end)
        mentions.append(Mention(at.document, start, end, documents[at.document].text[start:end], at.block))
    return replace(value, mentions=tuple(sorted(mentions, key=lambda m: (m.document, m.start))))


RULE = Rule(
    code="NAM003",
    name="title-contradicts",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "Transport Minister Ayla Demirci opened the bridge on Monday.",
            "Energy Minister Ayla Demirci opened the bridge on Monday.",
        )
    ),
    near_miss=Example(
        (
            "Transport Minister Ayla Demirci opened the bridge on Monday.",
            "Ayla Demirci, the minister of transport, opened the bridge on Monday. Minister Demirci cut the ribbon.",
        )
    ),
    doc=__doc__,
)
