"""Many stories in a terminal."""

import dataclasses
import io

import pytest
from rich.console import Console

from discrepancy.formats.terminal.stories import print_stories
from discrepancy.formats.view import build_view
from discrepancy.formats.view.stories import build_stories, failed_line, story_line
from tests.formats.stories import FLOOD

HOSTILE = "[bold]\x1b[2J\u202e"


class Ascii(io.StringIO):
    """A stream that can take ASCII only."""

    encoding = "ascii"


def printed(width: int, stream: io.StringIO | None = None) -> str:
    stream = stream or io.StringIO()
    calm = dataclasses.replace(FLOOD, findings=(), unread=())
    lines = [story_line(data, build_view(data), name=name, link="x.html") for name, data in (("b", FLOOD), ("a", calm))]
    stories = build_stories([*lines, failed_line(HOSTILE, HOSTILE)], "en")
    print_stories(stories, Console(file=stream, width=width, color_system=None))
    return stream.getvalue()


def test_a_line_a_story_and_the_verdict() -> None:
    conflict, failed, clear, verdict = printed(160).splitlines()
    assert (
        conflict.split()
        == "≠ With conflicts b 1 conflict, 2 to check, 2 explained, 4 versions, 1 file could not be read x.html".split()
    )
    assert failed.startswith("! Not checked")
    assert clear.split()[:5] == ["=", "Nothing", "to", "decide", "a"]
    assert verdict == "3 stories: 1 story with conflicts, 1 not checked, 1 with nothing to decide"


@pytest.mark.parametrize("width", [40, 80, 160])
def test_hostile_words_are_drawn_as_text(width: int) -> None:
    text = printed(width)
    assert "[bold]" in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert max(map(len, text.splitlines())) <= width


def test_there_is_no_need_of_unicode() -> None:
    assert printed(100, Ascii()).isascii()
    stream = Ascii()
    print_stories(build_stories([failed_line("north — süd", "no…")], "en"), Console(file=stream, width=100))
    assert stream.getvalue().isascii()
    assert "north - s\\xfcd" in stream.getvalue()
    assert "no..." in stream.getvalue()
