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

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from discrepancy.labels import label_documents
from discrepancy.lexicon.offices import (
    Office,
    contradict,
    contradict_in_the_past,
    same_organisation,
    stands_in_for,
)
from discrepancy.model import Document, FactKind, Finding, Group, Level, Mention, Message, Story, ValueGroup
from discrepancy.rules.held_offices import Excuses
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, listed
from discrepancy.rules.told_offices import Told, told_offices
from discrepancy.rules.told_owners import two_owners
from discrepancy.text.characters import fold, squeeze


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each person with titles that contradict each other."""
    surnames = {fold(fact.name.surname) for fact in story.facts if fact.kind is FactKind.PERSON}
    held = _held(story)
    for group in story.groups:
        if group.kind is FactKind.PERSON:
            owned = two_owners(story, facts_of(story, group), surnames)
            if owned:
                yield _of_two(story, group, owned)
                continue
            facts = facts_of(story, group)
            told = [one for fact in facts for one in told_offices(fact, story.document[fact.mention.document].text)]
            by_office = _by_office(told)
            excuses = Excuses(facts, told, story.document, frozenset(_held_by_others(held, group.id)))
            pairs = list(combinations(by_office, 2))
            clashing = [(a, b) for a, b in pairs if _exclude(a, b) and not excuses.both(a, b)]
            now = {o for a, b in clashing if not _may_be_joined(by_office[a], by_office[b]) for o in (a, b)}
            past = [(a, b) for a, b in pairs if contradict_in_the_past(a, b) and not excuses.both_past(a, b)]
            if now:
                yield _finding(story, group, [by_office[office] for office in by_office if office in now], Level.ERROR)
            elif past:
                yield _of_the_past(story, group, told, *past[0])


_JOINED = frozenset({"chief executive", "chair"})
"""Two offices that many hold at once, each version naming the one."""


def _may_be_joined(one: Sequence[Told], other: Sequence[Told]) -> bool:
    """Whether two offices are often one person's, and no version stands alone with one against two with the other."""
    if {one[0].office.name, other[0].office.name} != _JOINED:
        return False
    homes = [len({told.fact.mention.document for told in side}) for side in (one, other)]
    return not min(homes) == 1 < max(homes)


def _held(story: Story) -> Mapping[str, set[str]]:
    """The offices told of each person of a story, by the group."""
    return {
        group.id: {
            one.office.name
            for fact in facts_of(story, group)
            for one in told_offices(fact, story.document[fact.mention.document].text)
        }
        for group in story.groups
        if group.kind is FactKind.PERSON
    }


def _held_by_others(held: Mapping[str, set[str]], own: str) -> Iterator[str]:
    for group, names in held.items():
        if group != own:
            yield from names


def _of_two(story: Story, group: Group, owned: Sequence[Sequence[Mention]]) -> Finding:
    """One person who is told to be the agent, aide or spouse of two."""
    labels = label_documents(story.documents)
    told = [(squeeze(mentions[0].text), mentions) for mentions in owned]
    listing = "; ".join(
        f"{label} ({', '.join(dict.fromkeys(labels[m.document] for m in mentions))})" for label, mentions in told
    )
    params = {"person": group.subject, "values": listing, "forms": forms(label for label, _ in told)}
    texts = Message("NAM003.summary", params), Message("NAM003.explanation", params)
    values = [ValueGroup(label, tuple(sorted(each, key=lambda m: (m.document, m.start)))) for label, each in told]
    return finding("NAM003", Level.ERROR, texts, values, subject=group.subject, group=group)


def _of_the_past(story: Story, group: Group, told: Sequence[Told], a: Office, b: Office) -> Finding:
    """Two offices that somebody is said to have left, with what is told of the two without "former".

    One can have left both, one after the other: it is sure only where a version stands alone against two.
    """
    variants = [[one for one in told if one.office.name == office.name] for office in (a, b)]
    homes = [{one.fact.mention.document for one in variant} for variant in variants]
    level = Level.ERROR if min(map(len, homes)) == 1 < max(map(len, homes)) else Level.WARNING
    return _finding(story, group, variants, level)


def _exclude(a: Office, b: Office) -> bool:
    return contradict(a, b) or stands_in_for(a, b) or stands_in_for(b, a)


def _by_office(told: Sequence[Told]) -> dict[Office, list[Told]]:
    """What is told by office, one country's and organisation's with those that name none."""
    found: dict[Office, list[Told]] = defaultdict(list)
    for one in told:
        home = next((o for o in found if _same(o, one.office)), one.office)
        found[home].append(one)
    return dict(found)


def _same(a: Office, b: Office) -> bool:
    if (a.name, a.qualifier) != (b.name, b.qualifier) or not same_organisation(a, b):
        return False
    return all(one == other or not (one and other) for one, other in ((a.country, b.country), (a.home, b.home)))


def _finding(story: Story, group: Group, variants: Sequence[Sequence[Told]], level: Level) -> Finding:
    labelled = [(told[0].words, [one.fact for one in told]) for told in variants]
    params = {
        "person": group.subject,
        "values": listed(story, labelled),
        "forms": forms(label for label, _ in labelled),
    }
    texts = Message("NAM003.summary", params), Message("NAM003.explanation", params)
    values = [_with_titles(told, story.document) for told in variants]
    return finding("NAM003", level, texts, values, subject=group.subject, group=group)


def _with_titles(told: Sequence[Told], documents: Mapping[str, Document]) -> ValueGroup:
    """The value with mentions that reach over title and name."""
    mentions = []
    for one in told:
        at, span = one.fact.mention, one.span
        text = documents[at.document].text[span.start : span.end]
        mentions.append(Mention(at.document, span.start, span.end, text, at.block))
    return ValueGroup(told[0].words, tuple(sorted(mentions, key=lambda m: (m.document, m.start))))


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
