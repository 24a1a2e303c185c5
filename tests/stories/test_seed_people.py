"""In a real story that the project does not ship, every bare surname is the right person's, in every file."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

import discrepancy
from discrepancy.model import FactKind
from discrepancy.report import Report

PEOPLE = {
    "Price": {"Ned Price"},
    "Orban": {"Victor Orban", "Viktor Orban", "Viktor Orbán"},
    "Lavrov": {"Sergey Lavrov", "Sergei Lavrov"},
    "Blinken": {"Antony Blinken"},
}
"""A surname with the full names of its one bearer. Nothing else in these texts is called by one of them."""


@pytest.fixture(scope="module")
def report(shared: Path) -> Report:
    if not any((shared / "seeds").glob("*.txt")):
        pytest.skip("no story beside the checkout: ../shared/seeds holds no text")
    return discrepancy.check([shared / "seeds"])


@pytest.mark.parametrize("surname", PEOPLE)
def test_every_mention_is_the_right_persons(report: Report, surname: str) -> None:
    person = {fact_id: person.name for person in report.data.people for fact_id in person.facts}
    found: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
    for document in report.documents:
        named = [f for f in report.facts if f.kind is FactKind.PERSON and f.mention.document == document.id]
        for match in re.finditer(rf"\b{surname.replace('a', '[aá]')}\b", document.text, re.IGNORECASE):
            around = document.text[max(0, match.start() - 40) : match.end() + 40]
            here = [f for f in named if f.mention.start <= match.start() and match.end() <= f.mention.end]
            found[document.id].append((around, [person[f.id] for f in here]))
    assert sum(map(len, found.values())) >= len(report.documents)
    wrong = [(around, names) for told in found.values() for around, names in told if not _right(names, surname)]
    assert wrong == []


def _right(names: list[str], surname: str) -> bool:
    return len(names) == 1 and names[0] in PEOPLE[surname]


@pytest.mark.parametrize("surname", PEOPLE)
def test_each_is_one_person_over_all_files(report: Report, surname: str) -> None:
    assert len([p for p in report.data.people if surname in p.name.replace("á", "a").split()]) == 1
