"""Same person or not, on pairs of names, beside peers: ``python -m benchmarks.names PAIRS.csv``.

``PAIRS.csv`` has the columns ``name1``, ``name2`` and ``same`` (1 or 0). The last line printed is one JSON object with,
for each comparer, the best F1 over thresholds, the best precision where recall is at least 0.95, and pairs per second.
WRatio is rapidfuzz's, on transliterated small letters.
Names and words have been read before, as in a story that repeats them. Each pair is compared anew in every round,
though a story that repeats a pair is answered from memory. The speed is the best round's, by the wall clock.

nomenklatura (logic-v2) is asked in a virtual environment of its own, made on the first run under
``~/.cache/discrepancy-benchmarks`` (or ``--peers DIR``); where it can't be had, a line says so and it is left out.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import os
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from anyascii import anyascii
from rapidfuzz import fuzz

from discrepancy.names import compare_names
from discrepancy.names.compare import forget_pairs

RECALL: Final = 0.95
SECONDS: Final = 2.0
"""Rounds are run for so long; the best is told."""
PEER: Final = "nomenklatura>=4,<5"
PEERS: Final = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "discrepancy-benchmarks"

Pairs = Sequence[tuple[str, str]]
Figures = dict[str, float]

# Runs in nomenklatura's own environment: pairs in, scores and seconds out.
LOGIC_V2: Final = """
import itertools, json, sys, time
from followthemoney import model
from nomenklatura.matching import get_algorithm
algorithm = get_algorithm("logic-v2")
config = algorithm.default_config()
keys = itertools.count()  # it keeps what it read under an entity's id
def person(name):
    return model.get_proxy({"id": f"p{next(keys)}", "schema": "Person", "properties": {"name": [name]}})
def score(a, b):
    return algorithm.compare(person(a), person(b), config).score
pairs = json.load(sys.stdin)
scores = [score(a, b) for a, b in pairs]
start = time.perf_counter()
for a, b in pairs:
    score(a, b)
json.dump({"scores": scores, "seconds": time.perf_counter() - start}, sys.stdout)
"""


def read(path: Path) -> tuple[list[tuple[str, str]], list[bool]]:
    """The pairs of a file, and whether each is one person."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [(row["name1"], row["name2"]) for row in rows], [row["same"] == "1" for row in rows]


def figures(scores: Sequence[float], same: Sequence[bool], pairs_per_s: float) -> Figures:
    """Best F1, and best precision at enough recall, over every threshold that the scores give."""
    wanted = sum(same)
    best_f1 = precision_at_recall = 0.0
    for threshold in sorted(set(scores)):
        taken = [truth for score, truth in zip(scores, same, strict=True) if score >= threshold]
        hits = sum(taken)
        best_f1 = max(best_f1, 2 * hits / (len(taken) + wanted))
        if hits >= RECALL * wanted:
            precision_at_recall = max(precision_at_recall, hits / len(taken))
    return {
        "best_f1": round(best_f1, 4),
        "precision_at_recall_95": round(precision_at_recall, 4),
        "pairs_per_s": round(pairs_per_s, 1),
    }


def measure(
    compare: Callable[[str, str], float], pairs: Pairs, same: Sequence[bool], before: Callable[[], object] = list
) -> Figures:
    """The figures of a comparer in this process; its speed is that of the best round, by the wall clock.

    ``before`` is called before each round, outside the time taken.
    """
    scores = [compare(one, other) for one, other in pairs]
    best = math.inf
    until = time.perf_counter() + SECONDS
    while best is math.inf or time.perf_counter() < until:
        before()
        start = time.perf_counter()
        for one, other in pairs:
            compare(one, other)
        best = min(best, time.perf_counter() - start)
    return figures(scores, same, len(pairs) / max(best, 1e-9))


def wratio(one: str, other: str) -> float:
    """Rapidfuzz's WRatio, on transliterated small letters."""
    return fuzz.WRatio(anyascii(one).lower(), anyascii(other).lower()) / 100


def peer(folder: Path) -> Path:
    """The interpreter of nomenklatura's environment, which is made where it is not there."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
    known = subprocess.run([python, "-c", "import nomenklatura"], capture_output=True, check=False)
    if known.returncode:
        subprocess.run([python, "-m", "pip", "install", "--quiet", PEER], check=True, capture_output=True, timeout=900)
    return python


def logic_v2(folder: Path, pairs: Pairs, same: Sequence[bool]) -> Figures | None:
    """The figures of nomenklatura's logic-v2; None, with a word on what is wrong, where it can't be had."""
    try:
        answer = subprocess.run(
            [peer(folder), "-c", LOGIC_V2], input=json.dumps(pairs), capture_output=True, check=True, text=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        detail = getattr(error, "stderr", "") or str(error)
        text = detail.decode(errors="replace") if isinstance(detail, bytes) else detail
        print(f"logic_v2 left out: {text.strip().splitlines()[-1] if text.strip() else error!r}")
        return None
    found = json.loads(answer.stdout)
    return figures(found["scores"], same, len(pairs) / found["seconds"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures every comparer on the pairs of a file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("pairs", type=Path, help="CSV file with name1, name2, same")
    parser.add_argument("--peers", type=Path, default=PEERS / "nomenklatura", help="folder for the peer's environment")
    parser.add_argument("--no-peers", action="store_true", help="leave logic-v2 out")
    given = parser.parse_args(arguments)
    pairs, same = read(given.pairs)
    results = {
        "discrepancy": measure(lambda one, other: compare_names(one, other).score, pairs, same, forget_pairs),
        "wratio": measure(wratio, pairs, same),
    }
    if given.no_peers:
        print("logic_v2 left out: --no-peers")
    elif (found := logic_v2(given.peers, pairs, same)) is not None:
        results["logic_v2"] = found
    print(json.dumps(results, sort_keys=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
