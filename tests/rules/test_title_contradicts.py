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
    ("The governor of Ohio, {n}, signed the bill.", "The governor of Iowa, {n}, signed the bill."),
    ("Gov. {n} of Ohio said no.", "Gov. {n} of Iowa said no."),
    ("{n}, a senator for Ohio, said no.", "{n}, a senator for Iowa, said no."),
    ("Sen. {n} of Ohio said no.", "Rep. {n} said no."),
    ("Sergeant {n} said no.", "Colonel {n} said no."),
    ("Judge {n} said no.", "Prosecutor {n} said no."),
    ("Slovak Prime Minister {n} said no.", "Slovak President {n} said no."),
    ("Ohio Governor {n} signed the bill.", "{n}, the governor of Iowa, signed the bill."),
    ("{n}, the governor of North Dakota, said no.", "{n}, the governor of South Dakota, said no."),
    ("{n}, the mayor of Leeds, said no.", "{n}, the mayor of Hull, said no."),
    ("Ruritania's foreign minister, {n}, said no.", "Prime Minister {n} of Ruritania said no."),
    ("Ruritanian foreign minister {n} said no.", "Ruritania's prime minister, {n}, said no."),
    ("The bank's finance director, {n}, said no.", "{n}, its chief operating officer, said no."),
    ("Deputy Governor {n} said no.", "The environment minister, {n}, said no."),
    ("{n}, the clinic's medical director, said no.", "{n}, chief executive of the clinic, said no."),
    ("The bank's president, {n}, said no.", "Labour Minister {n} said no."),
    ("Bishop {n} said no.", "{n}, the mayor, said no."),
    ("Their goalkeeper, {n}, was dropped.", "Their head coach, {n}, was dropped."),
    ("The clinic's chief executive, {n}, refused to resign.", "The clinic's finance director, {n}, said no."),
]
NEAR_MISSES = {
    "a lawmaker in the cabinet": ("Senator {n} said no.", "{n}, the trade minister, said no."),
    "who speaks for the police": ("Detective Inspector {n} said no.", "{n}, a police spokeswoman, said no."),
    "two words for one": (
        "The clinic's head, {n}, said no.",
        "{n}, chief executive of the clinic, said no.",
    ),
    "who did resign": ("The clinic's chief executive, {n}, resigned.", "The clinic's finance director, {n}, said no."),
    "a state and its country": ("Ohio Senator {n} said no.", "US Senator {n} said no."),
    "a state and its town": ("New York mayor {n} said no.", "{n}, the mayor of New York City, said no."),
    "a borough": ("London mayor {n} said no.", "{n}, the mayor of Camden, said no."),
    "a town on no list": ("{n}, the mayor of Harlow, said no.", "{n}, the mayor of Marlford, said no."),
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
    "of two states that no list has": (
        "Ruritania's foreign minister, {n}, said no.",
        "Graustark's prime minister, {n}, said no.",
    ),
    "a caretaker": ("Caretaker prime minister {n} said no.", "Ruritania's foreign minister, {n}, said no."),
    "left one and holds the other": (
        "Finance director {n} said no.",
        "{n}, 47, the bank's former chief operating officer, said no.",
    ),
    "left both, of a state": ("Former prime minister {n} said no.", "Former foreign minister {n} said no."),
    "left both, in one text": (
        "{n}, the bank's former finance director, said no. Former chief operating officer {n} left.",
        "Former chief operating officer {n} said no.",
    ),
    "left one long ago": (
        "{n}, the bank's former finance director, said no.",
        "{n}, the bank's former chief operating officer until 2015, said no.",
    ),
    "left two companies": (
        "{n}, Northvale's former finance director, said no.",
        "{n}, Eastmoor's former chief operating officer, said no.",
    ),
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
    "standing in": (
        "Interior Minister {n} said no.",
        "{n}, acting finance minister while Petro Bondar is ill, said no. Finance Minister {n} left.",
    ),
    "standing in, told before": (
        "Interior Minister {n} said no.",
        "Standing in for a colleague on sick leave, Finance Minister {n} said no.",
    ),
    "a portfolio held besides": (
        "Prime Minister {n} said no.",
        "Defence Minister {n}, who holds the portfolio as well as the premiership, said no.",
    ),
    "told in a clause": (
        "Prime Minister {n}, who is also minister of defence, said no.",
        "Defence Minister {n} said no.",
    ),
    "told in the next sentence": (
        "Prime Minister {n} said no. She is also defence minister.",
        "Defence Minister {n} left.",
    ),
    "a federal president": ("Swiss President {n} said no.", "Defence Minister {n} said no."),
    "until last year": ("{n}, finance minister until last year, said no.", "Health Minister {n} said no."),
    "years ago": ("{n}, finance minister from 2010 to 2014, said no.", "Health Minister {n} said no."),
    "deputy prime minister": ("Deputy Prime Minister {n} said no.", "Finance Minister {n} said no."),
    "leader of a party": ("Labour leader {n} said no.", "Prime Minister {n} said no."),
    "chair and chief executive": ("Chairwoman {n} said no.", "Chief executive {n} said no."),
    "mayor and MP": ("Mayor {n} said no.", "{n}, an MP, said no."),
    "a candidate": ("Presidential candidate {n} said no.", "Prime Minister {n} said no."),
    "a nominee": ("{n}, the nominee for defence secretary, said no.", "Transport Secretary {n} said no."),
    "one place in two names": ("Kiev mayor {n} said no.", "The mayor of Kyiv, {n}, said no."),
    "a place and what it is": ("Kherson governor {n} said no.", "{n}, the governor of Kherson region, said no."),
    "a bank and a state": ("The governor of the central bank, {n}, said no.", "The governor of Ohio, {n}, said no."),
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


@pytest.mark.parametrize(("also", "level"), [((), "warning"), (("Finance director {n} said no.",), "error")])
def test_two_offices_that_versions_say_one_has_left(also: tuple[str, ...], level: str) -> None:
    texts = (
        "{n}, 47, the bank's former finance director, said no.",
        "{n}, 47, its former chief operating officer, said no.",
    )
    found = [f for f in check_texts(*(text.format(n=NAME) for text in (*texts, *also))).findings if f.rule == "NAM003"]
    assert [f.level.value for f in found] == [level]
