"""RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom: one document an entry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.errors import EmptyInput
from discrepancy.loaders.articles import each_by_itself, to_document
from discrepancy.loaders.entries.feed_entry import article_of, has_content, why_no_article
from discrepancy.loaders.entries.xml_feed import Feed, read_feed
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.markup.root import root_of
from discrepancy.model import Skipped

__all__ = ["LOADER"]

_MOST_BYTES = 20_000_000
"""A feed of some hundred whole articles has two megabytes, an export of a blog ten."""
_ATOM = ("http://www.w3.org/2005/atom", "http://purl.org/atom/")
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
# Other things than feeds are written in RDF; a feed names its vocabulary at once.
_RSS_IN_RDF = (
    b"http://purl.org/rss/1.0/",
    b"http://my.netscape.com/rdf/simple/0.9",
    b"http://channel.netscape.com/rdf",
)


def claims(_path: PurePath, head: bytes) -> bool:
    """Whether this is RSS or Atom: by its root element, whatever its name."""
    root = root_of(head)
    if root is None:
        return False
    name, namespace = root.name.lower(), root.namespace.lower()
    if name == "rss":
        return True
    if name in ("feed", "entry"):
        return namespace.startswith(_ATOM)
    return name == "rdf" and namespace == _RDF and any(uri in head.replace(b"\x00", b"") for uri in _RSS_IN_RDF)


def load(given: Given) -> Iterator[Outcome]:
    """Read every entry.

    Raises:
        EmptyInput: the feed has no entry.
        Malformed, Unsafe, TooLarge: see :func:`read_feed`.
    """
    feed = read_feed(given.read(), given.display)
    if not feed.entries:
        raise EmptyInput(
            "is a feed without entries.", where=given.display, remedy="Save the feed again when it has some."
        )
    elsewhere = any(has_content(entry) for entry in feed.entries)
    yield from each_by_itself(
        feed.entries, lambda _, number: _outcome(feed, number, given, content_elsewhere=elsewhere), lone=1
    )
    if feed.problem is not None:
        yield feed.problem


def _outcome(feed: Feed, number: int, given: Given, *, content_elsewhere: bool) -> Outcome:
    where = given.place(number)
    article = article_of(feed, number, where, content_elsewhere=content_elsewhere)
    why = why_no_article(feed.entries[number - 1], article)
    if why:
        line = f" (line {feed.lines[number - 1]})" if feed.lines else ""
        return Skipped(where, f"{why}{line}")
    return to_document(article, given)


LOADER = Loader(
    name="feed", suffixes=frozenset({".rss", ".atom"}), claims=claims, load=load, most_bytes=_MOST_BYTES, order=40
)
