"""The rules by which two versions can not both be right, and what their findings say of which version gives what."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from discrepancy.model import Finding, Mention, ValueGroup
from discrepancy.rules import Rule, chosen_rules
from discrepancy.settings import Settings

__all__ = ["contradicting_rules", "given_by", "is_contradicting"]

_OF_ONE_TEXT: Final = frozenset(
    {
        "DAT002",  # a weekday that does not fit its date
        "NAM002",  # one text spells a name in two ways
        "NAM004",  # house style
        "NAM005",  # a character that is not what it shows
        "NUM011",  # a conversion in brackets
        "NUM012",  # parts and their total
        "NUM013",  # a change and the figures on both sides of it
        "NUM014",  # a share, its part and its whole
        "NUM015",  # points told as per cent
        "NUM016",  # an age and a year of birth
        "STO002",  # a headline and the article below it
    }
)
"""What is wrong with one text by itself, though another version is shown beside it."""
_OF_WORDING: Final = frozenset({"CLM003", "CLM004", "NUM003", "ORG001", "ORG002", "STO003"})
"""What versions tell in another way, or leave out: both can be right."""
_OF_TIME: Final = frozenset({"STO001", "STO004"})
"""What comes of a source's own changes, which are told as changes, or of the time that others need to follow."""


def is_contradicting(rule: str) -> bool:
    """Whether findings of a rule say that two versions can not both be right."""
    return rule not in _OF_ONE_TEXT | _OF_WORDING | _OF_TIME


def contradicting_rules(settings: Settings) -> tuple[Rule, ...]:
    """The rules of that sort that the settings let run, with the one that tells of figures changed by one source.

    Raises:
        UsageError: the settings name a rule that there is not.
    """
    chosen = chosen_rules(settings.also, settings.without)
    return tuple(rule for rule in chosen if is_contradicting(rule.code) or rule.code == "STO004")


def given_by(finding: Finding, documents: Collection[str]) -> list[tuple[ValueGroup, Mention]]:
    """The values of a finding that only ``documents`` give, each with the first mention."""
    return [
        (value, value.mentions[0])
        for value in finding.values
        if value.mentions and all(mention.document in documents for mention in value.mentions)
    ]
