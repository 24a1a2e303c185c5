"""Figures in words: "three hundred and forty-two", "half a million", "tens of thousands", "the sixth"."""

from __future__ import annotations

import re
from decimal import Decimal

from discrepancy.grammar.clocks import clock_at
from discrepancy.grammar.drafts import ONE, Draft, Form, step_of
from discrepancy.grammar.fractions import PARTS, mixed_part, part_at, parts_tail
from discrepancy.lexicon import table
from discrepancy.lexicon.tries import any_of
from discrepancy.model import QuantityKind

__all__ = ["NUMBER_WORDS", "words_at"]

_DATA = table("numbers")
_CARDINALS: dict[str, int] = _DATA["cardinals"]
_SCALES: dict[str, int] = _DATA["scales"]
_OPEN: dict[str, int] = _DATA["open"]
_ORDINALS: dict[str, int] = _DATA["ordinals"]
_MULTIPLES: dict[str, int] = _DATA["multiples"]


def _cased(words: set[str]) -> set[str]:
    return words | {word.capitalize() for word in words} | {word.upper() for word in words}


_CHAINED = any_of(_cased({*_CARDINALS, *_SCALES}))
NUMBER_WORDS = _cased({*_CARDINALS, *_SCALES, *_OPEN, *_ORDINALS, *PARTS, *_MULTIPLES, "couple"})
"""What a figure in words can open with."""

# Bounded, so that a text of nothing but number words is read in linear time.
_CHAIN = re.compile(rf"{_CHAINED}(?:[ \-\u00a0](?:and[ -])?{_CHAINED}){{0,11}}(?![A-Za-z])")
_ORDINAL_TAIL = re.compile(rf"[ -](?:and[ -])?({any_of(_ORDINALS)})(?![A-Za-z])")
_TOKEN = re.compile(r"[A-Za-z]+")
_OPEN_CHAIN = re.compile(rf"({any_of(_cased(set(_OPEN)))})(?: of (?:the )?({any_of(_OPEN)}))?(?: of)?(?![A-Za-z])")
_COUPLE = re.compile(rf"[Cc]ouple(?: of)?(?: ({any_of(_SCALES)}))?(?![A-Za-z])")
_MULTIPLE = re.compile(r" (?:as|the|that|what|its|their|his|her)(?![A-Za-z])")
_FOLD = re.compile(r"fold(?![A-Za-z])")
_FEW = re.compile(r"(?:a few|several|many|a good few)[ -]$", re.IGNORECASE)


def words_at(text: str, match: re.Match[str]) -> tuple[Draft | None, int]:
    """Read the figure that opens with the number word found; the offset to go on from comes second."""
    start, end = match.span()
    if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        return None, end
    if text[end : end + 1].isalnum():
        return _fold_at(text, start, end)
    word = match.group().lower()
    draft: Draft | None
    if word in _CARDINALS and (hour := clock_at(text, start, end)):
        return None, hour
    if word in _CARDINALS or word in _SCALES:
        return _chain_at(text, start, end)
    if word in _OPEN:
        draft = _open_at(text, start)
    elif word == "couple":
        draft = _couple_at(text, start)
    elif word in _MULTIPLES:
        draft = _multiple_at(text, start, end, word)
    else:
        draft = part_at(text, start, end) if word in PARTS else None
        if draft is None and word in _ORDINALS:
            draft = _rank(start, end, _ORDINALS[word])
    return draft, max(end, draft.end if draft else end)


def _fold_at(text: str, start: int, end: int) -> tuple[Draft | None, int]:
    """ "fourfold"; any other longer word is no number."""
    match = _FOLD.match(text, end)
    value = _CARDINALS.get(text[start:end].lower())
    if match is None or not value:
        return None, end
    number = Decimal(value)
    draft = Draft(start, match.end(), number, number, ONE, Form.MULTIPLE, kind=QuantityKind.MULTIPLE)
    return draft, match.end()


def _chain_at(text: str, start: int, end: int) -> tuple[Draft | None, int]:
    chain = _CHAIN.match(text, start)
    if chain is None:
        return None, end
    tokens = [(token.group().lower(), token.end()) for token in _TOKEN.finditer(text, start, chain.end())]
    value, used = _compose([word for word, _ in tokens])
    end = tokens[used - 1][1]
    if value < 0:
        return None, end
    if tokens[0][0] in _SCALES:
        draft = _article(text, start, end, value)
    elif tail := _tail(text, start, end, value):
        return tail, tail.end
    else:
        number = Decimal(value)
        draft = Draft(start, end, number, number, step_of(str(value)), Form.WORDS, _last_scale(tokens, used))
    if draft is not None:
        mixed_part(text, draft)
        _late_scale(text, draft)
    return draft, max(end, draft.end if draft else end)


def _late_scale(text: str, draft: Draft) -> None:
    """A scale after a part: "three and a half million"."""
    if draft.low == draft.low.to_integral_value():
        return
    token = _TOKEN.match(text, draft.end + 1)
    if token and text[draft.end] in " -" and (word := token.group().lower()) in _SCALES:
        factor = Decimal(_SCALES[word])
        draft.low = draft.high = draft.low * factor
        draft.step *= factor
        draft.scale = factor
        draft.end = token.end()


def _tail(text: str, start: int, end: int, value: int) -> Draft | None:
    if part := parts_tail(text, start, end, value):
        return part
    ordinal = _ORDINAL_TAIL.match(text, end)
    if ordinal and value % 10 == 0 and _ORDINALS[ordinal.group(1)] < 10 and value >= 20:
        return _rank(start, ordinal.end(), value + _ORDINALS[ordinal.group(1)])
    return None


def _rank(start: int, end: int, place: int) -> Draft:
    number = Decimal(place)
    return Draft(start, end, number, number, ONE, Form.ORDINAL, kind=QuantityKind.RANK)


def _last_scale(tokens: list[tuple[str, int]], used: int) -> Decimal:
    return Decimal(_SCALES.get(tokens[used - 1][0], 1)) if used > 1 else ONE


def _compose(words: list[str]) -> tuple[int, int]:
    """The value of the longest run of ``words`` that makes one number, and how many words it takes.

    Returns -1 for a year in words ("nineteen eighty-four").
    """
    total = current = 0
    previous = ""
    for place, word in enumerate(words):
        if word == "and":
            if previous not in _SCALES:
                return total + current, place
            continue
        if word in _SCALES:
            total, current, good = _scaled(total, current, _SCALES[word], first=not previous)
        else:
            small = _CARDINALS[word]
            good = _fits(current, small, previous)
            if not good and 10 <= _CARDINALS.get(previous, 0) <= 20 and small >= 10:
                return -1, len(words)
            current += small
        if not good:
            if word not in _SCALES:
                current -= _CARDINALS[word]
            return total + current, place - (words[place - 1] == "and")
        previous = word
    return total + current, len(words) - (words[-1] == "and")


def _fits(current: int, small: int, previous: str) -> bool:
    if not previous or (current == 0 and previous in _SCALES):
        return True
    if small < 10:
        return small > 0 and (current % 100 == 0 or (current % 10 == 0 and _CARDINALS.get(previous, 0) >= 20))
    return current % 100 == 0 and current > 0


def _scaled(total: int, current: int, scale: int, *, first: bool) -> tuple[int, int, bool]:
    if scale in (12, 100):
        good = first or 0 < current < 100
        return (total, (current or 1) * scale, True) if good else (total, current, False)
    if first:
        return scale, 0, True
    if current:
        return total + current * scale, 0, True
    # "million million": once, for the old way of saying a trillion.
    return (total * scale, 0, True) if 0 < total < 10**9 else (total, current, False)


def _article(text: str, start: int, end: int, value: int) -> Draft | None:
    """A scale without a number before it: "a hundred", "a few thousand"; alone it is no figure."""
    number = Decimal(value)
    before = text[max(0, start - 12) : start]
    if few := _FEW.search(before):
        begin = start - len(before) + few.start()
        return Draft(begin, end, 2 * number, 10 * number, number, Form.OPEN, number)
    if before[-2:].lower() in ("a ", "a-") and not before[-3:-2].isalnum():
        return Draft(start - 2, end, number, number, step_of(str(value)), Form.WORDS, number)
    if before.lower().endswith("another "):
        return Draft(start, end, number, number, step_of(str(value)), Form.WORDS, number)
    return None


def _open_at(text: str, start: int) -> Draft | None:
    match = _OPEN_CHAIN.match(text, start)
    if match is None or text[max(0, start - 2) : start - 1].isdigit():
        return None
    first = match.group(1).lower()
    if first in ("tens", "scores") and " of" not in match.group():
        return None
    factor = Decimal(_OPEN[match.group(2)]) if match.group(2) else ONE
    low = Decimal(_OPEN[first]) * factor
    end = match.end() - 3 if match.group().endswith(" of") else match.end()
    return Draft(start, end, low, 10 * low, low, Form.OPEN)


def _couple_at(text: str, start: int) -> Draft | None:
    match = _COUPLE.match(text, start)
    if (
        match is None
        or text[max(0, start - 2) : start].lower() != "a "
        or not (match.group(1) or " of" in match.group())
    ):
        return None
    value = Decimal(2 * _SCALES.get(match.group(1) or "", 1))
    return Draft(start - 2, match.end(), value, value, ONE, Form.WORDS)


def _multiple_at(text: str, start: int, end: int, word: str) -> Draft | None:
    if _MULTIPLE.match(text, end) is None:
        return None
    value = Decimal(_MULTIPLES[word])
    return Draft(start, end, value, value, ONE, Form.MULTIPLE, kind=QuantityKind.MULTIPLE)
