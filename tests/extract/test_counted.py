"""The counted noun by the engine's parts of speech, where the grammar's form alone can not tell."""

import pytest

from discrepancy.model import Quantity
from tests.builders import quantities


def noun(text, words):
    read = (fact.value for fact in quantities(text))
    (found,) = [value for value in read if isinstance(value, Quantity) and value.text == words]
    return found.noun


@pytest.mark.parametrize(
    ("text", "words", "counted"),
    [
        ("The 11 member panel met on Monday.", "11", "member panel"),
        ("A third of the population lives in cities.", "A third", "population"),
        ("About 40 percent of the workers went home.", "40 percent", "workers"),
        ("The town has 300 wounded soldiers.", "300", "wounded soldiers"),
        ("Some 12 heavily armed rebels fled.", "12", "heavily armed rebels"),
    ],
)
def test_the_noun_with_what_qualifies_it(text, words, counted):
    assert noun(text, words) == counted


@pytest.mark.parametrize(
    ("text", "words", "counted"),
    [
        ("They recalled 5,000 vans and lorries.", "5,000", "vans"),
        ("The six-cylinder engine has 300 parts.", "300", "parts"),
        ("Two Boeing 737 jets landed.", "Two", "Boeing 737 jets"),
    ],
)
def test_what_the_grammar_reads_well_stays(text, words, counted):
    assert noun(text, words) == counted


@pytest.mark.parametrize("text", ["The storm killed 12\n\nPolice came.", "The storm killed 12. Police came."])
def test_a_noun_is_never_of_another_paragraph_or_sentence(text):
    assert noun(text, "12") == ""
