"""Value accuracy of the date grammar on sentences of our own: ``python -m benchmarks.dates_own [--half seen|unseen]``.

Reads ``tests/data/dates.json``. The halves are told by the parity of a hash of the sentence: the grammar was built on
"seen"; "unseen" was written before the grammar and only counted. Last line: one JSON object.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from discrepancy.grammar.dates import find_dates

DATA = Path(__file__).parent.parent / "tests" / "data" / "dates.json"


def half_of(text: str) -> str:
    """The half that a sentence belongs to, for good."""
    return ("seen", "unseen")[hashlib.sha256(text.encode()).digest()[0] % 2]


def judge(item: dict[str, Any]) -> tuple[int, int, int]:
    """How many of a sentence's expressions there are, how many are read rightly, and how many finds are spurious."""
    published = dt.date.fromisoformat(item["published"]) if item["published"] else None
    found = find_dates(item["text"], published=published)
    position, right = 0, 0
    answered: set[int] = set()
    for want in item["dates"]:
        start = item["text"].index(want["text"], position)
        position = start + len(want["text"])
        hits = [date for date in found if date.start < position and start < date.end]
        answered.update(date.start for date in hits)
        right += bool(hits) and hits[0].value == want["value"]
    return len(item["dates"]), right, len(found) - len(answered)


def measure(half: str) -> dict[str, float]:
    """Value accuracy over one half."""
    items = json.loads(DATA.read_text(encoding="utf-8"))
    rows = [judge(item) for item in items if half_of(item["text"]) == half]
    total, right, spurious = (sum(column) for column in zip(*rows, strict=True))
    return {"expressions": total, "accuracy": round(right / total, 4), "spurious": spurious}


def main(arguments: list[str] | None = None) -> int:
    """Print both halves, or one."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dates_own")
    parser.add_argument("--half", choices=["seen", "unseen"])
    half = parser.parse_args(arguments).half
    print(json.dumps({name: measure(name) for name in ("seen", "unseen") if half in (None, name)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
