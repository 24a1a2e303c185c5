"""What bad input gets: a message that names the file and says what to do, and nothing lost of the others."""

from __future__ import annotations

import json
import os
import shutil
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import discrepancy
from discrepancy import errors
from discrepancy.loaders import collect
from discrepancy.settings import Settings
from tests.samples import Ran, run, run_apart

ONE = "Police arrested 17 demonstrators after the march on Monday.\n\nThe square was quiet on Tuesday, they said.\n"
OTHER = "Police arrested 27 demonstrators after the march on Monday.\n\nThe square was quiet on Tuesday, they said.\n"
SAME = ONE.replace("quiet", "calm")
FRENCH = (
    "Le président de la République a déclaré mardi que le gouvernement ne renoncerait pas à la réforme des retraites, "
    "malgré les manifestations qui ont réuni plus de cent mille personnes dans les rues de la capitale.\n"
)


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two versions that agree in ``good``."""
    monkeypatch.chdir(tmp_path)
    good = tmp_path / "good"
    good.mkdir()
    (good / "wire.txt").write_text(ONE, encoding="utf-8")
    (good / "radio.txt").write_text(SAME, encoding="utf-8")
    return tmp_path


def report_of(*arguments: str | Path) -> tuple[Ran, dict[str, Any]]:
    """A run with a JSON report beside it."""
    ran = run("check", *arguments, "-o", "out.json", "-q")
    raw: dict[str, Any] = json.loads(Path("out.json").read_text(encoding="utf-8"))
    return ran, raw


def missing(path: Path) -> None:
    """Leaves nothing at the path."""


def folder(path: Path) -> None:
    path.mkdir()


def folder_of_pictures(path: Path) -> None:
    path.mkdir()
    (path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))


def empty(path: Path) -> None:
    path.touch()


def blank(path: Path) -> None:
    path.write_text(" \n\t\n", encoding="utf-8")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def no_encoding(path: Path) -> None:
    path.write_bytes(b"The march \x81\x8d\x8f\x90\x9d\xfe\xff drew \x81\x9d\x8d people \xf5\xf8\x81 on Monday.\n" * 20)


def cut_short(path: Path) -> None:
    path.write_bytes(b"\xff\xfe" + "Police arrested 17 people.".encode("utf-16-le")[:-1])


def french(path: Path) -> None:
    path.write_text(FRENCH * 4, encoding="utf-8")


def huge(path: Path) -> None:
    with path.open("wb") as stream:
        for _ in range(50):
            stream.write(b"The march drew 17 people on Monday.\n" * 29128)


def pipe(path: Path) -> None:
    os.mkfifo(path)


BAD: list[tuple[Callable[[Path], None], str, str]] = [
    (missing, "does not exist", "spelling"),
    (folder, "is an empty folder", "Put the versions of the story in it"),
    (folder_of_pictures, "holds no file that can be read", "Put the versions of the story in it"),
    (empty, "is an empty file", "remove it"),
    (blank, "nothing but white space", "Save the article"),
    (picture, "a PNG image", "Save the article"),
    (binary, "binary data", "Save the article"),
    (no_encoding, "no encoding that is known", "UTF-8"),
    (cut_short, "UTF-16", "UTF-8"),
    (french, "French", "translation"),
    (huge, "more than the limit", "Split it"),
    (pipe, "pipe", "Give a file"),
]
each_bad = pytest.mark.parametrize(("make", "what", "remedy"), BAD, ids=[make.__name__ for make, _, _ in BAD])


@each_bad
def test_is_told_and_nothing_else_is_lost(copy: Path, make: Callable[[Path], None], what: str, remedy: str) -> None:
    make(copy / "story.txt")
    ran, raw = report_of("story.txt", "good")
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert line.startswith("discrepancy: story.txt: ")
    assert what in line
    assert remedy in line
    ((path, told),) = [(each["path"], f"{each['what']} {each['remedy']}") for each in raw["unread"]]
    assert path == "story.txt"
    assert told in line
    assert [each["id"] for each in raw["documents"]] == ["radio", "wire"]
    assert raw["facts"]


@each_bad
def test_keep_going_looks_at_the_findings_alone(
    copy: Path, make: Callable[[Path], None], what: str, remedy: str
) -> None:
    make(copy / "story.txt")
    agreed = run("check", "story.txt", "good", "--keep-going", "-q")
    assert (agreed.code, len(agreed.err.splitlines())) == (0, 1)
    (copy / "good" / "courier.txt").write_text(OTHER, encoding="utf-8")
    differing = run("check", "story.txt", "good", "--keep-going", "-q")
    assert (differing.code, len(differing.err.splitlines())) == (1, 1)
    assert what in differing.err
    assert remedy in differing.err


@each_bad
def test_alone_it_is_no_check_even_when_told_to_keep_going(
    copy: Path, make: Callable[[Path], None], what: str, remedy: str
) -> None:
    make(copy / "story.txt")
    for extra in ([], ["--keep-going"]):
        ran = run("check", "story.txt", *extra)
        assert ran.code == 2
        assert "story.txt" in ran.err
        assert what in ran.err
        assert remedy in ran.err


@each_bad
def test_extract_and_load_tell_the_same(copy: Path, make: Callable[[Path], None], what: str, remedy: str) -> None:
    make(copy / "story.txt")
    ran = run("extract", "story.txt")
    assert ran.code == 2
    assert f"discrepancy: story.txt: {what}"[:24] in ran.err
    with pytest.raises(errors.InputError) as caught:
        discrepancy.load("story.txt")
    assert caught.value.where == "story.txt"
    assert what in caught.value.what
    assert remedy in caught.value.remedy
    with pytest.raises(errors.InputError) as again:
        discrepancy.check("story.txt")
    assert str(again.value) == str(caught.value)


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (missing, errors.PathMissing),
        (folder, errors.EmptyInput),
        (empty, errors.EmptyInput),
        (binary, errors.NotText),
        (no_encoding, errors.UnknownEncoding),
        (french, errors.WrongLanguage),
        (huge, errors.TooLarge),
        (pipe, errors.PathUnreadable),
    ],
)
def test_load_raises_the_error_of_that_kind(
    copy: Path, make: Callable[[Path], None], kind: type[errors.InputError]
) -> None:
    make(copy / "story.txt")
    with pytest.raises(kind):
        discrepancy.load(copy / "story.txt")


def test_a_file_that_may_not_be_read(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = copy / "locked.txt"
    locked.write_text(ONE, encoding="utf-8")
    locked.chmod(0)
    if os.access(locked, os.R_OK):  # the superuser may read all: let the system refuse this one
        _refuse(locked, monkeypatch)
    ran, raw = report_of("locked.txt", "good")
    assert ran.code == 2
    assert ran.err.startswith("discrepancy: locked.txt: may not be read: permission denied. Give yourself read access")
    assert [each["path"] for each in raw["unread"]] == ["locked.txt"]
    assert len(raw["documents"]) == 2
    with pytest.raises(errors.PathUnreadable):
        discrepancy.load("locked.txt")


def _refuse(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_open = Path.open

    def refusing(self: Path, *args: Any, **kwargs: Any) -> Any:
        if self.name == locked.name:
            raise PermissionError(13, "Permission denied", str(self))
        return really_open(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refusing)


def test_several_bad_files_are_each_told_in_the_order_of_their_paths(copy: Path) -> None:
    for name, make in (("c.txt", empty), ("a.txt", binary), ("b.txt", missing)):
        make(copy / name)
    ran, raw = report_of("c.txt", "b.txt", "good", "a.txt")
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == ["a.txt", "b.txt", "c.txt"]
    assert [each["path"] for each in raw["unread"]] == ["a.txt", "b.txt", "c.txt"]


def test_one_document_alone_is_checked_against_itself(copy: Path) -> None:
    (copy / "story.txt").write_text(
        "Dr. Katherine Lindqvist heads the clinic.\n\nThe report was written by Dr. Catherine Lindqvist on Monday.\n",
        encoding="utf-8",
    )
    ran = run("check", "story.txt", "--fail-on", "warning")
    assert ran.code == 1
    assert "NAM002" in ran.out
    assert "1 version" in ran.out
    assert run("check", "good/wire.txt").code == 0


@pytest.mark.parametrize(
    "paths", [["good/wire.txt", "good/wire.txt"], ["good", "good/wire.txt"], ["good", "good/../good"]]
)
def test_the_same_file_twice_is_read_once(copy: Path, paths: list[str]) -> None:
    ran, raw = report_of(*(copy / path for path in paths))
    assert (ran.code, ran.err) == (0, "")
    names = [each["path"] for each in raw["documents"]]
    assert len(names) == len(set(names))
    assert any("once" in each["why"] or "already" in each["why"] for each in raw["skipped"])


def test_the_same_text_in_two_files_is_no_conflict(copy: Path) -> None:
    shutil.copy(copy / "good" / "wire.txt", copy / "good" / "pickup.txt")
    ran, raw = report_of("good")
    assert ran.code == 0
    assert len(raw["documents"]) == 3
    assert raw["findings"] == []


def test_fifty_megabytes_are_refused_at_once(copy: Path) -> None:
    huge(copy / "story.txt")
    assert (copy / "story.txt").stat().st_size > 50_000_000
    tracemalloc.start()
    start = time.process_time()
    with pytest.raises(errors.TooLarge) as caught:
        discrepancy.load("story.txt")
    took = time.process_time() - start
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "52,4" in caught.value.what
    assert took < 1
    assert peak < 2_000_000


def test_the_limit_is_a_setting(copy: Path) -> None:
    path = copy / "good" / "wire.txt"
    assert collect([path], Settings(max_bytes=len(ONE))).unread == ()
    assert collect([path], Settings(max_bytes=len(ONE) - 1)).documents == ()


def test_other_files_of_a_folder_are_skipped_and_do_not_fail(copy: Path) -> None:
    others = {
        "README.md": "# What this is\n",
        "readme.txt": "These are five versions of one story that were written for a test of this program.",
        ".hidden.txt": ONE,
        "notes.toml": "x = 1\n",
        "gold.json": '{"x": 1}',
    }
    for name, text in others.items():
        (copy / "good" / name).write_text(text, encoding="utf-8")
    (copy / "good" / ".git").mkdir()
    (copy / "good" / ".git" / "story.txt").write_text(OTHER, encoding="utf-8")
    ran, raw = report_of("good")
    assert (ran.code, ran.err) == (0, "")
    assert [each["id"] for each in raw["documents"]] == ["radio", "wire"]
    assert raw["unread"] == []
    skipped = {each["path"]: each["why"] for each in raw["skipped"]}
    assert skipped.keys() == {f"good/{name}" for name in (*others, ".git")}
    assert "README" in skipped["good/README.md"]
    assert "TOML" in skipped["good/notes.toml"]
    assert "JSON" in skipped["good/gold.json"]
    assert skipped["good/.hidden.txt"] == "hidden"


@pytest.mark.parametrize("name", ["gold.json", "notes.toml", "set.xml"])
def test_a_file_that_no_loader_reads_is_an_error_when_given_by_name(copy: Path, name: str) -> None:
    (copy / name).write_text(
        {"json": '{"x": 1}', "toml": "x = 1\n", "xml": "<?xml version='1.0'?><set/>"}[name.split(".")[1]]
    )
    ran = run("check", name, "good")
    assert ran.code == 2
    assert ran.err.startswith(f"discrepancy: {name}: is ")
    assert "Save the article's text as a UTF-8 .txt file" in ran.err


def test_a_readme_given_by_name_is_read(copy: Path) -> None:
    (copy / "README.txt").write_text(OTHER, encoding="utf-8")
    ran, raw = report_of("README.txt", "good")
    assert ran.code == 1
    assert len(raw["documents"]) == 3


def test_names_that_are_hard_to_print(copy: Path) -> None:
    for name in (b"caf\xe9.txt", "Köln\n[bold]x.txt".encode(), b"-o.txt", "\u202ecod.txt".encode()):
        (copy / "good" / os.fsdecode(name)).write_text(ONE, encoding="utf-8")
        (copy / "good" / os.fsdecode(b"empty " + name)).touch()
    ran, raw = report_of("good")
    assert ran.code == 2
    assert len(raw["documents"]) == 6
    assert len(raw["unread"]) == 4
    assert len(ran.err.splitlines()) == 4
    page = run("check", "good", "-o", "page.html")
    assert page.code == 2
    assert Path("page.html").read_text(encoding="utf-8")


def test_no_trace_ever_reaches_a_user(copy: Path) -> None:
    """All bad input at once, in a program of its own, with a terminal that knows ASCII alone."""
    for make in (empty, binary, picture, no_encoding, french, huge, pipe):
        make(copy / f"{make.__name__}.txt")
    names = sorted(path.name for path in copy.glob("*.txt"))
    plain = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ran = run_apart("check", *names, "gone.txt", "good", cwd=copy, env=plain)
    assert ran.code == 2
    assert "Traceback" not in ran.out + ran.err
    assert len(ran.err.splitlines()) == len(names) + 1
    assert all(line.startswith("discrepancy: ") for line in ran.err.splitlines())


@given(st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda text: text.encode("utf-8"))))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(data)
    found = collect([path], Settings(base=path.parent))
    assert found.documents or found.unread or found.skipped
    for document in found.documents:
        assert all(0 <= block.start < block.end <= len(document.text) for block in document.blocks)
    for entry in found.unread:
        assert entry.path.startswith("any.txt")
        assert entry.what
        assert entry.remedy


def test_days_at_the_ends_of_the_calendar_are_no_trace(tmp_path: Path) -> None:
    for name, day in (("a", "9999-12-31"), ("b", "0001-01-01"), ("c", "9998-12-30")):
        text = f"Flood kills 12\n\nThe flood on Tuesday, {day}, killed 12 people. It came ten days after {day}.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert len(discrepancy.check(tmp_path).documents) == 3
