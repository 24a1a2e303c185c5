"""What the check finds of what was planted: ``python -m benchmarks.planted FOLDER`` (made by ``benchmarks.corpus``).

The corpus is one of plain text in folders by story (``--layout stories``). A planted difference is found when a finding
that no account explains shows the changed value, where it stands. Such a finding on nothing planted is a false alarm;
it is counted by its level and told as so many a story. The last line printed is one JSON object.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import discrepancy
from benchmarks.check import stories_of
from discrepancy.model import Finding, Level
from discrepancy.report import Report

__all__ = ["Tally", "gold_of", "measure"]

FLAGGED: Final = (Level.ERROR, Level.WARNING)


@dataclass(slots=True)
class Tally:
    """What was found, over stories."""

    stories: int = 0
    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def add(self, report: Report, gold: Sequence[dict[str, Any]]) -> None:
        """Count one story."""
        self.stories += 1
        flagged = [each for each in report.findings if each.level in FLAGGED and each.reconciliation is None]
        for slip in gold:
            self.planted[slip["kind"]] += 1
            if any(_shows(each, slip["changed"]) for each in flagged):
                self.found[slip["kind"]] += 1
            else:
                self.missed.append(f"{slip['story']} {slip['kind']}: {_texts(slip)}")
        for each in flagged:
            if not any(_shows(each, slip["changed"] + slip["others"]) for slip in gold):
                self.alarms[each.level.value] += 1
                self.told.append(f"{report.documents[0].path} {each.rule} {each.level.value}: {_labels(each)}")


def _labels(finding: Finding) -> str:
    return " / ".join(value.label for value in finding.values)


def _shows(finding: Finding, mentions: Sequence[dict[str, Any]]) -> bool:
    shown = [mention for value in finding.values for mention in value.mentions]
    return any(
        one.document == each["document"] and one.start < each["end"] and each["start"] < one.end
        for one in shown
        for each in mentions
    )


def _texts(slip: dict[str, Any]) -> str:
    return f"{slip['changed'][0]['text']!r} for {slip['others'][0]['text']!r}"


def gold_of(folder: Path) -> Iterator[dict[str, Any]]:
    """What was planted in a corpus."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        if row["row"] == "planted":
            yield row


def measure(folder: Path, most: int | None = None) -> Tally:
    """Check a corpus story by story, the first ``most`` stories of two and more versions."""
    gold: dict[str, list[dict[str, Any]]] = {}
    for slip in gold_of(folder):
        gold.setdefault(slip["story"], []).append(slip)
    tally = Tally()
    several = [files for files in stories_of(folder / "articles") if len(files) > 1]
    for files in several[:most]:
        tally.add(discrepancy.check(files), gold.get(files[0].parent.name, []))
    return tally


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, help="the first so many")
    parser.add_argument("--list", action="store_true", help="every false alarm and every miss, a line each")
    given = parser.parse_args()
    tally = measure(given.folder, given.stories)
    if given.list:
        print(*(f"false alarm: {each}" for each in tally.told), *(f"missed: {each}" for each in tally.missed), sep="\n")
    print(f"{'planted':<14}{'found':>12}")
    for kind, planted in sorted(tally.planted.items()):
        print(f"{kind:<14}{tally.found[kind]:>6} of {planted}")
    alarms = {level: tally.alarms[level] for level in ("error", "warning")}
    per_story = sum(alarms.values()) / max(1, tally.stories)
    print(f"false alarms: {alarms['error']} conflicts, {alarms['warning']} to check, in {tally.stories} stories")
    print(
        json.dumps(
            {
                "stories": tally.stories,
                "planted": tally.planted.total(),
                "found": tally.found.total(),
                "recall": round(tally.found.total() / max(1, tally.planted.total()), 3),
                "false_conflicts": alarms["error"],
                "false_to_check": alarms["warning"],
                "false_alarms_a_story": round(per_story, 3),
            }
        )
    )


if __name__ == "__main__":
    main()
