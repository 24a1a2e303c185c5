"""``python -m benchmarks.watch_grouping [--known N]``: articles placed one by one, beside all of them grouped at once.

Quality first: the story clusters of ``tests/clusters`` on their own days and all moved into one week, generated
articles with strangers of the same topic, and cold starts, ten clusters each, where nothing was placed before. Articles
come in the order of their days, those of one day in five orders; the worst of these is printed beside the mean.
Precision and recall are of pairs, as in ``benchmarks.grouping``. A story that was merged into another counts as that
one.

Then speed, with so many articles known: what it takes to make the placing anew of them, to place the next thousand, and
how much memory is in use then. The known ones are generated articles over again, each time with other rare words, so
that there are as many stories as in a real week. The last line printed is one JSON object.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean, median
from typing import Any

from benchmarks.corpus import Request, in_order
from benchmarks.grouping import scored
from discrepancy.documents import Block, BlockRole, Document, Sketch
from discrepancy.loaders import collect
from discrepancy.stories.grouping import WINDOW, group, sketches
from discrepancy.stories.grouping import in_order as by_day
from discrepancy.stories.grouping.tokens import FIGURE, NAMED
from discrepancy.watch.placing import Placing

__all__ = ["main", "placed"]

CLUSTERS = Path(__file__).parent.parent / "tests" / "clusters"
ORDERS = 5
COLD_STARTS = 12
OF_ONE = 10
"""Clusters of a cold start."""
SIZES = range(3, 7)
"""Articles of a cluster that a cold start may have."""
MADE = 500
MONDAY = dt.date(2024, 3, 4)
BEGINNINGS = 3
"""Days of the week on which a cluster may begin."""
COMMON = 40
"""A term of more generated articles than this stays what it is in each copy of them."""
PLACED = 1000

Gold = dict[str, str]
Score = tuple[float, float]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--known", type=int, default=50_000, help="articles that are known before the next come")
    reader.add_argument("--seed", type=int, default=7)
    options = reader.parse_args(arguments)
    figures: dict[str, Any] = {}
    clusters, gold = _clusters()
    made, stories = _made(MADE, options.seed, 300)
    figures["clusters"] = _beside("clusters", clusters, gold)
    figures["one_week"] = _beside("in one week", _in_one_week(clusters, gold), gold)
    figures["generated"] = _beside("generated", made, stories)
    figures["cold"] = _cold(clusters, gold)
    figures["speed"] = _speed(*_made(4 * MADE, options.seed + 1, 350), options.known)
    print(json.dumps(figures))


def placed(articles: Iterable[Sketch]) -> list[list[str]]:
    """The articles of each story once all were placed one by one."""
    placing, members = Placing(WINDOW), defaultdict[str, list[str]](list)
    for sketch in articles:
        found = placing.place(sketch.id, sketch)
        for other in found.merged:
            members[found.story] += members.pop(other)
        members[found.story].append(sketch.id)
    return list(members.values())


def _clusters() -> tuple[list[Sketch], Gold]:
    """The clusters that were marked by hand."""
    gold, documents = {}, []
    for folder in sorted(each for each in CLUSTERS.iterdir() if each.is_dir()):
        for document in collect([folder]).documents:
            unique = f"{folder.name}/{document.id}"
            gold[unique] = folder.name
            documents.append(replace(document, id=unique))
    return list(sketches(documents)), gold


def _made(many: int, seed: int, words: int) -> tuple[list[Sketch], Gold]:
    gold, documents = {}, []
    for article in in_order(Request(many, seed, words)):
        gold[article.id] = article.story
        title = Block(BlockRole.HEADLINE, 0, len(article.title))
        made = Document(
            id=article.id,
            path=article.id,
            source=article.source,
            title=article.title,
            text=article.text,
            blocks=(title, Block(BlockRole.BODY, article.body, len(article.text))),
            published=article.published,
        )
        documents.append(made)
    return list(sketches(documents)), gold


def _in_one_week(articles: Sequence[Sketch], gold: Gold) -> list[Sketch]:
    """The same, each cluster moved so that it begins on one of the first days of one week."""
    begun: dict[str, dt.date] = {}
    for each in articles:
        if each.day:
            begun[gold[each.id]] = min(each.day, begun.get(gold[each.id], each.day))
    starts = {name: MONDAY + dt.timedelta(days=n % BEGINNINGS) for n, name in enumerate(sorted(set(gold.values())))}
    return [
        replace(each, day=starts[gold[each.id]] + (each.day - begun[gold[each.id]] if each.day else dt.timedelta(0)))
        for each in articles
    ]


def _beside(name: str, articles: Sequence[Sketch], gold: Gold) -> dict[str, float]:
    """How well articles are told apart at once and one by one."""
    at_once = scored([each.documents for each in group(by_day(articles))], gold)
    one_by_one = [scored(placed(each), gold) for each in _orders(articles, ORDERS)]
    return _told(name, len(articles), at_once, one_by_one)


def _cold(articles: Sequence[Sketch], gold: Gold) -> dict[str, float]:
    """The same for a few clusters each time, from nothing."""
    sizes = Counter(gold.values())
    names = sorted(name for name, size in sizes.items() if size in SIZES)
    at_once, one_by_one = [], []
    for start in range(COLD_STARTS):
        chosen = set(random.Random(start).sample(names, OF_ONE))  # noqa: S311 - the same ones each time are wanted
        some = [each for each in articles if gold[each.id] in chosen]
        right = {each.id: gold[each.id] for each in some}
        at_once.append(scored([each.documents for each in group(by_day(some))], right))
        one_by_one += [scored(placed(each), right) for each in _orders(some, 1, start)]
    precision, recall = (mean(each[place] for each in at_once) for place in (0, 1))
    return _told("cold starts", len(articles), (precision, recall), one_by_one)


def _orders(articles: Sequence[Sketch], many: int, seed: int = 0) -> Iterator[list[Sketch]]:
    """The articles in the order of their days, those of one day in another order each time."""
    for turn in range(many):
        mixed = list(articles)
        random.Random(seed + turn).shuffle(mixed)  # noqa: S311 - the same ones each time are wanted
        yield sorted(mixed, key=lambda each: each.day or dt.date.max)


def _told(name: str, many: int, at_once: Score, one_by_one: Sequence[tuple[float, float]]) -> dict[str, float]:
    figures = {"precision_at_once": at_once[0], "recall_at_once": at_once[1], "f1_at_once": _f1(*at_once)}
    for place, what in enumerate(("precision", "recall")):
        figures[what] = mean(each[place] for each in one_by_one)
        figures[f"{what}_worst"] = min(each[place] for each in one_by_one)
    figures["f1"] = mean(_f1(*each) for each in one_by_one)
    print(
        f"{name:<12} {many:>5} articles   at once: precision {at_once[0]:.4f} recall {at_once[1]:.4f}   one by one: "
        f"precision {figures['precision']:.4f} (worst {figures['precision_worst']:.4f}) "
        f"recall {figures['recall']:.4f} (worst {figures['recall_worst']:.4f})"
    )
    return {what: round(each, 4) for what, each in figures.items()}


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _speed(articles: Sequence[Sketch], gold: Gold, many: int) -> dict[str, float]:
    """Seconds and memory with so many articles known."""
    known = list(_over_again(articles, gold, many + PLACED))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    placing = Placing(WINDOW, known[:many])
    anew = time.process_time() - start
    seconds = []
    for article, sketch, _ in known[many:]:
        start = time.process_time()
        placing.place(article, sketch)
        seconds.append(time.process_time() - start)
    start = time.process_time()
    placing.forget(MONDAY + dt.timedelta(days=1))
    figures = {
        "known": many,
        "seconds_anew": round(anew, 2),
        "milliseconds_each": round(median(seconds) * 1000, 2),
        "milliseconds_worst": round(max(seconds) * 1000, 2),
        f"seconds_{PLACED}": round(sum(seconds), 2),
        "seconds_to_forget_a_day": round(time.process_time() - start, 2),
        "megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "megabytes_before": round(before / 1024),
    }
    print("  ".join(f"{name} {each}" for name, each in figures.items()))
    return figures


def _over_again(articles: Sequence[Sketch], gold: Gold, many: int) -> Iterator[tuple[str, Sketch, str]]:
    """So many articles of five days, made of a few: each time these come, their rare words are other ones."""
    import numpy as np

    met = Counter(term for each in articles for term in np.frombuffer(each.terms, "<u4").tolist())
    common = np.array(sorted(term for term, times in met.items() if times > COMMON), "<u4")
    laps = -(-many // len(articles))
    made = []
    for lap in range(laps):
        salt = np.uint32(random.Random(lap).getrandbits(31) & ~(FIGURE | NAMED))  # noqa: S311 - the same ones each time are wanted
        for each in articles:
            terms, rows = np.frombuffer(each.terms, "<u4"), np.frombuffer(each.rows, "<u4")
            other = np.where(np.isin(terms, common), terms, terms ^ salt)
            made.append(replace(each, id=f"{each.id}-{lap}", rows=(rows ^ salt).tobytes(), terms=other.tobytes()))
    for place, each in enumerate(made[:many]):
        day = MONDAY + dt.timedelta(days=5 * place // many)
        original, _, lap_name = each.id.rpartition("-")
        yield each.id, replace(each, day=day), f"{gold[original]}-{lap_name}"


if __name__ == "__main__":
    main()
