"""Two versions of a text, word by word: what was taken out, what was put in, and the words around that stayed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

__all__ = ["Edit", "Run", "compare_words"]

CONTEXT = 12
"""Words that are shown on each side of a change; longer runs that stayed are cut."""
_BREAK = "\n"
"""Stands between two paragraphs."""
_TOKEN = re.compile(r"\s?(?:\w+(?:[.,:'’-]\w+)*|[^\w\s]+)")
"""A word or figure, or marks, each with the space before it."""
_FEWEST = 2
"""Words that stayed between two changes, below which they are no foothold for a reader: "the", "of a"."""
_MOST = 4000
"""Words of paragraphs that changed, beyond which these are told as wholes: more would take seconds."""


class Edit(StrEnum):
    """What became of words."""

    KEPT = "kept"
    TAKEN_OUT = "taken-out"
    PUT_IN = "put-in"
    CUT = "cut"
    """Words that stayed and are not shown."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow each other and share what became of them; ``spaced`` is whether a space stands before them."""

    edit: Edit
    text: str
    spaced: bool = False


def compare_words(before: Sequence[str], after: Sequence[str], context: int = CONTEXT) -> tuple[tuple[Run, ...], ...]:
    """The differences of two texts as paragraphs of runs; empty where no word is another.

    Args:
        before: the paragraphs of the one.
        after: those of the other.
        context: how many words that stayed are shown beside a change.
    """
    before, after = ([paragraph for paragraph in text if paragraph.strip()] for text in (before, after))
    runs = [
        (edit, [word for _, words in several for word in words])
        for edit, several in groupby(_joined(_runs(before, after)), key=itemgetter(0))
    ]
    if all(edit is Edit.KEPT or set(words) == {_BREAK} for edit, words in runs):
        return ()
    return tuple(_paragraphs(list(_shortened(runs, context))))


_Words = tuple[Edit, list[str]]


def _runs(before: Sequence[str], after: Sequence[str]) -> Iterator[_Words]:
    """Runs of words, paragraph breaks among them; paragraphs that are in both are not looked through."""
    for what, i1, i2, j1, j2 in _opcodes(before, after):
        old, new = _words(before[i1:i2]), _words(after[j1:j2])
        if what == "equal":
            yield Edit.KEPT, new
        elif not old or not new or len(old) + len(new) > _MOST:
            yield from ((Edit.TAKEN_OUT, old), (Edit.PUT_IN, new))
        else:
            yield from _changed(old, new)


def _words(paragraphs: Sequence[str]) -> list[str]:
    return [word for paragraph in paragraphs for word in (*_TOKEN.findall(paragraph), _BREAK)]


def _changed(old: list[str], new: list[str]) -> Iterator[_Words]:
    """The differences of paragraphs that changed; the break at the end of both is one that stays."""
    for what, i1, i2, j1, j2 in _opcodes([_bare(word) for word in old], [_bare(word) for word in new]):
        if what == "equal":
            yield Edit.KEPT, new[j1:j2]
        else:
            yield from ((Edit.TAKEN_OUT, old[i1:i2]), (Edit.PUT_IN, new[j1:j2]))


def _opcodes(one: Sequence[str], other: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()


def _bare(word: str) -> str:
    """A word without the space before it: where a paragraph is cut in two its words are the same ones."""
    return word.strip() or word


def _joined(runs: Iterator[_Words]) -> Iterator[_Words]:
    """The runs, with changes that only a word or two part made one: all that was taken out, then all put in."""
    out: list[str] = []
    put: list[str] = []
    between: list[str] = []
    for edit, words in runs:
        if edit is Edit.KEPT and (out or put) and len(between) + len(words) < _FEWEST and _BREAK not in words:
            between += words
        elif edit is Edit.KEPT:
            yield from _flushed(out, put, between)
            out, put, between = [], [], []
            yield Edit.KEPT, words
        elif words:
            out += between
            put += between
            between = []
            (out if edit is Edit.TAKEN_OUT else put).extend(words)
    yield from _flushed(out, put, between)


def _flushed(out: list[str], put: list[str], between: list[str]) -> Iterator[_Words]:
    yield from (
        (edit, words) for edit, words in ((Edit.TAKEN_OUT, out), (Edit.PUT_IN, put), (Edit.KEPT, between)) if words
    )


def _shortened(runs: Sequence[_Words], context: int) -> Iterator[_Words]:
    """The runs, of those that stayed no more than what stands beside a change in its paragraph."""
    for place, (edit, words) in enumerate(runs):
        if edit is not Edit.KEPT:
            yield edit, words
            continue
        head = _reach(words, context) if place else 0
        tail = _reach(words[::-1], context) if place + 1 < len(runs) else 0
        last = len(words) - tail
        if len(words) <= head + tail + _FEWEST:
            yield edit, words
        else:
            yield from ((edit, words[:head]), (Edit.CUT, _cut(words, head, last)), (edit, words[last:]))


def _cut(words: Sequence[str], first: int, last: int) -> list[str]:
    """What stands for ``words[first:last]``: an ellipsis in each paragraph that is cut, one for whole ones left out."""
    if _BREAK not in words[first:last]:
        return [" …"]
    opened = first > 0 and words[first - 1] != _BREAK
    closed = last < len(words) and words[last - 1] != _BREAK
    if not opened and not closed:
        return ["…", _BREAK]
    return [*([" …", _BREAK] if opened else []), *(["…"] if closed else [])]


def _reach(words: Sequence[str], context: int) -> int:
    """How many of the first words stand beside a change: so many, or as far as the paragraph goes."""
    near = words[:context]
    return near.index(_BREAK) + 1 if _BREAK in near else len(near)


def _paragraphs(runs: Sequence[_Words]) -> Iterator[tuple[Run, ...]]:
    """The runs, cut where a paragraph ends in either version."""
    paragraph: list[Run] = []
    for edit, words in runs:
        for n, part in enumerate("".join(words).split(_BREAK)):
            if n and paragraph:
                yield tuple(paragraph)
                paragraph = []
            if part.strip():
                spaced = edit is Edit.CUT or part[0].isspace() or _replaces(paragraph, edit)
                paragraph.append(Run(edit, part.strip(), spaced))
    if paragraph:
        yield tuple(paragraph)


def _replaces(paragraph: Sequence[Run], edit: Edit) -> bool:
    """Whether words were put in for the first ones of a paragraph: these have no space before them to share."""
    return len(paragraph) == 1 and edit is Edit.PUT_IN and paragraph[0].edit is Edit.TAKEN_OUT
