"""A figure for one and the same thing differs between versions, or within one.

What fires:
    Two figures that measure the same thing (same counted noun, owner, place and role, in sentences alike) whose
    values can not both be right. Where every pair is explained by a hedge, rounding, another time, a change that
    the story names, or another source's account, it is a note that says so.

Why it matters:
    Errors in numbers almost always merit a correction. One large paper printed "million" for "billion" 23 times in
    three years.

Known limits:
    Figures in different currencies or units of different kinds are not held against each other. A figure that
    stands alone in the story has nothing to be held against.

Source:
    Reuters Handbook of Journalism, "Corrections, Refiles, Kills, Repeats and Embargoes"; AP Stylebook, "numerals".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, product
from typing import Final

from discrepancy.model import (
    Fact,
    FactKind,
    Finding,
    Group,
    Level,
    Message,
    Param,
    Quantity,
    QuantityKind,
    Reconciliation,
    Story,
    ValueGroup,
)
from discrepancy.rules.clashes import Variant, clash, quoted_alike, told_apart
from discrepancy.rules.publication import earlier
from discrepancy.rules.reconcilers import reconcile
from discrepancy.rules.reconcilers.hedge import shown
from discrepancy.rules.replaced import stale_ids
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, listed, told_of, value_group
from discrepancy.rules.succession import changed_in_chain
from discrepancy.units.slips import TELLING_DIGITS, of_other_scale, of_same_digits, one_digit_off

Explained = tuple[int, int, Reconciliation]
"""Two variants by their places, and why both can be right."""


def judge(story: Story) -> Iterator[Finding]:
    """The conflicts and the explained differences of every group of quantities."""
    stale = stale_ids(story)
    for group in story.groups:
        if group.kind is FactKind.QUANTITY:
            yield from _judge_group(story, group, stale)


def _judge_group(story: Story, group: Group, stale: AbstractSet[str]) -> Iterator[Finding]:
    variants = variants_of([fact for fact in facts_of(story, group) if fact.id not in stale])
    pairs = list(explained_pairs(variants, story))
    clashes = _clashes(story, group, variants, pairs)
    clashing = _clashing(story, variants, clashes)
    if clashing and not changed_in_chain(story, clashing):
        yield _conflict(story, group, clashing)
    explained: dict[str, list[Explained]] = {}
    for pair in pairs:
        explained.setdefault(pair[2].kind, []).append(pair)
    for kind in _telling(explained):
        for told in in_notes(explained[kind], unexplained(variants, pairs, story)):
            yield _note(story, group, variants, told)


def conflict_of(story: Story, group: Group, stale: AbstractSet[str]) -> list[Variant]:
    """The values of a group that can not all be right, without the mentions that ``stale`` names."""
    variants = variants_of([fact for fact in facts_of(story, group) if fact.id not in stale])
    return _clashing(story, variants, _clashes(story, group, variants, list(explained_pairs(variants, story))))


def _clashes(
    story: Story, group: Group, variants: Sequence[Variant], explained: Sequence[Explained]
) -> set[tuple[int, int]]:
    spans = any(variant[0].quantity.kind in _SPANS for variant in variants)
    sure = group.confidence >= (_SURE_OF_SPANS if spans else _SURE)
    return {(i, j) for i, j in unexplained(variants, explained, story) if sure or _plain(variants[i], variants[j])}


def unexplained(variants: Sequence[Variant], explained: Sequence[Explained], story: Story) -> set[tuple[int, int]]:
    """The pairs that differ and that nothing accounts for, however surely they are of one thing."""
    told = {pair[:2] for pair in explained}
    pairs = [(i, j) for i, j in _comparable(variants) if (i, j) not in told]
    return {(i, j) for i, j in pairs if clash(variants[i], variants[j], story)}


_SURE: Final = 0.65
"""How surely a group must be of one thing for a difference to be flagged: two in three. Set on the building half."""
_SURE_OF_SPANS: Final = 0.85
"""How surely where spans of time or ages differ: a text has many of them, of this and that."""
_SPANS: Final = frozenset({QuantityKind.DURATION, QuantityKind.AGE})


def _plain(left: Variant, right: Variant) -> bool:
    """Whether a doubtful group is flagged all the same: a slip of the pen, or two figures of one text."""
    homes = {fact.mention.document for fact in (*left, *right)}
    return len(homes) == 1 or _of_a_slip(left[0].quantity, right[0].quantity)


def _of_a_slip(one: Quantity, other: Quantity) -> bool:
    """Whether a slip of the pen says that two figures are of one thing: the same digits, or all but one of many."""
    return of_same_digits(one, other) or one_digit_off(one, other) > TELLING_DIGITS


def _clashing(story: Story, variants: Sequence[Variant], clashes: AbstractSet[tuple[int, int]]) -> list[Variant]:
    """The values that stand against another; none where they are those of one quotation."""
    found = [variants[i] for i in sorted({i for pair in clashes for i in pair})]
    return [] if found and quoted_alike(story, found) else found


def in_notes(pairs: Sequence[Explained], apart: AbstractSet[tuple[int, int]]) -> list[list[Explained]]:
    """The pairs, in as few notes as can be: no two values of one note, which says that all can be right, are ``apart``.

    Each pair goes with the first that it fits with, so that the order of the texts decides.
    """
    notes: list[list[Explained]] = []
    for pair in pairs:
        for note in notes:
            told = {i for each in (*note, pair) for i in each[:2]}
            if not any(i in told and j in told for i, j in apart):
                note.append(pair)
                break
        else:
            notes.append([pair])
    return notes


def _telling(explained: dict[str, list[Explained]]) -> list[str]:
    """The kinds of explanation worth a note: another time adds nothing where arithmetic already tells of a value."""
    told = {i for pair in explained.get("arithmetic", ()) for i in pair[:2]}
    times = [pair for pair in explained.get("time-frame", ()) if not told & set(pair[:2])]
    return [kind for kind in sorted(explained) if kind != "time-frame" or times]


def variants_of(facts: Sequence[Fact]) -> list[Variant]:
    """Facts of one value, hedge and time together, in the order in which values first appear."""
    found: dict[object, Variant] = {}
    for fact in facts:
        q = fact.quantity
        found.setdefault((q.low, q.high, q.unit, q.hedge), []).append(fact)
    return list(found.values())


def _comparable(variants: Sequence[Variant]) -> Iterator[tuple[int, int]]:
    """The pairs, by their places, that are of one unit."""
    for i, j in combinations(range(len(variants)), 2):
        if variants[i][0].quantity.unit == variants[j][0].quantity.unit:
            yield i, j


def explained_pairs(variants: Sequence[Variant], story: Story) -> Iterator[Explained]:
    """The pairs of values of one unit that can both be right, each with the reason."""
    for i, j in _comparable(variants):
        reason = _explain(variants[i], variants[j], story)
        if reason is not None:
            yield i, j, reason


def _explain(left: Variant, right: Variant, story: Story) -> Reconciliation | None:
    """Why all of two variants can be right; None where one pair of their facts is not explained.

    Where the count has grown from the first version that gives the one figure to the first that gives the other, a
    version of the same day as that may have either.
    """
    found, settled = None, True
    for a, b in product(told_apart(left), told_apart(right)):
        reason = reconcile(a, b, story)
        if reason is not None:
            found = found or reason
        elif _stand_against(a, b, story):
            settled = False
            if not _of_unknown_order(a, b, story):
                return None
        if found and not settled and found.kind != "later-update":
            return None
    return None if found and _is_slip(found, left[0].quantity, right[0].quantity) else found


def _stand_against(a: Fact, b: Fact, story: Story) -> bool:
    """Whether two figures have to be explained: those of one text need not, where it tells of both as two things."""
    return a.mention.document != b.mention.document or clash([a], [b], story)


def _is_slip(reason: Reconciliation, one: Quantity, other: Quantity) -> bool:
    """Whether a slip accounts better than ``reason`` for two figures: one thousandfold, or digits changed places."""
    if reason.kind == "time-frame":
        return of_other_scale(one, other) or of_same_digits(one, other)
    return reason.kind == "attribution" and of_other_scale(one, other)


def _of_unknown_order(a: Fact, b: Fact, story: Story) -> bool:
    one, other = a.mention.document, b.mention.document
    return one != other and earlier(story, one, other) is None


def _label(variant: Variant) -> str:
    return shown(variant[0].quantity)


def _params(story: Story, group: Group, variants: Sequence[Variant]) -> dict[str, Param]:
    labelled = [(_label(variant), variant) for variant in variants]
    told = [(f"{label}{_account(story, variant)}", variant) for label, variant in labelled]
    shown = forms(label for label, _ in labelled)
    return {"subject": told_of(group.subject), "values": listed(story, told), "forms": shown}


def _account(story: Story, variant: Variant) -> str:
    """By whose account a value is told: ", Ruth Abara"; empty where it is not one speaker's alone."""
    speakers = {fact.attribution.speaker if fact.attribution else "" for fact in variant}
    names = {person.id: person.name for person in story.people}
    speaker = speakers.pop()
    return f", {names.get(speaker, speaker)}" if speaker and not speakers else ""


def values_of(variants: Sequence[Variant]) -> list[ValueGroup]:
    """The variants as a finding shows them."""
    return [value_group(_label(variant), variant) for variant in variants]


def _conflict(story: Story, group: Group, variants: Sequence[Variant]) -> Finding:
    params = _params(story, group, variants)
    texts = Message("NUM001.summary", params), Message("NUM001.explanation", params)
    return finding("NUM001", _level(variants), texts, values_of(variants), subject=group.subject, group=group)


def _level(variants: Sequence[Variant]) -> Level:
    """An error; a warning where all that gives one of the values is a speaker's own quoted words."""
    quoted = [all(f.attribution is not None and f.attribution.quoted for f in variant) for variant in variants]
    return Level.WARNING if any(quoted) and not all(quoted) else Level.ERROR


def _note(story: Story, group: Group, variants: Sequence[Variant], pairs: Sequence[Explained]) -> Finding:
    told, params = told_by(story, group, variants, pairs)
    reason = pairs[0][2]
    texts = Message("NUM001.note", params), reason.text
    return finding(
        "NUM001", Level.NOTE, texts, values_of(told), subject=group.subject, group=group, reconciliation=reason
    )


def told_by(
    story: Story, group: Group, variants: Sequence[Variant], pairs: Sequence[Explained]
) -> tuple[list[Variant], dict[str, Param]]:
    """The variants that ``pairs`` speak of, and what a message says of them."""
    told = [variants[i] for i in sorted({i for pair in pairs for i in pair[:2]})]
    return told, _params(story, group, told)


RULE = Rule(
    code="NUM001",
    name="value-differs",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "Police arrested 17 demonstrators after the march on Monday.",
            "Police arrested 27 demonstrators after the march on Monday.",
        )
    ),
    near_miss=Example(
        (
            "Police arrested 17 demonstrators after the march on Monday.",
            "Police arrested more than a dozen demonstrators after the march on Monday.",
        )
    ),
    doc=__doc__,
)
