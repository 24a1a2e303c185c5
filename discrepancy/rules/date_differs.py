"""Two versions date one event differently.

What fires:
    Dates of one day each, said of one event (the same verb and those who take part, in sentences alike), that fall
    on different days. Where the words differ but mean one day ("today", "tomorrow", "Wednesday" in issues of
    different days) it is a note that says so.

Why it matters:
    "Saturday" for "Sunday" sends readers to an event a day late; a wrong weekday is refiled.

Known limits:
    A relative date in a document that does not say when it was published can not be placed and is passed over.

Source:
    Reuters Handbook of Journalism, "Corrections, Refiles, Kills, Repeats and Embargoes".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from discrepancy.model import Fact, FactKind, Finding, Group, Level, Message, Reconciliation, Story
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, listed, value_group
from discrepancy.text.characters import fold


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each event that is dated in two ways, and a note for each date in other words."""
    for group in story.groups:
        if group.kind is FactKind.DATE:
            facts = [fact for fact in facts_of(story, group) if _is_day(fact)]
            days = _by_day(facts)
            if len(days) > 1:
                yield _conflict(story, group, days)
            elif _in_other_words(facts) and any(f.date.relative for f in facts):
                yield _note(story, group, facts)


def _in_other_words(facts: Sequence[Fact]) -> bool:
    """Whether some document uses other words for the day than another does: two copies of one text do not."""
    used: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        used[fact.mention.document].add(fold(fact.mention.text))
    timed = any(fact.date.type == "TIME" for fact in facts)
    return not timed and len({frozenset(words) for words in used.values()}) > 1


def _is_day(fact: Fact) -> bool:
    date = fact.date
    return date.first is not None and date.first == date.last


def _by_day(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    days: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        days[str(fact.date.first)].append(fact)
    return dict(sorted(days.items()))


def _conflict(story: Story, group: Group, days: dict[str, list[Fact]]) -> Finding:
    params = {"subject": group.subject, "values": listed(story, days.items()), "forms": forms(days)}
    texts = Message("DAT001.summary", params), Message("DAT001.explanation", params)
    values = [value_group(f"{facts[0].mention.text} ({day})", facts) for day, facts in days.items()]
    return finding("DAT001", Level.ERROR, texts, values, subject=group.subject, group=group)


def _note(story: Story, group: Group, facts: Sequence[Fact]) -> Finding:
    words: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        words[fact.mention.text].append(fact)
    day = str(facts[0].date.first)
    params = {
        "subject": group.subject,
        "values": listed(story, words.items()),
        "forms": forms(words),
        "day": day,
    }
    reason = Reconciliation("relative-date", Message("reconcile.relative-date", params))
    texts = Message("DAT001.note", params), reason.text
    values = [value_group(label, found) for label, found in words.items()]
    return finding("DAT001", Level.NOTE, texts, values, subject=group.subject, group=group, reconciliation=reason)


RULE = Rule(
    code="DAT001",
    name="date-differs",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "The council will vote on the housing plan on March 14, 2024, the mayor's office said.",
            "The council will vote on the housing plan on March 15, 2024, the mayor's office said.",
        )
    ),
    near_miss=Example(
        (
            "The council will vote on the housing plan on March 14, 2024, the mayor's office said.",
            "The council will debate the school budget on March 15, 2024, the mayor's office said.",
        )
    ),
    doc=__doc__,
)
