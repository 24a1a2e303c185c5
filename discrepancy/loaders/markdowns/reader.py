"""The parts of an article in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from discrepancy.errors import Malformed
from discrepancy.loaders.articles import Part, part, table_row
from discrepancy.loaders.layout.shape import is_paragraph
from discrepancy.loaders.markdowns.inline import Inline, read_inline
from discrepancy.loaders.markup.paragraphs import paragraphs
from discrepancy.loaders.markup.parser import parse_html
from discrepancy.model import BlockRole

__all__ = ["parser", "read_blocks"]

_NESTING = 40
"""Levels of lists and quotations that are told apart; the parser takes what lies deeper as text."""
_LABELLED = re.compile(r"[A-Za-z][\w ]{1,20}:\s+\S")


def parser() -> MarkdownIt:
    """CommonMark with tables and struck-out text; a link's address, whatever it is, is never followed."""
    markdown = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable(["table", "strikethrough"])
    # What it takes for a harmful link it would leave in its brackets, and the address would stand in the text.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - its documented way
    return markdown


def read_blocks(tokens: list[Token], where: str, skipped: int) -> list[Part]:
    """The parts of a file.

    Args:
        tokens: of the whole file.
        where: the path to show.
        skipped: lines of the file that stand before the first token's.

    Raises:
        Unsafe, TooLarge: raw HTML in it is a trap.
    """
    reader = _Reader(where, skipped)
    for number, token in enumerate(tokens):
        reader.take(token, tokens, number)
    return reader.parts


@dataclass(slots=True)
class _Reader:
    where: str
    skipped: int
    parts: list[Part] = field(default_factory=list)
    listed: int = 0
    quoted: int = 0
    links: bool = False
    """Whether the list now read is nothing but links: teasers of other stories."""
    row: list[str] | None = None
    line: int = 1
    pictured: bool = False
    """Whether a picture stands right above."""

    def take(self, token: Token, tokens: list[Token], number: int) -> None:
        kind = token.type
        self.line = token.map[0] + 1 + self.skipped if token.map else self.line
        if kind in ("bullet_list_open", "ordered_list_open"):
            self.links = self._only_links(tokens, number) if not self.listed else self.links
            self.listed += 1
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.listed -= 1
        elif kind in ("blockquote_open", "blockquote_close"):
            self.quoted += token.nesting
        elif kind == "tr_open":
            self.row = []
        elif kind == "tr_close":
            self._add(table_row(self.row or ()), BlockRole.BODY)
            self.row = None
        elif kind == "fence":
            self._add(token.content, BlockRole.FURNITURE)
        elif kind == "code_block":
            self._indented(token.content)
        elif kind == "html_block":
            self.parts += self._html(token)
        elif kind == "inline":
            self._inline(token, tokens, number)

    def _inline(self, token: Token, tokens: list[Token], number: int) -> None:
        found = read_inline(token.children or [])
        if self.row is not None:
            self.row.append(found.text)
            return
        heading = tokens[number - 1].type == "heading_open"
        role = BlockRole.SUBHEAD if heading else self._role(found)
        for caption in found.captions:
            self._add(caption, BlockRole.CAPTION)
        text = token.content if role is None and _is_labelled(token.content) else found.text
        self._add(text, role)
        self.pictured = bool(found.captions) or any(each.type == "image" for each in token.children or ())

    def _role(self, found: Inline) -> BlockRole | None:
        if found.emphasised and (self.pictured or found.captions):
            return BlockRole.CAPTION
        if self.listed:
            return BlockRole.FURNITURE if self.links else BlockRole.BODY
        return BlockRole.BODY if self.quoted else None

    def _indented(self, text: str) -> None:
        """Indented text is code to Markdown, but a paragraph to whoever typed an article."""
        for each in re.split(r"\n\s*\n", text):
            prose = " ".join(each.split())
            self._add(*((prose, None) if is_paragraph(prose) else (each, BlockRole.FURNITURE)))

    def _add(self, text: str, role: BlockRole | None) -> None:
        made = part(text, role, f"line {self.line}")
        if made.text:
            self.parts.append(made)

    def _html(self, token: Token) -> Iterator[Part]:
        try:
            root = parse_html(token.content, self.where)
        except Malformed:  # nothing but comments, or a closing tag
            return
        for each in paragraphs(root):
            yield part(each.text, each.role, f"line {self.line}")

    @staticmethod
    def _only_links(tokens: list[Token], number: int) -> bool:
        """Whether every item of the list that begins here is a link and nothing else."""
        level, inside = tokens[number].level, []
        for token in tokens[number + 1 :]:
            if token.level == level:
                break
            if token.type == "inline":
                inside.append(read_inline(token.children or []))
        return bool(inside) and all(each.linked for each in inside)


def _is_labelled(text: str) -> bool:
    """Whether a paragraph is lines that name what they hold ("Source: …"), each of which stands for itself."""
    lines = text.splitlines()
    return len(lines) > 1 and all(_LABELLED.match(line) for line in lines)
