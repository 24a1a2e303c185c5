"""Quotations that are versions of one statement: the same words, nearly so, or two translations of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from rapidfuzz.distance import LCSseq

from discrepancy.align.copies import set_apart
from discrepancy.align.grouping import Pair, agglomerate, mean_score
from discrepancy.grammar.quoted_words import is_extract, quoted_words
from discrepancy.lexicon import words as word_list
from discrepancy.model import BlockRole, Document, Fact, FactKind, Group
from discrepancy.text.characters import fold

THRESHOLD = 0.5
_SHORT = 4
"""Words below which a quotation is a fragment."""
_NEARLY_ALL = 0.75
"""The share of a quotation's words, in order, that makes it a version of another whoever says it."""
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_ALL_BUT_A_WORD = 0.85
_HALF = 0.5
"""The share that does where both are of one known speaker: two translations share as little."""


def align(documents: Sequence[Document], facts: Sequence[Fact]) -> list[Group]:
    """Groups of quotations from different documents (or a headline and its body) that give one statement."""
    people = {fact.subject.head for fact in facts if fact.kind is FactKind.PERSON}
    quoted = [_known(fact, people) for fact in facts if fact.kind is FactKind.QUOTATION and fold(fact.mention.text)]
    copies = set_apart(documents, quoted)
    quotes = copies.first
    texts = {document.id: document.text for document in documents}
    words = [quoted_words(fact.quotation.words) for fact in quotes]
    around = [set(fold(_around(texts, fact)).split()) for fact in quotes]
    scores: dict[Pair, float] = {}
    exact = _exact(quotes, words)
    for i, j in combinations(range(len(quotes)), 2):
        if quotes[i].mention.document == quotes[j].mention.document and not _across_blocks(quotes[i], quotes[j]):
            continue
        score = _score(quotes, words, around, exact, (i, j))
        if score > 0:
            scores[i, j] = score
    groups = _with_left(quotes, agglomerate(len(quotes), scores, frozenset(), THRESHOLD), scores)
    return [copies.complete(_group(quotes, members, mean_score(members, scores))) for members in groups]


def _with_left(quotes: Sequence[Fact], groups: Sequence[list[int]], scores: dict[Pair, float]) -> list[list[int]]:
    """The groups with what was left beside them: nearly all of it stands in one quotation of a group.

    Several pieces of one statement make a group in which a version of one piece is like that piece alone.
    """
    found = [list(members) for members in groups]
    grouped = {i for members in found for i in members}
    for i in range(len(quotes)):
        if i in grouped or quotes[i].mention.block is BlockRole.HEADLINE:
            continue  # a headline is short for what its text quotes
        likeness = [
            (max(scores.get((min(i, j), max(i, j)), 0.0) for j in members), n)
            for n, members in enumerate(found)
            if not any(_in_one_text(quotes[i], quotes[j]) for j in members)
        ]
        best, home = max(likeness, default=(0.0, 0))
        if best >= _NEARLY_ALL:
            found[home].append(i)
    return [sorted(members) for members in found]


def _in_one_text(a: Fact, b: Fact) -> bool:
    return a.mention.document == b.mention.document and not _across_blocks(a, b)


def _known(fact: Fact, people: set[str]) -> Fact:
    """The quotation without a speaker who is no named person: "the mayor" may be anyone."""
    value = fact.quotation
    return fact if value.speaker in people else replace(fact, value=replace(value, speaker=""))


def _same(a: Fact, b: Fact) -> bool:
    return is_extract(a.quotation.words, b.quotation.words)


def _around(texts: dict[str, str], fact: Fact) -> str:
    text = texts[fact.mention.document]
    return text[min(fact.sentence.start, fact.mention.start) : max(fact.sentence.end, fact.mention.end)]


def _across_blocks(a: Fact, b: Fact) -> bool:
    """Two quotations of one document are versions of one statement only between headline or caption and body."""
    return a.mention.block is not b.mention.block


def _exact(quotes: Sequence[Fact], words: Sequence[list[str]]) -> dict[tuple[int, str], bool]:
    """For each quotation and each other document: whether that document has it in the very same words."""
    found: dict[tuple[int, str], bool] = {}
    for i, j in combinations(range(len(quotes)), 2):
        if len(words[i]) >= 2 and len(words[j]) >= 2 and _same(quotes[i], quotes[j]):
            found[i, quotes[j].mention.document] = True
            found[j, quotes[i].mention.document] = True
    return found


def _score(
    quotes: Sequence[Fact],
    words: Sequence[list[str]],
    around: Sequence[set[str]],
    exact: dict[tuple[int, str], bool],
    pair: Pair,
) -> float:
    """How surely two quotations give one statement, 0..1.

    A quotation that the other document has in the very same words is never held against its other quotations.
    """
    i, j = pair
    if len(words[i]) < 2 or len(words[j]) < 2 or _differ(_speaker(quotes[i]), _speaker(quotes[j])):
        same = words[i] == words[j] or (min(len(words[i]), len(words[j])) >= 5 and _same(quotes[i], quotes[j]))
        return 1.0 if same and len(words[i]) >= 4 else 0.0
    if _same(quotes[i], quotes[j]):
        enough = min(len(words[i]), len(words[j])) >= _SHORT or len(around[i] & around[j] - _common()) >= 3
        return 1.0 if enough else 0.0
    if (i, quotes[j].mention.document) in exact or (j, quotes[i].mention.document) in exact:
        return 0.0
    days, others = _said_on(around[i], words[i]), _said_on(around[j], words[j])
    if days and others and days.isdisjoint(others) and not _nearly_equal(words[i], words[j]):
        return 0.0
    known = bool(_speaker(quotes[i])) and _speaker(quotes[i]) == _speaker(quotes[j])
    return _likeness(words[i], words[j], len(_content(around[i]) & _content(around[j])), known=known)


def _likeness(a: list[str], b: list[str], shared_around: int, *, known: bool) -> float:
    """How much of the shorter quotation stands in the longer, in order, with words that carry meaning among it."""
    short, long = sorted((a, b), key=len)
    covered = LCSseq.similarity(short, long) / len(short)
    shared = _content(set(short)) & _content(set(long))
    if len(short) < _SHORT:
        return covered if known and covered == 1.0 and shared and shared_around >= 2 else 0.0
    if covered >= _NEARLY_ALL and len(shared) >= 2:
        return covered
    if known and shared and (_nearly_equal(a, b) or _but_a_word(short, long, shared_around)):
        return covered
    return covered if known and covered >= _HALF and len(shared) >= 2 else 0.0


def _but_a_word(short: Sequence[str], long: Sequence[str], shared_around: int) -> bool:
    """Whether a quotation stands in a longer one but for a word in the place of another."""
    if len(short) == _SHORT and shared_around < _TOLD_ALIKE:
        return False
    size = len(short)
    windows = (long[i : i + size] for i in range(len(long) - size + 1))
    return any(sum(x != y for x, y in zip(short, window, strict=True)) == 1 for window in windows)


_TOLD_ALIKE = 2
"""Words around two quotations of four words that they share, so that one changed word leaves them one."""


def _said_on(around: set[str], quoted: Sequence[str]) -> set[str]:
    """The days of the week that the writer names around a quotation."""
    return (around & _WEEKDAYS) - set(quoted)


def _nearly_equal(a: list[str], b: list[str]) -> bool:
    """Whether two wordings differ by a word or so: of two days, one is then wrong, and the statement still one."""
    return LCSseq.normalized_similarity(a, b) >= _ALL_BUT_A_WORD


def _content(words: set[str]) -> set[str]:
    return {word for word in words if word not in _common()}


def _common() -> frozenset[str]:
    return word_list("stop_words")


def _speaker(fact: Fact) -> str:
    return fact.quotation.speaker


def _differ(a: str, b: str) -> bool:
    """Whether two speakers are known to be two persons."""
    return bool(a) and bool(b) and a != b


def _group(quotes: Sequence[Fact], members: list[int], score: float) -> Group:
    facts = [quotes[i] for i in members]
    speaker = next(filter(None, map(_speaker, facts)), "")
    longest = max(facts, key=lambda f: (len(f.mention.text), f.id))
    return Group(
        id=f"quotation:{facts[0].id}",
        kind=FactKind.QUOTATION,
        subject=longest.subject.text,
        facts=tuple(fact.id for fact in facts),
        reason="the same words or nearly so, of the same speaker" if speaker else "the same words or nearly so",
        confidence=round(min(1.0, score), 3),
    )
