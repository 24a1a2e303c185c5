"""Who is told to be somebody's brother, daughter, wife or namesake: one more bearer of a surname, no other spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Document, Fact, FactKind

_REACH = 48
"""Characters before a name in which the word of kinship stands that is said of its bearer."""
_AFTER = 60


@cache
def _kin() -> str:
    """A pattern of one word of kinship."""
    words = (word for kind in ("elder", "younger", "even") for word in table("kin")[kind])
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


@cache
def _before() -> re.Pattern[str]:
    """The words right before a name that say whose relative its bearer is: his twin brother, the mayor's brother."""
    owner = r"(?P<owner>\b(?:his|her|their)|[’']s?|\bthe)"
    return re.compile(rf"{owner} (?:[\w-]+,? ){{0,3}}?{_kin()}(?: and [a-z-]+)?,? (?:[a-z]+ )?$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    """The words right after a name that say so: his brother, the mayor's brother, brother of the mayor."""
    noun = rf"(?:[a-z-]+ ){{0,2}}{_kin()}\b"
    owned = rf"(?P<owner>his|her|their) {noun}|the [\w -]{{1,30}}[’']s? {noun}"
    of = rf"(?:an? |the )?{noun} (?:of|to) (?:the|his|her|their|[A-Z])"
    return re.compile(rf"(?:, \d+)?(?:,| \(|,? who (?:is|was)) (?:{owned}|{of})")


_STRANGER = re.compile(
    r"(?:,| \(|,? (?:who|and) (?:is|are|was|were)) ?(?:no relation|not related|unrelated|a namesake|no kin)\b"
)
_NAMESAKE = re.compile(r"\bnamesakes?,? (?:[a-z]+ )?$", re.IGNORECASE)
_NO_ONES = "no one's"


class Kinship:
    """What the texts of a story tell of kin."""

    def __init__(self, documents: Iterable[Document], facts: Sequence[Fact]) -> None:
        """Keep the texts, and where persons are named."""
        self._texts: Mapping[str, str] = {document.id: document.text for document in documents}
        self._named: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            if fact.kind is FactKind.PERSON:
                self._named[fact.mention.document].append(fact)

    def part(self, mine: Sequence[Fact], theirs: Sequence[Fact]) -> bool:
        """Whether one of two like names is told to be that of the other's relative or namesake."""
        one, other = [self._told(fact) for fact in mine], [self._told(fact) for fact in theirs]
        together = {fact.mention.document for fact in mine} & {fact.mention.document for fact in theirs}
        if any(one) and any(other) and not together:
            return False  # two texts tell of one relative
        return any(
            told and self._may_be_of(told, fact, others)
            for tellings, facts, others in ((one, mine, theirs), (other, theirs, mine))
            for told, fact in zip(tellings, facts, strict=True)
        )

    def _told(self, fact: Fact) -> str:
        """Whose relative a mention says that its bearer is, in a word; empty where it says nothing."""
        text, at = self._texts.get(fact.mention.document, ""), fact.mention
        lead = text[max(fact.sentence.start, at.start - _REACH) : at.start]
        rest = text[at.end : at.end + _AFTER]
        if _STRANGER.match(rest) or _NAMESAKE.search(lead):
            return _NO_ONES
        found = _before().search(lead)
        if found is not None:
            return found["owner"].lower()
        found = _after().match(rest)
        return (found["owner"] or "the") if found is not None else ""

    def _may_be_of(self, told: str, fact: Fact, others: Sequence[Fact]) -> bool:
        """Whether the person told to be a relative's may be the one whom ``others`` name.

        A pronoun means someone named before; where the document names others before and never that one, it is theirs.
        """
        if told not in {"his", "her", "their"}:
            return True
        before = [one for one in self._named[fact.mention.document] if one.mention.start < fact.mention.start]
        heads = {other.subject.head for other in others}
        return not before or any(one.subject.head in heads for one in before)
