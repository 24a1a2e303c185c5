"""Wire families: copies of one text are one voice."""

from dataclasses import replace
from itertools import permutations

from discrepancy.stories.families import find_families
from tests.builders import doc

WIRE = (
    "The river broke its banks before dawn on Monday and drove 4,200 people from their homes, officials said. "
    "Soldiers filled sandbags along the lower town while the dam was watched from the air by two helicopters. "
    "The works that the council had promised after the last flood were never begun, a baker on the quay said."
)
OWN = (
    "A reporter who walked the lower town found shutters down, cellars full and a ferry moored to a lamp post. "
    "Nobody there had heard the sirens that the council says were sounded, and the bakery alone was open for trade. "
    "The bridge to the old harbour is closed until engineers have looked at its piers, perhaps for many weeks."
)


def families(*texts: str) -> tuple[tuple[str, ...], ...]:
    return find_families([doc(text, id=chr(ord("a") + place)) for place, text in enumerate(texts)])


def test_a_copy_with_another_figure_is_of_the_family() -> None:
    assert families(WIRE, WIRE.replace("4,200", "2,400"), OWN) == (("a", "b"),)


def test_a_text_of_its_own_is_of_no_family() -> None:
    assert families(WIRE, OWN) == ()


def test_a_copy_of_a_copy_is_of_the_family() -> None:
    first, second, _ = WIRE.split(". ")
    add = OWN.split(". ")
    copy = ". ".join([first, second, add[0]])
    assert families(WIRE, copy, ". ".join([second, add[0], add[1]])) == (("a", "b", "c"),)


def test_most_sentences_not_one_make_a_copy() -> None:
    assert families(WIRE, f"{OWN} {WIRE.split('. ', maxsplit=1)[0]}.") == ()


def test_a_short_text_is_not_judged() -> None:
    assert families("The river broke its banks before dawn.", "The river broke its banks before dawn.") == ()


def test_one_document_or_none() -> None:
    assert families(WIRE) == ()
    assert families() == ()


def stated(*told: tuple[str, str]) -> tuple[tuple[str, ...], ...]:
    """The families of texts that say to which one they belong, the same in every order of the documents."""
    documents = [replace(doc(text, id=chr(ord("a") + n)), family=family) for n, (text, family) in enumerate(told)]
    found = [{frozenset(members) for members in find_families(order)} for order in permutations(documents)]
    assert all(each == found[0] for each in found)
    return tuple(sorted(tuple(sorted(members)) for members in found[0]))


def test_what_is_said_to_be_of_a_family_is_of_it() -> None:
    assert stated((WIRE, "N"), (OWN, "N")) == (("a", "b"),)
    assert stated((WIRE, "N"), ("A brief.", "N"), (OWN, "")) == (("a", "b"),)


def test_two_families_are_never_joined_by_a_copy_of_both() -> None:
    assert stated((WIRE, "N"), (WIRE.replace("4,200", "2,400"), "M")) == ()
    near = f"{WIRE} {OWN.split('. ', maxsplit=1)[0]}."
    assert stated((WIRE, "N"), (f"{OWN} {WIRE}", "M"), (near, "")) == (("a", "c"),)


def test_a_copy_that_says_nothing_joins_the_family_that_is_named() -> None:
    assert stated((WIRE, "N"), (WIRE, ""), (OWN, "N")) == (("a", "b", "c"),)
