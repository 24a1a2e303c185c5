"""Learns the weights of ``discrepancy/align/weights.py``: ``python -m benchmarks.fit_alignment``.

From the building half of ``tests/clusters`` alone. Examples of one measure: figures of two documents that are the
same and telling (at least 13, or with a fraction), and those that the gold says are one measure given differently
(they count twice). Examples of two: all other figures of one dimension in two documents that differ. A logistic
regression with a little shrinkage; weights that the table calls set by hand are held.

Prints the table, and what it does: for each cluster scored with weights learned from the others, how many pairs that
no partner elsewhere speaks against are found at each threshold, and how many of them the gold knows. The last line is
one JSON object.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from scipy.optimize import minimize

import discrepancy
from benchmarks.score import halves
from discrepancy.align import quantities, weights
from discrepancy.align.grouping import Pair
from discrepancy.model import Fact, FactKind

TELLING: Final = 13
SHRINK: Final = 2.0
GOLD_COUNTS: Final = 2.0
THRESHOLDS: Final = (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0)
_SAME: Final = str.maketrans("\u00a0\u202f\u2009‘’“”\n", "   ''\"\" ")


@dataclass(frozen=True, slots=True)
class Case:
    """A pair of figures: its evidence without weights, whether it is one measure (None: not known), and its weight."""

    cluster: str
    kind: str
    pair: Pair
    documents: tuple[str, str]
    shares: Mapping[str, float]
    one: bool | None
    counts: float
    open: bool
    gold: str


def cases(folder: Path) -> list[Case]:
    """Every pair of one cluster."""
    report = discrepancy.check(folder)
    documents = list(report.documents)
    figures = [f for f in report.facts if f.kind is FactKind.QUANTITY and quantities.is_compared(f)]
    standing = [{figure.mention.document: figure} for figure in figures]
    vetoes = quantities.Vetoes(documents, standing)
    evidence = quantities.weigh_pairs(documents, report.facts, standing, vetoes)
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    entries = list(_entries(gold, {document.id: document.text for document in documents}))
    given = {(f.mention.document, f.quantity.figure) for f in figures}
    found: list[Case] = []
    for pair, seen in evidence.items():
        a, b = figures[pair[0]], figures[pair[1]]
        home, there = a.mention.document, b.mention.document
        if home == there:
            continue
        known = next((name for name, sides in entries if _on_two_sides(a, b, sides)), "")
        one = bool(known) if a.quantity.figure != b.quantity.figure else True if _is_telling(a) else None
        lonely = (there, a.quantity.figure) not in given and (home, b.quantity.figure) not in given
        shares = {name: weight / weights.WEIGHTS[name] for name, weight in seen if name != "same figure"}
        found.append(
            Case(
                folder.name,
                a.quantity.kind.value,
                pair,
                (home, there),
                shares,
                one,
                GOLD_COUNTS if known else 1.0,
                lonely,
                known,
            )
        )
    return found


def _is_telling(fact: Fact) -> bool:
    low = fact.quantity.low
    return abs(low) >= TELLING or low != int(low)


def _entries(gold: Mapping[str, Any], texts: Mapping[str, str]) -> list[tuple[str, list[list[tuple[str, int, int]]]]]:
    """The gold's entries: each with, for each value, where it stands."""
    ids = {short: next(i for i in texts if i.startswith(start)) for short, start in gold["documents"].items()}
    return [
        (entry["id"], [[_span(m, ids, texts) for m in value] for value in entry["values"]])
        for kind in ("must_flag", "reconcile", "may_flag")
        for entry in gold[kind]
    ]


def _span(mention: Mapping[str, str], ids: Mapping[str, str], texts: Mapping[str, str]) -> tuple[str, int, int]:
    where = ids[mention["doc"]]
    context, words = mention["in"].translate(_SAME), mention["text"].translate(_SAME)
    start = texts[where].translate(_SAME).index(context) + context.index(words)
    return where, start, start + len(words)


def _on_two_sides(a: Fact, b: Fact, sides: Sequence[Sequence[tuple[str, int, int]]]) -> bool:
    at = [[n for n, spans in enumerate(sides) if any(_meets(fact, span) for span in spans)] for fact in (a, b)]
    return bool(at[0] and at[1] and at[0] != at[1])


def _meets(fact: Fact, span: tuple[str, int, int]) -> bool:
    where, start, end = span
    return fact.mention.document == where and fact.mention.start < end and start < fact.mention.end


Table = Mapping[str, float]


def learn(examples: Sequence[Case]) -> tuple[Table, Table]:
    """The bases by kind and the weights; those set by hand stay."""
    held = {name: weights.WEIGHTS[name] for name in weights.BY_HAND}
    names, kinds = [name for name in weights.WEIGHTS if name not in held], list(weights.BASES)
    bases = np.array([[float(case.kind == kind) for kind in kinds] for case in examples])
    shares = np.array([[case.shares.get(name, 0.0) for name in names] for case in examples])
    rows = np.hstack([bases, shares])
    shrunk = np.array([0.0] * len(kinds) + [SHRINK] * len(names))
    offset = np.array([sum(held.get(name, 0.0) * share for name, share in case.shares.items()) for case in examples])
    truth = np.array([1.0 if case.one else 0.0 for case in examples])
    counts = np.array([case.counts for case in examples])

    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        score = np.clip(rows @ x + offset, -30, 30)
        p = 1 / (1 + np.exp(-score))
        off = counts * (p - truth)
        value = -(counts * (truth * np.log(p) + (1 - truth) * np.log(1 - p))).sum() + (shrunk * x**2).sum()
        return float(value), rows.T @ off + 2 * shrunk * x

    best = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x
    learned = dict(zip([*kinds, *names], map(float, best), strict=True))
    return {kind: learned[kind] for kind in kinds}, {**{name: learned[name] for name in names}, **held}


def _score(case: Case, bases: Table, table: Table) -> float:
    return bases[case.kind] + sum(table[name] * share for name, share in case.shares.items())


def partners(found: Sequence[Case], bases: Table, table: Table) -> list[tuple[float, Case]]:
    """The open pairs that are each other's likeliest, with their scores."""
    best: dict[tuple[int, str], float] = defaultdict(lambda: -np.inf)
    scored = [(_score(case, bases, table), case) for case in found]
    for score, case in scored:
        for one, other in ((0, 1), (1, 0)):
            key = case.pair[one], case.documents[other]
            best[key] = max(best[key], score)
    return [
        (score, case)
        for score, case in scored
        if case.open and score >= max(best[case.pair[0], case.documents[1]], best[case.pair[1], case.documents[0]])
    ]


def main() -> None:
    """Learn and print."""
    clusters = [cases(folder) for folder in halves()["building"]]
    known = [[case for case in found if case.one is not None] for found in clusters]
    held_out: list[tuple[float, Case]] = []
    for n, found in enumerate(clusters):
        bases, table = learn([case for m, rest in enumerate(known) if m != n for case in rest])
        held_out += partners(found, bases, table)
    for least in THRESHOLDS:
        taken = [case for score, case in held_out if score >= least]
        gold = {(case.cluster, case.gold) for case in taken if case.gold}
        print(f"{least:5}  pairs {len(taken)}  of the gold {sum(bool(c.gold) for c in taken)}  entries {len(gold)}")
    bases, table = learn([case for found in known for case in found])
    tables = {"BASES": bases, "WEIGHTS": table}
    print(json.dumps({name: {key: round(w, 2) for key, w in each.items()} for name, each in tables.items()}))


if __name__ == "__main__":
    main()
