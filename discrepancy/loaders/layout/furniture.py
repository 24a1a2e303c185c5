"""What is on the page and not of the article: menus, links to other stories, boxes, adverts, notices."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.lexicon import words
from discrepancy.loaders.layout.patterns import opening, phrases
from discrepancy.loaders.layout.shape import bare, tokens

__all__ = ["is_advert_label", "is_furniture", "is_label", "is_page_line", "is_section_heading", "looks_like_advert"]

_LONGEST = 700
_SURE_UP_TO = 400
_GLUED = re.compile(
    r"(?:Video|Photos?|Audio|Gallery|Watch|Listen|Interactive|Live|Podcast)(?=[A-Z'\"\u201c\u2018][\w'\u2019]+\s)"
)
_BRACKETED_LINK = re.compile(
    r"\[[^\]]*(?:\bclick\b|\bwatch\b|\bvideo\b|\bread\b|https?:|\.(?:com|org|net|example)\b)[^\]]*\]?$", re.IGNORECASE
)
_LINK_ONLY = re.compile(r"\W*(?:https?://|www\.)\S+\W*$")
_PAGE_NUMBER = re.compile(r"page \d{1,3}(?:(?: of|/) ?\d{1,3})?$", re.IGNORECASE)
_MORE_FROM = re.compile(
    r"(?:more|latest|best|news|stories|trending|popular|read more|top stories|most read)"
    r" (?:from|in|on|about|stories|for)\b(?: [\w'&.-]+){1,5}$"
)
_ADVERT_CUE = re.compile(
    r"\b(?:call|save|off|free|sale|offer|discount|order|shop|buy|book|today|now|quote|your|you|deals?|guaranteed|"
    r"limited|visit|apply|financing|warranty|estimate)\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[\"\u201c\u201d]")
_ADVERT_LABELS = frozenset(
    {
        "ad",
        "ads",
        "advert",
        "adverts",
        "advertisement",
        "advertisements",
        "advertising",
        "sponsored",
        "promoted",
        "paid content",
        "sponsor message",
        "sponsor's message",
        "paid post",
        "a message from our sponsor",
    }
)


def is_section_heading(text: str) -> bool:
    """Whether a line heads a list of other stories, adverts or comments."""
    if len(text) > 60:
        return False
    line = bare(text)
    return line in words("furniture_headings") or bool(_MORE_FROM.match(line))


def is_page_line(text: str) -> bool:
    """Whether a line is a menu entry, a button or a notice: "Share", "Skip to content", a bare link."""
    if len(text) > 60:
        return bool(_LINK_ONLY.match(text[:300]))
    line = bare(text)
    return not line or line in words("furniture_lines") or bool(_LINK_ONLY.match(text) or _PAGE_NUMBER.match(line))


def is_label(text: str) -> bool:
    """Whether a line ends right after a label that points elsewhere: "Read more:"."""
    return len(text) <= 60 and text.rstrip()[-1] in ":|>\u00bb\u203a\u2192" and bare(text) in words("furniture_labels")


def is_furniture(text: str) -> bool:
    """Whether a paragraph, by what it says itself, is page furniture."""
    head = text[:_LONGEST]
    if _label().match(head) or _GLUED.match(head) or _BRACKETED_LINK.match(head):
        return True
    if len(text) > _LONGEST:
        return False
    if opening("furniture_openings").match(head):
        return True
    found = list(phrases("furniture_phrases", head))
    # A long paragraph that uses one such phrase, or one that quotes it, is an article about it; a notice is short.
    return len(found) > 1 or (len(found) == 1 and len(text) <= _SURE_UP_TO and not _quoted(head, found[0].start()))


def is_advert_label(text: str) -> bool:
    """Whether a line only says that an advert follows."""
    return len(text) <= 40 and bare(text) in _ADVERT_LABELS


def looks_like_advert(text: str) -> bool:
    """Whether a paragraph under the word "advertisement" is the advert (not the article going on)."""
    if len(text) > _SURE_UP_TO or _QUOTE.search(text):
        return False
    return len({cue.casefold() for cue in _ADVERT_CUE.findall(text)}) >= 2 and len(tokens(text)) <= 60


def _quoted(text: str, at: int) -> bool:
    return len(_QUOTE.findall(text[:at])) % 2 == 1


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(
        re.escape(label).replace(r"\ ", r"\s+").replace("'", "['\u2019]")
        for label in sorted(words("furniture_labels"), key=len, reverse=True)
    )
    return re.compile(rf"\W*(?:{labels})\s*(?::|\||>|\u00bb|\u203a|\u2192|\u2014\s|\u2013\s|-\s|--)", re.IGNORECASE)
