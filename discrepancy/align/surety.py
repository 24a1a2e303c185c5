"""Claims that some documents leave open, or give as somebody's, and others tell as they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from discrepancy.align.claims import people_of
from discrepancy.align.one_claim import is_one_claim
from discrepancy.align.texts import Texts
from discrepancy.lexicon.oppositions import CAUSE
from discrepancy.lexicon.stances import is_retold
from discrepancy.model import Claim, Document, Fact, Group

_CONFIDENCE = 0.7
"""How sure it is that two clauses which pass every test below say one thing."""
_EACH = 12
"""Claims of one verb in one document that are looked at: no text leaves more open of one thing."""


def align(documents: Sequence[Document], facts: Sequence[Fact], taken: AbstractSet[str]) -> list[Group]:
    """Groups of what is told more and less surely; facts that are ``taken`` are in other groups."""
    if len(documents) == 1:
        return []
    order = {document.id: n for n, document in enumerate(documents)}
    people = people_of(facts)
    texts = Texts({document.id: document.text for document in documents})
    groups: list[dict[str, Fact]] = []
    for alike in _of_one_verb(facts, taken).values():
        known = {_place(fact) for group in groups for fact in group.values()}  # a cause is told by its verb too
        homes: dict[str, dict[str, Fact]] = {}
        for plain in alike:
            guarded = [fact for fact in alike if _is_guarded(fact, plain) and is_one_claim(fact, plain, people, texts)]
            elsewhere = any(fact.mention.document != plain.mention.document for fact in guarded)
            if elsewhere and not plain.claim.hedge and _place(plain) not in known:
                _join(groups, homes, [plain, *guarded])

    def place(fact: Fact) -> tuple[int, int, str]:
        return order[fact.mention.document], fact.mention.start, fact.id

    return [_group(sorted(group.values(), key=place)) for group in groups]


def _place(fact: Fact) -> tuple[str, int, int]:
    return fact.mention.document, fact.mention.start, fact.mention.end


def _join(groups: list[dict[str, Fact]], homes: dict[str, dict[str, Fact]], facts: Sequence[Fact]) -> None:
    """Put facts into the group that one of them is in, or into a new one."""
    home = next((homes[fact.id] for fact in facts if fact.id in homes), None)
    if home is None:
        home = {}
        groups.append(home)
    for fact in facts:
        if fact.id not in homes:
            home[fact.id] = fact
            homes[fact.id] = home


def _of_one_verb(facts: Sequence[Fact], taken: AbstractSet[str]) -> Mapping[tuple[str, str], list[Fact]]:
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    count: dict[tuple[str, str, str], int] = defaultdict(int)
    for fact in facts:
        if isinstance(fact.value, Claim) and fact.id not in taken and not is_retold(fact.value.of):
            key = fact.value.of, fact.value.side
            count[(fact.mention.document, *key)] += 1
            if count[(fact.mention.document, *key)] <= _EACH:
                found[key].append(fact)
    kept = [key for key, alike in found.items() if any(_is_open(fact) for fact in alike)]
    return {key: found[key] for key in sorted(kept, key=lambda key: (key[0] != CAUSE, key))}


def _is_open(fact: Fact) -> bool:
    return bool(fact.claim.hedge) or fact.attribution is not None


def _is_guarded(fact: Fact, plain: Fact) -> bool:
    """Whether ``fact`` leaves open, or gives as somebody's, what ``plain`` may tell as it is."""
    given = fact.attribution is not None and plain.attribution is None
    return fact.id != plain.id and (bool(fact.claim.hedge) or given)


def _group(facts: Sequence[Fact]) -> Group:
    named = max(facts, key=lambda f: (len(f.subject.text), f.id))
    return Group(
        id=f"surety:{facts[0].id}",
        kind=facts[0].kind,
        subject=named.subject.text,
        facts=tuple(fact.id for fact in facts),
        reason="the same thing left open and told as it is",
        confidence=_CONFIDENCE,
    )
