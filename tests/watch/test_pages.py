"""A look at a page: one article at one address."""

import datetime as dt

import pytest

from discrepancy.errors import NotFetched
from discrepancy.followed import Condition, SourceKind
from discrepancy.watch.polling import look_at_page
from tests.watch.asking import NOW, answer, poll, source, web

AT = "https://courier.example/news/1"
PAGE = b"<html><body><p>The council of Skelby closes two schools.</p></body></html>"
LATER = NOW + dt.timedelta(minutes=5)


def page(data=PAGE, status=200, address=AT, **more):
    return answer(data, status, address, **more)


def look(*answers, known=None, keys=()):
    return look_at_page(source(SourceKind.PAGE, AT), known or poll(AT), web(*answers, at=AT), NOW, keys)


def test_a_page_is_an_article_with_its_bytes_as_they_came():
    looked = look(page(kind="text/html", etag='"1"'))
    (found,) = looked.found
    assert (found.keys, found.address, found.name, found.data) == (
        ("address:courier.example/news/1",),
        AT,
        "page.html",
        PAGE,
    )
    assert (looked.poll.condition, looked.poll.items, looked.poll.etag) == (Condition.WELL, 1, '"1"')


def test_a_page_that_a_feed_led_to_is_the_article_that_the_feed_told_of():
    (found,) = look(page(), keys=("guid:1", "title:x")).found
    assert found.keys == ("guid:1", "title:x")


@pytest.mark.parametrize(("data", "status"), [(PAGE, 200), (b"", 304)])
def test_the_same_page_is_nothing_new(data, status):
    first = look(page())
    second = look(page(data, status), known=first.poll)
    assert (second.found, second.changed) == ((), False)


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_no_longer_given_out_is_gone_and_is_new_when_it_is_back(status):
    first = look(page(etag='"1"'))
    there = web(page(b"", status), page(), at=AT)
    gone = look_at_page(source(SourceKind.PAGE, AT), first.poll, there, NOW)
    assert [(each.gone, each.keys) for each in gone.found] == [(True, ("address:courier.example/news/1",))]
    assert gone.poll.condition is Condition.GONE
    back = look_at_page(source(SourceKind.PAGE, AT), gone.poll, there, LATER)
    assert there.asked[1].etag == ""
    assert [each.data for each in back.found] == [PAGE]


@pytest.mark.parametrize("told", [page(b"", 503), page(b"", 403), NotFetched("did not answer in time.")])
def test_a_page_that_can_not_be_had_now_is_not_gone(told):
    looked = look(told)
    assert looked.found == ()
    assert looked.poll.condition in {Condition.DOWN, Condition.REFUSED}


@pytest.mark.parametrize(
    ("kind", "address", "name"),
    [
        ("text/plain", AT, "page.txt"),
        ("application/pdf", AT, "page.pdf"),
        ("text/html", "https://courier.example/a.php", "page.html"),
        ("", "https://courier.example/wire.txt", "page.txt"),
        ("application/octet-stream", "https://courier.example/copy.docx?x=1", "page.docx"),
        ("", "https://courier.example/a.exe", "page.html"),
    ],
)
def test_a_body_is_named_so_that_its_loader_knows_it(kind, address, name):
    assert look(page(kind=kind, address=address)).found[0].name == name


def test_a_page_that_moved_for_good_is_the_same_article():
    first = look(page(address="https://courier.example/b", moved=True))
    assert first.poll.address == "https://courier.example/b"
    there = web(page(b"other"), at="https://courier.example/b")
    second = look_at_page(source(SourceKind.PAGE, AT), first.poll, there, LATER)
    assert second.found[0].keys == ("address:courier.example/news/1", "address:courier.example/b")
