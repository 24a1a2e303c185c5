"""One event at two times of day."""

import datetime as dt

import pytest

import discrepancy
from tests.builders import doc


def told(*texts: str) -> list[list[str]]:
    """The labels of each finding of the rule over versions of one day."""
    documents = [doc(text, id="abc"[n], published=dt.date(2024, 3, 14)) for n, text in enumerate(texts)]
    found = discrepancy.check(documents).findings
    return [[value.label for value in f.values] for f in found if f.rule == "DAT004"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The quake struck the town at 3:12 a.m. on Tuesday, officials said.",
            "The quake struck the town at 3:21 a.m. on Tuesday, the institute said.",
        ),
        (
            "Kick-off at the stadium is at 7:45 p.m. on Saturday.",
            "Kick-off at the stadium is at 8:15 p.m. on Saturday.",
        ),
        (
            "The train derailed at 6:40 a.m. near the bridge.",
            "The train derailed near the bridge at 6:40 p.m., police said.",
        ),
        (
            "The train left the station at 0714 GMT, the operator said.",
            "The train left the station at 0741 GMT, the operator said.",
        ),
        (
            "The dam above the village burst at 4:40 a.m. on Tuesday.",
            "The dam above the village burst at 5:40 a.m. on Tuesday, officials said.",
        ),
    ],
)
def test_two_times(one: str, other: str) -> None:
    assert len(told(one, other)) == 1
    assert len(told(other, one)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The quake struck the town at 3:12 a.m. local time (0212 GMT).",
            "The quake struck the town at 2:12 a.m. GMT.",
        ),
        (
            "The dam above the village burst at 4:40 a.m. GMT on Tuesday.",
            "The dam above the village burst at 5:40 a.m. CET on Tuesday.",
        ),
        ("The quake struck the town at about 3:10 a.m.", "The quake struck the town at 3:30 a.m."),
        ("The quake struck the town at 3:28 a.m.", "The quake struck the town at 3:30 a.m."),
        ("The train left the station at 7:14 a.m.", "The train reached the station at 8:14 a.m."),
        (
            "The train left Leeds at 7:14 a.m. and derailed at 7:52 a.m.",
            "The train derailed at 7:59 a.m. at Leeds.",
        ),
        (
            "Police were called to the house at 7:14 a.m.",
            "Firefighters were called to the house at 7:22 a.m.",
        ),
        ("The match starts at 8 p.m. local time.", "The match starts at 9 p.m. in the evening."),
        ("The first blast hit the market at 9:15 a.m.", "The second blast hit the market at 9:50 a.m."),
        (
            "The dam above the village burst at 4:40 a.m. on Tuesday.",
            "The dam above the village burst at 5:40 a.m. on Wednesday.",
        ),
        (
            "Voting at the schools ends at 8 p.m. local time, officials said.",
            "Voting at the schools ends at 7 p.m., officials said.",
        ),
    ],
)
def test_what_only_looks_like_it(one: str, other: str) -> None:
    assert told(one, other) == []
