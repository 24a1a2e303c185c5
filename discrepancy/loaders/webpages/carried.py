"""The page in an MHTML file: the part that its headers name, else the first page in it.

Source: RFC 2557 (MHTML), RFC 2387 (multipart/related and its ``start``), and the headers that Blink writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message

from discrepancy.errors import Malformed, Unsafe

__all__ = ["Carried", "page_in"]

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_MOST_PARTS = 5000
_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Carried:
    """A page with what its carrier says of it: its encoding and its address, each empty where that is not said."""

    data: bytes
    charset: str
    address: str


def page_in(data: bytes, where: str) -> Carried:
    """The page in an MHTML file.

    Raises:
        Malformed: there is none in it, or nothing is left of it.
        Unsafe: it has more parts than any page.
    """
    try:
        message = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))
        pages = list(_pages(message, where, 0))
        address = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
        chosen = _main(message, pages, address)
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        # The parser of the standard library slips on headers that no browser writes.
        raise _malformed("has headers that can not be read.", where) from None
    if chosen is None:
        raise _malformed("holds no web page.", where)
    body = chosen.get_payload(decode=True)
    if not isinstance(body, bytes) or not body.strip():
        raise _malformed("holds a web page of which nothing is left.", where)
    own = _header(chosen, "Content-Location")
    every = [each for each in (address, own) if each.startswith(("http://", "https://"))]
    return Carried(body, _charset(chosen), next(iter(every), ""))


def _pages(message: Message, where: str, depth: int) -> Iterator[Message]:
    parts = message.get_payload() if message.is_multipart() else None
    if not isinstance(parts, list):
        if message.get_content_type() in _PAGES:
            yield message
        return
    if len(parts) > _MOST_PARTS or depth > _DEEPEST:
        raise Unsafe("has more parts than any page.", where=where, remedy="It was not read.")
    for each in parts:
        if isinstance(each, Message):
            yield from _pages(each, where, depth + 1)


def _main(message: Message, pages: list[Message], address: str) -> Message | None:
    """The part that is the page itself: frames and adverts are pages too."""
    start = message.get_param("start")
    for name, wanted in (("Content-ID", start if isinstance(start, str) else ""), ("Content-Location", address)):
        for page in pages:
            if wanted and _header(page, name).strip("<>") == wanted.strip("<>"):
                return page
    return next(iter(pages), None)


def _header(message: Message, name: str) -> str:
    """The value of a header on one line; empty without one."""
    return "".join(str(message.get(name) or "").split())


def _charset(message: Message) -> str:
    return str(message.get_content_charset() or "")


def _malformed(what: str, where: str) -> Malformed:
    return Malformed(what, where=where, remedy="It may be cut off: save the page again, as one file or as HTML.")
