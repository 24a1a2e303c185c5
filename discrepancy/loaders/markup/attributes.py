"""Tags of HTML with more attributes than any page has: the parser compares each of a tag's with all others."""

from __future__ import annotations

import re

from discrepancy.errors import Unsafe

__all__ = ["ensure_few_attributes"]

_MOST = 1000
"""Attributes of one tag: pages have fifty at most, forty thousand keep the parser busy for half a minute."""
_TOKENS = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')|<[A-Za-z]|>|[\s/\"'](?=[^\s/>\"'=])")
"""What tells tags and their attributes apart: a value in quotation marks, a tag's two ends, an attribute's beginning.
A value begins behind ``=`` alone, as for the parser, so that no stray quotation mark hides what follows."""


def ensure_few_attributes(text: str, where: str) -> None:
    """Refuse what would take the parser the square of its length.

    Args:
        text: HTML.
        where: the path to show.

    Raises:
        Unsafe: a tag has more attributes than any page's.
    """
    if len(text) < 2 * _MOST:
        return
    count = -1  # outside of a tag
    for token in _TOKENS.finditer(text):
        sign = text[token.start()]
        if sign == "<":
            count = max(count, 0)
        elif sign == ">":
            count = -1
        elif count >= 0:
            # A value that ends without white space may have another attribute right behind it.
            count += 1
            if count > 2 * _MOST:
                raise Unsafe(
                    f"has a tag with more than {_MOST:,} attributes.",
                    where=where,
                    remedy="It was not read. Copy the article's text into a .txt file and give that.",
                )
