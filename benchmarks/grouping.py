"""``python -m benchmarks.grouping [FOLDER | --documents N]``: which documents tell one story, beside MinHash.

FOLDER holds a folder a story, as ``tests/clusters`` does; without it the generator of ``benchmarks/corpus`` makes
articles with versions and same-topic strangers. Ours, rensa and datasketch take turns on the same texts; the figures
are medians of processor time, sketching included, reading left out. Precision and recall are of pairs of documents.
Like is held against like: rensa finds near-duplicates over rows of five words, as ours does (RMinHash with 128
permutations, and its LSH). The examples of its documentation give it a text's single words instead, of which there are
fewer, and which tell the topic alone; that figure is printed too. The last line printed is one JSON object;
``ratio_to_rensa`` is to the rows, ``ratio_to_rensa_words`` to the words.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.peers import PeerMissing, run_peer
from discrepancy.documents import Block, BlockRole, Document
from discrepancy.loaders import collect
from discrepancy.stories.grouping import group, in_order, sketches

__all__ = ["main", "scored"]

SCRIPT = Path(__file__).with_name("peer_minhash.py")
PEERS = {
    "rensa": ("rensa", ["rensa==0.5.0"], "rows"),
    "rensa_words": ("rensa", ["rensa==0.5.0"], "words"),
    "datasketch": ("datasketch", ["datasketch==2.0.0"], "rows"),
}
FEW = 500
"""Documents that datasketch is given: it is slow, and its speed does not hang on their number."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = _options(arguments)
    documents, gold = _of_folder(options.folder) if options.folder else _made(options)
    print(f"{len(documents)} documents, {len(set(gold.values()))} stories")
    seconds, told = _in_turns(documents, options.rounds, peers=not options.alone)
    figures: dict[str, Any] = {"documents": len(documents)}
    for name, stories in told.items():
        precision, recall = scored(stories, gold)
        speed = median(1 / each for each in seconds[name])
        print(f"{name:<12} precision {precision:.4f}  recall {recall:.4f}  {speed:9,.0f} documents/s")
        figures[f"documents_per_second_{name}"] = round(speed)
        if name == "discrepancy":
            figures |= {"precision": round(precision, 4), "recall": round(recall, 4)}
        else:
            pairs = zip(seconds["discrepancy"], seconds[name], strict=True)
            figures[f"ratio_to_{name}"] = round(median(theirs / ours for ours, theirs in pairs), 3)
    print(json.dumps(figures))


def scored(stories: Iterable[Sequence[str]], gold: dict[str, str]) -> tuple[float, float]:
    """The share of pairs held together that belong together, and of those that belong together that are held so."""
    held, right = 0, 0
    for members in stories:
        held += _pairs(len(members))
        right += sum(_pairs(many) for many in Counter(gold[name] for name in members).values())
    wanted = sum(_pairs(many) for many in Counter(gold.values()).values())
    return right / held if held else 1.0, right / wanted if wanted else 1.0


def _pairs(many: int) -> int:
    return many * (many - 1) // 2


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("folder", type=Path, nargs="?", help="a folder of stories, a folder each")
    reader.add_argument("--documents", type=int, default=4000, help="how many to make")
    reader.add_argument("--words", type=int, default=350)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--family", default="tuning")
    reader.add_argument("--rounds", type=int, default=5)
    reader.add_argument("--alone", action="store_true", help="without the peers")
    return reader.parse_args(arguments)


def _of_folder(folder: Path) -> tuple[list[Document], dict[str, str]]:
    gold, documents = {}, []
    for story in sorted(each for each in folder.iterdir() if each.is_dir()):
        for document in collect([story]).documents:
            unique = f"{story.name}/{document.id}"
            gold[unique] = story.name
            documents.append(replace(document, id=unique))
    return documents, gold


def _made(options: argparse.Namespace) -> tuple[list[Document], dict[str, str]]:
    from benchmarks.corpus import corpus

    gold, documents = {}, []
    for article in corpus(options.documents, options.seed, options.words, options.family):
        title = Block(BlockRole.HEADLINE, 0, len(article.title))
        body = Block(BlockRole.BODY, article.body, len(article.text))
        gold[article.id] = article.story
        documents.append(
            Document(
                id=article.id,
                path=article.id,
                source=article.source,
                title=article.title,
                text=article.text,
                blocks=(title, body),
                published=article.published,
            )
        )
    return documents, gold


def _in_turns(
    documents: Sequence[Document], rounds: int, *, peers: bool
) -> tuple[dict[str, list[float]], dict[str, list[tuple[str, ...]]]]:
    """Seconds a document of each round, and what was held together in the last one, of ours and of each peer."""
    seconds: dict[str, list[float]] = {"discrepancy": []}
    told: dict[str, list[tuple[str, ...]]] = {}
    asked = dict(PEERS) if peers else {}
    for _ in range(rounds):
        start = time.process_time()
        told["discrepancy"] = [each.documents for each in group(in_order(sketches(documents)))]
        seconds["discrepancy"].append((time.process_time() - start) / len(documents))
        for name in list(asked):
            try:
                spent, told[name] = _peer(name, documents)
            except PeerMissing as reason:
                print(f"{name} is left out: {reason}")
                del asked[name]
                told.pop(name, None)
            else:
                seconds.setdefault(name, []).append(spent)
    return seconds, told


def _peer(name: str, documents: Sequence[Document]) -> tuple[float, list[tuple[str, ...]]]:
    peer, requirements, tokens = PEERS[name]
    taken = documents[:FEW] if peer == "datasketch" else documents
    payload = {"peer": peer, "tokens": tokens, "texts": [document.text for document in taken]}
    answer = run_peer(peer, requirements, SCRIPT, payload)
    return answer["seconds"] / len(taken), _joined(taken, answer["pairs"])


def _joined(documents: Sequence[Document], pairs: Iterable[tuple[int, int]]) -> list[tuple[str, ...]]:
    """The documents that are together where those of each pair are."""
    home = list(range(len(documents)))

    def at(place: int) -> int:
        while home[place] != place:
            home[place] = place = home[home[place]]
        return place

    for one, other in pairs:
        home[at(other)] = at(one)
    members: dict[int, list[str]] = {}
    for place, document in enumerate(documents):
        members.setdefault(at(place), []).append(document.id)
    return [tuple(each) for each in members.values()]


if __name__ == "__main__":
    main()
