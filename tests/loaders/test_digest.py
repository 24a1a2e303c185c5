"""A document knows the hash of its file where the text is all that the file holds, and only there."""

from __future__ import annotations

import gzip
import hashlib
import zipfile
from pathlib import Path

import pytest

import discrepancy

TEXT = "Harbour opens\r\n\r\nThe harbour café of Norvik opened on Monday with 40 guests.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_of_plain_text_it_is_that_of_the_bytes(tmp_path: Path, encoding: str) -> None:
    data = TEXT.encode(encoding)
    (tmp_path / "a.txt").write_bytes(data)
    [document] = discrepancy.load(tmp_path / "a.txt")
    assert document.digest == hashlib.sha256(data).hexdigest()
    assert document.text == TEXT


def test_of_what_is_packed_or_of_another_form_there_is_none(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", TEXT)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "c.md").write_text(f"# {TEXT}", encoding="utf-8")
    (tmp_path / "d.txt").write_text(
        f"<!doctype html><html><body><article><p>{TEXT}</p></article></body></html>", "utf-8"
    )
    for name in ("a.zip", "b.txt.gz", "c.md", "d.txt"):
        assert [document.digest for document in discrepancy.load(tmp_path / name)] == [""], name
