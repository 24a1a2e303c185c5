"""Asking an address, and what each answer says of the place, in words for people."""

from __future__ import annotations

import datetime as dt

from discrepancy.errors import NotFetched
from discrepancy.fetching.asked import Answer, Fetcher, Request
from discrepancy.fetching.refusals import Barred, Unusable
from discrepancy.followed import Condition, Poll
from discrepancy.watch.polling.looked import Looked, failed, same

__all__ = ["ask"]

_NO_ENTRY = frozenset({401, 402, 403, 407, 451})
_GONE = frozenset({404, 410})
_TOO_MANY = 429


def ask(poll: Poll, fetcher: Fetcher, now: dt.datetime) -> Answer | Looked:
    """Ask for what stands at a place, unless it is what it was.

    Returns:
        The answer where it brings a body; else what came of the look.
    """
    try:
        answer = fetcher.ask(Request(address=poll.address, etag=poll.etag, modified=poll.modified))
    except NotFetched as problem:
        return failed(poll, _condition(problem), f"{problem.what} {problem.remedy}".strip(), now)
    if answer.status == 304 and poll.digest:
        return same(poll, now, answer)
    if answer.status == 200:
        if answer.data.strip():
            return answer
        return failed(poll, Condition.MALFORMED, "gives an empty answer.", now, wait=answer.wait)
    condition, why = _told(answer)
    return failed(poll, condition, why, now, wait=answer.wait)


def _condition(problem: NotFetched) -> Condition:
    if isinstance(problem, Barred):
        return Condition.REFUSED
    return Condition.MALFORMED if isinstance(problem, Unusable) else Condition.DOWN


def _told(answer: Answer) -> tuple[Condition, str]:
    status = answer.status
    if status in _NO_ENTRY:
        return (
            Condition.REFUSED,
            f"does not let programs in ({status}). Ask its publisher for a way in, or take it out.",
        )
    if status in _GONE:
        return Condition.GONE, f"is not there ({status}). Look up where it is now, and correct its address."
    if status == _TOO_MANY or (status >= 500 and answer.wait is not None):
        return Condition.LIMITED, f"asks to be left alone for a while ({status}). Look at it less often."
    if status >= 500:
        return Condition.DOWN, f"has trouble of its own ({status}). It is asked again later."
    return Condition.MALFORMED, f"gives an answer that can not be used ({status}). Check its address in a browser."
