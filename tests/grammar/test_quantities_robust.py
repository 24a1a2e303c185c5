"""Any string is read: offsets hold, nothing raises, time stays linear."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.grammar.quantities import find_quantities
from tests.conftest import SOAK

PIECES = st.sampled_from(
    "1 12 2,500 3.5 1999 0 one two a half third dozen million bn m k % $ £ € US$ EUR pounds cents metres (200 feet) "
    "to - – and or of between from up by about than more over , . : / ' years old -year-old aged Smith Boeing minus + "
    "½ x ^ \u00a0 \u2009 ٣ İ K \n per day".split(" ")
)
JOINED = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "-"])), max_size=30).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
HOSTILE = [
    "9",
    "million million ",
    "a million ",
    "1-",
    "1 to ",
    "between 1 and ",
    "1,",
    "9,9,9,9",
    "one ",
    "two hundred and ",
    "1\u00a0",
    "half a ",
    "$1",
    "1m ",
    "1 metre (",
    "more than ",
    "1/",
    "1 Jan ",
    "1 year and ",
    "A 1 ",
    "1x10",
    "from 1 to 2 to 3 ",
]


def check(text):
    end = 0
    for quantity in find_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert end <= quantity.start < quantity.end
        assert quantity.hedge_text in text
        assert quantity.noun in text
        end = quantity.end


@given(st.text(max_size=300))
def test_any_text(text):
    check(text)


@given(JOINED)
def test_any_text_of_figures(text):
    check(text)


def seconds(text):
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        find_quantities(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("pattern", HOSTILE)
def test_time_is_linear(pattern):
    size = 1_000_000 if SOAK else 60_000
    large = seconds((pattern * (size // len(pattern) + 1))[:size])
    small = seconds((pattern * (size // 4 // len(pattern) + 1))[: size // 4])
    assert large < 3 * 4 * small + 0.05


NEWS = (
    "The airline said on Tuesday that net profit rose 8% to 2.41 billion euros in the year to March, after it carried "
    "more than 180 million passengers, and that it would hire about 1,000 pilots. The chief executive told reporters "
    "that fares would fall over the summer but that he was hopeful. Unions have said that they will meet in Dublin. "
)


@pytest.mark.parametrize("pattern", ["9", "million million ", "1 to 2 to ", "between 1 and 2 and "])
def test_the_worst_patterns_take_no_longer_than_news(pattern):
    size = 1_000_000 if SOAK else 200_000
    assert seconds((pattern * size)[:size]) < 3 * seconds((NEWS * size)[:size])


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100))
def test_a_million_inputs(seed):
    """10**6 strings in all, made of the pieces that the grammar knows and of odd characters."""
    choose = random.Random(seed)  # noqa: S311 - not for secrets
    pieces = [*HOSTILE, *NEWS.split(), "\u00a0", "−", "½", "\ud800", "\U0001f600", "٣", "İ", "(", ")", "aged", "Rs. "]
    for _ in range(10_000):
        check("".join(choose.choice(pieces) + choose.choice(["", " ", "-"]) for _ in range(choose.randrange(12))))


def test_a_text_of_nothing_but_figures_is_read_in_stretches():
    text = "They paid 12 men two hundred and five dollars. " * 10_000
    found = find_quantities(text)
    assert 3000 < len(found) < 3200 + len(text) // 100
    assert found[-1].end > len(text) * 3 // 4
    assert {quantity.low for quantity in found} == {12, 205}
    check(text)


def test_a_long_report_of_many_figures_is_read_whole():
    assert len(find_quantities("They paid 12 men $500. " * 1400)) == 2800
