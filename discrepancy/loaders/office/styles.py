"""What the name of a paragraph style says a paragraph is."""

from __future__ import annotations

import re

from discrepancy.model import BlockRole

__all__ = ["role_of_style"]

# Source: the built-in style names of Word (ECMA-376 part 1, 17.7.4.9 "latentStyles", which files keep in English) and
# of LibreOffice Writer, and the words that newspaper templates call their own styles by.
_NAMES = {
    BlockRole.HEADLINE: "title|headline|hed|main head(?:ing|line)?",
    BlockRole.SUMMARY: "subtitle|standfirst|deck|dek|summary|abstract|kicker text",
    BlockRole.SUBHEAD: "heading ?\\d*|sub-?head(?:ing|line)?|cross-?head(?:ing)?",
    BlockRole.CAPTION: "(?:image |photo |picture )?caption|cutline|figure|illustration|table|drawing",
    BlockRole.CREDIT: "by-?line|(?:photo |picture )?credit|author",
    BlockRole.DATELINE: "date-?line",
    BlockRole.CORRECTION: "correction|clarification",
    BlockRole.BODY: "(?:intense )?quote|quotations?|block ?(?:text|quote)|list.*|(?:foot|end)note(?: text)?"
    "|table contents",
    BlockRole.FURNITURE: "(?:toc|contents|index|table of) ?.*|header|footer|(?:macro|html) .*|balloon text",
}
_ROLES = [(re.compile(f"(?:{names})$", re.IGNORECASE), role) for role, names in _NAMES.items()]


def role_of_style(name: str) -> BlockRole | None:
    """The role that a style's name gives; None for body text and for what says nothing."""
    bare = " ".join(name.replace("_20_", " ").replace("_", " ").split())
    return next((role for names, role in _ROLES if names.match(bare)), None)
