"""What was read of files, in the terminal: what is known with its origin, and the picture of the blocks."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io

import pytest
from rich.console import Console
from syrupy.assertion import SnapshotAssertion

from discrepancy.formats.terminal.known import known_rows
from discrepancy.formats.terminal.loaded import print_loaded
from discrepancy.formats.visible import HIDDEN
from discrepancy.formats.words import Words
from discrepancy.model import Block, BlockRole, Detail, Document, Landmark, SourceRole

TEXT = (
    "Menu Home News\n\nFerry runs aground off Norvik\n\nNORVIK (Coast Press) -- \n\n"
    "A ferry with 60 passengers ran aground off Norvik on Tuesday, the coast guard said, and was towed in by night.\n\n"
    "Nobody was hurt.\n\nCorrection: an earlier version gave 70 passengers.\n\nRead more: ten ferries\n"
)
ROLES = (
    BlockRole.FURNITURE,
    BlockRole.HEADLINE,
    BlockRole.DATELINE,
    BlockRole.BODY,
    BlockRole.BODY,
    BlockRole.CORRECTION,
    BlockRole.FURNITURE,
)
ZONE = dt.timezone(dt.timedelta(hours=1))


def ferry() -> Document:
    """A page of which a lot is known, some of it twice."""
    blocks, at = [], 0
    for role, line in zip(ROLES, TEXT.rstrip("\n").split("\n\n"), strict=True):
        blocks.append(Block(role, at, at + len(line)))
        at += len(line) + 2
    details = (
        Detail("source", "Nordic Press", "story.toml"),
        Detail("title", "Ferry runs aground off Norvik", "JSON-LD headline"),
        Detail("title", "Ferry aground | Coast Press", "og:title"),
        Detail("source", "Coast Press", "og:site_name"),
        Detail("published", "Tue, 03 Mar 2026 10:15:00 +0100", "JSON-LD datePublished"),
        Detail("published", "2026-03-02", "guessed from the text's own lines"),
        Detail("updated", "this morning", "meta last-modified"),
        Detail("author", "Ida Holm", "JSON-LD author"),
        Detail("author", "Per Lund", "JSON-LD author"),
        Detail("language", "en-GB", "html lang"),
        Detail("subject", "shipping", "meta keywords"),
        Detail("subject", "rescue", "meta keywords"),
    )
    return Document(
        id="ferry",
        path="wires/ferry.html",
        source="Nordic Press",
        title="Ferry runs aground off Norvik",
        text=TEXT,
        blocks=tuple(blocks),
        published=dt.datetime(2026, 3, 3, 10, 15, tzinfo=ZONE),
        dateline="NORVIK",
        authors=("Ida Holm", "Per Lund"),
        version=2,
        role=SourceRole.WIRE,
        partial=True,
        details=details,
        landmarks=(Landmark(0, "paragraph 1"), Landmark(blocks[3].start, "paragraph 4")),
    )


class Ascii(io.StringIO):
    """A stream that can take ASCII only."""

    encoding = "ascii"


def printed(*documents: Document, width: int = 120, stream: io.StringIO | None = None, **told: object) -> str:
    stream = stream or io.StringIO()
    console = Console(file=stream, width=width, color_system=None)
    print_loaded(documents, console, **told)  # type: ignore[arg-type]  # options by name
    return stream.getvalue()


@pytest.mark.parametrize("width", [120, 80])
def test_what_it_looks_like(width: int, snapshot: SnapshotAssertion) -> None:
    assert "\n".join(line.rstrip() for line in printed(ferry(), width=width, draft="ferry").splitlines()) == snapshot


@pytest.mark.parametrize("width", [200, 120, 80, 40, 20])
def test_every_block_has_its_line_at_any_width(width: int) -> None:
    lines = printed(ferry(), width=width).splitlines()
    assert max(map(len, lines)) <= width
    roles = [line.split()[0] for line in lines if line.split()[:1] and line.split()[0] in set(BlockRole)]
    assert roles == [role.value for role in ROLES]


def test_what_counts_comes_first_and_what_was_beaten_below_it() -> None:
    rows = [(row.name, row.value, row.origin, row.beaten, row.lacking) for row in known_rows(ferry(), Words())]
    assert rows[:11] == [
        ("title", "Ferry runs aground off Norvik", "JSON-LD headline", False, False),
        ("", "Ferry aground | Coast Press", "og:title", True, False),
        ("source", "Nordic Press", "story.toml", False, False),
        ("", "Coast Press", "og:site_name", True, False),
        ("author", "Ida Holm; Per Lund", "JSON-LD author", False, False),
        ("published", Words().date(ferry().published), "JSON-LD datePublished", False, False),
        ("", "2026-03-02", "guessed from the text's own lines", True, False),
        ("updated", "not known", "", False, True),
        ("", "this morning", "meta last-modified", True, False),
        ("place", "NORVIK", "", False, False),
        ("version", "2", "", False, False),
    ]
    assert rows[-1] == ("subject", "shipping; rescue", "meta keywords", False, False)
    assert [row[1:3] for row in rows if row[0] == "language"] == [("English", "guessed from the words")]
    assert not any(row[1] == "en-GB" for row in rows)


def test_what_nothing_is_known_of_is_said() -> None:
    bare = Document(id="a", path="a.txt", source="a", title="", text="A b.", blocks=(Block(BlockRole.BODY, 0, 4),))
    rows = {row.name: row for row in known_rows(bare, Words())}
    assert rows["title"].lacking
    assert rows["published"].lacking
    assert (rows["source"].value, rows["source"].origin) == ("a", "the file's name")
    assert "updated" not in rows


def test_the_longest_block_has_the_longest_bar_and_no_block_is_without_one() -> None:
    bars = [line.count("█") + any(each in line for each in "▏▎▍▌▋▊▉") for line in printed(ferry()).splitlines()]
    bars = [bar for bar in bars if bar]
    assert len(bars) == len(ROLES)
    assert bars.index(max(bars)) == ROLES.index(BlockRole.BODY)


def test_words_in_no_block_are_shown() -> None:
    whole = ferry()
    holed = dataclasses.replace(whole, blocks=(*whole.blocks[:4], *whole.blocks[5:]))
    assert "in no block" in printed(holed)
    assert "Nobody was hurt." in printed(holed)
    assert "in no block" not in printed(whole)


def test_a_terminal_that_knows_ascii_alone_is_not_driven() -> None:
    hostile = "\x1b]0;title\x07[red]x[/] \u202edesrever"
    whole = dataclasses.replace(
        ferry(),
        path=hostile,
        title=hostile,
        text=hostile + TEXT[len(hostile) :],
        details=(Detail(hostile, hostile, hostile), Detail("title", hostile, hostile)),
        landmarks=(Landmark(0, hostile),),
    )
    printed_to = [
        printed(whole, width=200, stream=stream, draft=whole.id, identical=[("ferry", hostile)])
        for stream in (io.StringIO(), Ascii())
    ]
    for shown in printed_to:
        assert not HIDDEN.search(shown.replace("\n", ""))
        assert "[red]x[/]" in shown
    assert printed_to[1].isascii()
    assert "####" in printed_to[1]


def test_the_same_text_twice_is_said() -> None:
    shown = printed(ferry(), dataclasses.replace(ferry(), id="copy"), identical=[("copy", "ferry")])
    assert "The same text: copy, ferry." in shown
    assert "2 documents read." in shown
    assert "0 documents read." in printed()


def test_a_page_without_a_word_is_drawn() -> None:
    empty = Document(id="a", path="a.txt", source="a", title="", text="", blocks=())
    assert "0 blocks, 0 words to compare" in printed(empty)


def test_two_versions_out_of_one_file_are_told_apart() -> None:
    heads = [
        line
        for line in printed(ferry(), dataclasses.replace(ferry(), id="ferry-accepted")).splitlines()
        if ".html" in line
    ]
    assert ["[ferry]" in heads[0], "[ferry-accepted]" in heads[1]] == [True, True]
    assert "[ferry]" not in printed(ferry())
