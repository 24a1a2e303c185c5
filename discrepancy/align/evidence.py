"""What speaks for and against two quantities measuring one thing. Never how close their figures are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.align.evidence_of_figures import MANY_DIGITS, same_digits
from discrepancy.align.evidence_of_subjects import is_small, of_subjects
from discrepancy.align.surroundings import Around
from discrepancy.align.vetoes import told_like
from discrepancy.align.vetoes_of_times import spans_of
from discrepancy.align.weights import WEIGHTS
from discrepancy.lexicon.measures import is_people
from discrepancy.model import Fact, TimeFrame
from discrepancy.units.slips import one_digit_off

Evidence = list[tuple[str, float]]
"""Names of what was found on a pair, each with what it weighs there."""


class Known:
    """What the words for two figures say, kept: many figures of a story are told in the very same words."""

    def __init__(self) -> None:
        """Start with nothing known."""
        self._kinds: dict[object, int] = {}
        self._kind: dict[str, int] = {}
        self._found: dict[tuple[int, int], Evidence] = {}

    def of_words(self, a: Fact, b: Fact) -> Evidence:
        """What is found on the things that two figures count and on their times."""
        pair = self._of(a), self._of(b)
        found = self._found.get(pair)
        if found is None:
            found = [(name, WEIGHTS[name]) for name in (*of_subjects(a, b), *_of_times(a, b))]
            self._found[pair] = found
        return found

    def _of(self, fact: Fact) -> int:
        kind = self._kind.get(fact.id)
        if kind is None:
            told = told_like(fact), is_small(fact)
            kind = self._kind[fact.id] = self._kinds.setdefault(told, len(self._kinds))
        return kind


def weigh(a: Fact, b: Fact, around: Around, alone: Sequence[str], known: Known) -> Evidence:
    """The evidence found on a pair of one dimension, each with its weight.

    Args:
        a: one quantity.
        b: the other.
        around: what stands around them.
        alone: names of what holds of both as to how alone they stand in their documents.
        known: what was found on the words of the story's pairs so far.
    """
    found = list(known.of_words(a, b))
    alike = bool(a.subject.concept) and a.subject.concept == b.subject.concept
    found += [(name, WEIGHTS[name]) for name in _of_surroundings(around, alike=alike)]
    shares = zip(
        ("sentence", "window", "words", "far in the text"),
        (around.sentence, around.window, around.words, around.far),
        strict=True,
    )
    found += [(name, WEIGHTS[name] * share) for name, share in shares]
    thing = alike and not is_people(a.subject.head)
    found += [(name, WEIGHTS[name]) for name in alone if thing or name != "only one in both"]
    if alike and a.mention.document == b.mention.document:
        found.append(("twice in one text", WEIGHTS["twice in one text"]))
    if a.quantity.figure == b.quantity.figure:
        found.append(("same figure", WEIGHTS["same figure"]))
    elif same_digits(a, b):
        found.append(("same digits", WEIGHTS["same digits"]))
    elif off := one_digit_off(a.quantity, b.quantity):
        name = "one digit off" if off >= MANY_DIGITS else "one of two digits off"
        found += [(name, WEIGHTS[name])] if off > 1 else []
    return found


def _of_times(a: Fact, b: Fact) -> Iterator[str]:
    if len(spans_of(a, b)) == 1 and (a.time is TimeFrame.PLANNED) == (b.time is TimeFrame.PLANNED):
        yield "one of a span"
    if _meet(a, b):
        yield "same event date"


def _meet(a: Fact, b: Fact) -> bool:
    """Whether both are dated, and the dates meet."""
    if not (a.when and b.when and a.when.first and b.when.first and a.when.last and b.when.last):
        return False
    return a.when.first <= b.when.last and b.when.first <= a.when.last


def _of_surroundings(around: Around, *, alike: bool) -> Iterator[str]:
    if around.person:
        yield "same person in the sentence"
    if around.figure:
        yield "same figure in the sentence"
    if around.since:
        yield "one since then"
    if around.opening and alike:
        yield "both in the opening"
