"""People that a version still has missing, held or trapped after another said that all of them are free or found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.lexicon.measures import is_people
from discrepancy.model import BlockRole, Document, Fact, FactRole, QuantityKind, Story
from discrepancy.rules.publication import earlier

_ALL = re.compile(
    r"\b(?:all(?: of)?(?: the| its| their| his)?|the last of(?: the)?|every one of(?: the)?)\s*$", re.IGNORECASE
)
_OUT = re.compile(
    r"\b(?:freed?|released?|frees|releases|rescued?|rescues|saved|found|located|recovered|returned|safe|alive|home"
    r"|let (?:go|out)|handed over|set free|liberated|brought (?:out|up|to|ashore|back|home)|pulled (?:out|from)"
    r"|accounted for|evacuated|reached|dug out|out of (?:hospital|danger)|at large no longer|back)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not|never|no|if|unless|would|could|may|might|should|will|must|until|before|hope[sd]?|hoping|demand\w*"
    r"|call\w*|urg\w+|plan\w*|want\w*|try\w*|tried|to be|agree[sd]?|promis\w+|offer\w*|later|had|feared|search\w*)\b"
    r"|n['\u2019]t\b",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"\b(?:(?:is|are|remains?) (?:still |now |also )?(?:being )?(?:held|trapped|missing|captive|captives?|hostages?"
    r"|unaccounted for|underground|inside|buried|stranded|at large|in (?:the )?(?:hands|captivity|custody)|detained)"
    r"|(?:is|are) (?:still|yet) (?:to be (?:freed|found|released|rescued|reached|located|accounted)"
    r"|in (?:captivity|custody|the (?:hands|power|grip|mine|tunnel|shaft|cave|rubble|building|jungle|sea|water))"
    r"|under (?:the )?(?:rubble|snow|debris|ground)|being held|not)\b"
    r"|(?<!were )(?<!was )still (?:held|trapped|missing|in captivity)"
    r"|(?:has|have) (?:still |yet )?(?:not |to )(?:yet )?(?:been|be) (?:found|freed|released|rescued|reached|located))",
    re.IGNORECASE,
)


def still_held(story: Story) -> Iterator[tuple[tuple[Fact, ...], Fact, str]]:
    """Where a later version still has some missing or held: the facts, that which had all of them out, its sentence."""
    for out in _all_out(story):
        home = out.mention.document
        for document in story.documents:
            if not earlier(story, home, document.id) or _has_all_out(story, document, out):
                continue
            stale = [fact for fact in story.quantities[document.id] if _is_held(document, fact, out)]
            if stale:
                beside = _parts(story, document, stale[0], out)
                text = story.document[home].text
                yield (*stale, *beside), out, text[out.sentence.start : out.sentence.end]


def _all_out(story: Story) -> list[Fact]:
    return [
        fact
        for document in story.documents
        for fact in story.quantities[document.id]
        if _is_count(fact) and fact.quantity.low > 1 and _tells_all_out(document, fact)
    ]


def _tells_all_out(document: Document, fact: Fact) -> bool:
    """Whether a sentence says that all of them are out: "All nine miners have been brought to the surface"."""
    before = document.text[fact.sentence.start : fact.mention.start]
    after = document.text[fact.mention.end : fact.sentence.end]
    if not _ALL.search(before) or fact.mention.block not in {BlockRole.BODY, BlockRole.SUMMARY}:
        return False
    sentence = before + after
    return bool(_OUT.search(sentence)) and not _NOT_YET.search(_main_clause(sentence))


def _main_clause(sentence: str) -> str:
    """A sentence without its relative clauses and what follows its first comma behind the verb of release."""
    found = _OUT.search(sentence)
    return re.sub(r"\b(?:it|they|he|who|that|which)\b (?:had )", " ", sentence[: found.end()] if found else sentence)


def _has_all_out(story: Story, document: Document, out: Fact) -> bool:
    """Whether a version says itself that all are out."""
    same = story.stating.get((document.id, out.quantity.figure), ())
    return any(_ALL.search(document.text[f.sentence.start : f.mention.start]) and f is not out
               and _OUT.search(document.text[f.sentence.start : f.sentence.end]) for f in same)  # fmt: skip


def _is_held(document: Document, fact: Fact, out: Fact) -> bool:
    """Whether a figure is that of fewer people who are still held or missing, as the version is written."""
    if not _is_count(fact) or fact.quantity.low >= out.quantity.low or fact.role is FactRole.BASE:
        return False
    if fact.attribution is not None and fact.attribution.quoted:
        return False
    clause = re.split(r"[;.]|, (?:and|but) ", document.text[fact.mention.end : fact.sentence.end])[0]
    held = _STILL.search(clause)
    told_first = _STILL.search(document.text[fact.sentence.start : fact.mention.start])
    named = not fact.quantity.noun or is_people(fact.subject.head) or fact.subject.head == out.subject.head
    return named and held is not None and held.start() < _LONGEST and told_first is None


_LONGEST = 60


def _parts(story: Story, document: Document, stale: Fact, out: Fact) -> list[Fact]:
    """The figure of those who are out, with the whole beside it: "31 of its 34 captives"."""
    rest = out.quantity.low - stale.quantity.low
    near = [f for f in story.quantities[document.id] if f.quantity.low == rest and _is_count(f)]
    return near[:1]


def _is_count(fact: Fact) -> bool:
    q = fact.quantity
    return q.kind is QuantityKind.COUNT and q.low == q.high
