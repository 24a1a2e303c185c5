"""One figure is said of a part in one version and of the whole, or of another thing, in another.

What fires:
    A figure that one version gives for the dead and another for the dead and injured together; for those who entered
    a race and for those who finished it, where the version that has it for the one has another for the other; for
    people and for homes, in sentences alike; for fraud and for fraud and error.

Why it matters:
    The figure is right and so nothing looks wrong, but "23 dead" where 23 fell ill and four died is the gravest slip
    there is. Newspapers correct "fraud" to "fraud and error" again and again.

Known limits:
    Only kinds of counts of which a list is kept are told apart. Figures of one digit, and those of sentences that name
    a year, are left alone, as is a version that gives both counts itself.

Source:
    Reuters Handbook of Journalism, "Accuracy"; Guardian corrections and clarifications column.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import Final

from discrepancy.lexicon import words
from discrepancy.model import BlockRole, Fact, Finding, Hedge, Level, Message, QuantityKind, Story, TimeFrame
from discrepancy.rules.intervals import overlap
from discrepancy.rules.publication import earlier
from discrepancy.rules.rule import Example, Rule, finding, sources, value_group
from discrepancy.rules.scopes import Scope, scopes
from discrepancy.text.characters import fold, squeeze

_LEAST: Final = Decimal(10)
"""A smaller figure is met of several things in any story."""
_TELLING: Final = 100
"""A figure with three digits of its own is hardly met twice by chance."""
_YEAR: Final = re.compile(r"\b(?:1[89]|20)\d\d\b")
_WORD: Final = re.compile(r"[a-z]{4,}")
_STEM: Final = 5
_ALIKE: Final = 2
_DEAD: Final = frozenset({"dead"})
_HURT: Final = frozenset({"hurt"})
_GROWING: Final = frozenset({"applying", "casualties", "justice", "trade"})
"""Families in which the one count comes up to the other as time goes on: those arrested are charged."""
_HEADS: Final = frozenset({BlockRole.HEADLINE, BlockRole.CAPTION})

Told = tuple[Fact, Scope]
Counts = Mapping[tuple[str, str, frozenset[str]], Sequence[Fact]]
"""The counts by document, family and states."""


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each figure told of two things."""
    told = _told(story)
    found: dict[tuple[object, ...], list[tuple[Told, Told, tuple[Fact, ...]]]] = defaultdict(list)
    counts = _counts(told)
    for same in _same_figures(told):
        for one, other in product(same, repeat=2):
            if _apart(one, other) and _known_apart(counts, one, other):
                proof = _proof(story, counts, one, other)
                if proof is not None:
                    key = (one[0].quantity.low, one[1].family, one[1].states, other[1].states)
                    found[key].append((one, other, proof))
    for pairs in found.values():
        yield _finding(story, pairs)
    yield from _summed(story, counts)
    yield from _joined(story)


def _summed(story: Story, counts: Counts) -> Iterator[Finding]:
    """ "178 dead" beside "38 dead and 140 injured": the sum of two states told of the one."""
    found: dict[Decimal, list[tuple[Fact, Fact, Fact]]] = defaultdict(list)
    for document, other in product([d.id for d in story.documents], repeat=2):
        if document == other or (document, "casualties", _HURT) in counts:
            continue
        parts = product(counts.get((other, "casualties", _DEAD), ()), counts.get((other, "casualties", _HURT), ()))
        for died, injured in parts:
            both = died.quantity.low + injured.quantity.low
            many = both >= _LEAST and min(died.quantity.low, injured.quantity.low) > 1
            if many and not _near(story, counts, (document, other), both):
                same = (f for f in counts.get((document, "casualties", _DEAD), ()) if f.quantity.low == both)
                found[both].extend((wide, died, injured) for wide in same)
    for told in found.values():
        if told:
            yield _sum(story, told)


def _near(story: Story, counts: Counts, told: tuple[str, str], both: Decimal) -> bool:
    """Whether a third version than the ``told`` gives a toll near the sum: one on the rise passes any by chance."""
    others = (counts.get((home, "casualties", _DEAD), ()) for home in story.document if home not in told)
    return any(2 * fact.quantity.low > both > fact.quantity.low for found in others for fact in found)


def _sum(story: Story, told: Sequence[tuple[Fact, Fact, Fact]]) -> Finding:
    wide, died, injured = (list(dict.fromkeys(each[side] for each in told)) for side in range(3))
    params = {
        "figure": squeeze(wide[0].mention.text),
        "one": sources(story, wide),
        "other": sources(story, died),
        "dead": squeeze(died[0].mention.text),
        "hurt": squeeze(injured[0].mention.text),
    }
    values = [value_group(squeeze(facts[0].mention.text), facts) for facts in (wide, died, injured)]
    texts = Message("NUM005.summary_sum", params), Message("NUM005.explanation_sum", params)
    return finding("NUM005", Level.ERROR, texts, values, subject="casualties")


def _told(story: Story) -> list[Told]:
    """The counts of the texts with what each is told of; those of another year, of plans and guesses are left out."""
    return [
        (fact, scope)
        for document in story.documents
        for fact in story.quantities[document.id]
        if fact.time not in {TimeFrame.PLANNED, TimeFrame.SUPPOSED}
        and fact.quantity.low == fact.quantity.high
        and not fact.quantity.per
        and fact.mention.block is not BlockRole.CORRECTION
        and not _YEAR.search(document.text[fact.sentence.start : fact.sentence.end])
        for scope in scopes(document, fact)
    ]


def _same_figures(told: Sequence[Told]) -> list[list[Told]]:
    found: dict[tuple[str, Decimal], list[Told]] = defaultdict(list)
    for fact, scope in told:
        if fact.quantity.low >= _LEAST:
            found[scope.family, fact.quantity.low].append((fact, scope))
    return [same for same in found.values() if len({scope.states for _, scope in same}) > 1]


def _apart(one: Told, other: Told) -> bool:
    """Whether two tellings of a figure are of different things, in different versions or in a headline and its text."""
    (a, here), (b, there) = one, other
    if here.states == there.states or (here.states & there.states and len(here.states) > len(there.states)):
        return False
    return a.mention.document != b.mention.document or (a.mention.block in _HEADS and b.mention.block not in _HEADS)


def _counts(told: Sequence[Told]) -> Counts:
    found: dict[tuple[str, str, frozenset[str]], list[Fact]] = defaultdict(list)
    for fact, scope in told:
        found[fact.mention.document, scope.family, scope.states].append(fact)
    return found


def _known_apart(counts: Counts, one: Told, other: Told) -> bool:
    """Whether neither version has the figure, or one of its own, for the other thing too."""
    (a, here), (b, there) = one, other
    if a.mention.document == b.mention.document:
        return True
    there_too = counts.get((b.mention.document, here.family, here.states), ())
    if any(fact.quantity.low == a.quantity.low for fact in there_too):
        return False
    return (a.mention.document, here.family, there.states) not in counts


def _proof(story: Story, counts: Counts, one: Told, other: Told) -> tuple[Fact, ...] | None:
    """What shows that one thing is meant: the other version's own figure for it, or the words around; else None."""
    (a, here), (b, there) = one, other
    if here.states < there.states:
        return ()
    if here.family == "dwellings":
        return () if _people_and_homes(story, a, b) else None
    grows = here.family in _GROWING and earlier(story, b.mention.document, a.mention.document)
    if grows or a.quantity.hedge is not Hedge.NONE:
        return None
    like = counts.get((b.mention.document, here.family, here.states), ())
    own = tuple(fact for fact in like if not overlap(fact.quantity, a.quantity))
    return own or None


def _people_and_homes(story: Story, a: Fact, b: Fact) -> bool:
    """Whether sentences alike have as many people in the one as homes in the other, told once."""
    if (a.mention.document, a.mention.start) > (b.mention.document, b.mention.start):
        return False
    if any(
        scope.family != "dwellings" for fact in (a, b) for scope in scopes(story.document[fact.mention.document], fact)
    ):
        return False  # what befell the people may have befallen as many homes
    alike = len(_words(story, a) & _words(story, b))
    telling = a.quantity.step > 0 and a.quantity.low >= _TELLING * a.quantity.step
    return alike >= (1 if telling else _ALIKE)


def _words(story: Story, fact: Fact) -> set[str]:
    """The beginnings of the words that tell something, of the sentence around a fact."""
    text = story.document[fact.mention.document].text
    around = fold(f"{text[fact.sentence.start : fact.mention.start]} {text[fact.mention.end : fact.sentence.end]}")
    return {word[:_STEM] for word in _WORD.findall(around) if word not in words("stop_words")}


def _finding(story: Story, pairs: Sequence[tuple[Told, Told, tuple[Fact, ...]]]) -> Finding:
    sides = [list(dict.fromkeys(tell)) for tell in ([pair[0] for pair in pairs], [pair[1] for pair in pairs])]
    facts = [[fact for fact, _ in side] for side in sides]
    own = list(dict.fromkeys(fact for pair in pairs for fact in pair[2]))
    labels = [f"{squeeze(side[0][0].mention.text)} ({side[0][1].word})" for side in sides]
    params = {
        "figure": squeeze(facts[0][0].mention.text),
        "a": sides[0][0][1].word,
        "b": sides[1][0][1].word,
        "one": sources(story, facts[0]),
        "other": sources(story, facts[1]),
        "own": squeeze(own[0].mention.text) if own else "",
        "whose": sources(story, own),
    }
    values = [value_group(label, side) for label, side in zip(labels, facts, strict=True)]
    told = Message("NUM005.explanation", params)
    if own:
        values.append(value_group(params["own"], own))
        told = Message("NUM005.explanation_own", params)
    texts = Message("NUM005.summary", params), told
    return finding("NUM005", Level.ERROR, texts, values, subject=sides[0][0][1].family)


def _joined(story: Story) -> Iterator[Finding]:
    """ "£5.2bn lost to fraud" beside "£5.2bn lost to fraud and error"."""
    for pair in sorted(words("joined_scopes")):
        first, _, second = pair.partition(" and ")
        both = re.compile(rf"\b{first} (?:and|or) {second}\b", re.IGNORECASE)
        knowing = {d.id for d in story.documents if both.search(d.text)}
        if not knowing or len(knowing) == len(story.documents):
            continue
        whole = [f for f in _figures(story) if f.mention.document in knowing and both.search(_sentence(story, f))]
        alone = re.compile(rf"\b{first}\b", re.IGNORECASE)
        for figure in sorted({f.quantity.figure for f in whole}):
            wide = [f for f in whole if f.quantity.figure == figure]
            narrow = [
                f
                for f in _figures(story)
                if f.quantity.figure == figure
                and f.mention.document not in knowing
                and alone.search(_sentence(story, f))
            ]
            if narrow:
                tell = Scope("joined", frozenset({first}), first), Scope("joined", frozenset({first, second}), pair)
                yield _finding(story, [((a, tell[0]), (b, tell[1]), ()) for a in narrow for b in wide])


def _figures(story: Story) -> Iterator[Fact]:
    """Sums and counts of two digits or more."""
    for facts in story.quantities.values():
        for fact in facts:
            q = fact.quantity
            if q.kind in {QuantityKind.MONEY, QuantityKind.COUNT} and q.step > 0 and q.low >= _LEAST * q.step:
                yield fact


def _sentence(story: Story, fact: Fact) -> str:
    return story.document[fact.mention.document].text[fact.sentence.start : fact.sentence.end]


RULE = Rule(
    code="NUM005",
    name="scope-differs",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "The blast left 23 people dead or injured, the police said on Monday.",
            "The blast killed 23 people, the police said on Monday.",
        )
    ),
    near_miss=Example(
        (
            "The blast left 23 people dead or injured, the police said on Monday.",
            "The blast left 23 people dead or injured, and eight of them died on Tuesday.",
        )
    ),
    doc=__doc__,
)
