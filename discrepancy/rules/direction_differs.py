"""One version has a measure rise by a figure, another has it fall by the same.

What fires:
    The same figure is given for a change of the same measure of the same owner, upwards in one version and downwards
    in another, and no date tells the two apart.

Why it matters:
    "Rose" for "fell" turns the news round with every figure right, which is why no check of figures finds it.

Known limits:
    Only figures written with a verb or adverb of change beside them are read so. A round figure of one digit is held
    against another only where owner and measure are both named in both. A version that gives both directions itself
    is left alone.

Source:
    Reuters Handbook of Journalism, "Accuracy", on headlines and ledes of company results.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from discrepancy.lexicon.oppositions import thing
from discrepancy.model import Fact, FactKind, FactRole, Finding, Level, Message, Story, TimeFrame
from discrepancy.rules.rule import Example, Rule, finding, forms, listed, value_group
from discrepancy.text.characters import fold, squeeze

_TELLING = 2
"""Digits from which on the same figure of one date is hardly met twice by chance; beyond, of any date."""
_CHANGES = frozenset({"up", "down"})


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each change that is given in both directions."""
    for facts in _same_figures(story):
        up = [f for f in facts if f.quantity.change == "up"]
        down = [f for f in facts if f.quantity.change == "down"]
        one = [f for f in up if any(_clash(f, g, facts) for g in down)]
        other = [f for f in down if any(_clash(f, g, facts) for g in one)]
        if one and other:
            yield _finding(story, one, other)


def _same_figures(story: Story) -> list[list[Fact]]:
    """Changes by figure, unit and what changes, where both directions are given."""
    found: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is FactKind.QUANTITY and fact.role is FactRole.CHANGE and fact.quantity.change in _CHANGES:
            q = fact.quantity
            if q.low == q.high and fact.time is not TimeFrame.SUPPOSED and fact.subject.head:
                found[str(q.low.normalize()), q.unit, q.kind.value, thing(fact.subject.head)].append(fact)
    return [facts for facts in found.values() if {f.quantity.change for f in facts} == _CHANGES]


def _clash(a: Fact, b: Fact, all_of_it: Sequence[Fact]) -> bool:
    """Whether two opposite changes are of one thing and one time, told by accounts that can be compared."""
    if a.mention.document == b.mention.document or _gives_both(a, all_of_it) or _gives_both(b, all_of_it):
        return False
    if (a.time is TimeFrame.PLANNED) != (b.time is TimeFrame.PLANNED) or not _one_voice(a, b) or _other_date(a, b):
        return False
    if a.subject.places and b.subject.places and not set(a.subject.places) & set(b.subject.places):
        return False
    left, right = _named(a), _named(b)
    if left and right:
        return bool(left & right)
    digits = str(a.quantity.low.normalize()).strip("0.-").replace(".", "")
    return len(digits) > _TELLING or (len(digits) == _TELLING and _one_date(a, b))


def _gives_both(fact: Fact, facts: Sequence[Fact]) -> bool:
    home, change = fact.mention.document, fact.quantity.change
    return any(f.mention.document == home and f.quantity.change != change for f in facts)


def _named(fact: Fact) -> set[str]:
    """Whose change it is, and what narrows it."""
    return {fold(word) for word in (fact.subject.owner, *fact.subject.modifiers, *fact.subject.places) if word}


def _one_voice(a: Fact, b: Fact) -> bool:
    one, other = a.attribution, b.attribution
    return one is None or other is None or one.speaker == other.speaker


def _one_date(a: Fact, b: Fact) -> bool:
    """Whether both give one date, in whatever words."""
    one, other = a.when, b.when
    if one is None or other is None or one.first is None:
        return False
    return (one.first, one.last) == (other.first, other.last)


def _other_date(a: Fact, b: Fact) -> bool:
    one, other = a.when, b.when
    if not (one and other and one.first and one.last and other.first and other.last):
        return False
    return one.last < other.first or other.last < one.first


def _finding(story: Story, up: Sequence[Fact], down: Sequence[Fact]) -> Finding:
    labelled = [(_label(facts), facts) for facts in (up, down)]
    named = max((f.subject.text for f in (*up, *down)), key=lambda text: (len(text), text))
    params = {
        "subject": named,
        "figure": squeeze(up[0].mention.text),
        "values": listed(story, labelled),
        "forms": forms(label for label, _ in labelled),
    }
    texts = Message("CLM002.summary", params), Message("CLM002.explanation", params)
    return finding(
        "CLM002", Level.ERROR, texts, [value_group(label, facts) for label, facts in labelled], subject=named
    )


def _label(facts: Sequence[Fact]) -> str:
    return f"{facts[0].quantity.change} {squeeze(facts[0].mention.text)}"


RULE = Rule(
    code="CLM002",
    name="direction-differs",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "Shares in Norvik fell 5.1% to 22.30 euros in early trading on Monday.",
            "Shares in Norvik rose 5.1 percent in early trading on Monday.",
        )
    ),
    near_miss=Example(
        (
            "Norvik's shares fell 5.1% on Monday, after they had risen on Friday.",
            "Norvik's shares rose 5.1% on Friday.",
        )
    ),
    doc=__doc__,
)
