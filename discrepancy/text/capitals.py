"""The word with a capital letter that a figure follows most closely: whose share of the vote, whose price it is."""

from __future__ import annotations

import re

__all__ = ["name_before", "names_before"]

_CAPITAL = re.compile(r"(?<![^\W_])[^\W\d_a-z][\w-]{2,}")
_TURN = re.compile(r"[;:]|, (?:and|but|while|to) | and ")
"""Where a clause of a sentence ends, so that a name before it is another figure's."""


def names_before(text: str, start: int, end: int) -> tuple[str, ...]:
    """The words with a capital letter between two offsets, in order."""
    return tuple(match.group() for match in _CAPITAL.finditer(text[start:end]))


def name_before(text: str, start: int, end: int) -> str:
    """The last word of the first run of capital words in the clause that ends at ``end``; empty where there is none.

    In "With 94% counted, Ana Quesada of the Civic Union had 52.3%" that is Quesada.
    """
    turns = [match.end() for match in _TURN.finditer(text, start, end)]
    clause = text[turns[-1] if turns else start : end]
    run = _RUN.search(clause)
    return run.group().split()[-1] if run else ""


_RUN = re.compile(r"(?!(?:With|After|By|When|Once|The|In|On|As|But|At)\b)[^\W\d_a-z][\w-]{2,}(?: [^\W\d_a-z][\w.-]+)*")
