"""Whether edits of style alert nobody and changed facts do: ``python -m benchmarks.watch_changes [HALF] [--list]``.

Each pair of ``tests/watch/pairs`` is a version of an article and the next one; half of the pairs change no fact. Every
second article was put aside while the comparison was written: ``seen`` are the others. An alert is right where the pair
expects one of its kind with its values. ``--list`` names what was missed and what was false, of the seen half only. The
last line is one JSON object.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import discrepancy
from discrepancy.followed import Alert, Version
from discrepancy.model import Document
from discrepancy.settings import Settings
from discrepancy.watch.changes import changes
from discrepancy.watch.judged import Moved, News, Told
from discrepancy.watch.judging import judge

PAIRS: Final = Path(__file__).resolve().parent.parent / "tests" / "watch" / "pairs"
HALVES: Final = ("seen", "unseen")
_SEEN: Final = dt.datetime(2024, 12, 24, 12, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Expected:
    """An alert that a pair should give rise to: its kind, and words that its old and its new value hold."""

    kind: str
    old: str
    new: str

    def is_met(self, alert: Alert) -> bool:
        """Whether an alert is this one."""
        if alert.kind.value != self.kind or len(alert.values) < 2:
            return False
        old, new = (value.label.casefold() for value in (alert.values[0], alert.values[-1]))
        return self.old.casefold() in old and self.new.casefold() in new


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of an article, by their texts, and the alerts that the second should give rise to."""

    name: str
    half: str
    published: str
    before: str
    after: str
    expected: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a pair came to: expected alerts that were met and missed, and the alerts that nobody expected."""

    pair: Pair
    met: tuple[Expected, ...]
    missed: tuple[Expected, ...]
    false: tuple[Alert, ...]


def pairs(half: str = "") -> Iterator[Pair]:
    """The pairs of one half, or all."""
    for path in sorted(PAIRS.glob("*.toml")):
        for place, article in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["article"]):
            own = HALVES[place % 2]
            if half in ("", own):
                yield from (_pair(article, each, own) for each in article["pair"])


def _pair(article: dict[str, Any], told: dict[str, Any], half: str) -> Pair:
    before = str(article["before"]).strip()
    after = before
    for old, new in told["edits"]:
        if after.count(old) != 1 and before.count(old) != 1:
            raise ValueError(f"{article['name']}: {told['name']}: {old!r} is not there once.")
        after = after.replace(old, new)
    expected = tuple(Expected(**each) for each in told.get("alerts", ()))
    name = f"{article['name']}: {told['name']}"
    return Pair(name, half, str(article["published"]), before, after, expected)


def told(text: str, number: int, published: str) -> Told:
    """A text as a version, read as a plain-text file is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"v{number}.txt"
        path.write_text(f"{text}\n", encoding="utf-8")
        document: Document = discrepancy.load(path)[0]
    document = replace(document, path=path.name, published=dt.date.fromisoformat(published))
    digest = hashlib.sha256(text.encode()).hexdigest()
    seen = _SEEN + dt.timedelta(hours=number)
    version = Version(number=number, article="a" * 16, source="Meridian Press", seen=seen, digest=digest)
    return Told(version, document)


def alerts_of(pair: Pair) -> tuple[Alert, ...]:
    """The alerts that the second version of a pair gives rise to, in a story of its own."""
    before, after = told(pair.before, 1, pair.published), told(pair.after, 2, pair.published)
    moved = tuple(Moved(each, before, after) for each in changes(before.document, after.document, Settings()))
    return judge(News(story="s", new=after, moved=moved, standing=(after,)), Settings()).alerts


def outcome(pair: Pair) -> Outcome:
    """Hold the alerts of a pair against those expected; each is met once."""
    left = list(alerts_of(pair))
    met, missed = [], []
    for expected in pair.expected:
        found = next((alert for alert in left if expected.is_met(alert)), None)
        if found is None:
            missed.append(expected)
        else:
            left.remove(found)
            met.append(expected)
    return Outcome(pair, tuple(met), tuple(missed), tuple(left))


def figures(outcomes: Sequence[Outcome]) -> dict[str, float | int]:
    """Precision, recall, and how many pairs without a changed fact gave rise to an alert."""
    met = sum(len(each.met) for each in outcomes)
    missed = sum(len(each.missed) for each in outcomes)
    false = sum(len(each.false) for each in outcomes)
    quiet = [each for each in outcomes if not each.pair.expected]
    return {
        "pairs": len(outcomes),
        "met": met,
        "missed": missed,
        "false": false,
        "precision": round(met / (met + false), 4) if met + false else 1.0,
        "recall": round(met / (met + missed), 4) if met + missed else 1.0,
        "without_change": len(quiet),
        "without_change_alerted": sum(bool(each.false) for each in quiet),
    }


def _listed(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for each in outcomes:
        yield from (f"missed  {each.pair.name}: {one.kind} {one.old} -> {one.new}" for one in each.missed)
        for alert in each.false:
            values = " -> ".join(value.label for value in alert.values)
            yield f"false   {each.pair.name}: {alert.kind.value} {values}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of one half, or of both."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("half", nargs="?", choices=HALVES, help="both where none is named")
    parser.add_argument("--list", action="store_true", help="name what was missed and what was false, of the seen half")
    asked = parser.parse_args(arguments)
    found: dict[str, dict[str, float | int]] = {}
    for half in HALVES if asked.half is None else (asked.half,):
        outcomes = [outcome(pair) for pair in pairs(half)]
        found[half] = figures(outcomes)
        print(f"{half}: " + ", ".join(f"{name} {value}" for name, value in found[half].items()))
        if asked.list and half == "seen":
            print("\n".join(_listed(outcomes)))
    print(json.dumps(found, sort_keys=True))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
