"""Sentences shortened around their words."""

import pytest

from discrepancy.formats.excerpts import QUOTED, excerpt
from discrepancy.formats.shortened import short
from discrepancy.formats.view.parts import Quote, Reading, Run, State

LONG = "many words " * 40


def shown(*runs: str) -> str:
    """The excerpt of a sentence given in runs; those in stars are marked."""
    made = tuple(Run(run.strip("*"), State.CHECK if run.startswith("*") else None) for run in runs)
    return "".join(
        f"*{text}*" if marked else text for text, marked in excerpt(Quote(runs=made, places=(), reading=Reading()))
    )


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (("Some ", "*7*", " boats."), "Some *7* boats."),
        (("Some ", "*7*", "*8*", " boats", "."), "Some *78* boats."),
        (("… ", "Some ", "*7*"), "… Some *7*"),
        (("*" + "7" * 500 + "*",), "*" + "7" * 500 + "*"),
    ],
)
def test_what_is_short_or_marked_stays(runs: tuple[str, ...], expected: str) -> None:
    assert shown(*runs) == expected


def test_what_is_long_is_cut_between_words_on_the_side_away_from_the_marks() -> None:
    text = shown(LONG, "*7*", f" and {LONG}", "*8*", f" {LONG}")
    before, between, after = text.split("*7*")[0], text.split("*7*")[1].split("*8*")[0], text.split("*8*")[1]
    assert before.startswith("…")
    assert before.endswith(" words ")
    assert " … " in between
    assert after.endswith("…")
    assert all(len(part) <= QUOTED + 3 for part in (before, between, after))
    assert set(text.translate(str.maketrans("…*", "  ")).split()) == {"many", "words", "and", "7", "8"}


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    assert shown("x" * 1000, "*7*") == "…" + "x" * (QUOTED // 2) + "*7*"


def test_short() -> None:
    assert short("x" * 100) == "x" * 100
    assert short("x" * 101) == "x" * 99 + "…"
