"""The filters that a report has, and what its rows and findings bear."""

import dataclasses

from discrepancy.formats.view import build_view
from discrepancy.formats.view.filters import build_filters
from discrepancy.formats.view.index import Index
from discrepancy.formats.view.parts import Choice
from discrepancy.formats.words import Words
from discrepancy.model import FactKind, Quotation
from tests.formats.builders import document, finding, group, quantity
from tests.formats.stories import EMPTY, FINDINGS, FLOOD, MAYOR_ID, PEOPLED

VIEW = build_view(PEOPLED)


def choices(name: str) -> list[tuple[str, int]]:
    """The values of a filter's choices, each with how many findings bear it."""
    each = next(each for each in VIEW.filters if each.name == name)
    return [(choice.value, choice.findings) for choice in each.choices]


def borne(anchor: str) -> set[str]:
    """The values that a row or a card bears, of all filters."""
    values = {
        f"{each.name[0]}{number}": choice.value
        for each in VIEW.filters
        for number, choice in enumerate(each.choices, 1)
    }
    return {values[tag] for tag in VIEW.tags[anchor].split()}


def test_only_what_occurs_is_a_choice_and_what_most_findings_bear_comes_first() -> None:
    assert [each.name for each in VIEW.filters] == ["kind", "rule", "source", "person"]
    assert choices("kind") == [("quantity", 4), ("person", 2)]
    assert choices("rule") == [("NUM001", 3), ("NAM001", 1), ("NAM002", 1), ("NUM003", 1)]
    assert choices("person") == [(MAYOR_ID, 3)]


def test_versions_are_choices_in_their_order_with_the_findings_in_which_they_give_a_value() -> None:
    assert choices("source") == [("1", 6), ("2", 5), ("3", 4), ("4", 2)]


def test_choices_are_named_for_people() -> None:
    named = {choice.value: choice.label for each in VIEW.filters for choice in each.choices}
    assert named["quantity"] == "figure"
    assert named["NUM001"] == "NUM001 value-differs"
    assert named["NAM002"] == "NAM002"
    assert named["2"] == "2 Harlow Post"
    assert named[MAYOR_ID] == "Katrin Vandemeer"


def test_a_row_bears_what_its_facts_and_its_findings_do() -> None:
    assert borne("g-soldiers") == {"quantity"}
    assert borne("g-missing") == {"quantity", "NUM001", MAYOR_ID}
    assert borne("g-mayor") == {"person", "NAM001", "NAM002", MAYOR_ID}


def test_a_finding_bears_its_rule_its_kind_its_versions_and_who_is_credited() -> None:
    assert borne(VIEW.cards[0].anchor) == {"quantity", "NUM003", "1", "2", "4"}
    assert borne(VIEW.cards[2].anchor) == {"quantity", "NUM001", "1", "2", "3", MAYOR_ID}


def test_who_is_quoted_counts() -> None:
    fact = next(fact for fact in PEOPLED.facts if fact.id.startswith("wire:quantity"))
    said = dataclasses.replace(
        fact, kind=FactKind.QUOTATION, value=Quotation(words="so", speaker="piet-okonjo"), attribution=None
    )
    data = dataclasses.replace(PEOPLED, facts=tuple(said if each.id == fact.id else each for each in PEOPLED.facts))
    people = next(each.choices for each in build_view(data).filters if each.name == "person")
    assert Choice("piet-okonjo", "Piet Okonjo", 1) in people


def test_a_finding_of_no_group_bears_the_kinds_of_its_facts() -> None:
    home = document("a", "A", "Ten boats.", "There are 10 boats. The 11 boats left.")
    facts = (quantity(home, "10", "10", "boats"), quantity(home, "11", "11", "boats"))
    judged = finding("NUM001", FINDINGS[0].level, "", "10 or 11", "", {"10": [facts[0]], "11": [facts[1]]})
    view = build_view(dataclasses.replace(EMPTY, documents=(home,), facts=facts, findings=(judged,)))
    assert [each.name for each in view.filters] == ["kind", "rule", "source"]
    assert view.tags == {view.cards[0].anchor: "k1 r1 s1", view.rows[0].anchor: "k1 r1"}


def test_groups_that_have_no_row_are_no_choice() -> None:
    home = document("a", "A", "Ten boats.", "There are 10 boats.")
    fact = quantity(home, "10", "10", "boats")
    data = dataclasses.replace(EMPTY, documents=(home,), facts=(fact,), groups=(group("g", "boats", fact),))
    assert build_view(data).filters == ()
    assert build_filters(Index(data), (), (), Words()) == ((), {})


def test_the_draft_is_the_first_version_and_the_first_column() -> None:
    view = build_view(dataclasses.replace(FLOOD, draft="draft"))
    assert [version.label for version in view.versions] == ["draft", "Estuary Wire", "Harlow Post", "Radio Orre"]
    dam = next(row for row in view.rows if row.anchor == "g-dam")
    assert [cell.words[0].anchor[:3] for cell in dam.cells if cell.words] == ["t1-", "t2-", "t3-"]


def test_a_row_stands_by_its_worst_finding_even_where_another_touches_the_draft() -> None:
    mayor = next(row for row in build_view(dataclasses.replace(FLOOD, draft="draft")).rows if row.anchor == "g-mayor")
    assert mayor.state == "check"
    assert mayor.cards[0].startswith("f-NAM001")
