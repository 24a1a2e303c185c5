"""A look at a feed: what is asked, what is found, and what is said where there is nothing to be had."""

import datetime as dt
import json

import pytest
from hypothesis import given

from discrepancy.errors import NotFetched
from discrepancy.fetching.asked import Answer
from discrepancy.fetching.refusals import Barred, Endless
from discrepancy.followed import Condition, Found, Version, VersionState
from discrepancy.model import Document
from discrepancy.settings import Settings
from discrepancy.watch.polling import Looked, look_at_feed
from discrepancy.watch.polling.feeds import MOST_ITEMS
from discrepancy.watch.reading import Read, read_version
from tests.loaders.fuzzing import broken
from tests.watch.asking import ADDRESS, NOW, answer, poll, source, web

LATER = NOW + dt.timedelta(minutes=5)
TEXT = "The council of Skelby closes two schools in June, and about 340 pupils will move to Harrow Road."


def item(number: int = 1, title: str = "", text: str = TEXT, more: str = "") -> str:
    title = title or f"Council of Skelby closes {number} schools"
    return (
        f"<item><title>{title}</title><link>https://courier.example/news/{number}</link><guid>id-{number}</guid>"
        f"<pubDate>Mon, 02 Mar 2026 10:15:00 GMT</pubDate><description>{text}</description>{more}</item>"
    )


def rss(*items: str, head: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:media="http://search.yahoo.com/mrss/"><channel>'
        f"<title>Courier</title><link>https://courier.example/</link><language>en-gb</language>{head}"
        f"{''.join(items)}</channel></rss>"
    ).encode()


COUNTED = (
    '<f:origLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://courier.example/news/1</f:origLink>'
    "<link>https://counter.example/~r/1</link>"
)
RDF = b"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://courier.example/"><title>Courier</title><link>https://courier.example/</link>
<dc:date>2026-03-02T11:00:00Z</dc:date></channel>
<item rdf:about="https://courier.example/news/1"><title>Two schools close in Skelby</title>
<link>https://courier.example/news/1</link><description>The council of Skelby closes two schools in June.</description>
<dc:date>2026-03-02T10:15:00Z</dc:date></item></rdf:RDF>"""
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://courier.example/">
<title>Courier</title><link rel="self" href="/feed"/><link href="/"/><updated>2026-03-02T11:00:00Z</updated>
<entry><id>tag:courier.example,2026:1</id><title>Two schools close in Skelby</title>
<link rel="alternate" href="news/1"/><published>2026-03-02T10:15:00Z</published><updated>2026-03-02T10:30:00Z</updated>
<content type="html">&lt;p&gt;The council of Skelby closes two schools in June.&lt;/p&gt;</content></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Courier",
        "items": [
            {
                "id": "1",
                "url": "/news/1",
                "title": "Two schools close in Skelby",
                "date_published": "2026-03-02T10:15:00Z",
                "content_html": "<p>The council of Skelby closes two schools in June.</p>",
            }
        ],
    }
).encode()
NINJS = json.dumps(
    [
        {
            "uri": "urn:courier:1",
            "type": "text",
            "headline": "Two schools close in Skelby",
            "versioncreated": "2026-03-02T10:15:00Z",
            "body_text": "The council of Skelby closes two schools in June.",
        }
    ]
).encode()


def look(data: bytes, *, follow: bool = False) -> Looked:
    return look_at_feed(source(follow=follow), poll(), web(answer(data)), NOW)


def read(found: Found) -> Read:
    version = Version(number=7, article="a", source=found.source, seen=NOW, digest="d", address=found.address)
    return read_version(found.name, found.data, version, source(), Settings(), None)


def document_of(found: Found) -> Document:
    document = read(found).document
    assert document is not None
    return document


def test_each_item_is_an_article_of_its_own_that_its_loader_reads():
    looked = look(rss(item(1), item(2, text="The bridge at Harrow is closed until May, the council said on Monday.")))
    assert [each.keys for each in looked.found] == [
        ("guid:id-1", "address:courier.example/news/1", "title:council of skelby closes 1 schools|2026-03-02"),
        ("guid:id-2", "address:courier.example/news/2", "title:council of skelby closes 2 schools|2026-03-02"),
    ]
    assert (looked.poll.condition, looked.poll.items, looked.changed) == (Condition.WELL, 2, True)
    assert (looked.poll.asked_at, looked.poll.answered_at) == (NOW, NOW)
    document = document_of(looked.found[1])
    assert document.text.endswith("closed until May, the council said on Monday.")
    assert (document.id, document.source, document.title) == ("v7", "Courier", "Council of Skelby closes 2 schools")
    assert document.published == dt.datetime(2026, 3, 2, 10, 15, tzinfo=dt.UTC)


@pytest.mark.parametrize("data", [RDF, ATOM, JSON, NINJS], ids=["RDF", "Atom", "JSON Feed", "ninjs"])
def test_every_kind_of_feed_is_cut_into_its_items(data):
    (found,) = look(data).found
    assert found.title == "Two schools close in Skelby"
    assert found.keys[-1] == "title:two schools close in skelby|2026-03-02"
    assert data == NINJS or found.address == "https://courier.example/news/1"
    document = document_of(found)
    assert "The council of Skelby closes two schools in June." in document.text
    assert document.dated is not None


def test_an_item_has_the_same_bytes_whatever_stands_beside_it():
    alone = look(rss(item(1))).found[0]
    beside = look(
        rss(
            item(2),
            item(1, more="<slash:comments>312</slash:comments><media:community><media:starRating/></media:community>"),
            head="<lastBuildDate>Mon, 02 Mar 2026 11:59:00 GMT</lastBuildDate><ttl>5</ttl>",
        )
    ).found[1]
    assert beside.data == alone.data


@pytest.mark.parametrize("status", [200, 304])
def test_what_did_not_change_is_asked_conditionally_and_never_parsed(status, monkeypatch):
    data = rss(item(1))
    there = web(answer(data, etag='"1"', modified="Mon"), answer(data if status == 200 else b"", status=status))
    first = look_at_feed(source(), poll(), there, NOW)
    monkeypatch.setattr("discrepancy.watch.polling.feeds._cut", None)
    second = look_at_feed(source(), first.poll, there, LATER)
    assert (there.asked[1].etag, there.asked[1].modified) == ('"1"', "Mon")
    assert (second.found, second.changed) == ((), False)
    assert (second.poll.answered_at, second.poll.items) == (LATER, 1)
    assert second.poll.condition is Condition.WELL
    assert second.poll.etag == ('"1"' if status == 304 else "")


def test_an_answer_that_nothing_changed_since_nothing_is_told():
    looked = look_at_feed(source(), poll(), web(answer(status=304)), NOW)
    assert (looked.poll.condition, "(304)" in looked.poll.why) == (Condition.MALFORMED, True)


def test_an_item_that_left_the_feed_is_not_gone():
    there = web(answer(rss(item(1), item(2))), answer(rss(item(2))))
    first = look_at_feed(source(), poll(), there, NOW)
    second = look_at_feed(source(), first.poll, there, LATER)
    assert [(each.keys[0], each.gone) for each in second.found] == [("guid:id-2", False)]


@pytest.mark.parametrize(
    ("inner", "address"),
    [
        ("<link>/news/1</link>", "https://courier.example/news/1"),
        ("<guid>https://courier.example/?p=1</guid>", "https://courier.example/?p=1"),
        ('<guid isPermaLink="false">https://courier.example/?p=1</guid>', ""),
        ("<guid>1</guid>", ""),
        ("<link>http://[broken</link>", ""),
        (
            COUNTED,
            "https://courier.example/news/1",
        ),
    ],
    ids="relative permalink no-permalink short-id broken counted".split(),
)
def test_an_items_address_is_that_of_its_page(inner, address):
    (found,) = look(rss(f"<item><title>Two schools close in Skelby</title>{inner}</item>")).found
    assert found.address == address


def test_a_feed_without_items_is_well():
    looked = look(rss())
    assert (looked.poll.condition, looked.poll.items, looked.poll.why, looked.found) == (Condition.WELL, 0, "", ())


def test_the_page_behind_an_item_is_followed_where_there_is_one():
    looked = look(rss(item(1), "<item><title>A note to all readers</title><guid>2</guid></item>"), follow=True)
    followed, own = looked.found
    assert (followed.follow, followed.data, followed.address) == (True, b"", "https://courier.example/news/1")
    assert (own.follow, own.address) == (False, "")
    assert own.data


@pytest.mark.parametrize(
    ("told", "condition", "words"),
    [
        (answer(status=401), Condition.REFUSED, "does not let programs in (401)"),
        (answer(status=403), Condition.REFUSED, "(403)"),
        (answer(status=404), Condition.GONE, "is not there (404)"),
        (answer(status=410), Condition.GONE, "(410)"),
        (answer(status=429, wait=dt.timedelta(minutes=9)), Condition.LIMITED, "left alone"),
        (answer(status=500), Condition.DOWN, "(500)"),
        (answer(status=503, wait=dt.timedelta(minutes=9)), Condition.LIMITED, "(503)"),
        (answer(status=418), Condition.MALFORMED, "(418)"),
        (answer(b" \n"), Condition.MALFORMED, "empty answer"),
        (answer(b"Error 17: no connection to the database"), Condition.MALFORMED, "well-formed"),
        (answer(b'{"error": "no"}'), Condition.MALFORMED, "no feed"),
        (answer(b'{"items": ['), Condition.MALFORMED, "JSON"),
        (answer(b"<urlset><url/></urlset>"), Condition.MALFORMED, "is no feed"),
        (answer(b"<!DOCTYPE html><html><body>Accept all cookies</body></html>"), Condition.WALLED, "a web page"),
        (answer(b"<p>Log in</p>", kind="text/html"), Condition.WALLED, "a web page"),
        (
            answer(b'<!DOCTYPE r [<!ENTITY a "b">]><rss><channel><item/></channel></rss>'),
            Condition.MALFORMED,
            "entities",
        ),
        (NotFetched("did not answer in time."), Condition.DOWN, "in time"),
        (Barred("was not asked: robots.txt says no."), Condition.REFUSED, "robots.txt"),
        (Endless("leads in a circle."), Condition.MALFORMED, "circle"),
    ],
    ids=lambda each: "" if isinstance(each, Answer | NotFetched) else str(each),
)
def test_a_look_that_gives_nothing_says_why(told, condition, words):
    known = poll(etag='"1"', digest="d", answered_at=NOW, items=3)
    looked = look_at_feed(source(), known, web(told), LATER)
    assert (looked.poll.condition, looked.found, looked.changed) == (condition, (), False)
    assert words in looked.poll.why
    assert (looked.poll.asked_at, looked.poll.answered_at) == (LATER, NOW)
    assert (looked.poll.etag, looked.poll.digest, looked.poll.items) == ('"1"', "d", 3)
    assert looked.wait == (told.wait if isinstance(told, Answer) else None)


def test_after_an_outage_the_same_feed_is_well_again_without_being_read():
    data = rss(item(1))
    there = web(answer(data), answer(status=500), answer(data))
    first = look_at_feed(source(), poll(), there, NOW)
    down = look_at_feed(source(), first.poll, there, LATER)
    again = look_at_feed(source(), down.poll, there, LATER)
    assert (again.poll.condition, again.poll.why, again.changed) == (Condition.WELL, "", False)


def test_a_permanent_redirect_is_asked_directly_from_then_on():
    moved = answer(rss(item(1)), address="https://courier.example/rss2", moved=True)
    assert look_at_feed(source(), poll(), web(moved), NOW).poll.address == "https://courier.example/rss2"
    for_now = answer(rss(item(1)), address="https://cdn.example/rss")
    assert look_at_feed(source(), poll(), web(for_now), NOW).poll.address == ADDRESS
    wall = answer(b"<html>Log in</html>", address="https://login.example/", moved=True)
    assert look_at_feed(source(), poll(), web(wall), NOW).poll.address == ADDRESS


def test_no_more_items_are_looked_at_than_a_feed_has_and_the_rest_is_told():
    looked = look(rss(*(item(number) for number in range(MOST_ITEMS + 3))))
    assert (len(looked.found), looked.poll.items) == (MOST_ITEMS, MOST_ITEMS + 3)
    assert "503 items, of which the last 3" in looked.poll.why


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        (rss(item(1), item(2)).replace(b"schools", b"schools & parks"), ["guid:id-1", "guid:id-2"]),
        (rss(item(1), item(2)).replace(b"two schools", b"<b>two schools", 1), ["guid:id-1", "guid:id-2"]),
        (rss(item(1), item(2))[:-90], ["guid:id-1"]),
    ],
    ids=["a bare ampersand", "an element that is not closed", "cut off"],
)
def test_of_a_feed_that_is_not_well_formed_the_whole_items_are_read(data, keys):
    looked = look(data)
    assert [each.keys[0] for each in looked.found] == keys
    assert looked.poll.condition is Condition.WELL
    assert ("well-formed" in looked.poll.why) == (b"& parks" not in data)


def test_what_is_broken_in_one_item_changes_nothing_in_another():
    whole = look(rss(item(1), item(2)))
    broken = look(rss(item(1), item(2)).replace(b"two schools", b"<b>two schools", 1))
    assert broken.found[1].data == whole.found[1].data


@given(broken((rss(item(1), item(2, more="<slash:comments>3</slash:comments>")), RDF, ATOM, JSON, NINJS)))
def test_no_feed_however_broken_is_more_than_a_look_that_says_why(data):
    looked = look(data)
    assert looked.poll.condition in {Condition.WELL, Condition.MALFORMED, Condition.WALLED}
    assert looked.poll.condition is Condition.WELL or looked.poll.why
    assert all(each.keys and all(each.keys) for each in looked.found)
    for each in looked.found:
        "|".join(each.keys).encode()


def test_letters_are_right_where_the_declaration_is_wrong():
    data = rss(item(1, title="Café of Skelby has to close"))
    (found,) = look(data.replace(b'encoding="utf-8"', b'encoding="iso-8859-1"')).found
    assert found.title == "Café of Skelby has to close"


def test_a_feed_in_letters_of_one_byte_is_read_as_it_says():
    data = rss(item(1, title="Café of Skelby has to close")).decode().replace("utf-8", "iso-8859-1").encode("latin-1")
    assert look(data).found[0].title == "Café of Skelby has to close"


def test_an_entry_that_is_a_file_of_its_own_is_read():
    entry = ATOM[ATOM.index(b"<entry>") : ATOM.index(b"</feed>")]
    (found,) = look(entry.replace(b"<entry>", b'<entry xmlns="http://www.w3.org/2005/Atom">')).found
    assert "closes two schools" in document_of(found).text


def test_names_that_no_xml_may_hold_are_told():
    looked = look(rss(item(1)).replace(b'"http://search.yahoo.com/mrss/"', b'"<http://search.yahoo.com/>"'))
    assert (looked.poll.condition, looked.found) == (Condition.MALFORMED, ())


def test_a_headline_without_text_is_no_article():
    (found,) = look(rss("<item><title>Two schools close in Skelby</title><guid>1</guid></item>")).found
    assert read(found).state is VersionState.UNREADABLE
