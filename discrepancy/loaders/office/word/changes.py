"""The tracked changes of a Word file: which there are, and what each reading shows of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from lxml import etree

from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.office.elements import value
from discrepancy.loaders.office.versions import Changes
from discrepancy.settings import Revisions

__all__ = ["changes_in", "is_shown", "mark_is_shown"]

# Source: ECMA-376 part 1, 17.13.5 "Revisions".
_HIDDEN = {
    Revisions.ACCEPTED: frozenset({"del", "movefrom", "celldel"}),
    Revisions.ORIGINAL: frozenset({"ins", "moveto", "cellins"}),
}
_COUNTED = {"ins": "insertions", "del": "deletions", "moveto": "moves"}
_OF_FORM = frozenset({"numpr", "ppr", "ctrlpr"})
_OF_A_MARK = frozenset({"rpr", "trpr"})


def is_shown(name: str, reading: Revisions) -> bool:
    """Whether what an element of this name holds is shown in a reading."""
    return name not in _HIDDEN[reading]


def mark_is_shown(properties: etree._Element | None, reading: Revisions) -> bool:
    """Whether a paragraph's mark, a row or a cell is there in a reading, as its own properties say."""
    if properties is None:
        return True
    return all(is_shown(local_name(each), reading) for each in properties)


def changes_in(roots: Iterable[etree._Element]) -> Changes:
    """Count the changes of these parts: what was typed in one go over several runs and its paragraph's mark is one."""
    changes = Changes()
    for root in roots:
        marks: set[tuple[str, etree._Element]] = set()
        wrapped: set[tuple[str, etree._Element]] = set()
        for element in root.iter():
            name = local_name(element)
            parent = element.getparent() if name in _COUNTED else None
            if parent is None or local_name(parent) in _OF_FORM:
                continue
            changes.seen(value(element, "date"))
            if local_name(parent) in _OF_A_MARK:
                marks |= {(name, holder) for holder in _holders(parent)}
                continue
            before = element.getprevious()
            if before is None or local_name(before) != name:
                _count(changes, name)
            wrapped |= {(name, holder) for holder in _holders(element)}
        # The mark of a paragraph, or a row: a change by itself where nothing in it is one.
        for name, _ in marks - wrapped:
            _count(changes, name)
    return changes


def _holders(element: etree._Element) -> list[etree._Element]:
    """The paragraph that an element is in; the row, where it is in none."""
    return list(islice((each for each in element.iterancestors() if local_name(each) in ("p", "tr")), 1))


def _count(changes: Changes, name: str) -> None:
    kind = _COUNTED[name]
    setattr(changes, kind, getattr(changes, kind) + 1)
