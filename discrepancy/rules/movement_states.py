"""What "was up", "12% more than" and "a fall in" are told of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from discrepancy.rules.movement_subjects import REACH, Subject, is_open, named_in, subject_before
from discrepancy.rules.movement_words import FIGURE, MARK, Word, counts, is_measure, listed

UNNAMED: Final = "?"
"""The thing of "6 per cent more than", which stands anywhere in its sentence."""


def of_state(line: Sequence[Word], i: int, last: int) -> Subject | None:
    """What "was up", "stood 2% higher" or "12% more than" is said of."""
    named = _stated(line, i, last)
    if named is not None and named[0]:
        return named
    compared = last + 1 < len(line) and line[last + 1].low == "than" and i > 0 and is_measure(line[i - 1])
    return (UNNAMED, frozenset()) if compared else named


def _stated(line: Sequence[Word], i: int, last: int) -> Subject | None:
    for at in range(i - 1, max(-1, i - REACH), -1):
        if line[at].low in listed("copulas") and line[at].low != "running":
            between = line[at + 1 : i]
            plain_gap = all(is_measure(word) or word.low in listed("auxiliaries") for word in between)
            after = line[last + 1].low if last + 1 < len(line) else "."
            led = after in {"by", "from", "at", "on", "in", "than", "to", "against", "year-on-year", "last", "this"}
            if plain_gap and (between or led or after in MARK or FIGURE.search(after) or after in counts()):
                return subject_before(line, at)
            return None
        if line[at].text in MARK and line[at].text != ".":
            return None
    return None


def of_noun(line: Sequence[Word], i: int, last: int) -> Subject | None:
    """What "a fall in" is told of."""
    if last + 1 >= len(line) or line[last + 1].low != "in" or is_open(line, i):
        return None
    stretch: list[Word] = []
    for word in line[last + 2 :]:
        if word.text in MARK or FIGURE.search(word.text) or word.low in listed("clause") | listed("copulas"):
            break
        if word.low in listed("prepositions") and word.low != "of":
            break
        stretch.append(word)
    return named_in(stretch)
