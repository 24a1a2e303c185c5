"""Where quoted words stand, in every style of marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model import Span
from discrepancy.text.quote_marks import find_quotes


def quoted(text: str) -> list[str]:
    """The quoted words of ``text``, whose lines are paragraphs."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append(Span(at, at + len(line)))
        at += len(line) + 1
    return [text[span.start : span.end] for span in find_quotes(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“It holds,” she said.", ["It holds,"]),
        ('"It holds," she said.', ["It holds,"]),
        ("«It holds», she said.", ["It holds"]),
        ("„It holds“, she said.", ["It holds"]),
        ("„It holds”, she said.", ["It holds"]),
        ("‘It holds,’ she said.", ["It holds,"]),
        ("'It holds,' she said.", ["It holds,"]),
        ('“It holds," she said.', ["It holds,"]),
        ('"It holds,” she said.', ["It holds,"]),
        ("”It holds,” she said.", ["It holds,"]),
        ("“It holds,“ she said.", ["It holds,"]),
        ("(“It holds”)", ["It holds"]),
        ("“It holds,” she said, “and it will hold.”", ["It holds,", "and it will hold."]),
        ("“It holds.”“It sways.”", ["It holds.", "It sways."]),
        ("He said, 'Go.' She said, 'No.'", ["Go.", "No."]),
        ("‘Go!’ he said.", ["Go!"]),
        ('""', []),
        ("No quoted words at all.", []),
    ],
)
def test_every_style_of_marks(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The sign said ‘Stop’ for years,” she said.", ["The sign said ‘Stop’ for years,"]),
        ("\"The sign said 'Stop' for years,\" she said.", ["The sign said 'Stop' for years,"]),
        ("“The sign said «Stop» for years,” she said.", ["The sign said «Stop» for years,"]),
        ("«The sign said “Stop” for years», she said.", ["The sign said “Stop” for years"]),
        ("“The sign said “Stop” for years,” she said.", ["The sign said “Stop” for years,"]),
        ("'The sign said \"Stop\" for years,' she said.", ['The sign said "Stop" for years,']),
        ("‘The sign said “Stop” for years,’ she said.", ["The sign said “Stop” for years,"]),
    ],
)
def test_of_nested_quotations_only_the_outermost_counts(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The dog's bone and the cats' milk.", []),
        ("O’Neil’s ‘fine’ house.", ["fine"]),
        ("‘It’s late,’ he said, ‘and the dogs’ dinner is cold.’", ["It’s late,", "and the dogs’ dinner is cold."]),
        ("'The river’s banks are the builders' worry,' she said.", ["The river’s banks are the builders' worry,"]),
        ("The workers' union said 'no'.", ["no"]),
        ("He was paid ‘£5 a day’ and ‘6% more’ for ‘50 people’.", ["£5 a day", "6% more", "50 people"]),
        ("In the ‘90s the town had 40 ships.", []),
        ("'No,' said the workers' union.", ["No,"]),
        ("In the '90s the town had 40 ships and rock 'n' roll.", []),
        ("He is 6' 2\" tall and she is 5' 10\" tall.", []),
        ('A 6" nail and a 4" nail.', []),
    ],
)
def test_apostrophes_and_inches_are_no_quotation_marks(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“It holds, she said.", ["It holds, she said."]),
        ("“It holds.\n“It sways.”", ["It holds.", "It sways."]),
        ("‘It holds, she said.", []),  # a single mark that never closes may be an apostrophe
        ("“It holds” “", ["It holds"]),
    ],
)
def test_an_open_quotation_ends_with_its_paragraph(text: str, words: list[str]) -> None:
    assert quoted(text) == words


MARKS = st.text(alphabet="ab S.,!?\n\"'“”„«»‘’", max_size=60)


@given(MARKS)
def test_quotations_are_in_order_apart_and_inside_their_paragraph(text: str) -> None:
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    paragraphs = [Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    found = find_quotes(text, paragraphs)
    assert all(a.start < a.end for a in found)
    assert all(any(paragraph.covers(span) for paragraph in paragraphs) for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
