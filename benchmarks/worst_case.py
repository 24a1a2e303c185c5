"""The worst text beside news: ``python -m benchmarks.worst_case [--size CHARACTERS]``.

Each pattern is repeated to the same size as news text (the project's own ``seeds/*.txt``, again and again) and read by
both grammars. What is printed is the time per word as a ratio to that of news in the same run. Where a pattern has few
spaces, or none, a word is six characters, which is what a word of news takes with its space.

The last line printed is one JSON object: the worst ratio of either grammar with its pattern; the project's bar is 3.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from discrepancy.grammar.dates import find_dates
from discrepancy.grammar.quantities import find_quantities

BAR: Final = 3.0
SIZE: Final = 1_000_000
ROUNDS: Final = 3
SEEDS: Final = Path(__file__).parents[1] / "seeds"
WORD: Final = 6
PUBLISHED: Final = dt.date(2022, 3, 1)

PATTERNS: Final = (
    "21st-Wordto", "one-a-", "a-", "1-a1-",
    "9", "9,", "9,9,9,9 ", "3.5", "1,", "1-", "1/", "1 ", "1 2 x ", "½", "½ ", "2½ ", "21st", "x10^6 ", "1x10",
    "1e400 ", "٣٥٠ ", "१२ ", "million million ", "a million ", "one ", "half a ", "two hundred and ", "a,", ")",
    "- ", "the ", "“A ", "1 A A A A ", "1 A A A A A A A ", "A 1 ", "1 metre (", "H1 ", "Q2 said ", "1 to ",
    "1 to 2 to ", "from 1 to 2 to 3 ", "between 1 and 2 and ", "(1 to (2 to (", "$1", "$5 to $6 said (€7) ",
    "more than ", "up by more than 5% to ", "two fewer-@ ", "2,500 two x10^6 midnight ",
    "hundreds of thousands !m ", "5 metres (16 feet) tall, ", "aged 24 or ", "Smith, 36, and ",
    "Net profit rose 8% to 2.4 billion. ", "two Boeing 737 jets cost $3 ", "1 year and 2 months ago ",
    "12 May 2021 ", "Jan. 5, 2024, ", "1 Jan ", "May ", "in May ", "January ", "Jan.mid '", "Tuesday ", "Tues.",
    "Sunday's ", "last week ", "next Tuesday morning ", "the end of the last year ", "early ", "of the ",
    "Easter ", "Christmas Day ", "noon ", "10 p.m. ", "12:30 on Tuesday, ", "12:30 ",
    "6 o'clock in the morning ", "'90s ", "1990s ", "2021 ", "in 2021 ", "summer of ", "third quarter of ",
    "two days ago ", "the day before ", "12/05/2021 ", "2021-05-12 ", "\n\n", ". A",
    "On Tuesday he said so in May. ",
)  # fmt: skip


def fill(pattern: str, size: int) -> str:
    """``pattern`` again and again, up to ``size`` characters."""
    return (pattern * (size // len(pattern) + 1))[:size]


def news(size: int) -> str:
    """The texts of ``seeds/`` again and again."""
    return fill("\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))), size)


def words_in(text: str) -> float:
    """How many words a text has: at least one for every six characters."""
    return max(len(text.split()), len(text) / WORD)


def seconds(read: Callable[[str], object], text: str, rounds: int = ROUNDS) -> float:
    """What reading ``text`` takes: the best of some rounds, which was disturbed least."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        read(text)
        best = min(best, time.process_time() - start)
    return best


def read_dates(text: str) -> object:
    """Read ``text`` as the pipeline does, against a day of publication."""
    return find_dates(text, published=PUBLISHED)


READERS: Final[dict[str, Callable[[str], object]]] = {"quantities": find_quantities, "dates": read_dates}


def ratios(size: int, patterns: tuple[str, ...] = PATTERNS) -> dict[str, dict[str, float]]:
    """For both grammars, the time per word of each pattern as a ratio to that of news."""
    story = news(size)
    found: dict[str, dict[str, float]] = {}
    for name, read in READERS.items():
        usual = seconds(read, story) / words_in(story)
        texts = {pattern: fill(pattern, size) for pattern in patterns}
        found[name] = {
            pattern: seconds(read, text, ROUNDS - 1) / words_in(text) / usual for pattern, text in texts.items()
        }
    return found


def main() -> None:
    """Print the table and the JSON line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=SIZE, help="characters of each text")
    found = ratios(parser.parse_args().size)
    print(f"{'quantities':>10} {'dates':>6}  pattern")
    for pattern in PATTERNS:
        print(f"{found['quantities'][pattern]:10.2f} {found['dates'][pattern]:6.2f}  {pattern!r}")
    worst = {name: max(row, key=row.__getitem__) for name, row in found.items()}
    summary = {name: {"ratio": round(found[name][worst[name]], 2), "pattern": worst[name]} for name in found}
    print(json.dumps(summary | {"bar": BAR}, ensure_ascii=False))


if __name__ == "__main__":
    main()
