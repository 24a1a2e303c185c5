"""Stances: the phrases by which a clause takes one side or the other of a matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from discrepancy.lexicon import table

_GAP = 5
"""Words that may stand between two words of a phrase: "turned the union's offer down"."""
PREFIX = "stance "
"""Before the name of a stance in what a claim is of."""
ROLES = "roles "
"""Before the verb in what a claim is of that tells who does it to whom."""
NARROWS = "~"
"""Before a word of a party that only tells which of a kind is meant: the bus of "the driver of the bus"."""
TOLD = "told"
"""What a claim is of that is a stretch of words and no clause."""


@dataclass(frozen=True, slots=True)
class Stance:
    """A phrase in a clause: whose stance it tells, the side, whether "not" turns it, and its words by their places.

    ``bare``: whether its "is" is left out.
    """

    name: str
    side: str
    turns: bool
    at: tuple[int, ...]
    bare: bool = False


class _Phrase(NamedTuple):
    """A phrase of one side of a stance; ``turns`` and ``bare`` as of a :class:`Stance`."""

    words: tuple[str, ...]
    name: str
    side: str
    turns: bool
    bare: bool = False


_Phrases = Mapping[str, Sequence[_Phrase]]
"""Phrases by their first word."""


@cache
def _phrases() -> _Phrases:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[_Phrase]] = defaultdict(list)
    for name, row in table("stances").items():
        for side in ("one", "other"):
            for phrase in row[side]:
                words = tuple(phrase.removeprefix("!").split())
                found[words[0]].append(_Phrase(words, name, side, row["turns"] and not phrase.startswith("!")))
    return {first: sorted(each, key=lambda p: (-len(p.words), p)) for first, each in found.items()}


@cache
def _headline_phrases() -> _Phrases:
    """The same, and behind them those that begin with "be", without it, by their next word."""
    found = {first: list(each) for first, each in _phrases().items()}
    for phrase in _phrases().get("be", ()):
        if len(phrase.words) > 1:
            rest = phrase._replace(words=phrase.words[1:], bare=True)
            found.setdefault(rest.words[0], []).append(rest)
    return found


def stances_in(lemmas: Sequence[str], *, headline: bool = False) -> list[Stance]:
    """The stances of a clause, by its lemmas: of each matter the longest phrase that begins at a word.

    Args:
        lemmas: the clause.
        headline: whether it is a headline, which leaves out "is" and "are".
    """
    found: list[Stance] = []
    phrases = _headline_phrases() if headline else _phrases()
    for i, lemma in enumerate(lemmas):
        if lemma not in phrases:
            continue
        names: set[str] = set()
        near = set(lemmas[i + 1 : i + _GAP + 2])
        for phrase in phrases[lemma]:
            if (len(phrase.words) > 1 and phrase.words[1] not in near) or phrase.name in names:
                continue
            places = _match(lemmas, i, phrase.words)
            if places:
                names.add(phrase.name)
                found.append(Stance(phrase.name, phrase.side, phrase.turns, places, phrase.bare))
    return found


_BREAKS = frozenset({",", ";", ":", "and", "but", "or", "that", "which", "who"})
"""Words that end what belongs to one phrase."""


def _match(lemmas: Sequence[str], first: int, phrase: Sequence[str]) -> tuple[int, ...]:
    places = [first]
    for word in phrase[1:]:
        low = places[-1] + 1
        high = next((j for j in range(low, len(lemmas)) if lemmas[j] in _BREAKS), len(lemmas))
        at = next((j for j in range(low, min(low + _GAP + 1, high)) if lemmas[j] == word), None)
        if at is None:
            return ()
        places.append(at)
    return tuple(places)


def is_stance(of: str) -> bool:
    """Whether a claim is of a stance."""
    return of.startswith(PREFIX)


def is_roles(of: str) -> bool:
    """Whether a claim tells who does something to whom."""
    return of.startswith(ROLES)


def is_retold(of: str) -> bool:
    """Whether a claim is of a stretch of words or of a stance in it, and of no clause."""
    return of == TOLD or is_stance(of) or is_roles(of)


def _row(of: str) -> Mapping[str, object]:
    row: Mapping[str, object] = table("stances")[of.removeprefix(PREFIX)]
    return row


def turn_of(of: str) -> str:
    """The side that may rightly follow the other in time; empty where neither may."""
    return str(_row(of)["later"]) if is_stance(of) else ""


def is_timeless(of: str) -> bool:
    """Whether one side is told as done and the other as to come ("called off", "will go ahead")."""
    return bool(_row(of).get("timeless"))


def needs_person(of: str) -> bool:
    """Whether both clauses must name one person or body."""
    return bool(_row(of)["person"])


def needs_object(of: str) -> bool:
    """Whether both clauses must tell what it is taken on, and the same: one may win this vote and lose that one."""
    return bool(_row(of).get("object"))


def leaves_no_time(of: str, text: str) -> bool:
    """Whether a clause's words leave no time in which the other side could have been true."""
    settled = _row(of)["settled"]
    return isinstance(settled, list) and any(word in text for word in settled)
