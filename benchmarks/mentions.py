"""Persons, roles and speakers in marked articles: ``python -m benchmarks.mentions FOLDER [--half building|report]``.

Reads every ``.xml`` file under FOLDER: ``<p ref>`` is a mention of a person by name, ``<r ref>`` of that person's role,
``<q by>`` a quotation and its speaker (``tests/data/mentions/README.md`` has the form). Each article is checked alone.

- persons: a mention is right where the program has a mention there and gives it to the person to whom it gives most of
  that person's other mentions (one to one); a mention of the program's that overlaps none of the gold is spurious.
- roles: a role is right where the program has a title that overlaps it and belongs to the right person; honorifics
  (Mr, Dr) count for nothing.
- speakers: a quotation is right where the program gives its words to the right person, or to nobody where the gold
  names no person.

Prints a line for each file that has a miss with ``--misses``, then figures; the last line is one JSON object with
recall and precision in 0..1 for each of the three.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import discrepancy
from discrepancy.lexicon import table
from discrepancy.model import Block, BlockRole, Document, Fact, FactKind, Span
from discrepancy.stories.people import settle_people

HALVES: Final = ("building", "report")
KINDS: Final = ("persons", "roles", "speakers")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that the gold marks, and whose it is."""

    start: int
    end: int
    person: str

    def meets(self, span: Span) -> bool:
        """Whether the two share a character."""
        return self.start < span.end and span.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its gold: what is marked as person (p), role (r) and quotation (q)."""

    document: Document
    marks: Mapping[str, Sequence[Mark]]


@dataclass(slots=True)
class Tally:
    """How many were asked for, given and right; and what was wrong, in words."""

    gold: int = 0
    given: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Recall and precision in 0..1, and how many were asked for."""
        return {
            "recall": round(self.right / max(self.gold, 1), 3),
            "precision": round(self.right / max(self.given, 1), 3),
            "gold": self.gold,
        }


# --- Reading the gold ---


def read(path: Path) -> Article:
    """The article in ``path``: its headline is the first block, each paragraph one more."""
    root = ET.parse(path).getroot()  # noqa: S314 - the user's own gold, a local file
    marks: dict[str, list[Mark]] = {"p": [], "r": [], "q": []}
    pieces: list[str] = []
    spans: list[tuple[int, int, BlockRole]] = []
    for tag, role in (("headline", BlockRole.HEADLINE), ("text", BlockRole.BODY)):
        element = root.find(tag)
        if element is None:
            raise ValueError(f"{path}: has no <{tag}>")
        start = sum(map(len, pieces))
        _walk(element, pieces, marks)
        pieces.append("\n\n")
        spans += [(a, b, role) for a, b in _paragraphs("".join(pieces), start)]
    document = Document(
        id=path.stem,
        path=str(path),
        source=root.get("source", ""),
        title="".join(root.findtext("headline") or ""),
        text="".join(pieces),
        blocks=tuple(Block(start=a, end=b, role=role) for a, b, role in spans),
        published=dt.date.fromisoformat(root.get("published", "")),
    )
    return Article(document, marks)


def _walk(element: ET.Element, pieces: list[str], marks: dict[str, list[Mark]]) -> None:
    pieces.append(element.text or "")
    for child in element:
        start = sum(map(len, pieces))
        _walk(child, pieces, marks)
        end = sum(map(len, pieces))
        if child.tag in marks:
            marks[child.tag].append(Mark(start, end, child.get("by" if child.tag == "q" else "ref", "")))
        pieces.append(child.tail or "")


def _paragraphs(text: str, start: int) -> Iterator[tuple[int, int]]:
    at = start
    for paragraph in text[start:].split("\n\n"):
        lead = len(paragraph) - len(paragraph.lstrip())
        if paragraph.strip():
            yield at + lead, at + len(paragraph.rstrip())
        at += len(paragraph) + 2


# --- Scoring ---


def score(article: Article, tallies: Mapping[str, Tally]) -> None:
    """Adds what is right and wrong in ``article`` to the tallies."""
    facts, people = settle_people(discrepancy.extract(article.document), [article.document])
    owner = {fact_id: person.id for person in people for fact_id in person.facts}
    names = [fact for fact in facts if fact.kind is FactKind.PERSON]
    same = _matched(article.marks["p"], names, owner)
    _score_persons(article, names, owner, same, tallies["persons"])
    _score_roles(article, names, owner, same, tallies["roles"])
    quotes = [fact for fact in facts if fact.kind is FactKind.QUOTATION]
    _score_speakers(article, quotes, same, tallies["speakers"])


def _matched(marks: Sequence[Mark], names: Sequence[Fact], owner: Mapping[str, str]) -> dict[str, str]:
    """The person of the gold for each of the program's, one to one, most shared mentions first."""
    shared = Counter(
        (owner.get(fact.id, ""), mark.person) for mark in marks for fact in names if mark.meets(_span(fact))
    )
    found: dict[str, str] = {}
    for (given, gold), _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        if given and given not in found and gold not in found.values():
            found[given] = gold
    return found


def _score_persons(
    article: Article, names: Sequence[Fact], owner: Mapping[str, str], same: Mapping[str, str], tally: Tally
) -> None:
    tally.gold += len(article.marks["p"])
    tally.given += len(names)
    for mark in article.marks["p"]:
        at = [fact for fact in names if mark.meets(_span(fact))]
        if any(same.get(owner.get(fact.id, "")) == mark.person for fact in at):
            tally.right += 1
        else:
            _miss(tally, article, mark, f"given to {[owner.get(f.id) for f in at]}" if at else "no mention")
    for fact in names:
        if not any(mark.meets(_span(fact)) for mark in article.marks["p"]):
            _miss(tally, article, Mark(fact.mention.start, fact.mention.end, ""), "spurious")


def _score_roles(
    article: Article, names: Sequence[Fact], owner: Mapping[str, str], same: Mapping[str, str], tally: Tally
) -> None:
    titles = {
        (span.start, span.end, same.get(owner.get(fact.id, ""), "")): span
        for fact in names
        for span in (fact.name.title_span, *fact.name.further_titles)
        if span and fact.name.title and not _is_honorific(article.document.text[span.start : span.end])
    }
    tally.gold += len(article.marks["r"])
    tally.given += len(titles)
    for mark in article.marks["r"]:
        if any(mark.meets(span) and person == mark.person for (_, _, person), span in titles.items()):
            tally.right += 1
        else:
            _miss(tally, article, mark, "no title of that person's")
    for (start, end, person), span in titles.items():
        if not any(mark.meets(span) and person == mark.person for mark in article.marks["r"]):
            _miss(tally, article, Mark(start, end, person), "spurious")


def _is_honorific(title: str) -> bool:
    courtesy = table("titles")["classes"]["courtesy"]
    return all(word.strip(".").casefold() in courtesy for word in title.split())


def _score_speakers(article: Article, quotes: Sequence[Fact], same: Mapping[str, str], tally: Tally) -> None:
    tally.gold += len(article.marks["q"])
    for mark in article.marks["q"]:
        at = [fact for fact in quotes if mark.meets(_span(fact))]
        given = {same.get(fact.quotation.speaker, fact.quotation.speaker) for fact in at}
        people = given & (set(same.values()) | {""})
        tally.given += bool(at)
        if (mark.person in given) if mark.person else not (people - {""}):
            tally.right += 1
        else:
            _miss(tally, article, mark, f"by {sorted(given)}, not {mark.person or 'nobody named'}")


def _span(fact: Fact) -> Span:
    return Span(fact.mention.start, fact.mention.end)


def _miss(tally: Tally, article: Article, mark: Mark, why: str) -> None:
    words_there = " ".join(article.document.text[mark.start : mark.end].split())
    tally.misses.append(f"{article.document.id}: {words_there[:70]!r} ({mark.person}): {why}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the articles of a folder; 2 where there is none."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=HALVES, help="only the articles that halves.json puts there")
    parser.add_argument("--misses", action="store_true", help="show what is missed (of the building half only)")
    given = parser.parse_args(arguments)
    halves = json.loads((given.folder / "halves.json").read_text(encoding="utf-8")) if given.half else {}
    paths = sorted(path for path in given.folder.rglob("*.xml") if not given.half or path.stem in halves[given.half])
    if not paths:
        print(f"{given.folder}: no .xml files to score", file=sys.stderr)
        return 2
    if given.misses and given.half != "building":
        print("--misses goes with --half building: the other half is never looked at", file=sys.stderr)
        return 2
    tallies = {kind: Tally() for kind in KINDS}
    for path in paths:
        score(read(path), tallies)
    for kind, tally in tallies.items():
        for miss in tally.misses if given.misses else ():
            print(f"{kind:9} {miss}")
    print(json.dumps({kind: tally.figures() for kind, tally in tallies.items()}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
