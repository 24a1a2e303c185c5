"""How an excerpt ends: in dots, in "Read more", in a line that says where the whole text stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from discrepancy.loaders.articles import Part, part
from discrepancy.model import BlockRole

__all__ = ["is_cut_off", "without_pointers"]

# Source: the excerpt settings of WordPress, Drupal, Ghost and Movable Type, and the RSS pages of daily papers.
_DOTS = r"(?:[\[(]\s*(?:\u2026|\.{3,})\s*[\])]|\u2026|\.{3,})"
_MORE = (
    r"(?:read (?:more|on\b|(?:the )?(?:full|rest|whole|entire|complete)\b)|(?:continue|keep) reading"
    r"|(?:view|see) (?:the )?(?:full|original|whole|more)\b|(?:the )?full (?:story|article|text|post)\b"
    r"|more\s*(?:\u00bb|\u2192|\u203a|>+|&raquo;))"
)
_DOTTED = re.compile(rf"(?P<dots>{_DOTS})\s*(?P<more>{_MORE}[^\n]{{0,160}})?[^\w]*$", re.IGNORECASE)
_POINTER = re.compile(
    rf"(?:^|(?<=[.!?\u2026\])\u201d\"\u00bb\s]))(?P<more>{_MORE}(?:[^.!?\n]|\.(?=\w)){{0,160}}\W*)$", re.IGNORECASE
)
_AFTER_SENTENCE = re.compile(r"(?:^|[.!?\u2026\])\u201d\"\u00bb])\s*$")
_APPEARED = re.compile(
    r"\bThe (?:post|article|story)\s.{1,300}?\s(?:first appeared|appeared first|was first published) (?:on|in|at)"
    r"\s.{1,150}$",
    re.IGNORECASE | re.DOTALL,
)
_LOOKED_AT = 600
"""Characters from the end of a paragraph in which such words stand."""
_BRACKETS = "[("
_SHORT = 3
"""Paragraphs from which a text that ends in dots is a whole one that trails off."""


def is_cut_off(parts: Sequence[Part], *, whole: bool) -> bool:
    """Whether a text ends as an excerpt does.

    Args:
        parts: its parts, as they stand.
        whole: whether its field should hold the whole text. There, dots without brackets and a closing "Read more"
            tell an excerpt only where the text is short.
    """
    said = [each for each in parts if each.role is BlockRole.BODY and not _APPEARED.search(each.text[-_LOOKED_AT:])]
    if not said:
        return False
    end = said[-1].text[-_LOOKED_AT:]
    dotted = _DOTTED.search(end)
    if dotted and (dotted["more"] or dotted["dots"][0] in _BRACKETS):
        return True
    if len(said) > 1 and _pointer(end) == 0 and is_cut_off(said[:-1], whole=True):
        return True
    return (dotted is not None or _pointer(end) is not None) and not (whole and len(said) > _SHORT)


def without_pointers(parts: Sequence[Part]) -> list[Part]:
    """The parts with "Read more" and "The post … appeared first on …" at a paragraph's end told apart as furniture."""
    return [piece for each in parts for piece in _split(each)]


def _split(each: Part) -> list[Part]:
    if each.role is not BlockRole.BODY:
        return [each]
    start = max(0, len(each.text) - _LOOKED_AT)
    end = each.text[start:]
    appeared = _APPEARED.search(end)
    at = appeared.start() if appeared else _pointer(end)
    if at is None:
        return [each]
    kept = each.text[: start + at].rstrip()
    pointing = part(each.text[start + at :], BlockRole.FURNITURE)
    return [*_split(replace(each, text=kept)), pointing] if kept else [replace(each, role=BlockRole.FURNITURE)]


def _pointer(end: str) -> int | None:
    """Where "Read more" begins that ends a text; None without one, and where the words are a sentence's own."""
    found = _POINTER.search(end)
    if found is None or not _AFTER_SENTENCE.search(end[: found.start("more")]):
        return None
    return found.start("more")
