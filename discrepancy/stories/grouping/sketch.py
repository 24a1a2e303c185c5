"""A document made small: a sample of its rows of words, and its telling words and figures, as hashes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING

from discrepancy.documents import BlockRole, Document, Sketch
from discrepancy.stories.grouping.tokens import DAY, FIGURE, Codes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]

__all__ = ["ROWS", "sketch", "sketches"]

_TOLD = frozenset({BlockRole.HEADLINE, BlockRole.SUMMARY, BlockRole.BODY, BlockRole.CAPTION})
_LONGEST = 1 << 18
"""Characters that are read of a document: some forty thousand words, more than any story has."""
_ROW = 5
"""Words in a row, as for wire families."""
ROWS = 64
"""Rows that are kept of a document, those of the smallest hashes: two documents sample the same ones."""
_TERMS = 192
"""Terms that are kept of a document: what an article of some five hundred words has."""
_AT_ONCE = 64
"""Documents that are read at once: the work of each is so little that calling for it would take longest."""
_STEP = 0x9E3779B97F4A7C15
_MIX = 0xBF58476D1CE4E5B9
"""Odd multipliers that spread hashes well (2**64 over the golden ratio; splitmix64)."""
_MANY = 255
_WEEK = 7
"""The most days of the week that a document can name."""
_DIGEST = 8

_codes = Codes()


def sketch(document: Document) -> Sketch:
    """What is kept of a document to find the others that tell its story.

    Source:
        A. Z. Broder, "On the resemblance and containment of documents", 1997: samples of shingles.
    """
    return _sketched([document])[0]


def sketches(documents: Iterable[Document]) -> Iterator[Sketch]:
    """The sketch of each document, in order; quicker than one by one."""
    left = iter(documents)
    while several := list(islice(left, _AT_ONCE)):
        yield from _sketched(several)


def _sketched(documents: list[Document]) -> list[Sketch]:
    import numpy as np

    told = [b"".join(map(_codes.__getitem__, _text(document).split())) for document in documents]
    read = np.frombuffer(b"".join(told), "<u8")
    whose = np.repeat(np.arange(len(documents), dtype=np.uint64), [len(each) // read.itemsize for each in told])
    worded = read != 0
    read, whose = read[worded], whose[worded] << np.uint64(32)
    words, terms = read >> np.uint64(32), read & np.uint64(0xFFFFFFFF)
    telling = terms != 0
    rows = _parted(_counted(_rows(words, whose))[0], len(documents))
    found, often = _once(*_counted(whose[telling] | terms[telling]))
    counts = np.minimum(often, _MANY).astype(np.uint8)
    borders = _borders(found, len(documents))
    starts = _borders(whose, len(documents))
    low, words = found.astype(np.uint32), words.astype(np.uint32)
    made = []
    for n, document in enumerate(documents):
        own = _dated(low[borders[n] : borders[n + 1]], document)
        mine, times = _oftenest(own, counts[borders[n] : borders[n + 1]][: len(own)])
        made.append(
            Sketch(
                id=document.id,
                day=document.day,
                story=document.story,
                key=_key(words[starts[n] : starts[n + 1]].tobytes() or document.id.encode()),
                rows=rows[n],
                terms=mine,
                counts=times,
            )
        )
    return made


def _dated(terms: NDArray[np.uint32], document: Document) -> NDArray[np.uint32]:
    """The terms with days instead of days of the week, each the last one up to the document's own, if it has one."""
    found = terms[-_WEEK:].tolist()
    first = len(terms) - sum(term >= DAY for term in found)
    day = document.day
    if first == len(terms) or day is None:
        return terms[:first]
    number, of_week = day.toordinal(), day.weekday()
    days = (number - (of_week - (term - DAY) // 2) % _WEEK for term in found[first - len(terms) :])
    terms[first:] = sorted(DAY | 2 * each & ~DAY for each in days)
    return terms


def _key(told: bytes) -> str:
    """What stands for the words that a document tells; for its id where there are none: such a one is like nothing."""
    return blake2b(told, digest_size=_DIGEST).hexdigest()


def _text(document: Document) -> str:
    """What a document tells, its first part alone where it is longer than any story."""
    text = "\n".join(document.text[b.start : b.end] for b in document.blocks if b.role in _TOLD)
    return text[:_LONGEST]


def _rows(words: Numbers, whose: Numbers) -> Numbers:
    """The hash of each row of words that stands in one document, with its document in the upper half."""
    import numpy as np

    if len(words) < _ROW:
        return words[:0]
    last = len(words) - _ROW + 1
    mixed = words[:last].copy()
    for n in range(1, _ROW):
        mixed *= np.uint64(_STEP)
        mixed += words[n : last + n]
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(_MIX)
    mixed >>= np.uint64(32)
    of_one = whose[:last] == whose[_ROW - 1 :]
    found: Numbers = (whose[:last] | mixed)[of_one]
    return found


def _counted(numbers: Numbers) -> tuple[Numbers, NDArray[np.intp]]:
    """Each number once, in order, and how often it stands there."""
    import numpy as np  # its own `unique` hashes, and is slower than to sort

    ordered = np.sort(numbers)
    first = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])[: len(ordered)])
    return ordered[first], np.diff(first, append=len(ordered))


def _once(terms: Numbers, often: NDArray[np.intp]) -> tuple[Numbers, NDArray[np.intp]]:
    """The terms where one with and one without a capital are the same: one without, as it is then no name."""
    import numpy as np

    bare = terms >> np.uint64(1)
    first = np.flatnonzero(np.concatenate([[True], bare[1:] != bare[:-1]])[: len(terms)])
    return terms[first], np.add.reduceat(often, first) if len(first) else often


def _parted(rows: Numbers, documents: int) -> list[bytes]:
    """The rows that are kept of each document."""
    import numpy as np

    borders, low = _borders(rows, documents), rows.astype(np.uint32)
    return [low[borders[n] : min(borders[n] + ROWS, borders[n + 1])].tobytes() for n in range(documents)]


def _borders(found: Numbers, documents: int) -> list[int]:
    """Where each document's numbers begin in an ordered array with the document in the upper half, and the end."""
    import numpy as np

    places: list[int] = np.searchsorted(found, np.arange(documents + 1, dtype=np.uint64) << np.uint64(32)).tolist()
    return places


def _oftenest(terms: NDArray[np.uint32], counts: NDArray[np.uint8]) -> tuple[bytes, bytes]:
    """Terms and their counts; of many the figures, then the oftenest, of those equally often the smallest hashes.

    Figures are few, and tell two events apart; of words that stand there once, a chance sample is as good as any.
    """
    import numpy as np

    if len(terms) > _TERMS:
        kept = np.sort(np.lexsort((terms, -counts.astype(np.int16), terms < FIGURE))[:_TERMS])
        terms, counts = terms[kept], counts[kept]
    return terms.tobytes(), counts.tobytes()
