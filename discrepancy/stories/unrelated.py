"""Whether the documents given tell one story: by the names that they share and by how alike their words are.

A few documents were most likely given because they belong together, so that anything that speaks for it holds them
together, and all pairs can be looked at. Of many that is neither likely nor quick: they are grouped as an archive is
(:mod:`discrepancy.stories.grouping`), which asks for more and keeps other articles of the same topic apart.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from functools import cache
from itertools import combinations

from discrepancy.grammar.dates.words import MONTHS, WEEKDAYS
from discrepancy.lexicon import table, words
from discrepancy.model import BlockRole, Document
from discrepancy.stories.grouping import group, in_order, sketches
from discrepancy.stories.homes import Homes
from discrepancy.stories.strangers import Strangers
from discrepancy.text.characters import fold

__all__ = ["find_stories"]

Pair = tuple[int, int]

_WORD = re.compile(r"[^\W\d_][\w'’-]*[^\W_]")
_SHORT = 40
"""Telling words that a text must have to be told from the others: a headline or a brief may name nobody."""
_NAMES = 3
"""Names in common that make two texts one story: in tests/clusters each version shares four or more with its nearest,
and two stories at most two."""
_ALIKE = 0.3
"""Likeness of words from which two texts are of one story whatever they name; two stories come to .23 at most."""
_FEW = 48
"""Documents that a desk has of one story; a folder that holds more is most likely an archive."""
_MONTH = timedelta(days=31)
"""How long a story in a folder of many may be told."""
_ASKED = 16
"""Documents of a large story that the others are held against."""
_STORIES = 12
"""Stories that a desk might have put into one folder, or that one story might be taken for: of each some are asked."""
_STEM = 6
_SHORTEST_NAME = 4
_TOLD = frozenset({BlockRole.HEADLINE, BlockRole.SUMMARY, BlockRole.BODY, BlockRole.CAPTION})


def find_stories(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """The ids of the documents of each story, in the documents' order; one tuple where all may tell one.

    Texts are held together wherever anything speaks for it, through a third one too, and a short text with whatever
    else there is: only texts that have nothing to do with each other are told apart. Documents that say themselves of
    which story they are belong there: those that name two are never held together. A short text that names none is
    then with what it has most in common, or by itself.
    """
    if not documents:
        return ()
    if len(documents) > _FEW:
        return _of_many(documents)
    told = {document.id: _words(document) for document in documents}
    long = [sum(told[document.id].values()) >= _SHORT for document in documents]
    homes = Homes([document.story for document in documents])
    parted = _join(documents, told, long, homes)
    stories = homes.members()
    if not homes.several and not parted and not all(any(long[n] for n in members) for members in stories):
        stories = [tuple(range(len(documents)))]  # where a short text belongs can not be told
    return tuple(tuple(documents[n].id for n in members) for members in stories)


def _of_many(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """The ids of the documents of each story, in the documents' order, where there are many."""
    order = {document.id: number for number, document in enumerate(documents)}
    told = group(in_order(sketches(documents)), window=_MONTH)
    stories = sorted(sorted(order[name] for name in each.documents) for each in told)
    if len(stories) <= _STORIES and not any(document.story for document in documents):
        stories = _joined(documents, stories)
    elif len(largest := max(stories, key=len)) * 2 > len(
        documents
    ):  # a folder of one story, and what else came into it
        stories = _with_strays(documents, largest, [each for each in stories if each is not largest])
    return tuple(tuple(documents[n].id for n in members) for members in stories)


def _joined(documents: Sequence[Document], stories: list[list[int]]) -> list[list[int]]:
    """Stories as a few documents of each are held together: what a desk put into one folder is parted with care."""
    story_of = {
        documents[n].id: number for number, members in enumerate(stories) for n in _some(members, _FEW // len(stories))
    }
    asked = [document for document in documents if document.id in story_of]
    joined: list[list[int]] = []
    for together in find_stories(asked):
        numbers = sorted({story_of[name] for name in together})
        whole = {n for number in numbers for n in stories[number]}
        apart = []
        for each in joined:  # a story whose own documents are not held together holds the others together
            if whole.isdisjoint(each):
                apart.append(each)
            else:
                whole.update(each)
        joined = [*apart, sorted(whole)]
    return sorted(joined)


def _some(members: list[int], most: int) -> list[int]:
    return members[:: max(1, -(-len(members) // most))]


def _with_strays(documents: Sequence[Document], largest: list[int], others: list[list[int]]) -> list[list[int]]:
    """The stories once those that anything holds together with the largest one are of it, as of a few documents."""
    asked = [documents[n] for n in _some(largest, _ASKED)]
    joined, apart = list(largest), []
    for members in others:
        own = [documents[n] for n in members]
        stated = any(document.story for document in own)
        if not stated and len(find_stories([*asked, *own][:_FEW])) == 1:
            joined += members
        else:
            apart.append(members)
    return sorted([sorted(joined), *apart])


def _join(documents: Sequence[Document], told: Mapping[str, Counter[str]], long: Sequence[bool], homes: Homes) -> bool:
    """Hold documents together wherever anything speaks for it: the likest first, where some are known to be apart.

    Returns:
        Whether some are told apart by the people and places that they name.
    """
    names, weights, strangers = _names(documents), _weights(told), Strangers(documents)
    pairs = list(combinations(range(len(documents)), 2))
    parted = frozenset(pair for pair in pairs if strangers.apart(*pair))

    def likeness(one: int, other: int) -> tuple[bool, float]:
        """Whether anything speaks for it that two are together, and how alike they are."""
        a, b = documents[one].id, documents[other].id
        alike, shared = _likeness(told[a], told[b], weights), len(names[a] & names[b])
        return shared >= _NAMES or alike >= _ALIKE, alike

    if not parted and not homes.several:  # the order does not matter, and most pairs need not be looked at
        for pair in pairs:
            if long[pair[0]] and long[pair[1]] and homes.may_join(*pair) and likeness(*pair)[0]:
                homes.join(*pair)
        return False
    alike = {pair: likeness(*pair) for pair in pairs if pair not in parted and homes.may_join(*pair)}
    for pair in sorted(alike, key=lambda pair: (-alike[pair][1], pair)):
        if alike[pair][0] and homes.may_join(*pair) and not _strange(homes, pair, parted, sure=True):
            homes.join(*pair)
    if not homes.several:
        _place_short(homes, long, {pair: much for pair, (_, much) in alike.items() if much}, parted)
    return bool(parted)


def _place_short(homes: Homes, long: Sequence[bool], alike: Mapping[Pair, float], parted: Collection[Pair]) -> None:
    """Put short texts that are held together with no longer one where they have most in common."""
    for pair in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        short = any(not any(long[n] for n in homes.together(one)) for one in pair)
        if short and homes.may_join(*pair) and not _strange(homes, pair, parted, sure=False):
            homes.join(*pair)


def _strange(homes: Homes, pair: Pair, parted: Collection[Pair], *, sure: bool) -> bool:
    """Whether most of two that are each together name other people and places than the others do.

    Args:
        homes: what is together.
        pair: one of each.
        parted: the two of each pair that do so.
        sure: whether something speaks for the pair: that is enough for a document that is not yet with any other.
    """
    ones, others = (homes.together(one) for one in pair)
    if sure and min(len(ones), len(others)) == 1:
        return False
    strange = sum((min(one, other), max(one, other)) in parted for one in ones for other in others)
    return strange * 2 >= len(ones) * len(others)


def _text(document: Document) -> str:
    return "\n".join(document.text[b.start : b.end] for b in document.blocks if b.role in _TOLD)


def _words(document: Document) -> Counter[str]:
    """The telling words of a text by their first letters, each with how often it stands there."""
    found = [fold(word) for word in _WORD.findall(_text(document))]
    return Counter(word[:_STEM] for word in found if word not in words("stop_words"))


def _weights(told: Mapping[str, Counter[str]]) -> dict[str, float]:
    """How much a word says: words of every text say little, and long texts are not more alike for being long."""
    often = Counter(word for counted in told.values() for word in counted)
    return {word: math.log(1 + len(told) / n) for word, n in often.items()}


def _likeness(one: Counter[str], other: Counter[str], weights: Mapping[str, float]) -> float:
    """The cosine of two texts, each word once more the oftener it stands there."""
    a, b = ({word: (1 + math.log(n)) * weights[word] for word, n in counted.items()} for counted in (one, other))
    shared = sum(a[word] * b[word] for word in a.keys() & b.keys())
    lengths = math.sqrt(sum(x * x for x in a.values()) * sum(x * x for x in b.values()))
    return shared / lengths if lengths else 0.0


def _names(documents: Sequence[Document]) -> dict[str, frozenset[str]]:
    """The words of each text that no text of all writes in lower case: names, but for the calendar and countries."""
    raw = {document.id: set(_WORD.findall(_text(document))) for document in documents}
    common = {fold(word) for found in raw.values() for word in found if not word[0].isupper()}
    common |= MONTHS.keys() | WEEKDAYS.keys() | words("stop_words") | _countries()
    return {
        name: frozenset(
            fold(word)
            for word in found
            if word[0].isupper() and len(word) >= _SHORTEST_NAME and fold(word) not in common
        )
        for name, found in raw.items()
    }


@cache
def _countries() -> frozenset[str]:
    """The words by which news names countries, their people and capitals: they stand in stories of all sorts."""
    rows = table("countries").values()
    forms = (form for row in rows for name in ("names", "demonyms", "capital") for form in row[name])
    return frozenset(part for form in forms for part in fold(form).split())
