"""Where the forms of a house style stand in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache
from typing import Final

from discrepancy.house_style.visible import Visible, visible
from discrepancy.model import Span, StyleEntry
from discrepancy.names.characters import written

__all__ = ["Hit", "Lookup", "Use", "lookup"]

_WORD: Final = re.compile(r"\w+")
_AFTER: Final = re.compile(r"\w|-[A-Z]|\.\w")
_BEFORE: Final = re.compile(r"\w[-'.]$|[@#/_]$")


class Use(Enum):
    """What a house style says of a form."""

    PREFERRED = "preferred"
    ACCEPTED = "accepted"
    AVOID = "avoid"


@dataclass(frozen=True, slots=True)
class Hit:
    """A form found in a text, at half-open offsets into it."""

    span: Span
    form: str
    entry: StyleEntry
    use: Use

    @property
    def avoid(self) -> bool:
        """Whether the house style says to avoid the form."""
        return self.use is Use.AVOID

    def moved(self, by: int) -> Hit:
        """The same hit, ``by`` characters further on."""
        return replace(self, span=Span(self.span.start + by, self.span.end + by))


@dataclass(slots=True)
class Lookup:
    """The forms of a house style, ready to be looked up; made by :func:`lookup`."""

    _uses: dict[str, list[tuple[StyleEntry, Use]]] = field(default_factory=dict)
    _by_word: dict[str, list[str]] = field(default_factory=dict)

    def entries(self, form: str) -> Sequence[tuple[StyleEntry, Use]]:
        """The entries that list ``form``, with what each says of it."""
        return self._uses.get(written(form), ())

    def find(self, text: str) -> Iterator[Hit]:
        """The forms in ``text`` from left to right, the longest where several begin at one place.

        Capitals count, so that a country is no bird; a form all in capitals, as in headlines, is found too.
        """
        seen = visible(text)
        past = 0
        for match in _WORD.finditer(seen.text):
            if match.start() < past or _BEFORE.search(seen.text[max(0, match.start() - 2) : match.start()]):
                continue
            form = self._at(seen, match)
            if form:
                past = match.start() + len(form)
                end = seen.offsets[past] if past < len(seen.offsets) else len(text)
                span = Span(seen.offsets[match.start()], end)
                entry, use = self._uses[form][0]
                yield Hit(span, form, entry, use)

    def _at(self, seen: Visible, match: re.Match[str]) -> str:
        """The longest form that stands at a word; empty where none does."""
        for form in self._by_word.get(match[0], ()):
            end = match.start() + len(form)
            if seen.text.startswith(form, match.start()) and not _AFTER.match(seen.text, end):
                return form
        return ""


@lru_cache(maxsize=4)
def lookup(entries: tuple[StyleEntry, ...]) -> Lookup:
    """The forms of ``entries``, and those in capitals that stand for one form only."""
    uses: dict[str, list[tuple[StyleEntry, Use]]] = defaultdict(list)
    for entry in entries:
        uses[entry.preferred].append((entry, Use.PREFERRED))
        for form in entry.accepted:
            uses[form].append((entry, Use.ACCEPTED))
        for form in entry.avoid:
            uses[form].append((entry, Use.AVOID))
    _add_capitals(uses)
    by_word: dict[str, list[str]] = defaultdict(list)
    for form in sorted(uses, key=lambda form: (-len(form), form)):
        first = _WORD.match(form)
        if first:
            by_word[first[0]].append(form)
    return Lookup(dict(uses), dict(by_word))


def _add_capitals(uses: dict[str, list[tuple[StyleEntry, Use]]]) -> None:
    """Adds each form of more than three letters in capitals, unless it is also another form's."""
    capitals: dict[str, list[tuple[StyleEntry, Use]]] = defaultdict(list)
    for form, found in uses.items():
        if len(form) > len("USA"):
            capitals[form.upper()] += found
    for form, found in capitals.items():
        if form not in uses and len({(entry.preferred, use) for entry, use in found}) == 1:
            uses[form] = found
