"""Stretches of words that tell one thing in two documents, whatever their grammar: by the telling words they share.

Two kinds of groups come of it: stances that one document takes the other way round than another (it accepts, it
rejects the demand), and what one tells as it is and another leaves open or gives as somebody's.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.align.copies import Copies, set_apart
from discrepancy.align.retold_roles import swapped
from discrepancy.align.retold_stances import opposed
from discrepancy.align.retold_surety import less_sure
from discrepancy.align.retold_words import SentenceWords, sentence_of
from discrepancy.lexicon.stances import TOLD, is_retold
from discrepancy.model import BlockRole, Claim, Document, Fact, FactKind, Group

_MANY = 6
"""Versions that print one sentence from which on it is looked at once."""
_CONFIDENCE = 0.7
"""How sure it is that two stretches which pass every test below tell one thing."""


def align(documents: Sequence[Document], facts: Sequence[Fact], known: Sequence[Group]) -> list[Group]:
    """The groups of stances that differ, and of what is told more and less surely.

    Args:
        documents: the story's documents.
        facts: their facts.
        known: groups of claims that are held together by their grammar already; their sentences are left to it.
    """
    if len(documents) == 1:
        return []
    told = [
        f
        for f in facts
        if isinstance(f.value, Claim) and is_retold(f.value.of) and f.mention.block is not BlockRole.HEADLINE
    ]
    copies = _set_apart(documents, told)
    told = list(copies.first)
    order = {document.id: n for n, document in enumerate(documents)}
    words = SentenceWords(documents, told)
    groups = [
        *opposed(told, words),
        *swapped(told, words),
        *less_sure([f for f in told if f.claim.of == TOLD], words),
    ]
    if groups and known:
        at = {f.id: sentence_of(f) for f in facts}
        judged = [{at[one] for one in group.facts} for group in known]
        groups = [g for g in groups if not any(len({sentence_of(f) for f in g} & places) > 1 for places in judged)]

    def place(fact: Fact) -> tuple[int, int, str]:
        return order[fact.mention.document], fact.mention.start, fact.id

    made = {group.id: group for members in groups for group in [_group(sorted(members, key=place))]}
    return [copies.complete(group) for group in made.values()]


def _set_apart(documents: Sequence[Document], told: Sequence[Fact]) -> Copies:
    """The stretches with those of sentences that many versions print put aside, each kind of stretch by itself."""
    kinds: dict[tuple[str, str], list[Fact]] = {}
    for fact in told:
        kinds.setdefault((fact.claim.of, fact.claim.side), []).append(fact)
    apart = [set_apart(documents, facts, across=True, least=_MANY) for facts in kinds.values()]
    kept = {fact.id for copies in apart for fact in copies.first}
    return Copies(
        first=tuple(fact for fact in told if fact.id in kept),
        again={fact_id: again for copies in apart for fact_id, again in copies.again.items()},
        place={fact.id: place for place, fact in enumerate(told)},
    )


def _group(facts: Sequence[Fact]) -> Group:
    named = max(facts, key=lambda f: (len(f.subject.text), f.id))
    return Group(
        id="retold:" + "+".join(fact.id for fact in facts),
        kind=FactKind.CLAIM,
        subject=named.subject.text,
        facts=tuple(fact.id for fact in facts),
        reason="the same thing in other words",
        confidence=_CONFIDENCE,
    )
