"""Runs inside a peer's own environment: texts in by standard input, near-duplicates and processor time out as JSON.

The payload is ``{"peer": "rensa" | "datasketch", "tokens": "words" | "rows", "texts": [...]}``. Both peers are used as
their documentation shows: 128 permutations, locality-sensitive hashing at a threshold of 0.8, each text asked for
before it is put in. ``words`` are those of ``text.split()``, as their examples have it; ``rows`` five of them in a row.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator

ROW = 5
PERMUTATIONS = 128
THRESHOLD = 0.8


def main() -> None:
    """Read, sketch and look up every text once."""
    asked = json.load(sys.stdin)
    cut: Callable[[str], list[str]] = _rows if asked["tokens"] == "rows" else str.split
    run = {"rensa": _rensa, "datasketch": _datasketch}[asked["peer"]]
    list(run(cut, asked["texts"][:2]))
    start = time.process_time()
    pairs = list(run(cut, asked["texts"]))
    print(json.dumps({"seconds": time.process_time() - start, "pairs": pairs}))


def _rows(text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[n : n + ROW]) for n in range(len(words) - ROW + 1)]


def _rensa(cut: Callable[[str], list[str]], texts: list[str]) -> Iterator[tuple[int, int]]:
    from rensa import RMinHash, RMinHashLSH  # type: ignore[import-not-found,unused-ignore]  # the peer ships no types

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=16)
    for number, text in enumerate(texts):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=42)
        sketch.update(cut(text))
        yield from ((other, number) for other in index.query(sketch))
        index.insert(number, sketch)


def _datasketch(cut: Callable[[str], list[str]], texts: list[str]) -> Iterator[tuple[int, int]]:
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found,unused-ignore]  # the peer ships no types

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([token.encode() for token in cut(text)])
        yield from ((other, number) for other in index.query(sketch))
        index.insert(number, sketch)


if __name__ == "__main__":
    main()
