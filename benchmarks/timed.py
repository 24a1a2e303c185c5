"""One round of work on request, timed from within: what :mod:`benchmarks.check` lets compete.

The first line says what is to be done with which files; each line after it is answered by the seconds of one round.
A round runs in a fork of the process that has loaded and warmed up, so that none profits from the one before.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

__all__ = ["clocked"]

Round = Callable[[str], object]


def check(given: Mapping[str, Any]) -> Round:
    """The whole check, story by story, HTML and JSON written."""
    import discrepancy
    from discrepancy.settings import Settings

    out = Path(given["out"])
    warm_up = out / "warm-up"
    warm_up.mkdir(exist_ok=True)
    for number, text in enumerate(given["warm_up"]):
        (warm_up / f"{number}.txt").write_text(text, encoding="utf-8")

    def work(paths: list[str], settings: Settings | None = None) -> None:
        report = discrepancy.check([Path(path) for path in paths], settings=settings)
        report.write(out / "report.html")
        report.write(out / "report.json")

    work([str(warm_up)])
    disk = Settings(cache=Path(given["cache"]))

    def whole(how: str) -> None:
        for paths in given["stories"]:
            work(paths, disk if how in {"fill", "disk"} else None)

    return whole


def engine(given: Mapping[str, Any]) -> Round:
    """SpaCy's small pipeline as it comes, over the same texts."""
    import importlib.util

    import spacy

    from discrepancy.text.engine import KNOWN_MODELS

    nlp = spacy.load(next(name for name in KNOWN_MODELS if importlib.util.find_spec(name)))
    list(nlp.pipe(given["warm_up"]))

    def whole(_: str) -> None:
        for _doc in nlp.pipe(given["texts"]):
            pass

    return whole


WORKS: Final[Mapping[str, Callable[[Mapping[str, Any]], Round]]] = {"check": check, "engine": engine}


def _timed(work: Round, how: str) -> dict[str, float]:
    """One round; one that is to find its own memory warm is done once before the clock starts."""
    if how == "memory":
        work(how)
    return clocked(lambda: work(how))


def clocked(work: Callable[[], object]) -> dict[str, float]:
    """Seconds by the wall's clock and by the processor's, and the most memory in MB."""
    wall, process = time.perf_counter(), time.process_time()
    work()
    return {
        "process_seconds": time.process_time() - process,
        "wall_seconds": time.perf_counter() - wall,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _round(work: Round, how: str) -> str:
    """One round, and what it answers; one on a warm folder finds what another process kept with this very program.

    Without that, an edit of the program after the folder was filled would make a cold round pass for a warm one.
    """
    if how == "disk":
        _apart(work, "fill")
    return _apart(work, how)


def _apart(work: Round, how: str) -> str:
    """One round in a fork; the JSON that it answers."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        with os.fdopen(writer, "w", encoding="utf-8") as answer:
            answer.write(json.dumps(_timed(work, how)))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as answer:
        told = answer.read()
    os.waitpid(child, 0)
    return told


def main() -> None:
    """Make ready, and answer until nothing is asked any more."""
    given = json.loads(sys.stdin.readline())
    work = WORKS[given["what"]](given)
    gc.collect()
    gc.freeze()  # else the collector's first walk in each fork copies all that is loaded
    print("{}", flush=True)
    for line in sys.stdin:
        print(_round(work, line.strip()), flush=True)


if __name__ == "__main__":
    main()
