"""Which sentences of two versions are one edited, and what stands where in the two."""

from __future__ import annotations

import re

from discrepancy.model import Span
from discrepancy.watch.edited_sentences import EditedSentences


def compared(before: str, after: str) -> EditedSentences:
    return EditedSentences((before, sentences(before)), (after, sentences(after)))


def sentences(text: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"[^ ][^.]*\.", text)]


def words(before: str, after: str) -> list[tuple[str, str]]:
    gaps = compared(before, after).gaps()
    return [(before[old.start : old.end], after[new.start : new.end]) for _, (old, new) in gaps]


def test_what_is_in_both_was_not_edited_wherever_it_stands() -> None:
    found = compared("The cat sat. A dog ran.", "A  dog ran. The Cat sat.")
    assert found.edited_before == []
    assert found.edited_after == []


def test_figures_in_words_face_each_other() -> None:
    before = "The fire killed three people, two men and a woman."
    after = "The fire killed four people, three men and a woman."
    assert words(before, after) == [("three", "four"), ("two", "three")]


def test_words_in_the_place_of_others_face_them() -> None:
    before = "Clara Lumb, the mayor, opened the school."
    after = "Clara Lamb, the mayor, opened a school on Monday."
    assert ("Lumb", "Lamb") in words(before, after)


def test_sentences_that_share_only_small_words_are_two() -> None:
    assert words("The crowd was 11,870.", "Its allocation was 950.") == []


def test_a_sentence_became_one_other_alone() -> None:
    before = "The fire destroyed nine houses in Tarrow."
    after = "The fire destroyed ten houses in Tarrow. The fire destroyed eleven houses in Tarrow and Halden."
    found = compared(before, after)
    first, second = found.edited_after
    assert found.are_one(found.edited_before[0], first)
    assert not found.are_one(found.edited_before[0], second)
    assert found.likeness(found.edited_before[0], first) == 1.0
