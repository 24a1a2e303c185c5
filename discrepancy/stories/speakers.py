"""Which person of a story the words mean that name a speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from discrepancy.model import Fact, Person, Span
from discrepancy.text.characters import fold


class Speakers:
    """Who is meant by the words that name a speaker, in one document or, failing that, in the whole story."""

    def __init__(self, mentions: Sequence[Fact], ids: dict[str, str], people: Sequence[Person]) -> None:
        self._by_document: dict[str, list[Fact]] = defaultdict(list)
        self._ids = ids
        bearers: dict[str, set[str]] = defaultdict(set)
        for fact in mentions:
            self._by_document[fact.mention.document].append(fact)
            bearers[fold(fact.mention.text)].add(ids[fact.id])
            if fact.name.surname:
                bearers[fold(fact.name.surname)].add(ids[fact.id])
        for person in people:
            bearers[fold(person.name)].add(person.id)
        self._by_words = {words: keys.copy().pop() for words, keys in bearers.items() if len(keys) == 1}

    def at(self, document: str, span: Span, words: str) -> str:
        """The id of the person named at ``span``; else of the one whom the words name; else the words as a key."""
        for fact in self._by_document[document]:
            if fact.mention.start < span.end and span.start < fact.mention.end:
                return self._ids[fact.id]
        return self._by_words.get(fold(words)) or _role_words(words)

    def called(self, document: str, words: str) -> str:
        """The id of the person whom ``words`` name in that document, else in the story; else the words as a key."""
        for fact in self._by_document[document]:
            if fact.mention.text == words:
                return self._ids[fact.id]
        return self._by_words.get(fold(words)) or _role_words(words)


def _role_words(words: str) -> str:
    """A speaker who is no named person ("The police"), as a key: folded, without an article."""
    parts = fold(words).split()
    return " ".join(parts[1:] if parts and parts[0] in {"the", "a", "an"} else parts)
