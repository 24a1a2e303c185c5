"""Formats are found by being there, by name and by suffix."""

import pytest

from discrepancy.errors import OutputError
from discrepancy.formats import all_formats, by_name, by_path


def test_formats_are_found_in_the_order_of_their_names() -> None:
    assert list(all_formats()) == sorted(all_formats())
    assert {"html", "json", "markdown"} <= set(all_formats())


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.html", "html"), ("b/A.HTM", "html"), ("r.json", "json"), ("PR.md", "markdown"), ("x.JUnit.xml", "junit")],
)
def test_a_suffix_asks_for_a_format(path: str, name: str) -> None:
    assert by_path(path) is by_name(name)


def test_no_two_formats_share_a_suffix() -> None:
    suffixes = [suffix for each in all_formats().values() for suffix in each.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_an_unknown_name_is_told_the_known_ones() -> None:
    with pytest.raises(OutputError, match=r"'pdf'.*csv, html, json, junit, markdown, markdown-summary, sarif"):
        by_name("pdf")


@pytest.mark.parametrize("path", ["report.doc", "report"])
def test_an_unknown_suffix_is_told_the_known_ones(path: str) -> None:
    with pytest.raises(OutputError, match=rf"^{path}: .*\.html/\.htm \(html\), \.json \(json\), .*\.md/\.markdown"):
        by_path(path)
