"""How large a page is."""

from discrepancy.formats.html.page import render_page
from tests.samples import SEEDS, seeds_report

LARGEST = 1_000_000
"""Bytes of a page of five articles."""


def test_the_page_of_five_articles_is_less_than_a_megabyte() -> None:
    assert len(list(SEEDS.glob("*.txt"))) == 5
    page = render_page(seeds_report().data).encode("utf-8")
    assert LARGEST / 10 < len(page) < LARGEST
