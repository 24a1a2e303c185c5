"""The strip of a finding: where each value stands on one scale, what is open or has room, and where there is none."""

import re
from dataclasses import replace
from decimal import Decimal
from string import ascii_uppercase

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from discrepancy.formats.html.page import context, environment
from discrepancy.formats.view import PLAIN, build_view
from discrepancy.formats.view.figures import figure_words, unit_words
from discrepancy.formats.view.pictures.drawn import Strip
from discrepancy.formats.view.pictures.scales import scale_of
from discrepancy.formats.words import Words
from discrepancy.model import QuantityKind, Reconciliation
from discrepancy.settings import Presentation
from tests.formats.builders import say
from tests.formats.pictured import in_one, pictures, story, strip
from tests.formats.stories import EMPTY


def places(made: Strip) -> list[tuple[int, int]]:
    return [(round(lane.low), round(lane.high)) for lane in made.lanes]


def ticks(made: Strip) -> list[str]:
    return [tick.label for tick in made.ticks]


def test_a_point_and_an_interval_stand_on_one_scale() -> None:
    made = strip("It has 250,000 troops.", "It has 300,000 to 350,000 troops.")
    assert ticks(made) == ["0", "200,000", "400,000"]
    assert [(lane.low, lane.high) for lane in made.lanes] == [
        (Decimal("62.5"), Decimal("62.5")),
        (Decimal(75), Decimal("87.5")),
    ]
    assert [lane.letter for lane in made.lanes] == ["A", "B"]
    assert made.told == "A: 250,000; B: 300,000 to 350,000, on a scale from 0 to 400,000"
    assert not made.has_room
    assert not made.is_open


def test_open_ends_and_room_by_the_hedge() -> None:
    made = strip("more than 300 men", "about 280 men", "up to 260 men", "at least 300 men")
    above, about, below, least = made.lanes
    assert (above.opens_above, above.opens_below, above.excluded) == (True, False, True)
    assert (below.opens_above, below.opens_below, below.excluded) == (False, True, False)
    assert (least.opens_above, least.excluded) == (True, False)
    assert about.least < about.low == about.high < about.most
    assert above.least == above.low
    assert made.has_room
    assert made.is_open


def test_units_are_converted_into_the_first() -> None:
    made = strip("It is 5 km long.", "It is 3,000 metres long.", "It is 8 miles long.")
    assert places(made) == [(33, 33), (20, 20), (86, 86)]
    assert made.unit == "kilometres"
    assert made.told.endswith("on a scale from 0 to 15 kilometres")


def test_one_figure_in_two_units_shows_that_they_are_far_apart() -> None:
    made = strip("It hit from 25 yards.", "It hit from 25 metres.")
    assert made.lanes[0].low < made.lanes[1].low


def test_far_figures_stand_on_a_logarithmic_scale_that_says_so() -> None:
    made = strip("It cost $3.1 million.", "It cost $3.1 billion.")
    assert (made.factor, made.unit, ticks(made)) == ("100", "US dollars", ["1 million", "100 million", "10 billion"])
    assert places(made) == [(12, 12), (87, 87)]


def test_a_scale_does_not_begin_at_zero_where_the_figures_would_be_one_spot() -> None:
    made = strip("3,104 men", "3,140 men", "3,152 men")
    assert ticks(made) == ["3,100", "3,120", "3,140", "3,160"]


def test_shares_have_their_sign_and_counts_have_whole_ticks() -> None:
    assert ticks(strip("It fell to 3.2% there.", "It is at 12 per cent.")) == ["0%", "5%", "10%", "15%"]
    assert ticks(strip("4 men", "6 men")) == ["0", "5", "10"]


def test_the_scale_is_in_the_readers_language() -> None:
    made = strip("It is 1,500 km long.", "It is 400 km long.", language="es")
    assert ticks(made) == ["0", "1.000", "2.000"]
    assert made.unit == "kilómetros"
    assert made.told == "A: 1,500 km; B: 400 km, en una escala de 0 a 2.000 kilómetros"


@pytest.mark.parametrize(
    "texts",
    [
        ("12 men", "12 men"),
        ("12 men", "about 12 men"),
        ("4,200 men", "4,250 men"),
        ("He is 34 years old.", "He is 43 years old."),
        ("It cost $3 million.", "It cost €4 million."),
        ("45 percent voted", "5 percentage points more"),
        ("It rose 8% there.", "It stood at 20 men."),
        ("It pays 40 euros a day.", "It pays 90 euros a year."),
        ("It scored 2-1.", "It scored 3-1."),
        ("the second man", "the sixth man"),
        ("It is 40 km long.", "It is 90 km/h fast."),
    ],
    ids=[
        "one value",
        "a figure and its own room",
        "two bare figures side by side",
        "two ages",
        "two currencies",
        "a share and points",
        "a share and a count",
        "two rates",
        "results",
        "ranks",
        "a length and a speed",
    ],
)
def test_no_strip_where_it_would_show_nothing(texts: tuple[str, str]) -> None:
    assert pictures(story(*texts)) == ()


def test_no_strip_where_a_value_is_several_figures() -> None:
    data = story("It is 40 here.", "It is 10 there.", "It is 90 elsewhere.")
    assert pictures(data)
    assert pictures(in_one(data, 1)) == ()


@pytest.mark.parametrize("rule", ["NUM012", "NUM013", "NUM014", "NUM015", "NUM016", "NUM005", "DAT002"])
def test_terms_of_a_sum_stand_on_no_scale(rule: str) -> None:
    assert pictures(story("40 men", "10 men", rule=rule)) == ()


@pytest.mark.parametrize(("kind", "shown"), [("attribution", 1), ("arithmetic", 0), ("time-frame", 0), ("scope", 0)])
def test_explained_values_stand_on_a_scale_where_they_are_of_one_thing(kind: str, shown: int) -> None:
    assert len(pictures(story("40 men", "10 men", reason=Reconciliation(kind, say("Both fit."))))) == shown


def test_one_figure_with_two_hedges_shows_what_they_have_in_common() -> None:
    above, about = strip("more than 100,000 men", "an estimated 100,000 men").lanes
    assert above.low == about.low < about.most
    assert above.opens_above


@pytest.mark.parametrize("values", [("40 men", "10 men"), ("40 men", "10 men", "20 men"), ("about 40 men", "10 men")])
def test_two_bare_figures_of_two_times_need_no_strip(values: tuple[str, ...]) -> None:
    made = pictures(story(*values, reason=Reconciliation("later-update", say("It rose."))))
    assert len(made) == (0 if values == ("40 men", "10 men") else 1)


def test_days_stand_on_a_scale_of_days() -> None:
    made = strip("It broke on March 1.", "It broke in March 2031.", "It broke on March 4.", days=True)
    assert [(round(lane.low), round(lane.high)) for lane in made.lanes] == [(0, 0), (0, 100), (10, 10)]
    assert ticks(made) == ["Mar 1", "Mar 31"]
    assert made.told == "A: March 1; B: March 2031; C: March 4, on a scale from Mar 1, 2031 to Mar 31, 2031"


def test_days_of_several_years_are_told_with_the_year() -> None:
    made = strip("It broke in 1998.", "It broke in 2003.", "It broke on June 1, 2003.", days=True)
    assert ticks(made) == ["Jan 1998", "Dec 2003"]


def test_two_days_need_no_picture() -> None:
    assert pictures(story("It broke on March 1.", "It broke on March 4.", days=True)) == ()
    assert pictures(story("It broke on March 1.", "It broke at home.", days=True)) == ()


NUMBERS = st.decimals(min_value=-(10**9), max_value=10**12, places=3)


@given(st.lists(NUMBERS, min_size=2, max_size=8))
def test_every_number_stands_on_its_scale_with_two_to_four_ticks(numbers: list[Decimal]) -> None:
    assume(min(numbers) < max(numbers))
    scale = scale_of(numbers)
    assert 2 <= len(scale.ticks) <= 4
    assert scale.start <= min(numbers) <= max(numbers) <= scale.end
    placed = [scale.place(number) for number in sorted(numbers)]
    assert placed == sorted(placed)
    assert 0 <= placed[0] < placed[-1] <= 100
    if all(number == int(number) for number in numbers):
        assert all(tick == int(tick) for tick in scale.ticks)


HEDGES = st.sampled_from(["", "more than ", "about ", "up to ", "nearly ", "at least "])


@given(st.lists(st.tuples(HEDGES, st.integers(2, 10**10)), min_size=2, max_size=6, unique=True))
def test_a_strip_has_a_lane_a_value_each_within_its_width(values: list[tuple[str, int]]) -> None:
    data = story(*(f"It has {hedge}{number:,} men." for hedge, number in values))
    for made in pictures(data):
        assert isinstance(made, Strip)
        assert [lane.letter for lane in made.lanes] == list(ascii_uppercase[: len(data.findings[0].values)])
        assert all(0 <= lane.least <= lane.low <= lane.high <= lane.most <= 100 for lane in made.lanes)
        assert made.ticks[0].at == 0
        assert made.ticks[-1].at == 100


@pytest.mark.parametrize(
    ("number", "en", "es"),
    [
        ("250000", "250,000", "250.000"),
        ("3100000", "3.1 million", "3,1 millones"),
        ("1086400", "1,086,400", "1.086.400"),
        ("8.04672", "8.047", "8,047"),
        ("-5", "-5", "-5"),
    ],
)
def test_figures_are_told_exactly_or_to_three_decimals(number: str, en: str, es: str) -> None:
    assert figure_words(Decimal(number), Words()) == en
    assert figure_words(Decimal(number), Words("es")) == es


@pytest.mark.parametrize(
    ("kind", "unit", "shown"),
    [
        (QuantityKind.COUNT, "", ""),
        (QuantityKind.MONEY, "EUR", "euros"),
        (QuantityKind.MONEY, "krone", ""),
        (QuantityKind.MEASURE, "square metre", "square metres"),
        (QuantityKind.MEASURE, "kilowatt-hour", "kilowatt-hours"),
        (QuantityKind.MEASURE, "gigatonne", ""),
        (QuantityKind.SHARE, "%", ""),
        (QuantityKind.POINTS, "pp", "percentage points"),
        (QuantityKind.MULTIPLE, "times", ""),
    ],
)
def test_units_are_named_where_every_language_has_a_name(kind: QuantityKind, unit: str, shown: str) -> None:
    assert unit_words(kind, unit, Words()) == shown


def drawn(made: Strip, language: str = "en") -> str:
    shown = Presentation(language=language)
    given = context(build_view(EMPTY, shown), shown)
    return str(environment().get_template("strip.html.jinja").make_module(given).strip(made, "f-1-strip"))  # type: ignore[attr-defined]  # a template's macros are found when it is made


def test_component(snapshot: SnapshotAssertion) -> None:
    made = strip("about 280 men", "300 to 350 men", "more than 300 men")
    assert re.sub(r"\n+", "\n", drawn(made)).strip() == snapshot


def test_markup_is_a_named_image_with_its_words_and_no_style() -> None:
    page = drawn(strip("It has 250 troops.", "It has 350 troops.", language="es"), "es")
    assert 'role="img" aria-labelledby="f-1-strip" aria-describedby="f-1-strip-told"' in page
    assert '<title id="f-1-strip">En una sola escala</title>' in page
    assert '<desc id="f-1-strip-told">A: 250; B: 350, en una escala de 0 a 400</desc>' in page
    assert " style=" not in page


def test_labels_are_shown_as_text() -> None:
    made = strip("It has 250 troops.", "It has 350 troops.")
    hostile = replace(made, lanes=(replace(made.lanes[0], label="</p><script>1</script>"), made.lanes[1]), told="<b>")
    assert "<script" not in drawn(hostile)
    assert "<b>" not in drawn(hostile)


def test_the_card_holds_its_pictures_and_no_other_does() -> None:
    data = story("It has 250 troops.", "It has 350 troops.")
    (card,) = build_view(data, PLAIN).cards
    assert [picture.name for picture in card.pictures] == ["strip"]
    assert build_view(story("12 men", "12 men"), PLAIN).cards[0].pictures == ()
