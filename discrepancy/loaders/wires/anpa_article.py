"""One message of ANPA 1312 or IPTC 7901 as an article."""

from __future__ import annotations

import re
from dataclasses import replace

from discrepancy.loaders.articles import Article, Field, Known, Part
from discrepancy.loaders.layout.shape import is_paragraph, tokens
from discrepancy.loaders.wires.anpa_header import read_header
from discrepancy.loaders.wires.anpa_heading import Heading, is_heading
from discrepancy.loaders.wires.anpa_lines import Line, joined
from discrepancy.loaders.wires.anpa_trailer import trailer
from discrepancy.loaders.wires.anpa_wire import Message
from discrepancy.loaders.wires.copy_parts import put_together
from discrepancy.loaders.wires.known_words import add_source
from discrepancy.loaders.wires.notes import corrects
from discrepancy.model import BlockRole, Landmark

__all__ = ["article_of"]

_PRIVATE = re.compile(
    r"\W*(?:the following information is not (?:intended )?for publication|#\s*notebook\b)", re.IGNORECASE
)
_MORE = re.compile(r"\W*(?:more|mf|mfl)\W*", re.IGNORECASE)
_WITHDRAWN = frozenset(("killed", "withdrawn", "canceled", "correction", "advisory"))
_HEAD_LINES = 8
"""Lines from the top among which IPTC 7901's head ends with ``=``."""
_SUBHEAD = 8
"""Words of a heading inside a text."""


def article_of(message: Message, number: int) -> Article:
    """Read a message.

    Args:
        message: its lines.
        number: which of the file's messages it is, from 1; 0 where it is the only one.
    """
    known = Known()
    header = read_header(known, [line for _, line in message.lines])
    lines = _without_trailer(known, joined(list(message.lines[header.lines :])))
    cut = next((at for at, line in enumerate(lines) if _PRIVATE.match(line.text)), len(lines))
    ends = next((at for at, line in enumerate(lines[:_HEAD_LINES]) if line.ends and not line.caret), -1)
    heading = Heading(known, take=header.take)
    at = 0
    while at < cut and is_heading(lines[at], iptc_head=header.iptc and at <= ends):
        heading.add(lines[at], slug=header.iptc and lines[at].text.endswith("/"))
        at += 1
    body = [_paragraph(line) for line in lines[at:cut]]
    below = [_part(line, BlockRole.FURNITURE) for line in lines[cut:]]
    above, body = _with_text(heading.parts, body)
    more = any(_MORE.fullmatch(each.text) for each in body)
    body = _addressed(known, body)
    return Article(parts=put_together(above, [*body, *below]), known=known, partial=heading.take or more, number=number)


def _without_trailer(known: Known, lines: list[Line]) -> list[Line]:
    """The lines without that which says when the message was sent, and without the last one's end mark."""
    found = []
    for line in lines:
        sent = trailer(line.text)
        if sent is None:
            if line.text != "NNNN":
                found.append(line)
            continue
        known.add(Field.PUBLISHED, sent[0], "the time of transmission")
        if sent[1]:
            add_source(known, sent[1], "the time of transmission")
    return found


def _paragraph(line: Line) -> Part:
    heads = line.caret and not is_paragraph(line.text) and len(tokens(line.text)) <= _SUBHEAD
    return _part(line, BlockRole.SUBHEAD if heads else BlockRole.BODY)


def _part(line: Line, role: BlockRole) -> Part:
    return Part(line.text, role, (Landmark(0, f"line {line.number}"),))


def _with_text(above: list[Part], body: list[Part]) -> tuple[list[Part], list[Part]]:
    """A message whose lines are all marked as those of a head has its text among them, under the headline."""
    if any(each.role is BlockRole.BODY for each in body):
        return above, body
    text = [replace(each, role=BlockRole.BODY) for each in above if each.role is BlockRole.SUMMARY]
    return [each for each in above if each.role is not BlockRole.SUMMARY], [*text, *body]


def _addressed(known: Known, body: list[Part]) -> list[Part]:
    """The text of a kill, correction or advisory: what it says of the text that it is about is a correction."""
    if not _WITHDRAWN.intersection(known.all(Field.STATUS)):
        return body
    return [
        replace(each, role=BlockRole.CORRECTION) if each.role is BlockRole.BODY and corrects(each.text) else each
        for each in body
    ]
