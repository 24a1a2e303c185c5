"""Currencies as text writes them: "$", "US$", "EUR 60", "million Danish crowns", "32 cents"."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.lexicon import table
from discrepancy.lexicon.tries import any_of

__all__ = [
    "currency_after",
    "currency_before",
    "hundredth_after",
    "is_hundredth",
    "pound_after",
    "pound_is_money",
    "surely_two",
]

_DATA = table("currencies")
_SIGNS: dict[str, str] = _DATA["signs"]
_WHOSE: dict[str, str] = _DATA["whose"]
_HUNDREDTHS: dict[str, str] = _DATA["hundredths"]
_NAMES: dict[str, str] = _DATA["names"] | _DATA["bare"]
_CODES = frozenset(_NAMES.values()) | {"GBP", "EUR"}
_CODES = frozenset(code for code in _CODES if len(code) == 3 and code.isupper())
_DOUBTFUL = frozenset(_DATA["doubtful"]["codes"])
_POUND_MONEY = frozenset(_DATA["pound"]["money"])
_POUND_WEIGHT = frozenset(_DATA["pound"]["weight"])
_OWED = re.compile(rf" (?:(?:worth )?of|in) (?:[a-z-]+ ){{0,3}}?(?:{any_of(_DATA['pound']['of'])})(?![a-z])")
"""What money is there of: "4 million pounds of bad loans" is no weight, "of minced beef" is."""

_LONGEST_SIGN = max(len(sign) for sign in _SIGNS)
_LONGEST = max(len(name) for name in _NAMES) + 2
_NAME = re.compile(rf"[ \-\u00a0\u202f]?({any_of(_NAMES)})(?![a-z])")
_CODE_OR_SIGN = re.compile(rf"[ \u00a0\u202f]?(?:({any_of(_CODES)})(?![A-Za-z0-9])|([€£¥₹₽₩₪₺₴₫₱₦฿]|zł|Kč))")
_WHOSE_AFTER = re.compile(rf"[ \u00a0]({any_of(w for w in _WHOSE if len(w) > 1)})(?![A-Za-z0-9])\.?")
_HUNDREDTH = re.compile(rf"[ \-\u00a0]?({any_of(_HUNDREDTHS)})(?![A-Za-z])")
_POUND = re.compile(r"[ \-\u00a0]?[Pp]ounds?(?![A-Za-z]|-feet|-foot)")


def currency_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands right before ``start``, and where it begins.

    A code may be glued or stand one space away; a dollar sign may have its country before it ("US $58").
    """
    last = text[start - 1 : start]
    if not last:
        return None
    if last in " \u00a0":
        return _spaced_before(text, start)
    if last.isdigit() or last in ",;:()'\"-–—/":
        return None
    head = text[max(0, start - _LONGEST_SIGN) : start]
    for length in range(len(head), 0, -1):
        sign = head[-length:]
        code = _SIGNS.get(sign)
        if code is not None and _stands_free(text, start - length):
            return _whose_dollar(text, start - length, code) if sign == "$" else (code, start - length)
    code = text[max(0, start - 3) : start]
    if code in _CODES and _stands_free(text, start - 3):
        return code, start - 3
    return None


def _stands_free(text: str, start: int) -> bool:
    return start <= 0 or not (text[start].isalpha() and (text[start - 1].isalnum() or text[start - 1] in "-–."))


def _whose_dollar(text: str, start: int, code: str) -> tuple[str, int]:
    head = text[max(0, start - 6) : start].rsplit(None, 1)
    whose = head[-1].lstrip("([“\"'—–-") if head else ""
    if text[start - 1 : start] in (" ", "\u00a0") and len(whose) > 1 and whose in _WHOSE:
        return _WHOSE[whose], start - 1 - len(whose)
    return code, start


def _spaced_before(text: str, start: int) -> tuple[str, int] | None:
    code = text[max(0, start - 4) : start - 1]
    if code in _CODES and code not in _DOUBTFUL and not text[max(0, start - 5) : start - 4].isalnum():
        return code, start - 4
    if code[-1:] in _SIGNS and not code[-1:].isalpha():
        return currency_before(text, start - 1)
    for name in ("RMB", "Rs.", "Rs", "RM", "Rp", "kr"):
        if code.endswith(name) and not text[max(0, start - 2 - len(name)) : start - 1 - len(name)].isalnum():
            return _SIGNS[name], start - 1 - len(name)
    return None


def currency_after(text: str, position: int) -> tuple[str, int] | None:
    """The currency named, coded or signed at ``position``, and where it ends; ``pounds`` are left to others."""
    match = _CODE_OR_SIGN.match(text, position)
    if match:
        code, sign = match.groups()
        if code is None or code not in _DOUBTFUL:
            return (code or _SIGNS[sign]), match.end()
    name = _NAME.match(text[position : position + _LONGEST].lower())
    return (_NAMES[name.group(1)], position + name.end()) if name else None


def whose_after(text: str, position: int) -> tuple[str, int] | None:
    """The currency that a country after a dollar figure makes it: "$75 U.S.", "$40 Canadian"."""
    match = _WHOSE_AFTER.match(text, position)
    if match is None:
        return None
    end = match.end()
    written = text[match.start() + 1 : end]
    if written.endswith(".") and not written.endswith("S."):
        end -= 1
    # "$20 US officials said" speaks of officials: what follows must not go on in capitals or with a plural.
    rest = text[end : end + 24].split(" ")
    following = rest[1] if len(rest) > 1 and not rest[0] else ""
    word = following.strip(".,;:)")
    if word[:1].isupper() or (word.endswith("s") and len(word) > 3):
        return None
    return _WHOSE[match.group(1)], end


def hundredth_after(text: str, position: int) -> tuple[str, int] | None:
    """The hundredth of a currency named at ``position`` ("pence" is ``GBP``, cents are ``cent``), and its end."""
    match = _HUNDREDTH.match(text, position)
    return (_HUNDREDTHS[match.group(1)], match.end()) if match else None


def is_hundredth(written: str) -> bool:
    """Whether an amount as written ends with a word for the hundredth of a currency: "50 pence"."""
    return written.rpartition(" ")[2] in _HUNDREDTHS


def pound_after(text: str, position: int) -> int:
    """Where a plain "pound" or "pounds" at ``position`` ends; 0 if none stands there."""
    match = _POUND.match(text, position)
    return match.end() if match else 0


def pound_is_money(text: str, start: int, end: int) -> bool:
    """Whether a plain pound between ``start`` and ``end`` is money, by the words within a sentence's reach.

    Where nothing tells, it is weight: copy that means money mostly writes "£".
    """
    after = text[end : end + 60]
    if _OWED.match(after):
        return True
    after = after[:40]
    if after.startswith((" of ", "-force")):
        return False
    if after.startswith((" (£", " ($", " (€", " (US$", " sterling")):
        return True
    if after.startswith((" (",)):
        return "kg" not in after and "kilo" not in after and any(sign in after for sign in "$€£")
    around = (text[max(0, start - 90) : start] + " " + text[end : end + 60]).lower()
    tokens = {token.strip(".,;:!?()\"'“”’") for token in around.split()}
    money = len(tokens & _POUND_MONEY) + any(sign in around for sign in "£€$")
    return money > len(tokens & _POUND_WEIGHT)


@cache
def _bearers(name: str) -> frozenset[str]:
    """The codes of the currencies that a bare name ("krone") may mean."""
    forms = {word for word, unit in _DATA["bare"].items() if unit == name} | {name}
    return frozenset(code for words, code in _DATA["names"].items() if words.rpartition(" ")[2] in forms)


def surely_two(one: str, other: str) -> bool:
    """Whether two units of money are surely two currencies: no name, "krone", beside one that bears it, "NOK"."""
    codes = [_bearers(unit) if unit != unit.upper() else frozenset({unit}) for unit in (one, other)]
    return one != other and all(codes) and not codes[0] & codes[1]
