"""The outlet that a feed comes from, of a title that names a section beside it: "The Echo | Top stories"."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from discrepancy.loaders.layout.shape import tokens

__all__ = ["outlet_of"]

_BETWEEN = re.compile(r"\s+(?:[|\u00bb\u203a>:-]|\u2013|\u2014)\s+|:\s+")
_ARTICLES = ("the", "an", "a")
_SHORTEST = 3
"""Letters that a name must have in common with its site's address: of two many names are made."""


def outlet_of(title: str, address: str) -> str:
    """The part of a feed's title that its site is called by; the whole title where none, or more than one, is.

    Args:
        title: the feed's.
        address: of the feed's site, or of one of its pages.
    """
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return title
    labels = [label.replace("-", "") for label in host.casefold().split(".")[:-1]]
    parts = _BETWEEN.split(title)
    named = [each for each in parts if any(label in labels for label in _spellings(each))]
    return named[0].strip() if len(parts) > 1 and len(named) == 1 else title


def _spellings(name: str) -> list[str]:
    """How a name may stand in an address: in one word, without its article, by its words' first letters."""
    found = [word.casefold() for word in tokens(name)]
    bare = found[1:] if found and found[0] in _ARTICLES else found
    forms = ["".join(found), "".join(bare), "".join(word[0] for word in found), "".join(word[0] for word in bare)]
    return [form for form in forms if len(form) >= _SHORTEST]
