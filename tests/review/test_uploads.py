"""Versions that are given through the desk: where they are kept, under which names, and what is not kept."""

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from discrepancy.errors import StoreError, UsageError
from discrepancy.review import uploads
from discrepancy.review.desk import Desk
from discrepancy.review.uploads import Kept, Version, safe_name
from discrepancy.settings import Settings
from tests.review.client import Client
from tests.review.desks import FIRST, ids

THIRD = FIRST.replace("boats: 12", "boats: 15")


def files_below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def drop(client: Client, *files: tuple[str, bytes]) -> Any:
    return client.post("/api/1/files", files=[("files", each) for each in files])


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("wire.txt", "wire.txt"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/home/ana/.ssh/authorized_keys", "authorized_keys"),
        (".hidden.txt", "hidden.txt"),
        ("...", "version.txt"),
        ("", "version.txt"),
        ("a\0b.txt", "b.txt"),
        ("line\nfeed\x1b[31m.txt", "line-feed-31m.txt"),
        ("\u202etxt.exe", "txt.exe"),
        ("CON.txt", "version CON.txt"),
        ("README.md", "version README.md"),
        ("two  words (2).docx", "two  words (2).docx"),
        ("wire*[a-z]?.txt", "wire-a-z.txt"),
        ("na\u0308me.txt", "n\u00e4me.txt"),
        (";.txt", "version.txt"),
        ("two.parts.txt", "two.parts.txt"),
        ("x" * 300 + ".txt", "x" * 96 + ".txt"),
        ("\u4e16" * 90 + ".txt", "\u4e16" * 32 + ".txt"),
    ],
)
def test_names_are_made_safe(given: str, kept: str) -> None:
    assert safe_name(given) == kept
    assert safe_name(kept) == kept


def test_a_version_is_added_and_checked(client: Client, tmp_path: Path) -> None:
    before = files_below(tmp_path)
    answer = client.post("/api/1/documents", json={"name": "third", "text": THIRD})
    assert answer.status_code == 201
    told = answer.json()
    assert [(each["id"], each["added"]) for each in told["documents"]] == [
        ("first", False),
        ("second", False),
        ("third", True),
    ]
    assert told["revision"] == 2
    assert "15" in client.get(f"/api/1/findings/{ids(client)['boats']}").json()["summary"]
    [made] = files_below(tmp_path) - before - {"decisions.sqlite.key"}
    assert made.startswith("decisions.sqlite.versions/harbour-")
    assert made.endswith("/third.txt")
    assert client.get("/api/1/documents").json() == told


def test_a_name_that_is_taken_is_a_new_version_of_that_source(client: Client, desk: Desk) -> None:
    assert drop(client, ("first.txt", THIRD.encode())).status_code == 201
    told = drop(client, ("FIRST.TXT", THIRD.replace("15", "16").encode())).json()
    assert desk.kept.names() == ["FIRST-3.TXT", "first-2.txt"]
    sources = {each["id"]: each["source"] for each in told["documents"]}
    assert sources["first-2"] == sources["first"] == "first"
    assert not told["unread"]


def test_several_are_kept_or_none(client: Client, desk: Desk, tmp_path: Path) -> None:
    before = files_below(tmp_path)
    answer = drop(client, ("third.txt", THIRD.encode()), ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(50)))
    assert answer.status_code == 415
    assert "picture.png" in answer.json()["error"]["what"]
    assert files_below(tmp_path) == before
    assert desk.shown.revision == 1
    assert drop(client, ("third.txt", THIRD.encode()), ("4.txt", THIRD.encode())).status_code == 201
    assert desk.kept.names() == ["4.txt", "third.txt"]


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("empty.txt", b"", 422),
        ("blank.txt", b" \n ", 422),
        ("program.exe", b"MZ" + bytes(200), 415),
        ("story.toml", b'[files."first.txt"]\nsource = "Tide"\n', 422),
        ("page.html", b"<html><body></body></html>", 422),
        ("long.txt", b"boats " * 100_000, 413),
        ("../../escape.txt", THIRD.encode(), 201),
    ],
)
def test_what_can_not_be_read_is_not_kept(client: Client, tmp_path: Path, name: str, data: bytes, status: int) -> None:
    before = files_below(tmp_path)
    answer = drop(client, (name, data))
    assert answer.status_code == status, answer.text
    made = files_below(tmp_path) - before
    if status == 201:
        assert [Path(each).name for each in made] == ["escape.txt"]
        assert all(each.startswith("decisions.sqlite.versions/") for each in made)
    else:
        assert not made
        assert answer.json()["error"]["what"].startswith(f"{name}: ")


def test_an_archive_that_leads_out_of_its_folder_writes_nothing(client: Client, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../out.txt", THIRD)
    drop(client, ("wires.zip", packed.getvalue()))
    assert not list(tmp_path.parent.rglob("out.txt"))


def test_forms_are_bounded(client: Client) -> None:
    many = [(f"{n}.txt", b"boats: 1") for n in range(uploads.MOST_FILES + 1)]
    assert drop(client, *many).status_code == 400
    assert client.post("/api/1/files", files={"other": ("a.txt", b"boats")}).status_code == 422
    assert client.post("/api/1/files", files={"files": ("a.txt", b"x")}, data={"more": "x"}).status_code == 422
    for kind in ("multipart/form-data", "multipart/form-data; boundary=x"):
        answer = client.post("/api/1/files", content=b"nothing", headers={"content-type": kind})
        assert answer.status_code in {400, 422}, kind


def test_no_more_are_kept_than_a_story_has(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_KEPT", 1)
    with pytest.raises(UsageError, match="More than 1"):
        desk.add([Version("a.txt", THIRD.encode()), Version("b.txt", THIRD.encode())])
    assert desk.kept.names() == []


def test_a_full_disk_is_told(desk: Desk, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    answer = drop(client, ("third.txt", THIRD.encode()))
    assert answer.status_code == 503
    assert "No space left on device" in answer.json()["error"]["what"]
    assert desk.kept.names() == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="can not be kept"):
        Kept(tmp_path / "store", "harbour").add([Version("a.txt", THIRD.encode())], (), Settings())


def test_stories_have_folders_of_their_own(tmp_path: Path) -> None:
    folders = {Kept(tmp_path / "store", story).folder for story in ("a/b", "a-b", "../b", "", "a" * 500)}
    assert len(folders) == 5
    assert {folder.parent for folder in folders} == {tmp_path / "store.versions"}
    assert all(len(folder.name) < 60 for folder in folders)


def test_what_is_kept_is_its_owners_alone(client: Client, desk: Desk) -> None:
    before = os.umask(0)
    try:
        for _ in range(2):  # the second is noted in a story.toml
            assert drop(client, ("first.txt", FIRST.replace("boats: 12", "boats: 16").encode())).status_code == 201
    finally:
        os.umask(before)
    folder = desk.kept.folder
    made = [folder.parent, folder, *folder.iterdir()]
    assert {path.name for path in made} >= {"first-2.txt", "first-3.txt", "story.toml"}
    assert [path.name for path in made if path.stat().st_mode & 0o077] == []


def test_a_bad_form_is_told_to_its_sender_alone(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    kind = {"content-type": "multipart/form-data; boundary=harbour"}
    assert client.post("/api/1/files", content=b"boats", headers=kind).status_code == 400
    assert caplog.text == ""
