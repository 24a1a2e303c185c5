"""Totals that stand away from their parts: "the toll rose to 43 … Of the dead, 27 are from Lorn, 10 from …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from discrepancy.model import Document, Fact, QuantityKind, Story
from discrepancy.rules.scopes import scopes
from discrepancy.rules.totals import SOME, Total, closed, list_of, whole
from discrepancy.rules.written import runs

_NEAR: Final = Decimal("0.15")
_LEAST_PARTS: Final = 3
_DEAD: Final = frozenset({"dead", "killed", "victims", "deaths", "fatalities", "bodies"})
_ALIKE: Final = (
    _DEAD,
    frozenset({"jobs", "posts", "positions", "roles", "redundancies", "cuts", "staff", "workers", "employees"}),
    frozenset({"arrests", "arrested", "detained"}),
    frozenset({"homes", "houses", "flats", "apartments", "dwellings"}),
    frozenset({"shops", "stores", "branches", "outlets", "closures"}),
    frozenset({"seats", "mandates"}),
    frozenset({"cases", "infections"}),
    frozenset({"planes", "aircraft", "jets"}),
)
"""Nouns that count one thing in two sentences of a text."""
_OF_THE: Final = re.compile(
    r"[\"\u201c]?Of (?:the|those|these|its) (?:[a-z]+ )??(?P<noun>[a-z]+)"
    r"(?: (?:to|who|that|being|in) [a-z ]{2,24})?,? $"
)
_COMPOSED: Final = re.compile(
    r"^[\"\u201c]?(?:The|These|Those) (?:[a-z]+ )??(?P<noun>[a-z]+) (?:comprised?|consist(?:ed)? of|are made up of"
    r"|include(?:d)? exactly|are split into) $"
)
_TOLL: Final = re.compile(r"\btoll\b[^.,;:\d]{0,80}\b(?:to|at|of|reached|hit|is|was|now) $")
_ANOTHER: Final = re.compile(r"(?:Another|A further|And another) ")
_LEFT_OUT: Final = re.compile(
    r"\b(?:another|others?|rest|remain\w*|unidentified|unknown|not known|elsewhere|identif\w+|at least)\b",
    re.IGNORECASE,
)
"""Words by which a list says, or the sentence after it, that some are left out."""
_AFTER: Final = 160


Rows = Sequence[Sequence[Fact]]
"""The figures of a text, sentence by sentence."""


def far_totals(story: Story) -> Iterator[Total]:
    """Every list of the parts of what the text counts in an earlier sentence."""
    for document in story.documents:
        rows = [[fact for fact in row if fact.quantity.converts < 0] for row in runs(story, document.id)]
        rows = [row for row in rows if row]
        for place in range(len(rows)):
            found = _of_the(document, rows, place) or _another(document, rows, place)
            if found is not None and whole(found):
                yield found


def _before(rows: Rows, place: int) -> Iterator[Fact]:
    """The figures before the row at ``place``, the last one first."""
    for n in range(place - 1, -1, -1):
        yield from reversed(rows[n])


def _of_the(document: Document, rows: Rows, place: int) -> Total | None:
    """ "Of the posts to go, 520 are on the ground, 240 in the cabin and 160 at head office"; "the cuts comprise …"."""
    row = rows[place]
    lead = document.text[row[0].sentence.start : row[0].mention.start].lstrip()
    opens = _OF_THE.match(lead) or _COMPOSED.match(lead)
    if opens is None or len(row) < _LEAST_PARTS or len(list_of(document, row)) != len(row):
        return None
    rest = document.text[row[0].mention.end : row[0].sentence.end + _AFTER].partition("\n")[0]
    if (
        not closed(document, row[-1])
        or SOME.search(rest[: row[0].sentence.end - row[0].mention.end])
        or _LEFT_OUT.search(rest)
    ):
        return None
    if {part.quantity.noun for part in row[1:]} - {"", row[0].quantity.noun}:
        return None
    total = _nearest(document, _before(rows, place), opens["noun"], max(part.quantity.low for part in row))
    return Total(document, total, tuple(row), exhaustive=True, near=_NEAR) if total else None


def _another(document: Document, rows: Rows, place: int) -> Total | None:
    """ "… with 520 posts to go. Another 240 will be lost in the cabins and 160 at head office"."""
    row = rows[place]
    lead = document.text[row[0].sentence.start : row[0].mention.start].lstrip()
    if not _ANOTHER.match(f"{lead}{row[0].mention.text} ") or not place or len(rows[place - 1]) != 1:
        return None
    first = rows[place - 1][0]
    parts = [first, *row]
    joined = document.text[first.sentence.end : row[0].sentence.start]
    if joined.strip() or "\n" in joined or len(row) < 2 or len(list_of(document, row)) != len(row):
        return None
    if not closed(document, row[-1]) or any(part.quantity.noun for part in row[1:]):
        return None
    noun = first.quantity.noun.lower().rpartition(" ")[2]
    total = _nearest(document, _before(rows, place - 1), noun, first.quantity.low)
    return Total(document, total, tuple(parts), exhaustive=False, near=_NEAR) if total else None


def _nearest(document: Document, before: Iterator[Fact], noun: str, least: Decimal) -> Fact | None:
    """The first of ``before`` that is above ``least`` and counts what ``noun`` names; None where there is none."""
    alike = next((group for group in _ALIKE if noun in group), frozenset({noun}))
    for fact in before:
        q = fact.quantity
        if q.kind is not QuantityKind.COUNT or q.increment or q.low <= least:
            continue
        if q.noun.lower().rpartition(" ")[2] in alike:
            return fact
        if alike is _DEAD and _counts_dead(document, fact):
            return fact
    return None


def one_kind(one: str, other: str) -> bool:
    """Whether two nouns count one thing: "jobs", "posts"; two bare figures do not."""
    return bool(one) and (one == other or any({one, other} <= group for group in _ALIKE))


def _counts_dead(document: Document, fact: Fact) -> bool:
    lead = document.text[fact.sentence.start : fact.mention.start]
    return _TOLL.search(lead) is not None or any(
        scope.family == "casualties" and scope.states == {"dead"} for scope in scopes(document, fact)
    )
