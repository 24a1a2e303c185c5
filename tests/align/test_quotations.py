"""Quotations that are versions of one statement, though worded differently or cut shorter."""

import pytest

from discrepancy.grammar.quoted_words import is_extract
from discrepancy.model import FactKind
from tests.builders import doc, grouped, story


def groups(*texts: str) -> list[list[str]]:
    return grouped(story(*texts), FactKind.QUOTATION)


SAFE = "Mayor Lena Brandt said: “The bridge is safe and will last a century.”"


@pytest.mark.parametrize(
    "other",
    [
        "“The bridge is safe and will last a century,” said Mayor Lena Brandt.",
        "Mayor Lena Brandt said the bridge is “safe and will last a century”.",
        "Mayor Lena Brandt said the bridge “will last a century”.",
        "“The bridge is sound and will last a hundred years,” said Mayor Lena Brandt.",
        "“The bridge is safe and will last for a century,” said the mayor.",
        "'The bridge is safe, and will last a century,' Mayor Brandt said.",
        "“The bridge is safe and will last a century,” said Mayor Tom Lindqvist.",  # one of the two names the wrong man
        "“The bridge is safe and will last a century.”",
    ],
)
def test_one_statement(other: str) -> None:
    assert len(groups(SAFE, other)) == 1


@pytest.mark.parametrize(
    "other",
    [
        "“The ferry is slow and the harbour is full,” said Mayor Lena Brandt.",
        "“The bridge is unsafe and may not last a year,” said Mayor Tom Lindqvist.",
        "“It is the best of days,” said Mayor Lena Brandt.",
        "Mayor Lena Brandt called it a “giant”.",
    ],
)
def test_another_statement(other: str) -> None:
    assert groups(SAFE, other) == []


def test_a_short_extract_needs_the_same_speaker_and_like_words_around() -> None:
    long = "Mayor Lena Brandt told the harbour council: “We shall never close the bridge.”"
    assert groups(long, "Mayor Lena Brandt told the harbour council it would “never close”.") != []
    assert groups(long, "The shop in Lisbon promises to “never close”.") == []


def test_what_a_document_has_word_for_word_is_not_held_against_its_other_quotations() -> None:
    assert groups(
        "Mayor Lena Brandt said: “We will build the bridge this year.”",
        "Mayor Lena Brandt said: “We will build the bridge this year.”\n"
        "Later the mayor said: “We will build the harbour this year.”",
    ) == [["a:We will build the bridge this year.", "b:We will build the bridge this year."]]


def test_quotations_of_one_block_are_no_versions_of_each_other() -> None:
    assert groups("Mayor Lena Brandt said: “The bridge is safe for all.” She said: “The bridge is safe for us.”") == []


def test_a_headline_is_held_against_its_own_body() -> None:
    told = story(
        doc(
            "Mayor Lena Brandt said: “We will never close the old bridge.”",
            headline="Brandt: ‘We will not close the old bridge’",
        )
    )
    assert len(grouped(told, FactKind.QUOTATION)) == 1


def test_one_group_over_three_documents_with_an_extract() -> None:
    (group,) = groups(
        "Mayor Lena Brandt said: “We will build the bridge before the winter comes.”",
        "“We shall build that bridge before winter comes,” said Mayor Lena Brandt.",
        "Mayor Lena Brandt promised that the city “will build the bridge”.",
    )
    assert [mention[0] for mention in group] == ["a", "b", "c"]


def test_a_group_says_what_is_said_and_whether_the_speaker_speaks_for_it() -> None:
    (with_speaker,) = [group for group in story(SAFE, SAFE).groups if group.kind is FactKind.QUOTATION]
    assert with_speaker.subject == "The bridge is safe and will last a century."
    (without,) = story("“The bridge is safe and sound.”", "“The bridge is safe and sound.”").groups
    assert without.reason != with_speaker.reason


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("will last a century", "the bridge will last a century", True),
        ("will last", "will long last", False),
        ("every one", "everyone", True),  # how words are joined is style
    ],
)
def test_same_words(a: str, b: str, same: bool) -> None:
    assert is_extract(a, b) is is_extract(b, a) is same
