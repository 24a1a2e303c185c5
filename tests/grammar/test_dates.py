import datetime as dt
import json
import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.dates_own import DATA, half_of, judge, measure
from discrepancy.grammar.dates import find_dates
from discrepancy.grammar.dates.words import CODE_OF, CODES

TUESDAY = dt.date(2022, 2, 1)
WORDS = (
    "May March Sun second 2000 12 a the of in last next this that day year week three quarter first summer weekend "
    "ago later before Tuesday on at 6:15 a.m. EDT - , . ' and to half noon 1990s 31 30 Feb. Sept o'clock every daily "
    "now mid early end century couple few ’s 9999 0000 1/1/0001 ٣ 0001-01-01 9999-12-31 Easter 9/11 Q2 BC c "
    "old night dawn overnight all same following fiscal as soon A.D. B.C. \n\n"
).split(" ")
EDGES = (
    "last winter|next summer|9999 years ago|last week|next week|Tuesday|the past century|in June|a decade ago|"
    "this decade|the next 99 centuries|29 February|tomorrow"
).split("|")


def values(text, published=TUESDAY, **keywords):
    return [(d.text, d.value) for d in find_dates(text, published=published, **keywords)]


def test_own_set_is_read_on_both_halves():
    assert measure("seen")["accuracy"] >= 0.95
    assert measure("unseen")["accuracy"] >= 0.95


def test_own_set_is_large_and_split_in_about_halves():
    items = json.loads(DATA.read_text(encoding="utf-8"))
    assert sum(len(item["dates"]) for item in items) >= 150
    assert 0.4 < sum(half_of(item["text"]) == "unseen" for item in items) / len(items) < 0.6


def test_judge_counts_a_wrong_value_and_a_spurious_find():
    item = {"text": "On Monday and in 2014.", "published": "2022-02-01", "dates": [{"text": "2014", "value": "2015"}]}
    assert judge(item) == (1, 0, 1)


@pytest.mark.parametrize(
    ("day_first", "value"), [(None, ""), (True, "2022-04-03"), (False, "2022-03-04")], ids=["open", "British", "US"]
)
def test_slashes_are_settled_by_the_keyword(day_first, value):
    found = find_dates("Dated 03/04/2022.", day_first=day_first)[0]
    assert found.value == value
    if day_first is None:
        assert (found.first, found.last) == (dt.date(2022, 3, 4), dt.date(2022, 4, 3))


def test_slashes_are_settled_by_the_other_dates_of_the_text():
    assert values("Dated 03/04/2022, paid 25/04/2022.")[0] == ("03/04/2022", "2022-04-03")
    assert values("Dated 03/04/2022, paid 04/25/2022.")[0] == ("03/04/2022", "2022-03-04")
    assert values("Dated 03/04/2022, paid 04/25/2022 or 25/04/2022.")[0] == ("03/04/2022", "")


def test_publication_may_be_a_time():
    published = dt.datetime(2022, 2, 1, 23, 0, tzinfo=dt.UTC)
    assert values("It rained today.", published) == [("today", "2022-02-01")]


@pytest.mark.parametrize(
    ("text", "first", "last", "relative"),
    [
        ("It grows in the next three years.", dt.date(2022, 2, 1), dt.date(2025, 2, 1), True),
        ("Rents doubled over the past decade.", dt.date(2012, 2, 1), dt.date(2022, 2, 1), True),
        ("It has rained for the last 48 hours.", dt.date(2022, 1, 30), dt.date(2022, 2, 1), True),
        ("It passed last week.", dt.date(2022, 1, 24), dt.date(2022, 1, 30), True),
        ("It closed in mid-2020.", dt.date(2020, 4, 1), dt.date(2020, 10, 1), False),
        ("It closed in 2020.", dt.date(2020, 1, 1), dt.date(2020, 12, 31), False),
        ("Last winter was mild.", dt.date(2020, 12, 1), dt.date(2021, 2, 28), True),
        ("It was signed on 24 February.", dt.date(2021, 2, 24), dt.date(2021, 2, 24), True),
        ("It lasted three years.", None, None, False),
        ("The fair runs Aug. 3-17, 2021.", dt.date(2021, 8, 3), dt.date(2021, 8, 17), False),
    ],
)
def test_days_are_placed(text, first, last, relative):
    found = find_dates(text, published=TUESDAY)[0]
    assert (found.first, found.last, found.relative) == (first, last, relative)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was held on Thursday.", "2022-01-27"),
        ("The vigil will be held on Thursday.", "2022-02-03"),
        ("He said he would meet them on Thursday.", "2022-02-03"),
        ("He has to appear on Thursday.", "2022-02-03"),
        ("He has appeared on Thursday.", "2022-01-27"),
        ("On Thursday, the board will vote.", "2022-02-03"),
        ("It ended. On Thursday, nobody came.", "2022-01-27"),
        ("The court is due to rule on Tuesday.", "2022-02-01"),
        ("Mrs. Lane will speak on Thursday.", "2022-02-03"),
        ("This past Thursday it snowed.", "2022-01-27"),
        ("It rained from Thursday.", "2022-01-27"),
        ("It runs from Thursday.", "2022-02-03"),
    ],
)
def test_words_around_tell_which_way_a_weekday_points(text, value):
    assert [d.value for d in find_dates(text, published=TUESDAY)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On May 3 he was in Rome; the following day in Pisa.",
            [("May 3", "2021-05-03"), ("the following day", "2021-05-04")],
        ),
        ("On May 3 he fell. That night he died.", [("May 3", "2021-05-03"), ("That night", "2021-05-03TNI")]),
        ("On May 3 he fell. A day earlier he had won.", [("May 3", "2021-05-03"), ("A day earlier", "2021-05-02")]),
        ("The day before, he had been in Rome.", [("The day before", "")]),
        ("The day before the vote he left.", []),
        ("It was founded in 1999. That year it won.", [("1999", "1999"), ("That year", "1999")]),
        ("Black Friday came and Cyber Monday went.", []),
        ("At 8:30 on Monday evening it blew.", [("8:30 on Monday evening", "2022-01-31T20:30")]),
        ("The score was 12:30.", []),
        ("Doors open at 7pm.", [("7pm", "2022-02-01T19:00")]),
        ("It closed at 13 p.m. and 25:71.", []),
        ("It sold more than 2014 tickets.", []),
        ("Growth was lower than 2014.", [("2014", "2014")]),
        ("On March 5, 2000 people will come.", [("March 5", "2022-03-05")]),
        ("He was hurt in the third quarter of the game.", []),
        ("He was hurt by a late pass in the first quarter.", []),
        ("It opened on 31 February.", [("31 February", "")]),
        ("It is dated 2021-13-45 and 45/45/2021.", []),
        ("The Daily Planet is a weekly.", [("weekly", "P1W")]),
        ("It rose for the month before last.", [("the month before last", "2021-12")]),
        ("It was a months-long, then yearlong talk.", [("months-long", "PXM"), ("yearlong", "P1Y")]),
        ("Out in the second half of last year.", [("the second half of last year", "2021-H2")]),
        ("Last quarter was poor.", [("Last quarter", "2021-Q4")]),
        ("It came out in AD 79 or 79 AD.", [("79 AD", "0079")]),
        ("For an hour and a half we sat.", [("an hour and a half", "PT1.5H")]),
        ("Half a century of it, and half a year.", [("Half a century", "P50Y"), ("half a year", "P6M")]),
        (
            "Later in the day, and later in the week.",
            [("Later in the day", "2022-02-01"), ("later in the week", "2022-W05")],
        ),
        ("He was 12 years old.", []),
        (
            "She runs on Friday nights and every Mon.",
            [("Friday nights", "XXXX-WXX-5TNI"), ("every Mon.", "XXXX-WXX-1")],
        ),
        ("It snows every winter and every 3 years.", [("every winter", "XXXX-WI"), ("every 3 years", "P3Y")]),
        ("He left on 5/6/99.", [("5/6/99", "")]),
        ("At 9 p.m. ET on July 4, 2021", [("9 p.m. ET on July 4, 2021", "2021-07-04T21:00-04:00")]),
    ],
)
def test_small_cases(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained today.", [("today", "")]),
        ("It rained on Tuesday night.", [("Tuesday night", "XXXX-WXX-2TNI")]),
        ("It passed last week.", [("last week", "")]),
        ("It passed last quarter, this morning.", [("last quarter", ""), ("this morning", "")]),
        ("It is on March 8 at 6 p.m.", [("March 8 at 6 p.m.", "XXXX-03-08T18:00")]),
        ("It rose in the third quarter.", [("the third quarter", "XXXX-Q3")]),
        ("It rose in the summer.", [("the summer", "XXXX-SU")]),
        ("It rose over the weekend.", [("the weekend", "XXXX-WXX-WE")]),
        ("It rose last June.", [("last June", "XXXX-06")]),
        ("It rose two days ago.", [("two days ago", "")]),
        ("Up 4% in Q3.", [("Q3", "XXXX-Q3")]),
    ],
)
def test_without_publication_values_stay_open(text, expected):
    found = find_dates(text)
    assert [(d.text, d.value) for d in found] == expected
    assert all(d.first is None and not d.relative for d in found)


def holds(text, published=None, day_first=None):
    for timeml in (False, True):
        holds_so(text, published, day_first, timeml=timeml)


def holds_so(text, published, day_first, *, timeml):
    position = 0
    for date in find_dates(text, published=published, day_first=day_first, timeml=timeml):
        assert position <= date.start < date.end
        assert text[date.start : date.end] == date.text
        assert (date.first is None) == (date.last is None)
        assert date.first is None or date.last is None or date.first <= date.last
        assert date.type in {"DATE", "TIME", "DURATION", "SET"}
        position = date.end


@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text_is_read_without_an_exception(text, published):
    holds(text, published)


@settings(max_examples=400)
@given(
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.sampled_from(["", " "]),
    st.none() | st.dates(),
    st.none() | st.booleans(),
)
def test_any_words_of_dates_are_read_without_an_exception(words, glue, published, day_first):
    holds(glue.join(words), published, day_first)


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max, dt.date(2024, 2, 29)])
def test_edges_of_the_calendar(published):
    for text in EDGES:
        holds(f"It was {text}.", published)


@pytest.mark.parametrize(
    "unit",
    "9|1,|two |two-|Tuesday |2014-|\n| |\n    x|the day before |1 May 2020, |12:00 |third quarter |in May |1/".split(
        "|"
    ),
)
def test_time_grows_linearly(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        runs = []
        for _ in range(3):
            start = time.process_time()
            find_dates(text, published=TUESDAY)
            runs.append(time.process_time() - start)
        return min(runs)

    # Ten times the text: a square would be a hundred times the time. CPU time, so that other work does not count.
    assert seconds(100_000) < 30 * seconds(10_000) + 0.05


def test_every_code_is_listed():
    assert set(CODE_OF.values()) <= set(CODES)
    assert not set(CODES) & set(string.punctuation) & set(".,()-;")
