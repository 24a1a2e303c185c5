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
    # told by a verb
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
