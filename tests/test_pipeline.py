"""The stages in their order, and what is told as they go."""

from __future__ import annotations

import pytest

from discrepancy.errors import EngineMissing
from discrepancy.loaders import Loaded
from discrepancy.model import FactKind, Skipped, Unread
from discrepancy.pipeline import check_documents, extract_documents
from discrepancy.rules import all_rules
from discrepancy.settings import Settings
from tests.samples import check_texts, seeds_report, versions

TEXTS = (
    "Police arrested 17 demonstrators after the march on Monday, Mayor Ruth Abara said.",
    "Police arrested 27 demonstrators after the march on Monday. Abara called it “a den of dysfunction”.",
    "Police arrested more than a dozen demonstrators after the march on Monday.",
)


def loaded() -> Loaded:
    return Loaded(
        documents=tuple(versions(TEXTS)),
        unread=(Unread("x.txt", "is an empty file.", "Remove it."),),
        skipped=(Skipped("README.md", "a README"),),
    )


def test_progress_is_told_document_by_document() -> None:
    told: list[tuple[str, int, int]] = []
    check_documents(loaded(), Settings(), lambda *step: told.append(step))
    assert told == [("read", 1, 3), ("read", 2, 3), ("read", 3, 3), ("compared", 0, 1), ("compared", 1, 1)]


def test_what_was_not_read_is_handed_on() -> None:
    given = loaded()
    for data in (check_documents(given, Settings()), extract_documents(given, Settings())):
        assert (data.unread, data.skipped) == (given.unread, given.skipped)


def test_nothing_in_nothing_out_and_no_model_loaded() -> None:
    nowhere = Settings(model="no_such_model")
    for data in (check_documents(Loaded(documents=()), nowhere), extract_documents(Loaded(documents=()), nowhere)):
        assert (data.documents, data.facts, data.people, data.groups, data.findings) == ((), (), (), (), ())


def test_a_missing_model_is_never_made_do_without() -> None:
    with pytest.raises(EngineMissing, match="no_such_model") as caught:
        check_documents(loaded(), Settings(model="no_such_model"))
    assert "pip install" in caught.value.remedy


def test_extract_holds_nothing_against_anything() -> None:
    checked, extracted = check_documents(loaded(), Settings()), extract_documents(loaded(), Settings())
    assert extracted.facts == checked.facts
    assert extracted.people == checked.people
    assert (extracted.groups, extracted.findings) == ((), ())
    assert checked.findings


def test_the_report_knows_the_rules_it_was_made_with() -> None:
    assert [rule.code for rule in seeds_report().data.rules] == [rule.code for rule in all_rules()]


def test_every_stage_refers_to_the_one_before() -> None:
    data = seeds_report().data
    documents = {document.id for document in data.documents}
    facts = {fact.id: fact for fact in data.facts}
    groups = {group.id for group in data.groups}
    assert len(facts) == len(data.facts)
    assert len(groups) == len(data.groups)
    assert {fact.mention.document for fact in data.facts} == documents
    assert {name for group in data.groups for name in group.facts} <= facts.keys()
    assert {name for person in data.people for name in person.facts} <= facts.keys()
    assert {finding.group for finding in data.findings} - {""} <= groups
    for group in data.groups:
        assert {facts[name].kind for name in group.facts} == {group.kind}
        assert len(set(group.facts)) == len(group.facts) > 1


def test_documents_and_facts_stand_in_order() -> None:
    data = seeds_report().data
    assert [each.id for each in data.documents] == sorted(each.id for each in data.documents)
    places = [(fact.mention.document, fact.mention.start) for fact in data.facts]
    assert places == sorted(places)


def test_every_kind_of_fact_is_found() -> None:
    denied = FactKind.CLAIM  # told only where one version denies what another says
    assert {fact.kind for fact in seeds_report().facts} == set(FactKind) - {denied}


def test_a_claim_is_told_where_it_is_denied_and_nowhere_else() -> None:
    said, other = (
        "Tom Lindqvist pleaded guilty to fraud on Monday.",
        "Tom Lindqvist pleaded not guilty to fraud on Monday.",
    )
    clashing, agreeing = check_texts(said, other).facts, check_texts(said, said).facts
    assert [fact.mention.document for fact in clashing if fact.kind is FactKind.CLAIM]
    assert not [fact for fact in agreeing if fact.kind is FactKind.CLAIM]
