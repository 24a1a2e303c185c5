"""What speaks for two quantities measuring the same thing, and how much.

A pair's score is the sum of the weights of the evidence found. Set by hand on the clusters of the building half in
``tests/clusters``; the report half is not looked at while they are set.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "same head": 1.6,
    "same concept": 1.4,
    "other concept": -2.4,
    "same modifiers": 0.9,
    "some modifiers": 0.4,
    "other modifiers": -0.8,
    "same owner": 1.5,
    "same verb": 0.7,
    "other verb": -0.5,
    "same place": 0.6,
    "other place": -1.2,
    "same event date": 0.4,
    "other date": -1.5,
    "other time frame": -0.1,
    "sentence": 3.2,
    "window": 2.2,
    "only one in both": 0.3,
    "same rate": 0.5,
    "other rate": -2.5,
    "same speaker": 0.3,
}
"""Evidence and its weight. ``sentence`` and ``window`` are multiplied by a likeness of 0..1."""

THRESHOLD = 3.0
"""The score from which on two quantities are held to measure the same thing."""

FULL = 5.0
"""The score that counts as a confidence of 1."""
