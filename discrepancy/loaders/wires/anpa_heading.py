"""The lines between the header of a message and its text: slug, headline, byline, notes, what moves with it."""

from __future__ import annotations

import re

from discrepancy.loaders.articles import Field, Known, Part
from discrepancy.loaders.layout.bylines import agency, is_byline
from discrepancy.loaders.layout.embargoes import embargo_in
from discrepancy.loaders.layout.patterns import opening
from discrepancy.loaders.layout.shape import is_paragraph, tokens
from discrepancy.loaders.wires.anpa_header import SLUG, add_slug
from discrepancy.loaders.wires.anpa_lines import Line
from discrepancy.loaders.wires.names import add_authors
from discrepancy.loaders.wires.notes import note, status_word
from discrepancy.model import BlockRole, Landmark

__all__ = ["Heading", "is_heading"]

# Source: AP, "Filing the wire": editor's notes, priority slugs, photo lines, kills and advisories.
_NOTE = re.compile(r"\W*(?:eds|editors?|editor'?s'? notes?|note to editors)\b\s*[:_\u2014-]", re.IGNORECASE)
_PRIORITY = re.compile(r"\W*(?:URGENT|BULLETIN|FLASH|NEWS ?ALERT|APNEWSALERT)\W*", re.IGNORECASE)
_ADVANCE = re.compile(r"\W*adv\s?\d{1,2}\W*", re.IGNORECASE)
"""The mark of copy for a later day: "$adv08"."""
_STATE = re.compile(
    r"\W*(?:MANDATORY |URGENT |BULLETIN )?(?:KILL|ADVISORY|CORRECTION|CORRECTIVE|ELIMINATION|WITHHOLD|WRITE-?THRU)"
    r"(?: NOTICE| KILL)?\W*",
    re.IGNORECASE,
)
_KINDS = r"(?:PHOTOS?|Photos?|GRAPHICS?|Graphics?|VIDEO|Videos?|AUDIO|Audio|Interactive|Multimedia)"
_MOVES = re.compile(
    rf"\W*(?:[Ww]ith )?(?:[A-Z]{{2,5}} )?{_KINDS}"
    rf"(?:\W+(?:planned|available|moving|and|with|[A-Z]{{1,6}}\d{{1,4}}|\d{{1,4}}|[A-Z]{{2,5}}|{_KINDS}))*\W*"
)
_BY = re.compile(r"By [A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){1,4}, [a-z]\w{1,9}")
"""A byline with an agency that writes itself small: "By Ann Lee, dpa"."""
_READ = 200
"""Characters of a line that tell a note from text."""
_TITLED = 6
"""Words of the line under a byline that gives the writer's title."""


def is_heading(line: Line, *, iptc_head: bool) -> bool:
    """Whether a line still stands above the text: it is marked so, or is no prose and not indented as a paragraph."""
    if line.caret or iptc_head:
        return True
    text = line.text
    if _NOTE.match(text) or opening("correction_openings").match(text[:_READ]) or SLUG.match(text) or is_byline(text):
        return True
    return not line.indented and not is_paragraph(text)


class Heading:
    """The lines above a text, read one after another.

    Attributes:
        parts: what was made of them.
        take: whether the slug says that this is one take of several.
    """

    def __init__(self, known: Known, *, take: bool = False) -> None:
        self.parts: list[Part] = []
        self.take = take
        self._known = known
        self._signed = False

    def add(self, line: Line, *, slug: bool = False) -> None:
        """Read one line.

        Args:
            line: the next one.
            slug: whether it is IPTC 7901's line of keywords, which ends in a slash.
        """
        text = line.text
        role = self._slug(text) if slug or SLUG.match(text) else self._role(text)
        if role is not None:
            self.parts.append(Part(text, role, (Landmark(0, f"line {line.number}"),)))

    def _slug(self, text: str) -> BlockRole:
        if SLUG.match(text):
            self.take = add_slug(self._known, text) or self.take
        else:
            self._known.add(Field.SLUG, text.strip("/ "), "IPTC 7901 keyword line")
        return BlockRole.FURNITURE

    def _role(self, text: str) -> BlockRole:
        signed, self._signed = self._signed, False
        of_desk = self._of_desk(text)
        if of_desk is not None:
            return of_desk
        if is_byline(text) or _BY.fullmatch(text):
            self._signed = True
            add_authors(self._known, text, "the byline")
            return BlockRole.CREDIT
        if (signed and len(tokens(text)) <= _TITLED and not is_paragraph(text)) or agency(text):
            return BlockRole.CREDIT
        titled = any(each.role is BlockRole.HEADLINE for each in self.parts)
        if not titled:
            self._known.add(Field.TITLE, text, "the headline line of the wire")
        return BlockRole.SUMMARY if titled else BlockRole.HEADLINE

    def _of_desk(self, text: str) -> BlockRole | None:
        """The role of a line from desk to desk: a kill, a note, a hold, what moves with the text; None for others."""
        if _STATE.fullmatch(text):
            self._known.add(Field.STATUS, status_word(text), "a line of the wire")
            return BlockRole.CORRECTION
        if _NOTE.match(text) or opening("correction_openings").match(text[:_READ]):
            about = note(self._known, text, "a note in the wire")
            return BlockRole.FURNITURE if about is None else BlockRole.CORRECTION
        if _PRIORITY.fullmatch(text):
            self._known.add(Field.PRIORITY, text.strip().casefold(), "a line of the wire")
            return BlockRole.FURNITURE
        if _ADVANCE.fullmatch(text):
            self._known.add(Field.STATUS, "advance", "a line of the wire")
            return BlockRole.FURNITURE
        held = embargo_in(text)
        if held is not None:
            self._known.add(Field.EMBARGO, held, "a line of the wire")
        return BlockRole.FURNITURE if held is not None or _MOVES.fullmatch(text) else None
