"""Values of wires' metadata as a reader understands them: bare codes, sources by name, holds by time."""

from __future__ import annotations

import datetime as dt
import re

from discrepancy.loaders.articles import Field, Known
from discrepancy.loaders.articles.moments import moment
from discrepancy.loaders.layout.bylines import agency
from discrepancy.loaders.layout.datelines import dateline

__all__ = ["add_embargo", "add_source", "add_times", "code_of", "place_of"]

_PLACE = re.compile(r"([^\W\d_][^()\d,:]{1,40}?)\s*(?:[(,:]|\s[-\u2013\u2014]|$)")


def code_of(value: str) -> str:
    """A code without its scheme: ``stat:canceled`` and ``http://cv.iptc.org/newscodes/pubstatusg2/canceled``."""
    return value.strip().rstrip("/").rpartition("/")[2].rpartition(":")[2].strip()


def place_of(line: str) -> str:
    """The place that a line begins with of which its format says that it is a dateline: "London (dpa) -"."""
    opened = dateline(line, opening=True)
    if opened is not None and opened.place:
        return opened.place
    found = _PLACE.match(line.strip())
    return found[1].strip() if found else ""


def add_source(known: Known, name: str, origin: str) -> None:
    """Keep who published it, an agency by its full name."""
    known.add(Field.SOURCE, agency(name) or name, origin)


def add_times(known: Known, first: tuple[str, str], made: tuple[str, str]) -> None:
    """Keep when a version was published: each version of a wire is a text of its own, with a "today" of its own.

    Args:
        known: where it is kept.
        first: when the first version was made, and where that stands.
        made: the same of this one.
    """
    known.add(Field.PUBLISHED, *made)
    if not made[0]:
        known.add(Field.PUBLISHED, *first)
    elif first[0] != made[0]:
        known.add(Field.FIRST_SENT, *first)


def add_embargo(known: Known, value: str, origin: str, *, issued: str = "") -> None:
    """Keep until when it may not be published.

    Args:
        known: where it is kept.
        value: a time, or words.
        origin: where it stands.
        issued: when it was sent. A time that is not after it holds nothing back.
    """
    when, sent = moment(value), moment(issued)
    if when is None:
        known.add(Field.EMBARGO, value, origin)
    elif sent is None or _after(when, sent):
        known.add(Field.EMBARGO, f"until {when.isoformat()}", origin)


def _after(one: dt.date, other: dt.date) -> bool:
    """Whether a time is after another, as far as that can be told; a day alone is a whole one."""
    if isinstance(one, dt.datetime) and isinstance(other, dt.datetime):
        if (one.tzinfo is None) == (other.tzinfo is None):
            return one > other
        return one.replace(tzinfo=None) > other.replace(tzinfo=None)
    return one.timetuple()[:3] > other.timetuple()[:3]
