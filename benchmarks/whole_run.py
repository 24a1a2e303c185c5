"""The whole command beside what it can not do without: ``python -m benchmarks.whole_run FOLDER [--words N]``.

The least is a process that imports spaCy, pandas and scikit-learn, loads the model and parses the same texts once; no
check over that engine can be quicker. The whole is ``discrepancy check FOLDER`` with both reports written. The two are
run in turn, each as a program of its own, and the best of three counts: it is the run that was disturbed least.
``--words`` makes every text longer, by itself again, until the folder holds that many words in all.

The last line printed is one JSON object: words, seconds of either, and their ratio, for which the project's bar is 3.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Final

from discrepancy.loaders import collect
from discrepancy.text.engine import KNOWN_MODELS

ROUNDS: Final = 3
BAR: Final = 3.0

LEAST: Final = """
import importlib.util, json, sys
import pandas, sklearn, spacy
import sklearn.feature_extraction.text
names = json.loads(sys.argv[1])
nlp = spacy.load(next(name for name in names if importlib.util.find_spec(name)))
texts = json.load(sys.stdin)
print(sum(len(doc) for doc in nlp.pipe(texts)))
"""


def seconds(command: Sequence[str], given: str = "") -> float:
    """How long a program takes, from its start to its end.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    start = time.perf_counter()
    subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", check=True)
    return time.perf_counter() - start


def measure(folder: Path, rounds: int = ROUNDS) -> dict[str, float]:
    """Words, and the best times of the least and of the whole, run in turn."""
    texts = [document.text for document in collect([folder]).documents]
    given = json.dumps(texts)
    least, whole = [], []
    with tempfile.TemporaryDirectory() as out:
        reports = ["-o", f"{out}/report.html", "-o", f"{out}/report.json"]
        check = [sys.executable, "-m", "discrepancy.cli", "check", str(folder), *reports, "--fail-on", "never"]
        for _ in range(rounds):
            least.append(seconds([sys.executable, "-c", LEAST, json.dumps(KNOWN_MODELS)], given))
            whole.append(seconds(check))
    return {
        "documents": len(texts),
        "words": sum(len(text.split()) for text in texts),
        "least_seconds": round(min(least), 2),
        "whole_seconds": round(min(whole), 2),
        "ratio": round(min(whole) / min(least), 2),
    }


def lengthen(folder: Path, target: Path, words: int) -> Path:
    """A copy of the articles of ``folder``, paragraphs added to each in turn until all hold ``words`` words."""
    documents = collect([folder]).documents
    target.mkdir(parents=True, exist_ok=True)
    texts = {document.id: document.text for document in documents}
    bodies = {document.id: document.text.split("\n\n") for document in documents}
    size = sum(len(text.split()) for text in texts.values())
    for turn in count():
        for name, paragraphs in bodies.items():
            if size >= words:
                break
            paragraph = paragraphs[turn % len(paragraphs)]
            texts[name] += f"\n\n{paragraph}"
            size += len(paragraph.split())
        if size >= words:
            break
    for name, text in texts.items():
        (target / f"{name}.txt").write_text(text, encoding="utf-8")
    return target


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=int, default=0, help="make the texts longer until they hold so many words")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    arguments = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="whole-run-"))
    try:
        folder = lengthen(arguments.folder, scratch, arguments.words) if arguments.words else arguments.folder
        figures = measure(folder, arguments.rounds)
    finally:
        shutil.rmtree(scratch)
    print(f"{figures['documents']} documents, {figures['words']} words")
    print(f"least (imports, model, one parse)   {figures['least_seconds']:6.2f} s")
    print(f"discrepancy check, both reports     {figures['whole_seconds']:6.2f} s")
    print(f"ratio {figures['ratio']:.2f}; the bar is {BAR}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
