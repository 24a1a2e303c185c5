"""The report as GitHub-flavoured Markdown, for a pull request or a chat: the findings in full, the rest in short."""

from __future__ import annotations

from discrepancy.formats import Format
from discrepancy.formats.markdown.draw import render

__all__ = ["FORMAT"]

FORMAT = Format("markdown", (".md", ".markdown"), render)
