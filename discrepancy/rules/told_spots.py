"""Places that stand in one version where another name stands in the others, by the words around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations

from discrepancy.grammar.dates.words import MONTHS, WEEKDAYS
from discrepancy.grammar.telling import Words, stem, telling_stems
from discrepancy.lexicon import table
from discrepancy.lexicon.apart import Apart, apart
from discrepancy.lexicon.places import country_of, is_area, is_area_kind, is_place_kind, place_key
from discrepancy.lexicon.tries import any_of
from discrepancy.model import Block, BlockRole, Document, FactKind, Mention, Story
from discrepancy.rules.once import once
from discrepancy.text.characters import fold

_COMPARED = frozenset({BlockRole.BODY, BlockRole.SUMMARY, BlockRole.CAPTION})
_NAME = r"[A-ZÀ-Ý][\w'’-]+(?:(?:[ -]| de | da | do | of | on | upon )[A-ZÀ-Ý][\w'’-]+){0,3}"
_AFTER = re.compile(
    rf"\b(?=[AFINOTafinot])(?P<prep>(?i:in|at|near|outside|from|to|on|off|inside)) (?:the |nearby )?(?P<name>{_NAME})"
)
_SENTENCE = re.compile(r"[^\n.!?]*(?:[.!?](?!\s)[^\n.!?]*)*[.!?]?")
_PLACED = frozenset({"in", "at", "near", "outside", "inside", "on"})
_BARE = 1.5
"""What the sentences around two bare names must share, in words that stand once in each version; where the word before
is the same, and where two versions give the other name, it may be less."""
_OF_ONE_WORD = 1.0
_OF_ONE_KIND = 0.8
_AGREED = 0.9
_VERSIONS = 2
_SIDES = 1.0
_SIDES_AGREED = 0.3
"""The same for a side that only one version has, where two or more have the other."""
_LIES_AT = r"(?:,| \(|,? (?:[\w-]+ ){0,6}(?:in|of|near|outside|from))(?: the)? (?:[\w-]+ )?"


@dataclass(frozen=True)
class Spot:
    """A place's name, or a side of a thing, where a text gives it.

    Attributes:
        mention: the words.
        name: the name, or the word for the side.
        kind: the noun that tells what sort of place it is; what has the side.
        before: the word that stands before, as a stem; empty where there is none.
        around: the sentence, the name aside.
    """

    mention: Mention
    name: str
    kind: str
    prep: str
    before: str
    around: str

    @cached_property
    def sentence(self) -> frozenset[str]:
        """The words of the sentence, the name aside."""
        return telling_stems(self.around)

    @property
    def document(self) -> str:
        """The document's id."""
        return self.mention.document


Spots = tuple[Spot, Spot]


def swapped_spots(story: Story) -> Iterator[tuple[str, list[Spot], list[Spot], Apart]]:
    """What is told to be at two places or on two sides: its subject, the mentions of each, and how sure it is."""
    if len(story.documents) < _VERSIONS:
        return
    taken = _taken(story)
    spots = [spot for document in story.documents for spot in _names_in(document, taken)]
    yield from _together(_two_names(story, spots))
    sides = [spot for document in story.documents for spot in _sides_in(document)]
    yield from _together(_two_sides(story, sides))


@once
def _words(story: Story) -> Words:
    """How much a word says that two versions share."""
    return Words({document.id: document.text for document in story.documents})


def _together(pairs: Iterator[tuple[str, Spots, Apart]]) -> Iterator[tuple[str, list[Spot], list[Spot], Apart]]:
    """Pairs of the same two names as one."""
    found: dict[tuple[str, str, str], tuple[list[Spot], list[Spot], Apart]] = {}
    for subject, (a, b), surely in pairs:
        one, other = sorted((a, b), key=lambda spot: fold(spot.name))
        mine, yours, _ = found.setdefault((subject, fold(one.name), fold(other.name)), ([], [], surely))
        mine.extend([one] if one not in mine else [])
        yours.extend([other] if other not in yours else [])
    for (subject, _, _), (mine, yours, surely) in sorted(found.items(), key=lambda item: item[0]):
        yield subject, mine, yours, surely


def _taken(story: Story) -> dict[str, list[tuple[int, int]]]:
    """Where persons and organisations are named."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is FactKind.PERSON:
            found[fact.mention.document].append((fact.mention.start, fact.mention.end))
    return found


def _sentences(document: Document) -> Iterator[tuple[Block, re.Match[str]]]:
    for block in document.blocks:
        if block.role in _COMPARED:
            found = _SENTENCE.finditer(document.text, block.start, block.end)
            yield from ((block, sentence) for sentence in found if sentence[0])


def _names_in(document: Document, taken: dict[str, list[tuple[int, int]]]) -> Iterator[Spot]:
    """The names of places of a text: after a preposition of place, or with the noun for their kind."""
    for block, sentence in _sentences(document):
        seen: set[int] = set()
        for found in [*_AFTER.finditer(sentence[0]), *_kinded().finditer(sentence[0])]:
            start, end = sentence.start() + found.start("name"), sentence.start() + found.end("name")
            prep = (found.groupdict().get("prep") or "").lower()
            if end in seen or any(a < end and start < b for a, b in taken[document.id]) or _is_no_place(found["name"]):
                continue
            seen.add(end)
            name, kind = _split(found["name"])
            if not kind and prep not in _PLACED:
                continue
            before = re.findall(r"[^\W\d_]+", sentence[0][: found.start()])
            if prep == "in" and before[-1:] == ["court"] and before[-2:-1] and before[-2].lower() in _OF_COURTS:
                kind = f"{before[-2].lower()} court"
            around = sentence[0][: found.start("name")] + " " + sentence[0][found.end("name") :]
            yield Spot(
                Mention(document.id, start, end, found["name"], block.role),
                name,
                kind,
                prep,
                stem(fold(before[-1])) if before else "",
                around,
            )


@cache
def _kinded() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{_NAME})")


def _is_no_place(name: str) -> bool:
    first = name.split(maxsplit=1)[0].lower()
    return first in MONTHS or first in WEEKDAYS or name.isupper()


def _split(name: str) -> tuple[str, str]:
    """A name and the noun of its kind: "Manchester", "crown court"."""
    parts = name.split()
    kind = [part.lower() for part in parts if _is_kind(part.lower())]
    while kind and parts and parts[-1].lower() in kind:
        parts.pop()
    told = name.split()[len(parts) :]
    return (" ".join(parts), " ".join(told).lower()) if parts else (name, "")


def _is_kind(word: str) -> bool:
    return (is_place_kind(word) and word not in _NO_SPOTS) or word in _OF_COURTS


_OF_COURTS = frozenset(
    "court crown district appeals appeal high county magistrates magistrates' federal superior supreme".split()
)
_NO_SPOTS = frozenset("city town village county villa".split())
"""Nouns for places that are in the names of clubs as well, or that hold others."""


class _Named:
    """The names of a story's spots, each looked up once in all texts."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._holding: dict[str, frozenset[str]] = {}

    def holding(self, spot: Spot) -> frozenset[str]:
        """The documents whose texts hold the name, with the noun of its kind."""
        whole = _whole(spot)
        if whole not in self._holding:
            self._holding[whole] = frozenset(home for home, text in self._texts.items() if whole in text)
        return self._holding[whole]

    def are_two(self, a: Spot, b: Spot) -> bool:
        """Whether two spots bear two names, of which neither version has the other's."""
        if place_key(a.name) == place_key(b.name) or set(fold(a.name).split()) & set(fold(b.name).split()):
            return False
        return a.document not in self.holding(b) and b.document not in self.holding(a)


def _two_names(story: Story, spots: Sequence[Spot]) -> Iterator[tuple[str, Spots, Apart]]:
    named = _Named({document.id: f" {fold(document.text)} " for document in story.documents})
    for a, b in _pairs(spots, named):
        if a.document != b.document and named.are_two(a, b) and _is_told_alike(a, b, _words(story), named):
            surely = _apart(story, a, b)
            if surely is not Apart.NO:
                yield a.kind or b.before or a.before, (a, b), surely


def _pairs(spots: Sequence[Spot], named: _Named) -> Iterator[Spots]:
    """The spots of one kind, or after one word, in order, of which one is named in its own version alone."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    alone: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, spot in enumerate(spots):
        alike[_sort(spot)].append(place)
        if len(named.holding(spot)) == 1:
            alone[_sort(spot)].append(place)
    for place, spot in enumerate(spots):
        others = alike if len(named.holding(spot)) == 1 else alone
        later = others.get(_sort(spot), [])
        yield from ((spot, spots[n]) for n in later[bisect_right(later, place) :])


def _sort(spot: Spot) -> tuple[str, str]:
    """What two spots must have in common: the noun of their kind, or without one the word before."""
    return spot.kind, "" if spot.kind else spot.prep


def _whole(spot: Spot) -> str:
    """The name as a text has it, with the noun of its kind."""
    return f" {fold(spot.mention.text if spot.kind else spot.name)}"


def _is_told_alike(a: Spot, b: Spot, words: Words, named: _Named) -> bool:
    """Whether enough of the sentences around is shared; of courts of one kind a story has one, if two say which."""
    most = max(len(named.holding(spot)) for spot in (a, b))
    if words.are_enough(a.document, b.document) and a.kind.endswith(" court") and most > 1:
        return True
    shared = words.mass(a.sentence & b.sentence, a.document, b.document)
    if a.kind:
        return shared >= _OF_ONE_KIND
    same = a.before == b.before != "" and a.before in a.sentence
    return shared >= (_AGREED if most >= _VERSIONS else _OF_ONE_WORD if same else _BARE)


def _apart(story: Story, a: Spot, b: Spot) -> Apart:
    """Whether two names are of two places of which neither may lie in the other."""
    if a.kind:
        return Apart.SURELY if not is_area_kind(a.kind.split()[-1]) else Apart.PERHAPS
    if bool(country_of(a.name)) != bool(country_of(b.name)) or is_area(a.name) != is_area(b.name):
        return Apart.NO  # the one may be told where the other is
    one, other = re.escape(a.name), re.escape(b.name)
    lies = re.compile(rf"\b{one}\b{_LIES_AT}{other}\b|\b{other}\b{_LIES_AT}{one}\b")
    if any(lies.search(document.text) for document in story.documents):
        return Apart.NO
    return apart(a.name, "", b.name, "")


@cache
def _facing() -> tuple[re.Pattern[str], dict[str, tuple[int, int]]]:
    """An expression for a side and what has it, and for each word which pair and which end of it it is."""
    data = table("facing")
    ends = {word: (n, end) for n, pair in enumerate(data["pairs"]) for end in (0, 1) for word in pair[end]}
    expression = (
        rf"\b(?P<side>{any_of(ends)})(?: (?P<thing>{any_of(data['things'])})\b"
        rf"|(?: of| from) (?:the (?:[\w-]+ ){{0,3}}[\w-]+, |the )?(?P<name>{_NAME}))"
    )
    return re.compile(expression), ends


def _sides_in(document: Document) -> Iterator[Spot]:
    """The sides of things that a text names: "the eastern half", "40 miles south of X"."""
    pattern, _ = _facing()
    if not pattern.search(document.text):
        return
    for block, sentence in _sentences(document):
        for found in pattern.finditer(sentence[0]):
            start, end = sentence.start() + found.start("side"), sentence.start() + found.end()
            around = sentence[0][: found.start()] + " " + sentence[0][found.end() :]
            yield Spot(
                Mention(document.id, start, end, found[0], block.role),
                found["side"].lower(),
                fold(found["thing"] or found["name"]),
                "",
                "",
                around,
            )


def _two_sides(story: Story, sides: Sequence[Spot]) -> Iterator[tuple[str, Spots, Apart]]:
    _, ends = _facing()
    for a, b in combinations(sides, 2):
        one, other = ends[a.name], ends[b.name]
        if a.document == b.document or a.kind != b.kind or one[0] != other[0] or one[1] == other[1]:
            continue
        if any(_names_side(sides, mine, yours, ends) for mine, yours in ((a, b), (b, a))):
            continue
        shared = _words(story).mass(a.sentence & b.sentence, a.document, b.document)
        agreed = [s for s in sides if s.kind == a.kind and ends[s.name] in (one, other)]
        versions = [len({s.document for s in agreed if ends[s.name] == end}) for end in (one, other)]
        if shared >= (_SIDES_AGREED if max(versions) > 1 == min(versions) else _SIDES):
            yield a.kind, (a, b), Apart.SURELY


_ROUTE = re.compile(rf"\bfrom (?P<start>{_NAME}) to (?P<end>{_NAME})")


def turned_ways(story: Story) -> Iterator[tuple[str, list[Mention], list[Mention]]]:
    """Each way that one version tells in one direction, "from X to Y", and another only in the other."""
    found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for document in story.documents:
        for block, sentence in _sentences(document):
            for way in _ROUTE.finditer(sentence[0]):
                start, end = sentence.start() + way.start(), sentence.start() + way.end()
                found[place_key(way["start"]), place_key(way["end"])].append(
                    Mention(document.id, start, end, way[0], block.role)
                )
    for (here, there), told in sorted(found.items()):
        back = found.get((there, here), [])
        if here < there and back and not {m.document for m in told} & {m.document for m in back}:
            yield f"{told[0].text.split()[1]}", told, back


def _names_side(sides: Sequence[Spot], mine: Spot, yours: Spot, ends: dict[str, tuple[int, int]]) -> bool:
    """Whether a version names that side of the thing which the other has."""
    return any(
        spot.document == mine.document and spot.kind == yours.kind and ends[spot.name] == ends[yours.name]
        for spot in sides
    )
