"""Sums: what there is and what is added, or the parts that are told apart, make the other version's figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from discrepancy.lexicon.measures import is_people, verb_concept
from discrepancy.model import Fact, FactRole, Message, QuantityKind, Reconciliation, Story, TimeFrame
from discrepancy.rules.accounted.told import Told, before, behind, is_near, is_one, of_like_thing, told_once, variant
from discrepancy.rules.once import once_each
from discrepancy.rules.reconcilers import told_step

_KINDS = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE})
_LARGE = 100
"""From which on three figures that add up are no chance where nothing parts their nouns."""
_FEW = 5
"""The least sum of counts."""
_MOST = 250
"""Figures of a story that are tried."""
_MORE = re.compile(
    r"\b(?:another|an? (?:further|extra|additional)|further|additional|extra|other)(?: \w+)? $", re.IGNORECASE
)
_BEHIND = re.compile(
    r" (?:[a-z]+ )?(?:more|others?|extra|additional|new|further|are planned|is planned|to be added|to follow)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:total(?:s|led|ling)?(?: of| to)?|in all|altogether|overall|all|combined|together|taking|takes?|took"
    r"|bring(?:s|ing)?|brought|rais(?:es|ed|ing)|reach(?:es|ed)?|make|makes|making)\b[^.;\d]{0,45}$|\bto $",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"[^.;,]{0,30}\b(?:in all|altogether|in total|overall|combined|all told|once)\b", re.IGNORECASE)


def find(story: Story) -> Iterator[Told]:
    """The sums that some versions give in parts and others as a whole."""
    figures = [fact for fact in told_once(story) if _is_tried(fact)]
    places: dict[tuple[QuantityKind, str, Decimal], list[Fact]] = {}
    for fact in figures:
        places.setdefault((fact.quantity.kind, fact.quantity.unit, fact.quantity.low), []).append(fact)
    yield from _named_gaps(figures, story)
    seen: set[object] = set()
    tried = list(places)[:_MOST]
    for i, (kind, unit, one) in enumerate(tried):
        for other in (value for k, u, value in tried[i + 1 :] if (k, u) == (kind, unit)):
            wholes = places.get((kind, unit, one + other), [])
            if wholes and one != other:
                told = _sum(places[kind, unit, one], places[kind, unit, other], wholes, story)
                key = (kind, unit, one + other)
                if told is not None and key not in seen:
                    seen.add(key)
                    yield told


def _named_gaps(figures: list[Fact], story: Story) -> Iterator[Told]:
    """Two counts of one noun in two versions, where the text beside the smaller one names the rest as more of it."""
    seen: set[object] = set()
    for part in figures:
        text = story.document[part.mention.document].text
        for added in _ADDED.finditer(text, part.mention.end, part.sentence.end + _REACH):
            step = Decimal((added.group(1) or added.group(2)).replace(",", ""))
            for whole in figures:
                wanted = whole.quantity.low == part.quantity.low + step and whole.quantity.kind is QuantityKind.COUNT
                key = part.quantity.figure, whole.quantity.figure
                one = wanted and part.subject.concept == whole.subject.concept != "" and key not in seen
                if one and part.mention.document != whole.mention.document and step >= 1:
                    seen.add(key)
                    words = {"part": part.mention.text, "step": added.group().strip(), "whole": whole.mention.text}
                    values = (variant(story, part), variant(story, whole))
                    yield Told(values, Reconciliation("arithmetic", Message("reconcile.sum", words)))


_ADDED = re.compile(
    r"\b(?:another|an? (?:further|additional|extra)) (\d[\d,]*)\b(?![.,]\d)"
    r"|(?<![\d.,])(\d[\d,]*) more\b(?! than)",
    re.IGNORECASE,
)
_REACH = 90


def _is_tried(fact: Fact) -> bool:
    return is_one(fact) and fact.quantity.kind in _KINDS and fact.role is not FactRole.BASE


def _sum(ones: list[Fact], others: list[Fact], wholes: list[Fact], story: Story) -> Told | None:
    for parts in (ones, others), (others, ones):
        for part in parts[0]:
            for step in parts[1]:
                whole = next((each for each in wholes if _adds_up(part, step, each, story)), None)
                if whole is not None and not _all_in_one(part, step, whole, story):
                    return _told(part, step, whole, story)
    return None


def _adds_up(part: Fact, step: Fact, whole: Fact, story: Story) -> bool:
    """Whether a text says that the one comes on top of the other, or that the whole is one."""
    added = _is_added(step, story)
    led = _is_total(whole, story)
    near = _beside(step, part) or _beside(step, whole) or _beside(part, whole)
    if _is_added(part, story) or not near:
        return False
    if _is_left(part, step, story) and (part.quantity.low >= _LARGE or of_like_thing(part, whole)):
        return True
    if min(part.quantity.low, step.quantity.low) >= _SURELY_LARGE and _telling(part, step, whole):
        return of_like_thing(part, whole) or of_like_thing(part, step)
    if not (added or led):
        return False
    if part.quantity.low >= _LARGE and step.quantity.low >= _LARGE and _significant(part, step, whole):
        return led or of_like_thing(part, whole)
    return whole.quantity.low >= _FEW and _few_add_up(part, step, whole, story)


def _few_add_up(part: Fact, step: Fact, whole: Fact, story: Story) -> bool:
    """The same of small figures, which make a third by chance: their nouns, or words that lead to the sum, say so."""
    added, led = _is_added(step, story), _is_total(whole, story)
    if led and whole.mention.document == step.mention.document and whole.sentence == step.sentence:
        return _one_more(part, step, whole, story)
    if not of_like_thing(part, whole):
        return False
    named = bool(part.subject.concept and part.subject.concept == whole.subject.concept)
    people = is_people(whole.subject.head) or not whole.subject.concept
    return (named and added) or (led and _beside(step, whole) and (named or people) and _of_whom(step, part))


def _one_more(part: Fact, step: Fact, whole: Fact, story: Story) -> bool:
    """Whether a step, told as one more of those that the part counts, is said to lead to the whole."""
    if not _is_added(step, story) and not _of_whom(step, part):
        return False
    bare = not whole.quantity.noun or of_like_thing(part, whole)
    return (
        bare
        and part.mention.document != whole.mention.document
        and (of_like_thing(part, step) or step.subject.head == "other")
    )


def _of_whom(step: Fact, part: Fact) -> bool:
    return of_like_thing(step, part) or is_people(part.subject.head) or is_people(step.subject.head)


def _is_left(part: Fact, step: Fact, story: Story) -> bool:
    """Whether the one is told as what is left once the other has gone: "restored to 50,000, leaving 70,000"."""
    one = part.mention.document == step.mention.document and part.sentence == step.sentence
    return one and step.mention.end <= part.mention.start and bool(_LEFT.search(before(story, part, 40)))


_LEFT = re.compile(r"\b(?:leaving|leaves|left|with)(?: [a-z]+){0,3} $", re.IGNORECASE)
_SURELY_LARGE = 1000
_TELLING_DIGITS = 6


def _telling(*facts: Fact) -> bool:
    return _digits(*facts) >= _TELLING_DIGITS


def _significant(*facts: Fact) -> bool:
    """Whether enough digits are given for a sum not to be met by chance."""
    return _digits(*facts) > len(facts) + 1


def _digits(*facts: Fact) -> int:
    """How many digits the figures have, without noughts at either end."""
    return sum(len(format(fact.quantity.low.normalize(), "f").replace(".", "").strip("0")) for fact in facts)


def _beside(a: Fact, b: Fact) -> bool:
    return a.mention.document == b.mention.document and (is_near(a, b) or is_near(b, a))


@once_each
def _is_added(fact: Fact, story: Story) -> bool:
    """Whether a figure is told as coming on top, or as what has gone."""
    if fact.quantity.increment or fact.role is FactRole.CHANGE:
        return True
    if _MORE.search(before(story, fact, 30)) or _BEHIND.match(behind(story, fact)):
        return True
    return fact.time is TimeFrame.PLANNED and verb_concept(fact.subject.verb) in _ADDS


_ADDS = frozenset({"add", "hire", "create", "build", "expand", "rise", "grow", "recruit"})


@once_each
def _is_total(fact: Fact, story: Story) -> bool:
    return bool(_TOTAL.search(before(story, fact)) or _IN_ALL.match(behind(story, fact)))


def _all_in_one(part: Fact, step: Fact, whole: Fact, story: Story) -> bool:
    """Whether every version that gives one of the three gives all."""
    homes = [{fact.mention.document for fact in variant(story, each)} for each in (part, step, whole)]
    return homes[0] == homes[1] == homes[2]


def _told(part: Fact, step: Fact, whole: Fact, story: Story) -> Told:
    words = {"part": part.mention.text, "step": step.mention.text, "whole": whole.mention.text}
    values = (variant(story, part), variant(story, step), variant(story, whole))
    reason = told_step.reconcile(part, whole, story)
    return Told(values, reason or Reconciliation("arithmetic", Message("reconcile.sum", words)))
