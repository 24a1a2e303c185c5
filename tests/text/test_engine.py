"""The language engine: tokens and sentences with offsets into the document's own text."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.errors import EngineMissing
from discrepancy.model import Span
from discrepancy.text.characters import plain
from discrepancy.text.engine import Parsed, Token, find_model, load_engine, loaded

BRIDGE = "Lena Brandt opened the bridge. Two ferries waited below."


def parse(text: str, *spans: tuple[int, int]) -> Parsed:
    """``text`` parsed, as a whole if no spans are given."""
    return load_engine().parse(text, [Span(*span) for span in spans or ((0, len(text)),)])


def token(parsed: Parsed, text: str) -> Token:
    return next(each for each in parsed.tokens if each.text == text)


def test_tokens_know_their_place_and_their_grammar() -> None:
    opened = token(parse(BRIDGE), "opened")
    assert BRIDGE[opened.start : opened.end] == "opened"
    assert (opened.lemma, opened.pos, opened.dep) == ("open", "VERB", "ROOT")
    assert opened.head == opened.i


def test_children_subtree_and_sentence() -> None:
    parsed = parse(BRIDGE)
    opened = token(parsed, "opened")
    assert [each.text for each in parsed.of(opened, "dobj")] == ["bridge"]
    assert {each.text for each in parsed.of(opened)} >= {"Brandt", "bridge"}
    assert [each.text for each in parsed.subtree(token(parsed, "bridge"))] == ["the", "bridge"]
    assert parsed.sentence_span(opened) == Span(0, BRIDGE.index(" Two"))
    assert [each.text for each in parsed.sentence(token(parsed, "waited"))] == "Two ferries waited below .".split()


@pytest.mark.parametrize(
    ("offset", "found"), [(0, "Lena"), (3, "Lena"), (4, "Brandt"), (len(BRIDGE) - 1, "."), (len(BRIDGE), None)]
)
def test_the_token_at_an_offset_or_the_next_one(offset: int, found: str | None) -> None:
    at = parse(BRIDGE).at(offset)
    assert (at.text if at else None) == found


def test_the_tokens_within_a_stretch_begin_in_it() -> None:
    assert [each.text for each in parse(BRIDGE).within(1, 19)] == ["Brandt", "opened"]


def test_a_name_holds_together_over_a_no_break_space() -> None:
    text = "Mayor Lena\u00a0Brandt opened it."
    parsed = parse(text)
    assert [each.text for each in parsed.tokens][:3] == ["Mayor", "Lena", "Brandt"]
    assert token(parsed, "Brandt").start == text.index("Brandt")


def test_a_figure_with_the_letter_of_its_scale_is_one_number() -> None:
    text = "The bridge cost 168m euros."
    figure = parse(text).at(text.index("168m"))
    assert figure is not None
    assert figure.pos == "NUM"
    assert text[figure.start : figure.end] == "168m"


def test_spans_are_parsed_as_paragraphs_of_their_own() -> None:
    text = "MENU | Lena Brandt opened the | SPORT | bridge was green. | END"
    first = (text.index("Lena"), text.index(" | SPORT"))
    second = (text.index("bridge"), text.index(" | END"))
    parsed = parse(text, first, second)
    assert [
        text[each.start : each.end] for each in parsed.tokens
    ] == "Lena Brandt opened the bridge was green .".split()
    assert token(parsed, "the").sent != token(parsed, "bridge").sent


@pytest.mark.parametrize("text", ["", " \n ", "."])
def test_next_to_nothing_is_parsed_as_next_to_nothing(text: str) -> None:
    assert [each.text for each in parse(text).tokens] == list(text.strip())


def test_no_spans_no_tokens() -> None:
    assert not load_engine().parse("Lena Brandt", []).tokens


@given(st.lists(st.sampled_from(["Lena", "€40", "said", "“No”,", "\u00a0", "\n\n", "‘90s", "3.5", "—", "She’d", "…"])))
def test_every_token_stands_where_it_says(words: list[str]) -> None:
    text = " ".join(words)
    parsed = parse(text)
    assert [plain(text[each.start : each.end]) for each in parsed.tokens] == [each.text for each in parsed.tokens]
    assert all(a.end <= b.start for a, b in pairwise(parsed.tokens))
    assert [i for first, last in parsed.sentences for i in range(first, last)] == [each.i for each in parsed.tokens]


def test_a_model_that_is_not_there_is_a_clear_error() -> None:
    with pytest.raises(EngineMissing, match="'no_such_model' is not installed") as failure:
        load_engine("no_such_model")
    assert "pip install" in failure.value.remedy


def test_without_any_model_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.text.engine.KNOWN_MODELS", ("no_such_model",))
    with pytest.raises(EngineMissing, match="English language model is not installed"):
        loaded.__wrapped__(None)


@pytest.mark.parametrize("left", [(), ("meta.json", "config.cfg")], ids=["empty", "in part"])
def test_a_folder_that_is_no_whole_model_is_a_clear_error(tmp_path: Path, left: tuple[str, ...]) -> None:
    for name in left:
        (tmp_path / name).write_bytes((find_model() / name).read_bytes() if (find_model() / name).exists() else b"{}")
    with pytest.raises(EngineMissing, match="is there and does not load: ") as failure:
        load_engine(str(tmp_path))
    assert "Copy its folder anew" in failure.value.remedy


def test_the_engine_is_loaded_once() -> None:
    assert load_engine() is load_engine(None)


def test_a_run_of_marks_costs_no_more_than_its_length() -> None:
    engine = load_engine()
    text = f"It rained. {'‹' * 40_000} The river rose."
    start = time.process_time()
    parsed = engine.parse(text, [Span(0, len(text))])
    assert time.process_time() - start < 20  # it took minutes
    words = [text[token.start : token.end] for token in parsed.tokens]
    assert words == ["It", "rained", ".", "The", "river", "rose", "."]
