"""The letters that tell values apart: one a value, the same in every row and on every card that shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from string import ascii_uppercase

from discrepancy.model import Finding

__all__ = ["letter", "letters_of"]


def letter(place: int) -> str:
    """A, B … Z for the first 26 places, then their numbers."""
    return ascii_uppercase[place] if place < len(ascii_uppercase) else str(place + 1)


def letters_of(findings: Sequence[Finding], groups_of: Mapping[str, Sequence[str]]) -> dict[str, dict[str, str]]:
    """A letter for each label, by the id of a finding.

    Findings that share a row, or are held together by others that do, share their letters: what is A on a card is A
    in each row that the card's values stand in.
    """
    parent: dict[str, str] = {}

    def root(group: str) -> str:
        while parent.setdefault(group, group) != group:
            parent[group] = parent[parent[group]]
            group = parent[group]
        return group

    for finding in findings:
        groups = groups_of[finding.id]
        for group in groups[1:]:
            parent[root(group)] = root(groups[0])
    shared: dict[str, _Shared] = {}
    given: dict[str, dict[str, str]] = {}
    for finding in findings:
        groups = groups_of[finding.id]
        own = shared.setdefault(root(groups[0]), _Shared()) if groups else _Shared()
        given[finding.id] = own.give(finding)
    return given


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


@dataclass(slots=True)
class _Shared:
    """The letters that findings of one or more rows share: by label, and by the place in a text that has one."""

    by_label: dict[str, str] = field(default_factory=dict)
    by_place: dict[tuple[str, int, int], str] = field(default_factory=dict)

    def give(self, finding: Finding) -> dict[str, str]:
        """The letters of a finding. Words that have a letter keep it, whatever another rule calls their value."""
        taken: dict[str, str] = {}
        for value in finding.values:
            places = [(each.document, each.start, each.end) for each in value.mentions]
            known = {self.by_place.get(place, "") for place in places}
            if len({_digits(each.text) for each in value.mentions}) == 1:  # not the parts of a sum
                known -= {""}
            mark = self.by_label.get(value.label) or (known.pop() if len(known) == 1 else "")
            if not mark or mark in taken.values():
                used = {*self.by_label.values(), *taken.values()}
                mark = next(each for place in count() if (each := letter(place)) not in used)
            taken[value.label] = mark
            self.by_label.setdefault(value.label, mark)
            for place in places:
                self.by_place.setdefault(place, mark)
        return taken
