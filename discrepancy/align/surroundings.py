"""What the texts around two quantities have in common: words, other figures, persons, and their place in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from discrepancy.align.grouping import Pair
from discrepancy.align.shared_words import SharedWords
from discrepancy.model import BlockRole, Document, Fact, FactKind
from discrepancy.text.characters import fold
from discrepancy.text.likeness import Likeness

_WINDOW = 60
"""Characters on either side of a figure that are compared by their n-grams."""
_NEAR = 45
"""Characters on either side whose words are."""
_FEW = 6
"""Sentences with a figure below which a text is short: there the next one is near, not far."""
_OPENING = 0.2
"""The share of a text that is its opening."""
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_BEYOND = re.compile(
    r"(?:\s[\w-]+)?\s(?:over|above|below|under|beyond|short of|ahead of|behind)\s(?:the|his|her|its|their|last)\b",
    re.IGNORECASE,
)
"""After a figure that says how far from something else: "seven over the limit"."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the surroundings of a pair say.

    Attributes:
        sentence: the likeness of the sentences, 0..1.
        window: the likeness of the few words right around the figures, 0..1.
        words: the share of telling words around them that both have, 0..1.
        far: how far apart they stand in their texts, as shares of the length, 0..1.
        opening: whether both stand in the opening of their texts.
        person: whether both sentences name one person.
        figure: whether both sentences give one further figure alike.
        since: whether just one of them counts since some time that is told after it ("31 goals since his debut"), or
            from some level ("seven over the limit").
    """

    sentence: float
    window: float
    words: float
    far: float
    opening: bool
    person: bool
    figure: bool
    since: bool


def surroundings(
    documents: Sequence[Document], facts: Sequence[Fact], figures: Sequence[Fact], pairs: Sequence[Pair]
) -> Iterator[Around]:
    """What stands around each pair of ``figures``, told by their places; ``facts`` are all of the story."""
    texts = {document.id: document.text for document in documents}
    left, right = [i for i, _ in pairs], [j for _, j in pairs]
    by_sentence = Likeness([_sentence(texts, f) for f in figures]).of_pairs(left, right)
    by_window = Likeness([words_around(texts[f.mention.document], f, _WINDOW) for f in figures]).of_pairs(left, right)
    near = [words_around(texts[f.mention.document], f, _NEAR) for f in figures]
    by_words = SharedWords(_sentences(texts, figures), near).of_pairs(left, right)
    opening, at = _places(figures, least=1), _places(figures, least=_FEW)
    beside = _beside(facts)
    counted = [_is_counted_from(texts[f.mention.document], f) for f in figures]
    for (i, j), sentence, window, words in zip(pairs, by_sentence, by_window, by_words, strict=True):
        a, b = beside[_place(figures[i])], beside[_place(figures[j])]
        yield Around(
            sentence=sentence,
            window=window,
            words=words,
            far=0.0 if _heads(figures[i]) or _heads(figures[j]) else abs(at[i] - at[j]),
            opening=opening[i] < _OPENING and opening[j] < _OPENING,
            person=bool(a.persons & b.persons),
            figure=bool((a.figures & b.figures) - {_in_digits(figures[i]), _in_digits(figures[j])}),
            since=counted[i] != counted[j],
        )


def _heads(fact: Fact) -> bool:
    """Whether a figure stands in a headline, which may tell of any part of a text."""
    return fact.mention.block is BlockRole.HEADLINE


def _sentences(texts: Mapping[str, str], figures: Sequence[Fact]) -> Iterator[str]:
    """Each sentence that holds a figure, once: a paragraph without one changes nothing for the others."""
    for place, sentence in dict.fromkeys((_place(f), f.sentence) for f in figures):
        yield texts[place[0]][sentence.start : sentence.end]


def _places(figures: Sequence[Fact], *, least: int) -> list[float]:
    """Where each figure stands among the sentences of its document that hold one, 0..1 of them, or of ``least``."""
    starts: dict[str, set[int]] = defaultdict(set)
    for fact in figures:
        starts[fact.mention.document].add(fact.sentence.start)
    places = {home: (sorted(found), max(len(found), least)) for home, found in starts.items()}
    rank = {(home, at): n / many for home, (found, many) in places.items() for n, at in enumerate(found)}
    return [rank[_place(fact)] for fact in figures]


def _is_counted_from(text: str, fact: Fact) -> bool:
    end, stop = fact.mention.end, fact.sentence.end
    return bool(_SINCE.search(text, end, stop) or _BEYOND.match(text, end, stop))


@dataclass(frozen=True, slots=True)
class _Beside:
    """The surnames and figures of one sentence."""

    persons: set[str]
    figures: set[object]


def _beside(facts: Sequence[Fact]) -> Mapping[tuple[str, int], _Beside]:
    found: dict[tuple[str, int], _Beside] = defaultdict(lambda: _Beside(set(), set()))
    for fact in facts:
        if fact.kind is FactKind.PERSON:
            found[_place(fact)].persons.add(fold(fact.name.surname))
        elif fact.kind is FactKind.QUANTITY:
            found[_place(fact)].figures.add(_in_digits(fact))
    return found


def _place(fact: Fact) -> tuple[str, int]:
    return fact.mention.document, fact.sentence.start


def _in_digits(fact: Fact) -> object:
    """A figure whatever its kind: "the third day" beside it tells as much as "three"."""
    return fact.quantity.figure[1:]


def _sentence(texts: Mapping[str, str], fact: Fact) -> str:
    return texts[fact.mention.document][fact.sentence.start : fact.sentence.end]


def words_around(text: str, fact: Fact, reach: int) -> str:
    """The words of a fact's sentence that stand within ``reach`` characters of it, without itself."""
    low = max(fact.sentence.start, fact.mention.start - reach)
    high = min(fact.sentence.end, fact.mention.end + reach)
    return f"{text[low : fact.mention.start]} {text[fact.mention.end : high]}"
