"""How much of saved web pages is read, and how much of their furniture: ``python -m benchmarks.page_extraction [SET]``.

SET is ``building`` (the default), ``report`` or ``all``. The pages of ``tests/webpages`` were written for this project
in the styles of real sites; each has its gold beside it, and ``halves.json`` says which were seen while building.

Texts are compared as bags of words (runs of word characters, casefolded), never by their order:

- body: the words of the blocks that are body or subhead against those of the gold body. Words of the gold summary, and
  those that may stand in either place (datelines, the times of a live page's posts), count neither for nor against;
- text: the words of all blocks that are compared against the gold body, summary, captions and corrections;
- furniture: of all the words let in, the share that belongs to nothing of the article.

``fields`` names those of title, source, authors, published, updated and partial that are wrong. A page that can not be
loaded counts as empty. The peer is plain ``trafilatura.extract``, whose text is taken for body; fields are not asked
of it. The last line is one JSON object with the means.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any, Final

import trafilatura

import discrepancy
from discrepancy.documents import BlockRole, Document
from discrepancy.errors import DiscrepancyError

PAGES: Final = Path(__file__).resolve().parent.parent / "tests" / "webpages"
BODY: Final = frozenset({BlockRole.BODY, BlockRole.SUBHEAD})
COMPARED: Final = BODY | {BlockRole.SUMMARY, BlockRole.CAPTION, BlockRole.CORRECTION}
FIELDS: Final = ("title", "source", "authors", "published", "updated", "partial")
OURS: Final = "discrepancy"
PEER: Final = "trafilatura"

Bag = Counter[str]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a page: the words taken for body, all words that are compared, the fields that are wrong."""

    body: Bag
    text: Bag
    wrong: tuple[str, ...] = ()
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall of a bag of words, in 0..1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """One page, measured; ``furniture`` is a share in 0..1 of the words let in."""

    name: str
    body: Agreement
    text: Agreement
    furniture: float
    wrong: tuple[str, ...]
    raised: bool


def names(which: str = "all") -> list[str]:
    """The pages of one half, or of both."""
    halves: dict[str, list[str]] = json.loads((PAGES / "halves.json").read_text(encoding="utf-8"))
    return sorted(name for half, inside in halves.items() if which in {half, "all"} for name in inside)


def gold_of(name: str) -> dict[str, Any]:
    """What a page's reader would say stands in it."""
    gold: dict[str, Any] = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    return gold


def bag(texts: Iterable[str]) -> Bag:
    """The words of some texts, each as often as it stands there."""
    return Counter(word for text in texts for word in re.findall(r"\w+", text.casefold()))


def ours(name: str) -> Read:
    """What ``discrepancy.load`` reads."""
    try:
        documents = discrepancy.load(PAGES / f"{name}.html")
    except DiscrepancyError:
        return Read(bag(()), bag(()), FIELDS, raised=True)
    wrong = FIELDS if len(documents) != 1 else wrong_fields(documents[0], gold_of(name))
    return Read(bag(_blocks(documents, BODY)), bag(_blocks(documents, COMPARED)), wrong)


def peers(name: str) -> Read:
    """What plain trafilatura reads."""
    text = trafilatura.extract((PAGES / f"{name}.html").read_bytes(), include_comments=False) or ""
    return Read(bag([text]), bag([text]))


READERS: Final[dict[str, Callable[[str], Read]]] = {OURS: ours, PEER: peers}


def _blocks(documents: Sequence[Document], roles: frozenset[BlockRole]) -> list[str]:
    return [document.text[b.start : b.end] for document in documents for b in document.blocks if b.role in roles]


def wrong_fields(document: Document, gold: dict[str, Any]) -> tuple[str, ...]:
    """The names of those fields that a document has otherwise than its gold."""
    right = {
        "title": _plain(document.title) == _plain(gold["title"]),
        "source": _plain(document.source) == _plain(gold["source"]),
        "authors": [_plain(author) for author in document.authors] == [_plain(author) for author in gold["authors"]],
        "published": _same_time(document.published, gold["published"]),
        # A page that gives one time for both says nothing else than that it was not changed.
        "updated": _same_time(document.updated, gold["updated"])
        or (gold["updated"] is None and document.updated == document.published),
        "partial": document.partial == gold["partial"],
    }
    return tuple(field for field in FIELDS if not right[field])


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _same_time(found: dt.date | None, told: str | None) -> bool:
    """Whether they are one moment, or one day where the page tells no more than that."""
    if found is None or told is None:
        return found is None and told is None
    if "T" not in told:
        day = found.date() if isinstance(found, dt.datetime) else found
        return day == dt.date.fromisoformat(told)
    moment = dt.datetime.fromisoformat(told)
    # Of a time with a zone and one without, Python says that they differ.
    return isinstance(found, dt.datetime) and found == moment


def measure(name: str, read: Read) -> Score:
    """What was read of a page, beside its gold."""
    gold = gold_of(name)
    article = bag([*gold["body"], *gold["summary"], *gold["captions"], *gold["corrections"]])
    free = bag([*gold["either"], *gold["credits"]])
    foreign = read.text - article - free - bag([gold["title"]])
    return Score(
        name,
        agreement(read.body, bag(gold["body"]), bag([*gold["summary"], *gold["either"]])),
        agreement(read.text, article, free),
        foreign.total() / max(read.text.total(), 1),
        read.wrong,
        read.raised,
    )


def agreement(found: Bag, gold: Bag, free: Bag) -> Agreement:
    """How two bags agree; what is found of ``free`` beyond ``gold`` does not count."""
    same = (found & gold).total()
    counted = found.total() - ((found - gold) & free).total()
    return Agreement(same / max(counted, 1), same / max(gold.total(), 1))


def means(scores: Sequence[Score]) -> dict[str, float]:
    """The means over pages, and the share of pages on which each field is right."""
    told = {
        "body_precision": mean(s.body.precision for s in scores),
        "body_recall": mean(s.body.recall for s in scores),
        "body_f1": mean(s.body.f1 for s in scores),
        "text_f1": mean(s.text.f1 for s in scores),
        "furniture": mean(s.furniture for s in scores),
    }
    fields = {field: mean(field not in s.wrong for s in scores) for field in FIELDS}
    return {name: round(share, 4) for name, share in (told | fields).items()}


def _line(reader: str, score: Score) -> str:
    wrong = "raised" if score.raised else ", ".join(score.wrong)
    return (
        f"{score.name:28} {reader:12} body precision {score.body.precision:.3f}  recall {score.body.recall:.3f}  "
        f"f1 {score.body.f1:.3f}  text f1 {score.text.f1:.3f}  furniture {score.furniture:.3f}"
        + (f"  wrong: {wrong}" if wrong else "")
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", nargs="?", default="building", choices=["building", "report", "all"])
    which = parser.parse_args(arguments).which
    result = {}
    for reader, read in READERS.items():
        scores = [measure(name, read(name)) for name in names(which)]
        print(*(_line(reader, score) for score in scores), sep="\n")
        result[reader] = means(scores)
        worst = min(scores, key=lambda score: score.body.f1)
        print(f"worst of {len(scores)} pages, {reader}: {worst.name}, body f1 {worst.body.f1:.3f}\n")
    for field in FIELDS:
        del result[PEER][field]
    for reader, figures in result.items():
        print(f"{which.upper():10} {reader:12} " + "  ".join(f"{name} {value:.3f}" for name, value in figures.items()))
    print(json.dumps({which: result}))


if __name__ == "__main__":
    main()
