"""Quantities that measure one thing, by what is measured and by the sentences they stand in, never by the figure."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from discrepancy.align.candidates import find_candidates
from discrepancy.align.copies import set_apart
from discrepancy.align.evidence import Evidence, dimension, of_other_times, vetoed, weigh
from discrepancy.align.grouping import Pair, Pairs, agglomerate, mean_score
from discrepancy.align.kindred import find_kindred
from discrepancy.align.persons import with_persons
from discrepancy.align.surroundings import surroundings
from discrepancy.align.told_together import told_together
from discrepancy.align.weights import BASE, THRESHOLD
from discrepancy.lexicon.measures import is_state
from discrepancy.model import BlockRole, Document, Fact, FactKind, Group, Person, QuantityKind, TimeFrame

_NEVER = frozenset({QuantityKind.RANK, QuantityKind.SCORE, QuantityKind.MULTIPLE})


@dataclass(frozen=True, slots=True)
class Alignment:
    """Quantities held together.

    Attributes:
        groups: those that measure one thing, each with the reasons that weighed most.
        kindred: those of different documents that may.
    """

    groups: tuple[Group, ...]
    kindred: tuple[Group, ...]


def align(documents: Sequence[Document], facts: Sequence[Fact], people: Sequence[Person]) -> Alignment:
    """The quantities of a story that measure one thing, and those that may; ``people`` are its settled persons."""
    read = [f for f in facts if f.kind is FactKind.QUANTITY and is_compared(f)]
    copies = set_apart(documents, with_persons(read, facts, people))
    figures = copies.first
    vetoes = Vetoes(documents, figures)
    evidence = weigh_pairs(documents, facts, figures, vetoes)
    scores = {pair: BASE + sum(weight for _, weight in found) for pair, found in evidence.items()}
    held = {pair: scores[pair] for pair in _held_together(figures, scores)}
    groups = agglomerate(len(figures), scores, vetoes, THRESHOLD, held)

    def made(sets: Sequence[list[int]]) -> tuple[Group, ...]:
        found = (_group([figures[i] for i in members], members, scores, evidence) for members in sets)
        return tuple(copies.complete(group) for group in found)

    kindred = find_kindred(figures, groups, scores)
    kindred += [each for each in told_together(documents, figures, groups) if each not in kindred]
    return Alignment(groups=made(groups), kindred=made(kindred))


def weigh_pairs(
    documents: Sequence[Document], facts: Sequence[Fact], figures: Sequence[Fact], vetoes: Pairs
) -> dict[Pair, Evidence]:
    """The evidence on each pair of ``figures`` that is a candidate and not vetoed, by their places."""
    pairs = [pair for pair in find_candidates(documents, figures) if pair not in vetoes]
    around = surroundings(documents, facts, figures, pairs)
    lonely = _lonely(figures)
    return {
        (i, j): weigh(figures[i], figures[j], seen, lonely=lonely[i] and lonely[j])
        for (i, j), seen in zip(pairs, around, strict=True)
    }


class Vetoes:
    """The pairs of ``figures`` that are two measures, whatever else is alike, each told when it is first asked for."""

    def __init__(self, documents: Sequence[Document], figures: Sequence[Fact]) -> None:
        self._days = {document.id: document.day for document in documents}
        self._figures = figures
        self._told: dict[Pair, bool] = {}

    def __contains__(self, pair: Pair, /) -> bool:
        """Whether ``pair``, two places in the figures, is vetoed."""
        told = self._told.get(pair)
        if told is None:
            told = self._told[pair] = self._tell(*pair)
        return told

    def _tell(self, i: int, j: int) -> bool:
        a, b = self._figures[i], self._figures[j]
        days = self._days[a.mention.document], self._days[b.mention.document]
        return vetoed(a, b) or of_other_times(a, b, days)


def _held_together(figures: Sequence[Fact], scores: Mapping[Pair, float]) -> Iterator[Pair]:
    """The pairs that may join two groups: one figure, or the likeliest partners of each other in their documents.

    A figure that the other document gives too has its partner there: what differs from it is held to be another
    measure, however alike it is told. What is planned has its own partner beside what is.
    """
    planned = [fact.time is TimeFrame.PLANNED for fact in figures]
    homes = [fact.mention.document for fact in figures]
    best: dict[tuple[int, str, bool], float] = defaultdict(lambda: -math.inf)
    for (i, j), score in scores.items():
        for one, other in ((i, j), (j, i)):
            key = one, homes[other], planned[other]
            best[key] = max(best[key], score)
    for (i, j), score in scores.items():
        least = max(best[i, homes[j], planned[j]], best[j, homes[i], planned[i]])
        if figures[i].quantity.figure == figures[j].quantity.figure or score >= least:
            yield i, j


def is_compared(fact: Fact) -> bool:
    """Whether a quantity is held against others: no rank, score or multiple, none supposed, none withdrawn."""
    withdrawn = fact.mention.block is BlockRole.CORRECTION
    return fact.quantity.kind not in _NEVER and fact.time is not TimeFrame.SUPPOSED and not withdrawn


def _lonely(figures: Sequence[Fact]) -> list[bool]:
    """For each figure whether its document has no other of its concept and dimension."""
    keys = [(f.mention.document, dimension(f), f.subject.concept) for f in figures]
    count = Counter(keys)
    return [count[key] == 1 for key in keys]


def _group(
    facts: Sequence[Fact],
    members: list[int],
    scores: Mapping[Pair, float],
    evidence: Mapping[Pair, Evidence],
) -> Group:
    weights: Counter[str] = Counter()
    for n, i in enumerate(members):
        for j in members[n + 1 :]:
            for name, weight in evidence.get((i, j), ()):
                weights[name] += weight  # type: ignore[assignment]  # Counter's stubs know whole numbers only
    reasons = [name for name, weight in weights.most_common(3) if weight > 0]
    named = max(facts, key=lambda f: (len(f.subject.text), -f.mention.start, f.id))
    return Group(
        id=f"quantity:{facts[0].id}",
        kind=FactKind.QUANTITY,
        subject=named.subject.text or ("figure" if is_state(named.subject.verb) else named.subject.verb),
        facts=tuple(fact.id for fact in facts),
        reason=", ".join(reasons),
        confidence=round(1 / (1 + math.exp(-mean_score(members, scores))), 3),
    )
