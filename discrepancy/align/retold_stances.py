"""Stances that one document takes the other way round than another: it accepts, it rejects the demand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from discrepancy.align.retold_matters import is_one_matter, is_one_object, names_object, of_two_matters, of_two_times
from discrepancy.align.retold_parties import accounts_fit, are_groups, may_be_some, one_party, persons_of, shared_names
from discrepancy.align.retold_words import EACH, FEWEST, NEAR, SentenceWords, is_told_plainly
from discrepancy.lexicon.oppositions import OTHER
from discrepancy.lexicon.stances import is_stance, is_timeless, needs_person
from discrepancy.model import Fact, TimeFrame

_OPPOSED = 0.45
"""Share of the weight of the shorter sentence's words that two sentences must share to be of one stance."""
_NAMED = 0.33
"""The same where both name one person or body."""


def opposed(told: Sequence[Fact], words: SentenceWords) -> Iterator[list[Fact]]:
    """The facts of each stance that two documents take the other way round."""
    by_stance: dict[str, list[Fact]] = defaultdict(list)
    for fact in told:
        if is_stance(fact.claim.of):
            by_stance[fact.claim.of].append(fact)
    taken: set[str] = set()
    for _, alike in sorted(by_stance.items()):
        if len({fact.claim.side for fact in alike}) == 1 or len({fact.mention.document for fact in alike}) == 1:
            continue
        facts = [fact for fact in alike if is_told_plainly(fact, words)]
        ones, others = ([f for f in facts if f.claim.side == side][:EACH] for side in ("one", "other"))
        pairs = [
            (a, b) for a, b in product(ones, others)
            if a.mention.document != b.mention.document and _is_opposite(a, b, words)
            and not _says_both(a, b, facts, words)
        ]  # fmt: skip
        pairs.sort(key=lambda pair: -words.weigh(words.of(pair[0]) & words.of(pair[1])))
        for a, b in pairs:
            members = {a.id: a, b.id: b}
            members |= {f.id: f for pair in pairs if {a.id, b.id} & {pair[0].id, pair[1].id} for f in pair}
            if not taken & set(members):
                taken |= set(members)
                yield list(members.values())


def _is_opposite(a: Fact, b: Fact, words: SentenceWords) -> bool:
    """Whether two stances are of one matter, by one person or body, of one time."""
    planned = (a.time is TimeFrame.PLANNED, b.time is TimeFrame.PLANNED)
    if (planned[0] != planned[1] and not is_timeless(a.claim.of)) or not accounts_fit(a, b):
        return False
    if are_groups(a, b, words):
        return True
    mine, theirs = words.of(a), words.of(b)
    if not set(a.claim.details) & theirs or not set(b.claim.details) & mine:
        return False
    if may_be_some(a, b) or of_two_matters(a, b, words) or of_two_times(a, b, words):
        return False
    if not one_party(a, b) or not (names_object(a, b, words) and names_object(b, a, words)):
        return False
    if is_one_matter(a, b, words) or is_one_object(a, b):
        return True
    shared = mine & theirs
    names = shared_names(a, b, words)
    if names is False or (needs_person(a.claim.of) and not names):
        return False
    return len(shared) >= FEWEST and words.share(mine, theirs) >= (_NAMED if names else _OPPOSED)


def _says_both(a: Fact, b: Fact, facts: Sequence[Fact], words: SentenceWords) -> bool:
    """Whether the document of either takes the other side too, of what may be the same."""
    for fact in (a, b):
        for each in facts:
            across = each.claim.side == OTHER[fact.claim.side] and all(_may_be_one(each, f, words) for f in (a, b))
            if each.mention.document == fact.mention.document and across:
                shared = words.of(each) & (words.of(a) | words.of(b))
                if len(shared) >= NEAR or any(word.startswith("@") for word in shared):
                    return True
    return False


def _may_be_one(each: Fact, fact: Fact, words: SentenceWords) -> bool:
    """Whether two stances may be one party's: their sentences name one person, or either names none."""
    mine, theirs = (persons_of(f) or {word for word in words.of(f) if word.startswith("@")} for f in (each, fact))
    return one_party(each, fact) and (not mine or not theirs or bool(mine & theirs))
