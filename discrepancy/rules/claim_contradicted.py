"""One version says what another denies.

What fires:
    Two versions say opposite things of the same person or thing: a clause and the same clause with a "not", "never",
    "none" or "refused to", or the two sides of an opposition (pleaded guilty and not guilty, alive and dead, approved
    and rejected), whatever the words: a demand turned down, and agreed to. Or who does it in one is to whom it is done
    in the other. Both in the articles' own voice, or both by one speaker's account.

Why it matters:
    A dropped "not" turns the sense of a story and libels people: a man who pleaded not guilty is no confessed felon.

Known limits:
    What a passage of time can explain is left alone: who was wounded may have died since, and what had not happened
    yet may have happened in a later version. A "not" that may deny one detail only is no denial of the rest. Two
    speakers may rightly contradict each other. Where a version says both sides itself nothing is said. Headlines are
    not read.

Source:
    Reuters Handbook of Journalism, "Accuracy"; AP Stylebook, "innocent, not guilty".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import product

from discrepancy.documents import day_of
from discrepancy.lexicon.oppositions import OTHER, claim_words, is_settled, later_side
from discrepancy.lexicon.stances import is_roles, is_stance, leaves_no_time, turn_of
from discrepancy.model import Fact, FactKind, Finding, Group, Level, Message, Story
from discrepancy.rules.publication import earlier
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, in_quotes, listed_said, value_group
from discrepancy.text.characters import fold, squeeze

_LATE = dt.timedelta(days=2)
"""How far apart two versions may be in which one thing is done and undone: by then it may have been."""


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each claim that some versions make and others deny, if no passage of time explains it."""
    for group in story.groups:
        if group.kind is FactKind.CLAIM:
            sides = _clashing(story, facts_of(story, group))
            if sides is not None:
                yield _finding(story, group, *sides)


def _clashing(story: Story, facts: Sequence[Fact]) -> tuple[list[Fact], list[Fact]] | None:
    """The facts of either side that can not both be right with one of the other."""
    if is_roles(facts[0].claim.of):
        return (list(facts[:1]), list(facts[1:])) if not _may_have_turned(story, facts[0], facts[1]) else None
    first = facts[0].claim.side
    one = [f for f in facts if f.claim.side == first]
    other = [f for f in facts if f.claim.side == OTHER[first]]
    pairs = [
        (a, b) for a, b in product(one, other) if a.mention.document != b.mention.document and _excluded(story, a, b)
    ]
    if not pairs:
        return None
    return list({a.id: a for a, _ in pairs}.values()), list({b.id: b for _, b in pairs}.values())


def _excluded(story: Story, a: Fact, b: Fact) -> bool:
    """Whether no passage of time lets both be right."""
    claim = a.claim
    if is_stance(claim.of):
        return not _may_have_turned(story, a, b)
    turn = later_side(claim.of)
    if not turn:
        return True
    after, before = (a, b) if claim.side == turn else (b, a)
    then, now = after.claim, before.claim
    if is_settled(claim.of, set(then.details) | set(squeeze(fold(after.mention.text)).split())):
        return True
    if _on_one_day(a, b):
        return True
    order = earlier(story, after.mention.document, before.mention.document)
    if order is not None:
        return order
    plain = turn == "yes" or (then.denied != now.denied and claim.of != "life")
    return plain and then.lasting and now.lasting and claim.of not in claim_words("unfolding")


def _may_have_turned(story: Story, a: Fact, b: Fact) -> bool:
    """Whether somebody may have taken the other stance since: days later, or as such things go."""
    one, other = (story.document[fact.mention.document].dated for fact in (a, b))
    if one and other and abs(day_of(one) - day_of(other)) > _LATE:
        return True
    turn = turn_of(a.claim.of)
    if not turn:
        return False
    after, before = (a, b) if a.claim.side == turn else (b, a)
    if leaves_no_time(a.claim.of, squeeze(fold(after.mention.text))):
        return False
    order = earlier(story, after.mention.document, before.mention.document)
    return not order and not _on_one_date(story, after, before)


def _on_one_date(story: Story, after: Fact, before: Fact) -> bool:
    """Whether both versions are of one day, and neither is known to be the later one."""
    one, other = (story.document[fact.mention.document] for fact in (after, before))
    if one.dated is None or other.dated is None or turn_of(after.claim.of) == "other":
        return False
    return day_of(one.dated) == day_of(other.dated) and earlier(story, other.id, one.id) is None


def _on_one_day(a: Fact, b: Fact) -> bool:
    """Whether both sides are told of one and the same day, which is over."""
    one, other = a.when, b.when
    if one is None or other is None or not (a.claim.lasting and b.claim.lasting) or a.time is not b.time:
        return False
    return one.first is not None and one.first == one.last == other.first == other.last


def _finding(story: Story, group: Group, one: Sequence[Fact], other: Sequence[Fact]) -> Finding:
    labelled = [(_label(facts), facts) for facts in (one, other)]
    params = {
        "values": listed_said(story, [(in_quotes(label), facts) for label, facts in labelled]),
        "forms": forms(label for label, _ in labelled),
    }
    texts = Message("CLM001.summary", params), Message("CLM001.explanation", params)
    values = [value_group(label, facts) for label, facts in labelled]
    subject = " ".join(sorted(label.casefold() for label, _ in labelled))
    return finding("CLM001", Level.ERROR, texts, values, subject=subject, group=group)


def _label(facts: Sequence[Fact]) -> str:
    """The words of the fullest claim of one side."""
    return max((squeeze(fact.mention.text) for fact in facts), key=lambda text: (len(text), text))


RULE = Rule(
    code="CLM001",
    name="claim-contradicted",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "Viktor Petrov, a surgeon, had pleaded not guilty. The jury took two days.",
            "Viktor Petrov, a surgeon, had pleaded guilty. The jury took two days.",
        )
    ),
    near_miss=Example(
        (
            "Viktor Petrov, a surgeon, was wounded in the blast. He was taken to hospital.",
            "Viktor Petrov, a surgeon, died of his wounds in hospital.",
        )
    ),
    doc=__doc__,
)
