"""What holds for any text: nothing fails, nothing is lost, nothing is changed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.errors import InputError
from discrepancy.loaders.layout.page import read_page
from discrepancy.loaders.layout.units import units
from discrepancy.loaders.plain_text import load
from discrepancy.model import Document
from tests.loaders import test_heads, test_roles
from tests.loaders.giving import given_of
from tests.loaders.pages import LEAD, SECOND, TITLE

LINES = [line for _, line in (*test_roles.INSIDE, *test_roles.HEAD, *test_roles.TAIL)]
LINES += [line for line, _ in test_heads.PUBLISHED] + [opening for opening, _, _ in test_heads.DATELINES]
LINES += [
    TITLE,
    LEAD,
    SECOND,
    "Top Stories",
    "Read more:",
    "ADVERTISEMENT",
    "2 days ago",
    "Image caption,",
    "What we know",
]
SPACE = re.compile(r"[\s\u200b\u200e\u200f\u2060\ufeff]*")
BREAKS = ["\n", "\r\n", "\r", "\n\n", "\n \u00a0\n", "\n\n\n    ", " ", "\u2028", "\x0c"]
PAGES = st.lists(st.tuples(st.sampled_from(LINES) | st.text(max_size=30), st.sampled_from(BREAKS))).map(
    lambda parts: "".join(line + end for line, end in parts)
)


def check(text: str) -> None:
    blocks = read_page(text).blocks
    last = 0
    for block in blocks:
        assert last <= block.start < block.end <= len(text)
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        assert SPACE.fullmatch(text, last, block.start)
        last = block.end
    assert SPACE.fullmatch(text, last)


@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@given(PAGES)
def test_any_page(text: str) -> None:
    check(text)


@given(st.text(alphabet="ab.A:-–—\n \t\r()[]/|\"'“”•*_0123456789,", max_size=300))
def test_any_marks(text: str) -> None:
    check(text)
    assert all(text[unit.start : unit.end] == unit.text and unit.text for unit in units(text))


@given(PAGES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_text_is_kept_as_it_is(text: str, encoding: str) -> None:
    try:
        (document,) = load(given_of(text.encode(encoding, "surrogatepass")))
    except InputError:
        return
    assert document.text == text.removeprefix("\ufeff") or encoding == "utf-8"


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    documents: list[Document] = []
    refused: InputError | None = None
    try:
        documents = list(load(given_of(data)))
    except InputError as error:
        refused = error
    if refused is None:
        assert documents[0].blocks
    else:
        assert refused.where == "a.txt"
        assert refused.remedy


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\ufeff", "\u200b\n\u200b", "a", ".", "•", "- ", "[", "By", "By ", "©"]
)
def test_hardly_any_text(text: str) -> None:
    check(text)
