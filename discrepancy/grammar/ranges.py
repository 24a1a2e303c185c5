"""Two figures that make one quantity: ranges, shares such as "one in five", and scores."""

from __future__ import annotations

import re
from decimal import Decimal

from discrepancy.grammar.drafts import ONE, Draft, Form
from discrepancy.grammar.nouns import is_plural
from discrepancy.lexicon import table
from discrepancy.model import QuantityKind

__all__ = ["join"]

_DASHES = frozenset({"-", "–", "—", " - ", " – ", "‑", "‐", "−", "- ", " -", "–\u00a0"})
_TO = frozenset(
    {
        " to ",
        "-to-",
        " to-",
        "- to ",
        "-to ",
        " through ",
        " to about ",
        " to around ",
        " to nearly ",
        " to up to ",
        " to as much as ",
        " to more than ",
        " to over ",
        " to almost ",
    }
)
_OUT_OF = frozenset({" in ", " out of ", "-in-", " in every ", " of every ", " out of every ", "-out-of-"})
_LONGEST_GAP = 18
_HUNDRED = Decimal(100)
_HUNDRED_THOUSAND = 100_000
_CHANGES = table("changes")
_MOVES = frozenset(
    "went gone moved switched changed accelerating slowing slow slowed speed sped doubled doubling halved halving "
    "trebled tripled quadrupled".split()
)
_CHANGE_WORDS = (
    frozenset(
        phrase.split()[-1] for way in ("up", "down") for size in ("strong", "weak") for phrase in _CHANGES[way][size]
    )
    - {"of"}
) | _MOVES
_SCORE_WORDS = frozenset(
    "won win wins winning lost lose loss losing beat beating beats beaten defeat defeated defeats draw drew drawn "
    "lead leads led victory score scored scores scoring tie tied ties trail trailed trails vote voted votes ahead "
    "down up at record margin".split()
)
_BASES = frozenset(map(Decimal, (100, 1000, 10_000, 100_000, 1_000_000)))
_PER = re.compile(r"(?: [A-Za-z][A-Za-z'\u2019-]*){0,5} (?:per|(?:for|in|of|out of) every|for each) ")
_RATE_GAP = 48
"""Characters between a figure and the round number of others that it is counted for."""
_NEXT = re.compile(r"[ \-]([A-Za-z]+)")


def join(text: str, drafts: list[Draft]) -> list[Draft]:
    """Join neighbours that a connecting word or dash makes one quantity."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        gap = draft.start - before.end if before else 0
        if (
            before is None
            or gap > _RATE_GAP
            or not (_join(text, before, draft) if gap <= _LONGEST_GAP else _rate(text, before, draft))
        ):
            joined.append(draft)
    return joined


def _join(text: str, first: Draft, second: Draft) -> bool:
    """Widen ``first`` by ``second`` where the two are one quantity; say whether they are."""
    gap = text[first.end : second.start]
    if gap in _OUT_OF:
        return _share(first, second)
    if _rate(text, first, second):
        return True
    if first.form in (Form.ORDINAL, Form.PART, Form.MULTIPLE) or second.form in (Form.ORDINAL, Form.MULTIPLE):
        return False
    if first.paired:
        return False
    if gap in _DASHES:
        second.sign = ""
        return _dash(text, first, second)
    if gap in _TO:
        return _to(text, first, second)
    if gap == " and ":
        return _last_words(text, first.start)[-1:] == ["between"] and _widen(first, second)
    return gap in (" or ", "-or-", " or even ") and _either(first, second)


def _share(first: Draft, second: Draft) -> bool:
    """ "one in five", "9 out of 10": a share in per cent."""
    plain = (Form.PLAIN, Form.WORDS)
    if first.unit or second.unit or first.form not in plain or second.form not in (*plain, Form.DIGITS) or first.noun:
        return False
    whole = second.low
    if not 0 < first.low < whole or first.low > 99 or whole > 1_000_000 or 1900 <= whole <= 2099:
        return False
    if first.low > 9 and whole not in (_HUNDRED, 1000):
        return False
    value = first.low / whole * _HUNDRED
    first.low = first.high = value
    first.step = min(max(_HUNDRED / whole / 2, ONE), Decimal(5))
    first.end, first.kind, first.unit, first.form = second.end, QuantityKind.SHARE, "%", Form.PART
    first.dimension = "part"
    first.paired = True
    return True


def _rate(text: str, first: Draft, second: Draft) -> bool:
    """ "3 per 100,000 people", "2 cases for every 1,000": so many for a round number of others, which is no count."""
    if second.low not in _BASES or second.unit or first.form in (Form.ORDINAL, Form.MULTIPLE):
        return False
    if not _PER.fullmatch(text, first.end, second.start):
        return False
    noun = _NEXT.match(text, second.end)
    first.per = text[second.start : noun.end() if noun and is_plural(noun.group(1)) else second.end]
    return True


def _dash(text: str, first: Draft, second: Draft) -> bool:
    # Beyond what the context of decimals holds, "5-1x10^40", there is no remainder to ask for.
    short = first.form is Form.PLAIN and first.low < 100 and second.form is Form.DIGITS
    if short and second.low < _HUNDRED_THOUSAND and not second.low % 1000:
        _thousands(first, second)
    if first.low < second.high and (
        second.unit or first.unit or second.form is not Form.PLAIN or _counts(text, second.end)
    ):
        return _widen(first, second)
    if first.form is not Form.PLAIN or second.form is not Form.PLAIN or first.unit or second.unit:
        return first.low < second.high and _widen(first, second)
    around = _last_words(text, first.start)[-2:]
    if match := _NEXT.match(text, second.end):
        around.append(match.group(1).lower())
    if first.low >= second.low or _SCORE_WORDS.intersection(around):
        return _score(first, second)
    return _widen(first, second)


def _thousands(first: Draft, second: Draft) -> None:
    """ "15-20,000 people" starts at 15,000."""
    thousand = Decimal(1000)
    if second.scale == ONE and thousand <= second.low < 100 * thousand and first.low < second.low / thousand:
        first.low, first.high, first.step = first.low * thousand, first.high * thousand, first.step * thousand


def _counts(text: str, position: int) -> bool:
    match = _NEXT.match(text, position)
    return match is not None and is_plural(match.group(1)) and match.group(1) not in _SCORE_WORDS


def _score(first: Draft, second: Draft) -> bool:
    if max(first.low, second.low) > 500:
        return False
    first.high, first.end, first.kind, first.paired = second.low, second.end, QuantityKind.SCORE, True
    return True


def _to(text: str, first: Draft, second: Draft) -> bool:
    if text[second.end : second.end + 1] in _DASHES and text[second.end + 1 : second.end + 2].isdigit():
        return False  # "from 24.2 to 33-35 billion": the dash binds first
    lead = _last_words(text, first.start)
    if "from" in lead[-3:]:
        # "rose from 240 to 273" tells two levels; "prices range from 240 to 273" one range.
        moved = _CHANGE_WORDS.intersection(lead) or second.high < first.low
        return not (moved and _agree(first, second)) and _widen(first, second)
    if second.high <= first.low and first.form is Form.PLAIN and second.form is Form.PLAIN:
        return not first.unit and not second.unit and _score(first, second)
    if first.unit and not second.unit and not first.prefixed:
        return False  # "rose 8.15% to 3.65"
    if bool(first.unit) == bool(second.unit) and (_votes(first, second) or _steps(lead, first, second)):
        return False
    return _widen(first, second)


def _votes(first: Draft, second: Draft) -> bool:
    """ "51.2% to 48.8%" are two shares, "1.3 to 0.3 volts" is a range."""
    return second.high < first.low and second.unit in ("%", "")


def _steps(lead: list[str], first: Draft, second: Draft) -> bool:
    """ "rose 0.3% to 5%", "climbed by 6 to 45": a change and the level after it, not a range of changes."""
    moved = lead[-1:] == ["by"] or _CHANGE_WORDS.intersection(lead[-2:])
    return bool(moved) and second.high > first.low * 5 / 2


def _agree(first: Draft, second: Draft) -> bool:
    """Let the two levels of a change share unit and scale; always true."""
    _share_unit(first, second)
    return True


def _either(first: Draft, second: Draft) -> bool:
    """ "three or four years"."""
    if (first.unit and first.unit != second.unit) or not first.low < second.high <= first.low * 3:
        return False
    return _widen(first, second)


def _last_words(text: str, start: int) -> list[str]:
    lead = text[max(0, start - 72) : start]
    for stop in (". ", "; ", "\n"):
        lead = lead[lead.rfind(stop) + 1 :]
    return [word.strip(",:(“\"'") for word in lead.lower().split()]


def _share_unit(first: Draft, second: Draft) -> bool:
    if first.unit and second.unit and first.unit != second.unit:
        return False
    if second.scale > ONE and first.scale == ONE and first.low < second.low / second.scale and not first.noun:
        first.low *= second.scale
        first.high *= second.scale
        first.step *= second.scale
    given = second.unit or second.kind is not QuantityKind.COUNT
    giver, taker = (second, first) if given else (first, second)
    first.noun = first.noun or second.noun
    taker.unit, taker.kind, taker.dimension = giver.unit, giver.kind, giver.dimension
    return True


def _widen(first: Draft, second: Draft) -> bool:
    before = (first.low, first.unit)
    if not _share_unit(first, second):
        return False
    if first.high > second.high or first.low > second.low:
        if first.low == before[0]:
            first.low, second.high = min(first.low, second.low), max(first.high, second.high)
        else:
            return False
    first.high = max(first.high, second.high)
    first.end, first.step = second.end, min(first.step, second.step)
    first.scale, first.form = second.scale, second.form if second.form is not Form.PLAIN else first.form
    first.paired = True
    return True
