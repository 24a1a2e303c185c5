"""The words of two quotations, held against each other with what a story knows of its names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from discrepancy.grammar.quoted_words import QuotedWord, agreed, read_quoted
from discrepancy.lexicon import words as word_list
from discrepancy.lexicon.places import country_of
from discrepancy.model import Story, Verdict
from discrepancy.names import compare_names
from discrepancy.text.characters import fold

_LETTERS = 4
"""Letters below which two words in capitals are too short to be called spellings of one name."""
_SURE = 0.94
"""The likeness, 0..1, from which two names that no person of the story has are spellings of one."""


@dataclass(frozen=True)
class Names:
    """The names of a story's persons, word by word: which persons each word names."""

    persons: Mapping[str, AbstractSet[str]]

    def agreed(self, text: str, other: str) -> tuple[tuple[QuotedWord, ...], tuple[QuotedWord, ...]]:
        """The words of two quotations; one name in two spellings has one key."""
        one = read_quoted(text)
        return one, agreed(one, read_quoted(other), self._alike)

    @property
    def words(self) -> AbstractSet[str]:
        """Every word of the names."""
        return self.persons.keys()

    def _alike(self, a: QuotedWord, b: QuotedWord) -> bool:
        """Whether two words are spellings of one name: tied to one person, or one in two transliterations."""
        if not (a.text[:1].isupper() and b.text[:1].isupper()):
            return False
        if self.persons.get(a.key, set()) & self.persons.get(b.key, set()):
            return compare_names(a.text, b.text).verdict is Verdict.SAME
        if self.persons.get(a.key) and self.persons.get(b.key):
            return False
        if min(len(a.key), len(b.key)) < _LETTERS or {a.key, b.key} & word_list("stop_words"):
            return False
        if country_of(a.text) != country_of(b.text):
            return False
        match = compare_names(a.text, b.text)
        return match.verdict is Verdict.SAME and match.score >= _SURE


def names_of(story: Story) -> Names:
    """The names that a story's texts give its persons."""
    persons: dict[str, set[str]] = defaultdict(set)
    for person in story.people:
        for name in (person.name, *(story.fact[fact].mention.text for fact in person.facts)):
            for word in fold(name).split():
                persons[word].add(person.id)
    return Names(persons)
