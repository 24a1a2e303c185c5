"""Lists of regular expressions from the lexicon, made ready for matching."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from discrepancy.lexicon import words

__all__ = ["opening", "phrases"]


@cache
def opening(name: str) -> re.Pattern[str]:
    """The expressions of ``<name>.txt`` as one, for the beginning of a text; case is ignored."""
    return re.compile("|".join(f"(?:{one})" for one in sorted(words(name))), re.IGNORECASE)


def phrases(name: str, text: str) -> Iterator[re.Match[str]]:
    """Every match in a text of the expressions of ``<name>.txt``, a file of lines ``words :: expression``.

    An expression is tried only where one of its words is in the text. Looking for a word is a hundred times quicker,
    and hardly a paragraph has any.
    """
    lower = text.lower()
    for cues, expression in _phrases(name):
        for cue in cues:
            if cue in lower:
                yield from expression.finditer(text)
                break


@cache
def _phrases(name: str) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    lines = (line.split(" :: ", 1) for line in sorted(words(name)))
    # One expression for all lines that share their words: the words are then looked for once.
    shared: dict[str, list[str]] = {}
    for cues, expression in lines:
        shared.setdefault(cues, []).append(f"(?:{expression})")
    return tuple((tuple(cues.split("|")), re.compile("|".join(group), re.IGNORECASE)) for cues, group in shared.items())
