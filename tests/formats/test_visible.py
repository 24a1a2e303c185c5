"""Characters that a reader would not see are shown as their codes."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.formats.visible import HIDDEN, page, plain

HOLLOW = "\u200b"
ANY = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\ttext\nof two lines", "plain\ttext\nof two lines"),
        ("a\u202eb", "a[U+202E]b"),
        ("zero\u200bwidth", "zero[U+200B]width"),
        ("\x1b[31mred", "[U+001B][31mred"),
        ("half \ud83d", "half [U+D83D]"),
        ("\ufeffmark", "[U+FEFF]mark"),
        ("tag \U000e0041", "tag [U+E0041]"),
        ("blank \u2800\u3164", "blank [U+2800][U+3164]"),
        ("beam \U0001d173", "beam [U+1D173]"),
        ("CR\r\nLF\rCR", "CR\nLF\nCR"),
        ("no-break\u00a0space, naïve 北京 👩", "no-break\u00a0space, naïve 北京 👩"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(ANY)
def test_nothing_hidden_is_left(text: str) -> None:
    assert not HIDDEN.search(plain(text))
    plain(text).encode("utf-8")


def test_a_page_boxes_what_is_hidden_in_text_but_not_in_tags() -> None:
    assert page('<p title="a\u202e">b\u202e</p>') == (
        '<p title="a[U+202E]">b<span class="hidden-character">U+202E</span></p>'
    )


@given(ANY)
def test_nothing_hidden_is_left_in_a_page(text: str) -> None:
    shown = page(f'<p title="{escape(text)}">{escape(text)}</p>')
    assert not HIDDEN.search(shown)
    assert page(shown) == shown


def test_a_page_of_many_hidden_characters_is_shown_as_it_stands() -> None:
    shown = page(f"<p>a > b</p><p title='{HOLLOW * 3}'>{HOLLOW * 200_000}</p>{HOLLOW}")
    assert shown.count('<span class="hidden-character">U+200B</span>') == 200_001
    assert "<p title='[U+200B][U+200B][U+200B]'><span" in shown


def test_what_can_hold_no_box_shows_the_code() -> None:
    html = "<title>a\u202eb</title><p>c\u202ed</p><option value=1>e\u200bf</option>"
    assert page(html) == (
        '<title>a[U+202E]b</title><p>c<span class="hidden-character">U+202E</span>d</p>'
        "<option value=1>e[U+200B]f</option>"
    )
