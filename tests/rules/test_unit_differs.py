"""When two versions give one measure with the same digits in two units, and when they measure two things."""

import pytest

from discrepancy.model import FactKind
from discrepancy.rules import judge_story, unit_differs
from tests.builders import story


def told(*texts: str) -> list[set[str]]:
    return [{v.label for v in each.values} for each in judge_story(story(*texts)) if each.rule == "NUM002"]


@pytest.mark.parametrize(
    ("one", "other", "labels"),
    [
        (
            "The plane struck a ridge 3,900 metres above sea level, 40 km from the city.",
            "It ploughed into a ridge 3,900ft up.",
            {"3,900 metres", "3,900ft"},
        ),
        (
            "Marsh levelled, lashing in from 25 yards.",
            "His first was a 25-metre thunderbolt that was still rising.",
            {"25 yards", "25-metre"},
        ),
        (
            "The least that is advised is 124 degrees (51 Celsius).",
            "The water is supposed to be at least 124 degrees Celsius.",
            {"124 degrees", "124 degrees Celsius"},
        ),
        (
            "The fire burned 4,200 hectares of forest.",
            "Flames blackened 4,200 acres.",
            {"4,200 hectares", "4,200 acres"},
        ),
        (
            "A museum in Upton paid £4.6m for a lost painting by Ruiz.",
            "A lost painting by Ruiz was bought by the museum for €4.6 million.",
            {"£4.6m", "€4.6 million"},
        ),
        (
            "Temperatures in the capital reached 40 degrees Celsius.",
            "The capital reached 40 degrees Fahrenheit.",
            {"40 degrees Celsius", "40 degrees Fahrenheit"},
        ),
        ("Winds of 165 km/h hit the coast.", "Gusts reached 165 mph.", {"165 km/h", "165 mph"}),
        ("The python weighed 64 kg.", "A 64-pound snake was caught.", {"64 kg", "64-pound"}),
        ("The police seized 340 kg of cocaine.", "Officers found 340 pounds of the drug.", {"340 kg", "340 pounds"}),
        ("The truck spilled 18,500 litres of milk.", "It lost 18,500 gallons.", {"18,500 litres", "18,500 gallons"}),
    ],
)
def test_one_measure_in_two_units(one: str, other: str, labels: set[str]) -> None:
    assert told(one, other) == [labels]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The pool is 25 metres long. It is 40 km away.",
            "The wall is 25 feet high and stands 3 miles from the coast.",
        ),
        ("The dam is 42 metres (138 feet) high.", "The dam is 138 feet high. A pipe of 42 feet lies below."),
        ("He ran 10 km.", "She ran 10 miles."),
        ("Temperatures reached 35 C.", "It was 95 Fahrenheit in the city."),
        ("The ship is 120 metres long.", "The ship is 394 feet long, and its mast stands 120 feet above the deck."),
        ("A 30-mile tailback formed on the road.", "The speed limit is 30 km/h there."),
        ("The mine sold 4,500 tons.", "It sold 4,500 tonnes of ore."),
        ("He ran 42 km.", "The bar is 42 feet up, and 26 miles (42 km) were run."),
    ],
)
def test_two_measures(one: str, other: str) -> None:
    assert told(one, other) == []


def test_one_and_the_same_words_are_never_two_units(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ("The front was put up for 493,000 pounds.", "Its front cost 493,000 Pounds.")
    both = [fact for fact in story(*texts).facts if fact.kind is FactKind.QUANTITY]
    assert len(both) == 2
    monkeypatch.setattr(unit_differs, "swapped", lambda _: [([both[0]], [both[1]])])
    assert not list(unit_differs.judge(story(*texts)))
