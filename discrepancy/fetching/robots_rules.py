"""What a robots.txt lets a program read, after RFC 9309.

The standard library's reader, as Python 3.11 has it, knows no ``*`` and ``$``, takes the first rule that fits and not
the longest, ends a group at an empty line, and finds a program's name anywhere within another's.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from discrepancy.fetching.robots_paths import fits, path_of, pattern_of

__all__ = ["EVERYTHING", "RobotsRules", "robots_rules"]

_ANYBODY = "*"
_TOKEN = re.compile(r"\*|[a-z_-]+")


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """The rules for one program.

    Attributes:
        rules: a pattern of a path, and whether it is allowed; those that say most first, of equals what allows.
        delay: seconds that it should leave between two questions; None where the file does not say.
    """

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float | None = None

    def allow(self, target: str) -> bool:
        """Whether an address may be read, given as its path with its query."""
        if target == "/robots.txt":
            return True
        path = path_of(target)
        return next((allowed for pattern, allowed in self.rules if fits(pattern, path)), True)


EVERYTHING = RobotsRules()


@dataclass(slots=True)
class _Group:
    agents: set[str] = field(default_factory=set)
    rules: dict[str, bool] = field(default_factory=dict)
    delay: float | None = None
    closed: bool = False
    """Whether a rule was met: the next name of a program begins another group."""


def robots_rules(text: str, product: str) -> RobotsRules:
    """Read a robots.txt for one program.

    Args:
        text: all of it; what can not be understood is passed over.
        product: what the program calls itself, in small letters.
    """
    groups = list(_groups(text))
    ours = [group for group in groups if product in group.agents] or [
        group for group in groups if _ANYBODY in group.agents
    ]
    rules: dict[str, bool] = {}
    for group in ours:
        for pattern, allowed in group.rules.items():
            rules[pattern] = rules.get(pattern, False) or allowed
    delays = [group.delay for group in ours if group.delay is not None]
    return RobotsRules(
        tuple(sorted(rules.items(), key=lambda rule: (-len(rule[0]), not rule[1]))), max(delays, default=None)
    )


def _groups(text: str) -> Iterator[_Group]:
    group = _Group()
    for line in re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")):
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if group.closed:
                yield group
                group = _Group()
            token = _TOKEN.match(value.lower())
            group.agents.add(token[0] if token else "")
        elif key in {"allow", "disallow"}:
            group.closed = True
            if value:
                pattern = pattern_of(value)
                group.rules[pattern] = group.rules.get(pattern, False) or key == "allow"
        elif key == "crawl-delay":  # no part of the standard; who writes one writes it as a rule of the group above it
            group.closed = True
            group.delay = _seconds(value) or group.delay
    yield group


def _seconds(value: str) -> float | None:
    try:
        found = float(value)
    except ValueError:
        return None
    return found if math.isfinite(found) and found > 0 else None
