"""Names in headlines that capitalise every word: a run of capitals there is no name, but may hold known ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from discrepancy.extract.name_parts import Roster
from discrepancy.extract.name_runs import Candidate
from discrepancy.extract.reading import Reading
from discrepancy.model import Block, BlockRole

_HEADLINES: Final = frozenset({BlockRole.HEADLINE, BlockRole.SUBHEAD})
_LONG: Final = 5
"""Letters from which on a headline's word tells whether it capitalises every word: short ones stay small anyway."""
_MOSTLY: Final = 0.7
_FEWEST: Final = 3


def is_title_case(reading: Reading, block: Block) -> bool:
    """Whether a headline capitalises nearly all its longer words."""
    if block.role not in _HEADLINES:
        return False
    words = reading.document.text[block.start : block.end].split()
    long = [word for word in words if sum(map(str.isalpha, word)) >= _LONG]
    capital = sum(next(filter(str.isalpha, word)).isupper() for word in long)
    return len(long) >= _FEWEST and capital >= _MOSTLY * len(long)


def parts_of_run(c: Candidate, roster: Roster) -> list[Candidate]:
    """The stretches of a run that are a surname, or more, of someone named in full elsewhere; the longest first."""
    return list(_parts(c, roster))


def _parts(c: Candidate, roster: Roster) -> Iterator[Candidate]:
    at = 0
    while at < len(c.words):
        for end in range(len(c.words), at, -1):
            part = replace(c, words=c.words[at:end], title=c.title if at == 0 else None, office=None, lead=())
            options = roster.bearers(part.texts)
            if any(not known.is_given(where) for known, where in options):
                yield part
                at = end
                break
        else:
            at += 1
