"""What a clause claims, and whether it is said to be so."""

import pytest

from discrepancy.model import Claim, FactKind
from tests.builders import facts_of, only


def claims(text: str) -> list[Claim]:
    """The claims of clauses; what a statement says in words of its own has tests of its own."""
    found = [fact.value for fact in only(facts_of(text), FactKind.CLAIM) if isinstance(fact.value, Claim)]
    return [claim for claim in found if claim.of != "told" and not claim.of.startswith("stance")]


@pytest.mark.parametrize(
    ("text", "of", "side"),
    [
        ("The council approved the plan.", "assent", "one"),
        ("The council vetoed the plan.", "assent", "other"),
        ("Ana Reyes pleaded not guilty.", "plea", "other"),
        ("Ana Reyes, who had pleaded guilty, looked away.", "plea", "one"),
        ("Ana Reyes did not survive.", "life", "other"),
        ("Ana Reyes has refused to concede.", "concession", "other"),
        ("The ferry did not sink.", "sink", "no"),
        ("The ferry failed to stop.", "stop", "no"),
        ("The ferry managed to stop.", "stop", "yes"),
        ("None of the crew wore a helmet.", "wear", "no"),
        ("The council voted not to demolish the pier.", "decide to destroy", "no"),
    ],
)
def test_sides(text: str, of: str, side: str) -> None:
    assert (of, side) in [(claim.of, claim.side) for claim in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Did the ferry sink?",
        "If the ferry sinks, the port will close.",
        "The ferry might sink.",
        "The owner denied that the ferry sank.",
        "The owner fears that the ferry sank.",
        "The ferry almost sank.",
        "It is not clear whether the ferry sank.",
    ],
)
def test_what_is_not_stated_is_no_claim(text: str) -> None:
    assert "sink" not in [claim.of for claim in claims(text) if not claim.hedge]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The ferry might sink.", "might"),
        ("The owner fears that the ferry sank.", "fears"),
        ("The ferry appears to have sunk.", "appears to"),
        ("The ferry is thought to have sunk.", "thought to"),
        ("The ferry is likely to sink.", "likely to"),
        ("The ferry possibly sank.", "possibly"),
        ("The ferry sank.", ""),
    ],
)
def test_what_leaves_a_claim_open(text: str, hedge: str) -> None:
    assert [claim.hedge for claim in claims(text) if claim.of == "sink"] == [hedge]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("A broken rail was to blame.", "rail"),
        ("The driver blamed ice.", "ice"),
        ("The blast was caused by a gas leak.", "leak"),
        ("Heavy rain brought down a dam.", "rain"),
    ],
)
def test_causes(text: str, cause: str) -> None:
    assert [claim.about.head for claim in claims(text) if claim.of == "cause"] == [cause]


def test_a_person_hurt_no_more_than_not_hurt_is_not_dead() -> None:
    assert [(c.of, c.side) for c in claims("Ana Reyes was not injured.")] == [("injure", "no")]
