"""The robots.txt of every host that was asked lately."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from discrepancy.cache.memory import Memory
from discrepancy.errors import NotFetched
from discrepancy.fetching.refusals import Barred, Endless
from discrepancy.fetching.robots_rules import EVERYTHING, RobotsRules, robots_rules
from discrepancy.fetching.turns import Turns

__all__ = ["LONGEST", "PRODUCT", "Robots"]

PRODUCT = "discrepancy"
"""What rules for this program are for."""
LONGEST = 512_000
"""How many bytes of one are read. RFC 9309, 2.5: at least 500 kibibytes."""
_DAY = 86_400.0
"""RFC 9309, 2.4: rules should not be used for longer."""
_SOON = 300.0
"""A server that could not tell is asked again after this; and not for every page of it."""
_MOST = 8_000_000
_LIGHTEST = 200
"""What is kept of all hosts together, in letters, and what a host without rules counts."""
_LONGEST_DELAY = 60.0
_TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class _Known:
    rules: RobotsRules | None
    """None where they could not be had."""
    until: float
    why: str = ""


class Robots:
    """Rules by origin, asked for once a day; several threads may use one.

    Args:
        ask: asks for an address and gives status and body, the first :data:`LONGEST` bytes of it.
        clock: seconds that only go up.
    """

    def __init__(self, ask: Callable[[str], tuple[int, bytes]], clock: Callable[[], float]) -> None:
        self._ask = ask
        self._clock = clock
        self._kept: Memory[str, _Known] = Memory(_MOST)
        self._turns = Turns(clock, pause=lambda _seconds: None)

    def delay(self, origin: str, target: str, address: str) -> float:
        """How many seconds the host wants between two questions; 0 where it does not say.

        Args:
            origin: scheme, host and port.
            target: path with query.
            address: what the user asked for, for the message.

        Raises:
            Barred: robots.txt does not let programs read it.
            NotFetched: robots.txt could not be had, so what it says is not known.
        """
        try:
            known = self._known(origin)
        except Barred as problem:
            raise Barred(problem.what, where=address, remedy=problem.remedy) from None
        host = origin.partition("//")[2]
        if known.rules is None:
            raise NotFetched(
                f"was not asked: robots.txt of {host}, which says what may be read, can not be had ({known.why}).",
                where=address,
                remedy="It is asked again later.",
            )
        if not known.rules.allow(target):
            raise Barred(
                f"was not asked: robots.txt of {host} does not let programs read this address.",
                where=address,
                remedy="Follow another address, or ask the site for leave; name a host of your own in robots_not_for.",
            )
        return min(known.rules.delay or 0.0, _LONGEST_DELAY)

    def _known(self, origin: str) -> _Known:
        """What is known of an origin; one thread asks, those that want to know the same wait for it."""
        with self._turns.turn(origin, 0.0):
            known = self._kept.get(origin)
            if known is None or not 0 < known.until - self._clock() <= _DAY:
                known = self._told(origin, known)
                letters = sum(len(pattern) for pattern, _ in known.rules.rules) if known.rules else 0
                self._kept.put(origin, known, _LIGHTEST + letters)
            return known

    def _told(self, origin: str, before: _Known | None) -> _Known:
        now = self._clock()
        try:
            status, data = self._ask(f"{origin}/robots.txt")
        except Barred:
            raise
        except Endless:  # RFC 9309, 2.3.1.2: as one that is not there
            return _Known(EVERYTHING, now + _DAY)
        except NotFetched as problem:
            return self._without(before, problem.what.rstrip("."))
        if status >= 500:
            return self._without(before, f"the server's answer is {status}")
        if not 200 <= status < 300:
            return _Known(EVERYTHING, now + (_SOON if status == _TOO_MANY else _DAY))
        if len(data) > LONGEST:  # the line that is cut off in the middle would say something else
            data = data[:LONGEST].rpartition(b"\n")[0]
        return _Known(robots_rules(data.decode("utf-8", "replace"), PRODUCT), now + _DAY)

    def _without(self, before: _Known | None, why: str) -> _Known:
        """RFC 9309, 2.4: rules from before go on while no newer ones can be had; without any nothing is allowed."""
        return _Known(before.rules if before else None, self._clock() + _SOON, why)
