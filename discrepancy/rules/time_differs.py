"""Two versions give one event two times of day.

What fires:
    Times of the clock said of one event on one day (the same verb and those who take part, in sentences alike) that
    are two, zones reckoned: an hour more or less, a.m. for p.m., digits that changed places.

Why it matters:
    A timeline is built on it, and a reader who goes by it misses the train, the match or the deadline.

Known limits:
    Times with "about", "shortly after", "by" or "until", times that differ by less than the rounder one is rounded to
    (4:30 and 4:40), a time in a zone of which the offset is not known against one without, and whole hours between
    versions of which one speaks of a zone anywhere are left alone.

Source:
    Reuters Handbook of Journalism, "Times"; AP Stylebook, "times".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from discrepancy.labels import IN_OTHER_WORDS
from discrepancy.model import Fact, FactKind, Finding, Group, Level, Message, Story
from discrepancy.rules.clock_times import ClockTime, clock_time, is_alone
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, listed, value_group
from discrepancy.rules.times_apart import clash


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each event that happens at two times of one day."""
    for group in story.groups:
        if group.kind is FactKind.DATE:
            times = [time for fact in facts_of(story, group) if (time := clock_time(story, fact)) is not None]
            times = [time for time in times if len(times) > 1 and is_alone(story, time.fact)]
            alike = group.reason == IN_OTHER_WORDS
            wrong = [(a, b) for a, b in combinations(times, 2) if clash(story, a, b, times, alike=alike)]
            if wrong:
                yield _finding(story, group, [time for time in times if any(time in pair for pair in wrong)])


def _finding(story: Story, group: Group, times: Sequence[ClockTime]) -> Finding:
    by_time: dict[tuple[str, int], list[Fact]] = defaultdict(list)
    for time in sorted(times, key=lambda t: (t.zone, t.minutes, t.fact.id)):
        by_time[time.zone, time.minutes].append(time.fact)
    told = {facts[0].mention.text: facts for facts in by_time.values()}
    params = {"subject": group.subject, "values": listed(story, told.items()), "forms": forms(told)}
    texts = Message("DAT004.summary", params), Message("DAT004.explanation", params)
    values = [value_group(label, facts) for label, facts in told.items()]
    return finding("DAT004", Level.ERROR, texts, values, subject=group.subject, group=group)


RULE = Rule(
    code="DAT004",
    name="time-differs",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "The dam above the village burst at 4:40 a.m. on Tuesday, officials said.",
            "The dam above the village burst at 5:40 a.m. on Tuesday, officials said.",
        )
    ),
    near_miss=Example(
        (
            "The dam above the village burst at 4:40 a.m. GMT on Tuesday, officials said.",
            "The dam above the village burst at 5:40 a.m. CET on Tuesday, officials said.",
        )
    ),
    doc=__doc__,
)
