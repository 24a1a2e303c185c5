"""Why one person can have borne two offices that exclude each other: held at once, or one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from discrepancy.lexicon.offices import Office
from discrepancy.lexicon.people import offices
from discrepancy.model import Document, Fact
from discrepancy.rules.passing_titles import is_besides, is_dated, is_passing
from discrepancy.rules.told_offices import Told
from discrepancy.rules.told_tenures import CHANGE, GIVEN, plain_sentence, tells_change, tells_several


class Excuses:
    """What a story says of one person's offices, to be asked about two of them."""

    def __init__(
        self,
        facts: Sequence[Fact],
        told: Sequence[Told],
        documents: Mapping[str, Document],
        others: frozenset[str] = frozenset(),
    ) -> None:
        """Read what is said around the mentions of one person.

        Args:
            facts: the mentions.
            told: the offices that they tell.
            documents: the documents of the story, by id.
            others: the offices that other people of the story hold.
        """
        self._others = others
        self._passing: set[str] = set()
        self._joined: set[frozenset[str]] = set()
        self._besides: set[str] = set()
        self._dated: set[str] = set()
        self._homes: dict[str, set[str]] = defaultdict(set)
        self._combined: list[frozenset[str]] = []
        self._changes = any(tells_change(fact, documents[fact.mention.document].text, CHANGE) for fact in facts)
        self._given = any(tells_change(fact, documents[fact.mention.document].text, GIVEN) for fact in facts)
        self._around = [plain_sentence(fact, told, documents[fact.mention.document].text) for fact in facts]
        self._several = any(tells_several(fact, documents[fact.mention.document].text) for fact in facts)
        by_mention: dict[str, list[Told]] = defaultdict(list)
        for one in told:
            self._read(one, documents[one.fact.mention.document].text)
            by_mention[one.fact.id].append(one)
        for mine in by_mention.values():
            self._joined |= {frozenset({a.office.name, b.office.name}) for a, b in combinations(mine, 2)}

    def both(self, a: Office, b: Office) -> bool:
        """Whether the story itself says how one person can be called by both offices."""
        if self._may_change(a, b) or self._several or {a.name, b.name} & (self._passing | self._besides):
            return True
        fields = a.fields | b.fields
        return frozenset({a.name, b.name}) in self._joined or any(
            a.fields & held and b.fields & held and fields <= held for held in self._combined
        )

    def _may_change(self, a: Office, b: Office) -> bool:
        """Whether somebody comes to an office or leaves one, and it may be one of the two.

        Who is to replace another comes to an office that the other holds, or that is named with the change.
        """
        if not self._changes or self._given:
            return self._changes
        if {a.name, b.name} & self._others:
            return True
        forms = [form for form, name in offices().items() if name in {a.name, b.name}]
        return any(f" {form} " in around for around in self._around for form in forms)

    def both_past(self, a: Office, b: Office) -> bool:
        """Whether one person can be called by two offices of the past, held one after the other or at once."""
        told = self._changes or self._several or bool({a.name, b.name} & (self._besides | self._dated))
        return told or bool(self._homes[a.name] & self._homes[b.name])

    def _read(self, one: Told, text: str) -> None:
        office = one.office
        self._homes[office.name].add(one.fact.mention.document)
        if len(office.fields) > 1:
            self._combined.append(office.fields)
        if is_dated(one, text):
            self._dated.add(office.name)
        if is_passing(one, text):
            self._passing.add(office.name)
        if is_besides(one, text):
            self._besides.add(office.name)
