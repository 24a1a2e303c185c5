"""One figure is said of a part in one version and of the whole, or of another thing, in another.

What fires:
    A figure that one version gives for the dead and another for the dead and injured together; for those who entered
    a race and for those who finished it, where the version that has it for the one has another for the other; for
    people and for homes, in sentences alike; for fraud and for fraud and error, passengers and passengers and crew,
    jobs created and created or saved; for a week and for a month.

Why it matters:
    The figure is right and so nothing looks wrong, but "23 dead" where 23 fell ill and four died is the gravest slip
    there is. Newspapers correct "fraud" to "fraud and error" again and again.

Known limits:
    Only kinds of counts of which a list is kept are told apart. Figures of one digit, and those of sentences that name
    different years, are left alone, as is a version that gives both counts itself.

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
_GROWING: Final = frozenset({"applying", "buildings", "captives", "casualties", "justice", "making", "trade"})
"""Families in which the one count comes up to the other as time goes on: those arrested are charged."""
_PLANNED: Final = frozenset({"jobs"})
"""Families told of what is to come."""
_HEADS: Final = frozenset({BlockRole.HEADLINE, BlockRole.CAPTION})

Told = tuple[Fact, Scope]
Counts = Mapping[tuple[str, str, frozenset[str]], Sequence[Fact]]
"""The counts by document, family and states."""


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each figure told of two things."""
    told = _told(story)
    found: dict[tuple[object, ...], list[tuple[Told, Told, tuple[Fact, ...]]]] = defaultdict(list)
    counts = _counts(told)
    undated = _counts([(fact, scope) for fact, scope in told if not _YEAR.search(_sentence(story, fact))])
    for same in _same_figures(told):
        for one, other in product(same, repeat=2):
            if _apart(one, other) and _of_one_year(story, one[0], other[0]) and _known_apart(counts, one, other):
                proof = _proof(story, counts, one, other)
                if proof is not None:
                    key = (one[0].quantity.low, one[1].family, one[1].states, other[1].states)
                    found[key].append((one, other, proof))
    for pairs in found.values():
        yield _finding(story, pairs)
    yield from _summed(story, undated)
    yield from _joined(story)
    yield from _counted_together(story)
    yield from _rates(story)


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
    """The counts of the texts with what each is told of; those of plans and guesses are left out."""
    return [
        (fact, scope)
        for document in story.documents
        for fact in story.quantities[document.id]
        if fact.time is not TimeFrame.SUPPOSED
        and fact.quantity.low == fact.quantity.high
        and not fact.quantity.per
        and fact.mention.block is not BlockRole.CORRECTION
        for scope in scopes(document, fact)
        if scope.family in _PLANNED or fact.time is not TimeFrame.PLANNED
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


def _of_one_year(story: Story, a: Fact, b: Fact) -> bool:
    """Whether the sentences name one year or none, or the version that names none there knows that of the other."""
    here, there = (set(_YEAR.findall(_sentence(story, fact))) for fact in (a, b))
    if here and there:
        return bool(here & there)
    known = story.document[(a if not here else b).mention.document].text
    return all(year in known for year in here | there)


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
    if here.family == "dwellings":
        return True  # a version has counts of people and of homes; the words around say which is meant
    return (a.mention.document, here.family, there.states) not in counts


def _proof(story: Story, counts: Counts, one: Told, other: Told) -> tuple[Fact, ...] | None:
    """What shows that one thing is meant: the other version's own figure for it, or the words around; else None."""
    (a, here), (b, there) = one, other
    if here.states < there.states:
        return ()
    if here.family == "dwellings":
        return () if _people_and_homes(story, a, b) else None
    grows = (
        here.family in _GROWING
        and not _is_long_ago(story, a)
        and earlier(story, b.mention.document, a.mention.document)
    )
    if grows or a.quantity.hedge is not Hedge.NONE:
        return None
    like = counts.get((b.mention.document, here.family, here.states), ())
    own = tuple(fact for fact in like if not overlap(fact.quantity, a.quantity) and _of_one_year(story, fact, a))
    return own or None


def _is_long_ago(story: Story, fact: Fact) -> bool:
    """Whether the sentence names a year before that of publication: what it counts grows no more."""
    day = story.document[fact.mention.document].day
    return day is not None and any(int(year) < day.year for year in _YEAR.findall(_sentence(story, fact)))


def _people_and_homes(story: Story, a: Fact, b: Fact) -> bool:
    """Whether sentences alike have as many people in the one as homes in the other, told once."""
    if (a.mention.document, a.mention.start) > (b.mention.document, b.mention.start):
        return False
    if any(
        scope.family != "dwellings" for fact in (a, b) for scope in scopes(story.document[fact.mention.document], fact)
    ):
        return False  # what befell the people may have befallen as many homes
    alike = len(_words(story, a) & _words(story, b) - _DWELLING)
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
    texts = {document.id: document.text.lower() for document in story.documents}
    for pair in sorted(words("joined_scopes")):
        first, _, second = pair.partition(" and ")
        both = re.compile(rf"\b{first} (?:and|or) {second}\b", re.IGNORECASE)
        knowing = {home for home, text in texts.items() if first in text and both.search(text)}
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


def _counted_together(story: Story) -> Iterator[Finding]:
    """ "143 passengers" beside "143 passengers and crew"."""
    counts = [f for f in _figures(story) if f.quantity.kind is QuantityKind.COUNT and f.quantity.low >= _LEAST]
    for fact in counts:
        document = story.document[fact.mention.document]
        found = _TOGETHER.match(squeeze(document.text[fact.mention.end : fact.sentence.end]).join((" ", "")))
        if found is None or found[2].lower() not in words("joined_counts"):
            continue
        first, second = found[1].lower(), found[2].lower()
        both = re.compile(rf"\b{first} (?:and|or) (?:(?!{_NUMBER}\b)[a-z]+ )?{second}\b", re.IGNORECASE)
        alone = re.compile(
            rf"(?: [a-z-]+){{0,2}}? {first}\b(?!,? (?:and|or)\b(?! (?:{_NUMBER}|\d+) (?:[a-z]+ )?{second}\b))",
            re.IGNORECASE,
        )
        narrow = [
            each
            for each in counts
            if each.quantity.figure == fact.quantity.figure
            and not both.search(story.document[each.mention.document].text)
            and alone.match(story.document[each.mention.document].text, each.mention.end)
        ]
        if narrow:
            tell = (
                Scope("joined", frozenset({first}), first),
                Scope("joined", frozenset({first, second}), found[0].strip()),
            )
            yield _finding(story, [((each, tell[0]), (fact, tell[1]), ()) for each in narrow])


_NUMBER: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|\d+)"
_DWELLING: Final = frozenset({"house", "homes", "home", "peopl", "resid", "famil"})
_TOGETHER: Final = re.compile(r"(?: [a-z-]+){0,2}? ([a-z-]{3,}) (?:and|or) (?:their |[a-z]+ )??([a-z-]{3,})\b(?! of\b)")


def _rates(story: Story) -> Iterator[Finding]:
    """ "1,450 a week" beside "1,450 a month", of one thing."""
    told = [(fact, spell) for fact in _figures(story) if (spell := _spell(story, fact))]
    for (a, one), (b, other) in product(told, repeat=2):
        if _SPELLS.index(one) >= _SPELLS.index(other) or a.quantity.figure != b.quantity.figure:
            continue
        here, there = a.mention.document, b.mention.document
        again = any(
            f.quantity.low == a.quantity.low
            and f.mention.document in {here, there}
            and s != (one if f.mention.document == here else other)
            for f, s in told
        )
        if here == there or again:
            continue
        shared = _words(story, a) & _words(story, b) - {one[:_STEM], other[:_STEM]}
        if len(shared) >= (1 if a.quantity.low >= _TELLING * a.quantity.step else _ALIKE):
            tell = [Scope("rate", frozenset({each}), f"a {each}") for each in (one, other)]
            yield _finding(story, [((a, tell[0]), (b, tell[1]), ())])


_SPELLS: Final = ("hour", "day", "night", "week", "fortnight", "month", "quarter", "year")
_EACH_SPELL: Final = re.compile(
    r"(?: [a-z-]+){0,3}? ?(?:an?|per|each|every) (hour|day|night|week|fortnight|month|quarter|year)\b"
    r"(?! (?:ago|earlier|later|before|after|old|on|in|long))"
    r"|(?: [a-z-]+){0,3}? (hourly|daily|weekly|monthly|yearly|annually)\b"
)
_LY: Final = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}


def _spell(story: Story, fact: Fact) -> str:
    """The stretch of time that a figure is told for each of; else empty."""
    found = _EACH_SPELL.match(story.document[fact.mention.document].text, fact.mention.end, fact.sentence.end)
    if found is None:
        found = _EACH_SPELL.match(f" {fact.quantity.per}") if fact.quantity.per else None
    return (found[1] or _LY[found[2]]) if found else ""


def _figures(story: Story) -> Iterator[Fact]:
    """Sums, counts and measures of two digits or more."""
    for facts in story.quantities.values():
        for fact in facts:
            q = fact.quantity
            if q.kind in _TOLD_EACH and q.step > 0 and q.low >= _LEAST * q.step:
                yield fact


_TOLD_EACH: Final = frozenset({QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE})


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
