"""Sentences of the kind that news is made of, published on Friday, 22 March 2013."""

import datetime as dt

import pytest

from discrepancy.grammar.dates import find_dates

FRIDAY = dt.date(2013, 3, 22)


def read(text):
    return " | ".join(f"{d.text} = {d.value}" for d in find_dates(text, published=FRIDAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fiscal second quarter ended Feb. 28.", "second quarter = 2012-Q2 | Feb. 28 = 2013-02-28"),
        ("It will be made public in the second quarter.", "the second quarter = 2013-Q2"),
        ("The bill passed on a 51-48 vote late Thursday.", "late Thursday = 2013-03-21"),
        ("He died in 2009, after the Sept. 11 attacks.", "2009 = 2009 | Sept. 11 = 2001-09-11"),
        ("This winter was cold; last fall was not.", "This winter = 2012-WI | last fall = 2012-FA"),
        ("The data are due at 8:30 a.m. Eastern time.", "8:30 a.m. Eastern time = 2013-03-22T08:30-04:00"),
        ("It must be approved by the 25th.", "the 25th = 2013-03-25"),
        ("It was approved on the 25th.", "the 25th = 2013-02-25"),
        ("It lasted a quarter of a century.", "a quarter of a century = P25Y"),
        ("Now in its third quarter-century.", "Now = PRESENT_REF | quarter-century = P25Y"),
        ("Five years, three months and two days.", "Five years, three months and two days = P5Y3M2D"),
        ("It meets on the first Tuesday of each month.", "each month = P1M"),
        ("The fair is on the last Friday in May.", "the last Friday in May = 2013-05-31"),
        ("He took office on the first Monday of March 2010.", "the first Monday of March 2010 = 2010-03-01"),
        ("On May 3 he fell. The next morning he rose.", "May 3 = 2012-05-03 | The next morning = 2012-05-04TMO"),
        ("Modified Thu 21 Mar 2013 14.30 GMT", "Thu 21 Mar 2013 14.30 GMT = 2013-03-21T14:30Z"),
        ("Prices rose in 2011. The following year they fell.", "2011 = 2011 | The following year = 2012"),
        ("Good Friday falls on March 29 this year.", "Good Friday = 2013-03-29 | March 29 this year = 2013-03-29"),
        ("It shut on Labor Day and on Easter Monday.", "Labor Day = 2012-09-03 | Easter Monday = 2012-04-09"),
        ("It shut on Memorial Day last year.", "Memorial Day last year = 2012-05-28"),
        ("The Easter eggs and Christmas trees sold out.", ""),
        ("Wait for the minutes of the Fed's January meeting.", "January = 2013-01"),
        ("They hoped to return by Monday evening.", "Monday evening = 2013-03-25TEV"),
        ("He fell in November, and they have until March 31.", "November = 2012-11 | March 31 = 2013-03-31"),
        ("The plan failed on Wednesday.", "Wednesday = 2013-03-20"),
        ("The Sunday Times ran it on Saturday Night Live.", ""),
        ("The future king is at present abroad.", "present = PRESENT_REF"),
        ("The week-long trip happens every other year.", "week-long = P1W | every other year = P2Y"),
        ("Over the years it grew; hours after, it fell.", "the years = PXY | hours = PTXH"),
        ("It runs every 2 years or several times a day.", "every 2 years = P2Y | a day = P1D"),
        ("She left a year and a half later.", "a year and a half = P1.5Y"),
        ("It was the worst since last March.", "last March = 2012-03"),
        ("The end of next May is far.", "The end of next May = 2013-05"),
        ("A boy aged 12 to 15 years, and many years of it.", "many years = PXY"),
        ("At the end of this decade or the last century.", "the end of this decade = 201 | the last century = P100Y"),
        ("Up in Q1 and H2 2012.", "Q1 = 2013-Q1 | H2 2012 = 2012-H2"),
        ("Apocalypse Now was shown.", ""),
        ("He left 400 years ago, or two centuries ago.", "400 years ago = 1613 | two centuries ago = 1813"),
        ("She slept an hour ago, 3 hours ago.", "an hour ago =  | 3 hours ago = "),
        ("The deadline is Monday.", "Monday = 2013-03-25"),
        ("He was remanded until 12 April.", "12 April = 2013-04-12"),
        ("They gave him until Monday to pay.", "Monday = 2013-03-25"),
        ("It could come as soon as Monday.", "Monday = 2013-03-25"),
        ("An inquiry was ordered to report by March 31.", "March 31 = 2013-03-31"),
        ("The panel had voted to strike by Monday.", "Monday = 2013-03-25"),
        ("He was said to have left by Monday.", "Monday = 2013-03-18"),
        ("The meeting is April 30-May 1. It has been long.", "April 30 = 2013-04-30 | May 1 = 2013-05-01"),
        ("The May 5 vote came late.", "May 5 = 2013-05-05"),
        ("He works six days a week, 12 hours a day.", "six days = P6D | a week = P1W | 12 hours = PT12H | a day = P1D"),
        ("She spoke for two-and-a-half hours.", "two-and-a-half hours = PT2.5H"),
        ("In 2012's first quarter it fell.", "2012 = 2012 | first quarter = 2012-Q1"),
        ("It dates to 1850 and stood as late as 1990.", "1850 = 1850 | 1990 = 1990"),
        (
            "He died at 3 p.m. on the afternoon of March 3.",
            "3 p.m. = 2013-03-22T15:00 | the afternoon of March 3 = 2013-03-03TAF",
        ),
        (
            "He called at noon yesterday, at 5 p.m. on Monday.",
            "noon yesterday = 2013-03-21T12:00 | 5 p.m. on Monday = 2013-03-18T17:00",
        ),
        (
            "It blew at 6am local time (10:00 GMT) on Saturday.",
            "6am local time = 2013-03-16T06:00 | 10:00 GMT = 2013-03-16T10:00Z | Saturday = 2013-03-16",
        ),
        (
            "He vanished 4,000 years ago, a year and a half ago.",
            "4,000 years ago = BC1987 | a year and a half ago = 2011-09",
        ),
        ("On Wednesday that week it rained.", "Wednesday = 2013-03-20"),
        ("The rest of the week is dry; the year will be wet.", "the week = 2013-W12"),
        ("Between 3 and 5 May and 12 June.", "3 = 2013-05-03 | 5 May = 2013-05-05 | 12 June = 2013-06-12"),
        (
            "Friday, March 1, was hot; Friday, March 2, hotter.",
            "Friday, March 1 = 2013-03-01 | Friday, March 2 = 2012-03-02",
        ),
    ],
)
def test_read(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("year", "easter", "thanksgiving"),
    [(1954, "04-18", "11-25"), (1981, "04-19", "11-26"), (2000, "04-23", "11-23"), (2049, "04-18", "11-25")],
)
def test_movable_feasts(year, easter, thanksgiving):
    for name, day in (("Easter Sunday", easter), ("Thanksgiving Day", thanksgiving)):
        found = find_dates(f"It rained on {name}.", published=dt.date(year, 12, 31))
        assert [d.value for d in found] == [f"{year}-{day}"]


def read_timeml(text):
    return " | ".join(f"{d.text} = {d.value}" for d in find_dates(text, published=FRIDAY, timeml=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was 12 years old; a century-old mill.", "12 years old = P12Y | a century-old = P1CE"),
        ("It was dry. Six months later it rained.", "Six months later = P6M"),
        ("In 2008 he won, and again four years later.", "2008 = 2008 | four years later = 2012"),
        ("On May 3 he fell. A week earlier he had won.", "May 3 = 2012-05-03 | A week earlier = 2012-W17"),
        (
            "The deal came on Monday, the following Friday the vote.",
            "Monday = 2013-03-18 | the following Friday = 2013-03-22",
        ),
        ("The year-ago quarter was poor.", "The year-ago quarter = 2011-Q4"),
        ("It was found at dawn on Tuesday.", "dawn on Tuesday = 2013-03-19TMO"),
        ("On Tuesday at dusk it was found.", "Tuesday at dusk = 2013-03-19TEV"),
        ("Long ago, about 300 A.D. or A.D. 79.", "Long ago = PAST_REF | 300 A.D. = 0300 | A.D. 79 = 0079"),
        ("The deadly 2011 quake and an estimated 2000 sheep.", "2011 = 2011"),
        ("By late afternoon, by mid-year.", "late afternoon = 2013-03-22TAF | mid-year = 2013"),
        ("The summer of 1990 was dry. That summer he left.", "The summer of 1990 = 1990-SU | That summer = 1990-SU"),
        ("It was the 2012-13 season's first-half profit.", "2012-13 = 2012 | first-half = 2012-H1"),
        ("For the full year it expects a loss.", "the full year = 2013"),
        ("The days since were long; the fiscal year was poor.", "The days = PXD | the fiscal year = 2013"),
        ("He fell the night before.", "the night before = 2013-03-21TNI"),
        ("He lived three decades; two centuries on it stands.", "three decades = P3DE | two centuries = P2CE"),
    ],
)
def test_read_as_timeml_marks(text, expected):
    assert read_timeml(text) == expected
