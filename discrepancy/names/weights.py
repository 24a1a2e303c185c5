"""What each piece of evidence weighs: the one table behind every score.

A score is the logistic function of the sum of ``weight * amount`` over the evidence, so a weight of 1 makes the odds
that two names are one person's 2.7 times as good. The weights were set by hand, rounded from a logistic regression over
pairs of names; where news and lists of adversarial pairs pull apart (Tim and Tom of one surname), news was followed.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

__all__ = ["DIFFERENT_AT_MOST", "SAME_AT_LEAST", "WEIGHTS"]

WEIGHTS: Final = MappingProxyType(
    {
        "base": 2.1,
        "whole": 1.5,
        "equal": 0.05,
        "spelling": 0.9,
        "spelling_size": -0.8,
        "nickname": 0.0,
        "initial": -0.2,
        "joined": 1.0,
        "slip": 0.1,
        "slip_size": -2.0,
        "slip_known_apart": -2.8,
        "slip_short": -1.6,
        "first_letter": -0.8,
        "crossed": -1.0,
        "slip_far": -0.2,
        "syllable": -1.5,
        "syllable_missing": -3.0,
        "edits": -1.3,
        "conflict": -0.8,
        "conflict_size": -1.2,
        "conflict_initial": -3.0,
        "initials_only": -2.0,
        "extra": -0.3,
        "surname_alone": 0.4,
        "given_alone": -1.8,
        "surname_first_of_two": -1.5,
        "order": -0.5,
        "order_given": -1.0,
        "chain_order": -2.5,
        "particle": -0.4,
        "suffix_missing": -3.7,
        "suffix_missing_formal": -1.9,
        "suffix_differs": -5.0,
        "numeral": -2.5,
        "nothing_shared": -6.0,
        "sex": -5.5,
        "native": -2.5,
        "characters": -0.3,
    }
)
"""Kind of evidence to its weight."""

SAME_AT_LEAST: Final = 0.6
"""Scores from here on mean one person."""
DIFFERENT_AT_MOST: Final = 0.35
"""Scores up to here mean two."""
