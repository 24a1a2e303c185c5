"""What is told in other words: the names that two stories share, their repeated words, and figures against them."""

from __future__ import annotations

import pytest

from discrepancy.documents import Sketch
from discrepancy.stories.grouping import sketch
from discrepancy.stories.grouping.evidence import Evidence
from discrepancy.stories.grouping.vectors import Marks, Often
from tests.builders import doc
from tests.stories.grouping.other_words import told


def counted(*articles: Sketch) -> tuple[Marks, Often]:
    """These articles, where those of all the events were met."""
    often = Often()
    every = Marks([each for event in told().values() for each in event])
    often.stand(every, [1.0] * (len(every.borders) - 1), len(every.borders) - 1)
    return Marks(articles), often


def alike(*articles: Sketch) -> list[float]:
    """How alike the first of some articles is to each, each a story by itself."""
    marks, often = counted(*articles)
    return list(Evidence(marks, often, range(len(articles)), len(articles)).alike(0))


def test_shared_names_hold_together_what_is_told_in_other_words() -> None:
    one, again, _ = told()["by-election"]
    other = told()["league match"][0]
    itself, same, stranger = alike(one, again, other)
    assert same > 0.5
    assert itself == stranger == 0.0


def test_another_trial_in_the_same_court_shares_too_little() -> None:
    one, again, other = told()["stabbing trial"]
    _, same, stranger = alike(one, again, other)
    assert same > 0.5
    assert stranger == 0.0


FIGURES = " ".join(f"{n * 37 + 11}" for n in range(12))
MORE = " ".join(f"{n * 41 + 5000}" for n in range(12))


@pytest.mark.parametrize(("figures", "together"), [(FIGURES, True), (MORE, False)], ids=["same", "other"])
def test_two_that_have_many_figures_share_some(figures: str, together: bool) -> None:
    text = "Hester Quillan told Arvid Sonnel in Marwick that the Tollgate Trust had counted"
    one, two = sketch(doc(f"{text} {FIGURES}.")), sketch(doc(f"{text} {figures}.", id="b"))
    assert bool(alike(one, two)[1] > 0) is together


def test_stories_that_were_joined_are_what_they_would_be_if_made_so() -> None:
    articles = [each for name in ("by-election", "tennis") for each in told()[name]]
    marks, often = counted(*articles)
    joined = Evidence(marks, often, range(6), 6)
    joined.join(0, 2)
    joined.join(0, 5)
    made = Evidence(marks, often, [0, 1, 0, 3, 4, 0], 6)
    assert list(joined.alike(0)) == pytest.approx(list(made.alike(0)))
    assert list(joined.alike(1)) == pytest.approx(list(made.alike(1)))


def test_what_has_no_terms_is_like_nothing() -> None:
    empty = sketch(doc(""))
    assert alike(empty, told()["tennis"][0], empty) == [0.0, 0.0, 0.0]
