"""Runs inside quantulum3's own environment: a round over the texts for each line, as :mod:`benchmarks.timed` has it."""

from __future__ import annotations

import json
import resource
import sys
import time
import warnings


def main() -> None:
    """Make ready, and answer until nothing is asked any more."""
    warnings.simplefilter("ignore")
    from quantulum3 import classifier, parser  # type: ignore[import-not-found,unused-ignore]

    given = json.loads(sys.stdin.readline())
    if given["classifier"] and not classifier.USE_CLF:
        sys.exit("the classifier's libraries are missing")
    classifier.USE_CLF = given["classifier"]
    for text in paragraphs_of(given["warm_up"]):
        _parsed(parser, text)
    paragraphs = paragraphs_of(given["texts"])
    print("{}", flush=True)
    for _ in sys.stdin:
        wall, process = time.perf_counter(), time.process_time()
        failed = sum(not _parsed(parser, text) for text in paragraphs)
        told = {
            "process_seconds": time.process_time() - process,
            "wall_seconds": time.perf_counter() - wall,
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "failed": failed,
        }
        print(json.dumps(told), flush=True)


def paragraphs_of(texts: list[str]) -> list[str]:
    """What it is given at a time: whole articles take it several times longer."""
    return [each for text in texts for each in text.split("\n\n")]


def _parsed(parser: object, text: str) -> bool:
    try:
        parser.parse(text)  # type: ignore[attr-defined] - the peer ships no types
    except Exception:  # noqa: BLE001 - a peer's crash on one text is counted, not its end
        return False
    return True


if __name__ == "__main__":
    main()
