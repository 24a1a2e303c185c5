"""The role of each block of a page's article, by where it stands: above the text, in it, below it."""

from __future__ import annotations

from discrepancy.loaders.layout.bylines import is_name_line
from discrepancy.loaders.layout.furniture import is_furniture, is_label, is_page_line, is_section_heading
from discrepancy.loaders.layout.shape import content_words, tokens
from discrepancy.loaders.webpages.arranged import BY_ZONE, MARKS, Arranged, said_role
from discrepancy.loaders.webpages.blocks import MOSTLY_LINKS, PageBlock
from discrepancy.loaders.webpages.bylines_shown import is_about_author
from discrepancy.loaders.webpages.class_names import is_named
from discrepancy.loaders.webpages.extraction import running
from discrepancy.loaders.webpages.figures import is_credit, stands_with_picture
from discrepancy.loaders.webpages.likeness import key
from discrepancy.loaders.webpages.zones import Zone
from discrepancy.model import BlockRole

__all__ = ["role_at"]

_LINE = 300
_FEWEST_WORDS = 4
_SHARED = 2
_LISTED = frozenset({"li", "tr", "td", "dd", "dt"})
_PLAIN = frozenset({"p", "dt", "dd", "pre", "div", "section", "blockquote"})
_HEADINGS = (Zone.HEADING, Zone.HEADLINE)


def role_at(page: Arranged, number: int) -> BlockRole | None:
    """The role of a block; None for what is left out."""
    if number < page.first:
        return _above(page, number)
    return _below(page, number) if number > page.last else _inside(page, number)


def _above(page: Arranged, number: int) -> BlockRole | None:
    """The role of what stands between the headline and the text."""
    block, zone = page.blocks[number], page.zone(number)
    if zone is Zone.FURNITURE or is_page_line(block.text) or (block.name == "li" and block.inner >= MOSTLY_LINKS):
        return None
    if zone in BY_ZONE:
        return _in_zone(page, number, zone)
    said = said_role(block.text)
    if said is not None:
        return said
    if len(block.text) <= _LINE and (key(block.text) in map(key, page.authors) or is_name_line(block.text)):
        return BlockRole.CREDIT
    if stands_with_picture(block):
        return BlockRole.CREDIT if is_credit(block) else BlockRole.CAPTION
    if zone is Zone.HEADING and _opens_text(page, number):
        return BlockRole.SUBHEAD
    if zone in (Zone.HEADING, Zone.TEXT) and not block.linked and not is_furniture(block.text):
        return BlockRole.SUMMARY if _is_deck(page, number) else None
    return None


def _in_zone(page: Arranged, number: int, zone: Zone) -> BlockRole:
    """The role of text in a zone that is for one thing; the line in a caption that names the photographer is apart."""
    if zone is Zone.CAPTION and is_credit(page.blocks[number]):
        return BlockRole.CREDIT
    return BY_ZONE[zone]


def _opens_text(page: Arranged, number: int) -> bool:
    """Whether a heading stands right over the text, below the byline or date: it is no second headline."""
    if number + 1 != page.first or not page.beside(number):
        return False
    return BY_ZONE.get(page.zone(number - 1)) in MARKS or said_role(page.blocks[number - 1].text) in MARKS


def _is_deck(page: Arranged, number: int) -> bool:
    """Whether a line above the text says in short what the article says."""
    block = page.blocks[number]
    if running(block) or key(block.text) in map(key, page.decks) or block.name in ("h2", "h3"):
        return True
    if len(tokens(block.text)) < _FEWEST_WORDS:
        return False
    article = content_words(" ".join(page.blocks[each].text for each in sorted(page.chosen.text)[:8]))
    return len(content_words(block.text) & article) >= _SHARED


def _inside(page: Arranged, number: int) -> BlockRole:
    """The role of what stands in the text."""
    block, zone = page.blocks[number], page.zone(number)
    marked = _by_marks(page, number)
    if marked is not None:
        return marked
    if number in page.chosen.text:
        return BlockRole.BODY
    if zone is Zone.ASIDE:
        return BlockRole.FURNITURE
    if stands_with_picture(block):
        return BlockRole.CREDIT if is_credit(block) else BlockRole.CAPTION
    plain = block.name in _LISTED or (block.name in _PLAIN and not block.linked)
    return BlockRole.BODY if plain and page.beside(number) else BlockRole.FURNITURE


def _by_marks(page: Arranged, number: int) -> BlockRole | None:
    """The role that its place in the markup gives a block of the text; None where it gives none."""
    block, zone = page.blocks[number], page.zone(number)
    if zone in (Zone.FURNITURE, Zone.PULL_QUOTE):
        return BlockRole.FURNITURE
    if zone is Zone.DATE:
        return BlockRole.DATELINE if len(block.text) <= _LINE else BlockRole.BODY
    if key(block.text) in map(key, page.authors):
        return BlockRole.CREDIT
    if _leads_on(block):
        return BlockRole.FURNITURE
    if zone in BY_ZONE and zone is not Zone.SUMMARY:
        return _in_zone(page, number, zone)
    return _of_heading(page, number) if zone in _HEADINGS else None


def _leads_on(block: PageBlock) -> bool:
    """Whether a block is a link to something else, or an entry of a table of contents."""
    links = block.linked + (block.inner if block.name == "li" else 0)
    return links >= MOSTLY_LINKS and len(block.text) <= _LINE


def _of_heading(page: Arranged, number: int) -> BlockRole:
    """A heading in the text is a subhead, unless it heads links or a box."""
    text = page.blocks[number].text
    if is_section_heading(text) or is_label(text) or is_page_line(text) or is_furniture(text):
        return BlockRole.FURNITURE
    return BlockRole.SUBHEAD if page.beside(number) or number + 1 in page.chosen.text else BlockRole.FURNITURE


def _is_all_listed(page: Arranged, number: int) -> bool:
    """Whether only rows and entries stand between the last paragraph and a block: a list or table ends the article."""
    between = range(page.last + 1, number)
    return all(page.blocks[each].name in _LISTED or page.zone(each) is Zone.HEADING for each in between)


def _below(page: Arranged, number: int) -> BlockRole | None:
    """The role of what follows the last paragraph: corrections, who contributed, captions beside the text."""
    block, zone = page.blocks[number], page.zone(number)
    if zone is Zone.FURNITURE:
        return None
    said = said_role(block.text)
    if zone is Zone.CORRECTION or said is BlockRole.CORRECTION:
        return BlockRole.CORRECTION
    if block.linked >= MOSTLY_LINKS or is_about_author(block.text, page.authors):
        return None
    near = page.beside(number) or is_named(block.element, "byline")
    if zone in (Zone.CAPTION, Zone.CREDIT) and near:
        return _in_zone(page, number, zone)
    if near and block.name in _LISTED and zone is Zone.TEXT and _is_all_listed(page, number):
        return BlockRole.BODY
    return said if near and said in MARKS else None
