"""What an article is known by: one under many ids, and two under one headline."""

import datetime as dt

import pytest

from discrepancy.watch.polling.identity import Item, address_key, canonical, known_by

HOME = "https://courier.example/"
DAY = dt.date(2026, 3, 2)


def item(guid="", address="", title="", day=DAY, data=b"") -> Item:
    return Item(
        guid=guid,
        address=address,
        title=title,
        day=day,
        name="item.xml",
        data=data or f"{guid}{address}{title}".encode(),
    )


def keys(*items, home=HOME):
    return [keys for _, keys in known_by(items, home)]


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("HTTPS://Courier.Example:443/News/1?utm_source=feed&id=7#top", "https://courier.example/News/1?id=7"),
        ("http://courier.example:80", "http://courier.example/"),
        ("http://courier.example:8080/a", "http://courier.example:8080/a"),
        ("https://courier.example/a?fbclid=x&gclid=y", "https://courier.example/a"),
        ("https://courier.example/a?b=1&a=2", "https://courier.example/a?b=1&a=2"),
        ("http://[2001:db8::1]/a", "http://[2001:db8::1]/a"),
        ("mailto:desk@courier.example", ""),
        ("http://[broken/a", ""),
        ("/news/1", ""),
    ],
)
def test_an_address_without_what_only_counts_clicks(address, plain):
    assert canonical(address) == plain


def test_one_page_has_one_key():
    one = address_key("http://courier.example/a?b=1&a=2&utm_medium=rss")
    assert one == address_key("https://COURIER.example/a?a=2&b=1#x") == "address:courier.example/a?a=2&b=1"


def test_an_item_under_a_new_id_keeps_its_address_and_its_headline():
    (first,) = keys(item("1", "https://courier.example/a", "Two schools close in Skelby"))
    (again,) = keys(item("2", "https://courier.example/a?utm_source=x", "Two schools close in Skelby"))
    assert first[0] != again[0]
    assert first[1:] == again[1:] == ("address:courier.example/a", "title:two schools close in skelby|2026-03-02")


def test_a_headline_that_returns_is_no_key():
    (monday,) = keys(item("1", title="Morning briefing"))
    (tuesday,) = keys(item("2", title="Morning briefing", day=dt.date(2026, 3, 3)))
    assert (monday, tuesday) == (("guid:1",), ("guid:2",))


def test_two_items_of_one_feed_that_share_a_headline_or_an_address_are_two():
    title, address = "Storm over Skelby: what we know", "https://courier.example/live"
    assert keys(item("1", address, title), item("2", address, title)) == [("guid:1",), ("guid:2",)]
    assert keys(item("1", address + "#a", title, data=b"1"), item("2", address + "#b", "Other")) == [
        ("guid:1", "title:storm over skelby what we know|2026-03-02"),
        ("guid:2",),
    ]


def test_one_id_for_all_items_is_no_id():
    found = keys(item("feed", "https://courier.example/a"), item("feed", "https://courier.example/b"))
    assert found == [("address:courier.example/a",), ("address:courier.example/b",)]


def test_an_item_that_stands_there_twice_is_one():
    one = item("1", "https://courier.example/a", "Two schools close in Skelby", data=b"new")
    old = item("1", "https://courier.example/a", "Two schools to close in Skelby", data=b"old")
    ((kept, known),) = known_by([one, old], HOME)
    assert kept is one
    assert len(known) == 3


@pytest.mark.parametrize("address", [HOME, "http://other.example", "https://courier.example/?utm_source=rss"])
def test_a_front_page_is_the_address_of_no_article(address):
    assert keys(item("1", address)) == [("guid:1",)]


def test_what_gives_nothing_of_its_own_is_still_known_by_something():
    (by_headline,) = keys(item(title="Morning briefing"))
    (by_bytes,) = keys(item(title="Morning briefing", day=None))
    assert by_headline[0].startswith("title:morning briefing|2026-03-02")
    assert by_bytes[0].startswith("text:")
