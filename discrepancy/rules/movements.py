"""What a text says went up or down, with a figure or without: "exports rose", "a fall in exports", "was 2% higher".

The sentence is read by its words alone; the lists are lexicon/ways.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product
from typing import Final

from discrepancy.documents import Block, BlockRole, Document
from discrepancy.lexicon import table
from discrepancy.lexicon.oppositions import thing
from discrepancy.text.characters import plain

WAYS: Final = ("up", "down")
UNNAMED: Final = "?"
"""The thing of "6 per cent more than", which stands anywhere in its sentence."""
_READ: Final = frozenset({BlockRole.HEADLINE, BlockRole.SUMMARY, BlockRole.BODY})
_SENTENCE: Final = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"‘'(£$€\d])")
_WORD: Final = re.compile(r"[A-Za-z][\w'-]*(?:\.[a-z])?|[£$€]?[A-Z]{0,2}[£$€]?\d[\d,.]*\w*%?|[,;:()—–.…!?\"]|%")
_MARK: Final = frozenset(',;:()—–.…!?"')
_FIGURE: Final = re.compile(r"\d")
_REACH: Final = 9
"""Words before a verb that may hold its subject."""
_BESIDE: Final = 28
"""Characters between a word of change and the figure that is told with it."""
_QUOTED: Final = re.compile(r"[“\"][^“”\"]*[”\"]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence with its place in the text."""

    text: str
    start: int
    end: int
    low: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", self.text.lower())


@dataclass(frozen=True, slots=True)
class Movement:
    """One thing said to go up or down.

    Attributes:
        document: the text's id.
        way: ``up`` or ``down``.
        thing: what moves, one name for nouns that newsrooms swap; empty where only a figure tells.
        narrowed: what narrows it.
        start, end: the words that say so, with the figure beside them.
        sentence: the sentence's place in the text.
        block: what the sentence stands in.
        counted: whether the words count nothing without their figure ("lost four seats").
    """

    document: str
    way: str
    thing: str
    narrowed: frozenset[str]
    start: int
    end: int
    sentence: tuple[int, int]
    block: BlockRole
    counted: bool = False


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(table("ways")["beside"][name])


@cache
def _forms(name: str) -> dict[str, tuple[str, ...]]:
    """The ways that a word or two tell, by the word; a word may stand in both only by mistake."""
    found: dict[str, tuple[str, ...]] = {}
    for way in WAYS:
        for word in table("ways")[way][name]:
            found[word] = (*found.get(word, ()), way)
    return found


@cache
def _rows() -> dict[str, str]:
    return {word: row[0] for row in table("ways")["things"]["rows"] for word in row}


def one_name(word: str) -> str:
    """One name for nouns that newsrooms swap of a thing that moves."""
    bare = word.removesuffix("'s")
    single = bare[:-1] if bare.endswith("s") and not bare.endswith("ss") else bare
    return _rows().get(bare) or _rows().get(single) or thing(single)


@lru_cache(maxsize=256)
def movements(document: Document) -> tuple[Movement, ...]:
    """Everything that the text says went up or down, in order, what may happen and what is denied left out."""
    found: list[Movement] = []
    for block in document.blocks:
        if block.role in _READ:
            for start, end in sentences(document, block):
                found += _of_sentence(document, block.role, start, end)
    return tuple(found)


def sentences(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block."""
    text, at = document.text[block.start : block.end], 0
    for gap in (*_SENTENCE.finditer(text), None):
        end = gap.start() if gap else len(text)
        if text[at:end].strip():
            yield block.start + at, block.start + end
        at = gap.end() if gap else end


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of a part of a text, what is quoted left out."""
    part = _QUOTED.sub(lambda m: " " * len(m.group()), plain(text[start:end]))
    return [Word(m.group(), start + m.start(), start + m.end()) for m in _WORD.finditer(part)]


def _of_sentence(document: Document, role: BlockRole, start: int, end: int) -> Iterator[Movement]:
    if document.text[start:end].rstrip("”\"' ").endswith("?"):
        return
    found: list[Movement] = []
    line = words_of(document.text, start, end)
    for i, word in enumerate(line):
        for way, subject, last, counted in _told(line, i):
            named, narrowed = subject
            if not named and found:
                named, narrowed = found[-1].thing, found[-1].narrowed  # "exports fell and then rose"
            if not named:
                continue
            stop = _with_figure(line, last)
            found.append(Movement(document.id, way, named, narrowed, word.start, stop, (start, end), role, counted))
    yield from found


Subject = tuple[str, frozenset[str]]


def _told(line: Sequence[Word], i: int) -> Iterator[tuple[str, Subject, int, bool]]:
    """The ways that the word at ``i`` tells: which, of what, the place of the last word, and whether it only counts."""
    low = line[i].low
    pair = f"{low} {line[i + 1].low}" if i + 1 < len(line) else ""
    for name, told in (("acts", _act), ("sums", _sum), ("verbs", _verb), ("states", _state), ("nouns", _noun)):
        forms = _forms(name)
        words = pair if pair in forms else low if low in forms else ""
        if words:
            last = i + words.count(" ")
            subject = told(line, i, last)
            if subject is not None and (subject[0] or (name == "verbs" and low not in _forms("nouns"))):
                counted = name == "sums" and not _is_share(line, last + 1)
                yield from ((way, subject, last, counted) for way in forms[words])
                return


def _verb(line: Sequence[Word], i: int, last: int) -> Subject | None:
    """What the verb is said of; None where another thing stands behind it or it is left open."""
    after = line[last + 1] if last + 1 < len(line) else None
    if after is not None and (after.low in _list("articles") | _list("elsewhere") or after.low == "of"):
        return None
    return _subject(line, i)


def _act(line: Sequence[Word], i: int, last: int) -> Subject | None:
    """What somebody moves: the object, or the subject of a passive."""
    if _is_open(line, i):
        return None
    before = [word.low for word in line[max(0, i - 2) : i]]
    if {"was", "were", "been", "is", "are", "being"} & set(before[-2:]):
        return _subject(line, i)
    stretch: list[Word] = []
    for word in line[last + 1 :]:
        ends = word.text in _MARK or _FIGURE.search(word.text) or word.low in _list("clause")
        if ends or (word.low in _list("prepositions") and word.low != "of"):
            break
        if stretch or not (word.low in _list("auxiliaries") or word.low.endswith("ly")):
            stretch.append(word)
    return _named(stretch) if stretch else None


def _sum(line: Sequence[Word], i: int, last: int) -> Subject | None:
    after = line[last + 1] if last + 1 < len(line) else None
    if after is None or not (_FIGURE.search(after.text) or after.low in _counts()):
        return None
    return _subject(line, i)


def _is_share(line: Sequence[Word], i: int) -> bool:
    """Whether the figure at ``i`` is a per cent, points or money, which a thing moves by."""
    after = line[i + 1].low if i + 1 < len(line) else ""
    return (
        line[i].text[-1] == "%" or line[i].text[0] in "£$€" or after in {"%", "per", "percent", "percentage", "basis"}
    )


@cache
def _counts() -> frozenset[str]:
    return frozenset(table("numbers")["cardinals"])


def _state(line: Sequence[Word], i: int, last: int) -> Subject | None:
    """What "was up", "stood 2% higher" or "12% more than" is said of."""
    named = _stated(line, i, last)
    if named is not None and named[0]:
        return named
    compared = last + 1 < len(line) and line[last + 1].low == "than" and i > 0 and _is_measure(line[i - 1])
    return (UNNAMED, frozenset()) if compared else named


def _stated(line: Sequence[Word], i: int, last: int) -> Subject | None:
    for at in range(i - 1, max(-1, i - _REACH), -1):
        if line[at].low in _list("copulas") and line[at].low != "running":
            between = line[at + 1 : i]
            plain_gap = all(_is_measure(word) or word.low in _list("auxiliaries") for word in between)
            after = line[last + 1].low if last + 1 < len(line) else "."
            led = after in {"by", "from", "at", "on", "in", "than", "to", "against", "year-on-year", "last", "this"}
            if plain_gap and (between or led or after in _MARK or _FIGURE.search(after) or after in _counts()):
                return _subject(line, at)
            return None
        if line[at].text in _MARK and line[at].text != ".":
            return None
    return None


def _noun(line: Sequence[Word], i: int, last: int) -> Subject | None:
    if last + 1 >= len(line) or line[last + 1].low != "in" or _is_open(line, i):
        return None
    stretch: list[Word] = []
    for word in line[last + 2 :]:
        if word.text in _MARK or _FIGURE.search(word.text) or word.low in _list("clause") | _list("copulas"):
            break
        if word.low in _list("prepositions") and word.low != "of":
            break
        stretch.append(word)
    return _named(stretch)


def _is_measure(word: Word) -> bool:
    """Whether a word belongs to a figure: "40 cm", "2.3 per cent", "four points"."""
    units = {"%", "per", "cent", "percent", "percentage", "point", "points", "basis", "cm", "m", "km", "million", "a"}
    units |= {"centimetres", "centimeters", "metres", "meters", "feet", "inches", "degrees", "billion", "some"}
    return bool(_FIGURE.search(word.text)) or word.low in units | _counts()


def _subject(line: Sequence[Word], i: int) -> Subject | None:
    """What stands before the verb at ``i``: the noun and what narrows it; None where it is left open."""
    at = i - 1
    while at >= 0 and (line[at].low in _list("auxiliaries") or line[at].low.endswith("ly")):
        at -= 1
    if _is_open(line, i):
        return None
    if at >= 0 and line[at].text in {",", ")", "—", "–"}:  # "exports, which make up a third, rose"
        opening = next((j for j in range(at - 1, -1, -1) if line[j].text in {",", "(", "—", "–"}), None)
        if opening is None:
            return None
        at = opening - 1
    elif at >= 0 and line[at].low in {"which", "that"}:
        at -= 1
        at -= at >= 0 and line[at].text == ","
    stretch: list[Word] = []
    while at >= 0 and len(stretch) < _REACH:
        word = line[at]
        if word.text in _MARK or word.low in _list("clause"):
            break
        stretch.insert(0, word)
        at -= 1
    return _named(stretch)


def _is_open(line: Sequence[Word], i: int) -> bool:
    """Whether the words before leave open or deny that it moved."""
    for word in reversed(line[max(0, i - 4) : i]):
        if word.low in _list("open") or word.low.endswith("n't"):
            return True
        if word.low not in _list("auxiliaries") and not word.low.endswith("ly"):
            return False
    return False


def _named(stretch: Sequence[Word]) -> Subject | None:
    """The noun of a stretch of words that name a thing, and what narrows it."""
    lows = [word.low for word in _without_place(stretch)]
    while lows and (lows[0] in _list("articles") or lows[0] in _list("auxiliaries")):
        lows.pop(0)
    cut = next((k for k, low in enumerate(lows) if low in _list("prepositions")), len(lows))
    while "of" in lows[cut : cut + 1] and cut and (lows[cut - 1] in _list("amounts")):
        lows = [low for low in lows[cut + 1 :] if low not in _list("articles")]
        cut = next((k for k, low in enumerate(lows) if low in _list("prepositions")), len(lows))
    noun = [low for low in lows[:cut] if low not in _list("articles")]
    while len(noun) > 1 and noun[-1].endswith("ed"):
        noun.pop()
    while len(noun) > 1 and noun[-1] in _list("amounts") and not _is_whole(noun):
        noun.pop()
    if not noun or noun[-1] in _list("pronouns") or _FIGURE.search(noun[-1]):
        return "", frozenset()
    narrowed = {one_name(low) for low in noun[:-1] if low not in _list("plain")}
    return one_name(noun[-1]), frozenset(narrowed)


def _is_whole(noun: Sequence[str]) -> bool:
    """Whether the last word of a noun is what is meant: "prices", "the key rate"."""
    return noun[-1] == "prices" or all(word in _list("plain") for word in noun[:-1])


def _without_place(stretch: Sequence[Word]) -> Sequence[Word]:
    """The words behind a place or a time that a clause begins with: "in Upton burglaries"."""
    if not stretch or stretch[0].low not in _list("prepositions"):
        return stretch
    at = 1
    while at < len(stretch) and (stretch[at].low in _list("articles") or stretch[at].text[0].isupper()):
        at += 1
    return stretch[at:]


def _with_figure(line: Sequence[Word], last: int) -> int:
    """The end of the words of change with the figure close behind them."""
    for word in line[last + 1 : last + 5]:
        if word.text in _MARK or word.start - line[last].end > _BESIDE:
            break
        if _FIGURE.search(word.text) or word.low in _counts():
            return word.end
    return line[last].end


def opposed(one: Sequence[Movement], other: Sequence[Movement]) -> Iterator[tuple[Movement, Movement]]:
    """Pairs of one thing that goes up in the one and down in the other; where either has both ways, none."""
    for a, b in product(one, other):
        if a.way != b.way and a.counted == b.counted and same_thing(a.thing, b.thing):
            ways = ({m.way for m in told if same_thing(m.thing, a.thing)} for told in (one, other))
            if all(len(way) == 1 for way in ways):
                yield a, b


def same_thing(one: str, other: str) -> bool:
    """Whether two nouns may be of one thing: "the peso" is "the currency" too."""
    if one == other:
        return True
    return "currency" in {one, other} and bool({one, other} & _currencies())


@cache
def _currencies() -> frozenset[str]:
    return frozenset(table("ways")["things"]["currencies"])
