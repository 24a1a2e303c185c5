"""Markdown as a reader has it: rendered with the rules of CommonMark and GitHub's tables and strikethrough."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
BREAK = "\u200b"
"""What a report puts within names and addresses; copy never holds it, for a report shows it as its code."""


def tokens(markdown: str) -> Iterator[Token]:
    """Every token, those within a line too."""
    for token in MARKDOWN.parse(markdown):
        yield token
        yield from token.children or ()


def skeleton(markdown: str) -> list[str]:
    """The markup alone: what opens and closes, without the text."""
    return [token.type for token in tokens(markdown) if token.type not in {"text", "inline"}]


def told(markdown: str) -> str:
    """The text alone, on one line a block."""
    blocks = (token.children or () for token in MARKDOWN.parse(markdown) if token.type == "inline")
    return "\n".join("".join(child.content for child in block) for block in blocks).replace(BREAK, "")
