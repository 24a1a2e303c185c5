"""The robots.txt of a host is asked for once a day, and heeded."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest

from discrepancy.errors import NotFetched
from discrepancy.fetching.asked import Request
from discrepancy.fetching.asking import HttpFetcher
from discrepancy.fetching.refusals import Barred
from discrepancy.fetching.robots import LONGEST
from tests.fetching.answering import Answering, Hours, Told, answering, fetcher

PAGE = Told(body=b"Sixty passengers")
ALL = Told(body=b"User-agent: *\nDisallow: /\n")
SOME = Told(body=b"User-agent: *\nDisallow: /private\n")


@pytest.fixture(scope="module")
def running() -> Iterator[Answering]:
    with answering() as server:
        yield server


@pytest.fixture
def web(running: Answering) -> Answering:
    running.forget({"/news": PAGE, "/private/1": PAGE})
    return running


def ask(web: Answering, asker: HttpFetcher, path: str = "/news") -> int:
    return asker.ask(Request(address=f"{web.at}{path}")).status


def test_what_robots_txt_forbids_is_not_asked(web: Answering) -> None:
    web.plan["/robots.txt"] = SOME
    asker = fetcher(robots=True)
    assert ask(web, asker) == 200
    host = web.at.removeprefix("http://")
    with pytest.raises(Barred, match=f"robots.txt of {host} does not let programs read this address") as raised:
        ask(web, asker, "/private/1")
    assert raised.value.where == f"{web.at}/private/1"
    assert raised.value.remedy
    assert web.paths == ["/robots.txt", "/news"]


def test_a_host_that_is_excused_is_not_asked_for_it(web: Answering) -> None:
    web.plan["/robots.txt"] = ALL
    assert ask(web, fetcher(robots=False)) == 200
    assert web.paths == ["/news"]


@pytest.mark.parametrize(("excused", "free"), [("127.0.0.1", True), ("LOCALHOST", True), ("news.example", False)])
def test_only_the_hosts_that_are_named_are_excused(web: Answering, excused: str, free: bool) -> None:
    web.plan["/robots.txt"] = ALL
    at = web.at.replace("127.0.0.1", "localhost") if excused == "LOCALHOST" else web.at
    hours = Hours()
    asker = HttpFetcher(allow_private=True, excused=[excused], clock=hours, pause=hours.pause)
    if free:
        assert asker.ask(Request(address=f"{at}/news")).status == 200
        assert web.paths == ["/news"]
    else:
        with pytest.raises(Barred):
            asker.ask(Request(address=f"{at}/news"))


def test_a_redirect_to_what_is_forbidden_is_not_followed(web: Answering) -> None:
    web.plan |= {"/robots.txt": SOME, "/news": Told(302, {"Location": "/private/1"})}
    with pytest.raises(Barred, match=r"robots\.txt"):
        ask(web, fetcher(robots=True))
    assert web.paths == ["/robots.txt", "/news"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429])
def test_without_a_robots_txt_all_is_allowed(web: Answering, status: int) -> None:
    web.plan["/robots.txt"] = Told(status, body=ALL.body)
    assert ask(web, fetcher(robots=True)) == 200


@pytest.mark.parametrize("status", [500, 503])
def test_while_a_server_can_not_tell_nothing_is_allowed(web: Answering, status: int) -> None:
    web.plan["/robots.txt"] = Told(status)
    hours = Hours()
    asker = fetcher(hours, robots=True)
    for _ in range(2):
        with pytest.raises(NotFetched, match=f"can not be had .*{status}") as raised:
            ask(web, asker)
        assert not isinstance(raised.value, Barred)
    assert web.paths == ["/robots.txt"]
    hours.now += 301
    web.plan["/robots.txt"] = SOME
    assert ask(web, asker) == 200


def test_a_host_that_does_not_answer_is_not_asked_for_its_pages(web: Answering) -> None:
    with pytest.raises(NotFetched, match=r"robots\.txt of 127\.0\.0\.1:1, .* can not be had"):
        fetcher(robots=True).ask(Request(address="http://127.0.0.1:1/news"))
    assert not web.asked


def test_a_robots_txt_is_asked_for_once_a_day(web: Answering) -> None:
    web.plan["/robots.txt"] = SOME
    hours = Hours()
    asker = fetcher(hours, robots=True)
    for passed in (0, 80_000, 7_000, 1):
        hours.now += passed
        ask(web, asker)
    assert web.paths == ["/robots.txt", "/news", "/news", "/robots.txt", "/news", "/news"]


def test_older_rules_go_on_while_newer_ones_can_not_be_had(web: Answering) -> None:
    web.plan["/robots.txt"] = SOME
    hours = Hours()
    asker = fetcher(hours, robots=True)
    ask(web, asker)
    hours.now += 90_000
    web.plan["/robots.txt"] = Told(503)
    assert ask(web, asker) == 200
    with pytest.raises(Barred):
        ask(web, asker, "/private/1")
    assert web.paths.count("/robots.txt") == 2


def test_a_robots_txt_is_followed_over_five_redirects_and_holds_for_where_it_was_asked(web: Answering) -> None:
    web.plan["/robots.txt"] = Told(301, {"Location": "/1"})
    web.plan |= {f"/{n}": Told(302, {"Location": f"/{n + 1}"}) for n in range(1, 5)} | {"/5": SOME}
    asker = fetcher(robots=True)
    with pytest.raises(Barred):
        ask(web, asker, "/private/1")
    assert web.paths == ["/robots.txt", "/1", "/2", "/3", "/4", "/5"]


def test_a_robots_txt_in_a_circle_is_none(web: Answering) -> None:
    web.plan["/robots.txt"] = Told(301, {"Location": "/robots.txt"})
    assert ask(web, fetcher(robots=True)) == 200


def test_only_the_first_half_million_bytes_are_read(web: Answering) -> None:
    start = b"User-agent: *\n" + b"Disallow: /x\n" * (LONGEST // 13 - 2)
    cut = b"Disallow: /later\n"
    fill = b"#" * (LONGEST - len(start) - len(b"\nDisallow: /"))

    def endless() -> Iterator[bytes]:
        yield start + fill + b"\n" + cut
        while True:
            yield b"Disallow: /news\n" * 1000

    web.plan["/robots.txt"] = Told(200, {}, endless)
    asker = fetcher(robots=True)
    assert ask(web, asker) == 200
    with pytest.raises(Barred):
        ask(web, asker, "/x")


def test_a_host_may_ask_for_a_longer_gap(web: Answering) -> None:
    web.plan["/robots.txt"] = Told(body=b"User-agent: *\nCrawl-delay: 7\n")
    hours = Hours()
    asker = fetcher(hours, robots=True)
    for _ in range(3):
        ask(web, asker)
    assert hours.pauses == [1.0, 7.0, 7.0]


def test_a_gap_of_more_than_a_minute_is_a_minute(web: Answering) -> None:
    web.plan["/robots.txt"] = Told(body=b"User-agent: *\nCrawl-delay: 86400\n")
    hours = Hours()
    asker = fetcher(hours, robots=True)
    for _ in range(2):
        ask(web, asker)
    assert hours.pauses == [1.0, 60.0]


def test_threads_that_want_to_know_the_same_ask_once(web: Answering) -> None:
    asked, go_on = threading.Event(), threading.Event()

    def slow(_headers: Mapping[str, str]) -> Told:
        asked.set()
        go_on.wait(5)
        return SOME

    web.plan["/robots.txt"] = slow
    asker = fetcher(robots=True)
    with ThreadPoolExecutor(4) as threads:
        found = [threads.submit(ask, web, asker) for _ in range(4)]
        assert asked.wait(5)
        go_on.set()
        assert [each.result(5) for each in found] == [200] * 4
    assert web.paths.count("/robots.txt") == 1
