"""A Markdown file as an article: its head, its blocks, its notes."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.errors import TooLarge
from discrepancy.loaders.articles import Article, Field, Part, part
from discrepancy.loaders.articles.headlines import with_headline
from discrepancy.loaders.layout.shape import bare
from discrepancy.loaders.markdowns.footnotes import without_notes
from discrepancy.loaders.markdowns.front_matter import take_front_matter
from discrepancy.loaders.markdowns.inline import read_inline
from discrepancy.loaders.markdowns.reader import parser, read_blocks
from discrepancy.model import BlockRole

__all__ = ["article_of"]

_MOST_LINES = 10_000
_MOST_MARKS = 40_000
_MARKS = "*_~`<&\\|"
_BRACKET = 4
"""Marks that an opening bracket counts for: the parser looks for the end of each up to the end of its paragraph."""


def article_of(text: str, where: str) -> Article:
    """Read a file.

    Args:
        text: all of it.
        where: the path to show.

    Raises:
        TooLarge: it has more lines or marks than any article, which the parser would take minutes for.
        Unsafe: raw HTML in it is a trap.
    """
    _ensure_reasonable(text, where)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    head = take_front_matter(lines)
    body, notes = without_notes(lines[head.lines :])
    markdown = parser()
    blocks = read_blocks(markdown.parse("\n".join(body)), where, head.lines)
    parts = _with_head(blocks, head.known.first(Field.TITLE), head.summary)
    for line, note in notes:
        inline = markdown.parseInline(note)[0].children or []
        parts.append(part(read_inline(inline).text, BlockRole.BODY, f"line {line + head.lines}"))
    return Article(parts=tuple(parts), known=head.known)


def _ensure_reasonable(text: str, where: str) -> None:
    lines = text.count("\n") + text.count("\r")
    marks = sum(map(text.count, _MARKS)) + _BRACKET * text.count("[")
    if lines > _MOST_LINES or marks > _MOST_MARKS:
        what = f"has {lines:,} lines" if lines > _MOST_LINES else f"has {marks:,} marks of Markdown"
        raise TooLarge(f"{what}, more than any article.", where=where, remedy="Split it into one file an article.")


def _with_head(parts: list[Part], title: str, summary: str) -> list[Part]:
    """The parts with what the head of the file puts above them; a heading that repeats its title is the headline."""
    if not parts:
        return []
    if title:
        same = next((i for i, each in enumerate(parts) if _is_heading(each) and bare(each.text) == bare(title)), None)
        if same is None:
            parts = [part(title, BlockRole.HEADLINE, "front matter"), *parts]
        else:
            parts = [*parts[:same], replace(parts[same], role=BlockRole.HEADLINE), *parts[same + 1 :]]
    parts = with_headline(parts)
    if summary and all(bare(each.text) != bare(summary) for each in parts):
        at = next((i + 1 for i, each in enumerate(parts) if each.role is BlockRole.HEADLINE), 0)
        parts = [*parts[:at], part(summary, BlockRole.SUMMARY, "front matter"), *parts[at:]]
    return parts


def _is_heading(each: Part) -> bool:
    return each.role in (BlockRole.SUBHEAD, BlockRole.HEADLINE)
