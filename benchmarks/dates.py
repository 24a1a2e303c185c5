"""Scores the date grammar on TimeML files, as TempEval-3 task A does.

    python -m benchmarks.dates FOLDER [--half building|report]

reads every ``.tml`` file under FOLDER, or those of one half: files whose name begins with an odd number are the
building half, those with an even one the report half, whose misses are never listed. The document creation time is the
publication date; only what stands in TEXT is scored. An expression is found where it overlaps one of the gold (relaxed
match, each counted once); ``value_f1`` counts those whose value is the gold's too. The grammar is asked for all that
TimeML marks (``timeml=True``), ages among them. Prints a line per type and, last, one JSON object::

    {"all": {"span_f1_relaxed": …, "value_f1": …, "gold": …, "found": …}, "DATE": {…}, …}
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
import xml.etree.ElementTree as ET  # the gold is the user's own local file
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from discrepancy.grammar.dates import find_dates

HALVES = ("building", "report")
TYPES = ("DATE", "TIME", "DURATION", "SET")


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression of the gold or of the grammar."""

    start: int
    end: int
    value: str
    type: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Miss:
    """A difference, for ``--misses``."""

    file: str
    gold: Timex | None
    found: Timex | None


def half_of(path: Path) -> str | None:
    """The half that a file belongs to by the number its name begins with; None where it begins with none."""
    number = re.match(r"\d+", path.name)
    return ("report", "building")[int(number[0]) % 2] if number else None


def read_tml(path: Path) -> tuple[str, dt.date | None, list[Timex]]:
    """The text of a TimeML file, its creation day and the time expressions in it."""
    root = ET.parse(path).getroot()  # noqa: S314 - see the import
    created = root.find("DCT//TIMEX3")
    body = root.find("TEXT")
    if body is None:
        raise ValueError(f"{path}: has no TEXT element: is it TimeML?")
    pieces: list[str] = []
    gold: list[Timex] = []
    _walk(body, pieces, gold)
    day = None
    if created is not None:
        # Creation times come as 2013-03-22, 20130322 and 2013-03-22T09:00.
        digits = created.get("value", "").split("T")[0].replace("-", "")
        day = dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])) if len(digits) == 8 else None
    return "".join(pieces), day, gold


def _walk(element: ET.Element, pieces: list[str], gold: list[Timex]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        text = "".join(element.itertext())
        gold.append(Timex(start, start + len(text), element.get("value", ""), element.get("type", ""), text))


def match(gold: list[Timex], found: list[Timex]) -> tuple[list[tuple[Timex, Timex]], list[Timex], list[Timex]]:
    """Pair what overlaps, in order, each once; and what is left of either."""
    pairs, used = [], set()
    missed = []
    for want in gold:
        hit = next((f for f in found if f.start < want.end and want.start < f.end and id(f) not in used), None)
        if hit is None:
            missed.append(want)
        else:
            used.add(id(hit))
            pairs.append((want, hit))
    return pairs, missed, [f for f in found if id(f) not in used]


def _f1(right: int, gold: int, found: int) -> float:
    return round(200 * right / (gold + found), 1) if gold + found else 0.0


def score(paths: list[Path]) -> tuple[dict[str, dict[str, float]], list[Miss]]:
    """F1 in per cent, for all and for each type; and what differs."""
    counts: Counter[tuple[str, str]] = Counter()
    misses: list[Miss] = []
    for path in paths:
        text, day, gold = read_tml(path)
        found = [Timex(d.start, d.end, d.value, d.type, d.text) for d in find_dates(text, published=day, timeml=True)]
        pairs, missed, spurious = match(gold, found)
        for kind in ("all", *TYPES):
            of_kind = [pair for pair in pairs if kind in ("all", pair[0].type)]
            counts[kind, "gold"] += sum(kind in ("all", g.type) for g in gold)
            # What answers an expression of the gold counts with the gold's type, what answers none with its own.
            counts[kind, "found"] += len(of_kind) + sum(kind in ("all", f.type) for f in spurious)
            counts[kind, "spans"] += len(of_kind)
            counts[kind, "values"] += sum(want.value == hit.value for want, hit in of_kind)
        misses += [Miss(path.name, want, hit) for want, hit in pairs if want.value != hit.value]
        misses += [Miss(path.name, want, None) for want in missed] + [Miss(path.name, None, hit) for hit in spurious]
    return {kind: _row(counts, kind) for kind in ("all", *TYPES)}, misses


def _row(counts: Counter[tuple[str, str]], kind: str) -> dict[str, float]:
    gold, found = counts[kind, "gold"], counts[kind, "found"]
    return {
        "span_f1_relaxed": _f1(counts[kind, "spans"], gold, found),
        "value_f1": _f1(counts[kind, "values"], gold, found),
        "gold": gold,
        "found": found,
    }


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; 2 where the folder holds no TimeML file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dates", description="Score on TimeML files.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=HALVES, help="only the files whose name begins with an odd, or even, number")
    parser.add_argument("--misses", action="store_true", help="list every difference first, but for the report half")
    options = parser.parse_args(arguments)
    paths = [p for p in sorted(options.folder.rglob("*.tml")) if options.half in (None, half_of(p))]
    if not paths:
        which = f" of the {options.half} half" if options.half else ""
        print(f"{options.folder}: holds no .tml file{which}; give a folder of TimeML files", file=sys.stderr)
        return 2
    scores, misses = score(paths)
    for miss in misses if options.misses else ():
        if half_of(Path(miss.file)) == "report":
            continue
        want = f"{miss.gold.text!r} {miss.gold.value}" if miss.gold else "-"
        hit = f"{miss.found.text!r} {miss.found.value}" if miss.found else "-"
        print(f"{miss.file}: gold {want} | found {hit}")
    for kind, row in scores.items():
        print(f"{kind:9} spans {row['span_f1_relaxed']:5} values {row['value_f1']:5} of {row['gold']}")
    print(json.dumps(scores))
    return 0


if __name__ == "__main__":
    sys.exit(main())
