"""Names of organisations, and their abbreviations wherever the text uses them."""

import pytest

from discrepancy.model import FactKind
from tests.builders import facts_of, grouped, only, story


def named(text: str) -> list[tuple[str, str, str]]:
    found = only(facts_of(text), FactKind.ORGANISATION)
    return [(fact.mention.text, fact.organisation.name, fact.organisation.abbreviation) for fact in found]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Organization for Security and Co-operation in Europe", "OSCE"),
        ("Democratic Unionist Party", "DUP"),
        ("National Transport Safety Board", "N.T.S.B."),
    ],
)
def test_a_name_with_its_abbreviation(name: str, short: str) -> None:
    assert named(f"The report was written by the {name} ({short}).") == [
        (name, name, short.replace(".", "")),
        (short, name, ""),
    ]


def test_an_abbreviation_used_again_is_the_same_organisation() -> None:
    party = "Democratic Unionist Party"
    assert named(f"The {party} (DUP) won. The D.U.P. had lost before, and the DUP was glad.") == [
        (party, party, "DUP"),
        ("DUP", party, ""),
        ("D.U.P.", party, ""),
        ("DUP", party, ""),
    ]


@pytest.mark.parametrize(
    "text",
    ["Anna Smith won.", "He lives on the Crimean Peninsula.", "The RED CROSS SOCIETY won.", "It was the U.N. (again)."],
)
def test_no_organisation(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Centre for Labour Co-operation", "Center for Labor Cooperation"),
        ("Kessler Shipping Holdings Inc", "Kessler Shipping Holdings"),
        ("Harlow Defence Academy", "Harlow Defense Academy"),
    ],
)
def test_one_organisation_over_versions(one: str, other: str) -> None:
    told = story(f"It was sold to the {one} on Monday.", f"It was sold to the {other} on Monday.")
    assert grouped(told, FactKind.ORGANISATION) == [[f"a:{one}", f"b:{other}"]]
