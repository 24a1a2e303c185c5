"""Any text as Markdown: it shows what it says, wherever it is put, and calls nobody."""

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from discrepancy.formats.markdown.escape import LONG, bold, escape
from discrepancy.formats.visible import plain
from tests.formats.rendered import BREAK, MARKDOWN, skeleton, told

PLACES = ("{}", "# {}", "- {}", "> {}", "> x: {}", "| x |\n| --- |\n| {} |", "## {} #", "**A** {}")
MARKS = st.text(alphabet="\\`*_{}[]()#+-.!|<>~&:@$=^%'\"/;,0123456789 \t\n\rabwxGH–“€é", max_size=30)
ANY = st.one_of(MARKS, st.text(max_size=30))
READ_OUT = re.compile(r"www\.|(?:https?|ftp)://|(?:mailto|xmpp):|@\w|#\d|GH-\d|:[\w+-]+:", re.IGNORECASE)
"""What GitHub makes links, pings and pictures of in a page that is rendered already."""
MATH = re.compile(r"\$\S[^$]*(?<=\S)\$(?!\w)|\$\$")
"""What GitHub typesets, before it renders anything."""


@given(ANY.filter(lambda text: plain(text).strip()))
@example("1. x")
@example("- x")
@example("---")
@example("===")
@example("a#")
@example("x\\")
def test_it_shows_what_it_says_wherever_it_is_put(text: str) -> None:
    for place in PLACES:
        shown, blank = place.format(escape(text)), place.format("word")
        assert skeleton(shown) == skeleton(blank)
        assert flat(told(shown)) == flat(told(blank).replace("word", plain(text)))


@pytest.mark.parametrize(
    "text",
    [
        "see www.example.com, https://a.example/x and ftp://b.example",
        "mail desk@paper.example or xmpp:a@b.example or mailto:desk@paper.example",
        "@team #123 paper/site#45 GH-7 gh-8",
        ":tada: and :thumbs_up:",
    ],
)
def test_nobody_is_called_and_nothing_is_linked(text: str) -> None:
    assert READ_OUT.search(text)
    assert not READ_OUT.search(html.unescape(MARKDOWN.render(escape(text))))


@pytest.mark.parametrize("text", ["$x_1$", "so $$y$$", "from US$3 to 4$."])
def test_money_is_no_mathematics(text: str) -> None:
    assert MATH.search(text)
    assert not MATH.search(escape(text))
    assert text in html.unescape(MARKDOWN.render(escape(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose 3.1 million (4%) - or more, she said: “no!”",
        "It cost $18 million, or $25 million; A.B. Smith & Sons disagree.",
        "10. is no list here? No: it is",
        "-5 degrees at 7:40 AM",
    ],
)
def test_copy_stays_readable_where_nobody_renders_it(text: str) -> None:
    assert escape(text).replace("10\\.", "10.") == text


def test_one_line_whatever_the_breaks() -> None:
    assert escape("a\r\n\r\nb\n\tc") == "a b c"


def test_hidden_characters_are_codes() -> None:
    assert escape("\u202ex") == "\\[U+202E\\]x"


def test_a_long_text_is_cut() -> None:
    assert escape("x" * 100_000) == "x" * LONG + "…"


@given(ANY, ANY, ANY)
@example("US", "$18", "a")
@example("", "12", "km")
@example("x*", "*y*", "*z")
def test_bold_is_bold_between_any_texts(before: str, inner: str, after: str) -> None:
    drawn = bold(escape(inner), escape(before), escape(after))
    strong = ["strong_open", "strong_close"] if escape(inner).strip() else []
    assert [kind for kind in skeleton(f"x {drawn} x") if kind.startswith("strong")] == strong
    assert flat(told(f"x {drawn} x")) == flat(f"x {plain(before)}{plain(inner)}{plain(after)} x")


def flat(text: str) -> str:
    """White space made plain, as Markdown has it."""
    return " ".join(text.replace(BREAK, "").split())
