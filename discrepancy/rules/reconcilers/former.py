"""Former: one version tells that its figure was the other's before, "5.8 per cent, down from 6.9 in the draft"."""

from __future__ import annotations

from discrepancy.lexicon.measures import verb_concept
from discrepancy.model import Fact, FactRole, Figure, Message, QuantityKind, Reconciliation, Story
from discrepancy.rules.once import once
from discrepancy.rules.publication import earlier
from discrepancy.rules.rule import sources

ORDER = 8
_BESIDE = 2
"""Characters between two sentences of one paragraph."""


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where the text of one figure gives the other right beside it as what was before."""
    if a.mention.document == b.mention.document:
        return None
    if FactRole.BASE in {a.role, b.role}:
        return _by_another(a, b, story)
    for before, after in ((a, b), (b, a)):
        if any(_level_of(base, story) == after.id for base in _bases(before, after, story)):
            source = sources(story, [after])
            words = {"before": before.mention.text, "after": after.mention.text, "source": source}
            return Reconciliation("later-update", Message("reconcile.former", words))
    return _by_another(a, b, story)


def _by_another(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where a third version tells that the later one's figure was the earlier one's before."""
    order = earlier(story, a.mention.document, b.mention.document)
    if order is None or not a.subject.concept or a.subject.concept != b.subject.concept:
        return None
    before, after = (a, b) if order else (b, a)
    for document in _compared(story).get(before.quantity.figure, ()):
        told = story.stating.get((document, after.quantity.figure), ())
        alike = [fact for fact in told if fact.subject.concept == after.subject.concept]
        if any(_level_of(base, story) == fact.id for fact in alike for base in _bases(before, fact, story)):
            words = {"before": before.mention.text, "after": after.mention.text, "source": sources(story, alike)}
            return Reconciliation("later-update", Message("reconcile.former", words))
    return None


@once
def _compared(story: Story) -> dict[Figure, dict[str, None]]:
    """The documents, in order, that give a figure as what something is compared with."""
    found: dict[Figure, dict[str, None]] = {}
    for (document, figure), facts in story.stating.items():
        if any(fact.role is FactRole.BASE for fact in facts):
            found.setdefault(figure, {})[document] = None
    return found


def _bases(before: Fact, after: Fact, story: Story) -> list[Fact]:
    """Where the text of ``after`` gives the figure of ``before`` as what something is compared with."""
    alike = story.stating.get((after.mention.document, before.quantity.figure), ())
    return [fact for fact in alike if fact.role is FactRole.BASE and _is_compared(fact, after)]


def _is_compared(base: Fact, level: Fact) -> bool:
    """Whether a figure behind "from" or "against" is what the other was, and no count of things that one leaves.

    "15, down from 23" and "15 pupils against 23 pupils", not "forced 1,600 people from three villages".
    """
    if base.quantity.kind is not QuantityKind.COUNT:
        return True
    bare = not base.quantity.noun or base.subject.concept == level.subject.concept
    moved = verb_concept(base.subject.verb) == verb_concept(level.subject.verb)
    return base.sentence == level.sentence and bare and moved


def _level_of(base: Fact, story: Story) -> str:
    """The id of the figure that is compared with ``base``: the last of its unit before it, else the next behind it."""
    q = base.quantity
    alike = [
        fact
        for fact in story.quantities[base.mention.document]
        if (fact.quantity.kind, fact.quantity.unit) == (q.kind, q.unit) and fact.mention.block is base.mention.block
    ]
    own = [fact for fact in alike if fact.sentence == base.sentence and fact.id != base.id]
    before = [fact for fact in own if fact.mention.start < base.mention.start]
    if before or own:
        return (before[-1] if before else own[0]).id
    earlier = [fact for fact in alike if 0 <= base.sentence.start - fact.sentence.end <= _BESIDE]
    return earlier[-1].id if earlier else ""
