"""When two titles of one person contradict each other, through the whole check."""

import pytest

from tests.samples import check_texts

NAME = "Ayla Demirci"
CONFLICTS = [
    ("Prime Minister {n} opened the bridge.", "President {n} opened the bridge."),
    ("{n}, the transport minister, opened the bridge.", "{n}, the health minister, opened the bridge."),
    ("Chief executive {n} opened the plant.", "{n}, the finance chief, opened the plant."),
    ("The prosecutor, {n}, spoke for an hour.", "The defence lawyer, {n}, spoke for an hour."),
    ("French President {n} opened the bridge.", "German President {n} opened the bridge."),
    ("{n} is the mayor.", "{n} is the governor."),
]
NEAR_MISSES = {
    "a man or a woman who speaks": ("{n}, a spokeswoman, said no.", "{n}, a spokesperson, said no."),
    "the same office": ("Finance director {n} said no.", "{n}, the chief financial officer, said no."),
    "held at once": ("Energy Minister {n} said no.", "{n}, who is also transport minister, said no."),
    "two in one title": ("Health Minister {n} said no.", "Prime minister and health minister {n} said no."),
    "a reshuffle": (
        "Energy Minister {n} said no.",
        "{n} was appointed transport minister. Transport Minister {n} left.",
    ),
    "new in office": ("Energy Minister {n} said no.", "The new transport minister, {n}, said no."),
    "then": ("Energy Minister {n} said no.", "{n}, then transport minister, signed it."),
    "former": ("President {n} said no.", "Former prime minister {n} said no."),
    "deputy": ("Prime Minister {n} said no.", "Deputy President {n} said no."),
    "acting": ("Acting mayor {n} said no.", "Governor {n} said no."),
    "elect": ("President-elect {n} said no.", "Prime Minister {n} said no."),
    "shortened": ("Transport Minister {n} said no.", "Minister {n} said no."),
    "a rank shortened": ("Maj. Gen. {n} said no.", "Gen. {n} said no."),
    "a chief": ("Police chief {n} said no.", "{n}, the chief, said no."),
    "of another body": ("{n}, president of the club, said no.", "Prime Minister {n} said no."),
    "a party's president": ("Party president {n} said no.", "Prime Minister {n} said no."),
    "translated": ("Finance Minister {n} said no.", "{n}, the economy minister, said no."),
    "two trades": ("{n}, a welder, said no.", "{n}, a nurse, said no."),
    "clergy": ("Health minister {n} said no.", "{n}, a Baptist minister, said no."),
    "a club's secretary": ("Health secretary {n} said no.", "Club secretary {n} said no."),
    "a joint ministry": (
        "{n}, minister for health and defence, said no. Health Minister {n} left.",
        "Defence Minister {n} said no.",
    ),
}


def clashes(first: str, second: str) -> list[str]:
    return [f.rule for f in check_texts(first.format(n=NAME), second.format(n=NAME)).findings if f.rule == "NAM003"]


@pytest.mark.parametrize(("first", "second"), CONFLICTS)
def test_offices_that_nobody_holds_at_a_time(first: str, second: str) -> None:
    assert clashes(first, second) == ["NAM003"]


@pytest.mark.parametrize(("first", "second"), NEAR_MISSES.values(), ids=NEAR_MISSES)
def test_titles_that_can_both_be_right(first: str, second: str) -> None:
    assert clashes(first, second) == []
