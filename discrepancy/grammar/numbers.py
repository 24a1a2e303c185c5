"""Figures in text: where they stand and what they are worth, whatever they count."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from discrepancy.grammar.drafts import MAX_DIGITS, ONE, Draft, Form, step_of
from discrepancy.grammar.fractions import VULGAR, mixed_part
from discrepancy.grammar.notcounts import skip_digits
from discrepancy.grammar.number_words import NUMBER_WORDS, words_at
from discrepancy.lexicon import table
from discrepancy.lexicon.tries import any_of, openings
from discrepancy.model import QuantityKind

__all__ = ["figures"]

_SPACES = "\u00a0\u2009\u202f\u2007"
_DATA = table("numbers")
_WORD_SCALES = {str(k): Decimal(v) for k, v in (_DATA["scales"] | _DATA["short_scales"]).items()}
_LETTER_SCALES = {str(k): Decimal(v) for k, v in _DATA["letter_scales"].items()}

# The digits 0 to 9 alone: figures in other scripts are left alone.
_START = re.compile(
    "|".join(
        [
            *(rf"{digit}[0-9]*(?:[.,'’{_SPACES}][0-9]+)*" for digit in "0123456789"),
            *VULGAR,
            *(rf"{opening}(?![A-Za-eg-z])" for opening in openings(NUMBER_WORDS)),  # "fourfold" may go on
        ]
    )
)
# A run of this many figures with nothing but small words between them is a table, not prose: it is passed over, and
# so text made of figures takes no longer than other text. Atomic groups: there is one way only to read a run.
_TABLE_RUN = 30
_GAP = r"[\s,;|()\-–—]+"
_ROW = (
    rf"(?>(?:(?:to|and|or|in|an?|of|more|than|between|from|by|few){_GAP})*"
    rf"[^\s\w]{{0,3}}(?:[0-9]\S{{0,24}}|{any_of(NUMBER_WORDS)}(?![A-Za-z0-9])){_GAP}"
    rf"(?:[A-Za-z]{{1,20}}{_GAP})?)"
)
_NO_TABLE = re.compile(rf"(?:{_ROW}){{,{_TABLE_RUN - 1}}}")
_SHORTEST_RUN = 2 * (_TABLE_RUN - 1)
"""Characters of so many figures at the least, each with what parts it from the next."""


@cache
def _table() -> re.Pattern[str]:
    """A table: asked for only behind many figures in a row, so most texts need no such pattern."""
    return re.compile(rf"(?:{_ROW}){{{_TABLE_RUN},}}")


_GROUPED = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"  # lakh and crore: 12,34,567
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?"  # 1.234.567: two points or more can only group
    rf"|[0-9]{{1,3}}(?:([{_SPACES}'’])[0-9]{{3}})(?:\1[0-9]{{3}})*(?:\.[0-9]+)?"
    r"|[0-9]+\.[0-9]+"
)
_SCALE = re.compile(
    rf"[ \-{_SPACES}]?({any_of(w for w in _WORD_SCALES)})(?![A-Za-z0-9])"
    rf"|({any_of(_LETTER_SCALES)})(?![A-Za-z0-9²³/])"
)
_MORE_SCALE = re.compile(rf"[ \-{_SPACES}]({any_of(_DATA['scales'])})(?![A-Za-z])")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z0-9])")
_SPACED = re.compile(r"(?: [0-9]{3})+(?![0-9]|[.,:/'’-][0-9]| [0-9])")
_VULGAR_RUN = re.compile(rf"[{''.join(VULGAR)}]{{2,}}")
_HEIGHT = re.compile(r"([3-8])['’′] ?(1[01]|[0-9])(?:[\"”″]|['’′]{2})")
"""A person's height with signs: 5'10", in inches."""
_ENDLESS = 120
"""Digits and marks run on for longer only where they are no figure: the whole run is passed over at once."""
_POWER = re.compile(r" ?[×x] ?10(?:\^|\*\*)?([-−–])?([0-9]{1,2})(?![0-9])")


# A figure takes many times what a word without one does. News has one in 400 characters, and no story has thousands:
# where a text has more, and denser ones, it is data, and what goes beyond is left alone in stretches.
_ANY_TEXT = 3000
"""So many figures are read in a text of any kind."""
_SPARSE = 100
"""Beyond those, one for so many characters of the text up to there."""
_AT_ONCE = 50
"""As many figures' room is left before the reading goes on, so that neighbours are read together."""
_BREAK = re.compile(r"\n|[.!?][”\"’')]*\s(?=[“\"‘(]*[A-Z])")


def _next_sentence(text: str, position: int) -> int:
    """Where the first sentence after ``position`` begins, so that no figure is read from its middle; else the end."""
    match = _BREAK.search(text, position)
    return match.end() if match else len(text)


def figures(text: str) -> list[Draft]:
    """Every figure in ``text`` in order, without those that stand in dates, times, phone numbers and the like."""
    found: list[Draft] = []
    position = prose = 0  # up to where the figures stand in too short a run for a table
    search = _START.search
    while match := search(text, position):
        start = match.start()
        if len(found) > _ANY_TEXT + start // _SPARSE:
            position = _next_sentence(text, (len(found) - _ANY_TEXT + _AT_ONCE) * _SPARSE)
            continue
        if start >= prose:
            short = _NO_TABLE.match(text, start)
            prose = short.end() if short else start
            if prose - start >= _SHORTEST_RUN and (run := _table().match(text, start)):
                position = run.end()
                continue
        read = _digits_at if text[start] <= "9" else _vulgar_at if text[start] in VULGAR else words_at
        draft, position = read(text, match)
        if draft is not None:
            found.append(draft)
    return found


def _digits_at(text: str, match: re.Match[str]) -> tuple[Draft | None, int]:
    start, end = match.span()
    skipped = skip_digits(text, start, end)
    if skipped:
        return None, skipped if end - start <= _ENDLESS else max(skipped, end)
    run = match.group()
    draft: Draft | None
    if height := _HEIGHT.match(text, start):
        inches = Decimal(12 * int(height.group(1)) + int(height.group(2)))
        draft = Draft(start, height.end(), inches, inches, ONE, Form.DIGITS, kind=QuantityKind.MEASURE)
        draft.unit, draft.dimension = "inch", "length"
        return draft, draft.end
    if run.isdigit():
        if end - start > MAX_DIGITS:
            return None, end
        draft = Draft(start, end, value := Decimal(run), value, step_of(run), Form.PLAIN)
    else:
        draft = _grouped(run, start, end)
        if draft is None:
            return None, end
    if draft.form is Form.PLAIN and (ordinal := _ORDINAL.match(text, end)) and _is_ordinal(run, ordinal.group()):
        draft.form, draft.kind, draft.end = Form.ORDINAL, QuantityKind.RANK, ordinal.end()
        return draft, draft.end
    _spaced_groups(text, draft)
    _leading_point(text, draft)
    _power_of_ten(text, draft)
    mixed_part(text, draft)
    _scale(text, draft)
    return draft, max(draft.end, min(draft.end, match.end()))


def _is_ordinal(run: str, ending: str) -> bool:
    """Whether the digits take this ending: "21st", but "14st" is a weight."""
    return ending != "st" or (run.endswith("1") and not run.endswith("11"))


def _grouped(run: str, start: int, end: int) -> Draft | None:
    """Read digits with marks between them; None where the marks follow no known way of grouping ("9,9,9,9")."""
    whole = _GROUPED.fullmatch(run)
    if whole is None:
        # A no-break space may also just stand between two figures.
        cut = next((place for place, char in enumerate(run) if char in _SPACES), 0)
        if not cut:
            return None
        return _plain_or_grouped(run[:cut], start)
    return _plain_or_grouped(run, start) if end - start <= 2 * MAX_DIGITS else None


def _plain_or_grouped(run: str, start: int) -> Draft | None:
    if run.isdigit():
        value = Decimal(run) if len(run) <= MAX_DIGITS else None
        return None if value is None else Draft(start, start + len(run), value, value, step_of(run), Form.PLAIN)
    if _GROUPED.fullmatch(run) is None:
        return None
    decimal_mark = "," if run.count(".") > 1 else "."
    whole, _, part = run.partition(decimal_mark) if decimal_mark in run else (run, "", "")
    digits = "".join(char for char in whole if char.isdigit())
    if len(digits) + len(part) > MAX_DIGITS:
        return None
    value = Decimal(f"{digits}.{part}" if part else digits)
    step = ONE.scaleb(-len(part)) if part else step_of(digits)
    return Draft(start, start + len(run), value, value, step, Form.DIGITS)


def _spaced_groups(text: str, draft: Draft) -> None:
    """ "10 000": groups of three behind plain spaces."""
    if draft.form is not Form.PLAIN or draft.end - draft.start > 3 or draft.low == 0:
        return
    if (groups := _SPACED.match(text, draft.end)) and len(groups.group()) < MAX_DIGITS:
        digits = text[draft.start : groups.end()].replace(" ", "")
        draft.low = draft.high = Decimal(digits)
        draft.step, draft.end, draft.form = step_of(digits), groups.end(), Form.DIGITS


def _leading_point(text: str, draft: Draft) -> None:
    """Take in the point of ".001", where no digit or letter stands before it."""
    start = draft.start
    if (
        draft.form is Form.PLAIN
        and start
        and text[start - 1] == "."
        and not text[max(0, start - 2) : start - 1].strip()
    ):
        places = draft.end - start
        draft.low = draft.high = draft.low.scaleb(-places)
        draft.step = ONE.scaleb(-places)
        draft.start = start - 1
        draft.form = Form.DIGITS


def _power_of_ten(text: str, draft: Draft) -> None:
    """ "1.99×10^30"."""
    if match := _POWER.match(text, draft.end):
        exponent = int(match.group(2)) * (-1 if match.group(1) else 1)
        multiply(draft, ONE.scaleb(exponent), match.end())


def _scale(text: str, draft: Draft) -> None:
    """Multiply by the scale that follows: "7.2 million", "$4.69bn", "10k", "4 hundred million"."""
    match = _SCALE.match(text, draft.end)
    if match is None:
        return
    if match.group(2):
        # A single letter is settled with its surroundings: "7.5m people", "a 30m drop".
        draft.tail = match.group(2)
        return
    multiply(draft, _WORD_SCALES[match.group(1)], match.end())
    if more := _MORE_SCALE.match(text, draft.end):
        multiply(draft, _WORD_SCALES[more.group(1)], more.end())


def multiply(draft: Draft, factor: Decimal, end: int) -> None:
    """Apply a scale that ends at ``end`` to the figure."""
    draft.low *= factor
    draft.high *= factor
    draft.step *= factor
    draft.scale *= factor
    draft.end = end
    draft.form = Form.DIGITS


def letter_scale(letter: str) -> Decimal | None:
    """What a single letter glued to a figure multiplies it by; None where it is no scale."""
    return _LETTER_SCALES.get(letter)


def _vulgar_at(text: str, match: re.Match[str]) -> tuple[Draft | None, int]:
    start, end = match.span()
    if run := _VULGAR_RUN.match(text, start):
        return None, run.end()
    above, below = VULGAR[match.group()]
    value = Decimal(above) / Decimal(below)
    draft = Draft(start, end, value, value, Decimal("0.05"), Form.PART)
    _scale(text, draft)
    if draft.scale != ONE:
        draft.form = Form.DIGITS
    return draft, draft.end
