"""Where a headline takes the other side of a matter than the article below it: "workers reject deal", who accepted it.

Which words take which side is told by lexicon/stances.toml; here a headline's stance is held against those of the first
sentences, by the words they share.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from discrepancy.documents import BlockRole, Document
from discrepancy.lexicon.oppositions import OTHER
from discrepancy.lexicon.stances import TOLD, is_stance, is_timeless, needs_object
from discrepancy.model import Claim, Fact, FactKind, Story, TimeFrame
from discrepancy.rules.headline_claims import Denied

_LEAD: Final = 4
"""Sentences of an article in which what its headline tells is told."""
_FEWEST: Final = 2
"""Telling words that a headline and a sentence must share besides those of the stance."""
_NAMED: Final = 1
"""Those that are enough where one is a person."""
_OPEN: Final = re.compile(
    r"\?|\b(?:may|might|could|would|if|unless|fears?|feared|threat\w*|warn\w*|brink|plea|bid|hopes?|set to|vow\w*|until"
    r"|again|after|despite|before|second|first|why|how|urged?|told|calls?)\b",
    re.IGNORECASE,
)
_TURNS: Final = re.compile(
    r"\b(?:but|although|despite|while|after|until|had|later|earlier|previous\w*|initially|first|overturn\w*|appeal\w*)\b",
    re.IGNORECASE,
)


def turned_stances(story: Story, document: Document) -> Iterator[Denied]:
    """Each stance of the document's headline whose opposite the first sentences tell, and that no sentence tells."""
    told = [f for f in story.of_kind.get((document.id, FactKind.CLAIM), ()) if isinstance(f.value, Claim)]
    if not any(f.mention.block is BlockRole.HEADLINE and is_stance(f.claim.of) for f in told):
        return
    words: dict[int, set[str]] = defaultdict(set)
    for fact in told:
        if fact.claim.of == TOLD:
            words[fact.sentence.start] |= set(fact.claim.details)
    lead = sorted(words)[:_LEAD]
    stances = [f for f in told if is_stance(f.claim.of) and not f.claim.hedge]
    below = [f for f in stances if f.mention.block is not BlockRole.HEADLINE]
    for above in stances:
        if above.mention.block is not BlockRole.HEADLINE or _OPEN.search(_before(document, above)):
            continue
        if any(_is_across(above, f) for f in stances if f.mention.block is BlockRole.HEADLINE):
            continue
        same = [f for f in below if f.claim.of == above.claim.of]
        against = [
            f for f in same
            if f.claim.side == OTHER[above.claim.side] and f.sentence.start in lead and _is_one(above, f, words)
            and not _TURNS.search(document.text[f.sentence.start : f.mention.end])
        ]  # fmt: skip
        if against and not _is_borne_out(above, against[0], same, words):
            yield Denied(above.mention, against[0].mention)


def _is_across(one: Fact, other: Fact) -> bool:
    return one.claim.of == other.claim.of and one.claim.side == OTHER[other.claim.side]


def _before(document: Document, fact: Fact) -> str:
    """The words of a headline up to the end of a stance."""
    return document.text[fact.sentence.start : fact.mention.end]


def _shared(above: Fact, below: Fact, words: dict[int, set[str]]) -> set[str]:
    return (set(above.claim.details) | set(above.claim.about.modifiers)) & words[below.sentence.start]


def _is_one(above: Fact, below: Fact, words: dict[int, set[str]]) -> bool:
    """Whether a headline's stance and a sentence's are of one matter, one party and one time."""
    one, other = above.claim, below.claim
    planned = (above.time is TimeFrame.PLANNED, below.time is TimeFrame.PLANNED)
    if planned[1] and not (planned[0] or is_timeless(one.of)):
        return False
    if below.attribution is not None and below.attribution.quoted:
        return False
    if one.by and other.by and not set(one.by.modifiers) & (set(other.by.modifiers) | words[below.sentence.start]):
        return False
    if needs_object(one.of) and not (one.by and other.by and set(one.by.modifiers) & set(other.by.modifiers)):
        return False
    persons = [{w for w in each if w.startswith("@")} for each in (one.about.modifiers, other.about.modifiers)]
    if persons[0] and persons[1] and not persons[0] & persons[1]:
        return False
    shared = _shared(above, below, words)
    return len(shared) >= (_NAMED if any(word.startswith("@") for word in shared) else _FEWEST)


def _of_others(above: Fact, below: Fact) -> bool:
    """Whether both name whose stance it is, and no word of the two is one: the regulator, the court."""
    mine, theirs = set(above.claim.about.modifiers), set(below.claim.about.modifiers)
    return bool(mine and theirs) and not mine & theirs


def _is_borne_out(above: Fact, against: Fact, same: Sequence[Fact], words: dict[int, set[str]]) -> bool:
    """Whether another sentence takes the headline's side of what may be the same."""
    least = len(_shared(above, against, words))
    sides = [f for f in same if f.claim.side == above.claim.side and not _of_others(above, f)]
    return any(
        f.sentence.start == against.sentence.start or len(_shared(above, f, words)) >= min(least, _FEWEST)
        for f in sides
    )
