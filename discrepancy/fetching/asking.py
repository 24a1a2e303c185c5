"""Asking addresses again and again over HTTP as a guest should: only for what changed, one by one, where it may."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from importlib import metadata

import httpx

from discrepancy.errors import NotFetched
from discrepancy.fetching.answers import conditions, validator, wait
from discrepancy.fetching.asked import Answer, Request
from discrepancy.fetching.deadline import Deadline
from discrepancy.fetching.exchange import TROUBLE, Limits, asked, body, checked, failed, head, kind, port, too_slow
from discrepancy.fetching.hosts import look_up
from discrepancy.fetching.refusals import Barred, Endless, Unusable
from discrepancy.fetching.robots import LONGEST, Robots
from discrepancy.fetching.turns import Turns

__all__ = ["HttpFetcher"]

_LIMITS = Limits(seconds=30.0, size=10_000_000)
_GAP = dt.timedelta(seconds=1)
_ACCEPT = "text/html,application/xhtml+xml,application/xml,application/rss+xml,application/atom+xml,*/*;q=0.8"
_PERMANENT = (httpx.codes.MOVED_PERMANENTLY, httpx.codes.PERMANENT_REDIRECT)
_REDIRECTS = (*_PERMANENT, httpx.codes.FOUND, httpx.codes.SEE_OTHER, httpx.codes.TEMPORARY_REDIRECT)
_WELL = (httpx.codes.OK, httpx.codes.NOT_MODIFIED)
_LATER = "It is asked again later; if that does not help, look at the address in a browser."


@dataclass(slots=True)
class _Chain:
    """How one question goes on from address to address."""

    request: Request
    limits: Limits
    robots: bool = False
    """Whether what is asked for is a robots.txt: none is heeded for it, and the first bytes will do."""
    passed: list[str] = field(default_factory=list)
    permanent: bool = True

    @property
    def moved(self) -> bool:
        return self.permanent and len(self.passed) > 1


class HttpFetcher:
    """Asks over HTTP; several threads may use one.

    Every question has a connection and cookies of its own, which end with it: what is asked every few minutes gains
    nothing from connections that are kept, and of a thousand hosts there would be a thousand.

    Args:
        allow_private: whether addresses in private networks may be asked, from the start or by a redirect.
        limits: for one question, without the time that it waits for its turn.
        agent: what the program calls itself; its name and version where it is empty.
        robots: whether robots.txt is heeded.
        excused: hosts, without a port, at which it is not in any case.
        gap: between two questions to a host, which may ask for a longer one in its robots.txt.
        clock: seconds that only go up.
        pause: waits for so many seconds; may return early where the program is to end.
    """

    def __init__(  # noqa: PLR0913 - each is a wish of the user's, or the time
        self,
        *,
        allow_private: bool = False,
        limits: Limits = _LIMITS,
        agent: str = "",
        robots: bool = True,
        excused: Collection[str] = (),
        gap: dt.timedelta = _GAP,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        self._allow_private = allow_private
        self._limits = limits
        self._agent = agent or f"discrepancy/{metadata.version('discrepancy')} (follows articles for a newsroom)"
        self._gap = gap.total_seconds()
        self._turns = Turns(clock, pause)
        self._robots = Robots(self._ask_robots, clock) if robots else None
        self._excused = {host.casefold() for host in excused}
        self._certificates = httpx.create_ssl_context(trust_env=False)

    def ask(self, request: Request) -> Answer:
        """Ask once, and follow redirects.

        What a server tells is handed on as it is: a 304 to a question without conditions, a 200 without a body.

        Raises:
            Barred: it must not be asked: it is no address, lies in a private network, robots.txt says no.
            Unusable: the answer is too large or damaged, or leads on and on (``Endless``).
            NotFetched: there was no answer, or not in time.
        """
        try:
            return self._follow(_Chain(request, self._limits))
        except Barred:
            raise
        except NotFetched as problem:
            raise type(problem)(problem.what, where=problem.where, remedy=_LATER) from None

    def _ask_robots(self, address: str) -> tuple[int, bytes]:
        limits = replace(self._limits, size=LONGEST)
        answer = self._follow(_Chain(Request(address=address), limits, robots=True))
        return answer.status, answer.data

    def _follow(self, chain: _Chain) -> Answer:
        address, left = chain.request.address, chain.limits.seconds
        url = checked(address, address)
        timeout = httpx.Timeout(chain.limits.silence)
        with httpx.Client(
            verify=self._certificates, trust_env=False, follow_redirects=False, timeout=timeout
        ) as client:
            while True:
                url = url.copy_with(fragment=None)
                _see_no_end(chain, str(url), remembered=bool(client.cookies))
                chain.passed.append(str(url))
                gap = self._gap_of(url, chain)
                with self._turns.turn(f"{url.host}:{port(url)}", gap), Deadline(left) as deadline:
                    found = self._one(client, url, chain, deadline)
                    left = deadline.left
                if isinstance(found, Answer):
                    return found
                url = found

    def _gap_of(self, url: httpx.URL, chain: _Chain) -> float:
        """The gap that the host of an address wants, if the address may be asked at all."""
        names = {url.host, url.raw_host.decode("ascii")}  # in its own letters, and as it goes over the wire
        if self._robots is None or chain.robots or not names.isdisjoint(self._excused):
            return self._gap
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        delay = self._robots.delay(origin, url.raw_path.decode("ascii"), chain.request.address)
        return max(self._gap, delay)

    def _one(self, client: httpx.Client, url: httpx.URL, chain: _Chain, deadline: Deadline) -> Answer | httpx.URL:
        """The answer of one address, or where it leads on to."""
        address = chain.request.address
        ip = look_up(url.host, port(url), address, allow_private=self._allow_private)
        headers = conditions(chain.request, onward=len(chain.passed) > 1)
        headers |= {"User-Agent": self._agent, "Accept": _ACCEPT}
        try:
            with asked(client, url, ip, headers, deadline) as response:
                if response.has_redirect_location:
                    chain.permanent &= response.status_code in _PERMANENT
                    return checked(str(url.join(response.headers["location"])), address)
                return _answer(response, url, chain, deadline)
        except TROUBLE as problem:
            raise (too_slow(chain.limits, address) if deadline.over else failed(problem, address)) from None


def _see_no_end(chain: _Chain, onward: str, *, remembered: bool) -> None:
    """Raise where a question goes in a circle, or from address to address too often.

    An address that comes again is no circle yet where a cookie was set on the way: some pages are given out only then.
    """
    circle = onward in chain.passed
    if (circle and not remembered) or len(chain.passed) > chain.limits.redirects:
        what = "in a circle" if circle else f"to another address more than {chain.limits.redirects} times"
        raise Endless(f"leads on {what}.", where=chain.request.address, remedy=_LATER)


def _answer(response: httpx.Response, url: httpx.URL, chain: _Chain, deadline: Deadline) -> Answer:
    status, headers, address = response.status_code, response.headers, chain.request.address
    if status in _REDIRECTS:
        raise Unusable(f"leads on, and does not say where to ({status}).", where=address, remedy=_LATER)
    data = b""
    if status == httpx.codes.OK:
        take = head if chain.robots else body
        data = take(response, address, deadline, chain.limits, whole=not chain.robots)
    # A date that came over a redirect would be sent to where the redirect stands.
    own = len(chain.passed) == 1 or chain.moved
    return Answer(
        status=status,
        address=str(url),
        kind=kind(response),
        data=data,
        etag=validator(headers.get("etag", "")),
        modified=validator(headers.get("last-modified", "")) if own else "",
        wait=None if status in _WELL else wait(headers, dt.datetime.now(dt.UTC)),
        moved=chain.moved and status in _WELL,
    )
