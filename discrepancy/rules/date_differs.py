"""Two versions date one event differently.

What fires:
    Dates said of one event (the same verb or noun of it, or sentences that tell the same with the same figures) that
    can not be one: two days, two months, quarters or years. A weekday is counted from the day its version was
    published. Each date must be the other's best partner between the two versions, and neither may stand in the
    other version for anything alike. Days that look like a slip for each other (one day and month of two years, 9 and
    19) need less. In texts of six sentences or more the rare words around two dates tell their event too, whatever the
    verbs. "112 years ago" is held against a year. Where the words differ but mean one day ("today",
    "tomorrow", "Wednesday" in issues of different days) it is a note that says so.

Why it matters:
    "Saturday" for "Sunday" sends readers to an event a day late; a wrong weekday is refiled.

Known limits:
    A relative date in a document that does not say when it was published can not be placed and is passed over. A
    date that holds the other ("March" and "14 March"), the day on which something was said, what was planned and
    what happened, a sentence that speaks of a change of date, two days next to each other around midnight or told
    in two zones, and what a story has many of (rises, visits, matches) are left alone.

Source:
    Reuters Handbook of Journalism, "Corrections, Refiles, Kills, Repeats and Embargoes".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from discrepancy.grammar.dates.comparing import can_both_hold, counted_years_apart, scale
from discrepancy.grammar.dates.words import WEEKDAYS
from discrepancy.messages import render
from discrepancy.model import Fact, FactKind, Finding, Group, Level, Message, Param, Reconciliation, Story
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, joined, listed, listed_said, value_group
from discrepancy.text.characters import fold

_WORD = re.compile(r"[^\W\d_]+")


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each event that is dated in two ways, and a note for each date in other words."""
    for group in story.groups:
        if group.kind is FactKind.DATE:
            facts = facts_of(story, group)
            times = _by_time(facts)
            days = [fact for fact in facts if _is_day(fact)]
            if len(times) > 1:
                yield _conflict(story, group, times)
            elif _in_other_words(days) and any(fact.date.relative for fact in days) and not _weekdays_differ(days):
                yield _note(story, group, days)


def _in_other_words(facts: Sequence[Fact]) -> bool:
    """Whether some document uses other words for one day than another does: two copies of one text do not."""
    used: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        used[fact.mention.document].add(fold(fact.mention.text))
    timed = any(fact.date.type == "TIME" for fact in facts)
    one_day = len({fact.date.first for fact in facts}) == 1
    return one_day and not timed and len({frozenset(words) for words in used.values()}) > 1


def _weekdays_differ(facts: Sequence[Fact]) -> bool:
    """Whether the words name two days of the week: one does not fit its date, which is no other word for one day."""
    words = (word.lower() for fact in facts for word in _WORD.findall(fact.mention.text))
    return len({WEEKDAYS[word] for word in words if word in WEEKDAYS}) > 1


def _is_day(fact: Fact) -> bool:
    date = fact.date
    return date.first is not None and date.first == date.last


def _by_time(facts: Sequence[Fact]) -> list[list[Fact]]:
    """The facts by what they date the event to, one list for all that can be one; less exact ones join the first."""
    times: list[list[Fact]] = []
    for fact in sorted(facts, key=lambda f: (f.date.relative, str(f.date.first), f.id)):
        home = next((known for known in times if all(_agree(fact, other) for other in known)), None)
        if home is None:
            times.append([fact])
        else:
            home.append(fact)
    return sorted(times, key=lambda found: (str(found[0].date.first), found[0].id))


def _agree(a: Fact, b: Fact) -> bool:
    if counted_years_apart(a.date, b.date):
        return False
    bare_hour = any("T" in date.value and not scale(date) for date in (a.date, b.date))
    return bare_hour or can_both_hold(a.date, b.date)


def _conflict(story: Story, group: Group, times: list[list[Fact]]) -> Finding:
    said = {render(message): (message, facts) for facts in times for message in [_said(facts)]}
    dates = [message for message, _ in said.values()]
    params = {"subject": group.subject, "values": listed_said(story, said.values()), "forms": joined(dates, " / ")}
    texts = Message("DAT001.summary", params), Message("DAT001.explanation", params)
    values = [value_group(label, facts, message) for label, (message, facts) in said.items()]
    return finding("DAT001", Level.ERROR, texts, values, subject=group.subject, group=group)


def _said(facts: Sequence[Fact]) -> Message:
    """The words, with the day they mean where they do not say it."""
    first = facts[0]
    if first.date.first is None or not _is_day(first):
        return Message("page.text", {"text": first.mention.text})
    return Message("DAT001.day", {"text": first.mention.text, "day": first.date.first})


def _note(story: Story, group: Group, facts: Sequence[Fact]) -> Finding:
    words: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        words[fact.mention.text].append(fact)
    day = facts[0].date.first or ""
    params: dict[str, Param] = {
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
