"""What came of one look at a place, and the place as it is known after it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from discrepancy.fetching.asked import Answer
from discrepancy.followed import Condition, Found, Poll

__all__ = ["Looked", "failed", "same", "went_well"]


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of a look.

    Attributes:
        poll: the place as it is known now, but for what the schedule sets: ``next_at``, the counts of looks, and
            ``changed_at``, since whether anything is new is known only when it is kept.
        found: the articles to be kept, in the order in which they stand there.
        changed: whether there was anything to look through: False where nothing moved since the look before.
        wait: for how long the server asks to be left alone; None where it does not.
    """

    poll: Poll
    found: tuple[Found, ...] = ()
    changed: bool = False
    wait: dt.timedelta | None = None


def failed(poll: Poll, condition: Condition, why: str, now: dt.datetime, *, wait: dt.timedelta | None = None) -> Looked:
    """A look that gave nothing.

    What was known of the place stays as it is, so that a body that was read well before an outage is not read again
    after it.
    """
    return Looked(replace(poll, condition=condition, why=why, asked_at=now), wait=wait)


def same(poll: Poll, now: dt.datetime, answer: Answer | None = None) -> Looked:
    """A look that found all as it was; what was to be said of the place before is still to be said."""
    why = poll.why if poll.condition is Condition.WELL else ""
    seen = replace(poll, condition=Condition.WELL, why=why, asked_at=now, answered_at=now)
    if answer is None:
        return Looked(seen)
    return Looked(_asked_next(seen, answer), wait=answer.wait)


def went_well(
    poll: Poll,
    found: tuple[Found, ...],
    now: dt.datetime,
    *,
    digest: str,
    items: int,
    why: str = "",
    answer: Answer | None = None,
) -> Looked:
    """A look at something that is not what it was.

    Args:
        poll: as it was known.
        found: what was found.
        now: when it was looked at.
        digest: of what was looked through.
        items: how many articles there are.
        why: what else is to be said, in words.
        answer: of what was asked; None for a folder.
    """
    seen = replace(
        poll,
        condition=Condition.WELL,
        why=why,
        asked_at=now,
        answered_at=now,
        digest=digest,
        items=items,
    )
    if answer is None:
        return Looked(seen, found, changed=True)
    return Looked(_asked_next(seen, answer), found, changed=True, wait=answer.wait)


def _asked_next(poll: Poll, answer: Answer) -> Poll:
    """The place with what to ask next. An answer that says nothing changed need not repeat what it is known by."""
    unchanged = answer.status == 304
    return replace(
        poll,
        address=answer.address if answer.moved and answer.address else poll.address,
        etag=answer.etag or (poll.etag if unchanged else ""),
        modified=answer.modified or (poll.modified if unchanged else ""),
    )
