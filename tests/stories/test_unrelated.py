"""Whether the documents given tell one story; nothing is compared across stories."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

import discrepancy
from discrepancy.loaders import collect
from discrepancy.model import Document
from discrepancy.stories.unrelated import find_stories
from tests.builders import doc
from tests.samples import REPO, SEEDS, run

CLUSTERS = REPO / "tests" / "clusters"
BUILDING = ("bankfraud", "hospital", "ordinary-3-dam", "ordinary-9-vaccine", "robbery")

FLOOD = (
    "The river Teme burst its banks at Ludford before dawn on Monday and drove 340 people from their homes. "
    "Rescuers led by Karen Ashby took families off roofs in boats. The mayor, Owen Pryce, said that the wall "
    "above the weir had given way after two days of rain. Schools in Ludford will stay shut until Thursday. "
    "Farmers lost 1,200 sheep. The water board had promised a new wall in spring, and Pryce said that he would "
    "ask why it was never built."
)
FLOOD_TOO = (
    "Karen Ashby had not slept for two nights when her boat reached the last roof in Ludford. By then the river "
    "had driven 430 people from their homes. The Teme stood higher than anyone could recall, and the wall above "
    "the weir was gone. Owen Pryce, the mayor, walked through the mud of the high street and spoke with "
    "shopkeepers who had lost what they had. It was the third flood in ten years, he said, and the board had been "
    "told each time what would come if the wall was left as it was."
)
MERGER = (
    "Brightwell Foods agreed on Monday to buy its rival Castor for $340 million in cash and shares. The deal "
    "makes Anders Lund chief executive of a group with 4,300 workers and sales of $1.2 billion. Analysts had "
    "expected a higher price. Castor shares rose 12 percent in early trading. Both boards will ask investors for "
    "their approval in May, and the regulator is expected to look at their share of the market for frozen "
    "vegetables before the summer is out."
)


def stories(*texts: str) -> list[tuple[str, ...]]:
    return list(find_stories([doc(text, id=name) for name, text in zip("abcde", texts, strict=False)]))


def test_versions_of_one_story_are_held_together() -> None:
    assert stories(FLOOD, FLOOD_TOO) == [("a", "b")]


def test_what_has_nothing_in_common_is_told_apart() -> None:
    assert stories(FLOOD, MERGER, FLOOD_TOO) == [("a", "c"), ("b",)]


def test_a_short_text_belongs_to_whatever_is_there() -> None:
    assert stories(FLOOD, "Castor was bought for $340 million.") == [("a", "b")]
    assert stories("One car was hit.", "Two ships sank.") == [("a", "b")]
    assert stories(FLOOD) == [("a",)]
    assert stories() == []


def clusters(*names: str) -> list[Document]:
    return [document for name in names for document in collect([CLUSTERS / name]).documents]


@pytest.mark.parametrize("name", BUILDING)
def test_a_cluster_is_one_story(name: str) -> None:
    assert len(find_stories(clusters(name))) == 1


def test_the_seeds_are_one_story() -> None:
    assert len(find_stories(collect([SEEDS]).documents)) == 1


def test_nothing_is_found_across_stories(tmp_path: Path) -> None:
    for name, text in (("one", FLOOD), ("two", FLOOD_TOO.replace("Karen", "Karin")), ("three", MERGER)):
        (tmp_path / f"{name}.txt").write_text(text.replace(". ", ".\n\n"), encoding="utf-8")
    report = discrepancy.check(tmp_path)
    told = [{mention.document for value in found.values for mention in value.mentions} for found in report.findings]
    assert {"one", "two"} in told
    assert not any("three" in documents and len(documents) > 1 for documents in told)


def test_the_report_says_so(tmp_path: Path) -> None:
    for name, text in (("one", FLOOD), ("two", MERGER)):
        (tmp_path / f"{name}.txt").write_text(text.replace(". ", ".\n\n"), encoding="utf-8")
    page = tmp_path / "report.html"
    told = run("check", tmp_path / "one.txt", tmp_path / "two.txt", "-o", page)
    assert "seem to tell 2 stories" in " ".join(told.out.split())
    assert "seem to tell 2 stories" in page.read_text(encoding="utf-8")
    alone = run("check", tmp_path / "one.txt")
    assert "seem to tell" not in alone.out


def stated(*told: tuple[str, str]) -> list[str]:
    """The stories of texts that say to which one they belong, as letters, the same in every order of the documents."""
    documents = [replace(doc(text, id=name), story=story) for name, (text, story) in zip("abcde", told, strict=False)]
    found = [{frozenset(members) for members in find_stories(order)} for order in permutations(documents)]
    assert all(each == found[0] for each in found)
    return sorted("".join(sorted(members)) for members in found[0])


def test_two_stories_that_are_named_are_never_held_together() -> None:
    assert stated((FLOOD, "x"), (FLOOD, "y")) == ["a", "b"]
    assert stated((FLOOD, "x"), (FLOOD, "y"), (FLOOD_TOO, "x")) == ["ac", "b"]
    assert stated(("One car was hit.", "x"), ("One car was hit.", "y")) == ["a", "b"]


def test_one_story_that_is_named_is_held_together() -> None:
    assert stated((FLOOD, "x"), (MERGER, "x")) == ["ab"]
    assert stated((FLOOD, "x"), (MERGER, ""), (FLOOD_TOO, "")) == ["ac", "b"]
    assert stated(("One car was hit.", "x"), (MERGER, "")) == ["ab"]


def test_a_text_that_names_no_story_is_with_the_one_that_it_tells() -> None:
    assert stated((FLOOD, "x"), (MERGER, "y"), (FLOOD_TOO, "")) == ["ac", "b"]
    assert stated((FLOOD, "x"), (MERGER, "y"), ("Two ships sank.", "")) == ["a", "b", "c"]
