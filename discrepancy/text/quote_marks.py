"""Where the quoted words stand: every style of marks, mixed, nested, and left open at a paragraph's end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from discrepancy.model import Span

_DOUBLE = re.compile('["“”„«»]')
_KIND = {"“": "“", "”": "“", "„": "“", "«": "«", "»": "«", '"': '"'}
"""Marks that belong together. A straight mark may stand for either curly one, never for a guillemet."""
_OPENS, _CLOSES = "“„«", "”»"
_SINGLE_OPEN = re.compile(
    r"(?<![\w.,!?])(?:['‘](?=[^\W\d_]{2}|[^\W\d_]['’ ][^\W\d_]|[“\"]|[£$€]\d)|‘(?=\d[\d,.]*(?:%|bn|m|k|p|ft)?[ -]))"
)
"""A single mark that opens; before a figure only a turned one, since a straight one may stand for minutes or years."""
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…”\"])['’](?!\w)")
_GOES_ON = re.compile(r"\s*['‘]")
"""The next paragraph opens the same mark again: it goes on with the words that this one leaves open."""
_PAIRED = re.compile(
    r"``(?P<a>[^`\n]+?)(?:''|[”\"])|‹(?P<b>[^‹›\n]+)›|›(?P<c>[^‹›\n]+)‹|[「『](?P<d>[^「」『』\n]+)[」』]|‚(?P<e>[^‚\n]+?)[‘’](?!\w)"
)
"""Marks that no other style shares: typewriter's, single guillemets, corner brackets, German single ones."""
_POSSESSIVE = re.compile(r"s['’]\s+[a-z]")


def find_quotes(text: str, paragraphs: Iterable[Span]) -> list[Span]:
    """The runs of quoted words, without their marks, outermost only.

    A quotation that a paragraph leaves open ends with the paragraph: the next one opens its own mark, as is usual.

    Args:
        text: a document's text.
        paragraphs: where to look; a quotation never reaches from one into the next.
    """
    found: list[Span] = []
    for paragraph in paragraphs:
        paired = list(_paired(text, paragraph))
        singles = [s for s in _single(text, paragraph) if not any(p.overlaps(s) for p in paired)]
        doubles = [d for d in _double(text, paragraph) if not any(p.covers(d) for p in paired)]
        found += [d for d in doubles if not any(s.covers(d) for s in singles)]
        found += [s for s in singles if not any(d.covers(s) for d in doubles)]
        found += [p for p in paired if not any(other.overlaps(p) for other in found)]
    return sorted(span for span in found if span.start < span.end)


def _paired(text: str, paragraph: Span) -> Iterator[Span]:
    """Quotations in marks that open and close by their shape alone."""
    for match in _PAIRED.finditer(text, paragraph.start, paragraph.end):
        yield Span(*match.span(match.lastgroup or 0))


def _double(text: str, paragraph: Span) -> Iterator[Span]:
    """Quotations in double marks. A straight mark opens where none is open; a curly one says what it does."""
    start, kind, depth = -1, "", 0
    for match in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        mark, at = match.group(), match.start()
        if start < 0:
            if _opens(text, mark, at):
                start, kind, depth = match.end(), _KIND[mark], 0
        elif not _matches(mark, kind):
            continue
        elif mark in _OPENS and not _closes_by_place(text, at):
            depth += 1
        elif depth and mark in _CLOSES:
            depth -= 1
        else:
            yield Span(start, at)
            start = -1
    if start >= 0:
        yield Span(start, paragraph.end)


def _opens(text: str, mark: str, at: int) -> bool:
    """Whether a mark begins a quotation where none is open. A straight one right behind a figure means inches."""
    if mark == '"' and text[at - 1 : at].isdigit():
        return False
    return mark not in _CLOSES or _opens_by_place(text, at)


def _matches(mark: str, kind: str) -> bool:
    """Whether ``mark`` can end or deepen a quotation that a mark of ``kind`` began."""
    return _KIND[mark] == kind or ('"' in {mark, kind} and "«" not in {_KIND[mark], kind})


def _opens_by_place(text: str, at: int) -> bool:
    """Whether a mark turned the wrong way still stands where only an opening one can: before a word, after a space."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([—") and after.isalnum()


def _closes_by_place(text: str, at: int) -> bool:
    """Whether an opening mark stands where only a closing one can: after a word or stop, before a space."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before) and not before.isspace() and (not after or after.isspace() or after in ".,;:!?")


def _begins_words(text: str, at: int, paragraph: Span) -> bool:
    """Whether a single mark stands where whole sentences are quoted from: a paragraph's or a sentence's beginning."""
    return at == paragraph.start or text[paragraph.start : at].rstrip()[-1:] in ".!?:,"


def _single(text: str, paragraph: Span) -> Iterator[Span]:
    """Quotations in single marks, told from apostrophes by what stands on either side."""
    at = paragraph.start
    while opened := _SINGLE_OPEN.search(text, at, paragraph.end):
        at = opened.end()
        closes = list(_SINGLE_CLOSE.finditer(text, at, min(paragraph.end, at + 1000)))
        sure = [m for m in closes if not _POSSESSIVE.match(text, m.start() - 1)]
        if sure or closes:
            close = (sure or closes)[0]
            yield Span(at, close.start())
            at = close.end()
        elif _begins_words(text, opened.start(), paragraph) and _GOES_ON.match(text, paragraph.end):
            yield Span(at, paragraph.end)
