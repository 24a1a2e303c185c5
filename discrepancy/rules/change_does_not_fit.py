"""A change does not fit the figures on both sides of it.

What fires:
    A sentence, or one and the opening of the next, tells a change, what it starts from and what it leads to ("rose 12%
    to 112 from 90", "doubled to 90 from 60", "160, three times as many as the 90 of last year"), or a margin and the
    two results it lies between ("by 57,500 votes, 1,086,400 to 1,010,900"), and the three can not all be right, however
    each was rounded. Likewise a margin of votes beside the count told before it or in another version; a result that
    one version reaches by a change ("rose 28% to 890 million") and another from a start that does not fit that; a lead
    in seconds and the two times it lies between, told in one text of two runners by name.

Why it matters:
    Of three figures that hang together one is wrong. "Percentage change" is among the sums that newsrooms most often
    correct, and a reader can do it in the head.

Known limits:
    Changes reckoned otherwise (at constant currencies, adjusted, averaged over years) are left alone, as are sentences
    in which the three stand far from each other. A change in per cent that fits as percentage points is another rule's.

Source:
    AP Stylebook, "percent, percentage, percentage points"; Reuters Handbook of Journalism, "numbers".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from discrepancy.model import Document, Fact, Finding, Level, Message, Param, QuantityKind, Story, ValueGroup
from discrepancy.rules.changes import Change, changes
from discrepancy.rules.factors import Multiplied, multiplied
from discrepancy.rules.race_times import Lead, leads
from discrepancy.rules.retold_changes import Start, facts_of_start, two_starts
from discrepancy.rules.rule import Example, Rule, finding, sources, value_group
from discrepancy.rules.vote_relations import margins as vote_margins
from discrepancy.rules.written import Misfit, apart, between, number, room, runs, tell

_RULE = "NUM013", Level.ERROR
_MARGINS = frozenset({"vote", "votes", "point", "points", "ballot", "ballots"})
_BY = re.compile(
    r"\b(?:by|with)(?: just| only| a mere)?(?: an?(?: [a-z]+)? (?:margin|majority|majority|lead) of)? (?:\S+ ){0,2}$"
)
_BY_REACH = 50
_APPOSED = re.compile(r"(?: [a-z]+)?(?:,| \u2014| \u2013| -)? \(?")
_HALVES = Decimal("0.5")
_THRESHOLD = re.compile(
    r"\b(?:short|fail\w*|threshold|need\w*|requir\w*|two-thirds|three-fifths|super-?majority|overrid\w+|veto\w*"
    r"|aggregate"
    r"|total|lead\w*|half-?time|quarter|set|sets)\b",
    re.IGNORECASE,
)
"""Words by which a margin is counted to a bar and not to the other side, or a score is not the final one."""


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each change and each margin that can not be right."""
    yield from tell(story, _RULE, _say, (_misfit(found) for found in changes(story) if _off(found)))
    yield from tell(story, _RULE, _say_factor, (_factor(found) for found in multiplied(story) if not found.fits))
    beside = list(_margins(story))
    told = {fact.id for misfit in beside for side in misfit.sides for fact in side}
    far = (
        _margin(found.margin, list(found.tally.facts)) for found in vote_margins(story) if found.margin.id not in told
    )
    yield from tell(story, _RULE, _say_margin, (*beside, *far))
    yield from tell(story, _RULE, _say_versions, (_retold(*found) for found in two_starts(story, _off)))
    yield from (_lead(story, found) for found in leads(story))


def _off(found: Change) -> bool:
    """Whether the change fits neither the difference nor, told in per cent, the part."""
    if found.change.quantity.kind is not QuantityKind.SHARE:
        points_of_shares = found.in_points and found.in_shares
        return apart(found.said, found.difference) and not (points_of_shares and not apart(found.said, found.part))
    if found.otherwise:
        return False
    return apart(found.said, found.part) and not (found.in_shares and not apart(found.said, found.difference))


def _misfit(found: Change) -> Misfit:
    base, result = found.base.quantity.low, found.result.quantity.low
    made = abs(result - base)
    if found.change.quantity.kind is QuantityKind.SHARE:
        shown: Param = Message("number.percent", {"n": number(made / base * 100, Decimal("0.1"))})
    else:
        shown = number(made, base if base < 1000 else Decimal(1))
    params = (
        ("change", found.change.mention.text),
        ("base", found.base.mention.text),
        ("result", found.result.mention.text),
        ("made", shown),
    )
    return Misfit(((found.change,), (found.base,), (found.result,)), params, found.result.subject.text)


def _lead(story: Story, found: Lead) -> Finding:
    sides = ValueGroup(" / ".join(mention.text for mention in found.times), found.times)
    values = [value_group(found.lead.mention.text, [found.lead]), sides]
    params: dict[str, Param] = {
        "sources": sources(story, [found.lead]),
        "margin": found.lead.mention.text,
        "sides": sides.label,
        "made": number(found.made, Decimal("0.01")),
    }
    texts = Message("NUM013.summary_times", params), Message("NUM013.explanation_times", params)
    return finding(*_RULE, texts, values, subject="lead")


def _retold(one: Start, other: Start) -> Misfit:
    params = (
        ("result", one.result.mention.text),
        ("a", one.told.mention.text),
        ("b", other.told.mention.text),
        ("start", number((one.base[0] + one.base[1]) / 2, other.told.quantity.low)),
    )
    return Misfit((tuple(facts_of_start(one)), tuple(facts_of_start(other))), params, one.result.subject.text)


def _say_versions(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM013.summary_versions", params), Message("NUM013.explanation_versions", params)


def _factor(found: Multiplied) -> Misfit:
    params = (
        ("change", found.words),
        ("base", found.base.mention.text),
        ("result", found.result.mention.text),
        ("made", number(found.made, Decimal("0.01"))),
    )
    sides = ((found.base,), (found.result,), *([(found.times,)] if found.times else []))
    return Misfit(sides, params, found.result.subject.text)


def _margins(story: Story) -> Iterator[Misfit]:
    for document in story.documents:
        for row in runs(story, document.id):
            for place, fact in enumerate(row[:-1]):
                sides = _sides(document, row, place)
                if sides and _is_margin(document, fact) and _wrong(fact, sides):
                    yield _margin(fact, sides)


def _is_margin(document: Document, fact: Fact) -> bool:
    q = fact.quantity
    before = document.text[max(fact.sentence.start, q.start - _BY_REACH) : q.start]
    sentence = document.text[fact.sentence.start : fact.sentence.end]
    return (
        q.kind is QuantityKind.COUNT
        and q.low == q.high
        and q.noun.lower().rpartition(" ")[2] in _MARGINS
        and _BY.search(before) is not None
        and _THRESHOLD.search(sentence) is None
    )


def _sides(document: Document, row: list[Fact], place: int) -> list[Fact]:
    """The two results right after a margin: one score, or two figures; empty where there are none."""
    margin, rest = row[place], row[place + 1 :]
    if not _APPOSED.fullmatch(between(document.text, margin, rest[0])):
        return []
    first = rest[0].quantity
    paired = first.kind is QuantityKind.SCORE or (first.kind is QuantityKind.COUNT and first.low != first.high)
    sides = rest[:1] if paired else rest[:2]
    if not paired and (len(sides) < 2 or between(document.text, *sides) not in {" to ", " against ", "-", "\u2013"}):
        return []
    if any(fact.quantity.kind not in {QuantityKind.SCORE, QuantityKind.COUNT} for fact in sides):
        return []
    after = rest[len(sides)] if len(rest) > len(sides) else None
    return [] if after is not None and after.quantity.kind is QuantityKind.SCORE else sides


def _wrong(margin: Fact, sides: list[Fact]) -> bool:
    made = _made(sides)
    leeway = sum(
        (_leeway(value, fact) for fact in sides for value in (fact.quantity.low, fact.quantity.high)), Decimal(0)
    )
    if len(sides) == 2:
        leeway /= 2
    low, high = room(margin)
    return apart((low, high), (made - leeway, made + leeway))


def _leeway(value: Decimal, fact: Fact) -> Decimal:
    """Half a step of a rounded result; a result below a thousand is counted."""
    return Decimal(0) if value < 1000 else fact.quantity.step * _HALVES


def _made(sides: list[Fact]) -> Decimal:
    values = [value for fact in sides for value in {fact.quantity.low, fact.quantity.high}]
    return max(values) - min(values)


def _margin(margin: Fact, sides: list[Fact]) -> Misfit:
    params = (
        ("margin", margin.mention.text),
        ("sides", " / ".join(fact.mention.text for fact in sides)),
        ("made", number(_made(sides), Decimal(1))),
    )
    return Misfit(((margin,), tuple(sides)), params, margin.subject.text)


def _say(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM013.summary", params), Message("NUM013.explanation", params)


def _say_factor(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM013.summary_factor", params), Message("NUM013.explanation_factor", params)


def _say_margin(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM013.summary_margin", params), Message("NUM013.explanation_margin", params)


RULE = Rule(
    code="NUM013",
    name="change-does-not-fit",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "Sales rose 12 percent to 131 million euros from 112 million euros, the company said.",
            "Sales rose 17 percent to 131 million euros from 112 million euros, the company said.",
        )
    ),
    near_miss=Example(
        (
            "Sales rose 17 percent to 131 million euros from 112 million euros, the company said.",
            "Sales rose about a sixth to 131 million euros from 112 million euros, the company said.",
        )
    ),
    doc=__doc__,
)
