"""Looking at a feed: asked only for what is new, and cut into items only where its bytes are other ones."""

from __future__ import annotations

import datetime as dt
from hashlib import sha256
from pathlib import PurePath
from typing import Final

from discrepancy.errors import InputError
from discrepancy.fetching.asked import Answer, Fetcher
from discrepancy.followed import Condition, Found, Poll
from discrepancy.loaders.entries.cut import Cut
from discrepancy.loaders.intake.loader import HEAD_BYTES
from discrepancy.watch.configured import Source
from discrepancy.watch.polling.asking import ask
from discrepancy.watch.polling.identity import Item, absolute, item_of, known_by
from discrepancy.watch.polling.looked import Looked, failed, same, went_well

__all__ = ["MOST_ITEMS", "look_at_feed"]

MOST_ITEMS: Final = 500
"""Items of one feed that are looked at: a feed of an agency has a hundred."""
_HTML = frozenset({"text/html", "application/xhtml+xml"})


def look_at_feed(source: Source, poll: Poll, fetcher: Fetcher, now: dt.datetime) -> Looked:
    """Look at a feed once.

    What has left the feed is not gone: feeds hold the newest items only.

    Args:
        source: the feed.
        poll: how it was last looked at.
        fetcher: asks its address.
        now: the time.
    """
    answer = ask(poll, fetcher, now)
    if isinstance(answer, Looked):
        return answer
    digest = sha256(answer.data).hexdigest()
    if digest == poll.digest:
        return same(poll, now, answer)
    if _is_page(answer):
        why = "gives a web page and no feed: a cookie wall or a log-in, or its address is that of a page. "
        return failed(poll, Condition.WALLED, f"{why}Open it in a browser.", now, wait=answer.wait)
    try:
        cut = _cut(answer)
    except InputError as problem:
        why = f"{problem.what} {problem.remedy}".strip()
        return failed(poll, Condition.MALFORMED, why, now, wait=answer.wait)
    items = [item_of(entry, answer.address) for entry in cut.entries]
    found = tuple(_found(source, item, keys) for item, keys in known_by(items, absolute(answer.address, cut.home)))
    return went_well(poll, found, now, digest=digest, items=cut.count, why=_why(cut), answer=answer)


def _is_page(answer: Answer) -> bool:
    from discrepancy.loaders.webpages.look import looks_like_page

    name = "page.html" if answer.kind in _HTML else "feed.xml"
    begins_like_json = answer.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"["))
    return not begins_like_json and looks_like_page(PurePath(name), answer.data[:HEAD_BYTES])


def _cut(answer: Answer) -> Cut:
    if answer.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        from discrepancy.loaders.entries.cut_json import cut_json

        return cut_json(answer.data, answer.address, MOST_ITEMS)
    from discrepancy.loaders.entries.cut_xml import cut_xml

    return cut_xml(answer.data, answer.address, MOST_ITEMS)


def _found(source: Source, item: Item, keys: tuple[str, ...]) -> Found:
    """An item as what was found; without an address to follow, its own text is all that there is."""
    follow = source.follow and bool(item.address)
    return Found(
        source=source.name,
        keys=keys,
        address=item.address,
        name="" if follow else item.name,
        title=item.title,
        data=b"" if follow else item.data,
        follow=follow,
    )


def _why(cut: Cut) -> str:
    more = cut.count - MOST_ITEMS
    few = f"has {cut.count:,} items, of which the last {more:,} were not looked at." if more > 0 else ""
    return f"{cut.why} {few}".strip()
