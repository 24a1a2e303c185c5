"""The pieces of a run by themselves: how the input is cut, the order of sketches, the index, what is told meanwhile."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import signal
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from discrepancy.cli.stepping import Stepping
from discrepancy.documents import Sketch
from discrepancy.errors import ExtraMissing, InputError, OutputError, StorageError
from discrepancy.formats.view.stories import Standing, StoryLine
from discrepancy.model import Document
from discrepancy.scale import grouping
from discrepancy.scale.cuts import line_cuts
from discrepancy.scale.done import Chunk, ReduceDone, foremost
from discrepancy.scale.driver import Step, ensure_ours
from discrepancy.scale.grouping import Sketches
from discrepancy.scale.index import Index
from discrepancy.scale.job import Job, Member, Part, job_of
from discrepancy.scale.packs import Packs, packed, record
from discrepancy.scale.plan import measured, plan
from discrepancy.scale.reading import read_part
from discrepancy.scale.reduce_task import compared, page_of
from discrepancy.scale.report import RunReport
from discrepancy.scale.schema import TABLES, arrow, parquet
from discrepancy.scale.storage import open_storage
from discrepancy.settings import Presentation, Settings
from discrepancy.stories.grouping import WINDOW
from tests.samples import REPO, run
from tests.scale import archive
from tests.scale.archive import ROWS


def parts_of(*inputs: Path, size: int = 2) -> list[Part]:
    return list(plan(inputs, Job(output="", part_size=size)))


def read(parts: list[Part]) -> list[Document]:
    found = [outcome for part in parts for outcome in read_part(part, Settings())]
    return [each for each in found if isinstance(each, Document)]


def test_an_input_that_is_not_there_is_told_and_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two lock gates failed on Monday.", encoding="utf-8")
    ran = run("batch", tmp_path / "a.txt", tmp_path / "wirse", "-o", tmp_path / "out", "--workers", "0")
    assert ran.code == 2
    assert f"{tmp_path / 'wirse'}: does not exist" in ran.err
    assert "Check how it is spelled" in ran.err
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
@pytest.mark.parametrize("write", [archive.lines, archive.table])
def test_a_file_of_many_gives_the_same_documents_however_it_is_cut(tmp_path: Path, write: object, size: int) -> None:
    source = write(tmp_path / "wires")  # type: ignore[operator]  # one of two functions alike
    named = source.rename(source.with_suffix(".jsonl" if write is archive.lines else ".parquet"))
    documents = read(parts_of(named, size=size))
    assert [each.path for each in documents] == [f"{named.name}#{number}" for number in range(1, 8)]
    assert documents == read(parts_of(named, size=1_000_000))
    assert len({each.id for each in documents}) == len(ROWS)
    assert [each.text.split()[-1] for each in documents] == [row["text"].split()[-1] for row in ROWS]


def test_lines_are_cut_where_they_end(tmp_path: Path) -> None:
    source = tmp_path / "lines.jsonl"
    source.write_bytes(b'{"text": "one"}\n\n{"text": "two"}\r\n{"text": "three"}')
    data = source.read_bytes()
    cuts = line_cuts(source, 2)
    assert [(data[each.start : each.end], each.first) for each in cuts] == [
        (b'{"text": "one"}\n\n', 0),
        (b'{"text": "two"}\r\n{"text": "three"}', 2),
    ]
    source.write_text('[{"text": "one"},\n{"text": "two"}]')
    assert line_cuts(source, 2) == []


def test_what_is_added_moves_no_border_further_on(tmp_path: Path) -> None:
    source = tmp_path / "in"
    for number in range(1, 200):
        (source / f"{number:03}").mkdir(parents=True)
        (source / f"{number:03}" / "a.txt").write_text("text")
        os.utime(source / f"{number:03}" / "a.txt", (0, 0))
    before = parts_of(source, size=16)
    (source / "000.txt").write_text("text")
    after = parts_of(source, size=16)
    assert sum(len(part.files) for part in after) == sum(len(part.files) for part in before) + 1 == 200
    assert all(4 <= len(part.files) <= 16 for part in before[:-1])
    assert len({each.key for each in after} - {each.key for each in before}) < len(after) / 2


def test_paths_tell_nothing_of_the_machine_and_no_two_files_share_an_id(tmp_path: Path) -> None:
    one, other = archive.folder(tmp_path / "a" / "wires"), archive.folder(tmp_path / "b" / "wires")
    alone = read(parts_of(one))
    assert [each.path for each in alone] == [f"wires/{number:02}.txt" for number in range(7)]
    moved = one.rename(tmp_path / "elsewhere")
    (tmp_path / "c").mkdir()
    assert [each.id for each in read(parts_of(moved.rename(tmp_path / "c" / "wires")))] == [each.id for each in alone]
    both = read(parts_of(tmp_path / "c" / "wires", other))
    assert len({each.id for each in both}) == 14
    assert both[0].path == "b/wires/00.txt"


def test_an_input_within_another_and_the_output_are_read_once_and_never(tmp_path: Path) -> None:
    source = archive.folder(tmp_path / "in")
    (source / "out").mkdir()
    (source / "out" / "page.txt").write_text("text")
    (source / ".hidden").write_text("text")
    (source / "again").symlink_to(source)
    parts = list(plan([source, source / "00.txt"], Job(output=""), [source / "out"]))
    assert [file.display for part in parts for file in part.files] == [f"in/{number:02}.txt" for number in range(7)]
    assert measured([source], [source / "out"])[0] == 7


def test_what_story_toml_says_is_taken_and_its_mistakes_are_told_once(tmp_path: Path) -> None:
    source = archive.folder(tmp_path / "in")
    (source / "story.toml").write_text('[files."00.txt"]\nsource = "The Herald"\n[files."none.txt"]\nsource = "X"\n')
    found = [outcome for part in parts_of(source) for outcome in read_part(part, Settings())]
    assert next(each for each in found if isinstance(each, Document)).source == "The Herald"
    (complaint,) = [each for each in found if isinstance(each, InputError)]
    assert "none.txt" in str(complaint)


def members(count: int, *, texts: int) -> tuple[Member, ...]:
    return tuple(
        Member(f"d{at:03}", "p", at, f"t{at % texts}", f"2024-01-01T{at // 60:02}:{at % 60:02}") for at in range(count)
    )


@pytest.mark.parametrize(
    ("count", "texts", "kept"),
    [
        (5, 5, ["d000", "d001", "d002", "d003", "d004"]),
        (20, 3, ["d000", "d001", "d002"]),
        (101, 101, ["d000", "d025", "d050", "d075", "d100"]),
        (5_000, 1, ["d000"]),
    ],
)
def test_of_very_many_versions_those_that_tell_most_are_compared(count: int, texts: int, kept: list[str]) -> None:
    chosen, left = compared(members(count, texts=texts), 5)
    assert [each.document for each in chosen] == kept
    assert len(chosen) + len(left) == count
    assert compared(members(count, texts=texts)[::-1], 5) == (chosen, left)


def sketched(number: int, day: str) -> tuple[Sketch, tuple[object, ...]]:
    name = f"d{number:03}"
    made = Sketch(
        id=name,
        day=dt.date.fromisoformat(day) if day[0] != "~" else None,
        story="",
        key=name,
        rows=b"",
        terms=b"",
        counts=b"",
    )
    return made, (name, "pack", number, name, day)


def test_sketches_come_in_the_order_of_days_whatever_part_they_are_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouping, "_SLICE", 3)
    storage = open_storage(str(tmp_path))
    days = ["2024-01-01", "2024-01-02", "2024-01-02", "2024-01-09", "~0a", "~f0"]
    found = Sketches(Packs(storage))
    for part in range(4):
        mine = [(day, [sketched(part * 10 + at, day)]) for at, day in enumerate(days) if (at + part) % 2]
        apart: dict[str, list[object]] = {}
        for day, some in mine:
            apart.setdefault(day, []).extend(some)
        storage.put(f"s{part}", packed([record(list(apart)), *map(record, apart.values())]))
        found.add([Chunk(f"s{part}", tuple((day, len(some)) for day, some in apart.items()))])
    listed = [(member.moment, sketch.id) for sketch, member in found.in_order()]
    assert listed == sorted(listed)
    assert len(listed) == 12
    assert {sketch.id == member.document for sketch, member in found.in_order()} == {True}


def test_an_input_at_an_address_is_fetched_while_it_is_read(tmp_path: Path) -> None:
    import fsspec

    memory = fsspec.filesystem("memory")
    for each in (archive.folder(tmp_path / "in"), archive.lines(tmp_path / "in" / "wires.jsonl").parent):
        for path in each.iterdir():
            memory.pipe_file(f"/archive/in/{path.name}", path.read_bytes())
    parts = list(plan(["memory://archive/in", "memory://archive/none"], Job(output="")))
    found = [outcome for part in parts for outcome in read_part(part, Settings())]
    here = read(parts_of(tmp_path / "in", size=100))
    assert [each for each in found if isinstance(each, Document)] == here
    assert [type(each).__name__ for each in found if not isinstance(each, Document)] == ["PathMissing"]
    memory.pipe_file("/archive/in/00.txt", b"other")
    changed = [outcome for outcome in read_part(parts[0], Settings()) if not isinstance(outcome, Document)]
    assert [type(each).__name__ for each in changed] == ["InputChanged"]


def test_a_damaged_pack_is_told(tmp_path: Path) -> None:
    storage = open_storage(str(tmp_path))
    data = packed([record("one"), record("two"), record("three")])
    storage.put("whole", data)
    assert list(Packs(storage).read("whole", 1, 3)) == ["two", "three"]
    for name, broken in {"cut": data[:-9], "turned": b"x" * 20 + data[20:], "empty": b""}.items():
        storage.put(name, broken)
        with pytest.raises(StorageError):
            Packs(storage).read(name, 0, 3)
    with pytest.raises(StorageError, match="gone"):
        Packs(storage).read("nowhere", 0, 1)


def test_a_large_index_has_pages_and_counts_all_stories(tmp_path: Path) -> None:
    index, storage = Index(), open_storage(str(tmp_path))
    line = StoryLine(name="", link="", title="A story", standing=Standing.CLEAR, versions=2)
    for at in range(2_001):
        standing = Standing.CONFLICT if at == 1_999 else Standing.CLEAR
        told = asdict(replace(line, name=f"s{at}", link=f"stories/s{at}.html", standing=standing))
        index.add(ReduceDone(key="", lines=(told,), documents=2, quiet={"partial": 1}))
    report = RunReport(job_of(str(tmp_path), Settings()))
    report.failures["Malformed"] = 30
    report.failed = foremost((f"in, line {at}", "is cut off.", "Get it again.") for at in range(29, -1, -1))
    names = [put.name for put in index.write(storage, Presentation(), report)]
    assert names[-3:] == ["index.html", "index-2.html", "index-3.html"]
    first, last = (storage.get(name).decode() for name in ("index.html", "index-3.html"))
    assert first.index("s1999.html") < first.index("s0.html")
    assert first.count("stories/s") == 1_000
    assert "4,002 stories" in first
    assert 'href="index-3.html"' in first
    assert '<span aria-current="page">3</span>' in last
    assert last.count("stories/s") == 1
    assert "30 could not be read or checked" in first
    assert re.findall(r"<code[^>]*>in, line (\d+)<", first) == [str(at) for at in range(20)]
    assert "is cut off. Get it again." in first
    assert ">10 more. " in first


def test_a_name_of_a_page_is_safe_and_of_one_story() -> None:
    names = [page_of(each) for each in ("../../up", "a/b", "a b", "CON", "Ä", "story-1")]
    assert len(set(names)) == 6
    assert all(name.startswith("stories/") and name.count("/") == 1 for name in names)


def test_the_same_rows_give_the_same_bytes() -> None:
    row = {"path": "a", "document": "", "story": "", "stage": "read", "cause": "X", "reason": "y", "remedy": ""}
    assert parquet("failures", [row]) == parquet("failures", [dict(reversed(row.items()))])
    assert all(len(parquet(table, [])) > 100 for table in TABLES)


def test_a_batch_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExtraMissing, match=r"pip install 'discrepancy\[batch\]'"):
        arrow()


def test_the_help_imports_none_of_its_libraries() -> None:
    code = (
        "import sys, discrepancy.scale.driver, discrepancy.cli.batch; "
        "print([name for name in ('pyarrow', 'fsspec', 'distributed', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_folder_of_somebody_else_is_not_written_to(tmp_path: Path) -> None:
    ensure_ours(str(tmp_path / "new"))
    ensure_ours("memory://anything")
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(OutputError, match="other files"):
        ensure_ours(str(tmp_path))
    ran = run("batch", tmp_path, "-o", tmp_path)
    assert (ran.code, "Name a new or an empty folder" in ran.err) == (2, True)


def test_options_that_do_not_go_together(tmp_path: Path) -> None:
    ran = run("batch", tmp_path, "-o", tmp_path / "out", "--workers", "2", "--scheduler", "local:2")
    assert (ran.code, "do not go together" in ran.err) == (2, True)
    ran = run("batch", tmp_path, "-o", tmp_path / "out", "--known", tmp_path / "none", "--workers", "0")
    assert (ran.code, "holds no earlier batch" in ran.err) == (2, True)
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "x.parquet").write_bytes(b"PAR1")
    ran = run("batch", tmp_path, "-o", tmp_path / "out", "--known", tmp_path, "--workers", "0")
    assert (ran.code, "is no table of a batch" in ran.err) == (2, True)


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("never", 0)])
def test_a_run_from_the_command_line(tmp_path: Path, level: str, code: int) -> None:
    source = archive.lines(tmp_path / "in.jsonl", [*ROWS[:1], ROWS[2]])
    ran = run("batch", source, "-o", tmp_path / "out", "--workers", "0", "--fail-on", level)
    digest = json.loads((tmp_path / "out/run.json").read_bytes())["digest"]
    assert (ran.code, ran.err) == (code, "read 100%, 2 documents\nchecked 100%, 2 documents\n")
    assert "2 documents in 1 story" in ran.out
    assert f"Digest: {digest}" in ran.out


def test_nothing_readable_is_no_success(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    ran = run("batch", tmp_path / "in", "-o", tmp_path / "none", "--workers", "0", "--quiet")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"discrepancy: No article was found in {tmp_path / 'in'}. `discrepancy load` says")


def test_what_is_passed_over_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.json").write_text('{"milk": 2}')
    ran = run("batch", tmp_path, "-o", tmp_path / "out", "--workers", "0")
    assert f"Passed over: 1 file or part of one with no article; the table {tmp_path}/out/passed_over" in ran.out


def test_a_batch_that_is_stopped_says_how_it_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(*_asked: object, **_told: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr("discrepancy.scale.driver.run_batch", ended)
    ran = run("batch", tmp_path, "-o", tmp_path / "out", "--workers", "0")
    assert (ran.code, "the same command goes on from there" in ran.err) == (130, True)


def test_a_story_is_told_as_long_as_group_says(tmp_path: Path) -> None:
    assert job_of(str(tmp_path), Settings()).window == WINDOW


def test_what_is_told_meanwhile(capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    tell = Stepping(terminal=False, clock=lambda: now[0])
    tell(Step("read", 0, 1000, 0, 0))
    now[0] = 61.0
    tell(Step("read", 100, 1000, 610, 0))
    now[0] = 62.0
    tell(Step("read", 200, 1000, 700, 0))
    now[0] = 150.0
    tell(Step("checked", 10, 10, 6_000, 2))
    tell.close()
    assert capsys.readouterr().err.splitlines() == [
        "read 0%, 0 documents",
        "read 10%, 610 documents, 10.0 a second, 9 min until all are read",
        "checked 100%, 6,000 documents, 2 failures",
    ]
