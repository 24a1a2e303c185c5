"""Sentences that a text repeats: compared once, grouped together. A live page may hold one a thousand times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from discrepancy.model import Document, Fact, Group


@dataclass(frozen=True, slots=True)
class Copies:
    """Facts with those that say the very same in the same document apart.

    Attributes:
        first: the first of each, in order.
        again: the further ones, by the id of the first.
    """

    first: tuple[Fact, ...]
    again: Mapping[str, tuple[Fact, ...]]

    def complete(self, group: Group) -> Group:
        """``group`` with the further facts of its members."""
        more = {fact_id: [copy.id for copy in self.again.get(fact_id, ())] for fact_id in group.facts}
        return replace(group, facts=tuple(one for fact_id in group.facts for one in (fact_id, *more[fact_id])))


def set_apart(documents: Sequence[Document], facts: Sequence[Fact]) -> Copies:
    """Put aside the facts that stand at the same place of the same sentence as an earlier one of their document."""
    texts = {document.id: document.text for document in documents}
    found: dict[tuple[str, str, int], list[Fact]] = defaultdict(list)
    for fact in facts:
        at, sentence = fact.mention, fact.sentence
        words = texts[at.document][sentence.start : sentence.end]
        found[at.document, f"{at.block} {words}", at.start - sentence.start].append(fact)
    return Copies(
        first=tuple(same[0] for same in found.values()),
        again={same[0].id: tuple(same[1:]) for same in found.values() if len(same) > 1},
    )
