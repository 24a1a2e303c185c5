"""Two versions word by word: what was taken out and put in, with the words around and no more."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from discrepancy.formats.timeline.differences import Edit, compare_words

MARKS = {Edit.KEPT: "{}", Edit.CUT: "{}", Edit.TAKEN_OUT: "[-{}-]", Edit.PUT_IN: "{{+{}+}}"}
LONG = "The council met on Monday and heard how the roof of the old market hall had come down in the night"


def shown(before: str, after: str, context: int = 3) -> str:
    """The differences of two texts, a line a paragraph."""
    found = compare_words(before.splitlines(), after.splitlines(), context)
    lines = []
    for paragraph in found:
        line = ""
        for run in paragraph:
            line += (" " if line and run.spaced else "") + MARKS[run.edit].format(run.text)
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Two men died.", "Two men died.", ""),
        ("Two men died.", "Three men died.", "[-Two-] {+Three+} men died."),
        ("It ends on June 10.", "It ends on June 9.", "It ends on June [-10-] {+9+}."),
        ("Two men died.", "Two men died. More soon.", "Two men died. {+More soon.+}"),
        ("Two men died. More soon.", "Two men died.", "Two men died. [-More soon.-]"),
        ("", "Two men died.", "{+Two men died.+}"),
        ("Two men died.", "", "[-Two men died.-]"),
        ("“We ran.”", "“We walked.”", "“We [-ran-] {+walked+}.”"),
        ("A rise of 1,000", "A rise of 1,200", "A rise of [-1,000-] {+1,200+}"),
        ("Two men died. More soon.", "Two men died.\nMore soon.", ""),
        ("Head\nTwo men died.", "Head\nTwo men died.\nMore soon.", "…\n{+More soon.+}"),
        ("Two men died.", "Two men died\nsoon after.", "Two men died\n{+soon after+}."),
    ],
)
def test_words_that_changed_are_marked(before: str, after: str, told: str) -> None:
    assert shown(before, after) == told


def test_long_runs_that_stayed_are_cut() -> None:
    assert shown(f"{LONG}. Six fell.", f"{LONG}. Nine fell.") == "… the night. [-Six-] {+Nine+} fell."
    assert shown(f"Six fell. {LONG}", f"Nine fell. {LONG}") == "[-Six-] {+Nine+} fell. The …"
    assert shown(f"Six fell. {LONG}. Six rose.", f"Nine fell. {LONG}. Two rose.") == (
        "[-Six-] {+Nine+} fell. The … the night. [-Six-] {+Two+} rose."
    )


def test_paragraphs_that_stayed_are_one_ellipsis() -> None:
    before = f"Six fell.\n{LONG}\n{LONG}\n{LONG}\nSix rose."
    after = before.replace("Six", "Two")
    assert shown(before, after) == "[-Six-] {+Two+} fell.\n…\n[-Six-] {+Two+} rose."


def test_changes_that_only_a_word_parts_are_one() -> None:
    assert shown("Six red of ten", "Nine blue of ten") == "[-Six red-] {+Nine blue+} of ten"
    assert shown("two old men of ten", "six old women of ten") == "[-two old men-] {+six old women+} of ten"


TEXTS = st.lists(st.text('ab .,"’é1\u05d0', max_size=20), max_size=4)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: list[str]) -> None:
    assert compare_words(text, text) == ()


@given(TEXTS, TEXTS)
def test_what_was_put_in_and_kept_is_the_new_text(before: list[str], after: list[str]) -> None:
    found = compare_words(before, after, context=1000)
    assume(found and not any(run.edit is Edit.CUT for paragraph in found for run in paragraph))
    for text, gone in ((after, Edit.TAKEN_OUT), (before, Edit.PUT_IN)):
        left = "".join(run.text for paragraph in found for run in paragraph if run.edit is not gone)
        assert "".join(left.split()) == "".join("".join(text).split())


def test_texts_of_thousands_of_words_take_no_seconds() -> None:
    before = [f"{LONG} {n}" for n in range(300)]
    after = [f"{LONG} {n + n % 2}" for n in range(300)]
    began = time.process_time()
    assert compare_words(before, after)
    assert time.process_time() - began < 2
