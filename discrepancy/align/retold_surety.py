"""What one document tells as it is and another leaves open or gives as somebody's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from discrepancy.align.retold_causes import befall_two, tells_cause
from discrepancy.align.retold_words import FEWEST, NEAR, SentenceWords
from discrepancy.model import Claim, Fact

_ALIKE = 0.5
"""The same for two stretches of which one tells what the other leaves open."""
_CAUSE = 0.4
"""The same for two stretches that tell what made a thing happen."""
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, eq=False)
class _Stretch:
    """A stretch of words that tells something, with what comparing it to many others asks of it.

    Attributes:
        fact: the stretch.
        claim: its value.
        words: the telling words of the stretch itself.
        sentence: those of the sentence that holds it, the stretch's own among them.
        verbs: those of its words that are deeds.
        years, letters: those of its words that are years, and those that are no figures.
        causes: whether it tells what made a thing happen.
        weight: how much its words say.
    """

    fact: Fact
    claim: Claim
    words: frozenset[str]
    sentence: AbstractSet[str]
    verbs: frozenset[str]
    years: frozenset[str]
    letters: frozenset[str]
    causes: bool
    weight: float

    @property
    def told_by(self) -> AbstractSet[str]:
        """The words among which those of a flat statement are looked for."""
        return self.sentence if self.causes and self.claim.hedge else self.words


class _Holders:
    """Stretches by their words: what shares too few with a statement to be alike is never looked at."""

    def __init__(self, stretches: Iterable[_Stretch]) -> None:
        self._stretches = tuple(stretches)
        self._holding: dict[str, list[int]] = defaultdict(list)
        for place, stretch in enumerate(self._stretches):
            for word in stretch.told_by:
                self._holding[word].append(place)

    def near(self, plain: _Stretch) -> list[_Stretch]:
        """The stretches that share as many words with ``plain`` as any that are alike, in order."""
        shared = Counter(chain.from_iterable(self._holding.get(word, ()) for word in plain.words))
        return [self._stretches[place] for place in sorted(shared) if shared[place] >= NEAR]


def less_sure(told: Sequence[Fact], words: SentenceWords) -> Iterator[list[Fact]]:
    """For each thing that is told as it is, what leaves it open or gives it as somebody's elsewhere."""
    usable = [_read(fact, words) for fact in told if not _is_quoted(fact)]
    every, open_ones = _Holders(usable), _Holders(each for each in usable if _is_open(each.fact))
    found: list[tuple[float, Fact, list[Fact]]] = []
    for plain in usable:
        if plain.claim.hedge:
            continue
        guarded = [
            share for each in open_ones.near(plain)
            if each.fact.mention.document != plain.fact.mention.document
            and (each.claim.hedge or not plain.fact.attribution)
            and (share := _likeness(each, plain, words)) > 0
        ]  # fmt: skip
        if guarded:
            alike = (each for each in every.near(plain) if each is not plain and _likeness(each, plain, words) > 0)
            found.append((max(guarded), plain.fact, _nearest(list(alike), plain, words)))
    for _, fact, members in sorted(found, key=lambda each: (-each[0], each[1].id)):
        yield [fact, *members]


def _read(fact: Fact, words: SentenceWords) -> _Stretch:
    claim = fact.claim
    own = frozenset(claim.details)
    return _Stretch(
        fact=fact,
        claim=claim,
        words=own,
        sentence=words.of(fact),
        verbs=frozenset(claim.about.modifiers),
        years=frozenset(word for word in own if _YEAR.fullmatch(word)),
        letters=frozenset(word for word in own if word[:1].isalpha()),
        causes=tells_cause(claim),
        weight=words.weigh(own),
    )


def _nearest(alike: Sequence[_Stretch], plain: _Stretch, words: SentenceWords) -> list[Fact]:
    """Of each other document what is most like ``plain``; its own say beside them what they also tell flatly."""
    weights = {each.fact.id: words.weigh(each.words & plain.words) for each in alike}
    best: dict[str, float] = defaultdict(float)
    for each in alike:
        document = each.fact.mention.document
        best[document] = max(best[document], weights[each.fact.id])
    home = plain.fact.mention.document
    facts = [each.fact for each in alike]
    return [f for f in facts if weights[f.id] >= best[f.mention.document] or f.mention.document == home]


def _is_quoted(fact: Fact) -> bool:
    return fact.attribution is not None and fact.attribution.quoted


def _is_open(fact: Fact) -> bool:
    """Whether a stretch leaves open what it tells, or gives it as somebody's."""
    return bool(fact.claim.hedge) or fact.attribution is not None


def _likeness(one: _Stretch, plain: _Stretch, words: SentenceWords) -> float:
    """How much two stretches that tell one thing share, a deed or a figure among it; 0 where they do not."""
    if one.claim.denied != plain.claim.denied or not plain.years <= one.sentence:
        return 0.0
    cause = one.causes and plain.causes
    if cause and befall_two(one.claim, plain.claim):
        return 0.0
    more = len(plain.letters - one.sentence)
    if more >= _FAR_MORE and _BY_HALF * more >= len(one.words & plain.words):
        return 0.0  # what is told flatly is told of something narrower
    found = _likeness_of(one.words, one.weight, one, plain, words)
    if not found and cause and one.claim.hedge:
        found = _likeness_of(one.sentence, words.weigh(one.sentence), one, plain, words)
    return found


_FAR_MORE = 3
"""Words that only the flat statement has, from which on it may be of something narrower …"""
_BY_HALF = 2
"""… where they are half as many as those that it shares with the other."""


def _likeness_of(mine: AbstractSet[str], weight: float, one: _Stretch, plain: _Stretch, words: SentenceWords) -> float:
    """The share of words that say a thing in common, where enough of them do.

    Args:
        mine: the words of ``one`` that are looked at.
        weight: how much they say.
        one: a stretch that may leave open, or give as somebody's, what the other tells.
        plain: what is told as it is.
        words: what each word says.
    """
    shared = plain.words & mine
    cause = one.causes and plain.causes
    figure = _has_figure(shared)
    if len(shared) < (NEAR if figure or cause else FEWEST):
        return 0.0
    if not (figure or cause or shared & one.verbs or shared & plain.verbs):
        return 0.0
    if not figure and _has_figure(mine) and _has_figure(plain.words):
        return 0.0
    least = min(weight, plain.weight)
    share = words.weigh(shared) / least if least else 0.0
    return share if share >= (_CAUSE if cause else _ALIKE) else 0.0


def _has_figure(words: AbstractSet[str]) -> bool:
    return any(word.startswith("#") for word in words)
