"""Names of versions that are one but for a word: "United", "Unified Dockworkers' Union"; "Thornbury Vale", "Town".

Whether they are of a body, a club, a firm or a street: what the two versions tell around them says that they are one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from discrepancy.lexicon import words
from discrepancy.lexicon.geography import paths_of
from discrepancy.lexicon.offices import is_field
from discrepancy.lexicon.organisations import organisation_key
from discrepancy.lexicon.people import is_courtesy, is_organisation_word
from discrepancy.lexicon.places import country_of, is_area, is_area_kind
from discrepancy.model import BlockRole, Document, FactKind, Mention, Span, Story
from discrepancy.rules.alike_context import alike_context_at
from discrepancy.text.characters import squeeze

_CAPITAL = r"[^\W\d_a-z][\w'’-]*[^\W_]"
_NAME = re.compile(rf"(?<![\w’'-]){_CAPITAL}(?: (?:(?:of|for|and|do|da|de|del|di|the) ){{0,2}}{_CAPITAL}){{1,5}}")
_OPENING = re.compile(
    r"(?:(?:The|A|An|In|At|On|For|And|But|When|While|After|Of|From|By|Its|His|Her|Former|As|To|With) )+"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_LETTERS, _EDITS, _SPECIFIC = 5, 2, 5
"""Letters of a word that may be another's slip, letters that part the two, letters of a word that tells one body."""
_ENOUGH = 3
"""How much has to speak for two names being one."""
_SLIP, _ALL_OTHERS = 2, 2
_FEWEST = 3
"""Versions of which all but one have one of the two names."""
_APART = frozenset(
    "north south east west northern southern eastern western upper lower central first second third fourth fifth"
    " new old great greater little senior junior men women mens womens boys girls under one two three four five six"
    " seven eight nine ten i ii iii iv v monday tuesday wednesday thursday friday saturday sunday january february"
    " march april may june july august september october november december".split()
)
"""Words that tell two of a kind from one another."""
_FEATURES = frozenset(
    "creek lake river bay hill hills mountain mount peak valley falls beach point harbour harbor port island islands"
    " park forest wood woods bridge station airport dam reservoir canal marsh moor heath cove sea gulf strait street"
    " road avenue lane square house hall church school farm".split()
)
"""Kinds of places, of which one name has several side by side."""


@dataclass(frozen=True, slots=True)
class Named:
    """One name where it stands: the document, and where, and whether it was read as a person's."""

    document: Document
    span: Span
    of_person: bool = False

    @property
    def mention(self) -> Mention:
        """The name as a mention of a finding."""
        text = self.document.text[self.span.start : self.span.end]
        role = self.document.role_at(self.span.start)
        return Mention(self.document.id, self.span.start, self.span.end, text, role)


def alike_names(story: Story) -> Iterator[tuple[Mapping[str, Sequence[Named]], bool]]:
    """The pairs of names that are one but for a word, each by the name as written, and whether it is all letters."""
    named = _names(story)
    spelled = {word for document in story.documents for word in re.findall(r"\b[a-z]{3,}\b", document.text)}
    for one, other in combinations(sorted(named), 2):
        apart = _apart(one, other)
        if apart is None or _homes(named[one]) & _homes(named[other]):
            continue
        if all(any(item.of_person for item in named[key]) for key in (one, other)):
            continue  # two people: the rules for names of persons hold them together
        if _score(story, apart, (one, other), named, spelled) >= _ENOUGH:
            yield {_text(named[key][0]): named[key] for key in (one, other)}, _slip(*apart)


def _names(story: Story) -> dict[str, list[Named]]:
    """The names of two words or more in the bodies of a story by their words."""
    found: dict[str, list[Named]] = defaultdict(list)
    taken: dict[str, list[Span]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is FactKind.PERSON:
            taken[fact.mention.document].append(Span(fact.mention.start, fact.mention.end))
    for document in story.documents:
        for match in _NAME.finditer(document.text):
            span = _trimmed(document.text, Span(*match.span()))
            body = document.role_at(span.start) is BlockRole.BODY
            if not body:
                continue
            of_person = any(span.overlaps(person) for person in taken[document.id])
            key = organisation_key(document.text[span.start : span.end])
            if len(key.split()) > 1 and not country_of(key) and not is_area(key):
                found[key].append(Named(document, span, of_person))
    return found


def _trimmed(text: str, span: Span) -> Span:
    """A name without what opens a sentence or a possessive ending."""
    opening = _OPENING.match(text, span.start, span.end)
    start = opening.end() if opening else span.start
    return Span(start, start + len(_POSSESSIVE.sub("", text[start : span.end])))


def _apart(one: str, other: str) -> tuple[str, str] | None:
    """The words in which two names differ, where it is one word of each that can be put for the other."""
    left, right = one.split(), other.split()
    apart = [(a, b) for a, b in zip(left, right, strict=False) if a != b]
    if len(left) != len(right) or len(apart) != 1:
        return None
    a, b = apart[0]
    if {a, b} & _APART or any(w.isdigit() or is_courtesy(w) for w in (a, b)):
        return None
    if {a, b} <= _FEATURES or all(map(is_area_kind, (a, b))):
        return None
    known = all(paths_of(word.title()) or country_of(word.title()) for word in (a, b))
    plural = a.rstrip("s") == b.rstrip("s")
    return None if known or plural or (is_field(a) and is_field(b)) else (a, b)


def _slip(a: str, b: str) -> bool:
    """Whether one word is a letter or two from the other."""
    edits = DamerauLevenshtein.distance(a, b)
    return min(len(a), len(b)) >= _LETTERS and edits <= _EDITS and a[0] == b[0]


def _score(
    story: Story,
    apart: tuple[str, str],
    keys: tuple[str, str],
    named: Mapping[str, Sequence[Named]],
    spelled: set[str],
) -> int:
    """How much speaks for two names being one."""
    one, other = (named[key] for key in keys)
    shared = [word for word in keys[0].split() if word not in apart]
    slip = _slip(*apart)
    if not slip and all(map(is_organisation_word, apart)) and len(shared) == 1:
        return 0  # the council and the hospital of one town
    homes = [_homes(one), _homes(other)]
    specific = any(len(w) >= _SPECIFIC and not (is_organisation_word(w) or w in spelled or paths_of(w)) for w in shared)
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
