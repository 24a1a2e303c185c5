"""Are two names one person's, and are they spelled alike? Reads both, aligns their words, weighs the evidence."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

from discrepancy.messages import render
from discrepancy.model import Message, NameMatch, Verdict
from discrepancy.names.align import align
from discrepancy.names.characters import LIMIT
from discrepancy.names.evidence import Evidence, gather
from discrepancy.names.initials import by_initials
from discrepancy.names.prepare import Prepared, prepare
from discrepancy.names.scripts import unread
from discrepancy.names.spelling import differences
from discrepancy.names.weights import DIFFERENT_AT_MOST, SAME_AT_LEAST, WEIGHTS

__all__ = ["compare_names", "forget_pairs", "spelling_told"]

_SAME: Final = Verdict.SAME
_DIFFERENT: Final = Verdict.DIFFERENT
_UNSURE: Final = Verdict.UNSURE
_MEMORY: Final = 1 << 16
_ALIKE, _FAR = "equal but for case and punctuation", "words too far apart to be spellings of one name"
_UNREAD: Final = 0.5
"""The score of two names of which nothing can be said."""


def compare_names(a: str, b: str) -> NameMatch:
    """Compares two names of persons; symmetric, and never raises for strings, whatever they hold.

    Args:
        a: a name as written, with or without titles, in any script.
        b: another.

    Returns:
        score 0..1 (1.0 for equal strings), verdict, whether a part that both have is spelled in two ways, and what
        decided it in words, most weighty first. Two persons have no name that is spelled in two ways.

    Raises:
        TypeError: one of them is no string.
    """
    _need_strings(a, b)
    if a == b:
        return NameMatch(score=1.0, verdict=_SAME, spelling_differs=False, reasons=_alone(a))
    if b < a:
        a, b = b, a
    return _compared(a, b) if len(a) + len(b) <= LIMIT else _compare(a, b)


def _need_strings(*names: object) -> None:
    """Say what is wrong with a name that is no string, and what to do about it."""
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"A name is of type {type(name).__name__}: give both names as strings.")


def _compare(a: str, b: str) -> NameMatch:
    """Compares two strings that are not equal, in their order."""
    one, other = prepare(a), prepare(b)
    if not one.words or not other.words:
        reasons = ("no letters to compare", *_hidden(one, other))
        return NameMatch(score=0.0, verdict=_UNSURE, spelling_differs=False, reasons=reasons)
    found = align(one, other)
    evidence = gather(one, other, found)
    score = min(_weigh(evidence), 0.999)
    verdict = _verdict(score)
    unknown = (unread(one, other) or by_initials(a, b)) if verdict is not _SAME else ""
    if unknown:
        return NameMatch(score=max(score, _UNREAD), verdict=_UNSURE, spelling_differs=False, reasons=(unknown,))
    differs, told = (False, []) if verdict is _DIFFERENT else differences(one, other, found)
    words = [render(how) for how in told]
    reasons = _reasons(evidence, words, differs=differs) or (_ALIKE if verdict is _SAME else _FAR,)
    return NameMatch(score=score, verdict=verdict, spelling_differs=differs, reasons=reasons)


_compared: Final = lru_cache(maxsize=_MEMORY)(_compare)
"""The same two names meet again and again within one story; what is longer than names are is not kept."""


def spelling_told(a: str, b: str) -> Message | None:
    """What differs first in the spelling of two names that may be one person's; None where no word of them does.

    What a hidden character does to a name is told too.
    """
    one, other = prepare(min(a, b)), prepare(max(a, b))
    _, told = differences(one, other, align(one, other))
    if told:
        return told[0]
    hidden = ", ".join(dict.fromkeys((*one.hidden, *other.hidden)))
    return Message("spelling.hidden", {"characters": hidden}) if hidden else None


def forget_pairs() -> None:
    """Drops the pairs of names that are kept, as a story that is done with has no use for them."""
    _compared.cache_clear()


def _weigh(evidence: list[Evidence]) -> float:
    """The score that evidence comes to."""
    total = 0.0
    for kind, amount, _ in evidence:
        total += WEIGHTS[kind] * amount
    return 1.0 / (1.0 + math.exp(-total))


def _reasons(evidence: list[Evidence], spellings: list[str], *, differs: bool) -> tuple[str, ...]:
    """Everything that is worth a word, most weighty first; a spelling that differs is what an editor acts on."""
    told = [(-abs(WEIGHTS[kind] * amount), words) for kind, amount, words in evidence if words]
    if len(told) > 1:
        told.sort()
    against = [words for _, words in told]
    return tuple(spellings + against if differs else against + spellings)


def _verdict(score: float) -> Verdict:
    """The verdict that a score comes to."""
    if score >= SAME_AT_LEAST:
        return _SAME
    return _DIFFERENT if score <= DIFFERENT_AT_MOST else _UNSURE


def _alone(name: str) -> tuple[str, ...]:
    """The reasons for equal strings: that they are, and what is hidden in them."""
    return ("equal", *_hidden(prepare(name)))


def _hidden(*names: Prepared) -> tuple[str, ...]:
    """The hidden characters of names, each once."""
    return tuple(dict.fromkeys(f"hidden character: {kind}" for name in names for kind in name.hidden))
