"""Look-ups over report data that several parts of the view share."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from discrepancy.formats.view.letters import letters_of
from discrepancy.formats.view.parts import State
from discrepancy.model import Document, Fact, Finding, Group, Level, Mention, Quantity, ReportData

__all__ = ["Index", "anchor", "card_anchor", "group_anchor", "spot", "state_of"]

_SAFE = re.compile(r"[A-Za-z0-9_.-]{1,60}")


def anchor(prefix: str, name: str) -> str:
    """An element's id made of any string: the string itself where that is safe, else a digest of it."""
    if _SAFE.fullmatch(name):
        return f"{prefix}-{name}"
    return f"{prefix}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def card_anchor(finding: str) -> str:
    """The anchor of the card of a finding, by the finding's id."""
    return anchor("f", finding)


def group_anchor(group: str) -> str:
    """The anchor of the row of a group, by the group's id."""
    return anchor("g", group)


def spot(version: int, start: int) -> str:
    """The anchor of a place in the text of a version, by the version's number."""
    return f"t{version}-{start}"


def state_of(finding: Finding) -> State:
    """How a finding is shown."""
    if finding.level is Level.ERROR:
        return State.CONFLICT
    if finding.level is Level.WARNING:
        return State.CHECK
    return State.EXPLAINED if finding.reconciliation else State.STYLE


def _start(fact: Fact) -> int:
    return fact.mention.start


def _texts(documents: Sequence[Document]) -> dict[str, int]:
    first: dict[str, int] = {}
    numbers = {each.id: first.setdefault(each.text, place) for place, each in enumerate(documents)}
    return numbers if len(first) > 1 else {each.id: place for place, each in enumerate(documents)}


@dataclass(slots=True)
class Index:
    """Report data with the ways from one thing to another; built once, then only read."""

    data: ReportData
    whole: bool = True
    """Whether the texts are shown whole, so that a link can lead to a place in them."""
    place: dict[str, int] = field(init=False)
    """A document's place in the report."""
    documents: dict[str, Document] = field(init=False)
    facts: dict[str, Fact] = field(init=False)
    home: dict[str, Group] = field(init=False)
    """The group of a fact."""
    named: dict[str, str] = field(init=False)
    """A person's name by the person's id."""
    by_span: dict[tuple[str, int, int], list[Fact]] = field(init=False)
    by_document: dict[str, list[Fact]] = field(init=False)
    """A document's facts by where they begin."""
    quantities: dict[str, list[Fact]] = field(init=False)
    """The facts that give a quantity, by the words of their mentions."""
    judged: dict[str, list[Finding]] = field(init=False)
    """The findings that speak of a group, by the group's id, what matters most first."""
    ordered: list[Finding] = field(init=False)
    """The findings: those that touch the draft first, then by state, then by where their first mention stands."""
    groups_of: dict[str, list[str]] = field(init=False)
    """The groups that a finding speaks of, by the finding's id; the first is its home, whose row shows all of it."""
    told_in: dict[str, int] = field(init=False)
    """A number for each document's text: documents of the very same words have the same, unless all are of one text."""
    letters: dict[str, dict[str, str]] = field(init=False)
    """A letter for each label of a finding, by the finding's id."""
    _longest: int = field(init=False)
    """Characters of the longest mention of a fact."""

    def __post_init__(self) -> None:
        data = self.data
        self.place = {document.id: place for place, document in enumerate(data.documents)}
        self.documents = {document.id: document for document in data.documents}
        self.told_in = _texts(data.documents)
        self.facts = {fact.id: fact for fact in data.facts}
        self.home = {fact: group for group in data.groups for fact in group.facts}
        self.named = {person.id: person.name for person in data.people}
        self.by_span, self.by_document, self.quantities = defaultdict(list), defaultdict(list), defaultdict(list)
        for fact in data.facts:
            self.by_span[fact.mention.document, fact.mention.start, fact.mention.end].append(fact)
            self.by_document[fact.mention.document].append(fact)
            if isinstance(fact.value, Quantity):
                self.quantities[fact.mention.text].append(fact)
        for facts in self.by_document.values():
            facts.sort(key=_start)
        self._longest = max((fact.mention.end - fact.mention.start for fact in data.facts), default=0)
        known = {group.id for group in data.groups}
        self.judged, self.groups_of = defaultdict(list), {}
        self.ordered = self._in_order()
        for finding in self.ordered:
            groups = [finding.group] if finding.group in known else self._groups_near(finding)
            self.groups_of[finding.id] = groups
            for group in groups:
                self.judged[group].append(finding)
        for findings in self.judged.values():
            findings.sort(key=lambda each: state_of(each).order)
        self.letters = letters_of(self.ordered, self.groups_of)

    def _in_order(self) -> list[Finding]:
        return sorted(
            self.data.findings,
            key=lambda each: (not self.touches_draft(each), state_of(each).order, self.first_place(each)),
        )

    def touches_draft(self, finding: Finding) -> bool:
        """Whether the newsroom's own draft gives one of the values."""
        return any(mention.document == self.data.draft for value in finding.values for mention in value.mentions)

    def first_place(self, finding: Finding) -> tuple[int, int]:
        """Where the first mention of a finding stands: the document's place and the offset."""
        places = (self.where(mention) for value in finding.values for mention in value.mentions)
        return min(places, default=(len(self.place), 0))

    def spot(self, mention: Mention) -> str:
        """The anchor of the place in its text at which a mention stands; empty where the texts are not shown."""
        return spot(self.place[mention.document] + 1, mention.start) if self.whole else ""

    def where(self, mention: Mention) -> tuple[int, int]:
        """The place of a mention's document, and its offset."""
        return self.place[mention.document], mention.start

    def row_anchors(self, finding: str) -> list[str]:
        """The anchors of the rows that show a finding, by its id: those of its groups, else one of its own."""
        return [group_anchor(group) for group in self.groups_of[finding]] or [anchor("gf", finding)]

    def facts_at(self, mention: Mention) -> list[Fact]:
        """The facts read at a mention: those of the same span, else those that share a character with it."""
        same = self.by_span.get((mention.document, mention.start, mention.end))
        if same:
            return same
        facts = self.by_document.get(mention.document, [])
        first = bisect_left(facts, mention.start - self._longest, key=_start)
        near = facts[first : bisect_left(facts, mention.end, key=_start)]
        return [fact for fact in near if mention.start < fact.mention.end]

    def quantity_at(self, mention: Mention) -> Fact | None:
        """The one quantity that was read at a mention; None where there is none, or more than one."""
        found = [fact for fact in self.facts_at(mention) if isinstance(fact.value, Quantity)]
        return found[0] if len(found) == 1 else None

    def _groups_near(self, finding: Finding) -> list[str]:
        mentions = [mention for value in finding.values for mention in value.mentions]
        facts = [fact for mention in mentions for fact in self.facts_at(mention)]
        return list(dict.fromkeys(self.home[fact.id].id for fact in facts if fact.id in self.home))
