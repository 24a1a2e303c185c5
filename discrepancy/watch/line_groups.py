"""Which facts of all versions are of one thing: those that are held together, and those that a change joins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from discrepancy.followed import Change, ChangeKind
from discrepancy.model import Fact, FactKind, Group, Span

__all__ = ["Thing", "things"]

Thing = tuple[str, tuple[Fact, ...]]
"""What it is, in words, and the facts that give a value of it, in order."""

_TOLD = frozenset(FactKind) - {FactKind.CLAIM}
"""Clauses that say the opposite of each other have no value that could be followed."""
_TOLD_ALONE = frozenset({FactKind.QUANTITY, FactKind.DATE})
"""Kinds whose value is worth a line where a single version gave it and took it back; names come and go by style."""


def things(
    facts: Sequence[Fact],
    groups: Sequence[Group],
    changes: Mapping[str, Sequence[Change]],
    earlier: Mapping[str, str],
) -> tuple[Thing, ...]:
    """What the versions give values of, in the order of the first.

    Args:
        facts: of all versions, in the order in which these were seen.
        groups: those of them that were held together.
        changes: by the id of a document, what changed in it.
        earlier: by the id of a document, that of the version before of the same article.
    """
    joined = _Joined(facts, [group for group in groups if group.kind in _TOLD])
    for home, several in changes.items():
        for change in several:
            joined.add(change, earlier.get(home, ""), home)
    return tuple(joined.told())


class _Joined:
    """Sets of facts, made larger by changes."""

    def __init__(self, facts: Sequence[Fact], groups: Sequence[Group]) -> None:
        self._facts = {fact.id: fact for fact in facts}
        self._order = {fact.id: n for n, fact in enumerate(facts)}
        self._sets = {group.id: list(group.facts) for group in groups}
        self._subjects = {group.id: group.subject for group in groups}
        self._home = {fact_id: group.id for group in groups for fact_id in group.facts}
        self._of: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            self._of[fact.mention.document].append(fact)

    def add(self, change: Change, before: str, after: str) -> None:
        """Let what a change speaks of be one thing in both versions."""
        old = self._at(before, change.before_at, change.fact)
        new = self._at(after, change.after_at, change.fact)
        if change.kind is ChangeKind.CHANGED and old and new:
            self._join(self._set_of(old, change.subject), self._set_of(new, change.subject))
        elif change.kind is ChangeKind.WITHDRAWN and old and change.fact in _TOLD_ALONE:
            self._set_of(old, change.subject)

    def told(self) -> Iterator[Thing]:
        """The sets, in the order of their first facts."""
        ordered = {name: sorted(ids, key=self._order.__getitem__) for name, ids in self._sets.items()}
        for name in sorted(ordered, key=lambda name: (self._order[ordered[name][0]], name)):
            yield self._subjects[name], tuple(self._facts[fact_id] for fact_id in ordered[name])

    def _at(self, home: str, place: Span | None, kind: FactKind) -> Fact | None:
        """The fact of a kind that stands at a place of a document."""
        if place is None or kind not in _TOLD:
            return None
        found = (f for f in self._of[home] if f.kind is kind)
        return next((f for f in found if place.overlaps(Span(f.mention.start, f.mention.end))), None)

    def _set_of(self, fact: Fact, subject: str) -> str:
        if fact.id not in self._home:
            self._home[fact.id], self._sets[fact.id] = fact.id, [fact.id]
            self._subjects[fact.id] = subject or fact.subject.text
        return self._home[fact.id]

    def _join(self, one: str, other: str) -> None:
        """Make two sets one, unless some version gives both: there they are two things."""
        if one == other or not self._versions(one).isdisjoint(self._versions(other)):
            return
        gone = self._sets.pop(other)
        self._sets[one] += gone
        self._home.update(dict.fromkeys(gone, one))

    def _versions(self, name: str) -> set[str]:
        return {self._facts[fact_id].mention.document for fact_id in self._sets[name]}
