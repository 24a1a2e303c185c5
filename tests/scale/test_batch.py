"""A whole run in this process: what it finds, what it writes, what bad input costs, and what a second run does."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

import discrepancy
from discrepancy import pipeline
from discrepancy.errors import TooManyFailures
from discrepancy.messages import render
from discrepancy.scale import map_task as mapping
from discrepancy.scale import reading, reduce_task
from discrepancy.scale.driver import run_batch
from discrepancy.scale.job import Job, job_of
from discrepancy.scale.known import known_stories
from discrepancy.scale.report import RunReport
from discrepancy.scale.runners import in_process
from discrepancy.scale.schema import TABLES, schema
from discrepancy.settings import Settings
from tests.scale import archive
from tests.scale.archive import ROWS

MADE_OF_TIME = {"run.json", ".run"}
TOO_LONG = json.dumps({"text": "x" * 9_000_000})


def job(output: Path, **told: object) -> Job:
    return job_of(str(output), Settings(), **told)


def run(*inputs: Path, output: Path, **told: object) -> RunReport:
    return run_batch(inputs, job(output, **told), in_process())


def rows(output: Path, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ds.dataset(output / table).to_table().to_pylist()
    return found


def files(output: Path, folder: str = "") -> dict[str, bytes]:
    """What stands in a folder of the output, but for what tells how long things took."""
    return {
        each.relative_to(output).as_posix(): each.read_bytes()
        for each in sorted((output / folder).rglob("*"))
        if each.is_file() and each.suffix != ".json" and each.name not in MADE_OF_TIME
    }


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive as JSON Lines with a line that is broken, and one that is longer than any article."""
    return archive.lines(tmp_path_factory.mktemp("in") / "wires.jsonl", between="{broken\n" + TOO_LONG)


@pytest.fixture(scope="module")
def done(lines: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RunReport]:
    """A run over it, undisturbed."""
    output = tmp_path_factory.mktemp("out") / "run"
    return output, run(lines, output=output)


def test_each_event_is_a_story_and_its_differences_are_found(done: tuple[Path, RunReport]) -> None:
    output, report = done
    assert (report.documents, report.stories) == (7, 3)
    sources = {each["id"]: each["source"] for each in rows(output, "documents")}
    found = {
        (each["rule"], tuple(sorted(sources[document] for document in each["documents"])))
        for each in rows(output, "findings")
        if each["level"] == "error"
    }
    assert {sources_of for _, sources_of in found} == {
        ("Courier", "Wire"),
        ("Courier", "Echo", "Wire"),
        ("Echo", "Wire"),
    }


def test_a_story_is_judged_as_a_check_of_its_versions_judges_it(done: tuple[Path, RunReport], tmp_path: Path) -> None:
    output, _ = done
    of_march = [row for row in ROWS if "march" in row["text"]]
    report = discrepancy.check(archive.lines(tmp_path / "march.jsonl", of_march))
    (march,) = {
        each["story"] for each in rows(output, "documents") if each["path"] in {"wires.jsonl#1", "wires.jsonl#3"}
    }
    found = [each for each in rows(output, "findings") if each["story"] == march]
    assert sorted((each["id"], each["summary"]) for each in found) == sorted(
        (each.id, render(each.summary)) for each in report.findings
    )
    facts = [each for each in rows(output, "facts") if "Norvik" in each["text"] or each["value"] in {"17", "27"}]
    assert {each["value"] for each in facts} >= {"17", "27"}
    assert all(each["low"] == each["value"] for each in facts if each["value"] in {"17", "27"})


def test_what_can_not_be_read_is_told_by_line_and_costs_nothing_else(done: tuple[Path, RunReport]) -> None:
    output, report = done
    told = {(each["path"], each["cause"]) for each in rows(output, "failures")}
    assert told == {("wires.jsonl, line 4", "Malformed"), ("wires.jsonl, line 5", "TooLarge")}
    assert dict(report.failures) == {"Malformed": 1, "TooLarge": 1}
    assert all(each["reason"] and each["remedy"] and each["stage"] == "read" for each in rows(output, "failures"))


def test_the_run_report_says_what_became_of_it(done: tuple[Path, RunReport]) -> None:
    output, report = done
    told = json.loads((output / "run.json").read_bytes())
    assert told["digest"] == report.digest
    assert (told["documents"], told["stories"], told["failures"]) == (7, 3, {"Malformed": 1, "TooLarge": 1})
    assert {name for names in told["parts"].values() for name in names} == {
        name for name in files(output) if name.endswith(".parquet")
    }
    assert told["run"]["peak_memory"]["worker"] > 0
    assert {"read", "extract", "group", "check", "wall"} <= told["run"]["seconds"].keys()


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_read_as_one(done: tuple[Path, RunReport], table: str) -> None:
    output, _ = done
    assert ds.dataset(output / table).schema == schema(table)
    assert list(pd.read_parquet(output / table).columns) == list(TABLES[table])
    assert all(pq.read_schema(each) == schema(table) for each in (output / table).iterdir())


def test_the_index_leads_to_a_page_of_each_story_with_findings(done: tuple[Path, RunReport]) -> None:
    output, _ = done
    index = (output / "index.html").read_text(encoding="utf-8")
    stories = {each["story"] for each in rows(output, "findings")}
    assert len(stories) == 3
    assert all(f'href="{reduce_task.page_of(story)}"' in index for story in stories)
    assert {f"stories/{name.name}" for name in (output / "stories").iterdir()} == set(map(reduce_task.page_of, stories))
    page = next((output / "stories").iterdir()).read_text(encoding="utf-8")
    assert 'href="../index.html"' in page
    assert 'href="../assets/discrepancy.css"' in page


def test_the_cut_changes_nothing(lines: Path, done: tuple[Path, RunReport], tmp_path: Path) -> None:
    """That the runner does not is held by the faults: a worker's start takes longer than all the rest here."""
    _, report = done
    assert run(lines, output=tmp_path / "small", part_size=2).digest == report.digest


def test_a_second_run_does_nothing_twice_and_mends_what_is_broken(lines: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    first = run(lines, output=output, part_size=2)
    whole = files(output)
    again = run(lines, output=output, part_size=2)
    assert (again.digest, again.fresh) == (first.digest, 0)
    assert (again.reused["parts"], files(output)) == (first.parts, whole)
    pack = min((output / "work/packs").iterdir())
    pack.write_bytes(pack.read_bytes()[:-40])
    facts = max((output / "facts").iterdir())
    facts.write_bytes(b"")
    mended = run(lines, output=output, part_size=2)
    assert (mended.digest, files(output)) == (first.digest, whole)
    assert 0 < mended.fresh < mended.documents


def test_what_an_earlier_run_left_is_swept_and_nothing_else(lines: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    run(lines, output=output, part_size=2)
    (output / "notes.txt").write_text("mine")
    (output / "facts" / "README.md").write_text("mine")
    found = run(lines, output=output)
    told = json.loads((output / "run.json").read_bytes())["parts"]
    (output / "facts" / "README.md").unlink()
    assert (output / "notes.txt").read_text() == "mine"
    assert {f"facts/{each.name}" for each in (output / "facts").iterdir()} == set(told["facts"])
    assert len(list((output / "work/map").iterdir())) == found.parts


def test_an_input_that_changes_is_a_failure_and_nothing_of_it_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = archive.folder(tmp_path / "in")
    undisturbed = run(source, output=tmp_path / "whole")
    reads = reading._of_file

    def meanwhile(file: Any, *rest: Any) -> Any:
        yield from reads(file, *rest)
        if file.path.endswith("02.txt"):
            Path(file.path).write_text(Path(file.path).read_text() + "More followed.\n")

    with monkeypatch.context() as patched:
        patched.setattr(reading, "_of_file", meanwhile)
        disturbed = run(source, output=tmp_path / "out")
    assert dict(disturbed.failures) == {"InputChanged": 1}
    assert [each["path"] for each in rows(tmp_path / "out", "failures")] == ["in/02.txt"]
    assert disturbed.documents == undisturbed.documents - 1
    archive.folder(source)
    mended = run(source, output=tmp_path / "out")
    assert (mended.digest, mended.failures.total()) == (undisturbed.digest, 0)


def test_a_run_that_fails_too_often_stops_and_goes_on_later(lines: Path, tmp_path: Path) -> None:
    with pytest.raises(TooManyFailures, match="2 files, documents or stories") as stopped:
        run_batch([lines], job(tmp_path / "out"), in_process(), most_failures=1)
    assert f"The table {tmp_path / 'out/failures'} says why" in stopped.value.remedy
    assert len(rows(tmp_path / "out", "failures")) == 2
    assert not (tmp_path / "out/run.json").exists()
    report = run_batch([lines], job(tmp_path / "out"), in_process(), most_failures=2)
    assert (report.fresh, report.documents) == (0, 7)


def test_a_document_or_a_story_that_the_program_stumbles_over_costs_no_other(
    lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads, checks = pipeline.read_facts, pipeline.check_facts

    def stumbling(documents: Sequence[Any], *rest: Any) -> Any:
        if any("Marta" in each.text and each.source == "Echo" for each in documents):
            raise RecursionError("too deep")
        return reads(documents, *rest)

    def falling(loaded: Any, *rest: Any) -> Any:
        if "Solveig" in loaded.documents[0].text:
            raise ValueError("no such boat")
        return checks(loaded, *rest)

    monkeypatch.setattr(mapping, "read_facts", stumbling)
    monkeypatch.setattr(reduce_task, "check_facts", falling)
    report = run(lines, output=tmp_path / "out")
    told = {(each["stage"], each["cause"]) for each in rows(tmp_path / "out", "failures") if each["stage"] != "read"}
    assert told == {("extract", "RecursionError"), ("check", "ValueError")}
    assert (report.documents, report.stories) == (6, 3)
    assert "could not be read or checked" in (tmp_path / "out/index.html").read_text(encoding="utf-8")


def test_a_story_of_very_many_versions_is_compared_in_part_and_said_to_be(tmp_path: Path) -> None:
    told = [{**ROWS[0], "source": f"Paper {number}"} for number in range(30)]
    told += [{**ROWS[2], "published": "2024-03-04T23:00:00+00:00"}]
    report = run(archive.lines(tmp_path / "many.jsonl", told), output=tmp_path / "out", most_versions=5)
    assert report.left_out == [(report.left_out[0][0], 31, 2)]
    assert report.findings["error"] >= 1
    left = [each for each in rows(tmp_path / "out", "documents") if not each["compared"]]
    assert (len(left), {each["why_not"] for each in left}) == (29, {reduce_task._SAME})
    (page,) = (tmp_path / "out/stories").iterdir()
    assert f"{reduce_task._SAME}." in page.read_text(encoding="utf-8")
    named = json.loads((tmp_path / "out/run.json").read_bytes())["not_compared"]
    assert (named["documents"], named["named"][0]["compared"]) == (29, 2)


def test_stories_of_one_document_are_told_apart_from_those_compared_in_part(tmp_path: Path) -> None:
    told = [{**ROWS[0], "source": f"Paper {number}"} for number in range(9)]
    run(archive.lines(tmp_path / "some.jsonl", [*told, *ROWS[3:5]]), output=tmp_path / "out", most_versions=3)
    index = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    told_of = set(re.findall(r"\d not fully compared|\d told by one document alone|\d with nothing to decide", index))
    assert told_of == {"1 not fully compared", "2 told by one document alone"}


def test_what_is_not_read_is_named_on_the_index_and_in_the_tables(tmp_path: Path) -> None:
    source = archive.folder(tmp_path / "in", ROWS[:3:2])
    (source / "notes.json").write_text('{"milk": 2}')
    (source / "crawl.warc.gz").write_bytes(b"\x07\x81 junk" * 100)
    (source / "table.parquet").write_bytes(b"PAR1garbagePAR1")
    (source / "some.jsonl").write_bytes(b"null\n" + b"\x00" * 100 + b"\n" + json.dumps(ROWS[3]).encode())
    report = run(source, output=tmp_path / "out")
    failed = ["in/crawl.warc.gz", "in/some.jsonl, line 1", "in/some.jsonl, line 2", "in/table.parquet"]
    assert (report.documents, report.skipped) == (3, 1)
    assert sorted(each["path"] for each in rows(tmp_path / "out", "failures")) == failed
    assert [each["path"] for each in rows(tmp_path / "out", "passed_over")] == ["in/notes.json"]
    index = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert re.findall(r"<code[^>]*>(.*?)</code>", index) == [*failed, "in/notes.json"]
    assert index.count("4 could not be read or checked") == 1
    again = run(source, output=tmp_path / "out")
    assert (again.reused["parts"], again.failed, again.passed) == (report.parts, report.failed, report.passed)
    assert (tmp_path / "out/index.html").read_text(encoding="utf-8") == index


@pytest.mark.parametrize("kept", ["", "run.json", "work"])
def test_the_output_of_an_earlier_batch_in_the_input_is_no_article(kept: str, tmp_path: Path) -> None:
    """A run that was stopped has no report yet, and what a rerun goes on from may be deleted."""
    source = archive.folder(tmp_path / "in", ROWS[:3:2])
    inside = run(source, output=source / "deep/out")
    if kept:
        (source / "deep/out/run.json").unlink() if kept == "work" else shutil.rmtree(source / "deep/out/work")
    (source / "deep/out/late.txt").write_text(archive.BANK)
    beside = run(source, output=tmp_path / "out")
    assert (inside.documents, beside.documents, beside.failures.total()) == (2, 3, 0)
    assert rows(tmp_path / "out", "passed_over") == [
        {"path": "in/deep/out", "reason": "what an earlier `discrepancy batch` wrote"}
    ]


def test_a_story_that_an_earlier_run_knew_keeps_its_id(tmp_path: Path) -> None:
    source = archive.folder(tmp_path / "in", ROWS[:3:2])
    first = run(source, output=tmp_path / "first")
    (story,) = {each["story"] for each in rows(tmp_path / "first", "documents")}
    early = {"text": archive.MARCH.format(9, 9), "published": "2024-03-03T06:00:00+00:00", "source": "Early"}
    archive.folder(source, [*ROWS[:3:2], early])
    anew = run(source, output=tmp_path / "anew")
    run_batch([source], job(tmp_path / "kept"), in_process(), known=known_stories(str(tmp_path / "first")))
    assert {each["story"] for each in rows(tmp_path / "anew", "documents")} != {story}
    assert {each["story"] for each in rows(tmp_path / "kept", "documents")} == {story}
    assert (first.documents, anew.documents) == (2, 3)


def test_odd_characters_in_every_field_cost_nothing(tmp_path: Path) -> None:
    odd = {
        "title": "\ud800 \x00 é",
        "source": "\udfff\n",
        "story": "../\ud800/é",
        "id": "\ud800",
        "url": "http://\ud800",
    }
    told = [{**row, **odd, "text": row["text"] + "The \ud800 was seen by 14 people."} for row in ROWS[:3:2]]
    report = run(archive.lines(tmp_path / "odd\udcff.jsonl", told), output=tmp_path / "out")
    assert (report.documents, report.stories, report.failures.total()) == (2, 1, 0)
    assert len({each["story"] for each in rows(tmp_path / "out", "findings")}) == 1
    assert len(list((tmp_path / "out/stories").iterdir())) == 1
    assert run(tmp_path / "odd\udcff.jsonl", output=tmp_path / "out").fresh == 0


def test_nothing_to_read_gives_empty_tables(tmp_path: Path) -> None:
    report = run(tmp_path / "nowhere", output=tmp_path / "out")
    assert (report.documents, dict(report.failures)) == (0, {"PathMissing": 1})
    for table in TABLES:
        assert ds.dataset(tmp_path / "out" / table).schema == schema(table)
    assert rows(tmp_path / "out", "findings") == []


def test_what_changes_the_result_changes_the_key(tmp_path: Path) -> None:
    base = job(tmp_path)
    style = tmp_path / "style.csv"
    style.write_text("preferred,avoid\nKyiv,Kiev\n")
    others = [
        job_of(str(tmp_path), Settings(without=("NUM001",))),
        job_of(str(tmp_path), Settings(house_style=style)),
        replace(base, most_versions=3),
        replace(base, version="0.0.1"),
    ]
    assert len({each.key for each in [base, *others]}) == 5
    assert job(tmp_path / "elsewhere").key == base.key
    assert job_of(str(tmp_path), Settings(base=tmp_path)).key == base.key
