"""Quotations that are versions of one statement: the same words, nearly so, or two translations of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations, product

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
    said = _read(documents, quotes)
    scores = _scores(said)
    groups = _with_left(quotes, agglomerate(len(quotes), scores, frozenset(), THRESHOLD), scores)
    return [copies.complete(_group(quotes, members, mean_score(members, scores))) for members in groups]


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """A quotation with what comparing it to many others asks of it.

    Attributes:
        words: its words, as they are compared; ``content`` those that carry meaning.
        around: the words of the sentences that hold it that carry meaning.
        days: the days of the week that the writer names around it.
    """

    text: str
    speaker: str
    document: str
    block: BlockRole
    words: tuple[str, ...]
    content: AbstractSet[str]
    around: AbstractSet[str]
    days: AbstractSet[str]


def _read(documents: Sequence[Document], quotes: Sequence[Fact]) -> list[_Said]:
    texts = {document.id: document.text for document in documents}
    return [_read_one(texts[fact.mention.document], fact) for fact in quotes]


def _read_one(text: str, fact: Fact) -> _Said:
    words = quoted_words(fact.quotation.words)
    at, sentence = fact.mention, fact.sentence
    around = set(fold(text[min(sentence.start, at.start) : max(sentence.end, at.end)]).split())
    return _Said(
        text=fact.quotation.words,
        speaker=fact.quotation.speaker,
        document=at.document,
        block=at.block,
        words=tuple(words),
        content=set(words) - word_list("stop_words"),
        around=around - word_list("stop_words"),
        days=(around & _WEEKDAYS) - set(words),
    )


def _scores(said: Sequence[_Said]) -> dict[Pair, float]:
    """How surely two quotations of two documents give one statement, for each pair that may."""
    same = _same_words(said)
    exact = _exact(said, same)
    scores: dict[Pair, float] = {}
    for i, a in enumerate(said):
        for j in range(i + 1, len(said)):
            b = said[j]
            if (i, j) not in same and a.content.isdisjoint(b.content):
                continue
            if a.document == b.document and a.block is b.block:
                continue
            score = _score(a, b, same=(i, j) in same, exact=(i, b.document) in exact or (j, a.document) in exact)
            if score > 0:
                scores[i, j] = score
    return scores


def _same_words(said: Sequence[_Said]) -> set[Pair]:
    """The pairs of which one holds the other in the very same words; each wording is looked at once."""
    standing: dict[str, list[int]] = defaultdict(list)
    for i, each in enumerate(said):
        standing[each.text].append(i)
    many = (text for text, places in standing.items() if len(places) > 1)
    found = {pair for text in many if is_extract(text, text) for pair in combinations(standing[text], 2)}
    for one, other in combinations(standing, 2):
        if is_extract(one, other):
            found |= {(min(pair), max(pair)) for pair in product(standing[one], standing[other])}
    return found


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


def _across_blocks(a: Fact, b: Fact) -> bool:
    """Two quotations of one document are versions of one statement only between headline or caption and body."""
    return a.mention.block is not b.mention.block


def _exact(said: Sequence[_Said], same: AbstractSet[Pair]) -> set[tuple[int, str]]:
    """For each quotation the other documents that have it in the very same words."""
    found: set[tuple[int, str]] = set()
    for i, j in same:
        if len(said[i].words) > 1 and len(said[j].words) > 1:
            found |= {(i, said[j].document), (j, said[i].document)}
    return found


def _score(a: _Said, b: _Said, *, same: bool, exact: bool) -> float:
    """How surely two quotations give one statement, 0..1.

    Args:
        a: one of the two.
        b: the other.
        same: whether one holds the other in the very same words.
        exact: whether the other document has one of them so: it is then never held against its other quotations.
    """
    fewest = min(len(a.words), len(b.words))
    if fewest < 2 or _differ(a.speaker, b.speaker):
        alike = a.words == b.words or (fewest >= 5 and same)
        return 1.0 if alike and len(a.words) >= 4 else 0.0
    if same:
        return 1.0 if fewest >= _SHORT or len(a.around & b.around) >= 3 else 0.0
    if exact:
        return 0.0
    if a.days and b.days and a.days.isdisjoint(b.days) and not _nearly_equal(a.words, b.words):
        return 0.0
    return _likeness(a, b, known=bool(a.speaker) and a.speaker == b.speaker)


def _likeness(a: _Said, b: _Said, *, known: bool) -> float:
    """How much of the shorter quotation stands in the longer, in order, with words that carry meaning among it."""
    shared = len(a.content & b.content)
    if not shared or (shared == 1 and not known):
        return 0.0
    short, long = sorted((a.words, b.words), key=len)
    covered = LCSseq.similarity(short, long) / len(short)
    shared_around = len(a.around & b.around)
    if len(short) < _SHORT:
        return covered if known and covered == 1.0 and shared_around >= 2 else 0.0
    if covered >= _NEARLY_ALL and shared >= 2:
        return covered
    if known and (_nearly_equal(a.words, b.words) or _but_a_word(short, long, shared_around)):
        return covered
    return covered if known and covered >= _HALF and shared >= 2 else 0.0


def _but_a_word(short: Sequence[str], long: Sequence[str], shared_around: int) -> bool:
    """Whether a quotation stands in a longer one but for a word in the place of another."""
    if len(short) == _SHORT and shared_around < _TOLD_ALIKE:
        return False
    size = len(short)
    windows = (long[i : i + size] for i in range(len(long) - size + 1))
    return any(sum(x != y for x, y in zip(short, window, strict=True)) == 1 for window in windows)


_TOLD_ALIKE = 2
"""Words around two quotations of four words that they share, so that one changed word leaves them one."""


def _nearly_equal(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two wordings differ by a word or so: of two days, one is then wrong, and the statement still one."""
    return LCSseq.normalized_similarity(a, b) >= _ALL_BUT_A_WORD


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
