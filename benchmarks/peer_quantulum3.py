"""Runs inside quantulum3's own environment: texts in by standard input, quantities and speed out as JSON."""

from __future__ import annotations

import json
import sys
import time
import warnings

ROUNDS = 2


def main() -> None:
    """Read every text once for the result, then ``ROUNDS`` times for the clock."""
    warnings.simplefilter("ignore")
    from quantulum3 import parser  # type: ignore[import-not-found,unused-ignore]

    texts = json.load(sys.stdin)
    read = [[_plain(quantity) for quantity in _parse(parser, text)] for text in texts]
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            _parse(parser, text)
        seconds.append(time.process_time() - start)
    print(json.dumps({"read": read, "seconds": min(seconds)}))


def _parse(parser: object, text: str) -> list[object]:
    try:
        return list(parser.parse(text))  # type: ignore[attr-defined] - the peer ships no types
    except Exception:  # noqa: BLE001 - a peer's crash on one sentence is an empty answer
        return []


def _plain(quantity: object) -> list[object]:
    value = float(quantity.value)  # type: ignore[attr-defined] - the peer ships no types
    spread = quantity.uncertainty  # type: ignore[attr-defined] - the peer ships no types
    name = quantity.unit.name  # type: ignore[attr-defined] - the peer ships no types
    return [[value - spread, value + spread] if spread else value, "-" if name == "dimensionless" else name]


if __name__ == "__main__":
    main()
