"""When one version tells as its own what others give as somebody's claim."""

import pytest

from discrepancy.model import Level
from discrepancy.rules import judge_story
from tests.builders import story


def told(*texts: str) -> list[list[str]]:
    found = [each for each in judge_story(story(*texts)) if each.rule == "CLM003"]
    assert all(each.level is Level.WARNING for each in found)
    return [[value.label for value in each.values] for each in found]


LOST = (
    (
        "Norland said it had sunk two Sarnian patrol boats. Sarnia denied it.",
        "Norland says it sank two Sarnian patrol boats, which could not be independently verified.",
        "Norland sank two Sarnian patrol boats off the cape.",
    ),
    (
        "Norland said it had killed 35 Sarnian soldiers, a figure that Sarnia disputes.",
        "Norland claims that 35 Sarnian soldiers were killed.",
        "Sarnia lost 35 men in the battle.",
    ),
    (
        "The company polluted the river Tarn for ten years, campaigners allege. The company denies it.",
        "Campaigners said that the company had polluted the river Tarn. The firm denies the claim.",
        "The company polluted the river Tarn for ten years.",
    ),
    (
        "Prosecutors said Helen Ward stole 2 million pounds from the charity. She denies it.",
        "Helen Ward stole 2 million pounds from the charity, prosecutors said. Ward denied the charge.",
        "Helen Ward, the treasurer, stole 2 million pounds from the charity.",
    ),
    (
        "A fisherman said that a gas leak caused the blast. Investigators said it was too early to name a cause.",
        "A gas leak caused the blast on the pier, leaving a crater. It was too soon to say more, investigators said.",
    ),
    (
        "The driver blamed faulty brakes for the crash. The cause is not yet known.",
        "The driver said faulty brakes caused the crash, which is under investigation.",
        "Faulty brakes caused the crash.",
    ),
)

ROUTINE = (
    (  # nobody contests it
        "The ministry said it had sent 300 tents to the valley.",
        "The ministry said on Friday it had sent 300 tents to the valley.",
        "The ministry sent 300 tents to the valley.",
    ),
    (  # the account stands in the sentence
        "Norland said it had killed 35 Sarnian soldiers, a figure that Sarnia disputes.",
        "Norland claims to have killed 35 Sarnian soldiers.",
        "By Norland's account Sarnia lost 35 men in the battle.",
    ),
    (  # another claim is contested
        "The club said it had sold the striker. It denied that it was bankrupt.",
        "The club said it had sold the striker to a rival.",
        "The club bought a goalkeeper from a rival.",
    ),
    (  # one version alone gives it as a claim
        "Norland said it had sunk two Sarnian patrol boats. Sarnia denied it.",
        "Norland sank two Sarnian patrol boats off the cape.",
        "Norland sank two Sarnian patrol boats on Monday.",
    ),
    (  # a cause that is settled
        "A gas leak caused the blast, the inquiry found.",
        "The inquiry said that a gas leak caused the blast.",
        "A gas leak caused the blast.",
    ),
    (  # other dead
        "Norland said it had killed 35 Sarnian soldiers, a figure that Sarnia disputes.",
        "Norland claims to have killed 35 Sarnian soldiers.",
        "In 1998 a ferry disaster in the strait killed 35 people.",
    ),
)


@pytest.mark.parametrize("texts", LOST)
def test_a_contested_claim_in_the_articles_own_voice_is_shown(texts: tuple[str, ...]) -> None:
    assert told(*texts)


@pytest.mark.parametrize("texts", ROUTINE)
def test_what_nobody_contests_or_is_another_thing_is_left_alone(texts: tuple[str, ...]) -> None:
    assert told(*texts) == []
