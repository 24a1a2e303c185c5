"""What is found in the story clusters: ``python -m benchmarks.clusters [--half building|report]``.

For each cluster of ``tests/clusters`` and pooled over a half: findings that are right and false, slips found at the
level asked, differences explained, traps broken. The split is written down in ``tests/clusters/README.md``. Of the
report half only the figures are printed. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import discrepancy
from tests.scoring import score

CLUSTERS = Path(__file__).resolve().parent.parent / "tests" / "clusters"


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--half", choices=["building", "report"], default="building")
    half = arguments.parse_args().half
    pooled: Counter[str] = Counter()
    for folder in names(half):
        counts = _counts(CLUSTERS / folder)
        pooled += counts
        print(folder.ljust(14), *(f"{name} {counts[name]}" for name in sorted(counts)), sep="  ")
    flagged = pooled["true"] + pooled["false"]
    asked = pooled["true"] + pooled["missed"]
    print(
        json.dumps(
            {
                "half": half,
                **pooled,
                "precision": round(pooled["true"] / flagged, 3) if flagged else 1.0,
                "recall": round(pooled["hit"] / asked, 3) if asked else 1.0,
            }
        )
    )


def names(half: str) -> list[str]:
    """The clusters of one half: the odd places of the alphabet for building, the even ones for the report."""
    planted = sorted(path.name for path in CLUSTERS.iterdir() if path.is_dir() and not path.name.startswith("ordinary"))
    return [*planted[0::2], "ordinary-1"] if half == "building" else [*planted[1::2], "ordinary-2"]


def _counts(folder: Path) -> Counter[str]:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    found = score(gold, json.loads(discrepancy.check(folder).render("json")))
    # A slip found too low is found: it counts for precision, and is missed by recall at the level asked.
    return Counter({**found.counts(), "true": len(found.hit) + len(found.weak), "missed": len(found.missed)})


if __name__ == "__main__":
    main()
