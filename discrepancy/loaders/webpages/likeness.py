"""Whether two titles are of one article, and two addresses of one page."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from discrepancy.loaders.layout.shape import content_words

__all__ = ["alike", "host_of", "key", "same_address"]

_NO_LETTER = re.compile(r"[\W_]+")
_ENOUGH = 0.5
_LONGEST = 1000


def key(text: str) -> str:
    """The letters and figures of a text alone, in lower case: for comparing what two readers made of one paragraph."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFC", text)).casefold()


def alike(one: str, other: str) -> bool:
    """Whether two titles share half of the words of the shorter one."""
    a, b = content_words(one[:_LONGEST]), content_words(other[:_LONGEST])
    if not a or not b:
        return bool(key(one)) and key(one) == key(other)
    return len(a & b) >= _ENOUGH * min(len(a), len(b)) and len(a & b) >= min(2, len(a), len(b))


def same_address(one: str, other: str) -> bool:
    """Whether two addresses lead to one page: its AMP or mobile form, and what follows "?", make no other page."""
    return bool(_page(one)) and _page(one) == _page(other)


def host_of(address: str) -> str:
    """The site of an address, without "www."; empty where it is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _page(address: str) -> str:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    host = re.sub(r"^(?:www|m|mobile|amp)\.", "", (parts.hostname or "").lower())
    path = re.sub(r"(?:/amp(?=/|$)|\.amp(?=\.html?$|$)|/index\.html?$)", "", parts.path).rstrip("/")
    return f"{host}{path}" if host and path else ""
