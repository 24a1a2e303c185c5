"""What rules do grows with the length of a text, and not with its square."""

import time

import pytest

from discrepancy.model import Fact, Story
from discrepancy.rules.accounted import steps
from discrepancy.rules.told_orders import orders_in
from tests.builders import doc, story


def test_the_mentions_of_a_figure_are_gathered_for_steps_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table may give one figure thousands of times: to gather them for each again would take the square of that."""
    asked: list[str] = []

    def gather(over: Story, fact: Fact) -> list[Fact]:
        asked.append(fact.id)
        return [each for each in over.facts if each.id == fact.id]

    monkeypatch.setattr(steps, "variant", gather)
    list(steps.find(story(" ".join(["The town has 25 shops and the port has 30 shops."] * 50))))
    assert asked == []
    list(steps.find(story("The subsidy is 7.8 million euros and will rise to 8.6 million euros in 2027.")))
    assert asked


@pytest.mark.parametrize(
    "text", ["{} fell after it rose.", "It fell, and {} it came 3 hours later.", "Already {} when it fell."]
)
def test_orders_around_a_very_long_word_are_read_once(text: str) -> None:
    """The time allowed is far more than one reading takes, and far less than one for each of the word's letters."""
    begin = time.process_time()
    list(orders_in(doc(text.format("a" * 400_000))))
    assert time.process_time() - begin < 20
