"""How soon the command line answers: ``python -m benchmarks.start_up [--rounds N]``.

``discrepancy --help`` is held against ``python -c "import json, re, argparse"``, which is about what any program of
this kind needs to begin; the bar is four times that. ``discrepancy rules`` imports the rules, and ``discrepancy check``
of a folder without an article all that is imported before the first article is read. Each is a process of its own.
The rounds take turns, and what counts is the processor's time, user and system: the wall clock tells as much of what
else the machine does.

The last line printed is one JSON object: the median seconds of each, and ``ratio_to_plain_imports``.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from typing import Final

ROUNDS: Final = 15
BAR: Final = 4.0
PLAIN: Final = "plain imports"
OURS: Final = "discrepancy"


def seconds(command: Sequence[str], expected: int) -> float:
    """What a process took of the processor's time, user and system.

    Raises:
        RuntimeError: it ended with another code than the one expected.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if code != expected:
        raise RuntimeError(f"{' '.join(command)} ended with {code}, not {expected}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def measure(commands: Mapping[str, tuple[Sequence[str], int]], rounds: int) -> dict[str, float]:
    """The median of each over rounds that run each once; the first round, which fills caches, does not count."""
    spent: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, (command, expected) in commands.items():
            spent[name].append(seconds(command, expected))
    return {name: statistics.median(times[1:]) for name, times in spent.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    ours = [sys.executable, "-m", OURS]
    with tempfile.TemporaryDirectory() as nothing:
        found = measure(
            {
                PLAIN: ([sys.executable, "-c", "import json, re, argparse"], 0),
                "help": ([*ours, "--help"], 0),
                "rules": ([*ours, "rules"], 0),
                "check of nothing": ([*ours, "check", nothing], 2),
            },
            given.rounds,
        )
    for name, spent in found.items():
        print(f"{name:<18}{spent * 1000:>7.0f} ms{spent / found[PLAIN]:>7.1f} times plain imports")
    ratio = found["help"] / found[PLAIN]
    print(f"--help: {ratio:.2f} times plain imports; the bar is {BAR}")
    figures = {f"{name.replace(' ', '_')}_seconds": round(spent, 4) for name, spent in found.items()}
    print(json.dumps({**figures, "ratio_to_plain_imports": round(ratio, 2)}))


if __name__ == "__main__":
    main()
