"""The words of a report that people read, from the message catalogue, with counts and dates in the reader's way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from discrepancy.messages import SOURCE, has, locale_of, render
from discrepancy.messages.locales import write_date, write_number, write_share
from discrepancy.model import Message, RuleInfo, ValueGroup

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["Words"]


@dataclass(frozen=True)  # no slots: the locale is looked up once
class Words:
    """What the interface says in one language. Its keys begin with ``page.`` in the catalogue."""

    language: str = SOURCE

    @cached_property
    def locale(self) -> Locale:
        """How the language, and the country if one is named, writes numbers and dates."""
        return locale_of(self.language)

    def __call__(self, key: str, **params: str) -> str:
        """The interface's words for ``page.<key>``, filled with ``params``."""
        return render(Message(f"page.{key}", params), self.language)

    def say(self, message: Message) -> str:
        """A finding's message as a sentence."""
        return render(message, self.language)

    def label(self, value: ValueGroup) -> str:
        """What one of a finding's values is called."""
        return self.say(value.said) if value.said else value.label

    def rule(self, rule: RuleInfo, part: Literal["name", "summary"]) -> str:
        """A rule's name, or what it looks for; its own words, which are English, where the catalogue has none."""
        key = f"rule.{rule.code}.{part}"
        own = rule.name if part == "name" else rule.summary
        return self.say(Message(key)) if has(key, self.language) else own

    def tongue(self, tag: str) -> str:
        """What a language is called ("English"); its tag where it has no name that is known."""
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(tag, sep="-").get_display_name(self.locale) or tag
        except (UnknownLocaleError, ValueError):
            return tag

    def number(self, number: int | Decimal) -> str:
        """A number as the language writes it."""
        return write_number(number, self.locale)

    def share(self, number: Decimal) -> str:
        """A number of per cent as the language writes it, with its sign."""
        return write_share(number, self.locale)

    def count(self, key: str, number: int) -> str:
        """``page.<key>`` in the form that goes with the number, filled with it as the language writes it."""
        return render(Message(f"page.{key}", {"n": self.number(number)}), self.language, number)

    def date(self, when: dt.date | None) -> str:
        """A date, or a time with its zone where it has one; empty for None."""
        if when is None:
            return ""
        shown = write_date(when, self.locale)
        if not isinstance(when, dt.datetime) or not when.tzinfo:
            return shown
        from babel.dates import get_timezone_gmt

        return f"{shown} {get_timezone_gmt(when, width='short', locale=self.locale)}"
