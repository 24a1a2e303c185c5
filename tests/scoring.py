"""Hold a JSON report against a gold file: which differences marked by hand it finds, and what it flags beside them.

A gold file lists entries. ``must_flag`` and ``reconcile`` give the values that differ, each as mentions (a document, a
context and the words in it); ``may_flag`` likewise, for what is right either way; ``must_not`` gives mentions that are
never flagged together. ``seeds/README.md`` says more of them.

A finding covers a gold mention when one of its own overlaps it and is at most three times as long plus 40 characters;
it matches an entry when it covers mentions of at least two of its values. Findings and entries are paired one to one,
as many as can be; of ways to pair as many, one with most findings at the level asked for is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

Entry = Mapping[str, Any]
Place = tuple[str, int, int]

_RANK = {"note": 0, "warning": 1, "error": 2}
_SAME = str.maketrans("\u00a0\u202f\u2009‘’“”\n", "   ''\"\" ")


@dataclass(frozen=True, kw_only=True)
class Score:
    """What came of it, by ids of entries; ``false`` and ``stray_notes`` hold findings' summaries."""

    hit: tuple[str, ...]
    weak: tuple[str, ...]
    missed: tuple[str, ...]
    explained: tuple[str, ...]
    unexplained: tuple[str, ...]
    broken: tuple[str, ...]
    silent_broken: tuple[str, ...]
    false: tuple[str, ...]
    stray_notes: tuple[str, ...]
    duplicates: int

    def counts(self) -> dict[str, int]:
        """The sizes that ``score.py``, the scorer of the evaluation data, prints, under its names."""
        return {
            "false": len(self.false),
            "duplicates": self.duplicates,
            "hit": len(self.hit),
            "weak": len(self.weak),
            "reconciled": len(self.explained),
            "silent_broken": len(self.silent_broken),
            "broken": len(self.broken),
            "notes_unmatched": len(self.stray_notes),
        }


def score(gold: Mapping[str, Any], report: Mapping[str, Any]) -> Score:
    """Score one report.

    Raises:
        ValueError: the gold does not fit the report's texts, or the report's mentions do not.
    """
    return _Scorer(gold, report).score()


class _Scorer:
    def __init__(self, gold: Mapping[str, Any], report: Mapping[str, Any]) -> None:
        self.gold = gold
        self.findings: dict[str, Entry] = {finding["id"]: finding for finding in report["findings"]}
        if len(self.findings) < len(report["findings"]):
            raise ValueError("two findings bear one id")
        self.texts = {document["id"]: document["text"] for document in report["documents"]}
        self.names = {short: self._named(prefix) for short, prefix in gold["documents"].items()}
        for mention in (m for finding in self.findings.values() for m in _mentions(finding)):
            if self.texts[mention["document"]][mention["start"] : mention["end"]] != mention["text"]:
                raise ValueError(f"{mention['text']!r} does not stand where the report says")

    def _named(self, prefix: str) -> str:
        (name,) = (name for name in self.texts if name.startswith(prefix))
        return str(name)

    def places(self, mention: Mapping[str, str]) -> list[Place]:
        """Everywhere that a gold mention stands."""
        name = self.names[mention["doc"]]
        context, words = mention["in"].translate(_SAME), mention["text"].translate(_SAME)
        inner = context.index(words)
        # A look-ahead finds contexts that overlap too.
        starts = [
            m.start() + inner for m in re.finditer(f"(?={re.escape(context)})", self.texts[name].translate(_SAME))
        ]
        if not starts:
            raise ValueError(f"{mention['in']!r} is not in {name}")
        return [(name, start, start + len(words)) for start in starts]

    def covers(self, finding: Entry, mentions: Sequence[Mapping[str, str]]) -> bool:
        gold = [place for mention in mentions for place in self.places(mention)]
        return any(
            (m["document"] == name and m["start"] < end and start < m["end"])
            and m["end"] - m["start"] <= 3 * (end - start) + 40
            for m in _mentions(finding)
            for name, start, end in gold
        )

    def matches(self, finding: Entry, entry: Entry) -> bool:
        return sum(self.covers(finding, value) for value in entry["values"]) > 1

    def pair(
        self, entries: Sequence[Entry], findings: Sequence[Entry], better: Callable[[Entry, Entry], bool]
    ) -> dict[str, str]:
        """Finding -> entry, one to one."""
        worth = np.zeros((len(entries), len(findings)))
        for row, entry in enumerate(entries):
            for column, finding in enumerate(findings):
                # A pair more always outweighs all pairs being better.
                worth[row, column] = self.matches(finding, entry) * (len(entries) + 1 + better(finding, entry))
        rows, columns = linear_sum_assignment(worth, maximize=True)
        return {findings[c]["id"]: entries[r]["id"] for r, c in zip(rows, columns, strict=True) if worth[r, c]}

    def score(self) -> Score:
        must, explain = self.gold.get("must_flag", []), self.gold.get("reconcile", [])
        flagged = [f for f in self.findings.values() if _RANK[f["level"]] > 0]
        found = self.pair(must, flagged, _strong)
        second = {
            f["id"]: entry["id"]
            for entry in must
            for f in flagged
            if entry["id"] in found.values() and f["id"] not in found and self.matches(f, entry)
        }
        tellers = [
            f for f in self.findings.values() if f["level"] != "error" and f["reconciliation"] and f["id"] not in found
        ]
        told = self.pair(explain, tellers, lambda finding, entry: False)
        owner = {**second, **found, **told}
        by_entry = {entry: finding for finding, entry in {**found, **told}.items()}
        hits = [e["id"] for e in must if e["id"] in by_entry and _strong(self.findings[by_entry[e["id"]]], e)]
        asked = [e["id"] for e in explain if not e.get("silent")]
        return Score(
            hit=tuple(hits),
            weak=tuple(e["id"] for e in must if e["id"] in by_entry and e["id"] not in hits),
            missed=tuple(e["id"] for e in must if e["id"] not in by_entry),
            explained=tuple(name for name in asked if name in by_entry),
            unexplained=tuple(name for name in asked if name not in by_entry),
            broken=tuple(e["id"] for e in self.gold.get("must_not", []) if self._breaks(e, flagged, owner)),
            silent_broken=tuple(
                e["id"]
                for e in explain
                if e.get("silent") and any(f["id"] not in owner and self.matches(f, e) for f in flagged)
            ),
            false=tuple(f["summary"] for f in flagged if f["id"] not in owner and not self._known(f, "may_flag")),
            stray_notes=tuple(
                f["summary"]
                for f in self.findings.values()
                if f["level"] == "note"
                and f["id"] not in owner
                and not self._known(f, "must_flag", "reconcile", "may_flag")
            ),
            duplicates=len(second),
        )

    def _known(self, finding: Entry, *lists: str) -> bool:
        return any(self.matches(finding, entry) for name in lists for entry in self.gold.get(name, []))

    def _breaks(self, entry: Entry, flagged: Sequence[Entry], owner: Mapping[str, str]) -> bool:
        """Whether a finding holds mentions together that are to stay apart, and not all of them are rightly its own."""
        entries = {e["id"]: e for e in (*self.gold.get("must_flag", []), *self.gold.get("reconcile", []))}
        for finding in flagged:
            covered = [mention for mention in entry["mentions"] if self.covers(finding, [mention])]
            if len(covered) < min(2, len(entry["mentions"])):
                continue
            mine = entries.get(owner.get(finding["id"], ""), {"values": []})
            own = [place for value in mine["values"] for mention in value for place in self.places(mention)]
            if not all(_touch(self.places(mention), own) for mention in covered):
                return True
        return False


def _mentions(finding: Entry) -> Iterator[Mapping[str, Any]]:
    for value in finding["values"]:
        yield from value["mentions"]


def _strong(finding: Entry, entry: Entry) -> bool:
    return _RANK[finding["level"]] >= _RANK[entry.get("least", "warning")]


def _touch(left: Sequence[Place], right: Sequence[Place]) -> bool:
    return any(a == b and start < last and first < end for a, start, end in left for b, first, last in right)
