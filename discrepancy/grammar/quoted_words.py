"""The words of a quotation as they are compared: writing is no difference, neither of words nor of figures and names.

Marks, case, contractions, house spelling and abbreviations are taken off; a figure, a day, an hour, a country has one
key however it is written ("$5m", "five million dollars").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import accumulate

from rapidfuzz.distance import Indel

from discrepancy.grammar.quoted_values import CLOCK, FIGURE, is_same_hour, keyed
from discrepancy.lexicon import table
from discrepancy.text.characters import fold, plain

NEGATIONS = frozenset(
    {"not", "never", "no", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "hardly", "unable"}
)
"""Words that turn the sense of a sentence when they are lost."""
_CUT = re.compile(r"\[\s?(?:\.\s?\.\s?\.|…)\s?\]|\((?:\.\.\.|…)\)|\.\s?\.\s?\.|…")
_GLOSS = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_WORD = re.compile(
    r"[^\W\d_]+\*+[^\W\d_]*|[^\W\d_]?[*#@]{2,}[^\W_]*|\b[b-hj-z]-{2,}[a-z]*|'?[^\W_]+(?:'[^\W_]+)*'?", re.IGNORECASE
)
_MASK = re.compile(r"\*+|[*#@]{2,}|-{2,}")
_ONE_LETTER = re.compile(r"\[([^\W_])\](?=\w)")
_ENDING = re.compile(r"\b(\w+)\[(\w+)\]")
_STREET = re.compile(r"(?<=\w )St\b\.?(?!\s[A-Z])")
_NUMBERED = re.compile(r"\bNo\.?\s(?=\d)|\bno\.\s(?=\d)|#(?=\d)|\bnos?\.\s(?=(?:one|two|three)\b)", re.IGNORECASE)
_HALF_HOUR = re.compile(r"\ba half[- ]?hour\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=[\w,;] )[A-Z]\w{2,}")
_SET_OFF = re.compile(r"(?:(?<=[,…—–-])|(?<=\.\.\.)|^)\s*(?:you know|I mean|y'know),", re.IGNORECASE)
"""What speech is filled with, between commas."""
_HESITATION = re.compile(r",?\s*\b(?:um|uh|uhm|erm|er)\b,", re.IGNORECASE)
_RESTART = re.compile(
    r"\b(I|we|you|he|she|it|they|the|and|but|that|to|in|of)(?:(?:,|\s?(?:\.\.\.|…|--|—|–|-))\s*\1\b)+(?!')",
    re.IGNORECASE,
)
"""A word that a speaker begins again with: "I, I think"."""
_FILLERS = frozenset({"um", "uh", "er", "erm", "uhm"})
_HOLDS_A_VERB = frozenset({"it", "that", "he", "she", "there", "what", "who", "here", "where", "how", "this"})
_ENDINGS = {"re": "are", "ll": "will", "ve": "have", "m": "am"}
_OPEN = {"s": frozenset({"is", "has"}), "d": frozenset({"would", "had", "did"})}
"""Contractions that stand for one verb or another."""
_SPELLED = (
    (re.compile(r"our(?=(?:s|ed|ing|able|ite|ites|ful|less|hood|hoods|er|ers|y|al)?$)"), "or"),
    (re.compile(r"is(?=(?:e|es|ed|ing|er|ers|ation|ations)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|es|ing)$)"), "yz"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"tred$"), "tered"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers|or|ors)$)"), "l"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"eable$"), "able"),
)
"""British and American endings of one word, brought to one form."""
_REGULAR = 5
"""Letters from which a word may have such an ending."""
LONGEST = 2000
"""Words beyond which a quotation is held against others whole, not word by word: time and room would have no end."""
_REACH = 8
"""Words that a bracketed insertion may stand for."""


@dataclass(frozen=True, slots=True)
class QuotedWord:
    """A word of a quotation.

    Attributes:
        key: what it is compared by; that of a figure begins with ``FIGURE``.
        text: as written; empty for a word that only a contraction or an abbreviation holds.
        open: the keys that it may have as well, for a contraction that stands for one verb or another.
        name: whether it looks like a name, by a capital in the middle of a sentence.
        gloss: whether the editor put it in, in brackets.
        cut: whether it is an ellipsis, and no word.
    """

    key: str
    text: str
    open: frozenset[str] = frozenset()
    name: bool = False
    gloss: bool = False
    cut: bool = False


Alike = Callable[[QuotedWord, QuotedWord], bool]
"""Whether two words that differ in their keys are one all the same."""


@lru_cache(maxsize=8192)
def read_quoted(text: str) -> tuple[QuotedWord, ...]:
    """The words of a quotation, in order, with the ellipses between them."""
    text = _ENDING.sub(r"[\1\2]", _ONE_LETTER.sub(r"\1", plain(text)))
    text = _NUMBERED.sub("number ", _STREET.sub("street", text)).replace("&", " and ")
    text = _HALF_HOUR.sub("half an hour", text)
    text = _RESTART.sub(r"\1", _HESITATION.sub(",", _SET_OFF.sub(" ", text)))
    cuts = [m.span() for m in _CUT.finditer(text)]
    glossed = _glossed(text, cuts)
    found: list[QuotedWord] = []
    at = 0
    parts = sorted([*((start, end, ()) for start, end in cuts), *keyed(text, cuts)])
    for start, end, keys in [*parts, (len(text), len(text), ())]:
        found += _words(text, (at, start), glossed)
        gloss = start < len(text) and bool(glossed[start])
        found += [QuotedWord(key, text[start:end], name=not is_figure(key), gloss=gloss) for key in keys]
        if not keys and start < end:
            found.append(QuotedWord("", text[start:end], cut=True))
        at = end
    return tuple(found)


def _glossed(text: str, cuts: Sequence[tuple[int, int]]) -> bytearray:
    """For each character whether the editor put it in: in brackets that hold more than an ellipsis."""
    found, whole = bytearray(len(text)), set(cuts)
    for match in _GLOSS.finditer(text):
        if match.span() not in whole:
            found[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return found


def _words(text: str, span: tuple[int, int], glossed: bytearray) -> Iterator[QuotedWord]:
    """The words of a part of ``text`` that holds no figure."""
    before = ""
    for match in _WORD.finditer(text, *span):
        gloss = bool(glossed[match.start()])
        name = bool(_NAME.match(text, match.start()))
        for word in _read(match.group(), before):
            yield replace(word, gloss=gloss, name=name and bool(word.text))
            before = word.key


def _read(written: str, before: str) -> Iterator[QuotedWord]:
    """The word or words that one written word stands for."""
    if _MASK.search(written):
        yield QuotedWord(fold(_MASK.sub("", written)) + "*", written)
        return
    low = written.lower().strip("'")
    stem, _, ending = low.rpartition("'")
    if "'" in stem and ending in _ENDINGS:  # shouldn't've
        yield from (*_read(stem, before), QuotedWord(_ENDINGS[ending], ""))
    elif low.endswith("n't"):
        yield QuotedWord({"won't": "will", "can't": "can", "shan't": "shall"}.get(low, low[:-3]), written)
        yield QuotedWord("not", "")
    elif low == "let's":
        yield from (QuotedWord("let", written), QuotedWord("us", ""))
    elif stem and ending in _ENDINGS:
        yield from _plain_words(stem, written)
        yield QuotedWord(_ENDINGS[ending], "")
    elif stem and (ending == "d" or (ending == "s" and stem in _HOLDS_A_VERB)):
        yield from _plain_words(stem, written)
        yield QuotedWord({"s": "is", "d": "would"}[ending], "", open=_OPEN[ending])
    else:
        dropped_g = written.endswith("in'") and len(low) > len("in'") + 1 and before
        yield from _plain_words(low + "g" if dropped_g else low, written)


def _plain_words(low: str, written: str) -> Iterator[QuotedWord]:
    for piece in fold(low).split():
        for n, word in enumerate(_spoken().get(piece, piece).split()):
            if word not in _FILLERS:
                yield QuotedWord(_form(word), "" if n else written)


@cache
def _spoken() -> dict[str, str]:
    return dict(table("quoted_variants")["spoken"])


@cache
def _variants() -> dict[str, str]:
    variants = table("quoted_variants")
    kinds = variants["spelled"], variants["shortened"]
    return {str(form): str(key) for kind in kinds for key, forms in kind.items() for form in forms}


@lru_cache(maxsize=8192)
def _form(word: str) -> str:
    word = _variants().get(word, word)
    if len(word) >= _REGULAR:
        for pattern, instead in _SPELLED:
            if pattern.search(word):
                return pattern.sub(instead, word)
    return word


def quoted_words(text: str) -> list[str]:
    """The words, in order, each in the one form that all its spellings share."""
    return [word.key for word in read_quoted(text) if not word.cut]


def is_figure(key: str) -> bool:
    """Whether a word's key is a figure's."""
    return key.startswith(FIGURE)


def agreed(
    one: Sequence[QuotedWord], other: Sequence[QuotedWord], alike: Alike | None = None
) -> tuple[QuotedWord, ...]:
    """``other`` with the keys of ``one`` where the two have one word under two keys, place by place.

    Contractions and masked words are one with what they stand for; ``alike`` says what else is one.
    """
    if alike is None and not any(word.open or word.key.endswith(("*", CLOCK)) for word in (*one, *other)):
        return tuple(other)
    if max(len(one), len(other)) > LONGEST:
        return tuple(other)
    found = list(other)
    for gone, come in changes([w.key for w in one], [w.key for w in other]):
        taken = come.start
        for i in gone:
            match = next((j for j in range(taken, come.stop) if _is_one(one[i], found[j], alike)), None)
            if match is not None:
                found[match] = replace(found[match], key=one[i].key)
                taken = match + 1
    return tuple(found)


def changes(one: Sequence[str], other: Sequence[str]) -> list[tuple[range, range]]:
    """The runs of places that differ, in ``one`` and in ``other``, in order."""
    steps = [step for step in Indel.opcodes(one, other) if step.tag == "equal"]
    ends = [(0, 0), *((step.src_end, step.dest_end) for step in steps)]
    heads = [*((step.src_start, step.dest_start) for step in steps), (len(one), len(other))]
    runs = [(range(i, m), range(j, n)) for (i, j), (m, n) in zip(ends, heads, strict=True)]
    return [(gone, come) for gone, come in runs if gone or come]


def _is_one(a: QuotedWord, b: QuotedWord, alike: Alike | None) -> bool:
    if b.key in a.open or a.key in b.open or (a.open and a.open == b.open):
        return True
    if a.key.endswith("*") or b.key.endswith("*"):
        return _unmasked(a, b) or _unmasked(b, a)
    return is_same_hour(a.key, b.key) or (alike is not None and alike(a, b))


def _unmasked(masked: QuotedWord, full: QuotedWord) -> bool:
    """Whether the letters that a mask leaves are the first and the last of a word."""
    if not masked.key.endswith("*"):
        return False
    first, *_, last = _MASK.split(masked.text.lower())
    return full.key.startswith(fold(first)) and full.key.rstrip("*").endswith(fold(last))


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that follow each other, and what stands before them: nothing, an ellipsis or an insertion's words."""

    keys: tuple[str, ...]
    cut: bool
    gloss: tuple[str, ...]


def _runs(words: Sequence[QuotedWord]) -> list[_Run]:
    """What the speaker is quoted with, run by run, between ellipses and bracketed insertions."""
    found: list[_Run] = []
    keys: list[str] = []
    gloss: list[str] = []
    cut = False
    for word in words:
        if (word.cut or word.gloss) and keys:
            found.append(_Run(tuple(keys), cut, tuple(gloss)))
            keys, gloss, cut = [], [], False
        if word.cut:
            cut = True
        else:
            (gloss if word.gloss else keys).append(word.key)
    return [*found, _Run(tuple(keys), cut, tuple(gloss))] if keys else found


def is_extract(text: str, other: str) -> bool:
    """Whether one quotation holds the other, run by run and in order: a longer or shorter extract of one statement."""
    if not _may_be_extract(_outline(text), _outline(other)):
        return False
    one = read_quoted(text)
    return is_extract_of(one, agreed(one, read_quoted(other)))


@dataclass(frozen=True, slots=True, eq=False)
class _Outline:
    """What tells at a glance that two quotations are no extracts of each other.

    Attributes:
        text: the keys of its words, run together.
        mark: the longest word that must stand in what holds the quotation; empty where any may.
        masked: whether letters of a word are masked: it may be many another.
    """

    text: str
    mark: str
    masked: bool


_REPLACING = (*sorted(frozenset().union(*_OPEN.values())), CLOCK, "hour")
"""What the keys end with that :func:`agreed` may put in the place of others."""
_TAILS = tuple({word[i:] for word in _REPLACING for i in range(len(word))})
_HEADS = tuple({word[: i + 1] for word in _REPLACING for i in range(len(word))})


@lru_cache(maxsize=8192)
def _outline(text: str) -> _Outline:
    words = read_quoted(text)
    keys = {word.key for word in words if not (word.cut or word.gloss)}
    lasting = [key for key in keys if key.isalpha() and not _may_be_replaced(key)]
    return _Outline(
        text="".join(word.key for word in words if not word.cut),
        mark=max(lasting, key=lambda key: (len(key), key), default=""),
        masked=any(word.key.endswith("*") for word in words),
    )


def _may_be_replaced(key: str) -> bool:
    """Whether a word, or letters of it beside letters of its neighbours, may get another key from :func:`agreed`."""
    return key.startswith(_TAILS) or key.endswith(_HEADS) or any(word in key for word in _REPLACING)


def _may_be_extract(one: _Outline, other: _Outline) -> bool:
    """False where neither quotation can hold the other, since it lacks a word that has to be there."""
    return one.masked or other.masked or one.mark in other.text or other.mark in one.text


def is_extract_of(one: Sequence[QuotedWord], other: Sequence[QuotedWord]) -> bool:
    """As ``is_extract``, of words that are read."""
    return _holds(one, _runs(other)) or _holds(other, _runs(one))


def holds_words(text: str, part: str) -> bool:
    """Whether the words of ``part`` stand in ``text``, whole, one after another and in order, run by run."""
    return _holds(read_quoted(text), _runs(read_quoted(part)))


def _holds(words: Sequence[QuotedWord], runs: Sequence[_Run]) -> bool:
    """Whether the runs stand in ``words`` in order, each from a word's beginning to a word's end.

    Hyphens and spaces inside a run are no matter ("cease-fire", "ceasefire"). What a bracketed insertion stands for
    is short and holds no negation that the insertion lacks.
    """
    keys = [word.key for word in words if not word.cut]
    text = "".join(keys)
    place = {end: n for n, end in enumerate(accumulate(map(len, keys), initial=0))}
    at = 0
    for n, run in enumerate(runs):
        found = _find(text, "".join(run.keys), at, place)
        if found < 0:
            return False
        if n and not run.cut and not _is_glossed(keys[place[at] : place[found]], run.gloss):
            return False
        at = found + len("".join(run.keys))
    return bool(runs)


def _find(text: str, part: str, at: int, place: dict[int, int]) -> int:
    """Where ``part`` stands between ends of words; -1 where it does not."""
    found = text.find(part, at)
    while found >= 0 and not (found in place and found + len(part) in place):
        found = text.find(part, found + 1)
    return found


def _is_glossed(words: Sequence[str], gloss: Sequence[str]) -> bool:
    turns, turned = (sum(word in NEGATIONS for word in each) % 2 for each in (words, gloss))
    return len(words) <= _REACH + len(gloss) and turns <= turned


def left_out(text: str, other: str) -> list[list[str]]:
    """The words of ``other`` that the ellipses of ``text`` stand for, one list an ellipsis; empty if they do not fit.

    Args:
        text: quoted words, with ellipses in them.
        other: the same statement, at more length.
    """
    words = quoted_words(other)
    runs: list[list[str]] = [[]]
    for word in read_quoted(text):
        if word.cut:
            runs.append([])
        else:
            runs[-1].append(word.key)
    found: list[list[str]] = []
    at = 0
    for n, run in enumerate(filter(None, runs)):
        places = [i for i in range(at, len(words) - len(run) + 1) if words[i : i + len(run)] == run]
        if not places:
            return []
        if n:
            found.append(words[at : places[0]])
        at = places[0] + len(run)
    return found
