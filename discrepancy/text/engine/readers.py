"""The model as a reader of paragraphs: spaCy's own pipeline, and the same answers sooner."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # it has no types

from discrepancy.text.engine.entities import Entities, Flags, Places
from discrepancy.text.engine.network import Ids, Surroundings, UnknownShape, nodes
from discrepancy.text.engine.paragraph import Paragraph, Word
from discrepancy.text.engine.words import Words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Plain", "Quick", "Reader", "reader_of"]

_GAP: Final = "\n\n"
"""What stands before and after a paragraph: the model was taught on texts of several."""
_PIPES: Final = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]
_SAMPLE: Final = (
    "Two ferries with 60 passengers on board collided off Port Maren on Monday, the mayor's office said.",
    "“We aren't gonna rule out a fourth death,” Chief Inspector Lena Brandt told the Gazette. There were 1.5m homes",
    "UPDATE 2 - Shares of Oldbridge Steel Corp fell 4.5% to $12.30 in New York",
)
"""Sentences that the quick reader is tried with before it is trusted."""


class Reader(Protocol):
    """What reads paragraphs. What it says of one does not depend on the others."""

    def read(self, texts: Sequence[str]) -> list[Paragraph]:
        """The tokens of each paragraph, with their grammar and entities."""


def reader_of(nlp: Language) -> Reader:
    """The quick reader if the model is one that it knows and it answers as spaCy does; else spaCy itself."""
    plain = Plain(nlp)
    try:
        quick = Quick(nlp)
        agree = quick.read(_SAMPLE) == plain.read(_SAMPLE)
    except (UnknownShape, LookupError, AttributeError, TypeError, ValueError):
        return plain  # another model: other layers, other components, other rules
    return quick if agree else plain


def _made(nlp: Language, text: str) -> Doc:
    """A paragraph's tokens, of which the first word begins a sentence."""
    doc = nlp.make_doc(f"{_GAP}{text}{_GAP}")
    word = next((token for token in doc if not token.is_space), None)
    if word is not None:
        word.is_sent_start = True
    return doc


class Plain:
    """spaCy's pipeline as it comes."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def read(self, texts: Sequence[str]) -> list[Paragraph]:
        """The tokens of each paragraph, with their grammar and entities."""
        docs = self._nlp.pipe([_made(self._nlp, text) for text in texts])
        return [_told(doc) for doc in docs]


def _told(doc: Doc) -> Paragraph:
    kept = [token for token in doc if not token.is_space]
    index = {token.i: place for place, token in enumerate(kept)}
    sentences, last = [], 0
    for sent in doc.sents:
        first, last = last, last + sum(not token.is_space for token in sent)
        if last > first:
            sentences.append((first, last))
    return Paragraph(
        words=tuple(Word(token.text, token.lemma_.lower(), token.pos_, token.tag_, token.dep_) for token in kept),
        starts=tuple(token.idx - len(_GAP) for token in kept),
        heads=tuple(index.get(token.head.i, place) for place, token in enumerate(kept)),
        ents=tuple(token.ent_type_ for token in kept),
        sentences=tuple(sentences),
    )


class Quick:
    """The components of the official small English model, each asked no more than it has to be.

    The tokenizer and the parser's moves are spaCy's own. What reads words in their surroundings, tagger and entity
    recogniser are numpy over the model's weights; ruler and lemmatizer are spaCy's, asked once for each word.
    """

    _COLUMNS: Final = ("ORTH", "IDX", "SPACY", "IS_SPACE", "NORM", "PREFIX", "SUFFIX", "SHAPE")

    def __init__(self, nlp: Language) -> None:
        if nlp.pipe_names != _PIPES:
            raise UnknownShape
        self._nlp = nlp
        self._threads = ThreadpoolController().select(user_api="blas")
        pipe: Any = nlp.get_pipe
        self._surroundings = Surroundings(pipe("tok2vec").model)
        self._parser: Any = pipe("parser")
        self._entities = Entities(pipe("ner"))
        self._words = Words(nlp)
        tagger = pipe("tagger")
        [softmax] = nodes(tagger.model, "softmax")
        self._tagging, self._tag_bias = softmax.get_param("W").T, softmax.get_param("b")
        self._tags = np.array([nlp.vocab.strings[label] for label in tagger.labels], np.uint64)
        self._seen = [self._COLUMNS.index(name) for name in self._surroundings.columns]
        self._seen_by_entities = [self._COLUMNS.index(name) for name in self._entities.surroundings.columns]

    def read(self, texts: Sequence[str]) -> list[Paragraph]:
        """The tokens of each paragraph, with their grammar and entities."""
        # The products are small: a second thread waits more than it gives, and workers have no core to spare.
        with self._threads.limit(limits=1):
            return self._read(texts)

    def _read(self, texts: Sequence[str]) -> list[Paragraph]:
        docs = [_made(self._nlp, text) for text in texts]
        lengths = [len(doc) for doc in docs]
        if not docs:
            return []
        given: Ids = np.concatenate([doc.to_array(list(self._COLUMNS)) for doc in docs])
        spaces: Flags = given[:, 3].astype(bool)
        tags = self._parse(docs, lengths, given)
        parsed: Ids = np.concatenate([doc.to_array(["HEAD", "DEP", "SENT_START"]) for doc in docs])
        begins: Flags = parsed[:, 2] == 1
        ents = self._entities(given[:, self._seen_by_entities], lengths, begins, spaces)
        words = self._words_of(docs, lengths, np.stack([given[:, 0], tags, parsed[:, 1]], axis=1), spaces)
        paragraphs = _cut(
            spaces=spaces,
            begins=begins,
            starts=given[:, 1].astype(np.intp) - len(_GAP),
            heads=parsed[:, 0].astype(np.int64) + np.arange(len(parsed)),
            ents=ents,
            words=words,
        )
        return list(paragraphs)

    def _parse(self, docs: Sequence[Doc], lengths: Sequence[int], given: Ids) -> Ids:
        """Give the documents their heads, dependencies and sentences; the tags of all tokens come back."""
        vectors = self._surroundings(given[:, self._seen], lengths)
        end = 0
        for doc, length in zip(docs, lengths, strict=True):
            doc.tensor = vectors[end : end + length]  # type: ignore[assignment]  # spaCy says float64, and makes float32
            end += length
        self._parser.set_annotations(docs, self._parser.predict(docs))
        tags: Ids = self._tags[(vectors @ self._tagging + self._tag_bias).argmax(axis=1)]
        return tags

    def _words_of(self, docs: Sequence[Doc], lengths: Sequence[int], keys: Ids, spaces: Flags) -> Iterator[list[Word]]:
        """The words of each paragraph, without its white space."""
        seen = ~spaces
        known = self._words.known([(word, tag, dep) for word, tag, dep in keys[seen].tolist()])
        end = at = 0
        for doc, length in zip(docs, lengths, strict=True):
            begin, end = end, end + length
            kept = seen[begin:end]
            first, at = at, at + int(kept.sum())
            told = known[first:at]
            if any(left[1] and right[2] for left, right in pairwise(told)):
                tags = keys[begin:end, 1].tolist()
                words = self._words.in_place(doc, tags)
                yield [word for word, keep in zip(words, kept.tolist(), strict=True) if keep]
            else:
                yield [word for word, _, _ in told]


def _cut(
    *,
    spaces: Flags,
    begins: Flags,
    starts: Places,
    heads: Places,
    ents: Sequence[str],
    words: Iterable[Sequence[Word]],
) -> Iterator[Paragraph]:
    """A batch's columns, white space among them, as paragraphs without it."""
    kept = np.flatnonzero(~spaces)
    place = np.cumsum(~spaces) - 1
    head = np.where(spaces[heads[kept]], np.arange(len(kept)), place[heads[kept]]).tolist()
    sentence = np.cumsum(begins)[kept]
    runs = np.flatnonzero(np.diff(sentence, prepend=-1)).tolist()
    start, label = starts[kept].tolist(), [ents[i] for i in kept.tolist()]
    at = run = 0
    for told in words:
        first, at = at, at + len(told)
        begun, run = run, bisect_left(runs, at, run)
        edges = [each - first for each in runs[begun:run]] + [at - first]
        yield Paragraph(
            words=tuple(told),
            starts=tuple(start[first:at]),
            heads=tuple([each - first for each in head[first:at]]),
            ents=tuple(label[first:at]),
            sentences=tuple(pairwise(edges)),
        )
