"""The text of a paragraph of Markdown, and the captions of the pictures in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from discrepancy.loaders.articles.raised import MARKS, raised
from discrepancy.loaders.markdowns.footnotes import without_marks

__all__ = ["Inline", "read_inline"]

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)")
_UNSEEN = frozenset({"script", "style", "template", "noscript"})
_RAISED = re.compile(r"(?<=[^\s^])\^(?P<text>[^\s^]{1,10})\^")
"""As Pandoc writes it: ``km^2^``."""
_FEWEST_WORDS = 3
"""A picture's words that are a caption, not the name of its file."""


@dataclass(slots=True)
class Inline:
    """What a paragraph holds.

    Attributes:
        text: what a reader sees of its text, links and code among it; what is struck out is not.
        captions: of its pictures.
        emphasised: whether all of its text is in italics, as captions under pictures are set.
        linked: whether all of its text is one or more links.
    """

    text: str = ""
    captions: list[str] = field(default_factory=list)
    emphasised: bool = False
    linked: bool = False


@dataclass(slots=True)
class _State:
    found: Inline = field(default_factory=Inline)
    run: list[str] = field(default_factory=list)
    struck: int = 0
    unseen: str = ""
    linked: int = 0
    emphasised: int = 0
    outside: dict[str, bool] = field(default_factory=dict)

    def add(self, text: str) -> None:
        if self.struck or self.unseen:
            return
        self.run.append(text)
        if text.strip():
            self.outside["link"] = self.outside.get("link", False) or not self.linked
            self.outside["em"] = self.outside.get("em", False) or not self.emphasised


def read_inline(tokens: Sequence[Token]) -> Inline:
    """Read the tokens inside a paragraph."""
    state = _State()
    for token in tokens:
        _take(state, token)
    found = state.found
    found.text = _RAISED.sub(lambda match: raised(match["text"]), without_marks("".join(state.run)))
    found.linked = bool(found.text.strip()) and not state.outside.get("link", True)
    found.emphasised = bool(found.text.strip()) and not state.outside.get("em", True)
    return found


def _take(state: _State, token: Token) -> None:
    kind = token.type
    if kind in ("text", "code_inline"):
        state.add(token.content)
    elif kind in ("softbreak", "hardbreak"):
        state.add("\n" if kind == "hardbreak" else " ")
    elif kind in ("s_open", "s_close"):
        state.struck += token.nesting
    elif kind in ("link_open", "link_close"):
        state.linked += token.nesting
    elif kind in ("em_open", "em_close"):
        state.emphasised += token.nesting
    elif kind == "image":
        caption = str(token.attrs.get("title") or "") or read_inline(token.children or []).text
        if len(caption.split()) >= _FEWEST_WORDS:
            state.found.captions.append(caption)
    elif kind == "html_inline":
        _tag(state, token.content)


def _tag(state: _State, markup: str) -> None:
    match = _TAG.match(markup)
    if match is None:
        return
    name = match["name"].lower()
    if name in _UNSEEN:
        state.unseen = "" if match["end"] else name
    elif name == "br":
        state.add("\n")
    elif name == "sup":
        state.add(MARKS[bool(match["end"])])
    elif name in ("s", "del", "strike"):
        state.struck = max(0, state.struck + (-1 if match["end"] else 1))
