"""What the generator gives out: articles, and what was planted in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

__all__ = ["Article", "Mention", "Planted", "Topic"]


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one story.

    Attributes:
        id: unique in the corpus and the same whatever its size; says nothing of the story.
        role: wire, update, rewrite or pickup.
        text: what a plain-text file of it holds: headline, source, date, paragraphs, empty lines between them.
        body: where the paragraphs begin in ``text``.
    """

    id: str
    story: str
    topic: str
    role: str
    source: str
    title: str
    published: datetime
    text: str
    body: int


@dataclass(frozen=True, slots=True)
class Mention:
    """``text[start:end]`` of an article."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Planted:
    """A difference that was put in on purpose: what one version says, and what the others say."""

    story: str
    kind: str
    slot: str
    changed: tuple[Mention, ...]
    others: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """The stories of one running topic: the same people and places, other events."""

    articles: tuple[Article, ...]
    planted: tuple[Planted, ...]
