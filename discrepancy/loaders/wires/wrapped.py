"""Text as teletypes wrapped it, put into one element: cut into its paragraphs by empty lines and by indents.

Reuters sends a whole story as one XHTML paragraph so; many send it as plain text beside XML metadata.
"""

from __future__ import annotations

import re
from functools import reduce

from lxml import etree

from discrepancy.loaders.layout.shape import ends_sentence
from discrepancy.loaders.markup.parser import local_name

__all__ = ["paragraphs_in", "run_on", "unwrap"]

_FEWEST_LINES = 3
_WIDEST = 120
"""Characters of a wrapped line; where one is longer, lines are not wrapped, and each is a paragraph."""
_ENDED = 0.6
"""The share of lines that end a sentence, from which on they are no wrapped ones: of those, one in six does."""
_HOLDERS = frozenset(("p", "div", "pre", "body", "body.content", "block", "inlinedata", "datacontent"))
_BROKEN = re.compile(r"[^\W_]-$")
_SPLITS = re.compile(r"\n(?:[^\S\n]*\n)+")


def paragraphs_in(text: str) -> list[str]:
    """The paragraphs of text in lines; its line ends mean nothing where they only wrap it."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    found: list[str] = []
    for chunk in _SPLITS.split(plain):
        lines = [line for line in chunk.split("\n") if line.strip()]
        if lines:
            found += _chunk(lines)
    return found


def run_on(line: str, after: str) -> str:
    """A wrapped line with the one after it: teletypes break at the hyphen of a compound ("20-", "year-old")."""
    return f"{line}{after}" if _BROKEN.search(line) and after[:1].isalnum() else f"{line} {after}"


def unwrap(root: etree._Element) -> None:
    """Put a paragraph in place of every one that an element holds as wrapped text."""
    for element in [each for each in root.iter(etree.Element) if local_name(each) in _HOLDERS]:
        if len(element) or not element.text or element.text.count("\n") < _FEWEST_LINES:
            continue
        found = paragraphs_in(element.text)
        if len(found) > 1:
            element.text = None
            element.tag = "div"
            for one in found:
                etree.SubElement(element, "p").text = one


def _chunk(lines: list[str]) -> list[str]:
    """The paragraphs of lines with no empty one among them: one begins where a line is indented more than others."""
    if max(map(len, lines)) > _WIDEST:
        return [line.strip() for line in lines]
    # Wrapped lines end where they are full; where most of them end a sentence, each is a paragraph.
    ended = sum(ends_sentence(line.rstrip()) for line in lines[:-1])
    if len(lines) >= _FEWEST_LINES and ended >= _ENDED * (len(lines) - 1):
        return [line.strip() for line in lines]
    indents = [len(line) - len(line.lstrip()) for line in lines]
    least = min(indents[1:], default=0)
    # Lines that are indented alike are indented by whoever wrote the XML.
    uneven = any(indent > least + 1 for indent in indents[1:]) or indents[0] > least + 1
    found: list[list[str]] = []
    for line, indent in zip(lines, indents, strict=True):
        if not found or (uneven and indent > least + 1):
            found.append([])
        found[-1].append(line.strip())
    return [reduce(run_on, each) for each in found]
