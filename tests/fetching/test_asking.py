"""Addresses are asked again and again: only for what changed, within limits, one question at a time to a host."""

from __future__ import annotations

import datetime as dt
import gzip
import re
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest

from discrepancy.errors import NotFetched
from discrepancy.fetching.asked import Answer, Fetcher, Request
from discrepancy.fetching.asking import HttpFetcher
from discrepancy.fetching.exchange import Limits
from discrepancy.fetching.hosts import Ip, look_up
from discrepancy.fetching.refusals import Barred, Endless, Unusable
from tests.fetching.answering import Answering, Hours, Plan, Told, answering, fetcher

FEED = b"<rss><channel><title>Harbour news</title></channel></rss>"
ASKER = fetcher()
ETAG, DATE = '"v1"', "Tue, 05 Mar 2024 08:00:00 GMT"


@pytest.fixture(scope="module")
def running() -> Iterator[Answering]:
    with answering() as server:
        yield server


@pytest.fixture
def web(running: Answering) -> Answering:
    running.forget({})
    return running


def to(target: str, status: int = 302, **headers: str) -> Told:
    return Told(status, {"Location": target, **{name.replace("_", "-"): value for name, value in headers.items()}})


def ask(web: Answering, plan: Plan, path: str = "/feed", **more: str) -> Answer:
    web.plan = plan
    return ASKER.ask(Request(address=f"{web.at}{path}", **more))


def conditional(headers: Mapping[str, str]) -> Told:
    if headers.get("If-None-Match") == ETAG:
        return Told(304, {"ETag": ETAG})
    return Told(200, {"ETag": ETAG, "Last-Modified": DATE, "Content-Type": "Application/RSS+XML; charset=utf-8"}, FEED)


def test_an_answer_tells_what_came_and_what_to_send_next_time(web: Answering) -> None:
    assert ask(web, {"/feed": conditional}) == Answer(
        status=200, address=f"{web.at}/feed", kind="application/rss+xml", data=FEED, etag=ETAG, modified=DATE
    )


def test_what_did_not_change_is_not_sent_again(web: Answering) -> None:
    answer = ask(web, {"/feed": conditional}, etag=ETAG, modified=DATE)
    assert (answer.status, answer.data, answer.etag) == (304, b"", ETAG)
    sent = web.asked[0][1]
    assert (sent["If-None-Match"], sent["If-Modified-Since"]) == (ETAG, DATE)


def test_who_asks_says_who_it_is_and_nothing_more(web: Answering) -> None:
    ask(web, {"/feed": Told(body=FEED)})
    sent = web.asked[0][1]
    assert sent["User-Agent"].startswith("discrepancy/")
    assert not {"Cookie", "Authorization", "If-None-Match", "If-Modified-Since"} & set(sent)


def test_an_agent_of_the_newsroom_s_own_is_sent(web: Answering) -> None:
    web.plan = {"/feed": Told(body=FEED)}
    HttpFetcher(allow_private=True, agent="Harbour Post desk", robots=False).ask(Request(address=f"{web.at}/feed"))
    assert web.asked[0][1]["User-Agent"] == "Harbour Post desk"


@pytest.mark.parametrize("etag", ['"caf\u00e9"', '"a\r\nX-More: b"', f'"{"a" * 5000}"'])
def test_a_mark_that_can_not_be_sent_back_is_left_out(web: Answering, etag: str) -> None:
    assert ask(web, {"/feed": Told(body=FEED)}, etag=etag).data == FEED
    assert "If-None-Match" not in web.asked[0][1]


@pytest.mark.parametrize("status", [204, 206, 300, 401, 403, 404, 410, 429, 500, 503])
def test_any_status_is_an_answer_without_data(web: Answering, status: int) -> None:
    answer = ask(web, {"/feed": Told(status, body=b"" if status == 204 else b"sorry")})
    assert (answer.status, answer.data, answer.wait) == (status, b"", None)


def test_a_304_that_nobody_asked_for_and_an_empty_200_are_told_as_they_are(web: Answering) -> None:
    assert ask(web, {"/feed": Told(304)}).status == 304
    empty = ask(web, {"/feed": Told(200)})
    assert (empty.status, empty.data) == (200, b"")


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("120", 120), ("Tue, 05 Mar 2024 08:05:00 GMT", 300), ("99999999999999", 86_400), ("0", None), ("soon", None)],
)
def test_a_server_says_how_long_it_wants_to_be_left_alone(web: Answering, said: str, seconds: int | None) -> None:
    answer = ask(web, {"/feed": Told(429, {"Retry-After": said, "Date": DATE})})
    assert answer.wait == (dt.timedelta(seconds=seconds) if seconds else None)


@pytest.mark.parametrize(
    ("statuses", "moved"), [((301,), True), ((308, 301), True), ((302,), False), ((301, 302), False), ((307,), False)]
)
def test_only_a_chain_of_permanent_redirects_has_moved(web: Answering, statuses: tuple[int, ...], moved: bool) -> None:
    plan: Plan = {f"/{n}": to(f"/{n + 1}", status) for n, status in enumerate(statuses)}
    last = f"/{len(statuses)}"
    answer = ask(web, {**plan, last: Told(200, {"Last-Modified": DATE, "ETag": ETAG}, FEED)}, "/0")
    assert (answer.address, answer.data, answer.moved) == (f"{web.at}{last}", FEED, moved)
    assert (answer.etag, answer.modified) == (ETAG, DATE if moved else "")


def test_what_moved_to_where_nothing_is_has_not_moved(web: Answering) -> None:
    answer = ask(web, {"/feed": to("/gone", 301)})
    assert (answer.status, answer.moved) == (404, False)


def test_over_a_redirect_the_date_is_not_sent_on(web: Answering) -> None:
    """What the redirect leads to today may be older than what it led to yesterday, and is new all the same."""
    ask(web, {"/feed": to("/today"), "/today": Told(body=FEED)}, etag=ETAG, modified=DATE)
    assert "If-Modified-Since" not in web.asked[1][1]
    assert web.asked[1][1]["If-None-Match"] == ETAG


@pytest.mark.parametrize(
    ("plan", "what", "error"),
    [
        ({"/feed": to("/feed")}, "in a circle", Endless),
        ({"/feed": to("/b"), "/b": to("/feed#x")}, "in a circle", Endless),
        ({f"/{n}": to(f"/{n + 1}") for n in range(9)} | {"/feed": to("/0")}, "more than 5 times", Endless),
        ({"/feed": Told(301)}, "does not say where to (301)", Unusable),
        ({"/feed": to("ftp://127.0.0.1/x")}, "only over http or https", Barred),
        ({"/feed": to("http://a:b@127.0.0.1/")}, "name or password", Barred),
        ({"/feed": to("http://no-such-host.invalid/")}, "no host", NotFetched),
        ({"/feed": Told(200, {"Content-Length": "500"}, FEED)}, "can not be fetched", NotFetched),
        ({"/feed": Told(200, {"Content-Encoding": "br"}, FEED)}, "not asked for ('br')", Unusable),
        ({"/feed": Told(200, {"Content-Encoding": "gzip"}, FEED)}, "damaged", Unusable),
        ({"/feed": Told(200, {"Content-Encoding": "gzip"}, gzip.compress(FEED)[:-12])}, "end early", Unusable),
        ({"/feed": Told(200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(900_000)))}, "100,000 bytes", Unusable),
    ],
)
def test_what_is_no_answer_says_why(web: Answering, plan: Plan, what: str, error: type[NotFetched]) -> None:
    with pytest.raises(NotFetched, match=re.escape(what)) as raised:
        ask(web, plan)
    assert type(raised.value) is error
    assert raised.value.where == f"{web.at}/feed"
    assert raised.value.remedy


def endless() -> Iterator[bytes]:
    while True:
        yield b"<item>Ferry</item>" * 1000


def test_a_feed_without_an_end_is_cut_off(web: Answering) -> None:
    with pytest.raises(Unusable, match="more than 100,000 bytes"):
        ask(web, {"/feed": Told(200, {"Content-Type": "text/xml"}, endless)})


def test_a_feed_that_drips_is_cut_off(web: Answering) -> None:
    enough = threading.Event()

    def drip() -> Iterator[bytes]:
        while not enough.wait(0.02):
            yield b"<item/>"

    web.plan = {"/feed": Told(200, {}, drip)}
    with pytest.raises(NotFetched, match="longer than 0 seconds"):
        fetcher(limits=Limits(seconds=0.2, silence=0.5)).ask(Request(address=f"{web.at}/feed"))
    enough.set()


def test_a_server_that_says_nothing_is_cut_off(web: Answering) -> None:
    enough = threading.Event()

    def silent() -> Iterator[bytes]:
        enough.wait(5)
        yield b""

    web.plan = {"/feed": Told(200, {}, silent)}
    with pytest.raises(NotFetched, match="did not answer in time"):
        fetcher(limits=Limits(seconds=5.0, silence=0.1)).ask(Request(address=f"{web.at}/feed"))
    enough.set()


def test_nobody_answers(web: Answering) -> None:
    with pytest.raises(NotFetched, match="can not be fetched") as raised:
        fetcher().ask(Request(address="http://127.0.0.1:1/feed"))
    assert type(raised.value) is NotFetched
    assert not web.asked


@pytest.mark.parametrize("packed", [gzip.compress(FEED, mtime=0), FEED], ids=["packed", "plain"])
def test_what_is_packed_is_unpacked(web: Answering, packed: bytes) -> None:
    how = "identity" if packed == FEED else "gzip"
    assert ask(web, {"/feed": Told(200, {"Content-Encoding": how}, packed)}).data == FEED


def test_a_private_network_is_refused_unless_it_is_allowed(web: Answering) -> None:
    with pytest.raises(Barred, match=r"private network \(127\.0\.0\.1\)") as raised:
        HttpFetcher().ask(Request(address=f"{web.at}/feed"))
    assert raised.value.where == f"{web.at}/feed"
    assert not web.asked


def test_a_redirect_into_a_private_network_is_refused(web: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    def inner(host: str, port: int, address: str, *, allow_private: bool) -> Ip:
        return look_up(host, port, address, allow_private=allow_private or host == "127.0.0.1")

    monkeypatch.setattr("discrepancy.fetching.asking.look_up", inner)
    web.plan = {"/feed": to(f"{web.at.replace('127.0.0.1', 'localhost')}/inside")}
    with pytest.raises(Barred, match="private network"):
        HttpFetcher(robots=False).ask(Request(address=f"{web.at}/feed"))
    assert web.paths == ["/feed"]


def test_a_page_that_is_given_out_only_with_a_cookie_is_no_circle(web: Answering) -> None:
    def page(headers: Mapping[str, str]) -> Told:
        return Told(body=FEED) if "seen=1" in headers.get("Cookie", "") else to("/check")

    plan: Plan = {"/feed": page, "/check": to("/feed", Set_Cookie="seen=1")}
    assert ask(web, plan).data == FEED


def test_cookies_end_with_the_question_and_so_does_its_connection(web: Answering) -> None:
    web.plan = {"/feed": Told(200, {"Set-Cookie": "reader=7"}, FEED)}
    asker = fetcher()
    for _ in range(3):
        asker.ask(Request(address=f"{web.at}/feed"))
    assert not [sent for _, sent in web.asked if "Cookie" in sent]
    assert web.connections == 3


def test_a_host_is_left_alone_for_a_while_between_two_questions(web: Answering) -> None:
    hours = Hours()
    asker: Fetcher = fetcher(hours)
    web.plan = {"/feed": to("/2"), "/2": Told(body=FEED)}
    asker.ask(Request(address=f"{web.at}/feed"))
    assert hours.pauses == [1.0]
    hours.now += 0.25
    asker.ask(Request(address=f"{web.at}/2"))
    assert hours.pauses == [1.0, 0.75]
    hours.now += 60
    asker.ask(Request(address=f"{web.at}/2"))
    assert hours.pauses == [1.0, 0.75]


def test_while_a_host_is_asked_others_can_be_and_it_can_not(web: Answering) -> None:
    with answering() as other, ThreadPoolExecutor(2) as threads:
        held, go_on = threading.Event(), threading.Event()

        def slow(_headers: Mapping[str, str]) -> Told:
            held.set()
            go_on.wait(5)
            return Told(body=FEED)

        web.plan = {"/slow": slow, "/feed": Told(body=FEED)}
        other.plan = {"/feed": Told(body=FEED)}
        asker = fetcher()
        first = threads.submit(asker.ask, Request(address=f"{web.at}/slow"))
        assert held.wait(5)
        second = threads.submit(asker.ask, Request(address=f"{web.at}/feed"))
        # Another host is asked meanwhile.
        assert asker.ask(Request(address=f"{other.at}/feed")).data == FEED
        assert web.paths == ["/slow"]
        go_on.set()
        assert (first.result(5).data, second.result(5).data) == (FEED, FEED)
        assert web.paths == ["/slow", "/feed"]


def test_many_threads_ask_a_host_one_by_one(web: Answering) -> None:
    inside, most, lock = 0, 0, threading.Lock()

    def count(_headers: Mapping[str, str]) -> Told:
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)

        def leave() -> Iterator[bytes]:
            nonlocal inside
            yield FEED
            with lock:
                inside -= 1

        return Told(200, {}, leave)

    web.plan = {f"/{n}": count for n in range(8)}
    hours = Hours()
    asker = fetcher(hours)
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda n: asker.ask(Request(address=f"{web.at}/{n}")).data, range(8)))
    assert found == [FEED] * 8
    assert most == 1
    assert len(hours.pauses) == 7
