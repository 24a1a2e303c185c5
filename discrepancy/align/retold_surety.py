"""What one document tells as it is and another leaves open or gives as somebody's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from discrepancy.align.retold_causes import befall_two, both_cause
from discrepancy.align.retold_words import FEWEST, NEAR, SentenceWords
from discrepancy.model import Fact

_ALIKE = 0.5
"""The same for two stretches of which one tells what the other leaves open."""
_CAUSE = 0.4
"""The same for two stretches that tell what made a thing happen."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def less_sure(told: Sequence[Fact], words: SentenceWords) -> Iterator[list[Fact]]:
    """For each thing that is told as it is, what leaves it open or gives it as somebody's elsewhere."""
    usable = [fact for fact in told if not _is_quoted(fact)]
    found: list[tuple[float, Fact, list[Fact]]] = []
    for plain in usable:
        if plain.claim.hedge:
            continue
        alike = {f.id: (share, f) for f in usable if f.id != plain.id and (share := _likeness(f, plain, words)) > 0}
        guarded = [
            share for share, f in alike.values()
            if f.mention.document != plain.mention.document
            and (f.claim.hedge or (f.attribution and not plain.attribution))
        ]  # fmt: skip
        if guarded:
            found.append((max(guarded), plain, _nearest([f for _, f in alike.values()], plain, words)))
    for _, plain, members in sorted(found, key=lambda each: (-each[0], each[1].id)):
        yield [plain, *members]


def _nearest(alike: Sequence[Fact], plain: Fact, words: SentenceWords) -> list[Fact]:
    """Of each other document what is most like ``plain``; its own say beside them what they also tell flatly."""
    weights = {fact.id: words.weigh(set(fact.claim.details) & set(plain.claim.details)) for fact in alike}
    best: dict[str, float] = defaultdict(float)
    for fact in alike:
        best[fact.mention.document] = max(best[fact.mention.document], weights[fact.id])
    home = plain.mention.document
    return [f for f in alike if weights[f.id] >= best[f.mention.document] or f.mention.document == home]


def _is_quoted(fact: Fact) -> bool:
    return fact.attribution is not None and fact.attribution.quoted


def _likeness(fact: Fact, plain: Fact, words: SentenceWords) -> float:
    """How much two stretches that tell one thing share, a deed or a figure among it; 0 where they do not."""
    mine, theirs = set(fact.claim.details), set(plain.claim.details)
    if {word for word in theirs if _YEAR.fullmatch(word)} - words.of(fact):
        return 0.0
    cause = both_cause(fact, plain)
    if cause and befall_two(fact, plain):
        return 0.0
    more = {word for word in theirs - words.of(fact) if word[:1].isalpha()}
    if len(more) >= _FAR_MORE and _BY_HALF * len(more) >= len(mine & theirs):
        return 0.0  # what is told flatly is told of something narrower
    found = _likeness_of(mine, theirs, words, _verbs(fact) | _verbs(plain), cause=cause)
    if not found and cause and fact.claim.hedge and fact.claim.denied == plain.claim.denied:
        found = _likeness_of(words.of(fact), theirs, words, _verbs(fact) | _verbs(plain), cause=cause)
    return found if fact.claim.denied == plain.claim.denied else 0.0


_FAR_MORE = 3
"""Words that only the flat statement has, from which on it may be of something narrower …"""
_BY_HALF = 2
"""… where they are half as many as those that it shares with the other."""


def _verbs(fact: Fact) -> set[str]:
    return set(fact.claim.about.modifiers)


def _likeness_of(mine: set[str], theirs: set[str], words: SentenceWords, verbs: set[str], *, cause: bool) -> float:
    shared = mine & theirs
    figures = [{word for word in each if word.startswith("#")} for each in (shared, mine, theirs)]
    if len(shared) < (NEAR if figures[0] or cause else FEWEST) or not (figures[0] or shared & verbs or cause):
        return 0.0
    if figures[1] and figures[2] and not figures[0]:
        return 0.0
    share = words.share(mine, theirs)
    return share if share >= (_CAUSE if cause else _ALIKE) else 0.0
