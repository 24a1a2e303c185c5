"""Words that more than one mouth may rightly be given: quoted at second hand, read out, chanted, written on a sign."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from discrepancy.model import Document, Fact, Span, Story
from discrepancy.text.characters import fold

_PASSED_ON = re.compile(
    r"\b(?:quot(?:ing|ed|es?)|cit(?:ing|ed|es?)|recit(?:ing|ed|es?)|paraphras\w+|echo(?:ing|ed|es)|repeat(?:ing|ed|s)"
    r"|read(?:s|ing)?(?: out| aloud)?\b[^.!?]{0,40}\b(?:letter|statement|message|note|poem|e-?mail|text|post|speech"
    r"|words|diary|testimony|affidavit|transcript)|recall(?:ing|ed|s)|remember(?:ing|ed|s)|relay(?:ing|ed|s)"
    r"|according to|on behalf of|in the words of|to quote|words of|spoke for|speaking for|as saying|as telling"
    r"|had (?:said|told|written)|translat\w+ for|borrow\w*|attribut\w+|reposted|retweeted|shar(?:ed|ing)"
    r"|post(?:ed|ing)|releas(?:ed|ing)|play(?:ed|ing)|video|audio|recording|voicemail|letter (?:from|by))\b",
    re.IGNORECASE,
)
"""Words of a text that say that somebody passes on what another said or wrote."""
_CALLED_OUT = frozenset({"chant", "sing", "recite"})
"""Verbs of words that many say together."""
_SHOUTED = _CALLED_OUT | {"shout", "yell", "scream", "cry", "hold", "wave", "carry", "read"}
_SIGNS = re.compile(
    r"\b(?:chant\w*|slogans?|banners?|placards?|posters?|signs? (?:that|which|saying|reading)|T-shirts?|anthem|hymn)\b"
)


def is_passed_on(story: Story, fact: Fact, others: Iterable[str]) -> bool:
    """Whether the text around a quotation tells of passing on, and of one of the other speakers.

    Args:
        story: with the documents and people.
        fact: a quotation.
        others: ids of the persons to whom other versions give its words.
    """
    document = story.document[fact.mention.document]
    near = _paragraph(document, fact)
    words = document.text[near.start : fact.mention.start] + " … " + document.text[fact.mention.end : near.end]
    if not _PASSED_ON.search(words):
        return False
    named = set(fold(words).split())
    return any(names & named for person in others for names in _called(story, person))


def _called(story: Story, person: str) -> list[set[str]]:
    """The surname of a person, and the last words of the titles that the texts give."""
    people = [p for p in story.people if p.id == person]
    facts = [story.fact[fact] for p in people for fact in p.facts]
    surnames = [set(fold(p.name).split()[-1:]) for p in people]
    surnames += [set(fold(f.name.surname).split()[-1:]) for f in facts]
    return [*surnames, *(set(fold(f.name.title).split()[-1:]) for f in facts if f.name.title)]


def are_slogans(story: Story, facts: Sequence[Fact]) -> bool:
    """Whether quoted words are such as many call out together: chanted, shouted by several, on signs."""
    verbs = {fact.quotation.verb for fact in facts}
    if verbs & _CALLED_OUT or (verbs and verbs <= _SHOUTED):
        return True
    return any(_SIGNS.search(_sentence(story.document[fact.mention.document], fact)) for fact in facts)


def _sentence(document: Document, fact: Fact) -> str:
    """The writer's words in the sentence of a quotation."""
    text = document.text
    return (
        text[min(fact.sentence.start, fact.mention.start) : fact.mention.start]
        + text[fact.mention.end : max(fact.sentence.end, fact.mention.end)]
    )


def _paragraph(document: Document, fact: Fact) -> Span:
    """The paragraph that a quotation stands in."""
    start = document.text.rfind("\n", 0, fact.mention.start) + 1
    end = document.text.find("\n", fact.mention.end)
    return Span(start, end if end >= 0 else len(document.text))
