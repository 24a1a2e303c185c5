"""How the parts of a list are told: as sums, by their sites, or as kinds that may overlap."""

from __future__ import annotations

import re
from typing import Final

from discrepancy.lexicon import table
from discrepancy.model import QuantityKind
from discrepancy.rules.listed_figures import ListedFigures
from discrepancy.rules.totals import OF_THEM

_OVERLAPS: Final = re.compile(
    r"^(?: [a-z]+ed| of them| are| were| is| was| aged?)* (?:women|men|female|males?|girls?|boys?|children|minors"
    r"|under|over|aged|older|younger|new|first|students|foreign\w*|homeless|unemployed|also|pregnant|elderly|teen\w*"
    r"|(?:have|had)(?! (?:been|died|gone|come|[a-z]+ed)\b)|said|say|want\w*|would|do|did|think|thought)\b"
)
"""What a part may be told as beside another part: a woman may be a teacher, who says one thing may say another."""
_STANDS: Final = re.compile(
    r"^(?: (?:were|was|are|is|have|has|had|been|went|go|goes|came|come|lay|sit|stand|work|live|fell|belong|[a-z]+ed"
    r"|found|held|hit|shot|sent|sold|made|built|lost|[a-z]+(?=,)))*"
    r" (?:in|at|on|from|near|by|to|for|against|aboard|inside|outside|across|along|off|between|under|among|of|with|about"
    r"|through|behind|beneath|around|beside|via)\b"
)


def are_apposed(found: ListedFigures) -> bool:
    """Whether the parts are told as kinds or sites of one thing, and nothing goes on about one of them."""
    nouns = [part.quantity.noun for part in found.parts]
    return are_sums(found) or all(nouns) or not any(nouns[1:])


def are_sums(found: ListedFigures) -> bool:
    """Whether the parts are money or a measure, not a count."""
    return found.parts[0].quantity.kind is not QuantityKind.COUNT


def are_disjoint(found: ListedFigures) -> bool:
    """Whether nothing can be counted in two parts: each is told by its site, or they are sums of money, or weights."""
    if are_sums(found):
        return True
    tails = tails_of(found)
    return not any(_OVERLAPS.match(tail) for tail in tails) and all(_STANDS.match(tail) for tail in tails)


def may_overlap(found: ListedFigures) -> bool:
    """Whether some part is told by what another may be too."""
    tails = [OF_THEM.sub("", tail, count=1) for tail in tails_of(found)]
    named = [f" {part.quantity.noun.lower()}" for part in found.parts if part.quantity.noun]
    return any(_OVERLAPS.match(told) for told in (*tails, *named))


def tails_of(found: ListedFigures) -> list[str]:
    """What is told behind each part, up to the next."""
    text, parts = found.document.text, found.parts
    ends = [*(part.mention.start for part in parts[1:]), parts[-1].sentence.end]
    tails = [text[part.mention.end : end] for part, end in zip(parts, ends, strict=True)]
    return [
        tail.removeprefix(f" {part.quantity.noun}") if part.quantity.noun else tail
        for tail, part in zip(tails, parts, strict=True)
    ]


def are_of_states(found: ListedFigures) -> bool:
    """Whether bare counts are told by what became of each: two or more in states that exclude each other."""
    tails = [f" {' '.join(re.findall('[a-z]+', tail.lower()))} " for tail in tails_of(found)]
    if any(part.quantity.noun for part in found.parts) or any(_OVERLAPS.match(tail) for tail in tails_of(found)):
        return False
    for states in table("exclusive_states").values():
        read = [
            {state for state, words in states.items() if any(f" {word} " in tail for word in words)} for tail in tails
        ]
        known = [min(each) for each in read if len(each) == 1]
        if len(known) >= _STATES and len(set(known)) == len(known):
            return True
    return False


_STATES: Final = 2
