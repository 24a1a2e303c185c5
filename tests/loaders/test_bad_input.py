"""Each bad input gets a message that names the file and what to do, and nothing of the others is lost."""

import os
import time
import zipfile
from pathlib import Path

import pytest

from discrepancy.errors import (
    EmptyInput,
    InputError,
    NotText,
    PathMissing,
    PathUnreadable,
    TooLarge,
    UnknownEncoding,
    WrongLanguage,
)
from discrepancy.loaders import collect, load_path
from discrepancy.settings import Settings
from tests.loaders.pages import LEAD, SECOND, THIRD, TITLE, page

GOOD = page(TITLE, LEAD, SECOND, THIRD).encode()
FRENCH = (
    "Un traversier avec soixante passagers à son bord s'est échoué lundi au large de Norvik, selon la garde côtière. "
    "Personne n'a été blessé et tous les passagers ont été conduits à terre dans la soirée."
)
RUSSIAN = "Паром с шестьюдесятью пассажирами сел на мель в понедельник, сообщила береговая охрана. Никто не пострадал."
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"

BAD = [
    ("empty.txt", b"", EmptyInput, "empty file"),
    ("blank.txt", b" \n\t\r\n\xc2\xa0", EmptyInput, "white space"),
    ("bom.txt", b"\xef\xbb\xbf", EmptyInput, "white space"),
    ("picture.txt", PNG, NotText, "PNG image"),
    ("disk.txt", b"SQLite format 3\x00", NotText, "SQLite"),
    ("zeros.txt", bytes(2000), NotText, "binary"),
    ("late.txt", GOOD * 20 + b"\x00\x01\x02", NotText, "binary"),
    ("picture.png", PNG, NotText, "PNG image"),
    ("cut.txt", GOOD + "é".encode()[:1], UnknownEncoding, f"byte {len(GOOD)}"),
    ("mixed.txt", "“Where’s the café?” – “Here…”".encode() + b" caf\xe9 there", UnknownEncoding, "no encoding"),
    ("half.txt", b"\xff\xfea\x00b", UnknownEncoding, "UTF-16-LE"),
    ("french.txt", FRENCH.encode(), WrongLanguage, "French"),
    ("russian.txt", RUSSIAN.encode("cp1251"), WrongLanguage, "Russian"),
    ("table.json", b'{"a": 1}', InputError, "JSON"),
    ("set.xml", b"<?xml version='1.0'?><settings/>", InputError, "XML"),
    ("settings.toml", b"a = 1", InputError, "TOML"),
]


@pytest.mark.parametrize(("name", "data", "error", "what"), BAD, ids=[name for name, *_ in BAD])
def test_bad_file_given_by_name(tmp_path: Path, name: str, data: bytes, error: type[InputError], what: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_bytes(GOOD)
    settings = Settings(base=tmp_path)
    with pytest.raises(error, match=what) as raised:
        load_path(tmp_path / name, settings)
    assert type(raised.value) is error
    assert str(raised.value).startswith(f"{name}: ")
    assert raised.value.remedy
    loaded = collect([tmp_path / name, tmp_path / "good.txt"], settings)
    assert [document.id for document in loaded.documents] == ["good"]
    assert [(entry.path, entry.what, entry.remedy) for entry in loaded.unread] == [
        (name, raised.value.what, raised.value.remedy)
    ]


def test_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PathMissing, match=r"nowhere\.txt: does not exist"):
        load_path(tmp_path / "nowhere.txt", Settings(base=tmp_path))
    assert collect(["no\0where"]).unread[0].what
    assert collect(["x" * 5000]).unread[0].what


OTHERS = [
    ("photo.png", PNG, "a PNG image", "the text that it shows"),
    ("photo.webp", b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a picture", "the text that it shows"),
    ("talk.wav", b"RIFF\x10\x00\x00\x00WAVEfmt ", "a recording", "what is said in it"),
    ("talk.mp3", b"ID3\x03\x00\x00", "an MP3 recording", "what is said in it"),
    ("talk.mp4", b"\x00\x00\x00\x18ftypisom", "a video", "what is said in it"),
    ("wires.7z", b"7z\xbc\xaf\x27\x1c\x00\x04", "a 7-Zip archive", "Unpack it"),
    ("desk.sqlite", b"SQLite format 3\x00", "an SQLite database", "Export the articles"),
    ("notes.toml", b"a = 1\n", "TOML", "UTF-8 .txt file"),
    ("tool.py", b"print('one two')\n", "a .py file", "UTF-8 .txt file"),
]


@pytest.mark.parametrize(("name", "data", "what", "remedy"), OTHERS, ids=[name for name, *_ in OTHERS])
def test_what_no_loader_reads_is_named_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, what: str, remedy: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (entry,) = collect([tmp_path / name], Settings(base=tmp_path)).unread
    assert entry.what == f"is {what}{', not an article' * (what == 'TOML')}, and no loader reads it."
    assert remedy in entry.remedy
    (tmp_path / "good.txt").write_bytes(GOOD)
    (skipped,) = collect([tmp_path], Settings(base=tmp_path)).skipped
    assert skipped.path == name
    assert skipped.why.startswith(what)
    assert "no loader reads it" in skipped.why


def test_what_a_loader_passes_over_is_an_error_when_given_by_name(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "table.xlsx", "w") as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        book.writestr("xl/workbook.xml", "<workbook/>")
    (tmp_path / "good.txt").write_bytes(GOOD)
    settings = Settings(base=tmp_path)
    assert [entry.path for entry in collect([tmp_path], settings).skipped] == ["table.xlsx"]
    (entry,) = collect([tmp_path / "table.xlsx", tmp_path / "good.txt"], settings).unread
    assert "Excel" in entry.what
    assert entry.remedy == "Save the sheet with the articles as CSV."


@pytest.mark.parametrize("names", [(), ("README.md", "gold.json", ".hidden")])
def test_folder_with_nothing_to_read(tmp_path: Path, names: tuple[str, ...]) -> None:
    folder = tmp_path / "versions"
    folder.mkdir()
    for name in names:
        (folder / name).write_text("{}")
    with pytest.raises(EmptyInput, match="versions: ") as raised:
        load_path(folder, Settings(base=tmp_path))
    assert [entry.what for entry in collect([folder], Settings(base=tmp_path)).unread] == [raised.value.what]


def test_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.txt").write_bytes(GOOD)
    (tmp_path / "secret.py").write_bytes(b"{}")
    (tmp_path / "good.txt").write_bytes(GOOD)
    real = Path.open

    def forbidden(path: Path, *args: object, **kwargs: object) -> object:
        if path.stem == "secret":
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **kwargs)  # type: ignore[call-overload]  # whatever it was called with

    monkeypatch.setattr(Path, "open", forbidden)
    settings = Settings(base=tmp_path)
    loaded = collect([tmp_path], settings)
    assert [document.id for document in loaded.documents] == ["good"]
    assert [(entry.path, "permission denied" in entry.what) for entry in loaded.unread] == [("secret.txt", True)]
    assert [entry.path for entry in loaded.skipped] == ["secret.py"]
    with pytest.raises(PathUnreadable, match=r"secret\.txt.*permission"):
        load_path(tmp_path / "secret.txt", settings)


def test_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "good.txt").write_bytes(GOOD)
    real = os.scandir

    def forbidden(path: Path) -> object:
        if Path(path).name == "secret":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", forbidden)
    loaded = collect([tmp_path], Settings(base=tmp_path))
    assert [document.id for document in loaded.documents] == ["good"]
    assert [entry.path for entry in loaded.unread] == ["secret"]


def test_file_over_the_limit(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(GOOD)
    with pytest.raises(TooLarge, match=r"long\.txt: .*limit"):
        load_path(tmp_path / "long.txt", Settings(base=tmp_path, max_bytes=len(GOOD) - 1))
    assert load_path(tmp_path / "long.txt", Settings(base=tmp_path, max_bytes=len(GOOD)))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(PathUnreadable, match="not opened"):
        load_path(tmp_path / "pipe.txt", Settings(base=tmp_path))


def test_links_in_a_circle_and_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_bytes(GOOD)
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    loaded = collect([tmp_path], Settings(base=tmp_path))
    assert [document.id for document in loaded.documents] == ["good"]
    assert [entry.path for entry in loaded.skipped] == ["again"]
    assert [entry.path for entry in loaded.unread] == ["gone.txt", "self.txt"]


@pytest.mark.parametrize(("megabytes", "seconds"), [(1, 20), pytest.param(50, 240, marks=pytest.mark.soak)])
def test_long_text_is_read_in_bounded_time(tmp_path: Path, megabytes: int, seconds: int) -> None:
    text = (GOOD + b"\n\n") * (megabytes * 1_000_000 // len(GOOD))
    (tmp_path / "long.txt").write_bytes(text)
    start = time.process_time()
    (document,) = load_path(tmp_path / "long.txt", Settings(base=tmp_path, max_bytes=2 * len(text)))
    assert time.process_time() - start < seconds
    assert document.text == text.decode()
    assert document.blocks[-1].end > len(text) - 100
