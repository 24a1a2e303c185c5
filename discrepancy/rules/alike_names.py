"""Names of versions that are one but for a word: "United", "Unified Dockworkers' Union"; "Thornbury Vale", "Town".

Whether they are of a body, a club, a firm or a street: what the two versions tell around them says that they are one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from discrepancy.lexicon import words
from discrepancy.lexicon.geography import paths_of
from discrepancy.lexicon.people import is_organisation_word
from discrepancy.lexicon.places import is_area_kind
from discrepancy.model import Story
from discrepancy.rules.alike_context import alike_context_at
from discrepancy.rules.capital_names import Named, capital_names
from discrepancy.rules.once import once
from discrepancy.rules.word_apart import is_slip, word_apart
from discrepancy.text.characters import squeeze

_SPECIFIC = 5
"""Letters of a word that tells one body."""
_ENOUGH = 3
"""How much has to speak for two names being one."""
_SLIP, _ALL_OTHERS = 2, 2
_FEWEST = 3
"""Versions of which all but one have one of the two names."""


def alike_names(story: Story) -> Iterator[tuple[Mapping[str, Sequence[Named]], bool]]:
    """The pairs of names that are one but for a word, each by the name as written, and whether it is all letters."""
    named = capital_names(story)
    for one, other in _one_word_apart(named):
        apart = word_apart(one, other)
        if apart is None or _homes(named[one]) & _homes(named[other]):
            continue
        if all(any(item.of_person for item in named[key]) for key in (one, other)):
            continue  # two people: the rules for names of persons hold them together
        if _score(story, apart, (one, other), named) >= _ENOUGH:
            yield {_text(named[key][0]): named[key] for key in (one, other)}, is_slip(*apart)


def _one_word_apart(names: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs of names that have all words but one alike in their places, in order."""
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(names):
        words_of_it = name.split()
        for place in range(len(words_of_it)):
            alike[*words_of_it[:place], "", *words_of_it[place + 1 :]].append(name)
    return sorted({pair for same in alike.values() for pair in combinations(same, 2)})


@once
def _spelled(story: Story) -> set[str]:
    """The words that the texts have in small letters."""
    return {word for document in story.documents for word in re.findall(r"\b[a-z]{3,}\b", document.text)}


def _score(story: Story, apart: tuple[str, str], keys: tuple[str, str], named: Mapping[str, Sequence[Named]]) -> int:
    """How much speaks for two names being one."""
    one, other = (named[key] for key in keys)
    shared = [word for word in keys[0].split() if word not in apart]
    slip = is_slip(*apart)
    if not slip and all(map(is_organisation_word, apart)) and len(shared) == 1:
        return 0  # the council and the hospital of one town
    homes = [_homes(one), _homes(other)]
    told = [w for w in shared if len(w) >= _SPECIFIC and not (is_organisation_word(w) or w in _spelled(story))]
    specific = not all(map(paths_of, told))
    if not (specific or slip or len(shared) > 1):
        return 0
    opens = keys[0].split()[0] in apart
    if not slip and (opens or any(map(is_area_kind, apart))):
        return 0  # Brandt County, Brandt Hospital; Rio Brandt, Puerto Brandt; Brandt Trade Union, Lind Trade Union
    others = min(map(len, homes)) == 1 and len(homes[0] | homes[1]) == len(story.documents) >= _FEWEST
    first, second = ([(item.document, item.span) for item in side] for side in (one, other))
    leave = {word for key in keys for word in key.split()} | words("stop_words")
    context = alike_context_at(story, first, second, leave)
    several = max(map(len, homes)) > 1
    return _SLIP * slip + specific + (len(shared) > 1) + (_ALL_OTHERS if others else several) + context


def _homes(named: Sequence[Named]) -> set[str]:
    return {item.document.id for item in named}


def _text(item: Named) -> str:
    return squeeze(item.document.text[item.span.start : item.span.end])
