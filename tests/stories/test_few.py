"""Folders of a few documents: two events of one kind are told apart, one event in very different words is whole.

``few/two_events.txt`` holds folders with two events of one kind each, the letter of a text says of which one it tells;
``few/one_story.txt`` holds folders of one event. All is invented. The first, third and so on of each file were looked
at when the rule was made, the others after it was done.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import discrepancy
from discrepancy.loaders import collect
from discrepancy.stories.strangers import Strangers
from discrepancy.stories.unrelated import find_stories
from tests.builders import doc

FEW = Path(__file__).with_name("few")


def folders(name: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for part in (FEW / name).read_text(encoding="utf-8").split("## ")[1:]:
        title, *texts = part.split("\n# ")
        found[title.strip()] = {text.split("\n", 1)[0].strip(): text.split("\n", 1)[1].strip() for text in texts}
    return found


TWO, ONE = folders("two_events.txt"), folders("one_story.txt")
NOT_TOLD = {"results"}
"""Firms that are named where sentences begin and little else: too few names to be sure."""


def told(texts: dict[str, str], folder: Path) -> list[str]:
    """The stories of texts, each as the letters of its texts."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return [
        "".join(sorted({Path(name).stem[0] for name in members}))
        for members in find_stories(collect([folder]).documents)
    ]


@pytest.mark.parametrize("name", [name for name in TWO if name not in NOT_TOLD])
def test_two_events_of_one_kind_are_two_stories(name: str, tmp_path: Path) -> None:
    assert sorted(told(TWO[name], tmp_path)) == ["a", "b"]


@pytest.mark.parametrize("name", ONE)
def test_one_event_in_other_words_is_one_story(name: str, tmp_path: Path) -> None:
    assert len(told(ONE[name], tmp_path)) == 1


def test_a_planted_difference_is_found_in_its_story_alone(tmp_path: Path) -> None:
    texts = dict(TWO["fires"])
    texts["a2"] = texts["a2"].replace("Three of her staff were hurt", "Four workers were injured")
    assert sorted(told(texts, tmp_path)) == ["a", "b"]
    report = discrepancy.check(tmp_path)
    found = [{mention.document[0] for value in each.values for mention in value.mentions} for each in report.findings]
    assert {"a"} in found
    assert all(len(letters) == 1 for letters in found)


def test_a_short_text_without_names_is_with_what_it_tells() -> None:
    texts = {**TWO["crashes"], "x": "Nineteen passengers were hurt as the bus overturned, and two died."}
    stories = find_stories([doc(text, id=name) for name, text in texts.items()])
    assert {frozenset(members) for members in stories} == {frozenset({"a1", "a2", "x"}), frozenset({"b1", "b2"})}


def apart(one: str, other: str) -> bool:
    return Strangers([doc(one, id="a"), doc(other, id="b")]).apart(0, 1)


def test_names_that_are_not_shared_part_two_texts() -> None:
    leeds = "A man was jailed in Leeds. The court heard Judge Karen Pole say that David Marsh had shown no remorse."
    bristol = "A man was jailed in Bristol. The court heard Judge Alan Finch say that Robert Cole had shown no remorse."
    assert apart(leeds, bristol)
    assert not apart(leeds, bristol.replace("Robert Cole", "David Marsh"))
    assert not apart(leeds, "A man was jailed. The judge said that he had shown no remorse.")


def test_headlines_in_capitals_and_beginnings_of_sentences_are_no_names() -> None:
    one = "Rescue Teams Search Flooded Streets\n\nRescue teams searched. Boats came. Nobody slept."
    assert not apart(one, "Water Drove Hundreds From Homes\n\nWater rose. Families fled. Hundreds went.")
