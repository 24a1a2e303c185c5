"""What stands beside the names of one document: titles, ages, and the nouns that say who a person is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from discrepancy.extract.reading import Reading
from discrepancy.extract.spots import Spots
from discrepancy.model import Fact
from discrepancy.text.characters import fold

_AGE = re.compile(r",? \(?(\d+)\b")
_AGE_BEHIND = re.compile(r",? \(?(?:aged )?\d{1,3}[,;.)]")
_COMPLEMENT = re.compile(r" (?:of|for|to|in|at) ")
_BOTH = re.compile(r" (?:and|&) ")
_BESIDE = re.compile(r"(?:,| is| was|, who is) (?:an?|the|his|her|their) ")
_WORD = re.compile(r"[\w'’-]+")
_WORDS = 5
"""Words behind an article among which the noun of an apposition stands."""


def titles_of(reading: Reading, fact: Fact) -> tuple[str, ...]:
    """The titles that stand beside a mention, most telling first, as written."""
    text = reading.document.text
    further = (text[span.start : span.end] for span in fact.name.further_titles)
    return tuple(title for title in (fact.name.title, *further) if title)


class Described:
    """The mentions of persons in one document by what is said beside them.

    Attributes:
        of_age: for each number right behind a name the mentions that it stands behind.
        aged: the keys of those whom the text gives an age.
        titles: for each person's key all titles, folded.
        called: for each noun the keys of those whose title ends in it, with these titles, or behind whose name it says
            who they are, with an empty one.
    """

    def __init__(self, reading: Reading, people: Sequence[Fact], keys: Mapping[str, str]) -> None:
        """Take the mentions of a document, and for the id of each the key of the person."""
        of_age: dict[str, list[Fact]] = defaultdict(list)
        titles: dict[str, list[str]] = defaultdict(list)
        self.aged: set[str] = set()
        self.called: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for fact in people:
            key, text, end = keys[fact.id], reading.document.text, fact.mention.end
            age = _AGE.match(text, end)
            if age:
                of_age[age[1]].append(fact)
            if _AGE_BEHIND.match(text, end):
                self.aged.add(key)
            own = titles_of(reading, fact)
            titles[key] += own
            nouns = dict.fromkeys(_behind(text, end), "")
            nouns |= {noun: title for title in reversed(own) for noun in _ends(title)}
            for noun, title in nouns.items():
                self.called[noun][key].add(title)
        self.titles = {key: fold(" ".join(each)) for key, each in titles.items()}
        self.of_age = {age: Spots((f.mention.start, f.mention.end, f) for f in facts) for age, facts in of_age.items()}


def _ends(title: str) -> set[str]:
    """The nouns that a title ends in, before its complement or at its end."""
    plain = title.lower()
    parts = (plain, *_BOTH.split(_COMPLEMENT.split(plain)[0]))
    return {word for part in parts for word in part.split()[-1:]}


def _behind(text: str, at: int) -> Iterator[str]:
    """The words behind a name that may say what its bearer is: ", the club's oldest member"."""
    beside = _BESIDE.match(text, at)
    at = beside.end() if beside else len(text)
    for _ in range(_WORDS):
        word = _WORD.match(text, at)
        if word is None:
            return
        yield word.group()
        if text[word.end() : word.end() + 1] != " ":
            return
        at = word.end() + 1
