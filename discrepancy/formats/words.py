"""The words of a report that people read, from the message catalogue, with counts and dates in the reader's way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from babel.dates import format_date, format_time, get_timezone_gmt
from babel.numbers import format_decimal

from discrepancy.messages import render
from discrepancy.model import Message

__all__ = ["Words"]


@dataclass(frozen=True, slots=True)
class Words:
    """What the interface says in one language. Its keys begin with ``page.`` in the catalogue."""

    language: str = "en"

    def __call__(self, key: str, **params: str) -> str:
        """The interface's words for ``page.<key>``, filled with ``params``."""
        return render(Message(f"page.{key}", params), self.language)

    def say(self, message: Message) -> str:
        """A finding's message as a sentence."""
        return render(message, self.language)

    def number(self, number: int) -> str:
        """A whole number as the language writes it."""
        return str(format_decimal(number, locale=self.language))

    def count(self, key: str, number: int) -> str:
        """``page.<key>`` in the form that goes with the number, filled with it as the language writes it."""
        return render(Message(f"page.{key}", {"n": self.number(number)}), self.language, number)

    def date(self, when: dt.date | None) -> str:
        """A date, or a time with its zone where it has one; empty for None."""
        if when is None:
            return ""
        day = format_date(when, format="medium", locale=self.language)
        if not isinstance(when, dt.datetime):
            return day
        clock = format_time(when, format="short", locale=self.language).replace("\u202f", "\u00a0")
        zone = get_timezone_gmt(when, width="short", locale=self.language) if when.tzinfo else ""
        return f"{day}, {clock} {zone}".rstrip()
