"""How alike versions of one story are: ``python -m benchmarks.corpus.calibration [FOLDER...] [--documents N]``.

Each folder with plain-text articles is one story. Its pairs of versions give the containment of five-word shingles
(what the shorter shares with the other) and the share of equal paragraphs and sentences; generated stories give the
same. Printed are the least, the 5th, 50th and 95th hundredth, and the most.
"""

from __future__ import annotations

import argparse
import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Final

from benchmarks.corpus.shapes import Article
from benchmarks.corpus.stream import corpus

__all__ = ["containment", "measures", "pairs_of", "shingles", "spread"]

SHINGLE: Final = 5
SHORT: Final = 3
"""Paragraphs and sentences of no more words are bylines and heads."""
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z“\"])")


def shingles(text: str) -> set[tuple[str, ...]]:
    """All runs of five words."""
    words = _WORD.findall(text.lower())
    return set(zip(*(words[start:] for start in range(SHINGLE)), strict=False))


def _paragraphs(text: str) -> set[str]:
    return {each.strip() for each in re.split(r"\n+", text) if len(each.split()) > SHORT}


def _sentences(text: str) -> set[str]:
    found = (each.strip() for paragraph in _paragraphs(text) for each in _SENTENCE.split(paragraph))
    return {each for each in found if len(each.split()) > SHORT}


def containment(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """What the smaller of two sets shares with the larger."""
    return len(one & other) / max(1, min(len(one), len(other)))


PARTS: Final[dict[str, Callable[[str], AbstractSet[object]]]] = {
    "shingles": shingles, "equal paragraphs": _paragraphs, "equal sentences": _sentences,
}  # fmt: skip


def pairs_of(articles: Iterable[Article]) -> Iterable[tuple[str, str]]:
    """The bodies of every two versions of one story."""
    stories: dict[str, list[str]] = {}
    for article in articles:
        stories.setdefault(article.story, []).append(article.text[article.body :])
    for texts in stories.values():
        yield from itertools.combinations(texts, 2)


def measures(pairs: Iterable[tuple[str, str]]) -> dict[str, list[float]]:
    """What each pair shares, by what is counted."""
    found: dict[str, list[float]] = {name: [] for name in PARTS}
    for pair in pairs:
        for name, parts in PARTS.items():
            one, other = map(parts, pair)
            if one and other:
                found[name].append(containment(one, other))
    return found


def spread(values: Sequence[float]) -> tuple[float, ...]:
    """The least, the 5th, 50th and 95th hundredth, and the most."""
    ranked = sorted(values)
    return tuple(ranked[round(part * (len(ranked) - 1))] for part in (0, 0.05, 0.5, 0.95, 1))


def _print(name: str, pairs: Iterable[tuple[str, str]]) -> None:
    for part, values in measures(pairs).items():
        if values:
            print(f"{name:<24}{part:<18}{len(values):>7} pairs " + "".join(f"{each:>7.2f}" for each in spread(values)))


def main() -> None:
    """Print both, one below the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--documents", type=int, default=1500)
    parser.add_argument("--words", type=int, nargs="+", default=[350, 60])
    parser.add_argument("--family", default="tuning")
    given = parser.parse_args()
    for folder in given.folders:
        texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("*.txt"))]
        _print(folder.name, itertools.combinations(texts, 2))
    for words in given.words:
        _print(f"generated, {words} words", pairs_of(corpus(given.documents, words=words, family=given.family)))


if __name__ == "__main__":
    main()
