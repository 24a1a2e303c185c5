"""Sentences that many versions print alike are compared once and grouped with all their copies."""

from discrepancy.align.copies import set_apart
from discrepancy.model import FactKind
from tests.builders import doc, facts_of, only, story
from tests.samples import check_texts

WIRE = "Police arrested 17 demonstrators after the march on Monday."
COURIER = "Police arrested 27 demonstrators after the march on Monday."
PAPERS = 9


def test_a_sentence_in_many_documents_is_one_across_and_many_within() -> None:
    documents = [doc(WIRE, id=f"p{n}") for n in range(PAPERS)]
    figures = only(facts_of(*documents), FactKind.QUANTITY)
    across, within = set_apart(documents, figures, across=True), set_apart(documents, figures)
    assert (len(across.first), len(within.first)) == (1, PAPERS)
    assert list(across.standing(across.first[0])) == [document.id for document in documents]


def test_what_is_printed_alike_is_a_group_of_all() -> None:
    told = story(*[WIRE] * PAPERS)
    (group,) = (group for group in told.groups if group.kind is FactKind.QUANTITY)
    assert len(group.facts) == PAPERS
    assert list(group.facts) == sorted(group.facts, key=[fact.id for fact in told.facts].index)


def test_one_against_many_is_one_finding_that_names_all() -> None:
    (found,) = check_texts(*[WIRE] * PAPERS, COURIER).findings
    assert found.rule == "NUM001"
    assert [len(value.mentions) for value in found.values] == [PAPERS, 1]
