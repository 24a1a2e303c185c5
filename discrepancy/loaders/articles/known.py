"""What a file says of an article beside its text, the surest first, each with where it came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from discrepancy.loaders.articles.moments import moment
from discrepancy.loaders.articles.parts import line_of
from discrepancy.model import Detail

__all__ = ["Field", "Known"]

_LONGEST = 2000
"""Characters of one value: what is longer is no metadata, and is cut."""
_MOST = 60
"""Values that are kept of one field: a page of tags says nothing more."""


class Field(StrEnum):
    """What may be known of an article."""

    TITLE = "title"
    SOURCE = "source"
    AUTHOR = "author"
    PUBLISHED = "published"
    UPDATED = "updated"
    FIRST_SENT = "first sent"
    """When a wire's first version went out; the one that is read was published when it was made itself."""
    PLACE = "place"
    LANGUAGE = "language"
    ADDRESS = "address"
    EMBARGO = "embargo"
    VERSION = "version"
    SLUG = "slug"
    USAGE = "usage terms"
    NOTE = "note to editors"
    STATUS = "status"
    """What a wire says of it: usable, withheld, canceled; or a feed that gives a summary only."""
    PRIORITY = "priority"
    SUBJECT = "subject"
    ID = "identifier"
    STORY = "story"
    ROLE = "role"
    FAMILY = "family"


@dataclass(slots=True)
class Known:
    """A list of details that is added to in order of trust: what is added first stands for its field."""

    details: list[Detail] = field(default_factory=list)

    def add(self, name: Field, value: object, origin: str) -> None:
        """Note a value; an empty one, one of another type than text or number, and one noted already are left out.

        Args:
            name: what it is.
            value: a string, a number, a date; anything else is passed over, since a hostile file may hold it.
            origin: where it stands: the format and its own name for the field ("JSON-LD datePublished"), or in words
                what a reader sees ("the byline", "the headline on the page").
        """
        text = _text(value)
        same = [each.value for each in self.details if each.name == name.value]
        if text and text not in same and len(same) < _MOST:
            self.details.append(Detail(name.value, text, origin))

    def first(self, name: Field) -> str:
        """The surest value of a field; empty where none is known."""
        return next(self.all(name), "")

    def all(self, name: Field) -> Iterator[str]:
        """Every value of a field, the surest first."""
        return (each.value for each in self.details if each.name == name.value)

    def moment(self, name: Field) -> dt.date | None:
        """The first value of a field that is a date or a time; None where none is."""
        return next((when for value in self.all(name) if (when := moment(value)) is not None), None)

    def version(self) -> int | None:
        """The number of the version, where it is one."""
        told = self.first(Field.VERSION).strip()
        return int(told) if told.isascii() and told.isdecimal() and len(told) <= 6 else None


def _text(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return line_of(str(value)[: 2 * _LONGEST])[:_LONGEST]
