"""Part of speech and lemma of words, asked once for each word in its grammar.

spaCy's attribute ruler holds every token against all of its patterns. Nearly all look at one token alone, at its
letters, its tag and its dependency, and the lemmatizer looks at no more than that and what the ruler said: so the
answer is kept. The patterns that look at two tokens ("gon na") are held against paragraphs where both halves could be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from spacy.matcher import Matcher
from spacy.tokens import Doc

from discrepancy.text.engine.network import UnknownShape
from discrepancy.text.engine.paragraph import Word

__all__ = ["Known", "Words"]

_ALONE: Final = {"TAG", "LOWER", "ORTH", "TEXT", "DEP", "IS_SPACE"}
"""What a pattern may ask of a token for the answer to be kept."""
_KEPT: Final = 20_000
"""Words in their grammar that are kept: about 8 MB."""

_APART: Final = "."
"""A mark, and its tag, that is half of no pattern."""

Key = tuple[int, int, int]
"""The ids of a word, its tag and its dependency."""
Known = tuple[Word, bool, bool]
"""A word, and whether it may be the first or the second half of a pattern."""


class _Ruled:
    """What the attribute ruler says of a token of a kind."""

    __slots__ = ("first", "lemma", "morph", "pos", "second")

    def __init__(self, token: Any, *, first: bool, second: bool) -> None:  # noqa: ANN401 - spaCy's tokens have no types
        self.pos: str = token.pos_
        self.morph: str = str(token.morph)
        self.lemma: str = token.lemma_
        self.first, self.second = first, second


class Words:
    """Words in their grammar, with what the model's ruler and lemmatizer make of them."""

    def __init__(self, nlp: Any) -> None:  # noqa: ANN401 - spaCy's components have no types
        self._vocab = nlp.vocab
        self._ruler = nlp.get_pipe("attribute_ruler")
        self._lemmatizer = nlp.get_pipe("lemmatizer")
        patterns = [pattern for each in self._ruler.patterns for pattern in each["patterns"]]
        if self._lemmatizer.overwrite or any(token.keys() - _ALONE for pattern in patterns for token in pattern):
            raise UnknownShape
        self._special, self._shapes = _asked_of_letters(token for pattern in patterns for token in pattern)
        pairs = [pattern for pattern in patterns if len(pattern) > 1]
        if _APART in self._special or not all("LOWER" in pattern[1] for pattern in pairs):
            raise UnknownShape
        self._halves = [Matcher(nlp.vocab), Matcher(nlp.vocab)]
        for half, matcher in enumerate(self._halves):
            matcher.add("half", [[pattern[half]] for pattern in pairs])
        _quicken(self._lemmatizer.lookups)
        self._ruled: dict[tuple[str, int, int], _Ruled] = {}
        self._lemmas: dict[tuple[int, str, str], str] = {}
        self._known: dict[Key, Known] = {}

    def known(self, keys: Sequence[Key]) -> list[Known]:
        """What is known of each of some words in their grammar."""
        if len(self._known) > _KEPT:
            self._known.clear()
            self._lemmas.clear()
            self._ruled.clear()
        new = [key for key in dict.fromkeys(keys) if key not in self._known]
        if new:
            self._learn(new)
        known = self._known
        return [known[key] for key in keys]

    def in_place(self, doc: Doc, tags: Sequence[int]) -> list[Word]:
        """The words of a paragraph, white space too, by the model's own components.

        Args:
            doc: the paragraph, with its dependencies.
            tags: the id of each token's tag.
        """
        for token, tag in zip(doc, tags, strict=True):
            token.tag = tag
        self._lemmatizer(self._ruler(doc))
        return [Word(token.text, token.lemma_.lower(), token.pos_, token.tag_, token.dep_) for token in doc]

    def _learn(self, new: Sequence[Key]) -> None:
        strings = self._vocab.strings
        texts = [strings[word] for word, _, _ in new]
        kinds = [(self._asked(text.lower()), tag, dep) for text, (_, tag, dep) in zip(texts, new, strict=True)]
        self._rule({kind: text for kind, text in zip(kinds, texts, strict=True) if kind not in self._ruled})
        ruled = [self._ruled[kind] for kind in kinds]
        self._lemmatize({(word, each.pos, each.morph) for (word, _, _), each in zip(new, ruled, strict=True)})
        for key, text, each in zip(new, texts, ruled, strict=True):
            word, tag, dep = key
            lemma = each.lemma or self._lemmas[word, each.pos, each.morph]
            told = Word(text, lemma.lower(), each.pos, strings[tag], strings[dep])
            self._known[key] = (told, each.first, each.second)

    def _asked(self, lower: str) -> str:
        """The letters of a word, if a pattern asks for them; empty where one word is as good as another."""
        return lower if lower in self._special or any(shape.search(lower) for shape in self._shapes) else ""

    def _rule(self, kinds: dict[tuple[str, int, int], str]) -> None:
        """Ask the ruler of tokens of some kinds, each with a word that is of it."""
        if not kinds:
            return
        words, tags, deps, places = [], [], [], []
        for (asked, tag, dep), text in kinds.items():
            if asked:  # it may be the second half of a pattern, and what comes before it is no first one
                words.append(_APART)
                tags.append(_APART)
                deps.append("punct")
            places.append(len(words))
            words.append(text)
            tags.append(self._vocab.strings[tag])
            deps.append(self._vocab.strings[dep])
        doc = Doc(self._vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        first, second = ({start for _, start, _ in matcher(doc)} for matcher in self._halves)
        doc = self._ruler(doc)
        for kind, place in zip(kinds, places, strict=True):
            self._ruled[kind] = _Ruled(doc[place], first=place in first, second=place in second)

    def _lemmatize(self, wanted: set[tuple[int, str, str]]) -> None:
        new = sorted(wanted - self._lemmas.keys())
        if not new:
            return
        strings = self._vocab.strings
        doc = Doc(
            self._vocab,
            words=[strings[word] for word, _, _ in new],
            pos=[pos for _, pos, _ in new],
            morphs=[morph for _, _, morph in new],
        )
        for key, token in zip(new, doc, strict=True):
            self._lemmas[key] = self._lemmatizer.lemmatize(token)[0]


def _asked_of_letters(tokens: Iterable[dict[str, Any]]) -> tuple[frozenset[str], list[re.Pattern[str]]]:
    """The words, and the shapes of words, that patterns ask for."""
    words: set[str] = set()
    shapes: dict[str, re.Pattern[str]] = {}
    for asked in (token["LOWER"] for token in tokens if "LOWER" in token):
        if isinstance(asked, str):
            words.add(asked)
        elif asked.keys() <= {"IN", "NOT_IN"}:
            words.update(*asked.values())
        elif asked.keys() == {"REGEX"}:
            shapes[asked["REGEX"]] = re.compile(asked["REGEX"])
        else:
            raise UnknownShape
    return frozenset(words), list(shapes.values())


def _quicken(lookups: Any) -> None:  # noqa: ANN401 - spaCy's tables have no types
    """Make sets of the lists of words that the lemmatizer asks "is it in there" of: one has 40,000."""
    if lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for part in list(table):
            table[part] = frozenset(table[part])
