"""``story.toml``: what a newsroom says of its files wins over what was guessed; each mistake in it is told."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.errors import InputError, Malformed, UsageError
from discrepancy.loaders import Loaded, collect, gather, load_path
from discrepancy.model import Document, SourceRole
from discrepancy.settings import Settings
from tests.loaders.giving import told

WIRE = (
    "Ferry runs aground off Norvik\n\nNORVIK, March 3 (Coast Press) -- A ferry with 60 passengers ran aground off "
    "Norvik on Tuesday, the coast guard said.\n\nNobody was hurt, said Ida Holm, who leads the rescue.\n"
)
OURS = WIRE.replace("60", "70").replace("Nobody was", "No one was")
ZONE = dt.timezone(dt.timedelta(hours=1))


@pytest.fixture
def wires(tmp_path: Path) -> Path:
    """A folder with two versions of a wire and a text of our own."""
    folder = tmp_path / "wires"
    folder.mkdir()
    for name, text in (("wire-1.txt", WIRE), ("wire-2.txt", WIRE), ("ours.txt", OURS)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def note(folder: Path, text: str) -> Path:
    path = folder / "story.toml"
    path.write_text(text, encoding="utf-8")
    return path


def read(folder: Path, text: str, **settings: object) -> Loaded:
    """What a check of the folder reads, with ``text`` as its story.toml."""
    note(folder, text)
    return collect([folder], Settings(base=folder.parent, **settings))  # type: ignore[arg-type]  # fields by name


def by_name(loaded: Loaded) -> dict[str, Document]:
    return {document.path.removeprefix("wires/"): document for document in loaded.documents}


EVERYTHING = """
[files."wire-1.txt"]
source = "Nordic Press"
role = "wire"
published = 2026-03-03T10:15:00+01:00
updated = "Tue, 03 Mar 2026 11:00:00 +0100"
family = "Nordic Press wire"
title = "Ferry  aground"
address = "https://nordic.example/ferry"
version = 2
story = "ferry"
"""


def test_what_is_said_wins_over_what_was_guessed(wires: Path) -> None:
    loaded = read(wires, EVERYTHING)
    assert loaded.unread == ()
    assert all("story.toml" not in entry.path for entry in loaded.skipped)
    document = by_name(loaded)["wire-1.txt"]
    assert (document.source, document.role, document.version) == ("Nordic Press", SourceRole.WIRE, 2)
    assert document.published == dt.datetime(2026, 3, 3, 10, 15, tzinfo=ZONE)
    assert document.updated == dt.datetime(2026, 3, 3, 11, tzinfo=ZONE)
    assert (document.family, document.title, document.story) == ("Nordic Press wire", "Ferry aground", "ferry")
    assert document.address == "https://nordic.example/ferry"
    assert document.text == WIRE
    assert told(document, "source") == [("Nordic Press", "story.toml"), ("Coast Press", "the text's own lines")]
    assert told(document, "published")[0] == ("2026-03-03T10:15:00+01:00", "story.toml")
    assert told(document, "version") == [("2", "story.toml")]
    other = by_name(loaded)["wire-2.txt"]
    assert (other.source, other.role, other.family) == ("Coast Press", SourceRole.UNKNOWN, "")


def test_the_closer_entry_wins_key_by_key(wires: Path) -> None:
    found = by_name(
        read(
            wires,
            '[files."*.txt"]\nsource = "Any"\nrole = "rival"\n[files."wire-*.txt"]\nrole = "wire"\nfamily = "N"\n'
            '[files."wire-2.txt"]\nsource = "Nordic"\n',
        )
    )
    # Of two patterns the first one stands.
    assert [(d.source, d.role.value, d.family) for d in found.values()] == [
        ("Any", "rival", ""),
        ("Any", "rival", "N"),
        ("Nordic", "rival", "N"),
    ]


def test_a_day_stays_a_day(wires: Path) -> None:
    found = by_name(
        read(wires, '[files."ours.txt"]\npublished = 2026-03-03\n[files."wire-1.txt"]\npublished = "4 March 2026"')
    )
    assert found["ours.txt"].published == dt.date(2026, 3, 3)
    assert found["wire-1.txt"].published == dt.date(2026, 3, 4)


def test_members_of_archives_are_named_by_their_way(wires: Path) -> None:
    with zipfile.ZipFile(wires / "pack.zip", "w") as archive:
        archive.writestr("first.txt", WIRE)
        archive.writestr("late/second.txt", OURS)
    loaded = read(
        wires,
        '[files."pack.zip"]\nsource = "Pack"\nrole = "wire"\n[files."pack.zip/first.txt"]\nsource = "First"\n'
        '[files."pack.zip/*/second.txt"]\nversion = 3\n',
    )
    found = by_name(loaded)
    assert loaded.unread == ()
    assert (found["pack.zip/first.txt"].source, found["pack.zip/first.txt"].role) == ("First", SourceRole.WIRE)
    assert (found["pack.zip/late/second.txt"].source, found["pack.zip/late/second.txt"].version) == ("Pack", 3)
    assert found["wire-1.txt"].role is SourceRole.UNKNOWN
    wrong = read(wires, '[files."pack.zip/frist.txt"]\nsource = "First"\n')
    assert [(entry.path, entry.what) for entry in wrong.unread] == [
        ("wires/story.toml, line 1", "“pack.zip/frist.txt” fits no article in pack.zip.")
    ]
    assert "Did you mean “pack.zip/first.txt”?" in wrong.unread[0].remedy


def test_it_speaks_for_its_own_folder_alone(wires: Path) -> None:
    (wires / "below").mkdir()
    (wires / "below" / "wire-1.txt").write_text(WIRE, encoding="utf-8")
    note(wires, '[files."wire-1.txt"]\nsource = "Nordic"\n')
    base = Settings(base=wires.parent)
    given = [wires / "wire-1.txt", wires / "below" / "wire-1.txt"]
    for loaded in (collect(given, base), collect([wires / "below", *given], base)):
        assert {d.path: d.source for d in loaded.documents} == {
            "wires/wire-1.txt": "Nordic",
            "wires/below/wire-1.txt": "Coast Press",
        }
        assert loaded.unread == ()
    assert load_path(wires / "wire-1.txt", base)[0].source == "Nordic"
    out = read(wires, '[files."below/wire-1.txt"]\nsource = "x"\n[files."../wires/wire-1.txt"]\nsource = "y"\n')
    assert [(entry.path, entry.what.split("” ")[1]) for entry in out.unread] == [
        ("wires/story.toml, line 1", "is in a folder below, for which this file does not speak."),
        ("wires/story.toml, line 3", "fits no file in this folder."),
    ]


def test_a_file_that_was_not_asked_for_is_no_mistake(wires: Path) -> None:
    note(wires, '[files."ours.txt"]\nsource = "Us"\n[files."wire-*.txt"]\nrole = "wire"\n')
    assert collect([wires / "wire-1.txt"], Settings(base=wires.parent)).unread == ()


def test_given_by_name_it_is_no_article(wires: Path) -> None:
    path = note(wires, '[files."ours.txt"]\nsource = "Us"\n')
    loaded = collect(sorted(wires.iterdir()), Settings(base=wires.parent))
    assert len(loaded.documents) == 3
    assert loaded.unread == ()
    assert [entry.path for entry in loaded.skipped] == ["wires/story.toml"]
    with pytest.raises(InputError, match="TOML"):
        load_path(path)


def test_alone_in_a_folder_it_is_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "only").mkdir()
    note(tmp_path / "only", "")
    assert [entry.path for entry in collect([tmp_path / "only"], Settings(base=tmp_path)).unread] == ["only"]
    assert [entry.path for entry in gather([tmp_path / "only"], Settings(base=tmp_path)).unread] == ["only"]


# --- the draft ---


def test_a_draft_is_as_if_it_was_named(wires: Path) -> None:
    drafted = '[files."ours.txt"]\nrole = "draft"\n'
    assert read(wires, drafted).draft == "ours"
    assert read(wires, drafted, draft=wires / "wire-2.txt").draft == "wire-2"
    assert [story.loaded.draft for story in gather([wires], Settings(base=wires.parent)).stories] == ["ours"]


def test_two_drafts_are_a_mistake(wires: Path) -> None:
    loaded = read(wires, '[files."wire-*.txt"]\nrole = "draft"\n')
    assert loaded.draft == ""
    assert [(entry.path, entry.what) for entry in loaded.unread] == [
        ("wires/story.toml", "calls 2 versions of one story the draft: wires/wire-1.txt, wires/wire-2.txt.")
    ]
    assert "--draft FILE" in loaded.unread[0].remedy
    assert len(loaded.documents) == 3


def test_a_draft_may_lie_in_an_archive(wires: Path) -> None:
    with zipfile.ZipFile(wires / "pack.zip", "w") as archive:
        archive.writestr("first.txt", WIRE)
        archive.writestr("own.txt", OURS)
    base = Settings(base=wires.parent, draft=wires / "pack.zip")
    with pytest.raises(UsageError, match=r"holds 2 articles\. .* --draft wires/pack\.zip/first\.txt"):
        collect([wires], base)
    inside = Settings(base=wires.parent, draft=wires / "pack.zip" / "own.txt")
    loaded = collect([wires], inside)
    assert (loaded.draft, loaded.unread) == ("own", ())
    assert [story.loaded.draft for story in gather([wires], inside).stories] == ["own"]


# --- several stories ---


def test_a_folder_of_stories_that_say_so_is_split(wires: Path) -> None:
    note(wires, '[files."wire-*.txt"]\nstory = "ferry"\n[files."ours.txt"]\nstory = "Bank/vote"\nrole = "draft"\n')
    (wires / "empty.txt").touch()
    found = gather([wires], Settings(base=wires.parent))
    assert [(story.folder, story.name, story.loaded.draft) for story in found.stories] == [
        ("wires", "Bank/vote", "ours"),
        ("wires", "ferry", ""),
    ]
    assert [[d.id for d in story.loaded.documents] for story in found.stories] == [["ours"], ["wire-1", "wire-2"]]
    assert [[entry.path for entry in story.loaded.unread] for story in found.stories] == [["wires/empty.txt"]] * 2


def test_a_text_that_names_no_story_keeps_the_folder_together(wires: Path) -> None:
    note(wires, '[files."wire-1.txt"]\nstory = "ferry"\n[files."wire-2.txt"]\nstory = "vote"\n')
    assert [story.name for story in gather([wires], Settings(base=wires.parent)).stories] == [""]


# --- mistakes ---

ENTRY = '[files."ours.txt"]\n'
BAD = [
    ("a = x\n", "line 1, column 5", "is no TOML", "Mend that line"),
    ('x = 1\n[files]\n"a" = [[[\n', "line 3", "is no TOML", "Mend that line"),
    ("a = " + "[" * 5000, "", "nested too deeply", "[files."),
    ("version = " + "9" * 5000, "", "is no TOML", "Mend that line"),
    ('[file."ours.txt"]\nsource = "x"\n', "line 1", "“file” is not known", "Did you mean “files”?"),
    ("files = 1\n", "line 1", "“files” is no table", '[files."its name"]'),
    ('[files]\n"ours.txt" = "draft"\n', "line 2", "what is said of “ours.txt” is no table", '[files."its name"]'),
    ("[files.ours.txt]\nrole = 'wire'\n", "line 1", "“ours.txt” is read as “txt” in “ours”", '[files."ours.txt"]'),
    (ENTRY + 'sorce = "x"\n', "line 2", "“sorce” is not known of a file", "Did you mean “source”?"),
    (ENTRY + "colour = 1\n", "line 2", "“colour” is not known", "What can be said of a file is source, role,"),
    (ENTRY + "source = 3\n", "line 2", "source = 3 is no text", "in quotation marks"),
    (ENTRY + 'source = " "\n', "line 2", 'source = " " is no text', "in quotation marks"),
    (ENTRY + 'role = "agency"\n', "line 2", 'role = "agency" is no role', '"wire", "rival", or "draft"'),
    (ENTRY + "\nversion = true\n", "line 3", "version = true is no number", "version = 2"),
    (ENTRY + "version = -1\n", "line 2", "version = -1 is no number", "version = 2"),
    (ENTRY + "published = 10:15:00\n", "line 2", "published = ", "2026-03-03"),
    (ENTRY + 'updated = "soon"\n', "line 2", 'updated = "soon" is no date', "2026-03-03"),
    (ENTRY + "updated = 0001-01-01\n", "line 2", 'updated = "0001-01-01" is no date', "2026-03-03"),
    ('[files."our.txt"]\n', "line 1", "“our.txt” fits no file in this folder", "Did you mean “ours.txt”?"),
    (
        '[files."Z*.docx"]\n',
        "line 1",
        "“Z*.docx” fits no file",
        "The files there are ours.txt, wire-1.txt, wire-2.txt.",
    ),
    ('[files."[a-"]\nrole = "wire"\n', "line 1", "fits no file", "The files there are"),
]


@pytest.mark.parametrize(("text", "place", "what", "remedy"), BAD, ids=[repr(text[:30]) for text, *_ in BAD])
def test_a_mistake_is_told_with_its_place_and_the_articles_are_read(
    wires: Path, text: str, place: str, what: str, remedy: str
) -> None:
    loaded = read(wires, text)
    assert len(loaded.documents) == 3
    (entry,) = [entry for entry in loaded.unread if what in entry.what]
    assert entry.path.startswith("wires/story.toml")
    assert place in entry.path
    assert remedy in entry.remedy
    assert len(entry.what) < 200
    with pytest.raises(InputError, match=r"story\.toml"):
        load_path(wires, Settings(base=wires.parent))


def test_several_mistakes_are_each_told_in_order_and_the_rest_counts(wires: Path) -> None:
    lines = [*['[files."ours.txt"]'], *["# a comment"] * 8, "role = 1", 'source = "Us"', "version = 'x'"]
    loaded = read(wires, "\r\n".join(lines))
    assert [entry.path for entry in loaded.unread] == ["wires/story.toml, line 10", "wires/story.toml, line 12"]
    assert by_name(loaded)["ours.txt"].source == "Us"


@pytest.mark.parametrize(
    ("text", "most"),
    [
        (".".join("a" * 20_000) + " = 1", 1),
        ("\n".join(f"k{number} = 1" for number in range(5000)), 21),
        ('[files."ours.txt"]\n' + "\n".join(f"k{number} = 1" for number in range(5000)), 22),
        ("\n".join(f'[files."n{number}"]\nsource = "x"' for number in range(2500)), 21),
    ],
    ids=["steps", "keys", "words", "entries"],
)
def test_a_file_that_was_made_to_keep_its_reader_busy(wires: Path, text: str, most: int) -> None:
    loaded = read(wires, text)
    assert len(loaded.documents) == 3
    assert 1 <= len(loaded.unread) <= most


def test_a_file_that_is_no_utf_8_or_too_large(wires: Path) -> None:
    (wires / "story.toml").write_bytes(b'# by hand\n[files."ours.txt"]\nsource = "caf\xe9"\n')
    (entry,) = collect([wires], Settings(base=wires.parent)).unread
    assert (entry.path, entry.remedy) == ("wires/story.toml, line 3", "Save it as UTF-8 text.")
    (wires / "story.toml").write_bytes(b"#" * 2_000_000)
    (entry,) = collect([wires], Settings(base=wires.parent)).unread
    assert "300,000" in entry.what
    (wires / "story.toml").write_bytes(b'\xef\xbb\xbf[files."ours.txt"]\nsource = "Us"\n')
    assert by_name(collect([wires], Settings(base=wires.parent)))["ours.txt"].source == "Us"


def test_a_link_to_a_place_outside_is_not_read(wires: Path) -> None:
    outside = note(wires.parent, '[files."ours.txt"]\nsource = "Us"\n')
    (wires / "story.toml").symlink_to(outside)
    loaded = collect([wires], Settings(base=wires.parent))
    assert by_name(loaded)["ours.txt"].source == "Coast Press"
    (entry,) = loaded.unread
    assert "outside of its folder" in entry.what
    (wires / "story.toml").unlink()
    (wires / "story.toml").symlink_to(wires / "gone.toml")
    (entry,) = collect([wires], Settings(base=wires.parent)).unread
    assert entry.path == "wires/story.toml"


def test_a_folder_of_that_name_is_a_folder(wires: Path) -> None:
    (wires / "story.toml").mkdir()
    (wires / "story.toml" / "more.txt").write_text(WIRE, encoding="utf-8")
    loaded = collect([wires], Settings(base=wires.parent))
    assert (len(loaded.documents), loaded.unread) == (4, ())


def test_broken_toml_is_an_error_of_its_kind(wires: Path) -> None:
    note(wires, "[[[")
    with pytest.raises(Malformed):
        load_path(wires / "ours.txt", Settings(base=wires.parent))


SCRAP = st.sampled_from(
    ['[files."ours.txt"]', "[files]", "role", "=", '"wire"', "published", "2026-03-03", "\n", "{", "}", "''"]
)


@given(st.one_of(st.binary(max_size=200), st.lists(SCRAP, max_size=12).map(lambda words: " ".join(words).encode())))
def test_whatever_stands_in_it_the_articles_are_read(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.getbasetemp() / "any"
    folder.mkdir(exist_ok=True)
    (folder / "ours.txt").write_text(OURS, encoding="utf-8")
    (folder / "story.toml").write_bytes(data)
    loaded = collect([folder], Settings(base=folder.parent))
    assert [document.text for document in loaded.documents] == [OURS]
    assert all(entry.path.startswith("any/story.toml") and entry.what and entry.remedy for entry in loaded.unread)
