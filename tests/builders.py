"""One-line builders shared by tests: a document from its paragraphs, its facts, a whole story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from discrepancy.align import align_facts
from discrepancy.extract import extract_facts
from discrepancy.model import Block, BlockRole, Document, Fact, FactKind, Group, Story
from discrepancy.stories.people import settle_people
from discrepancy.text.engine import load_engine

PUBLISHED = dt.date(2024, 3, 14)
"""A Thursday: the day on which a document is published if a test does not say."""


def doc(
    text: str,
    *,
    id: str = "a",  # noqa: A002 the field that it fills is called so
    published: dt.date | None = PUBLISHED,
    headline: str = "",
) -> Document:
    """A document with one body block a paragraph; a line feed ends a paragraph. ``headline`` stands above them."""
    whole = f"{headline}\n{text}" if headline else text
    return Document(
        id=id,
        path=f"{id}.txt",
        source=id,
        title=headline,
        text=whole,
        blocks=tuple(_blocks(whole, has_headline=bool(headline))),
        published=published,
    )


def _blocks(text: str, *, has_headline: bool) -> Iterator[Block]:
    at = 0
    for n, line in enumerate(text.split("\n")):
        if line.strip():
            yield Block(BlockRole.HEADLINE if has_headline and n == 0 else BlockRole.BODY, at, at + len(line))
        at += len(line) + 1


@lru_cache(maxsize=512)
def _facts(document: Document) -> tuple[Fact, ...]:
    return extract_facts(document, load_engine())


def facts_of(*texts: str | Document) -> list[Fact]:
    """The facts of each text, read on its own as document a, b, c …, one after the other."""
    return [fact for document in _documents(texts) for fact in _facts(document)]


def story(*texts: str | Document) -> Story:
    """The texts as documents a, b, c … of one story: facts read, people settled, facts grouped."""
    documents = _documents(texts)
    facts, people = settle_people(facts_of(*documents), documents)
    aligned = align_facts(documents, facts, people)
    return Story(documents=documents, facts=facts, people=people, groups=aligned.groups, kindred=aligned.kindred)


def only(facts: list[Fact], kind: FactKind) -> list[Fact]:
    """The facts of one kind, in order."""
    return [fact for fact in facts if fact.kind is kind]


def persons(*texts: str | Document) -> list[Fact]:
    """The mentions of persons in the texts."""
    return only(facts_of(*texts), FactKind.PERSON)


def quotations(*texts: str | Document) -> list[Fact]:
    """The quotations in the texts."""
    return only(facts_of(*texts), FactKind.QUOTATION)


def quantities(*texts: str | Document) -> list[Fact]:
    """The quantities in the texts."""
    return only(facts_of(*texts), FactKind.QUANTITY)


def dates(*texts: str | Document) -> list[Fact]:
    """The dates in the texts."""
    return only(facts_of(*texts), FactKind.DATE)


def figure(text: str | Document, words: str) -> Fact:
    """The quantity that ``text`` states in ``words``."""
    found = {fact.mention.text: fact for fact in quantities(text)}
    assert words in found, f"no quantity {words!r} among {sorted(found)}"
    return found[words]


def grouped(told: Story, kind: FactKind) -> list[list[str]]:
    """The groups of one kind, each as ``document:words`` of its facts."""
    by_id = {fact.id: fact.mention for fact in told.facts}
    return [[f"{by_id[i].document}:{by_id[i].text}" for i in group.facts] for group in _of_kind(told, kind)]


def _of_kind(told: Story, kind: FactKind) -> list[Group]:
    return [group for group in told.groups if group.kind is kind]


def _documents(texts: tuple[str | Document, ...]) -> tuple[Document, ...]:
    return tuple(
        text if isinstance(text, Document) else doc(text, id=name)
        for name, text in zip("abcdefghij", texts, strict=False)
    )
