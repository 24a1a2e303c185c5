"""The parts of a page's article in their order, each with its role."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.loaders.articles import Part, part
from discrepancy.loaders.webpages.arranged import BY_ZONE, Arranged
from discrepancy.loaders.webpages.bylines_shown import is_about_author
from discrepancy.loaders.webpages.likeness import key
from discrepancy.loaders.webpages.roles import role_at
from discrepancy.loaders.webpages.zones import Zone
from discrepancy.model import BlockRole

__all__ = ["parts_of"]

_REPEATED = 20
"""Letters and figures from which on what stands twice was put there twice."""
_MOSTLY = 0.85
"""The share of a quote's words that a paragraph has in their order where the quote is set off from it."""
_FEWEST = 4
"""Words of a quote that can be looked for."""
_WORD = re.compile(r"\w+")
_TO_READER = re.compile(r"\b(?:send|write|e-?mail|contact|tell|reach)\b[^.]{0,80}?[\w.+-]+@\w", re.IGNORECASE)
_MOST_WORDS_TO_READER = 40
_ONCE = (BlockRole.BODY, BlockRole.SUBHEAD, BlockRole.SUMMARY, BlockRole.CAPTION)
_TEXT = (BlockRole.BODY, BlockRole.CAPTION, BlockRole.SUBHEAD)

_Told = list[tuple[int, BlockRole]]


def parts_of(page: Arranged) -> list[Part]:
    """The headline, what stands between it and the text, the text with what stands in it, and what follows it."""
    headline = [part(page.title, BlockRole.HEADLINE, "headline")] if page.title else []
    start = page.first if page.headline is None else page.headline + 1
    inside = set(page.root.iter())
    told = _above(page)
    for number in range(start, len(page.blocks)):
        block = page.blocks[number]
        if block.element in inside and key(block.text) != key(page.title):
            role = role_at(page, number)
            told += [(number, role)] if role is not None else []
    return [*headline, *_numbered(page, _without_notices(page, _without_copies(page, told)))]


def _above(page: Arranged) -> _Told:
    """The lead picture, where it stands over the headline."""
    found = []
    for number in range(page.headline or 0):
        zone = page.zone(number)
        if zone in (Zone.CAPTION, Zone.CREDIT) and page.root in page.blocks[number].element.iterancestors():
            found.append((number, BY_ZONE[zone]))
    return found


def _without_copies(page: Arranged, told: _Told) -> _Told:
    """What a page gives twice (for narrow screens, as a quote set off) once, the other time as furniture."""
    bodies = [number for number, role in told if role is BlockRole.BODY]
    paragraphs = [_words(page.blocks[number].text) for number in bodies if not _is_quote(page, number)]
    seen: set[tuple[str, BlockRole]] = set()
    found = []
    for number, role in told:
        own = key(page.blocks[number].text)
        again = role in _ONCE and (own, role) in seen and len(own) >= _REPEATED
        if role is BlockRole.BODY and _is_quote(page, number):
            again = again or _stands_in(_words(page.blocks[number].text), paragraphs)
        seen.add((own, role))
        found.append((number, BlockRole.FURNITURE if again else role))
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _stands_in(quote: list[str], paragraphs: list[list[str]]) -> bool:
    """Whether a paragraph has nearly all words of a quote in their order: "he said" may stand between them."""
    if len(quote) < _FEWEST:
        return False
    return any(_in_order(quote, words) >= _MOSTLY * len(quote) for words in paragraphs if set(quote[:2]) & set(words))


def _in_order(quote: list[str], words: list[str]) -> int:
    """How many words of a quote a paragraph has, each behind the one before it."""
    at = found = 0
    for word in quote:
        try:
            at = words.index(word, at) + 1
        except ValueError:
            continue
        found += 1
    return found


def _is_quote(page: Arranged, number: int) -> bool:
    """Whether a block is set off as a quote: it is marked as one, or all of it is in quotation marks."""
    block = page.blocks[number]
    if any(each.tag == "blockquote" for each in (block.element, *block.element.iterancestors())):
        return True
    return block.text[0] in '"\u201c\u2018' and block.text.rstrip(".,")[-1] in '"\u201d\u2019'


def _without_notices(page: Arranged, told: _Told) -> _Told:
    """What the article's end has of the author and for the reader as furniture, with the headings over it."""
    found: _Told = []
    after = False
    for number, role in reversed(told):
        text = page.blocks[number].text
        notice = role is BlockRole.BODY and (_is_to_reader(text) or is_about_author(text, page.authors))
        headless = role is BlockRole.SUBHEAD and not after
        found.append((number, BlockRole.FURNITURE if notice or headless else role))
        after = (after or role in _TEXT) and not notice and not headless
    return found[::-1]


def _is_to_reader(text: str) -> bool:
    """Whether a short paragraph gives an address to write to."""
    return bool(_TO_READER.search(text)) and len(text.split()) <= _MOST_WORDS_TO_READER


def _numbered(page: Arranged, told: _Told) -> Iterator[Part]:
    """The parts, each with its place: the article's paragraphs and its captions are counted."""
    counts = {BlockRole.BODY: 0, BlockRole.CAPTION: 0}
    names = {BlockRole.BODY: "paragraph", BlockRole.CAPTION: "caption"}
    for number, role in told:
        place = role.value
        if role in counts:
            counts[role] += 1
            place = f"{names[role]} {counts[role]}"
        yield part(page.blocks[number].text, role, place)
