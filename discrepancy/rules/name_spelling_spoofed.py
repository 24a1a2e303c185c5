"""A name holds a character that is not what it shows.

What fires:
    A letter of another alphabet that is drawn like a Latin one inside a Latin name (a Cyrillic "а" in "Pavel"), a
    Latin one in a Cyrillic name, and a character inside a name that shows nothing (zero-width space, bidirectional
    override). The character is named with its code.

Why it matters:
    The name can't be searched, linked or checked: every tool takes it for another. It comes from scanned or pasted
    copy, or was put there to slip past a search.

Known limits:
    Names wholly in another alphabet are no spoof, and an all-capitals word is left alone (brands, formulas). Soft
    hyphens, no-break spaces and the joiners of Persian and Indian scripts are typography. Greek letters are looked at
    in names of persons only.

Source:
    Unicode Technical Standard 39, "Unicode Security Mechanisms", sections 4 and 5; Technical Report 36, section 2.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from discrepancy.model import BlockRole, Document, FactKind, Finding, Level, Mention, Message, Span, Story, ValueGroup
from discrepancy.names.spoofing import Spoof, find_spoofs
from discrepancy.rules.rule import Example, Rule, finding

_SAY_NOTHING = frozenset({BlockRole.FURNITURE})


def judge(story: Story) -> Iterator[Finding]:
    """A warning for each word of a name that is spoofed, with every place where it stands."""
    found: dict[tuple[str, tuple[str, ...]], list[Mention]] = defaultdict(list)
    for document in story.documents:
        for spoof in _spoofs(document, _people(story, document)):
            start, end = spoof.span.start, spoof.span.end
            mention = Mention(document.id, start, end, document.text[start:end], document.role_at(start))
            found[mention.text, spoof.characters].append(mention)
    for (_, characters), mentions in found.items():
        yield _finding(characters, mentions)


def _people(story: Story, document: Document) -> list[Span]:
    """Where persons are named in a document."""
    return [
        Span(fact.mention.start, fact.mention.end)
        for fact in story.facts
        if fact.kind is FactKind.PERSON and fact.mention.document == document.id
    ]


def _spoofs(document: Document, people: Sequence[Span]) -> Iterator[Spoof]:
    if not document.text.isascii():
        for block in document.blocks:
            if block.role not in _SAY_NOTHING:
                yield from find_spoofs(document.text, Span(block.start, block.end), people)


def _finding(characters: tuple[str, ...], mentions: Sequence[Mention]) -> Finding:
    word = mentions[0].text
    params = {"word": word, "characters": ", ".join(characters)}
    texts = Message("NAM005.summary", params), Message("NAM005.explanation", params)
    return finding("NAM005", Level.WARNING, texts, [ValueGroup(word, tuple(mentions))], subject=f"{word} {characters}")


RULE = Rule(
    code="NAM005",
    name="name-spelling-spoofed",
    level=Level.WARNING,
    judge=judge,
    conflict=Example(
        (
            "The bridge was opened on Monday by the engineer P\u0430vel Novak, who built it.",
            "The bridge was opened on Monday by the engineer Pavel Novak, who built it.",
        )
    ),
    near_miss=Example(
        (
            "The bridge was opened on Monday by the engineer Pavel\u00a0No\u00advak, who built it.",
            "The bridge was opened on Monday by the engineer Pavel Novak, who built it.",
        )
    ),
    doc=__doc__,
)
