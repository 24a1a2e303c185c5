"""What others say may be so, one version says is so.

What fires:
    Two or more versions, or one that says itself that nothing is decided or shown yet, leave a thing open ("may have
    caused", "appeared to be", "is thought to", "might withdraw"), and one version tells the same thing of the same
    subject as a plain fact ("caused", "was", "will withdraw"). One version is enough where most of the words are shared
    and the hedge is no mild one ("expected to").

Why it matters:
    A guess that hardens into a fact on its way through the desks is what corrections are printed for: "An earlier
    version said that X will close; the company said that it may."

Known limits:
    Verbs are held together by their meaning only as far as the lists know it. Headlines are not read, nor hedged
    figures: "about 40" and 40 are explained, not flagged. A version that came days later, or is a later one of the
    same source, may have learned more. Two speakers may be sure and unsure.

Source:
    Reuters Handbook of Journalism, "Accuracy" and "Attribution"; BBC Editorial Guidelines, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from discrepancy.lexicon.oppositions import claim_words
from discrepancy.model import Fact, Finding, Group, Level, Message, Story, TimeFrame
from discrepancy.rules.rule import Example, Rule, finding, forms, in_quotes, joined, listed_said, value_group
from discrepancy.rules.told_surely import (
    apart,
    document_says,
    group_is_retold,
    homes,
    label,
    may_know_more,
    places,
    says,
    told_groups,
)

_STEM = 6
"""Letters by which the words of a stretch are told."""
_FEWEST = 2
"""Versions that must leave it open: one alone may have its own caution."""


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each claim that one version alone tells as it is and others leave open."""
    seen: set[tuple[str, int]] = set()
    for group, facts in sorted(told_groups(story), key=lambda told: group_is_retold(told[1])):
        hedged = [fact for fact in facts if fact.claim.hedge]
        left_open, plain = apart(hedged, [f for f in facts if not f.claim.hedge and _comparable(story, f, hedged)])
        if group_is_retold(facts):
            left_open = [f for f in left_open if any(_leaves_open(f, each) for each in plain)]
            if (
                left_open
                and len(homes(plain)) == 1
                and not seen & places(plain)
                and _is_sure(story, plain, left_open)
                and _are_enough(left_open)
            ):
                yield _finding(story, group, left_open, plain)
            continue
        undecided = any(document_says(story, home, "undecided") for home in homes(left_open))
        if (
            (len(homes(left_open)) >= _FEWEST or undecided)
            and len(homes(plain)) == 1
            and _is_sure(story, plain, left_open)
        ):
            seen |= places(plain)
            yield _finding(story, group, left_open, plain)


def _leaves_open(hedged: Fact, plain: Fact) -> bool:
    """Whether what may have been is told to have been, or what may come to come."""
    if not _tells_one_deed(hedged, plain):
        return False
    ahead = plain.time is TimeFrame.PLANNED
    past = hedged.claim.hedge in claim_words("open_past")
    future = hedged.claim.hedge in claim_words("open_future")
    return (past and not ahead) or (future and (ahead or plain.time is TimeFrame.PRESENT))


def _tells_one_deed(hedged: Fact, plain: Fact) -> bool:
    """Whether two stretches share a verb or a figure, or both tell what made a thing happen."""
    verbs = [set(fact.claim.about.modifiers) for fact in (hedged, plain)]
    verbs[0] |= {"cause"} & set(hedged.claim.details)
    figures = {word for word in set(hedged.claim.details) & set(plain.claim.details) if word.startswith("#")}
    causing = {word[:_STEM] for word in claim_words("causing")} | {"die", "suspec"}
    return bool(figures or verbs[0] & verbs[1] or (verbs[0] & causing and verbs[1] & causing))


def _are_enough(hedged: Sequence[Fact]) -> bool:
    """Whether one of those who leave it open says so in strong words, or two in weak ones."""
    strong = any(fact.claim.hedge not in claim_words("open_weakly") for fact in hedged)
    return strong or len(homes(hedged)) >= _FEWEST


def _comparable(story: Story, fact: Fact, hedged: Sequence[Fact]) -> bool:
    """Whether a fact is told by the article or by an account that the hedged ones are told by too."""
    account = fact.attribution
    if account is None:
        return True
    names = {person.id: person.name for person in story.people}
    if account.quoted:
        return False
    if account.speaker not in names and account.speaker.islower():  # "officials", "the company"
        return True
    surnames = {_surname(names, f.attribution.speaker) for f in hedged if f.attribution}
    return _surname(names, account.speaker) in surnames - {""}


def _surname(names: Mapping[str, str], speaker: str) -> str:
    return next(iter(names.get(speaker, speaker).casefold().split()[-1:]), "")


def _is_sure(story: Story, plain: Sequence[Fact], hedged: Sequence[Fact]) -> bool:
    return not any(says(story, fact, "guessing") or may_know_more(story, fact, hedged) for fact in plain)


def _finding(story: Story, group: Group, hedged: Sequence[Fact], plain: Sequence[Fact]) -> Finding:
    labelled = [(label(facts), facts) for facts in (hedged, plain)]
    params = {
        "values": listed_said(story, [(in_quotes(words), facts) for words, facts in labelled]),
        "forms": forms(words for words, _ in labelled),
        "hedge": joined(in_quotes(hedge) for hedge in sorted({fact.claim.hedge for fact in hedged})),
    }
    texts = Message("CLM004.summary", params), Message("CLM004.explanation", params)
    subject = " ".join(sorted(words.casefold() for words, _ in labelled))
    values = [value_group(words, facts) for words, facts in labelled]
    return finding("CLM004", Level.WARNING, texts, values, subject=subject, group=group)


RULE = Rule(
    code="CLM004",
    name="hedge-lost",
    level=Level.WARNING,
    judge=judge,
    conflict=Example(
        (
            "The bakery chain might withdraw from four northern towns, its chairman, Tom Reed, said.",
            "Tom Reed, the chairman, said the bakery chain might pull out of four northern towns.",
            "The bakery chain will withdraw from four northern towns, its chairman, Tom Reed, said.",
        )
    ),
    near_miss=Example(
        (
            "The bakery chain might withdraw from four northern towns, its chairman, Tom Reed, said.",
            "Tom Reed, the chairman, said the bakery chain might pull out of four northern towns.",
            "The bakery chain will withdraw its nut bread from shops in four northern towns, it said.",
        )
    ),
    doc=__doc__,
)
