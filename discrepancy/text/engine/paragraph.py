"""What the model says of one paragraph, by columns and counted from its own start: the shape that can be shared."""

from __future__ import annotations

from typing import NamedTuple

from discrepancy.text.engine.parsed import Parsed, Token

__all__ = ["Paragraph", "Word", "joined"]


class Word(NamedTuple):
    """What a token is, wherever it stands; tokens alike share one."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str


class Paragraph(NamedTuple):
    """The tokens of one paragraph, white space left out.

    Attributes:
        words: what each is.
        starts: where each begins, in characters from the paragraph's start.
        heads: the index of each one's governor; its own for a root.
        ents: the label of the entity that each is part of, empty where of none.
        sentences: as half-open runs of token indices.
    """

    words: tuple[Word, ...]
    starts: tuple[int, ...]
    heads: tuple[int, ...]
    ents: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]


NOTHING = Paragraph((), (), (), (), ())


def joined(placed: list[tuple[int, Paragraph]]) -> Parsed:
    """One document of paragraphs, each with the offset at which it begins in the document's text."""
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    add = tokens.append
    for begins, (words, starts, heads, ents, runs) in placed:
        base = i = len(tokens)
        number = len(sentences)
        for first, last in runs:
            sentences.append((base + first, base + last))
            for k in range(first, last):
                text, lemma, pos, tag, dep = words[k]
                start = begins + starts[k]
                add(Token(i, start, start + len(text), text, lemma, pos, tag, dep, base + heads[k], ents[k], number))
                i += 1
            number += 1
    return Parsed(tuple(tokens), tuple(sentences))
