"""``python -m benchmarks.quantities GOLD.json``: quantities against a marked set, beside quantulum3.

The gold is a list of ``{"text", "quantities": [{"value", "normalized_unit", "change"}]}``. The last line printed is
one JSON object: for each reader its strict F1 in per cent and its words per second of processor time in one process,
both of the same code path. ``discrepancy_with_engine`` is the same grammar with its counted nouns settled by the
language engine's parts of speech, as a check of stories reads them; its time is the engine's too.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.newsquant_units import tags_of
from benchmarks.peers import PeerMissing, run_peer
from benchmarks.quantity_scorer import Tag, read_gold, strict_f1
from discrepancy.errors import EngineMissing
from discrepancy.extract.counted import with_noun
from discrepancy.grammar.quantities import find_quantities
from discrepancy.model import Quantity, Span
from discrepancy.text.engine import load_engine

__all__ = ["main"]

ROUNDS = 7
ENGINE_ROUNDS = 2
PEER = ("quantulum3", ["quantulum3==0.10.0", "setuptools<81"])


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", type=Path)
    texts, gold = _marked(arguments.parse_args().gold)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} sentences, {words} words, {sum(map(len, gold))} quantities")
    results: dict[str, dict[str, float]] = {"discrepancy": _ours(texts, gold, words)}
    try:
        results["quantulum3"] = _peer(texts, gold, words)
    except PeerMissing as reason:
        print(f"quantulum3 is left out: {reason}")
    try:
        results["discrepancy_with_engine"] = _with_engine(texts, gold, words)
    except EngineMissing as reason:
        print(f"discrepancy_with_engine is left out: {reason}")
    for name, figures in results.items():
        print(name, *(f"{level} {figure:,}" for level, figure in figures.items()), sep="  ")
    print(json.dumps(results))


def _marked(path: Path) -> tuple[list[str], list[list[Tag]]]:
    """The texts of the marked set and its quantities; where it can not be read, a sentence says why and we leave."""
    try:
        rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        return [str(row["text"]) for row in rows], read_gold(rows)
    except OSError as problem:
        sys.exit(f"{path}: it can not be read: {problem.strerror}.")
    except (ValueError, TypeError, KeyError):
        sys.exit(f"{path}: it is no marked set of quantities. Give a JSON file as the first lines of --help say.")


def _ours(texts: list[str], gold: list[list[Tag]], words: int) -> dict[str, float]:
    return _measured(find_quantities, ROUNDS, texts, gold, words)


def _with_engine(texts: list[str], gold: list[list[Tag]], words: int) -> dict[str, float]:
    engine = load_engine()

    def read(text: str) -> list[Quantity]:
        parsed = engine.parse(text, [Span(0, len(text))])
        return [with_noun(parsed, text, quantity) for quantity in find_quantities(text)]

    return _measured(read, ENGINE_ROUNDS, texts, gold, words)


def _measured(
    read: Callable[[str], list[Quantity]], rounds: int, texts: list[str], gold: list[list[Tag]], words: int
) -> dict[str, float]:
    """The score of a reader, and its speed over the fastest of some rounds."""
    tags = [tags_of(text, read(text)) for text in texts]
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            read(text)
        seconds.append(time.process_time() - start)
    return {**strict_f1(gold, tags), "words_per_s": round(words / min(seconds))}


def _peer(texts: list[str], gold: list[list[Tag]], words: int) -> dict[str, float]:
    name, requirements = PEER
    answer = run_peer(name, requirements, Path(__file__).with_name("peer_quantulum3.py"), texts)
    read = [
        [Tag(tuple(value) if isinstance(value, list) else value, str(unit).lower(), None) for value, unit in sentence]
        for sentence in answer["read"]
    ]
    figures = strict_f1(gold, read)
    del figures["value+unit+change"]  # it reads no change
    return {**figures, "words_per_s": round(words / answer["seconds"])}


if __name__ == "__main__":
    main()
