"""The sample stories, scored against what was marked in them by hand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from discrepancy.model import Finding, Level
from discrepancy.report import Report
from tests.samples import SEEDS, as_json, report_of, seeds_report
from tests.scoring import Score, score


def gold_score(gold: Path, report: Report) -> Score:
    return score(json.loads(gold.read_text(encoding="utf-8")), as_json(report))


@pytest.fixture(scope="module", params=["seeds", "shared"])
def result(request: pytest.FixtureRequest) -> Score:
    if request.param == "seeds":
        return gold_score(SEEDS / "gold.json", seeds_report())
    shared: Path = request.getfixturevalue("shared")
    return gold_score(shared / "gold" / "ukraine.json", report_of(shared / "seeds"))


@pytest.mark.parametrize("what", ["missed", "weak", "unexplained", "broken", "silent_broken"])
def test_nothing_goes_wrong(result: Score, what: str) -> None:
    assert getattr(result, what) == ()


def test_all_that_is_marked_is_found(result: Score) -> None:
    assert len(result.hit) == 6
    assert result.explained


def test_at_most_one_finding_is_false(result: Score) -> None:
    assert len(result.false) <= 1, result.false


def test_notes_do_not_drown_the_reader(result: Score) -> None:
    assert len(result.stray_notes) <= 2, result.stray_notes


def test_the_scorers_agree(shared: Path, tmp_path: Path) -> None:
    for name, gold, report in (
        ("shared", shared / "gold" / "ukraine.json", report_of(shared / "seeds")),
        ("seeds", SEEDS / "gold.json", seeds_report()),
    ):
        written = report.write(tmp_path / f"{name}.json")
        theirs = _print_score(shared / "gold" / "score.py", gold, written)
        ours = gold_score(gold, report).counts()
        assert {key: theirs[key] for key in ours} == ours


def _print_score(script: Path, gold: Path, report: Path) -> dict[str, float]:
    done = subprocess.run([sys.executable, script, gold, report], capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def test_the_scorer_sees_what_is_missing() -> None:
    """Spoiled reports, so that a perfect score is no accident of the scorer."""
    gold = json.loads((SEEDS / "gold.json").read_text(encoding="utf-8"))
    report = as_json(seeds_report())
    bare = {**report, "findings": []}
    assert len(score(gold, bare).missed) == 6
    assert score(gold, bare).unexplained
    notes = {**report, "findings": [{**f, "level": "note"} for f in report["findings"]]}
    assert len(score(gold, notes).missed) == 6
    lumped = {
        **report["findings"][0],
        "id": "lump",
        "level": "error",
        "values": [value for finding in report["findings"] for value in finding["values"]],
    }
    assert len(score(gold, {**report, "findings": [lumped]}).hit) == 1


# --- What the sample story must show, by name ---


def flagged(*words: str) -> list[Finding]:
    """Findings above a note that set values with these words against each other, each in a value of its own."""
    return [f for f in seeds_report().at_or_above(Level.WARNING) if _parts(f, words)]


def explained(*words: str) -> list[Finding]:
    return [f for f in seeds_report().findings if f.level is Level.NOTE and f.reconciliation and _parts(f, words)]


def _parts(found: Finding, words: tuple[str, ...]) -> bool:
    homes = [{n for n, v in enumerate(found.values) if any(word in m.text for m in v.mentions)} for word in words]
    return all(homes) and homes[0].isdisjoint(homes[-1])


def test_soldiers_now_and_planned_are_explained() -> None:
    (finding,) = explained("250,000", "350,000")
    assert finding.reconciliation
    assert finding.reconciliation.kind == "arithmetic"
    assert {*finding.reconciliation.text.params.values()} >= {"250,000", "350,000", "100,000"}
    assert not flagged("250,000", "350,000")


def test_soldiers_of_two_speakers_are_a_finding() -> None:
    (finding,) = flagged("250,000", "200,000")
    assert finding.rule == "NUM001"
    assert not any("350,000" in m.text for value in finding.values for m in value.mentions)


@pytest.mark.parametrize(
    ("one", "other"), [("Victor", "Viktor"), ("Sergey", "Sergei"), ("Volodymyr Zelenskyy", "Volodymyr Zelensky")]
)
def test_a_name_is_spelled_differently_across_sources(one: str, other: str) -> None:
    found = [f for f in seeds_report().findings if f.rule == "NAM001" and {one, other} <= _spellings(f)]
    assert len(found) == 1


def _spellings(finding: Finding) -> set[str]:
    """The labels, whole and word by word."""
    return {word for value in finding.values for word in (value.label, *value.label.split())}


def test_a_name_is_spelled_differently_inside_one_source() -> None:
    (finding,) = (f for f in seeds_report().findings if f.rule == "NAM002")
    assert {"Victor", "Viktor"} <= _spellings(finding)
    assert len({m.document for value in finding.values for m in value.mentions}) == 1
