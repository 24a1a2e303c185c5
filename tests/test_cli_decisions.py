"""``discrepancy decisions``: the log read, checked, written down and brought to another store."""

import csv
import io
import json
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from rich.console import Console
from typer.main import get_command

from discrepancy.cli.decisions import decisions
from discrepancy.decided import Ruling
from discrepancy.formats.terminal.decision_log import print_log
from discrepancy.store import open_store
from tests.samples import run
from tests.store.builders import STORY, decide, reopened, snapshot, stored


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file of a store with five events of two stories."""
    path = tmp_path / "decisions.db"
    with open_store(path) as store:
        matter = decide(store, ruling=Ruling.DISMISSED, note="=1+1\nThe later count \x1b[31mholds.")
        reopened(store, matter, snapshot("NUM001-b2", ("12", "15")))
        store.assign(STORY, snapshot("NUM001-b2"), who="Ada", assignee="Bo")
        store.withdraw(STORY, snapshot("NUM001-b2"), who="Bo", seen=store.matter(matter.id).last)
        store.comment("harbour", snapshot(), who="Cy", note="hm")
    return path


def test_every_subcommand_and_option_explains_itself() -> None:
    commands = getattr(get_command(decisions), "commands", {})
    assert sorted(commands) == ["export", "import", "log", "verify"]
    for command in commands.values():
        assert command.help
        assert [each.name for each in command.params if not getattr(each, "help", None)] == []


def test_the_log_is_a_line_an_event_where_it_is_piped(kept: Path) -> None:
    ran = run("decisions", "log", "--store", kept)
    rows = [line.split("\t") for line in ran.out.splitlines()]
    assert ran.code == 0
    assert [(row[1], row[2]) for row in rows] == [
        ("Ada", "dismissed"), ("discrepancy", "reopened"), ("Ada", "assigned to Bo"), ("Bo", "taken back"),
        ("Cy", "commented"),
    ]  # fmt: skip
    assert rows[0][3:] == ["NUM001", "People rescued: 12 or 14", "=1+1 The later count [U+001B][31mholds."]
    assert run("decisions", "log", "--store", kept, "--last", "2").out.splitlines() == ran.out.splitlines()[-2:]
    assert run("decisions", "log", "--store", kept, "--story", "harbour").out.splitlines() == ran.out.splitlines()[-1:]


def test_the_log_is_a_table_in_a_terminal(kept: Path) -> None:
    shown = io.StringIO()
    with open_store(kept, read_only=True) as store:
        print_log(store.events(), Console(file=shown, force_terminal=True, color_system=None, width=150))
    text = shown.getvalue()
    assert "when (UTC)" in text
    assert "\x1b[31m" not in text
    assert text.index("dismissed") < text.index("reopened") < text.index("commented")


def test_verify(kept: Path) -> None:
    ran = run("decisions", "verify", "--store", kept)
    head = ran.out.split()[-1]
    assert (ran.code, ran.out.splitlines()[0]) == (0, "5 events of 2 stories verified.")
    assert run("decisions", "verify", "--store", kept, "--head", head.upper()).code == 0
    other = run("decisions", "verify", "--store", kept, "--head", "0" * 64)
    assert (other.code, "the log was cut off" in other.err) == (1, True)


def test_verify_names_the_row_that_was_changed(kept: Path) -> None:
    with closing(sqlite3.connect(kept, isolation_level=None)) as connection:
        [trigger] = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'events_are_not_changed'").fetchone()
        connection.execute("DROP TRIGGER events_are_not_changed")
        connection.execute("UPDATE events SET who = 'Di' WHERE seq = 3")
        connection.execute(trigger)
    ran = run("decisions", "verify", "--store", kept)
    assert (ran.code, ran.out) == (1, "")
    assert "row 3 " in ran.err
    assert "was changed after it was written" in ran.err


@pytest.mark.parametrize("command", ["log", "verify", "export"])
@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: None, "There is no store of decisions here."),
        (lambda path: path.write_text("Dear desk,"), "It is no store of decisions."),
        (lambda path: path.mkdir(), "A folder is in the place of the store."),
    ],
    ids=["nothing", "text", "a folder"],
)
def test_what_can_not_be_used_exits_with_2(tmp_path: Path, command: str, make, told: str) -> None:
    make(tmp_path / "x.db")
    ran = run("decisions", command, "--store", tmp_path / "x.db")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert f"x.db: {told}" in ran.err


def test_the_store_of_the_house_is_used(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(kept.parent)
    assert "Name its file with --store" in run("decisions", "verify").err
    (kept.parent / "discrepancy.toml").write_text('store = "decisions.db"\n', encoding="utf-8")
    assert run("decisions", "verify").code == 0


def test_an_unknown_story_is_told_with_those_there_are(kept: Path) -> None:
    ran = run("decisions", "export", "--store", kept, "--story", "ferries")
    assert ran.code == 2
    assert "nothing of a story 'ferries'. Its stories are: ferry, harbour." in ran.err


def test_to_another_store_and_back(kept: Path, tmp_path: Path) -> None:
    out, other = tmp_path / "out.jsonl", tmp_path / "other.db"
    assert run("decisions", "export", "--store", kept, "-o", out).code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert run("decisions", "export", "--store", kept).out == out.read_text(encoding="utf-8")
    ran = run("decisions", "import", out, "--store", other)
    assert (ran.code, ran.out, ran.err) == (0, "5 events added; 0 were here already.\n", "")
    assert run("decisions", "verify", "--store", other).out == run("decisions", "verify", "--store", kept).out
    assert run("decisions", "import", out, "--store", kept).out == "0 events added; 5 were here already.\n"


def test_one_story_can_be_exported(kept: Path) -> None:
    lines = run("decisions", "export", "--store", kept, "--story", "harbour").out.splitlines()
    assert [json.loads(line)["who"] for line in lines] == ["Cy"]


def test_csv_is_for_people_and_says_what_it_lacks(kept: Path, tmp_path: Path) -> None:
    out, other = tmp_path / "out.csv", tmp_path / "other.db"
    ran = run("decisions", "export", "--store", kept, "-o", out)
    assert (ran.code, "use JSON Lines to move decisions whole" in ran.err) == (0, True)
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"), newline="")))
    assert rows[0]["note"].startswith("'=1+1")
    assert run("decisions", "export", "--store", kept, "--format", "csv").out.lstrip("\ufeff").startswith("seq,at,who")
    ran = run("decisions", "import", out, "--store", other)
    assert (ran.code, ran.out, "use JSON Lines" in ran.err) == (0, "5 events added; 0 were here already.\n", True)
    assert run("decisions", "log", "--store", other).out == run("decisions", "log", "--store", kept).out


def test_two_desks_that_decided_otherwise_are_named(kept: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with open_store(other) as store:
        store.decide("harbour", snapshot(), Ruling.CONFIRMED, who="Di")
    with open_store(kept) as store:
        seen = store.matters("harbour")[0].last
        store.decide("harbour", snapshot(), Ruling.ACCEPTABLE, who="Ada", seen=seen)
    run("decisions", "export", "--store", other, "-o", tmp_path / "other.jsonl")
    ran = run("decisions", "import", tmp_path / "other.jsonl", "--store", kept)
    assert (ran.code, ran.out) == (0, "1 event added; 0 were here already.\n")
    assert "decided in two ways: People rescued: 12 or 14 (Ada acceptable at " in ran.err
    assert "that of Ada holds." in ran.err


BAD_FILES = {
    "no file": (None, "in.jsonl: There is no such file."),
    "no line": (b"{}\n", "in.jsonl: It can not be imported: line 1: id is missing, or no text. Nothing was imported."),
    "binary": (b"\x00\xff\n", "line 1: it is no UTF-8"),
}


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.cli.decisions.MOST_BYTES", 2_000_000)
    with (tmp_path / "in.jsonl").open("wb") as file:
        file.truncate(2_000_001)
    ran = run("decisions", "import", tmp_path / "in.jsonl", "--store", tmp_path / "x.db")
    assert ran.code == 2
    assert "in.jsonl: is larger than the 2 MB that an import may have." in ran.err
    assert not (tmp_path / "x.db").exists()


@pytest.mark.parametrize(("data", "told"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_that_can_not_be_imported(tmp_path: Path, data: bytes | None, told: str) -> None:
    if data is not None:
        (tmp_path / "in.jsonl").write_bytes(data)
    ran = run("decisions", "import", tmp_path / "in.jsonl", "--store", tmp_path / "x.db")
    assert (ran.code, told in ran.err, ran.err.count("\n")) == (2, True, 1)
    assert not (tmp_path / "x.db").exists()


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("decisions.db", "No format of decisions goes with the suffix '.db'."),
        ("a.xlsx", "suffix '.xlsx'"),
        ("no/where.csv", "can not be written (No such file or directory)"),
        ("folder.csv", "A folder is in its place."),
        ("link.csv", "That is the store itself."),
    ],
)
def test_where_no_export_can_be(kept: Path, output: str, told: str) -> None:
    (kept.parent / "folder.csv").mkdir()
    (kept.parent / "link.csv").symlink_to(kept)
    before = sorted(each.name for each in kept.parent.iterdir())
    ran = run("decisions", "export", "--store", kept, "-o", kept.parent / output)
    assert (ran.code, told in ran.err) == (2, True)
    assert sorted(each.name for each in kept.parent.iterdir()) == before
    assert run("decisions", "verify", "--store", kept).code == 0


def test_an_unknown_format(tmp_path: Path) -> None:
    ran = run("decisions", "export", "--store", stored(tmp_path / "a.db"), "--format", "xml")
    assert (ran.code, "The formats are csv and jsonl." in ran.err) == (2, True)
