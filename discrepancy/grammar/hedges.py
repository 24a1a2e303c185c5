"""Hedges and signs of increase around a figure: "more than", "or so", "another", "rose by"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from discrepancy.grammar.drafts import Draft
from discrepancy.lexicon import table
from discrepancy.lexicon.tries import any_of
from discrepancy.model import Hedge, QuantityKind

__all__ = ["look_around", "look_behind"]

_DATA = table("hedges")
_BEFORE: dict[str, Hedge] = {
    str(phrase): Hedge[name.upper()] for name, phrases in _DATA["before"].items() for phrase in phrases
}
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in _BEFORE)
_LONGEST = max(len(phrase.split()) for phrase in _BEFORE)
_AFTER: dict[str, Hedge] = {
    str(phrase): Hedge[name.upper()] for name, phrases in _DATA["after"].items() for phrase in phrases
}
_AFTER_FIGURE = re.compile(rf"\+(?![0-9])|[ ]?({any_of(_AFTER)})(?![a-z]|(?<=plus) [$€£¥0-9])")
_BEHIND_NOUN = re.compile(
    r" (or (?:so|thereabouts)|or (?:more|fewer|less)(?! [a-z]+ than)|(?:at least|at most)(?=[.,;)]|$))(?![a-z]| than)"
)
_MORE = re.compile(r" (more|additional|extra|further|other)(?![A-Za-z]| than)")
_NO_REASON = frozenset({QuantityKind.DURATION, QuantityKind.AGE, QuantityKind.RANK})
"""Kinds of figures that are no reason: "resigned over two years ago"."""
_BECAUSE = {str(kind): frozenset(str(word) for word in words) for kind, words in _DATA["because"].items()}
_NEXT_WORD = re.compile(r"[ \-]([a-z]+)")
_SIGNS: dict[str, Hedge] = {str(sign): Hedge[name.upper()] for sign, name in _DATA["signs"].items()}

_CHANGES = table("changes")
_STRONG = {str(phrase): way for way in ("up", "down") for phrase in _CHANGES[way]["strong"]}
_WEAK = {str(phrase): way for way in ("up", "down") for phrase in _CHANGES[way]["weak"]}
_CHANGE_KINDS = frozenset({QuantityKind.SHARE, QuantityKind.POINTS, QuantityKind.MONEY, QuantityKind.MEASURE})
_BE = frozenset("is are was were be been being and while trading ended closed finished opened".split())

_INCREMENTS = frozenset("another additional further extra more".split())
_FILLERS = frozenset("a an just only even record by further another additional".split())
_WIDE_FILLERS = _FILLERS | frozenset("the total its their his".split())
_OPENERS = "(“\"'‘[—–"
_REACH = 56
_ONE_HUNDRED = Decimal(100)


def look_around(text: str, draft: Draft, before: Draft | None) -> int:
    """Read hedge, increment and change around the figure, as far back as the quantity ``before`` it.

    Returns:
        Where the words after the figure begin, past a hedge that follows it ("20-odd people").
    """
    floor = max(before.end if before else 0, draft.start - _REACH)
    tokens = text[floor : draft.start].lower().split()
    _sign(text, draft)
    if tokens and draft.hedge is Hedge.NONE:
        joined = draft.paired and tokens[-2:] == ["by", "between"]  # "fell by between 5% and 10%"
        left = _skip(draft, tokens, len(tokens) - joined, _FILLERS)
        left = _hedge(text, draft, tokens, left)
        _change(draft, tokens, left, before)
    if not draft.change and draft.sign == "+" and draft.kind in _CHANGE_KINDS:
        draft.change = "up"
    return _after(text, draft)


def look_behind(text: str, draft: Draft, position: int) -> None:
    """Read a hedge behind the counted words, which end at ``position``: "5,000 people or more"."""
    if draft.hedge is Hedge.NONE and draft.noun and (match := _BEHIND_NOUN.match(text, position)):
        draft.hedge, draft.hedge_text = _AFTER[match.group(1)], match.group(1)


def _sign(text: str, draft: Draft) -> None:
    place = draft.start - 1
    if text[place : place + 1] == " ":
        place -= 1
    elif text[max(0, place - 3) : place + 1].lower() == "sub-":
        draft.hedge, draft.hedge_text = Hedge.LESS_THAN, text[place - 3 : place]
    hedge = _SIGNS.get(text[place : place + 1]) if place >= 0 else None
    if hedge:
        draft.hedge = hedge
        draft.hedge_text = text[place]


def _skip(draft: Draft, tokens: list[str], left: int, fillers: frozenset[str] = _WIDE_FILLERS) -> int:
    """Step over fillers to the left; note those that mark an increase."""
    while left:
        word = tokens[left - 1].lstrip(_OPENERS)
        if word in _INCREMENTS:
            draft.increment = True
        elif word not in fillers and not (word.endswith("ly") and word not in _LAST_WORDS and len(word) > 4):
            return left
        if word == "by":
            return left
        left -= 1
    return 0


def _hedge(text: str, draft: Draft, tokens: list[str], left: int) -> int:
    """Read the hedge that ends at token ``left``, wherever fillers were stepped over; the offset left of it."""
    for right in range(min(len(tokens), left + 3), left - 1, -1):
        if right and tokens[right - 1].lstrip(_OPENERS) in _LAST_WORDS:
            for count in range(min(_LONGEST, right), 0, -1):
                phrase = " ".join(tokens[right - count : right]).lstrip(_OPENERS)
                hedge = _BEFORE.get(phrase)
                if hedge is not None:
                    if phrase == "over" and _gives_reason(text, draft, tokens[: right - count]):
                        return left
                    draft.hedge = hedge
                    draft.hedge_text = _as_written(text, draft.start, tokens, right - count, right)
                    return _skip(draft, tokens, right - count)
    return left


def _gives_reason(text: str, draft: Draft, before: Sequence[str]) -> bool:
    """Whether "over" behind these words says why: "quits over $3 million loan", not "raised over $3 million"."""
    if draft.kind in _NO_REASON or not before:
        return False
    last, pair = before[-1].lstrip(_OPENERS), " ".join(before[-2:])
    if not _BECAUSE["always"].isdisjoint((last, pair)):
        return True
    behind = _NEXT_WORD.match(text, draft.end) if draft.kind is QuantityKind.MONEY else None
    return last in _BECAUSE["before_noun"] and bool(behind and behind[1] not in _BECAUSE["no_noun"])


def _as_written(text: str, end: int, tokens: list[str], first: int, last: int) -> str:
    """The source's own words from token ``first`` to token ``last``."""
    place = end
    finish = end
    for number in range(len(tokens) - 1, first - 1, -1):
        place = text.rfind(text_token, 0, place) if (text_token := _original(text, place, tokens[number])) else place
        if number == last - 1:
            finish = place + len(tokens[number])
    return text[place:finish].lstrip(_OPENERS)


def _original(text: str, end: int, token: str) -> str:
    """``token`` with the case it has in the text just left of ``end``."""
    trimmed = text[max(0, end - _REACH - 8) : end].rstrip()
    found = trimmed[len(trimmed) - len(token) :]
    return found if found.lower() == token else ""


def _change(draft: Draft, tokens: list[str], left: int, before: Draft | None) -> None:
    by = bool(left) and tokens[left - 1] == "by"
    if by:
        left = _verb_before_by(tokens, left - 1)
        if not left and before is not None and before.kind is draft.kind and len(tokens) < 8:
            draft.change = before.change  # "were down 2.3%, the rival by 2.6%"
    if not left:
        return
    last = tokens[left - 1].lstrip(_OPENERS)
    if last == "plus" and left == 1 and before is not None:
        return  # "$2 million plus $500,000"
    pair = f"{tokens[left - 2]} {last}" if left > 1 else ""
    way = _STRONG.get(pair) or _STRONG.get(last)
    if way is None and (last in _WEAK):
        way = _weak(draft, tokens, left, last, by=by)
    if way and (draft.kind in _CHANGE_KINDS or by or pair in _STRONG or not draft.noun):
        draft.change = way


def _verb_before_by(tokens: list[str], left: int) -> int:
    """The place of the verb of change in "cut its staff by 20%", where it stands some words before; else 0."""
    for place in range(left, 0, -1):
        word = tokens[place - 1]
        if word in _WEAK or word in _STRONG:
            return place
        if word[-1] in ".;:":
            return 0
    return 0


def _weak(draft: Draft, tokens: list[str], left: int, last: str, *, by: bool) -> str | None:
    if by or draft.kind in (QuantityKind.SHARE, QuantityKind.POINTS):
        return _WEAK[last]
    if last in ("up", "down"):
        earlier = tokens[left - 2] if left > 1 else ","
        return _WEAK[last] if earlier in _BE or earlier[-1] in ",;(—–" or draft.kind is QuantityKind.MONEY else None
    if last in ("raise", "raised", "raises", "raising", "cut", "cuts", "lost", "lose", "dropped", "drop"):
        return None  # people raise funds, lose fortunes and drop bombs
    return _WEAK[last] if draft.kind is QuantityKind.MONEY else None


def _more_after(text: str, draft: Draft) -> int:
    """ "35,000 more are deployed", "two more buses", but not "three more than"."""
    match = _MORE.match(text, draft.end) if draft.kind is QuantityKind.COUNT else None
    if match is None:
        return draft.end
    draft.increment = draft.increment or match.group(1) != "other"
    return match.end()


def _after(text: str, draft: Draft) -> int:
    following = text[draft.end : draft.end + 1]
    if following not in (" ", "-", "+"):
        return draft.end
    match = _AFTER_FIGURE.match(text, draft.end)
    if match is None:
        return _more_after(text, draft)
    if draft.hedge is Hedge.NONE:
        draft.hedge = _AFTER[match.group(1)] if match.group(1) else Hedge.AT_LEAST
        draft.hedge_text = match.group().strip()
    return match.end()
