"""JSON as text: what the standard library writes of the same values, and each value of the model as its plain form."""

import datetime as dt
import json
from collections import Counter
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.formats.json_report import as_dict, plain, render
from discrepancy.formats.json_text import Json, json_text
from discrepancy.model import Level, Mention, QuantityKind
from discrepancy.settings import Presentation
from tests.formats.stories import EMPTY, FLOOD
from tests.samples import seeds_report

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]))
VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
)


def by_the_library(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


@given(VALUES)
def test_it_is_what_the_standard_library_writes(value: Json) -> None:
    assert json_text(value) == by_the_library(value)


@pytest.mark.parametrize(
    "value",
    [
        Decimal("1E+3"),
        Decimal("-0.50"),
        dt.date(2031, 3, 3),
        dt.datetime(2031, 3, 3, 7, 40, tzinfo=dt.UTC),
        Level.ERROR,
        [QuantityKind.MONEY, *Level],
        (),
        (1, ("a",)),
        {},
        MappingProxyType({"b": 1, "a": (None, True)}),
        Counter(a=2),
        {"set": frozenset({"x"})},
        FLOOD.documents[0],
        Mention("d", 0, 3, "Aé “", FLOOD.facts[0].mention.block),
        FLOOD.facts,
        FLOOD.groups,
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_of_the_model_is_written_as_its_plain_form(value: object) -> None:
    assert json_text(value) == by_the_library(plain(value))


@pytest.mark.parametrize("excerpts_only", [False, True])
def test_a_report_is_written_as_other_programs_are_given_it(excerpts_only: bool) -> None:
    for data in (FLOOD, EMPTY, seeds_report().data):
        written = render(data, Presentation(excerpts_only=excerpts_only))
        assert json.loads(written) == json.loads(by_the_library(as_dict(data, excerpts_only=excerpts_only)))


def test_hidden_characters_are_escapes() -> None:
    assert json_text(["a\u202eb", {"\ud800": "\x7f"}]) == '[\n "a\\u202eb",\n {\n  "\\ud800": "\\u007f"\n }\n]\n'
