"""Word lists as regular expressions that Python's ``re`` runs fast."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

__all__ = ["any_of", "openings"]

_Node = dict[str, Any]


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of ``words``: a factored alternation, every branch opened by a literal.

    ``re`` tries alternatives one after another; sharing prefixes makes that a walk down a tree.
    """
    return _pattern(_tree(words))


def openings(words: Iterable[str]) -> list[str]:
    """The same as separate alternatives, one for each first character, which begins a word.

    Joined at the top level of a pattern, every one opened by a literal, they let ``re`` skip at once over all text
    where none can begin; inside a group they would not. For the same reason the look back comes second.
    """
    return [
        f"{re.escape(char)}(?<![0-9A-Za-z_]{re.escape(char)}){_pattern(child)}"
        for char, child in sorted(_tree(words).items())
    ]


def _tree(words: Iterable[str]) -> _Node:
    root: _Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return root


def _pattern(node: _Node) -> str:
    branches = [re.escape(char) + _pattern(child) for char, child in sorted(node.items()) if char]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else "|".join(branches)
    if "" in node:
        return f"(?:{body})?"
    return body if len(branches) == 1 else f"(?:{body})"
