"""The command line's ways of reading: ``load``, and the options of all commands that change what is read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from discrepancy.cli.reading import fetching, read_columns
from discrepancy.errors import NotFetched, UsageError
from discrepancy.settings import Revisions, Settings
from tests.samples import REPO, run, run_apart

WIRE = "Ferry runs aground off Norvik\n\nA ferry with 60 passengers ran aground off Norvik on Tuesday, police said.\n"
OURS = WIRE.replace("60", "70")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two versions and what is said of one of them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    home = tmp_path / "story"
    home.mkdir()
    (home / "wire.txt").write_text(WIRE, encoding="utf-8")
    (home / "ours.txt").write_text(OURS, encoding="utf-8")
    (home / "story.toml").write_text('[files."wire.txt"]\nsource = "Nordic Press"\nrole = "wire"\n', encoding="utf-8")
    return home


# --- load ---


def test_load_shows_what_is_known_and_a_line_a_block(folder: Path) -> None:
    ran = run("load", folder / "wire.txt")
    assert (ran.code, ran.err) == (0, "")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert "source Nordic Press story.toml" in lines
    assert "role wire story.toml" in lines
    assert any(line.startswith("headline ") and line.endswith("5 Ferry runs aground off Norvik") for line in lines)
    assert any(line.startswith("body ") and "A ferry with 60 passengers" in line for line in lines)
    assert lines[-1] == "1 document read."


def test_load_takes_several_paths_and_gives_json_as_check_does(folder: Path) -> None:
    ran = run("load", folder / "wire.txt", "story/ours.txt", "--format", "json")
    assert ran.code == 0
    told = json.loads(ran.out)
    assert told["documents"] == json.loads(run("check", "story", "--format", "json").out)["documents"]
    assert [each["id"] for each in told["documents"]] == ["ours", "wire"]
    assert (told["facts"], told["findings"]) == ([], [])


def test_what_can_not_be_read_is_told_as_in_check(folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "notes.py").write_text("x = 1\n", encoding="utf-8")
    loaded, checked = run("load", "story"), run("check", "story")
    assert loaded.code == 2
    assert loaded.err == checked.err
    assert "story/empty.txt" in loaded.err
    assert "Skipped: story/notes.py" in loaded.out
    assert "2 documents read." in loaded.out
    assert run("load", "story/notes.py").code == 2


def test_a_misspelt_name_in_story_toml_is_heard_of(folder: Path) -> None:
    (folder / "story.toml").write_text('[files."wires.txt"]\nrole = "wire"\n', encoding="utf-8")
    ran = run("load", "story")
    assert ran.code == 2
    assert ran.err == (
        "discrepancy: story/story.toml, line 1: “wires.txt” fits no file in this folder. Did you mean “wire.txt”? "
        "Correct the name, or take the entry out.\n"
    )


def test_load_needs_no_language_model(folder: Path) -> None:
    code = (
        "import sys; sys.argv = ['discrepancy', 'load', 'story']\n"
        "from discrepancy.cli import main\n"
        "try:\n    main()\nexcept SystemExit as stop:\n    assert stop.code == 0\n"
        "print([name for name in ('spacy', 'sklearn', 'pandas', 'httpx') if name in sys.modules])"
    )
    env = {"PYTHONPATH": str(REPO), "PATH": ""}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder.parent, env=env, check=False)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_load_on_a_terminal_that_knows_ascii_alone(folder: Path) -> None:
    (folder / "wire.txt").write_text(f"{WIRE}\nZoë said “so”.\x1b[31m\n", encoding="utf-8")
    ran = run_apart(
        "load", "story", cwd=folder.parent, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    )
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.isascii()
    assert "\x1b" not in ran.out


def test_a_format_that_there_is_not(folder: Path) -> None:
    assert folder.is_dir()
    ran = run("load", "story", "--format", "html")
    assert ran.code == 2
    assert "picture and json" in ran.err


# --- how files are read ---

COMMANDS = ("check", "extract", "load")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_reads_as_it_is_told(folder: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert folder.is_dir()
    collect = mock.Mock(side_effect=UsageError("enough"))
    monkeypatch.setattr("discrepancy.cli.reading.collect", collect)
    options = ("--revisions", "both", "--columns", "text=Body,title=Head", "--columns", "story=Id", "--max-bytes", "9")
    assert run(command, "story", *options).code == 2
    assert collect.call_args.args[1] == Settings(
        revisions=Revisions.BOTH, columns=(("text", "Body"), ("title", "Head"), ("story", "Id")), max_bytes=9
    )
    run(command, "story")
    assert collect.call_args.args[1] == Settings()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_limit_is_kept(folder: Path, command: str) -> None:
    assert folder.is_dir()
    ran = run(command, "story", "--max-bytes", "20")
    assert ran.code == 2
    assert ran.err.count("more than the limit of 20") == 2


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ("text", "“text”"),
        ("text=", "“text=”"),
        ("=Body", "“=Body”"),
        ("text=Body,title", "“title”"),
        ("text=Body,", "“”"),
        ("text=Body,Text=Head", "the field “Text” twice"),
    ],
)
def test_columns_that_are_not_understood(folder: Path, given: str, what: str) -> None:
    assert folder.is_dir()
    ran = run("load", "story", "--columns", given)
    assert (ran.code, ran.out) == (2, "")
    assert what in ran.err
    assert len(ran.err.splitlines()) == 1


def test_columns_may_have_spaces_and_equals_signs() -> None:
    assert read_columns(["Text = Main body ,title=a=b"]) == (("text", "Main body"), ("title", "a=b"))


# --- addresses ---


class Web:
    """Stands in for what is fetched: a page for each address of ``example``, nothing for any other."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, bool]] = []

    def fetch(self, address: str, folder: Path, *, allow_private: bool = False) -> Path:
        self.asked.append((address, str(folder), allow_private))
        if "example" not in address:
            raise NotFetched("can not be reached.", where=address, remedy="Try again.")
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{address.rsplit('/', 1)[1]}.txt"
        path.write_text(OURS, encoding="utf-8")
        return path


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Web:
    web = Web()
    monkeypatch.setattr("discrepancy.fetching.fetch", web.fetch)
    return web


def test_an_address_is_fetched_and_read_from_where_it_is_kept(folder: Path, web: Web) -> None:
    assert folder.is_dir()
    ran = run("load", "https://tide.example/ferry", "story/wire.txt", "--format", "json")
    assert [each["path"] for each in json.loads(ran.out)["documents"]] == ["fetched/ferry.txt", "story/wire.txt"]
    assert web.asked == [("https://tide.example/ferry", "fetched", False)]


def test_what_is_fetched_is_kept_beside_the_report(folder: Path, web: Web) -> None:
    assert folder.is_dir()
    run("check", "story", "HTTP://tide.example/ferry", "-o", "out/report.json", "-q", "--allow-private")
    run("check", "story", "http://tide.example/ferry", "-o", "out/report.json", "-q", "--keep", "kept")
    assert [asked[1:] for asked in web.asked] == [("out/fetched", True), ("kept", False)]
    told = json.loads(Path("out/report.json").read_bytes())
    assert [each["path"] for each in told["documents"]] == ["kept/ferry.txt", "story/ours.txt", "story/wire.txt"]


def test_an_address_that_can_not_be_fetched_does_not_lose_the_files(folder: Path, web: Web) -> None:
    assert folder.is_dir()
    for command in (("check",), ("load",), ("extract",), ("check", "--pages", "site")):
        ran = run(*command, "https://gone.invalid/a", "story/wire.txt")
        assert ran.code == 2
        assert ran.err == "discrepancy: https://gone.invalid/a: can not be reached. Try again.\n"
    assert len(web.asked) == 4
    assert Path("site/story.html").exists()
    told = json.loads(run("check", "https://gone.invalid/a", "story", "--format", "json").out)
    assert [each["path"] for each in told["unread"]] == ["https://gone.invalid/a"]


def test_an_address_twice_is_fetched_once(folder: Path, web: Web) -> None:
    assert folder.is_dir()
    ran = run("load", "https://tide.example/a", "https://tide.example/a", "--format", "json")
    assert len(web.asked) == 1
    assert [each["why"] for each in json.loads(ran.out)["skipped"]] == ["given more than once: read once"]


def test_a_draft_may_be_an_address(folder: Path, web: Web) -> None:
    assert folder.is_dir()
    told = json.loads(run("check", "story/wire.txt", "--draft", "https://us.example/own", "--format", "json").out)
    assert told["draft"] == "own"
    assert len(web.asked) == 1


def test_nothing_is_fetched_before_it_is_known_that_the_report_can_be_written(folder: Path, web: Web) -> None:
    assert folder.is_dir()
    assert run("check", "https://tide.example/a", "-o", "report.unknown").code == 2
    assert run("load", "https://tide.example/a", "--columns", "x").code == 2
    assert web.asked == []


def test_where_it_is_kept() -> None:
    assert fetching(None, allow_private=False).folder == Path("fetched")
    assert fetching(None, [Path("a/b.html"), Path("c/d.json")], allow_private=False).folder == Path("a/fetched")
    assert fetching(Path("k"), [Path("a/b.html")], allow_private=True).folder == Path("k")


@pytest.mark.usefixtures("folder")
def test_an_address_of_another_kind_is_named_as_one() -> None:
    ran = run("load", "ftp://news.example/ferry")
    assert ran.code == 2
    assert "ftp://news.example/ferry: is an address that is neither http nor https." in ran.err


def test_a_table_that_is_passed_over_has_one_remedy(folder: Path) -> None:
    (folder / "a.csv").write_text("ref,hl\na,Ferry aground off the port of Norvik\n", encoding="utf-8")
    ran = run("load", folder / "a.csv")
    assert ran.code == 2
    assert "--columns text=NAME." in ran.err
    assert ".txt" not in ran.err
