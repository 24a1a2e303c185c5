"""``python -m benchmarks.corpus N FOLDER``: write a corpus of N articles with its gold."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.corpus.families import FAMILIES
from benchmarks.corpus.stories import DOCUMENTS_PER_DAY, Request
from benchmarks.corpus.writing import FORMATS, LAYOUTS, write_corpus


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=int, metavar="N")
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="a new folder: articles/ and gold.jsonl are put there"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=int, default=350, help="words an article, about")
    parser.add_argument("--format", choices=sorted(FORMATS), default="txt")
    parser.add_argument(
        "--layout", choices=LAYOUTS, default="days", help="folders of txt: one a day, one a story, none"
    )
    parser.add_argument(
        "--family", choices=FAMILIES, default="tuning", help='"report" is kept apart: for figures alone'
    )
    parser.add_argument("--per-day", type=int, default=DOCUMENTS_PER_DAY)
    given = parser.parse_args()
    request = Request(given.documents, given.seed, given.words, given.family, given.per_day)
    try:
        count = write_corpus(request, given.folder, given.format, given.layout)
    except FileExistsError:
        sys.exit(f"{given.folder}: there is a corpus in it; name a new folder")
    print(f"{count} articles in {given.folder / 'articles'}, gold in {given.folder / 'gold.jsonl'}")


if __name__ == "__main__":
    main()
