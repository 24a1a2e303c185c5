"""What a page's head says: date, time, zone, place, source, title."""

import datetime as dt

import pytest

from discrepancy.loaders.layout.datelines import dateline
from discrepancy.loaders.layout.page import Page, read_page
from discrepancy.loaders.layout.stamps import is_stamp_line, stamps
from tests.loaders.pages import LEAD, SECOND, THIRD, TITLE, page


def zone(hours: float) -> dt.timezone:
    return dt.timezone(dt.timedelta(hours=hours))


def local(*parts: int) -> dt.datetime:
    """A time whose zone is not said."""
    year, month, day, hour, minute = parts
    return dt.datetime(year, month, day, hour, minute)  # noqa: DTZ001 - the page names no zone


def read(*head: str, lead: str = LEAD, tail: tuple[str, ...] = ()) -> Page:
    return read_page(page(*head, lead, SECOND, THIRD, *tail))


PUBLISHED = [
    ("Feb 1, 2022, 12:39 PM | Updated: Jun 13, 2022, 3:40 pm", local(2022, 2, 1, 12, 39)),
    ("24 October 2024, 17:48", local(2024, 10, 24, 17, 48)),
    ("Published: Sat 12 Oct 2024, 22:30 WEST", dt.datetime(2024, 10, 12, 22, 30, tzinfo=zone(1))),
    ("Friday, October 25, 2024 | 6:15 a.m. EDT", dt.datetime(2024, 10, 25, 6, 15, tzinfo=zone(-4))),
    ("Published 12:05 a.m. ET October 25, 2024", local(2024, 10, 25, 0, 5)),
    ("Published: Dec. 28, 2021 at 7:58 AM EST|Updated: 1 hour ago", dt.datetime(2021, 12, 28, 7, 58, tzinfo=zone(-5))),
    ("Sat 9 Jul 2022 18.55 BST", dt.datetime(2022, 7, 9, 18, 55, tzinfo=zone(1))),
    ("2024-10-24T17:48:00Z", dt.datetime(2024, 10, 24, 17, 48, tzinfo=zone(0))),
    ("2024-10-24 17:48 +05:30", dt.datetime(2024, 10, 24, 17, 48, tzinfo=zone(5.5))),
    ("Tue, March 5, 2024 at 2:14 PM GMT·2 min read", dt.datetime(2024, 3, 5, 14, 14, tzinfo=zone(0))),
    ("PUBLISHED: 08:14, 12 November 2023 | UPDATED: 09:40, 12 November 2023", local(2023, 11, 12, 8, 14)),
    ("March 3, 20253:36 PM EST", dt.datetime(2025, 3, 3, 15, 36, tzinfo=zone(-5))),
    ("13.10.2024", dt.date(2024, 10, 13)),
    ("10/13/2024", dt.date(2024, 10, 13)),
    ("04/04/2022", dt.date(2022, 4, 4)),
    ("Sunday 03/04/2022", dt.date(2022, 4, 3)),
    ("03/04/2022", None),
    ("Friday 6 September 2024", dt.date(2024, 9, 6)),
    ("NORVIK (AP) — Oct. 12, 2024", dt.date(2024, 10, 12)),
    ("NORVIK, Sept. 7, 2024", dt.date(2024, 9, 7)),
    ("By Ann Lee | 7 September 2024", dt.date(2024, 9, 7)),
    ("31 February 2024", None),
    ("24 October 2024, 27:48", dt.date(2024, 10, 24)),
    ("DRAFT 2, newsroom, 24.10.2024, 09:20", local(2024, 10, 24, 9, 20)),
    ("[World desk draft v3, 24 October 2024, not for publication]", dt.date(2024, 10, 24)),
    ("The Norvik Chronicle, Thursday, October 24, 2024, page 3", dt.date(2024, 10, 24)),
    ("Late edition, Thursday 24 October 2024", dt.date(2024, 10, 24)),
    ("24-OCT-2024 06:15", local(2024, 10, 24, 6, 15)),
    ("03.04.2022", dt.date(2022, 4, 3)),
    ("NORVIK, Oct. 24, 2024 (Kontor Newswire) - (Updates with quotes, background)", dt.date(2024, 10, 24)),
    ("Draft law of 24 October 2024 divides the cabinet", None),
]


@pytest.mark.parametrize(("line", "published"), PUBLISHED, ids=[line for line, _ in PUBLISHED])
def test_published(line: str, published: dt.date | None) -> None:
    found = read(TITLE, line).published
    assert found == published
    assert type(found) is type(published)


def test_published_in_front_of_the_first_sentence() -> None:
    found = read(lead=f" date 2022-02-01 {LEAD}")
    assert found.published == dt.date(2022, 2, 1)
    assert [block.role.value for block in found.blocks] == ["dateline", "body", "body", "body"]
    titled = read_page(f" date 2022-02-01 {TITLE}\n\n{LEAD}\n\n{SECOND}")
    assert (titled.title, titled.published) == (TITLE, dt.date(2022, 2, 1))


def test_updated() -> None:
    found = read(TITLE, "Feb 1, 2022, 12:39 PM | Updated: Jun 13, 2022, 3:40 pm")
    assert found.updated == local(2022, 6, 13, 15, 40)
    only = read(TITLE, "Updated: 6th September 2024, 4.45pm")
    assert (only.published, only.updated) == (None, local(2024, 9, 6, 16, 45))


def test_a_zone_that_may_be_several_is_none() -> None:
    assert read(TITLE, "Published on Jan 17, 2023 11:26 AM IST").published == local(2023, 1, 17, 11, 26)


def test_dates_of_the_article_are_not_its_own() -> None:
    assert read(TITLE, lead="The ferry was built on 3 March 1987, the owner said on Monday.").published is None


@pytest.mark.parametrize(
    "line", ["In 2024", "3 March 1987: the ferry sails", "May 2024 was the warmest on record", "12", ""]
)
def test_no_stamp(line: str) -> None:
    assert not is_stamp_line(line)


def test_stamps_never_fail() -> None:
    assert [stamp.value for stamp in stamps("99/99/9999 and 0000-00-00 and 32 May 2024")] == [None, None, None]


DATELINES = [
    ("MOSCOW (AP) — A", "MOSCOW", "Associated Press"),
    ("MOSCOW -- A", "MOSCOW", ""),
    ("MOSCOW – A", "MOSCOW", ""),
    ("LONDON, Sept. 7, 2024 (Reuters) - A", "LONDON", "Reuters"),
    ("ANKARA (Reuters) -A", "ANKARA", "Reuters"),
    ("WASHINGTON/KYIV, Jan 3 (Reuters) - A", "WASHINGTON/KYIV", "Reuters"),
    ("ST. LOUIS, Mo. (AP) _ A", "ST. LOUIS, Mo.", "Associated Press"),
    ("VANCOUVER, British Columbia (AP) — A", "VANCOUVER, British Columbia", "Associated Press"),
    ("Moscow (AFP) - A", "Moscow", "Agence France-Presse"),
    ("TORONTO, Oct. 31, 2019 /PRNewswire/ -- A", "TORONTO", "PRNewswire"),
    ("SÃO PAULO (AP) — A", "SÃO PAULO", "Associated Press"),
    ("AMSTERDAM, Oct 24, 2024 (Kontor Newswire) - A", "AMSTERDAM", "Kontor Newswire"),
    ("(AP) — A", "", "Associated Press"),
    ("NEW DELHI: A", "NEW DELHI", ""),
    ("NORVIK (Kontor Newswire), Oct 24, 2024 - A", "NORVIK", "Kontor Newswire"),
    ("NORVIK, 24.10.2024 (Kontor Newswire) - A", "NORVIK", "Kontor Newswire"),
    ("(Kontor Newswire, Norvik, 24 October 2024) A", "Norvik", "Kontor Newswire"),
    ("NORVIK, Oct 24, 2024 (Kontor Newswire) - UPDATE 3, 1930 GMT - A", "NORVIK", "Kontor Newswire"),
]


@pytest.mark.parametrize(("opening", "place", "source"), DATELINES, ids=[line for line, _, _ in DATELINES])
def test_dateline(opening: str, place: str, source: str) -> None:
    lead = opening + LEAD[1:]
    found = read(TITLE, lead=lead)
    assert (found.place, found.source) == (place, source)
    body = next(block for block in found.blocks if block.role.value == "body")
    assert page(TITLE, lead, SECOND, THIRD)[body.start : body.end] == LEAD


@pytest.mark.parametrize(
    "lead",
    [
        "NATO — the alliance of 30 states — met on Monday in Norvik to talk about the reef and the ferry.",
        "HE was on board when the ferry ran aground, and he swam 300 metres to the shore, he said.",
        "A ferry (60 passengers) - the third this year - ran aground off Norvik on Monday.",
        "Ann Lee (left) - the captain - said the ferry had been checked twice in March.",
        "Sen. Ann Lee (D-Maine) — The senator said on Monday that she was on board the ferry.",
    ],
)
def test_no_dateline(lead: str) -> None:
    found = read(TITLE, lead=lead)
    assert found.place == ""
    assert "dateline" not in {block.role.value for block in found.blocks}


SOURCES = [
    (read(TITLE, "The Norvik Courier"), "The Norvik Courier"),
    (read(TITLE, "By Magnus Lee | Nordic Press Service"), "Nordic Press Service"),
    (read(TITLE, "BY ANN LEE, MERIDIAN PRESS"), "Meridian Press"),
    (read(TITLE, "By The Associated Press"), "Associated Press"),
    (read(TITLE, "By ASSOCIATED PRESS"), "Associated Press"),
    (read(TITLE, "Reuters |"), "Reuters"),
    (read(TITLE, "Ann Lee\nEnvironment correspondent, BBC News"), "BBC News"),
    (read(TITLE, "By Ann Lee"), ""),
    (read(TITLE, "Business desk"), ""),
    (
        read(TITLE, tail=("[Video not showing up above? Click here to watch » norvikcourier.example/22reef/]",)),
        "norvikcourier.example",
    ),
    (read(TITLE, tail=("Follow us on https://facebook.com/norvik",)), ""),
    (
        read(
            TITLE,
            tail=("Lee reported from Oslo. Associated Press writers Bo Ek and Jo Hale contributed to this report.",),
        ),
        "Associated Press",
    ),
    (read(TITLE, tail=("Ann Lee And Bo Ek, The Associated Press",)), "Associated Press"),
    (read(TITLE, tail=("© 2024 The Norvik Courier. All rights reserved.",)), "The Norvik Courier"),
    (read(TITLE, tail=("The ferry is towed. (Ann Lee/Pool/The Associated Press)",)), ""),
    (read(TITLE, tail=("Follow our Raptors coverage all season long on Norvik Sports Canada.",)), ""),
]


@pytest.mark.parametrize(("found", "source"), SOURCES)
def test_source(found: Page, source: str) -> None:
    assert found.source == source


TITLES = [
    ((TITLE,), TITLE),
    (("Who was steering the ferry?",), "Who was steering the ferry?"),
    (("Ferry owner reaches deal with U.S.",), "Ferry owner reaches deal with U.S."),
    (("WORLD", TITLE), TITLE),
    (("The Norvik Courier", TITLE), TITLE),
    ((), ""),
]


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_title(head: tuple[str, ...], title: str) -> None:
    assert read(*head).title == title


def test_header_that_names_its_lines() -> None:
    header = (
        "Title: Ferry aground\nSource: Norvik Post\nDate: 2021-06-03\nAuthor: Ann Lee\nURL: https://norvik.example/1"
    )
    found = read(header)
    assert (found.title, found.source, found.published) == ("Ferry aground", "Norvik Post", dt.date(2021, 6, 3))
    assert [block.role.value for block in found.blocks][-3:] == ["body"] * 3


def test_one_labelled_line_is_no_header() -> None:
    assert read("Headline: ferry captain to be charged").title == "Headline: ferry captain to be charged"


@pytest.mark.parametrize("stamp", ["9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00"])
def test_a_day_at_the_end_of_the_calendar_is_none(stamp: str) -> None:
    text = (
        f"Source: Paper\nTitle: Flood\nPublished: {stamp}\n\nIt rained on Tuesday, {stamp}, ten days before it ended.\n"
    )
    read = read_page(text)
    assert read.published is None


@pytest.mark.parametrize(
    ("opens", "place", "agency"),
    [
        ("MOSCOW, May 6. /HBN/. ", "MOSCOW", "HBN"),
        ("MOSCOW. May 6 (Harbour News) - ", "MOSCOW", "Harbour News"),
        ("TOKYO, May 6, Harbour Wire -- ", "TOKYO", "Harbour Wire"),
        ("SYDNEY, Feb 11 HBN - ", "SYDNEY", "HBN"),
        ("New Delhi, May 6 (HBN) ", "New Delhi", "HBN"),
        ("Madrid, 6 May (HBN).- ", "Madrid", "HBN"),
        ("(HBN) - ROME, MAY 6 - ", "ROME", "HBN"),
        ("Kassel (hbn) - ", "Kassel", "hbn"),
    ],
)
def test_openings_of_agencies(opens: str, place: str, agency: str) -> None:
    found = dateline(f"{opens}The ferry sank on Wednesday.", opening=True)
    assert found is not None
    assert (found.end, found.place, found.agency) == (len(opens), place, agency)


@pytest.mark.parametrize(
    "text",
    [
        "Brandt (left) - The mayor of the town greets the crew.",
        "Brandt (aged) - The mayor of the town greets the crew.",
        "PARIS, May 6, Monday - The mayor of the town greets the crew.",
        "Brandt, May 6 (UPDATE) The mayor of the town greets the crew.",
    ],
)
def test_what_is_no_opening_of_an_agency(text: str) -> None:
    assert dateline(text, opening=True) is None


@pytest.mark.parametrize(
    "opens", ["March 4, 2024 - ", "4 March 2024 \u2014 ", "Monday, March 4, 2024 -- ", "Monday 4 March 2024 \u2013 "]
)
def test_a_day_and_a_dash_without_a_place(opens: str) -> None:
    found = read(TITLE, lead=opens + LEAD)
    assert (found.published, found.place) == (dt.date(2024, 3, 4), "")
    assert [block.role.value for block in found.blocks][-4:] == ["dateline", "body", "body", "body"]


@pytest.mark.parametrize(
    "opens",
    [
        "5 March 2024 was the day on which all changed. ",
        "11 March 2011. ",
        "March 4, 2024 - April 2, 2024 was how long it took. ",
        "March 4 - ",
        "March 4, 2024 - the day of the storm - will be remembered. ",
    ],
)
def test_a_day_that_the_text_tells_of(opens: str) -> None:
    assert read(TITLE, lead=opens + LEAD).published is None


def test_days_of_a_chronology() -> None:
    assert read_page(f"{TITLE}\n\nMarch 4, 2021 - {LEAD}\n\nMarch 9, 2022 - {SECOND}\n").published is None
