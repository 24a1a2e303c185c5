"""One person is given two offices that nobody holds at a time.

What fires:
    Titles of one person, before or after the name, that are two of a family of which one person holds one: two
    ministries, two chief offices of a company, prosecution and defence, two ranks, the army's chief and its minister,
    president and chairman of one named hospital or firm. Also one office of two countries, of two states or of two
    known towns (the governor of Ohio, the governor of Iowa), and an office beside its deputy's. A lawyer's side is
    read from "for the defence", and from "his lawyer".
    An election agent, chief of staff, husband or wife who is that of two persons ("Holt's agent", "Lind's agent").
    Two chief offices of a company that versions say somebody held formerly are flagged too, each version having one.
    The same office in other words (finance director, chief financial officer), a general beside a special title
    (minister, housing minister), a rank shortened, ministries that sources translate alike (finance, economy), and
    titles that say former, acting or deputy are no difference. Nor is an office of another organisation (a party's
    president may be prime minister), an office that a version says the person holds besides, holds for somebody who
    is away, or has just been given, or has left; nor are two ministries in a country whose head of state or government
    is by custom a minister too.

Why it matters:
    A wrong title is corrected in print, and often carries the wrong person behind it.

Known limits:
    Somebody promoted between two versions, or who holds two offices of a family, fires as well where no version says
    so. Titles that stand apart from the name ("the minister said") are not read.

Source:
    Reuters Handbook of Journalism, "Accuracy"; AP Stylebook, "titles".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from discrepancy.lexicon.offices import contradict_in_the_past
from discrepancy.model import FactKind, Finding, Level, Story
from discrepancy.rules.held_offices import Excuses
from discrepancy.rules.rule import Example, Rule, facts_of
from discrepancy.rules.title_findings import of_the_past, of_titles, of_two_owners
from discrepancy.rules.titles_held import exclude, held_by_others, may_be_joined, offices_held, titles_by_office
from discrepancy.rules.told_offices import told_offices
from discrepancy.rules.told_owners import two_owners
from discrepancy.text.characters import fold


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each person with titles that contradict each other."""
    surnames = {fold(fact.name.surname) for fact in story.facts if fact.kind is FactKind.PERSON}
    held = offices_held(story)
    for group in story.groups:
        if group.kind is FactKind.PERSON:
            owned = two_owners(story, facts_of(story, group), surnames)
            if owned:
                yield of_two_owners(story, group, owned)
                continue
            facts = facts_of(story, group)
            told = [one for fact in facts for one in told_offices(fact, story)]
            by_office = titles_by_office(told)
            pairs = list(combinations(by_office, 2))
            now_apart = [pair for pair in pairs if exclude(*pair)]
            ever_apart = [pair for pair in pairs if contradict_in_the_past(*pair)]
            if not now_apart and not ever_apart:
                continue
            excuses = Excuses(facts, told, story.document, frozenset(held_by_others(held, group.id)))
            clashing = [(a, b) for a, b in now_apart if not excuses.both(a, b)]
            now = {o for a, b in clashing if not may_be_joined(by_office[a], by_office[b]) for o in (a, b)}
            past = [(a, b) for a, b in ever_apart if not excuses.both_past(a, b)]
            if now:
                yield of_titles(story, group, [by_office[office] for office in by_office if office in now], Level.ERROR)
            elif past:
                yield of_the_past(story, group, told, *past[0])


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
