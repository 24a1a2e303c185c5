"""Quantities that measure one thing, by what is measured and by the sentences they stand in, never by the figure."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from discrepancy.align.copies import set_apart
from discrepancy.align.evidence import Alike, dimension, vetoed, weigh
from discrepancy.align.grouping import Pair, agglomerate, mean_score
from discrepancy.align.weights import FULL, THRESHOLD
from discrepancy.lexicon.measures import is_state
from discrepancy.model import BlockRole, Document, Fact, FactKind, Group, QuantityKind, TimeFrame
from discrepancy.text.likeness import Likeness

_NEVER = frozenset({QuantityKind.RANK, QuantityKind.SCORE, QuantityKind.MULTIPLE})
_WINDOW = 60


def align(documents: Sequence[Document], facts: Sequence[Fact]) -> list[Group]:
    """Groups of quantities that measure one thing, each with the reasons that weighed most."""
    copies = set_apart(documents, [f for f in facts if f.kind is FactKind.QUANTITY and _is_compared(f)])
    figures = copies.first
    pairs, vetoes = _pairs(figures, {document.id: document.dated for document in documents})
    alike = _likenesses(documents, figures, pairs)
    lonely = _lonely(figures)
    evidence = {
        pair: weigh(figures[pair[0]], figures[pair[1]], alike[pair], lonely=lonely[pair[0]] and lonely[pair[1]])
        for pair in pairs
    }
    scores = {pair: sum(weight for _, weight in found) for pair, found in evidence.items()}
    groups = agglomerate(len(figures), scores, vetoes, THRESHOLD)
    made = [_group([figures[i] for i in members], members, scores, evidence) for members in groups]
    return [copies.complete(group) for group in made]


def _is_compared(fact: Fact) -> bool:
    withdrawn = fact.mention.block is BlockRole.CORRECTION
    return fact.quantity.kind not in _NEVER and fact.time is not TimeFrame.SUPPOSED and not withdrawn


def _of_other_times(a: Fact, b: Fact, published: Mapping[str, dt.date | None]) -> bool:
    """Whether one figure is dated long before the other, which is of the days around its publication if undated."""
    one, other = (_span(fact, published.get(fact.mention.document)) for fact in (a, b))
    if one is None or other is None or not (a.when or b.when):
        return False
    return one[1] < other[0] - _LONG or other[1] < one[0] - _LONG


def _span(fact: Fact, published: dt.date | None) -> tuple[dt.date, dt.date] | None:
    if fact.when is not None:
        return (fact.when.first, fact.when.last) if fact.when.first and fact.when.last else None
    if published is None or fact.time is TimeFrame.PLANNED:
        return None
    day = published.date() if isinstance(published, dt.datetime) else published
    return day, day


_LONG = dt.timedelta(days=60)
"""How far apart two times must be for figures of them to be two measures, whatever else is alike."""


def _pairs(figures: Sequence[Fact], published: Mapping[str, dt.date | None]) -> tuple[list[Pair], frozenset[Pair]]:
    """The pairs that can measure one thing, and those of like dimension that can not."""
    by_dimension: dict[str, list[int]] = defaultdict(list)
    for i, fact in enumerate(figures):
        by_dimension[dimension(fact)].append(i)
    pairs: list[Pair] = []
    vetoes: set[Pair] = set()
    for members in by_dimension.values():
        for i, j in combinations(members, 2):
            if vetoed(figures[i], figures[j]) or _of_other_times(figures[i], figures[j], published):
                vetoes.add((i, j))
            else:
                pairs.append((i, j))
    return pairs, frozenset(vetoes)


def _likenesses(documents: Sequence[Document], figures: Sequence[Fact], pairs: Sequence[Pair]) -> dict[Pair, Alike]:
    texts = {document.id: document.text for document in documents}
    sentences = [texts[f.mention.document][f.sentence.start : f.sentence.end] for f in figures]
    windows = [_window(texts[f.mention.document], f) for f in figures]
    left, right = [i for i, _ in pairs], [j for _, j in pairs]
    by_sentence = Likeness(sentences).of_pairs(left, right)
    by_window = Likeness(windows).of_pairs(left, right)
    return {pair: Alike(s, w) for pair, s, w in zip(pairs, by_sentence, by_window, strict=True)}


def _window(text: str, fact: Fact) -> str:
    """The words right around a figure, within its sentence and without the figure itself."""
    low = max(fact.sentence.start, fact.mention.start - _WINDOW)
    high = min(fact.sentence.end, fact.mention.end + _WINDOW)
    return f"{text[low : fact.mention.start]} {text[fact.mention.end : high]}"


def _lonely(figures: Sequence[Fact]) -> list[bool]:
    """For each figure whether its document has no other of its concept and dimension."""
    keys = [(f.mention.document, dimension(f), f.subject.concept) for f in figures]
    count = Counter(keys)
    return [count[key] == 1 for key in keys]


def _group(
    facts: Sequence[Fact],
    members: list[int],
    scores: dict[Pair, float],
    evidence: dict[Pair, list[tuple[str, float]]],
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
        confidence=round(max(0.0, min(1.0, mean_score(members, scores) / FULL)), 3),
    )
