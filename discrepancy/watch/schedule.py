"""When a place is looked at next. Pure: the same look at the same time gives the same answer, so a day can be replayed.

Times are spread by a tenth, by a hash of the place's key: a thousand feeds that were all due at one time are soon due
at a thousand times. All sums are of whole microseconds.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from typing import Final

from discrepancy.followed import Condition, Poll
from discrepancy.watch.configured import Source

__all__ = ["DAY", "after", "first", "first_of_page", "mended", "page_key", "paged", "source_key"]

DAY: Final = dt.timedelta(days=1)
"""The longest time between two looks at a place, but for its spread."""
_SPREAD: Final = 10
"""A time between two looks is longer or shorter by up to one part in this many."""
_FIRST_LOOKS: Final = dt.timedelta(minutes=1)
"""Within this time of the start all sources are looked at once."""
_RAREST_PAGE: Final = dt.timedelta(hours=6)
_PAGES: Final = ((dt.timedelta(hours=6), 1), (DAY, 3), (3 * DAY, 12))
"""Up to which time since it last changed a page is looked at how many times more rarely: what moves moves on its first
day, and a correction of the day before is still news."""
_OLD_PAGE: Final = 36
_MOST_DOUBLINGS: Final = 20
"""A second is longer than a day by then, and a day is no length yet that Python could not hold."""
_STEPS: Final = 1 << 16
_A_DAY_EACH: Final = frozenset({Condition.REFUSED, Condition.GONE})
"""Where asking again soon is no use, and no good manners."""


def source_key(name: str) -> str:
    """The key of the poll of a source."""
    return f"source:{name}"


def page_key(article: str) -> str:
    """The key of the poll of an article's page."""
    return f"article:{article}"


def first(source: Source, now: dt.datetime) -> Poll:
    """The first look at a source: within a minute, each source at a time of its own."""
    key = source_key(source.name)
    window = min(source.every, _FIRST_LOOKS)
    return Poll(
        key=key,
        source=source.name,
        address=source.place,
        next_at=now + window * _step(key) // _STEPS,
    )


def first_of_page(article: str, source: Source, address: str, now: dt.datetime) -> Poll:
    """The first look at the page of an article that a feed led to: at once."""
    return Poll(key=page_key(article), source=source.name, address=address, next_at=now)


def after(
    poll: Poll,
    went: Condition,
    now: dt.datetime,
    *,
    every: dt.timedelta,
    changed: bool,
    wait: dt.timedelta | None = None,
) -> Poll:
    """The poll of a source after a look at it.

    Where all is well it is looked at ``every`` so often. After a failure it is left alone for that long too, after the
    next one for twice as long, and so on up to a day; where it is gone or does not let us in, for a day at once.

    Args:
        poll: as it was; its ``failures`` and ``unchanged`` are those before this look.
        went: how the look went.
        now: when the look was.
        every: how often the source is to be looked at; a day at most.
        changed: whether there was anything new.
        wait: for how long the server asked to be left alone; that is heeded after a failure, for a day at most.
    """
    seen = _looked(poll, went, now, changed=changed)
    if went is Condition.WELL:
        return replace(seen, next_at=now + _spread(min(every, DAY), seen))
    return replace(seen, next_at=now + _left_alone(seen, every, wait))


def paged(
    poll: Poll,
    went: Condition,
    now: dt.datetime,
    *,
    every: dt.timedelta,
    days: int,
    wait: dt.timedelta | None = None,
) -> Poll | None:
    """The poll of an article's page after a look at it: the longer nothing changed, the more rarely it is looked at.

    Args:
        poll: as for :func:`after`, with ``changed_at`` as its versions say, and so with those that follow.
        went: how the look went.
        now: when the look was.
        every: how often it is to be looked at in the first hours.
        days: after so many days without a change it is not looked at any more.
        wait: for how long the server asked to be left alone.

    Returns:
        The poll, or None where the page is not to be looked at again.
    """
    seen = _looked(poll, went, now, changed=False)
    seen = replace(seen, changed_at=seen.changed_at or seen.answered_at)  # what is met for the first time is new
    if _is_over(seen, every, now, days):
        return None
    if went is not Condition.WELL:
        return replace(seen, next_at=now + _left_alone(seen, every, wait))
    return replace(seen, next_at=now + _spread(_of_its_age(seen, every, now), seen))


def _of_its_age(seen: Poll, every: dt.timedelta, now: dt.datetime) -> dt.timedelta:
    """How long a page is left alone, by the time since it last changed."""
    age = now - (seen.changed_at or now)
    times = next((times for most, times in _PAGES if age < most), _OLD_PAGE)
    return min(every * times, max(_RAREST_PAGE, min(every, DAY)))


def mended(poll: Poll, now: dt.datetime, every: dt.timedelta) -> Poll:
    """The poll, not later than it can be if the clock was right when it was set: after a clock went back, it may be."""
    if poll.condition is Condition.NEW:
        longest = _FIRST_LOOKS
    elif poll.condition is not Condition.WELL:
        longest = DAY + DAY // _SPREAD
    else:
        usual = min(every, DAY)
        if poll.key.startswith(page_key("")):
            usual = max(usual, _RAREST_PAGE)
        longest = usual + usual // _SPREAD
    return poll if poll.next_at <= now + longest else replace(poll, next_at=now + longest)


def _looked(poll: Poll, went: Condition, now: dt.datetime, *, changed: bool) -> Poll:
    """The poll with what this look says, but for when the next one is."""
    well = went is Condition.WELL
    return replace(
        poll,
        condition=went,
        failures=0 if well else poll.failures + 1,
        unchanged=0 if changed else poll.unchanged + well,
        asked_at=now,
        answered_at=now if well else poll.answered_at,
        changed_at=now if changed else poll.changed_at,
    )


def _left_alone(seen: Poll, every: dt.timedelta, wait: dt.timedelta | None) -> dt.timedelta:
    """For how long a place is left alone after a failure: never less than its server asked for."""
    usual = DAY if seen.condition in _A_DAY_EACH else _doubled(every, seen.failures - 1, DAY)
    asked = min(wait or dt.timedelta(), DAY)
    later = asked * _step(f"{seen.key} {seen.failures}") // (_STEPS * _SPREAD)
    return max(_spread(usual, seen), asked + later)


def _is_over(seen: Poll, every: dt.timedelta, now: dt.datetime, days: int) -> bool:
    """Whether nothing changed for so many days; of a page that never answered, whether it was asked for so long."""
    if seen.changed_at is not None:
        return now - seen.changed_at >= days * DAY
    if seen.condition in _A_DAY_EACH:
        return seen.failures > days
    spent, number = dt.timedelta(), 0
    while number < seen.failures - 1 and spent < days * DAY:
        spent, number = spent + _doubled(every, number, DAY), number + 1
    return spent >= days * DAY


def _doubled(length: dt.timedelta, times: int, most: dt.timedelta) -> dt.timedelta:
    """A length doubled so many times, and no longer than the other."""
    return min(length * (1 << min(max(times, 0), _MOST_DOUBLINGS)), most)


def _spread(length: dt.timedelta, seen: Poll) -> dt.timedelta:
    """A length, longer or shorter by up to a tenth."""
    step = _step(f"{seen.key} {seen.failures} {seen.unchanged}")
    return length - length // _SPREAD + 2 * length * step // (_STEPS * _SPREAD)


def _step(text: str) -> int:
    """A number from 0 to ``_STEPS`` - 1 that is always the same for the text, and spread evenly over texts."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:2])
