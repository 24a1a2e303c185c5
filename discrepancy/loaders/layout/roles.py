"""What each unit is where it stands: the head of the page, the article, and the furniture around and inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from discrepancy.lexicon import words
from discrepancy.loaders.layout.bylines import is_sign_off
from discrepancy.loaders.layout.captions import is_wire_signed
from discrepancy.loaders.layout.furniture import looks_like_advert
from discrepancy.loaders.layout.head import body_start, head_roles
from discrepancy.loaders.layout.kinds import SAID_ROLES, Kind, bullet_end
from discrepancy.loaders.layout.shape import bare, ends_sentence, tokens
from discrepancy.loaders.layout.units import Unit
from discrepancy.model import BlockRole

__all__ = ["roles_of"]

_FIXED = {
    **SAID_ROLES,
    Kind.FURNITURE: BlockRole.FURNITURE,
    Kind.AGO: BlockRole.FURNITURE,
    Kind.PARAGRAPH: BlockRole.BODY,
}
_BESIDE = frozenset(
    {Kind.CAPTION, Kind.PICTURE_CREDIT, Kind.ADVERT_LABEL, Kind.FURNITURE, Kind.LABEL, Kind.STAMP, Kind.DESK}
)
_PROPER = re.compile(r"(?<=[a-z,;] )[A-Z\u00c0-\u00de][\w\u2019'-]{2,}")
_SPEECH = re.compile(r"[\"\u201c\u201d].*\b(?:said|says|told|added|asked)\b|\b(?:said|says|told|added)\b.*[\"\u201c]")
_LONGEST_SUBHEAD = 8
_IN_COMMON = 2
_SOON = 40
_PROSE = 0.3
_PAST = frozenset({"was", "were", "said", "had", "has", "have"})


@dataclass(slots=True)
class _Page:
    """The units of a page with their kinds, and the roles given so far."""

    units: list[Unit]
    kinds: list[Kind]
    roles: list[BlockRole] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    """The capitalised words of the article so far that do not begin a sentence."""

    last_paragraph: int = -1

    def kind(self, i: int) -> Kind | None:
        return self.kinds[i] if 0 <= i < len(self.kinds) else None


def roles_of(units: list[Unit], kinds: list[Kind]) -> list[BlockRole]:
    """The role of every unit."""
    start = body_start(units, kinds)
    last = max((i for i, kind in enumerate(kinds) if kind is Kind.PARAGRAPH), default=-1)
    page = _Page(units, kinds, head_roles(units, kinds, start), last_paragraph=last)
    while len(page.roles) < len(units):
        page.roles += _next(page, len(page.roles))
    _mark_repeated_title(page, start)
    return page.roles


def _next(page: _Page, i: int) -> list[BlockRole]:
    """The roles of the unit at ``i``, and of those after it that go with it."""
    kind = page.kinds[i]
    if kind is Kind.SECTION:
        return _section(page, i)
    if kind is Kind.LABEL:
        return [BlockRole.FURNITURE] * (1 + _run(page, i + 1, {Kind.BULLET, Kind.TITLE, Kind.CLIPPED, Kind.AGO}))
    if kind is Kind.ADVERT_LABEL:
        advert = i + 1 < len(page.units) and looks_like_advert(page.units[i + 1].text)
        return [BlockRole.FURNITURE] * (2 if advert else 1)
    if kind is Kind.BULLET:
        return _list(page, i)
    if kind is Kind.TITLE:
        return [_title(page, i)]
    if kind is Kind.CLIPPED:
        return [_clipped(page, i)]
    role = _FIXED[kind]
    if role is BlockRole.BODY:
        role = _paragraph(page, i)
    return [role]


def _paragraph(page: _Page, i: int) -> BlockRole:
    """A paragraph is body, unless how long ago it was posted stands right under it, or it signs the article off."""
    after = page.kind(i + 1)
    if after is Kind.AGO and not page.units[i + 1].gap:
        return BlockRole.FURNITURE
    if is_sign_off(page.units[i].text) and _is_last(page, i):
        return BlockRole.CREDIT
    if i < page.last_paragraph and is_wire_signed(page.units[i].text):
        return BlockRole.CAPTION
    page.names |= _names(page.units[i].text[:2000])
    return BlockRole.BODY


def _run(page: _Page, i: int, kinds: set[Kind]) -> int:
    """How many units from ``i`` on are of these kinds."""
    count = 0
    while page.kind(i + count) in kinds:
        count += 1
    return count


def _title(page: _Page, i: int) -> BlockRole:
    """A title-like line inside the article: a subhead stands, short, between two paragraphs; any other is a teaser."""
    unit, before = page.units[i], page.units[i - 1] if i else None
    # The lines that "The dead are:" leads up to; or a sentence that lost its full stop.
    listed = before is not None and (before.text.endswith(":") or page.kind(i - 1) is Kind.TITLE)
    if page.roles and page.roles[-1] is BlockRole.BODY and (listed or _reads_as_prose(unit.text)):
        return BlockRole.BODY
    if page.kind(i + 1) is Kind.PICTURE_CREDIT and not page.units[i + 1].gap:
        return BlockRole.CAPTION
    j = i + 1
    while page.kind(j) in _BESIDE:
        j += 1
    if page.kind(j) is Kind.PARAGRAPH and page.kind(j + 1) is Kind.AGO and not page.units[j + 1].gap:
        return BlockRole.FURNITURE
    over_list = page.kind(i + 1) is Kind.BULLET and bare(unit.text) in words("key_point_headings")
    if (page.kind(j) is Kind.PARAGRAPH and len(tokens(unit.text)) <= _LONGEST_SUBHEAD) or over_list:
        return BlockRole.SUBHEAD
    return BlockRole.CREDIT if is_sign_off(unit.text) and _is_last(page, i) else BlockRole.FURNITURE


def _reads_as_prose(text: str) -> bool:
    """Whether a line without a full stop has the small words of a sentence, which headlines leave out."""
    found = [word.casefold() for word in tokens(text)]
    small = sum(word in words("english_function_words") for word in found)
    return len(found) > _LONGEST_SUBHEAD and small >= _PROSE * len(found) and not _PAST.isdisjoint(found)


def _is_last(page: _Page, i: int) -> bool:
    """Whether no paragraph of the article comes soon after a unit."""
    j, end = i + 1, min(len(page.units), i + _SOON)
    while j < end and page.kinds[j] not in (Kind.PARAGRAPH, Kind.SECTION, Kind.LABEL):
        j += 1
    return page.kind(j) is not Kind.PARAGRAPH


def _clipped(page: _Page, i: int) -> BlockRole:
    """A line that ends in three dots: prose that trails off stands between paragraphs, a cut caption does not."""
    among = page.kind(i - 1) is Kind.PARAGRAPH and page.kind(i + 1) is Kind.PARAGRAPH
    return BlockRole.BODY if among and page.roles[-1] is BlockRole.BODY else BlockRole.FURNITURE


def _list(page: _Page, i: int) -> list[BlockRole]:
    """A list: the article's own if its entries are sentences or a paragraph leads up to it; else links to others."""
    size, entries, hanging = _list_size(page, i)
    before = page.units[i - 1].text if i else ""
    led_up_to = bool(before) and before.endswith(":") and page.roles[-1] in (BlockRole.BODY, BlockRole.SUBHEAD)
    headed = bool(before) and page.roles[-1] is BlockRole.SUBHEAD and bare(before) in words("key_point_headings")
    texts = [unit.text[bullet_end(unit.text) :] for unit in entries]
    if len(entries) == 1 and size == 1 and is_sign_off(page.units[i].text) and _is_last(page, i):
        return [BlockRole.CREDIT]
    sentences = sum(ends_sentence(text) and len(tokens(text[:200])) >= 5 for text in texts)
    own = led_up_to or headed or (sentences * 2 > len(texts) and not hanging)
    return [BlockRole.BODY if own else BlockRole.FURNITURE] * size


def _list_size(page: _Page, i: int) -> tuple[int, list[Unit], bool]:
    """How many units a list takes up, its entries, and whether paragraphs hang under them."""
    indent, j = page.units[i].indent, i
    entries, hanging = [], False
    while j < len(page.units):
        unit = page.units[j]
        if page.kinds[j] is Kind.BULLET:
            entries.append(unit)
        elif j > i and unit.indent > indent:
            hanging = True
        else:
            break
        j += 1
    return j - i, entries, hanging


def _section(page: _Page, i: int) -> list[BlockRole]:
    """A heading of other stories, and everything after it until the article clearly goes on."""
    j = i + 1
    while j < len(page.units) and not _goes_on(page, j, i):
        j += 1
    return [BlockRole.FURNITURE] * (j - i)


def _goes_on(page: _Page, j: int, heading: int) -> bool:
    """Whether the article goes on at ``j``.

    Teasers have a title over every paragraph, so three paragraphs in a row are the article again; so are two that
    name whom it named or quote somebody, and one that does so right after a list of links.
    """
    if not _free_paragraph(page, j):
        return False
    if _free_paragraph(page, j + 1):
        ties = _ties(page, j) + _ties(page, j + 1)
        return not page.names or ties > 0 or _free_paragraph(page, j + 2)
    links_only = all(page.kinds[k] is not Kind.PARAGRAPH for k in range(heading + 1, j))
    return links_only and page.kind(j - 1) is Kind.BULLET and _ties(page, j) >= _IN_COMMON


def _ties(page: _Page, j: int) -> int:
    """What a paragraph has in common with the article: names, and speech in quotation marks, which teasers lack."""
    text = page.units[j].text[:2000]
    return len(_names(text) & page.names) + (_IN_COMMON if _SPEECH.search(text) else 0)


def _names(text: str) -> set[str]:
    return set(_PROPER.findall(text))


def _free_paragraph(page: _Page, j: int) -> bool:
    """Whether there is a paragraph at ``j`` that is not a teaser's: not hanging, no "2 days ago" after it, no call."""
    if page.kind(j) is not Kind.PARAGRAPH or page.units[j].text.endswith(("!", "?")):
        return False
    hangs = page.units[j].indent > 0 and page.kind(j - 1) is Kind.BULLET
    return not hangs and page.kind(j + 1) is not Kind.AGO


def _mark_repeated_title(page: _Page, start: int) -> None:
    """The headline again, under the article, is furniture."""
    titles = {bare(page.units[i].text) for i in range(start) if page.roles[i] is BlockRole.HEADLINE}
    for i in range(start, len(page.units)):
        if len(page.units[i].text) < 300 and bare(page.units[i].text) in titles:
            page.roles[i] = BlockRole.FURNITURE
