"""Offsets always slice to the mention, whatever a text is made of."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.extract import extract_facts
from discrepancy.model import Date, Document, Fact, Quantity
from discrepancy.text.engine import load_engine
from tests.builders import doc, facts_of

SENTENCES = st.sampled_from(
    [
        "Mayor Lena\u00a0Brandt opened the bridge on 4\u202fMarch 2024.",
        "“It holds,” she said, “and it will hold.”",
        "‘The river’s banks are the builders’ worry,’ Brandt added.",
        "Kenya has 24,000 soldiers; another 3,000 are stationed in the south.",
        "Sales fell to 186m euros ($204m), from 204m a year earlier.",
        "Engineer Pieter van der Meer, 44, told 'The Bell' it was “never closed",
        "If 5,000 people had come — as police said — 12 would have died.",
        "The harbour’s CFO: «No.»",
        "1,200",
        "“",
    ]
)
TEXTS = st.lists(st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join), max_size=4).map("\n".join)
ODD = st.text(alphabet="Ab1 \u00a0\n.,$€%-–'’\"“”«»(", max_size=40)


def check(document: Document, facts: list[Fact]) -> None:
    """Every offset of every fact is where it says, inside one block of its document."""
    for fact in facts:
        at = fact.mention
        assert document.text[at.start : at.end] == at.text
        assert at.document == document.id
        assert document.role_at(at.start) is at.block
        assert 0 <= fact.sentence.start < fact.sentence.end <= len(document.text)
        value = fact.value
        for span in (getattr(value, "speaker_span", None), getattr(value, "title_span", None)):
            assert span is None or document.text[span.start : span.end].strip()
        if isinstance(value, Quantity | Date):
            assert (value.start, value.end, value.text) == (at.start, at.end, at.text)


@given(TEXTS)
def test_every_mention_of_a_composed_text_stands_where_it_says(text: str) -> None:
    document = doc(text)
    check(document, facts_of(document))


@given(ODD)
def test_odd_texts_are_read_without_failing(text: str) -> None:
    document = doc(text)
    check(document, facts_of(document))


@given(TEXTS)
def test_ids_are_unique_and_facts_in_the_order_of_the_text(text: str) -> None:
    facts = facts_of(doc(text))
    assert len({fact.id for fact in facts}) == len(facts)
    assert all(a.mention.start <= b.mention.start for a, b in pairwise(facts))


@given(TEXTS)
def test_a_text_reads_the_same_twice(text: str) -> None:
    document = doc(text)
    assert list(extract_facts(document, load_engine())) == facts_of(document)


def test_paragraphs_without_words_state_nothing() -> None:
    assert facts_of("") == facts_of("\n \n") == []
