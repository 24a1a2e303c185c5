"""The ages that stand right beside names: "Lena Brandt, 34", "Lena Brandt (34)", "34-year-old welder Lena Brandt".

With the noun that the name explains too: "a 34-year-old woman, Lena Brandt".
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from discrepancy.lexicon import table
from discrepancy.lexicon.roles import is_role_noun
from discrepancy.model import Fact, FactKind, FactRole

__all__ = ["Ages"]

_AFTER = 3
"""Characters between a name and the age after it at most."""
_OLD = "old "
_AROUND = 3
"""Characters around a noun between an age and a name: a blank before it, a comma and a blank behind it."""
_BEFORE = 1
"""Characters between an age and the name or title after it at most."""


class Ages:
    """The ages of a story, to be asked for by the person's mention."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        """Keep the ages among ``facts``."""
        self._ages: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            if fact.kind is FactKind.QUANTITY and fact.role is FactRole.AGE:
                self._ages[fact.mention.document].append(fact)
        for ages in self._ages.values():
            ages.sort(key=_start)

    def beside(self, person: Fact) -> tuple[Fact, ...]:
        """The ages right after the name of one mention of a person, or right before its name and title or noun."""
        ages, at, title = self._ages.get(person.mention.document, []), person.mention, person.name.title_span
        i = bisect_left(ages, at.end, key=_start)
        found = ages[i : i + 1] if i < len(ages) and ages[i].mention.start - at.end <= _AFTER else []
        start = min(at.start, title.start) if title else at.start
        i = bisect_left(ages, start, key=_start) - 1
        gap = start - ages[i].mention.end if i >= 0 else -1
        if 0 <= gap <= _BEFORE or (gap > 0 and gap == _noun_between(ages[i])):
            found = [ages[i], *found]
        return tuple(found)

    def values(self, mentions: Iterable[Fact]) -> set[str]:
        """The ages beside any of these mentions, as written in figures."""
        found = (fact.quantity for person in mentions for fact in self.beside(person))
        return {f"{age.low}-{age.high}" for age in found}


def _noun_between(age: Fact) -> int:
    """Characters that the noun of an age takes up before the name that explains it; 0 for one of no person.

    "A 43-year-old man, Daniel Walker": its subject reads "old man", as it stands in the text behind the age.
    """
    noun = age.subject.text.removeprefix(_OLD)
    if noun == age.subject.text or not _is_human(age.subject.head):
        return 0
    return len(noun) + _AROUND


def _is_human(noun: str) -> bool:
    return is_role_noun(noun) or any(noun in kinds["nouns"] for kinds in table("genders").values())


def _start(fact: Fact) -> int:
    return fact.mention.start
