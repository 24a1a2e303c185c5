"""The sentences of a document cut into stretches of which each tells one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.extract.reading import Reading
from discrepancy.model import BlockRole
from discrepancy.text.engine import Token

READ = frozenset({BlockRole.SUMMARY, BlockRole.BODY, BlockRole.CAPTION})
_STOPS = frozenset({";", ":", "—", "–"})
_JOINS = frozenset({"but", "while", "although", "though", "because", "whereas"})
_AFTER_COMMA = frozenset(
    {"and", "which", "who", "where", "when", "as", "after", "before", "saying", "adding", "with", "or", "so", "by"}
)
_RELATIVES = frozenset({"which", "who", "where"})
_OPEN_MARKS = frozenset({"that", "to", "if", "whether", "unless"})
_CLIMB = 12
_ASIDES = frozenset({"relcl", "acl"})
_ASIDE = 3
"""Words from which on a clause that hangs on a noun is a stretch of its own."""


def stretches(reading: Reading) -> Iterator[tuple[Sequence[Token], bool]]:
    """The sentences, no questions among them, cut where another clause begins; and whether it hangs on a noun."""
    for first, last in reading.parsed.sentences:
        tokens = [t for t in reading.parsed.tokens[first:last] if t.text.strip()]
        role = reading.block_of(tokens[0].start).role if tokens else BlockRole.FURNITURE
        if role not in READ and role is not BlockRole.HEADLINE:
            continue
        if reading.document.text[tokens[0].start : tokens[-1].end].rstrip("”’\"' ").endswith("?"):
            continue
        for part in _cut(tokens):
            yield from _without_asides(reading, part)


def _without_asides(reading: Reading, part: Sequence[Token]) -> Iterator[tuple[Sequence[Token], bool]]:
    """A stretch apart from the clauses that hang on its nouns, and each of them with its noun.

    "A man suspected of arson was held" tells that he was held, and leaves open that he is an arsonist.
    """
    inside = {t.i: t for t in part}
    if not any(t.dep in _ASIDES and t.head in inside for t in part):
        yield part, False
        return
    home: dict[int, list[Token]] = {}
    for token in part:
        at: Token | None = token
        for _ in range(_CLIMB):
            if at is None or (at.dep in _ASIDES and at.head in inside):
                break
            at = inside.get(at.head) if at.head != at.i else None
        else:
            at = None
        home.setdefault(at.i if at is not None else -1, []).append(token)
    main = home.pop(-1, [])
    for root, tokens in home.items():
        if len(tokens) < _ASIDE:
            main += tokens
        else:
            head = inside[inside[root].head]
            noun = [t for t in reading.parsed.of(head, "amod", "compound", "nummod") if t.i in inside and t.i < head.i]
            yield sorted([*noun, head, *tokens], key=lambda t: t.i), True
    if main:
        yield sorted(main, key=lambda t: t.i), False


def _cut(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The parts of a sentence; what a ", who" opens is one, and what stands behind it goes on with what was before."""
    part: list[Token] = []
    relative: list[Token] | None = None
    words = [token.text.lower() for token in tokens]
    for token, word, behind in zip(tokens, words, [*words[1:], ""], strict=True):
        if word == "," and relative is not None:
            yield relative
            relative = None
        elif word == "," and behind in _RELATIVES and part:
            relative = []
        elif relative is not None:
            relative.append(token)
        elif part and _ends_part(token, word, behind):
            yield part
            part = []
        else:
            part.append(token)
    yield from (each for each in (relative, part) if each)


def _ends_part(token: Token, word: str, behind: str) -> bool:
    joins = word in _JOINS or (token.dep == "mark" and word not in _OPEN_MARKS)
    return word in _STOPS or joins or (word == "," and behind in _AFTER_COMMA)
