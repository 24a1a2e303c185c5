"""What speaks for and against two quantities of two documents measuring the same thing, and how much.

A pair's score is the sum of the weights of the evidence found on it: log odds, learned by logistic regression from the
story clusters of the building half (``python -m benchmarks.fit_alignment`` learns them anew and prints this table; the
report half takes no part). Examples of one measure are figures that two versions give alike, which are many, and
those that the gold says are one measure given differently.
"""

from __future__ import annotations

BASES: dict[str, float] = {
    "count": -1.49,
    "money": -2.2,
    "share": -1.99,
    "points": -0.91,
    "measure": -0.47,
    "duration": -1.3,
    "age": 3.0,
}
"""The score of a pair of one kind on which nothing is found. That of ages is set: only one person's are weighed."""

WEIGHTS: dict[str, float] = {
    "same head": 0.32,
    "both only people": 0.07,
    "same concept": 1.15,
    "other concept": -0.98,
    "nothing named": -0.55,
    "same verb": 0.48,
    "other verb": -0.02,
    "same unit": 0.76,
    "same event date": 0.23,
    "one of a span": -2.5,
    "one names a place": -0.24,
    "other places": -0.47,
    "one of a place alone": -6.0,
    "one narrows it": -0.09,
    "small figure": -1.63,
    "one since then": -2.5,
    "same person in the sentence": -0.26,
    "same figure in the sentence": 0.81,
    "only measure of its unit": 1.56,
    "only sum or share of its unit": 0.65,
    "only measure of its unit left": 0.13,
    "only sum or share of its unit left": 0.85,
    "only one in both": 1.11,
    "both in the opening": 1.02,
    "sentence": 2.93,
    "window": 2.45,
    "words": 1.94,
    "far in the text": -2.55,
    "one digit off": 1.47,
    "one of two digits off": 0.7,
    "twice in one text": 2.0,
    "same figure": 1.5,
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
        "one digit off",
        "one of two digits off",
    }
)
"""Evidence whose weight is set, not learned: the clusters hold too few cases of it."""

KINDRED = -1.0
"""The score from which on two quantities may be one thing, one to three: a difference is explained, never flagged."""

TWO_ACCOUNTS = 2.0
"""Added where each of two kindred figures is by an account of its own: papers set such figures side by side."""

THRESHOLD = 0.4
"""The score from which on two quantities are held to measure the same thing: three to two."""
