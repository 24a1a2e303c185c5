"""What two versions tell in words that share no grammar: stances and roles turned, hedges and sources lost."""

import datetime as dt

import pytest

from discrepancy.model import Level
from discrepancy.rules import judge_story
from tests.builders import doc, story


def rules(*texts: str) -> set[str]:
    """The rules on claims that find something in versions of one day."""
    day = dt.date(2026, 5, 4)
    documents = [doc(text, id=f"d{n}", published=day) for n, text in enumerate(texts)]
    return {f.rule for f in judge_story(story(*documents)) if f.rule.startswith("CLM") and f.level is not Level.NOTE}


TURNED = (
    (
        "The Orlin line has turned down a pay offer from the pilots' union, the airline said.",
        "The Orlin line has agreed to the pay offer of the pilots' union.",
    ),
    (
        "Fisheries Minister Nora Lind resigned on Monday after a row over quotas.",
        "Nora Lind has refused to step down as fisheries minister in the row over quotas.",
    ),
    (
        "A jury cleared former banker Paul Orme of manslaughter over the death of a cyclist.",
        "Paul Orme, a former banker, was found guilty of manslaughter over the death of a cyclist.",
    ),
    ("Chipmaker Velma has sued rival Ostra over patents.", "Ostra is suing Velma over patents. It wants damages."),
)


@pytest.mark.parametrize("texts", TURNED)
def test_a_stance_or_a_role_that_is_turned_round_is_an_error(texts: tuple[str, str]) -> None:
    assert rules(*texts) == {"CLM001"}


RIGHT = (
    (
        "A jury cleared former banker Paul Orme of manslaughter but convicted him of falsifying records.",
        "Paul Orme, a former banker, was found guilty of falsifying records.",
    ),
    (
        "The Supreme Court upheld the ban on the party Nova by six votes to three.",
        "The Supreme Court has rejected the appeal of Nova, and the ban on the party stands.",
    ),
    ("Chipmaker Velma has sued rival Ostra over patents.", "Ostra has been sued by its rival Velma over patents."),
)


@pytest.mark.parametrize("texts", RIGHT)
def test_two_matters_or_one_told_both_ways_are_right(texts: tuple[str, str]) -> None:
    assert rules(*texts) == set()


def test_what_one_version_leaves_open_and_one_tells_flatly_is_flagged() -> None:
    open_one = "The chain Bellamy is considering closing 40 of its 210 shops, two people said. It has lost customers."
    flat = "The chain Bellamy will close 40 of its 210 shops. It has lost customers."
    assert rules(open_one, flat) == {"CLM004"}
    assert rules(open_one, "The chain Bellamy may close 40 of its 210 shops. It has lost customers.") == set()


def test_a_reckoning_told_as_the_papers_own_is_flagged() -> None:
    given = "Piracy cost the film industry 420 million euros last year, according to the lobby Cineval."
    assert rules(given, "Pirates cost the film industry 420 million euros last year.") == {"CLM003"}
    told = "Pirates cost the film industry 420 million euros last year. That is the estimate of a lobby."
    assert rules(given, told) == set()
