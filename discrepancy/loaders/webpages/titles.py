"""The title of a page: cut off from the site's name, and the headline that agrees with it."""

from __future__ import annotations

import re

from discrepancy.loaders.webpages.likeness import key

__all__ = ["names_article", "site_in_title", "without_site"]

_BETWEEN = re.compile(r"\s+[|\u2013\u2014\u00b7\u2022\u00bb\u00ab:-]+\s+|\s*[|\u00bb\u00ab]\s*|:\s+(?=[A-Z])")
_FOR_PRINT = re.compile(
    r"\bprint(?:able|er)?(?:[- ]friendly)?(?: this)? (?:article|page|story|version|view)\b", re.IGNORECASE
)
_MOST_SITE_WORDS = 5
_LONGEST = 500


def names_article(title: str) -> bool:
    """Whether a window's title may be the article's: that of a print view often says only what the window is for."""
    return not _FOR_PRINT.search(title[:_LONGEST])


def without_site(title: str, site: str, headline: str = "") -> str:
    """A title without the site's name before or behind it.

    Args:
        title: of the window: "Ferry runs aground - The Harbour Post".
        site: the name of the site, where it is known.
        headline: on the page, where it has one: what equals a piece of the title is the title.
    """
    text = " ".join(title[:_LONGEST].split())
    marks = list(_BETWEEN.finditer(text))
    for mark in marks:
        for inside in (text[: mark.start()], text[mark.end() :]):
            if headline and key(inside) == key(headline):
                return inside
    for mark in reversed(marks):
        if site and key(site) in (key(text[mark.end() :]), key(text[mark.end() :]).removeprefix("the")):
            return without_site(text[: mark.start()], "", headline)
    if site and marks and key(text[: marks[0].start()]) == key(site):
        return text[marks[0].end() :]
    hard = [mark for mark in marks if mark.group().strip() != ":"]
    if not site and hard and _is_short(text[hard[-1].end() :], text[: hard[-1].start()]):
        return text[: hard[-1].start()]
    return text


def site_in_title(title: str, headline: str) -> str:
    """The site's name, where a title is the page's headline and one short name; else empty."""
    text = " ".join(title[:_LONGEST].split())
    for mark in _BETWEEN.finditer(text):
        before, after = text[: mark.start()], text[mark.end() :]
        if headline and key(before) == key(headline) and len(after.split()) <= _MOST_SITE_WORDS:
            return after
    return ""


def _is_short(tail: str, head: str) -> bool:
    return 0 < len(tail.split()) <= _MOST_SITE_WORDS < len(head.split()) + 2
