"""A finding's id is made of what it says, so that a decision about it outlives an edit elsewhere."""

from collections import Counter

import pytest

from discrepancy.model import Level, Message, Story
from discrepancy.rules import _unique, all_rules, judge_story
from discrepancy.rules.rule import finding, value_group
from tests.builders import doc, quantities, story
from tests.samples import check_texts, seeds_report

ON_ONE_DAY = [rule for rule in all_rules() if not (rule.asked or rule.conflict.days or rule.conflict.headed)]
CONFLICTS = {rule.code: rule.conflict.versions for rule in ON_ONE_DAY}
FILLER = "The square was quiet and the shops were open."
each_conflict = pytest.mark.parametrize("texts", CONFLICTS.values(), ids=CONFLICTS)


def ids(*texts: str) -> set[str]:
    return {each.id for each in check_texts(*texts).findings}


@each_conflict
def test_id_stays_when_the_text_moves(texts: tuple[str, ...]) -> None:
    assert ids(*(f"{FILLER}\n\n{text}" for text in texts)) == ids(*texts)


@each_conflict
def test_id_stays_when_a_source_joins(texts: tuple[str, ...]) -> None:
    assert ids(*texts) <= ids(*texts, texts[0])


@each_conflict
def test_id_stays_when_the_order_changes(texts: tuple[str, ...]) -> None:
    first = story(*(doc(text, id=name) for text, name in zip(texts, "abcdef", strict=False)))
    other = story(*(doc(text, id=name) for text, name in zip(texts, "fedcba"[-len(texts) :], strict=True)))
    across = [rule.code for rule in all_rules() if rule.code != "NAM002"]  # NAM002 names the document it is in
    assert _ids(first, across) == _ids(other, across)


def _ids(told: Story, codes: list[str]) -> set[str]:
    return {each.id for each in judge_story(told) if each.rule in codes}


def test_id_changes_with_a_value() -> None:
    one = ids("Police arrested 17 people.", "Police arrested 27 people.")
    other = ids("Police arrested 17 people.", "Police arrested 28 people.")
    assert one
    assert one.isdisjoint(other)


def test_ids_begin_with_the_code_of_the_rule() -> None:
    assert all(each.id.startswith(f"{each.rule}-") for each in seeds_report().findings)


def test_ids_are_unique_where_two_findings_say_the_same() -> None:
    said = Message("page.text", {"text": "no matter what"})
    facts = quantities("Police arrested 17 people.", "Police arrested 17 people.")
    twins = [
        finding("NUM001", Level.ERROR, (said, said), [value_group("17", [fact])], subject="people") for fact in facts
    ]
    assert twins[0].id == twins[1].id
    found = _unique([*twins, twins[0]])
    assert len({each.id for each in found}) == 3
    assert found[0].id == twins[0].id


def test_ids_are_unique_in_a_report() -> None:
    assert max(Counter(each.id for each in seeds_report().findings).values()) == 1


def test_ids_are_letters_that_any_system_keeps() -> None:
    assert all(each.id.isascii() and each.id.replace("-", "").isalnum() for each in seeds_report().findings)
