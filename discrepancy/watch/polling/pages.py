"""Looking at a page: one article, at one address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from discrepancy.fetching.asked import Answer, Fetcher
from discrepancy.followed import Condition, Found, Poll
from discrepancy.watch.configured import Source
from discrepancy.watch.polling.asking import ask
from discrepancy.watch.polling.identity import address_key, canonical
from discrepancy.watch.polling.looked import Looked, same, went_well

__all__ = ["look_at_page"]

# Source: the media types registered with IANA. Loaders know most files by what they hold, and few need the name.
_SUFFIXES: Final = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/rtf": ".rtf",
}


def look_at_page(
    source: Source, poll: Poll, fetcher: Fetcher, now: dt.datetime, article_keys: Sequence[str] = ()
) -> Looked:
    """Look at a page once.

    Args:
        source: the page, or the feed that led to it.
        poll: how it was last looked at.
        fetcher: asks its address.
        now: the time.
        article_keys: what the article is known by where a feed led to it.
    """
    answer = ask(poll, fetcher, now)
    keys = tuple(article_keys) or _keys(source, poll)
    address = canonical(poll.address) or poll.address
    if isinstance(answer, Looked):
        if answer.poll.condition is not Condition.GONE:
            return answer
        # Should the very bytes come back, they are to be seen again.
        forgotten = replace(answer.poll, digest="", etag="", modified="")
        gone = Found(source=source.name, keys=keys, address=address, gone=True)
        return Looked(forgotten, (gone,), changed=poll.condition is not Condition.GONE, wait=answer.wait)
    digest = sha256(answer.data).hexdigest()
    if digest == poll.digest:
        return same(poll, now, answer)
    found = Found(source=source.name, keys=keys, address=address, name=_name(answer), data=answer.data)
    return went_well(poll, (found,), now, digest=digest, items=1, answer=answer)


def _keys(source: Source, poll: Poll) -> tuple[str, ...]:
    """What the page is known by: the address in the configuration, wherever redirects lead from there."""
    return tuple(dict.fromkeys(key for at in (source.address, poll.address) if (key := address_key(at))))


def _name(answer: Answer) -> str:
    """A file's name for the body: by its media type, else by what its address ends in."""
    from discrepancy.loaders.intake.registry import known_suffixes

    suffix = _SUFFIXES.get(answer.kind)
    if suffix is None and "html" not in answer.kind:
        ending = PurePosixPath(unquote(urlsplit(answer.address).path)).suffix.lower()
        suffix = ending if ending in known_suffixes() else None
    return f"page{suffix or '.html'}"
