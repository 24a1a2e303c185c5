"""Whether decisions follow edits: ``python -m benchmarks.carry_over [building|report] [--list]``.

Each story of ``tests/tracking/edits`` is checked before and after its edit, and every finding is followed as if each
had been decided on; ``expect.toml`` says which disputes have a new value since. Told apart:

- findings whose values stand: followed (bar: all of those that the check still finds), disturbed (found and reopened),
  lost (found and taken for new); "now a conflict" was an explained difference and has lost, by the edit, what explained
  it, so that it is reopened on purpose; "no longer found" is the rules' doing and not the following's;
- disputes with a changed value: reopened, or shown as new (bar: all), or swallowed, the old decision on a new value;
- wrongly followed: a finding that was taken for another dispute;
- fresh: findings that only the edited texts give. No edit brings a dispute, so they are the rules' doing too.

``--list`` names each that was not followed, of the building half only. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import discrepancy
from discrepancy.decided import Snapshot
from discrepancy.tracking import Followed, Match, follow, snapshots

EDITS: Final = Path(__file__).resolve().parent.parent / "tests" / "tracking" / "edits"
HALVES: Final = ("building", "report")


@dataclass(frozen=True, slots=True)
class Dispute:
    """Values as the texts write them before and after an edit, in small letters; whether one of them changed."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one finding: its story, what it is, what came of it, and the finding."""

    story: str
    sort: str
    came: str
    finding: Snapshot
    note: str = ""


def stories_of(half: str) -> list[Path]:
    """The folders of one half."""
    return [EDITS / name for name in json.loads((EDITS / "halves.json").read_text(encoding="utf-8"))[half]]


def disputes_of(folder: Path) -> list[Dispute]:
    """What ``expect.toml`` says of a story."""
    told: dict[str, Any] = tomllib.loads((folder / "expect.toml").read_text(encoding="utf-8"))
    return [Dispute(_small(each["before"]), _small(each["after"]), each["changed"]) for each in told["dispute"]]


def _small(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)


def found(folder: Path) -> tuple[Snapshot, ...]:
    """The findings of the texts in a folder."""
    return snapshots(discrepancy.check(folder).data)


def outcomes(folder: Path) -> Iterator[Outcome]:
    """What became of each finding of one story."""
    disputes = disputes_of(folder)
    now = found(folder / "after")
    followed = follow(found(folder / "before"), now)
    for match in followed.matches:
        yield _of_match(folder.name, match, disputes)
    for finding in followed.gone:
        yield _of_gone(folder.name, finding, followed, now, disputes)
    for finding in followed.fresh:
        yield Outcome(folder.name, "new", "fresh", finding)


def _of_match(story: str, match: Match, disputes: Sequence[Dispute]) -> Outcome:
    mine = _disputes(match.earlier, [dispute.before for dispute in disputes])
    theirs = _disputes(match.now, [dispute.after for dispute in disputes])
    changed = any(disputes[i].changed for i in mine)
    sort = "changed" if changed else "disputed" if mine else "others"
    note = f"{_shown(match.now)} {match.changed}"
    if mine and theirs and not mine & theirs:
        return Outcome(story, sort, "wrongly followed", match.earlier, note)
    if changed:
        return Outcome(story, sort, "reopened" if match.changed else "swallowed", match.earlier, note)
    if match.changed and match.changed.key == "tracking.unexplained":
        return Outcome(story, sort, "now a conflict", match.earlier, note)
    return Outcome(story, sort, "disturbed" if match.changed else "followed", match.earlier, note)


def _of_gone(
    story: str, finding: Snapshot, followed: Followed, now: Sequence[Snapshot], disputes: Sequence[Dispute]
) -> Outcome:
    mine = _disputes(finding, [dispute.before for dispute in disputes])
    again = [each for each in now if mine & _disputes(each, [dispute.after for dispute in disputes])]
    fresh = [each for each in again if each in followed.fresh]
    if any(disputes[i].changed for i in mine):
        return Outcome(story, "changed", "shown as new" if fresh else "no longer found", finding)
    if mine:
        note = " | ".join(_shown(each) for each in fresh)
        return Outcome(story, "disputed", "lost" if fresh else "no longer found", finding, note)
    same = [each for each in followed.fresh if each.rule == finding.rule and _values(each) == _values(finding)]
    return Outcome(story, "others", "lost" if same else "no longer found", finding, " | ".join(map(_shown, same)))


def _disputes(finding: Snapshot, disputes: Sequence[tuple[str, ...]]) -> set[int]:
    """The disputes of which a finding has two values or more, by their places."""
    return {place for place, words in enumerate(disputes) if _given(finding, words) > 1}


def _given(finding: Snapshot, words: Iterable[str]) -> int:
    """How many of ``words`` stand in values of their own."""
    told = [" ".join([value.label, *(place.text for place in value.places)]).casefold() for value in finding.values]
    held = [{word for word in words if re.search(rf"(?<![\w.]){re.escape(word)}(?!\w)", text)} for text in told]
    return len({frozenset(each) for each in held if each})


def _values(finding: Snapshot) -> list[str]:
    return sorted(value.label.casefold() for value in finding.values)


def _shown(finding: Snapshot) -> str:
    kind = f" ({finding.reconciliation})" if finding.reconciliation else ""
    return f"{finding.rule}{kind} {finding.subject!r}: {' / '.join(value.label for value in finding.values)}"


def measure(half: str) -> tuple[dict[str, dict[str, int]], list[Outcome]]:
    """How many findings of each sort came to what, over one half; and each of them."""
    every = [outcome for folder in stories_of(half) for outcome in outcomes(folder)]
    counts: dict[str, Counter[str]] = {sort: Counter() for sort in ("disputed", "changed", "others", "new")}
    for outcome in every:
        counts[outcome.sort][outcome.came] += 1
    return {sort: dict(sorted(each.items())) for sort, each in counts.items()}, every


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures of one half, or of both."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("half", nargs="?", choices=HALVES)
    parser.add_argument("--list", action="store_true", help="name what was not followed, of the building half")
    options = parser.parse_args(arguments)
    summary = {}
    for half in HALVES:
        if options.half in (None, half):
            summary[half], every = measure(half)
            for sort, counts in summary[half].items():
                print(f"{half:9} {sort:9}", ", ".join(f"{name} {count}" for name, count in counts.items()))
            if options.list and half == "building":
                _list(every)
    print(json.dumps(summary, sort_keys=True))


def _list(every: Iterable[Outcome]) -> None:
    for outcome in every:
        if outcome.came != "followed":
            print(f"  {outcome.story} {outcome.sort} {outcome.came}: {_shown(outcome.finding)}")
            print(f"      -> {outcome.note}")


if __name__ == "__main__":
    main()
