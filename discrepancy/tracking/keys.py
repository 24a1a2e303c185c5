"""A value without its dress: "250,000", "250 000" and "a quarter of a million" share one key.

What the facts say is used where a fact stands behind each of the value's mentions; otherwise the words of the label,
its figures read. A hedge that says no more than "about" is dress, "more than" is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from discrepancy.grammar.quantities import find_quantities
from discrepancy.lexicon.measures import verb_concept
from discrepancy.lexicon.offices import read_office
from discrepancy.model import Claim, Date, Hedge, Place, Quantity, QuantityKind
from discrepancy.text.characters import fold, plain

__all__ = ["OF_OFFICES", "fact_key", "value_key"]

OF_OFFICES: Final = "NAM003"
"""The rule whose values are titles: "Slovenia's foreign minister" and "the Slovenian foreign minister" are one."""
_OF_VOTES: Final = "NUM017"
"""The rule whose values are the counts of a vote, for and against: "34 + 21", "34 to 21", "34-21"."""
_SAID_BEHIND: Final = re.compile(r"\(([^()]+)\)\s*$")
"""What a rule adds to a value in brackets: of whom or of what it is told."""
_DATE: Final = re.compile(r"[\dX]{4}-[\dWX]")
_WORD: Final = re.compile(r"\w+")
_OUTSIDE: Final = frozenset({"near", "from", "to", "side"})
"""How an event may stand to a place without being in it; in, at and on are dress."""
_BOUNDS: Final = {
    Hedge.MORE_THAN: ">",
    Hedge.AT_LEAST: ">=",
    Hedge.NEARLY: "~<",
    Hedge.LESS_THAN: "<",
    Hedge.AT_MOST: "<=",
}


def fact_key(value: object) -> str:
    """The key of what a fact states; empty for names and quotations, which their label tells as well."""
    if isinstance(value, Quantity):
        return _of_quantity(value)
    if isinstance(value, Date):
        return _of_date(value)
    if isinstance(value, Claim):
        return f"{fold(verb_concept(value.of))}={value.side}{'?' if value.hedge else ''}"
    if isinstance(value, Place):
        parts = [*_words(value.name), value.direction, value.relation if value.relation in _OUTSIDE else ""]
        return " ".join(part for part in parts if part)
    return ""


def value_key(rule: str, label: str, stated: Sequence[Iterable[str]], texts: Sequence[str]) -> str:
    """The key of a finding's value.

    Args:
        rule: the code of its rule.
        label: the value's label.
        stated: for each of its mentions the keys of the facts that are exactly that mention.
        texts: the words of each mention.
    """
    if rule == _OF_VOTES:
        return _of_votes(label)
    each = [sorted({key for key in keys if key}) for keys in stated]
    if not each or not all(each):
        return _of_office(label) if rule == OF_OFFICES else _of_words(label)
    told = " + ".join(sorted({"|".join(keys) for keys in each}))
    behind = _SAID_BEHIND.search(label)
    if behind is None or _DATE.match(told) or any(behind[0] in text for text in texts):  # behind a date stands its day
        return told
    return f"{told} ({fold(behind[1])})"


def _of_quantity(q: Quantity) -> str:
    bounds = _number(q.low) if q.low == q.high else f"{_number(q.low)}-{_number(q.high)}"
    return f"{_BOUNDS.get(q.hedge, '')}{bounds} {q.unit}".strip()


def _number(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _of_date(date: Date) -> str:
    if date.first is None or date.last is None:
        return date.value
    days = date.first.isoformat() if date.first == date.last else f"{date.first.isoformat()}..{date.last.isoformat()}"
    return f"{days} {date.value}" if date.type == "TIME" else days


@lru_cache(maxsize=16384)
def _of_words(label: str) -> str:
    """The label's words in lower case, with their accents (a rule may judge just these), its figures read."""
    text, at, parts = plain(label), 0, []
    for q in find_quantities(text):
        before = text[at : q.start].rstrip().removesuffix(q.hedge_text)  # the figure's key tells the hedge
        parts += [*_words(before), _of_quantity(q)]
        at = q.end
    return " ".join([*parts, *_words(text[at:])])


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def _of_votes(label: str) -> str:
    """The counts as they follow each other; the words of a label that gives none."""
    found = find_quantities(plain(label))
    counts = [side for q in found for side in ((q.low, q.high) if q.kind is QuantityKind.SCORE else (q.low,))]
    return " : ".join(map(_number, counts)) or _of_words(label)


def _of_office(label: str) -> str:
    office = read_office(label)
    if not office.name:
        return _of_words(label)
    parts = [office.name, "deputy" * office.deputy, office.country or office.home, *sorted(office.fields)]
    told = " ".join(part for part in (*parts, office.qualifier) if part)
    return f"{told} | {' '.join(sorted(office.organisation - office.fields))}"
