"""The role of a person, wherever a sentence gives it."""

import pytest

from tests.builders import persons

CASES = [
    # before the name
    ("Company chief executive Ola Berg said sales rose.", "Company chief executive"),
    ("Former Lyon mayor Ola Berg agreed.", "Former Lyon mayor"),
    ("Rovers have signed the Uruguay midfielder Ola Berg for a record fee.", "Uruguay midfielder"),
    ("The judge, Ola Berg KC, said so.", "judge"),
    ("The president of the jury, Ola Berg, said so.", "president of the jury"),
    ("The lawyer for the president, Ola Berg, agreed.", "lawyer"),
    ("A 34-year-old nurse named Ola Berg was hurt.", "nurse"),
    ("The hospital's then director, Ola Berg, agreed.", "hospital's then director"),
    ("Chairman and Chief Executive Ola Berg agreed.", "Chairman and Chief Executive"),
    ("The Prime Minister and President Ola Berg met.", "President"),
    ("Afterwards Mr Ola Berg agreed.", ""),
    # after it
    ("Ola Berg, a State Department spokesperson, said so.", "State Department spokesperson"),
    ("Ola Berg, 58, the founder of Harbour Crest Homes, said so.", "founder of Harbour Crest Homes"),
    ("Ola Berg, who is the fund's director, said so.", "fund's director"),
    ("Ola Berg, now a pundit, said so.", "pundit"),
    ("Ola Berg, then finance minister, signed the paper.", "then finance minister"),
    ("Ola Berg – the company's glazier – signed the paper.", "company's glazier"),
    ("Ola Berg, chairman and chief executive of Acme, resigned.", "chairman and chief executive of Acme"),
    ("Dr. Ola Berg, director of the clinic, said so.", "director of the clinic"),
    ("Ola Berg, minister for health and defence, said so.", "minister for health and defence"),
    ("Ola Berg of Acme Bank, an analyst, disagreed.", "analyst"),
    ("Ola Berg, who has been a councillor since 1998, left.", "councillor"),
    ("They buried Ola Berg, the singer known as a giant.", "singer"),
    (
        "Ola Berg, leader of the opposition Unity and Bread Party, agreed.",
        "leader of the opposition Unity and Bread Party",
    ),
    # told by a verb
    ("Ola Berg stays on as finance minister.", "finance minister"),
    ("The new minister for trade is Ola Berg.", "new minister for trade"),
    ("Ola Berg acted as a brake on reform.", ""),
    ("Ola Berg was named chief executive of Acme on Monday.", "chief executive of Acme"),
    ("Acme appointed Ola Berg as its chief executive.", "chief executive"),
    ("Ola Berg is the new head of Acme.", "new head of Acme"),
    ("Ola Berg is not a doctor.", ""),
    # no role of this person's
    ("His wife, Ola Berg, wept.", ""),
    ("The first witness, Ola Berg, wept.", ""),
    ("Ola Berg, 41, a mother of two, said so.", ""),
    ("Mr. Ola Berg said no.", ""),
    ("Ola Berg, officials said, was hurt.", ""),
    ("In a letter to the minister, Ola Berg said he was sorry.", ""),
    ("Police arrested Ola Berg, the mayor and two councillors.", ""),
]


@pytest.mark.parametrize(("text", "role"), CASES)
def test_the_role_of_a_person(text: str, role: str) -> None:
    (fact,) = [fact for fact in persons(text) if fact.name.full == "Ola Berg"]
    assert fact.name.title == role
    if role and fact.name.title_span:
        assert text[fact.name.title_span.start : fact.name.title_span.end] == role


def test_a_plural_role_is_each_one_s() -> None:
    found = persons("The foreign ministers Ola Berg and Tom Hale met in Rome.")
    assert [(f.name.full, f.name.title) for f in found] == [
        ("Ola Berg", "foreign ministers"),
        ("Tom Hale", "foreign ministers"),
    ]


def test_the_next_person_s_title_is_not_this_one_s() -> None:
    found = persons("According to Ola Berg, Mayor Tom Hale lied.")
    assert [(f.name.full, f.name.title) for f in found] == [("Ola Berg", ""), ("Tom Hale", "Mayor")]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Captain Ola Berg, the pilot, agreed.", ["Captain", "pilot"]),
        ("The vicar, the Rev Ola Berg, agreed.", ["Rev", "vicar"]),
        ("Ola Berg, a lawyer who is now chairman of the fund, agreed.", ["lawyer", "chairman of the fund"]),
    ],
)
def test_further_titles_stand_beside_the_first(text: str, titles: list[str]) -> None:
    (fact,) = persons(text)
    assert [fact.name.title, *(text[span.start : span.end] for span in fact.name.further_titles)] == titles
