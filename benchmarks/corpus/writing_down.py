"""A version's paragraphs written down, with the places where each fact of the story stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from benchmarks.corpus.sheets import Sheet
from benchmarks.corpus.values import Page, Value
from benchmarks.corpus.wordings import Slot, Wording

__all__ = ["Chosen", "Span", "written"]

_OPENING: Final = re.compile(r"(?:[.!?][\"”]?\s+|^[\"“]|^)$")
_DOUBLED: Final = re.compile(r",(?=[.,;?!])|(?<= ) | (?=[.,;])|^ |(?<=m\.)\.")
_ARTICLE: Final = re.compile(r"\b([Aa]) (?=[aeiou])(?!uni|use|one)")
_PRONOUN: Final = "she"
"""The slot for the person who was named last."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A wording, the way through it, and where the slots that only it has are found in the sheet."""

    wording: Wording
    picks: tuple[int, ...]
    own: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a fact of the story stands: ``text[start:end]`` says it exactly."""

    slot: str
    start: int
    end: int


def written(chosen: Chosen, sheet: Sheet, wrong: Mapping[str, Value], page: Page) -> tuple[str, list[Span]]:
    """One paragraph and its facts, the values in ``wrong`` in place of those of the sheet."""
    text, spans = "", []
    for piece in chosen.wording.pieces(chosen.picks):
        if isinstance(piece, str):
            text += piece
            continue
        opening = bool(_OPENING.search(text))
        key, (shown, exact) = _shown(piece, chosen.own, sheet, wrong, page, opening=opening)
        if exact:
            spans.append(Span(key, len(text), len(text) + len(shown.rstrip(","))))
        text += shown
    return _mended(*_with_articles(text, spans))


def _with_articles(text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """ "a upholsterer" as "an upholsterer"."""
    for match in reversed(list(_ARTICLE.finditer(text))):
        at = match.end(1)
        text = f"{text[:at]}n{text[at:]}"
        spans = [Span(each.slot, each.start + (each.start >= at), each.end + (each.end > at)) for each in spans]
    return text, spans


def _shown(
    slot: Slot, own: str, sheet: Sheet, wrong: Mapping[str, Value], page: Page, *, opening: bool
) -> tuple[str, tuple[str, bool]]:
    if slot.name == _PRONOUN:
        word = "she" if page.last is None or page.last.woman else "he"
        return slot.name, (word.capitalize() if opening else word, False)
    key = own + slot.name
    if key not in sheet:
        key = slot.name
    value = wrong.get(key) or sheet[key]
    return key, value.show(page, slot.form, opening)


def _mended(text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """Take out a comma that closes an apposition before another mark, and the spaces of an empty choice."""
    for match in reversed(list(_DOUBLED.finditer(text))):
        at = match.start()
        text = text[:at] + text[at + 1 :]
        spans = [Span(each.slot, each.start - (each.start > at), each.end - (each.end > at)) for each in spans]
    return text, spans
