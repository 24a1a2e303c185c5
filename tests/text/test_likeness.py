"""Likeness of stretches of text, blind to their figures."""

import pytest

from discrepancy.text.likeness import Likeness, mask

TEXTS = (
    "The ferry carried 84 passengers to the island.",
    "The ferry carried 48 passengers to the island.",
    "Passengers reached the island by ferry.",
    "Wheat prices fell again.",
    "1,200",
    "",
)


def alike(a: int, b: int) -> float:
    return Likeness(TEXTS).of_pairs([a], [b])[0]


def test_figures_are_masked() -> None:
    assert mask("Some 1,200.5 tonnes, 40%") == "some tonnes"


def test_another_figure_makes_no_difference() -> None:
    assert alike(0, 1) == pytest.approx(1.0)


def test_a_rewrite_is_more_alike_than_another_matter() -> None:
    assert 1 > alike(0, 2) > 0.3 > alike(0, 3)


@pytest.mark.parametrize("nothing", [4, 5])
def test_a_text_without_letters_is_like_nothing(nothing: int) -> None:
    assert alike(0, nothing) == 0
    assert alike(nothing, nothing) == 0


def test_likeness_does_not_depend_on_the_side() -> None:
    assert alike(0, 2) == pytest.approx(alike(2, 0))


def test_a_set_without_letters_is_like_nothing() -> None:
    assert Likeness(["40", ""]).of_pairs([0, 0], [1, 0]) == [0.0, 0.0]


def test_no_pairs_no_likenesses() -> None:
    assert Likeness(TEXTS).of_pairs([], []) == []


def test_pairs_are_those_over_a_likeness() -> None:
    found = {(a, b): score for a, b, score in Likeness(TEXTS).pairs(0.3)}
    assert found.keys() == {(0, 1), (0, 2), (1, 2)}
    assert found[0, 2] == pytest.approx(alike(0, 2))
    assert list(Likeness(["40", ""]).pairs(0.1)) == []


def test_pairs_of_many_texts_are_all_found() -> None:
    many = [f"{letter * 4} stands {'alone here' * (place % 2)}" for place, letter in enumerate("abcdefgh" * 150)]
    pairs = list(Likeness(many).pairs(0.999))
    assert pairs == sorted(pairs)
    assert len(pairs) == 8 * 150 * 149 // 2


def test_texts_are_weighed_as_tf_idf_is_commonly_made() -> None:
    from sklearn.feature_extraction.text import TfidfVectorizer

    masked = [mask(text) for text in TEXTS]
    rows = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True).fit_transform(masked)
    pairs = [(i, j) for i in range(len(TEXTS)) for j in range(len(TEXTS))]
    asked = Likeness(TEXTS).of_pairs([i for i, _ in pairs], [j for _, j in pairs])
    assert asked == pytest.approx([float((rows[i] @ rows[j].T).sum()) for i, j in pairs])
