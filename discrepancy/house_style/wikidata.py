"""A house style file made from a local Wikidata dump: people, their labels and aliases.

The dump is read line by line, one entity a line, as https://www.wikidata.org/wiki/Wikidata:Database_download gives it
(``.json``, ``.json.gz``, ``.json.bz2``). What is kept is bounded by what a house style file may hold.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from discrepancy.errors import InputError, OutputError, TooLarge
from discrepancy.house_style.dump_lines import dump_lines
from discrepancy.house_style.intake import MOST_BYTES
from discrepancy.house_style.read import COLUMNS, SEPARATOR
from discrepancy.model import StyleEntry, Verdict
from discrepancy.names.characters import LIMIT, written
from discrepancy.names.compare import compare_names

__all__ = ["Imported", "import_aliases"]

_HUMAN: Final = "Q5"
_INSTANCE_OF: Final = "P31"
_ANY_LANGUAGE: Final = "mul"
"""Wikidata's code for a label that holds in every language written in its script."""
_ROW_BYTES: Final = 16
"""Commas, separators and the line feed of a row, counted in with its forms."""


@dataclass(frozen=True, slots=True)
class Imported:
    """How many entities were read, and how many people written."""

    entities: int
    people: int


def import_aliases(dump: Path, output: Path, *, languages: Sequence[str] = ("en",), min_sitelinks: int = 0) -> Imported:
    """Write the people of a dump as a house style file.

    The label in the first of the languages that has one is the preferred form. An alias that spells a part of the
    same name otherwise is to be avoided; other names of the person, and forms that two people share, are accepted.

    Args:
        dump: JSON lines, as they are or compressed.
        output: the CSV file to write; one that is there is replaced once all went well.
        languages: whose labels and aliases are taken, in order of preference.
        min_sitelinks: leave out people with fewer articles on Wikimedia sites: a measure of how known they are.

    Raises:
        InputError: the dump can not be read, holds no people, or more than a house style file may.
        OutputError: the file can not be written.
    """
    entities, size = 0, 0
    found: list[StyleEntry] = []
    for where, entity in _entities(dump):
        entities += 1
        if not _is_human(entity) or len(entity.get("sitelinks") or ()) < min_sitelinks:
            continue
        entry = _entry(entity, (*languages, _ANY_LANGUAGE))
        if entry is None:
            continue
        found.append(entry)
        size += _ROW_BYTES + sum(len(form.encode()) + 1 for form in (*_forms(entry), entry.source))
        if size > MOST_BYTES:
            raise TooLarge(
                f"holds more people than a house style file may: {len(found):,} so far.",
                where=where,
                remedy="Take the known ones alone with --min-sitelinks 20, or cut the dump to those that you need.",
            )
    if not found:
        raise InputError(
            f"holds no people with a label in {', '.join(languages)}, among {entities:,} entities.",
            where=str(dump),
            remedy="Give a Wikidata entity dump (JSON, one entity a line), or another --language.",
        )
    _write(output, _in_one_voice(found))
    return Imported(entities, len(found))


def _entities(dump: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entities of a dump, each with where it stands."""
    for number, line in dump_lines(dump):
        where = f"{dump}, line {number}"
        try:
            entity = json.loads(line)
        except (ValueError, RecursionError) as problem:
            raise InputError(
                "is no JSON entity.", where=where, remedy="Fetch the dump again, or take the broken line out."
            ) from problem
        if not isinstance(entity, dict):
            raise InputError("is no entity.", where=where, remedy="Give a dump with one entity a line.")
        yield where, entity


def _is_human(entity: dict[str, Any]) -> bool:
    """Whether an entity is an instance of human by a statement that is not deprecated."""
    claims = _dict(entity.get("claims")).get(_INSTANCE_OF)
    for claim in claims if isinstance(claims, list) else ():
        value = _dict(_dict(_dict(_dict(claim).get("mainsnak")).get("datavalue")).get("value"))
        if value.get("id") == _HUMAN and _dict(claim).get("rank") != "deprecated":
            return True
    return False


def _dict(value: object) -> dict[str, Any]:
    """A value that should be an object; an empty one where a dump has something else (``[]`` for none)."""
    return value if isinstance(value, dict) else {}


def _entry(entity: dict[str, Any], languages: Sequence[str]) -> StyleEntry | None:
    """The label and aliases of a person; None without a label that can be used."""
    labels, aliases = _dict(entity.get("labels")), _dict(entity.get("aliases"))
    names = [form for tag in languages if (form := _usable(labels.get(tag)))]
    if not names:
        return None
    others = [alias for tag in languages for alias in aliases.get(tag) or ()]
    forms = dict.fromkeys([*names[1:], *(form for alias in others if (form := _usable(alias)))])
    forms.pop(names[0], None)
    single = " " not in names[0]
    kept = [form for form in forms if single or " " in form]  # a surname alone is another's too
    avoid = tuple(form for form in kept if _spelled_apart(names[0], form))
    accepted = tuple(form for form in kept if form not in avoid)
    source = f"Wikidata {entity.get('id', '')}".strip()
    return StyleEntry(preferred=names[0], accepted=accepted, avoid=avoid, source=source)


def _usable(term: object) -> str:
    """The text of a label or alias; empty where it can not stand in a cell, or a spreadsheet would run it."""
    form = written(str(_dict(term).get("value", ""))[: LIMIT + 1])
    return form if form[:1].isalpha() and SEPARATOR not in form and len(form) < LIMIT else ""


def _spelled_apart(preferred: str, form: str) -> bool:
    match = compare_names(preferred, form)
    return match.verdict is Verdict.SAME and match.spelling_differs


def _forms(entry: StyleEntry) -> tuple[str, ...]:
    return (entry.preferred, *entry.accepted, *entry.avoid)


def _in_one_voice(entries: Sequence[StyleEntry]) -> Iterator[StyleEntry]:
    """The entries; a form to be avoided that is another person's name, or has two to give way to, is accepted."""
    used = {form for entry in entries for form in (entry.preferred, *entry.accepted)}
    instead: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for form in entry.avoid:
            instead[form].add(entry.preferred)
    for entry in entries:
        avoid = tuple(form for form in entry.avoid if form not in used and len(instead[form]) == 1)
        moved = tuple(form for form in entry.avoid if form not in avoid)
        yield replace(entry, accepted=(*entry.accepted, *moved), avoid=avoid)


def _write(output: Path, entries: Iterator[StyleEntry]) -> None:
    """Writes beside the file and then in its place, so that a full disk leaves no half of one."""
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(COLUMNS)
            for entry in entries:
                lists = (SEPARATOR.join(entry.accepted), SEPARATOR.join(entry.avoid))
                rows.writerow((entry.preferred, *lists, entry.note, entry.source))
        part.replace(output)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise OutputError(
            f"The file can not be written ({problem.strerror}).",
            where=str(output),
            remedy="Give another with -o, in a folder that is there.",
        ) from problem
