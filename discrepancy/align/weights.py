"""What speaks for and against two quantities of two documents measuring the same thing, and how much.

A pair's score is the sum of the weights of the evidence found on it: log odds, learned by logistic regression from the
story clusters of the building half (``python -m benchmarks.fit_alignment`` learns them anew and prints this table; the
report half takes no part). Examples of one measure are figures that two versions give alike, which are many, and
those that the gold says are one measure given differently.
"""

from __future__ import annotations

BASE = -0.89
"""The score of a pair on which nothing is found."""

WEIGHTS: dict[str, float] = {
    "same head": 0.67,
    "both only people": -0.28,
    "same concept": 1.41,
    "other concept": -1.25,
    "nothing named": -0.55,
    "same verb": 0.1,
    "other verb": -0.71,
    "same unit": 0.43,
    "same event date": 1.08,
    "one of a span": -2.5,
    "one names a place": -0.21,
    "other places": -1.2,
    "one of a place alone": -4.0,
    "one narrows it": -0.57,
    "small figure": -1.02,
    "one since then": -2.5,
    "same person in the sentence": 1.03,
    "same figure in the sentence": 1.52,
    "only one in both": 1.05,
    "both in the opening": 2.49,
    "sentence": 2.45,
    "window": 1.13,
    "words": 1.24,
    "far in the text": -2.31,
    "one digit off": 1.47,
    "one of two digits off": 0.7,
    "twice in one text": 2.0,
    "same figure": 2.0,
    "same digits": 2.5,
}
"""Evidence and its weight. ``sentence``, ``window``, ``words`` and ``far in the text`` are multiplied by 0..1."""

BY_HAND = frozenset(
    {
        "one of a span",
        "one of a place alone",
        "one since then",
        "twice in one text",
        "same figure",
        "same digits",
    }
)
"""Evidence whose weight is set, not learned: the clusters hold too few cases of it."""

KINDRED = -1.0
"""The score from which on two quantities may be one thing, one to three: a difference is explained, never flagged."""

TWO_ACCOUNTS = 2.0
"""Added where each of two kindred figures is by an account of its own: papers set such figures side by side."""

THRESHOLD = 0.4
"""The score from which on two quantities are held to measure the same thing: three to two."""
