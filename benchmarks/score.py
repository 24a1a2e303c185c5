"""What is found in story clusters, beside two plain ways: ``python -m benchmarks.score [--half HALF] [FOLDER …]``.

Without folders, the clusters of ``tests/clusters``, half by half as their README splits them; of the report half only
the figures are ever printed. A FOLDER holds the files of one story and its ``gold.json``, or such folders.

Precision is over warnings and errors, recall over planted slips found at the level asked for, explained over
differences that are none; a trap is broken where two of its mentions are flagged together. The two baselines read
the same figures and judge them otherwise:

- unit: any two figures of one unit in two versions that differ are a finding;
- noun+window: those that count the same noun, and share a third of the words around them (of the side that has fewer).

The last line is one JSON object: for each half and each way the pooled figures.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, Final

import discrepancy
from discrepancy.model import Fact, FactKind
from discrepancy.report import Report
from tests.scoring import score

CLUSTERS: Final = Path(__file__).resolve().parent.parent / "tests" / "clusters"
WINDOW: Final = 60
"""Characters on either side of a figure whose words the second baseline compares."""
OVERLAP: Final = 1 / 3

Raw = Mapping[str, Any]


def by_unit(report: Report) -> Iterator[tuple[Fact, Fact]]:
    """Figures of one unit in two versions that differ."""
    figures = [fact for fact in report.facts if fact.kind is FactKind.QUANTITY]
    for a, b in combinations(figures, 2):
        q, r = a.quantity, b.quantity
        other = a.mention.document != b.mention.document
        if other and (q.kind, q.unit) == (r.kind, r.unit) and (q.low, q.high) != (r.low, r.high):
            yield a, b


def by_noun_and_window(report: Report) -> Iterator[tuple[Fact, Fact]]:
    """Those of them that count one noun in words alike."""
    texts = {document.id: document.text for document in report.documents}
    for a, b in by_unit(report):
        left, right = _window(a, texts), _window(b, texts)
        alike = len(left & right) / max(min(len(left), len(right)), 1)
        if a.subject.head == b.subject.head and alike >= OVERLAP:
            yield a, b


def _window(fact: Fact, texts: Mapping[str, str]) -> set[str]:
    text, at = texts[fact.mention.document], fact.mention
    around = text[max(0, at.start - WINDOW) : at.start] + " " + text[at.end : at.end + WINDOW]
    return {word.strip(".,;:()\"'").lower() for word in around.split()}


BASELINES: Final[Mapping[str, Callable[[Report], Iterator[tuple[Fact, Fact]]]]] = {
    "unit": by_unit,
    "noun+window": by_noun_and_window,
}


def reports(folder: Path) -> Iterator[tuple[str, Raw]]:
    """The JSON report of the program, then of each baseline."""
    report = discrepancy.check(folder)
    raw = json.loads(report.render("json"))
    yield "discrepancy", raw
    for name, pairs in BASELINES.items():
        yield name, {**raw, "findings": [_finding(a, b) for a, b in pairs(report)]}


def _finding(a: Fact, b: Fact) -> Raw:
    values = [
        {
            "value": fact.mention.text,
            "mentions": [
                {
                    "document": fact.mention.document,
                    "start": fact.mention.start,
                    "end": fact.mention.end,
                    "text": fact.mention.text,
                }
            ],
        }
        for fact in (a, b)
    ]
    summary = f"{a.mention.text} / {b.mention.text}"
    return {
        "id": f"{a.id} {b.id}",
        "level": "error",
        "rule": "",
        "summary": summary,
        "values": values,
        "reconciliation": None,
    }


def halves() -> dict[str, list[Path]]:
    """The clusters of each half, as ``halves.json`` beside them splits them."""
    split = json.loads((CLUSTERS / "halves.json").read_text(encoding="utf-8"))
    return {half: [CLUSTERS / name for name in names] for half, names in split.items()}


def _stories(folders: Sequence[Path]) -> list[Path]:
    """Each folder that holds a gold file, or those in it that do."""
    return [
        gold.parent for folder in folders for gold in (*folder.glob("gold.json"), *sorted(folder.glob("*/gold.json")))
    ]


def count(folder: Path) -> dict[str, Counter[str]]:
    """What came of one cluster, for each way."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    found: dict[str, Counter[str]] = {}
    for name, raw in reports(folder):
        told = score(gold, raw)
        # A slip found too low is found: it counts for precision, and is missed by recall at the level asked.
        flagged = Counter(true=len(told.hit) + len(told.weak), asked=len(gold["must_flag"]))
        asked = [entry for entry in gold["reconcile"] if not entry.get("silent")]
        differences = Counter(to_explain=len(asked), traps=len(gold["must_not"]))
        found[name] = Counter(told.counts()) + flagged + differences
    return found


def figures(counts: Counter[str]) -> dict[str, float]:
    """Precision, recall, F1 and the share explained, in 0..1, with what they are made of."""
    true, false, asked = counts["true"], counts["false"], counts["asked"]
    precision = true / (true + false) if true + false else 1.0
    recall = counts["hit"] / asked if asked else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    explained = counts["reconciled"] / counts["to_explain"] if counts["to_explain"] else 1.0
    shares = {"precision": precision, "recall": recall, "f1": f1, "explained": explained}
    names = ("true", "false", "hit", "asked", "reconciled", "to_explain", "broken", "traps", "silent_broken")
    told = {name: counts[name] for name in (*names, "duplicates", "notes_unmatched")}
    return {**{name: round(share, 3) for name, share in shares.items()}, **told}


def _line(name: str, way: str, counts: Counter[str]) -> str:
    f = figures(counts)
    return (
        f"{name:16} {way:12} precision {f['precision']:.3f}  recall {f['recall']:.3f}  f1 {f['f1']:.3f}  "
        f"explained {f['reconciled']}/{f['to_explain']}  broken {f['broken']}/{f['traps']}  "
        f"found {f['hit']}/{f['asked']}  false {f['false']}  notes {f['notes_unmatched']}"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--half", choices=["building", "report"])
    given = parser.parse_args(arguments)
    sets = {"given": _stories(given.folders)} if given.folders else halves()
    result: dict[str, dict[str, dict[str, float]]] = {}
    for half, folders in sets.items():
        if given.half in {None, half} or given.folders:
            pooled: dict[str, Counter[str]] = {}
            for folder in folders:
                for way, counts in count(folder).items():
                    pooled.setdefault(way, Counter()).update(counts)
                    print(_line(folder.name, way, counts))
            for way, counts in pooled.items():
                print(_line(half.upper(), way, counts))
            result[half] = {way: figures(counts) for way, counts in pooled.items()}
    print(json.dumps(result))


if __name__ == "__main__":
    main()
