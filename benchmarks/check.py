"""The whole check beside spaCy alone and quantulum3 alone: ``python -m benchmarks.check FOLDER [--rounds N]``.

The whole check reads the files, finds what it finds, and writes an HTML page and a JSON report. Beside it spaCy's small
pipeline as it comes (``nlp.pipe``) reads the same texts and throws its answer away, and so does quantulum3, with its
classifier and without, a paragraph at a time: whole articles take it up to five times longer. A folder whose articles
lie in subfolders is checked story by story, a subfolder each. All take turns in one run; each has loaded what it needs
and warmed up on one short story before any clock starts, and a cold round begins in that state, with nothing kept from
the one before. Each has one thread. A round with the cache warm on disk is a process of its own, after another that
filled the folder: it remembers nothing, and takes the digests of program and model within the clock. Words are runs
without white space in the raw texts, the same for all. What is compared is the time of the processor; the wall's is
told too. Medians.

The last line printed is one JSON object. ``ratio_to_spacy`` is our words per second over spaCy's: the bar is 1.5, the
aim 3, and with a warm cache 10. The bar beside quantulum3, on generated stories, is 1.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any, Final

from benchmarks.interleaved import medians, take_turns
from benchmarks.peers import PeerMissing, peer_python
from benchmarks.warm_up import WARM_UP

__all__ = ["lengthen", "measure", "stories_of"]

ROUNDS: Final = 5
HERE: Final = Path(__file__).parent
OURS, WARM, DISK, SPACY = "discrepancy", "discrepancy, warm in memory", "discrepancy, warm on disk", "spaCy alone"
PEERS: Final = {
    "quantulum3": ["quantulum3==0.10.0", "setuptools<81"],
    "quantulum3 with classifier": ["quantulum3[classifier]==0.10.0", "scikit-learn==1.8.0", "setuptools<81"],
}
"""What each is installed from; the classifier that ships with it was made by that version of scikit-learn."""
KEYS: Final = {
    SPACY: "ratio_to_spacy", "quantulum3": "ratio_to_quantulum3",
    "quantulum3 with classifier": "ratio_to_quantulum3_with_classifier",
}  # fmt: skip
Contender = tuple[Sequence[str | Path], object, str]


def stories_of(folder: Path) -> list[list[Path]]:
    """The files of each story: those of each subfolder that holds any, or the folder's own."""
    inner = sorted(each for each in folder.rglob("*") if each.is_dir())
    found = [sorted(each.glob("*.txt")) for each in [folder, *inner]]
    return [files for files in found if files]


def contenders(stories: Sequence[Sequence[Path]], texts: Sequence[str], scratch: Path) -> dict[str, Contender]:
    """Who takes part: the command, what it is given, and what it is asked each time."""
    paths = [[str(path) for path in files] for files in stories]
    ours = {
        "what": "check", "stories": paths, "out": str(scratch), "cache": str(scratch / "cache"), "warm_up": WARM_UP,
    }  # fmt: skip
    timed = [sys.executable, "-m", "benchmarks.timed"]
    found: dict[str, Contender] = {
        OURS: (timed, ours, "cold"),
        SPACY: (timed, {"what": "engine", "texts": texts, "warm_up": WARM_UP}, "cold"),
    }
    for name, requirements in PEERS.items():
        try:
            python = peer_python(name.replace(" with ", "-"), requirements)
        except PeerMissing as missing:
            print(f"{name} is left out: {missing}")
            continue
        given = {"texts": texts, "classifier": "classifier" in name, "warm_up": WARM_UP}
        found[name] = ([python, HERE / "timed_quantulum3.py"], given, "cold")
    found[WARM] = (timed, ours, "memory")
    found[DISK] = (timed, ours, "disk")
    return found


def measure(folder: Path, rounds: int = ROUNDS) -> dict[str, Any]:
    """The medians of all, and what they are beside each other.

    Raises:
        ValueError: there is no plain text in the folder.
    """
    stories = stories_of(folder)
    texts = [path.read_text(encoding="utf-8", errors="replace") for files in stories for path in files]
    words = sum(len(text.split()) for text in texts)
    if not words:
        raise ValueError(f"{folder}: there are no .txt files")
    with tempfile.TemporaryDirectory(prefix="check-") as scratch:
        taking_part = contenders(stories, texts, Path(scratch))
        said = take_turns(taking_part, rounds)
    found = {name: medians(each) for name, each in said.items()}
    return {"documents": len(texts), "stories": len(stories), "words": words, "rounds": rounds, "of": found} | ratios(
        found
    )


def lengthen(folder: Path, target: Path, words: int) -> Path:
    """A copy of the articles of ``folder``, paragraphs of their own added to each in turn until all hold ``words``."""
    texts = {path.name: path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("*.txt"))}
    paragraphs = {name: text.strip().split("\n\n") for name, text in texts.items()}
    size = sum(len(text.split()) for text in texts.values())
    target.mkdir(parents=True, exist_ok=True)
    for name, turn in ((name, turn) for turn in count() for name in texts):
        if size >= words:
            break
        paragraph = paragraphs[name][turn % len(paragraphs[name])]
        texts[name] = f"{texts[name].rstrip()}\n\n{paragraph}\n"
        size += len(paragraph.split())
    for name, text in texts.items():
        (target / name).write_text(text, encoding="utf-8")
    return target


def ratios(found: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Our words per second over those of each that took part; over spaCy's with a warm cache too."""
    ours = found[OURS]["process_seconds"]
    told = {key: found[name]["process_seconds"] / ours for name, key in KEYS.items() if name in found}
    spacy = found[SPACY]["process_seconds"]
    for name, key in ((WARM, "ratio_to_spacy_warm"), (DISK, "ratio_to_spacy_warm_disk")):
        if name in found:
            told[key] = spacy / found[name]["process_seconds"]
    told["ratio_to_spacy_wall"] = found[SPACY]["wall_seconds"] / found[OURS]["wall_seconds"]
    return {key: round(value, 3) for key, value in told.items()}


def flat(figures: Mapping[str, Any]) -> dict[str, Any]:
    """What the last line tells: words per second, seconds and memory by a name each, and the ratios."""
    told: dict[str, Any] = {key: value for key, value in figures.items() if key != "of"}
    for name, each in figures["of"].items():
        key = name.replace(", ", "_").replace(" ", "_").lower()
        told[f"{key}_words_per_second"] = round(figures["words"] / each["process_seconds"])
        for figure, value in each.items():
            told[f"{key}_{figure}"] = round(value, 4)
    told["words_per_second"] = told[f"{OURS}_words_per_second"]
    told["peak_mb"] = round(figures["of"][OURS]["peak_mb"])
    return told


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--words", type=int, default=0, help="make the articles longer until they hold so many words")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="longer-") as scratch:
        folder = lengthen(given.folder, Path(scratch), given.words) if given.words else given.folder
        figures = measure(folder, given.rounds)
    words, ours = figures["words"], figures["of"][OURS]["process_seconds"]
    print(f"{figures['documents']} documents, {figures['stories']} stories, {words:,} words; medians of {given.rounds}")
    print(f"{'':<32}{'words/s':>10}{'CPU s':>9}{'wall s':>9}{'MB':>7}   ours over it")
    for name, each in figures["of"].items():
        spent = each["process_seconds"]
        row = f"{words / spent:>10,.0f}{spent:>9.3f}{each['wall_seconds']:>9.3f}{each['peak_mb']:>7.0f}"
        print(f"{name:<32}{row}{spent / ours:>15.2f}")
    print(json.dumps(flat(figures)))


if __name__ == "__main__":
    main()
