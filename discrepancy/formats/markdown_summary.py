"""The report in short as Markdown, for a pull request, a build's summary or a chat: counts and the top findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from discrepancy.formats import Format
from discrepancy.formats.markdown.draw import Pen
from discrepancy.formats.markdown.escape import bold, escape
from discrepancy.formats.reviewed_line import badge
from discrepancy.formats.view import build_view
from discrepancy.formats.view.index import card_anchor
from discrepancy.formats.view.parts import Card, View
from discrepancy.formats.words import Words
from discrepancy.model import ReportData
from discrepancy.settings import Presentation

__all__ = ["FORMAT"]

TOP = 10
"""Findings that are told; of the others how many they are."""


def render(data: ReportData, shown: Presentation) -> str:
    """The summary in the reader's language."""
    view = build_view(data, replace(shown, excerpts_only=True))
    passed = {card_anchor(review.finding) for review in data.reviews if not review.counts}
    return "\n\n".join(_parts(view, passed)) + "\n"


def _parts(view: View, passed: set[str]) -> Iterator[str]:
    """The verdict, the findings that are left to be done, what is resolved, and the files that could not be read."""
    pen = Pen(Words(view.language))
    yield from pen.head(view.header)
    open_ones = [card for card in view.cards if card.state.is_open and card.anchor not in passed]
    if open_ones:
        yield "\n".join(_line(pen, card) for card in open_ones[:TOP])
    if len(open_ones) > TOP:
        yield escape(pen.words.count("summary.more", len(open_ones) - TOP))
    if view.unread:
        yield from pen.unread(view)
    yield f"*{pen.word('never')}*"


def _line(pen: Pen, card: Card) -> str:
    """A finding: how it stands, what it says, and who gives each value."""
    values = "; ".join(f"{bold(value.letter)} {escape(value.label)} ({pen.who(value)})" for value in card.values)
    standing = [escape(badge(card.review, pen.words))] if card.review else []
    return " – ".join([f"- {pen.badge(card)}: {bold(escape(card.summary))}", values, pen.rule(card), *standing])


FORMAT = Format("markdown-summary", (".summary.md",), render)
