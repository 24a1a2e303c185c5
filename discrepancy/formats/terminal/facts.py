"""The facts of documents as a table in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from discrepancy.formats.shortened import short
from discrepancy.formats.terminal.safe_text import safe_text
from discrepancy.model import Fact, Name, Quantity, Quotation, ReportData
from discrepancy.text.characters import squeeze

_LONGEST = 300
"""Characters of a cell that are shown: pasted rubbish may be a name of any length."""


def print_facts(data: ReportData, console: Console) -> None:
    """Print every fact: where it stands, kind, words, what or who (with title) it is about, when, by whose account."""
    names = {person.id: person.name for person in data.people}
    table = Table("document", "at", "kind", "words", "about", "time", "by", show_lines=False, expand=False)
    for fact in data.facts:
        cells = _cells(fact, names)
        table.add_row(*(safe_text(short(cell, _LONGEST), console) for cell in cells))
    console.print(table)
    console.print(Text(f"{len(data.facts)} facts in {len(data.documents)} documents"))


def _cells(fact: Fact, names: dict[str, str]) -> tuple[str, ...]:
    value = fact.value
    words, about, by = fact.mention.text, fact.subject.text, ""
    if isinstance(value, Quantity):
        words = f"{value.hedge_text} {value.text}".strip()
        about = " ".join(part for part in (fact.subject.owner, about, fact.subject.verb) if part)
    elif isinstance(value, Name):
        about = names.get(fact.subject.head, fact.subject.head)
        about = f"{about}, {squeeze(value.title)}" if value.title else about
    elif isinstance(value, Quotation):
        about, by = "", names.get(value.speaker, value.speaker)
    if fact.attribution is not None:
        by = names.get(fact.attribution.speaker, fact.attribution.speaker)
    return fact.mention.document, str(fact.mention.start), fact.kind.value, words, about, fact.time.value, by
