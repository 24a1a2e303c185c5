"""What was read of a Rich Text file: its text, notes, comments and properties."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from discrepancy.loaders.articles import Part, part
from discrepancy.loaders.articles.headlines import with_headline
from discrepancy.loaders.articles.raised import raised
from discrepancy.loaders.office.rtf.flow import Flow
from discrepancy.loaders.office.rtf.groups import Group, Place
from discrepancy.loaders.office.styles import role_of_style
from discrepancy.loaders.office.versions import Changes
from discrepancy.model import BlockRole, Landmark
from discrepancy.settings import Revisions

__all__ = ["Sheet"]

_FLOWS = frozenset({Place.NOTE, Place.COMMENT, Place.BOX})
_PROPERTIES = frozenset({Place.COMMENTER, Place.TITLE, Place.AUTHOR, Place.KEYWORDS})


@dataclass(slots=True)
class Sheet:
    """What was read so far, in one reading of the tracked changes."""

    reading: Revisions
    changes: Changes = field(default_factory=Changes)
    told: dict[Place, str] = field(default_factory=dict)
    _flows: list[Flow] = field(default_factory=lambda: [Flow()])
    _styles: dict[int, str] = field(default_factory=dict)
    _notes: list[tuple[str, list[Part]]] = field(default_factory=list)
    _comments: list[Part] = field(default_factory=list)
    _changing: tuple[bool, bool] = (False, False)

    def add(self, text: str, group: Group) -> None:
        """Put text where its group says."""
        place = group.place
        if place is Place.TEXT or place in _FLOWS:
            if self._is_seen(group) and not group.struck:
                self._flows[-1].run.append(raised(text) if group.raised else text)
        elif place in _PROPERTIES:
            self.told[place] = self.told.get(place, "") + text
        elif place is Place.STYLES:
            self._styles[group.style] = self._styles.get(group.style, "") + text

    def end(self, word: str, group: Group) -> None:
        """A paragraph, cell or row ends; a paragraph whose end is not there in this reading goes on with the next."""
        if group.place is not Place.TEXT and group.place not in _FLOWS:
            return
        flow, seen = self._flows[-1], self._is_seen(group)
        if word == "cell":
            flow.end_cell(self._role(group))
        elif word == "row":
            flow.end_row()
        elif seen or word in ("nestcell", "nestrow"):
            flow.end(self._role(group), in_table=group.in_table)

    def open(self, group: Group) -> None:
        """A place opens."""
        if group.place in _FLOWS:
            self._flows.append(Flow())
        elif group.place in _PROPERTIES:
            self.told[group.place] = ""

    def close(self, group: Group) -> None:
        """A place ends with its group."""
        if group.place not in _FLOWS or len(self._flows) < 2:
            return
        parts = self._flows.pop().close()
        if group.place is Place.NOTE:
            self._notes.append(("endnote" if group.endnote else "footnote", parts))
        elif group.place is Place.BOX:
            outer = self._flows[-1]
            marks = (Landmark(0, f"text box after paragraph {outer.paragraphs + 1}"),)
            outer.later += [replace(each, role=each.role or BlockRole.BODY, landmarks=marks) for each in parts]
        else:
            who, text = self.told.get(Place.COMMENTER, "").strip(), " ".join(each.text for each in parts)
            told = f"Comment by {who}: {text}" if who else f"Comment: {text}"
            place = f"comment {len(self._comments) + 1}"
            self._comments += [part(told, BlockRole.FURNITURE, place)] if text else []

    def dated(self, stamp: int) -> None:
        """Note when a change was made: the day, from a DTTM (minutes, hours, day, month, year from 1900 in bits)."""
        year, month, day = 1900 + (stamp >> 20 & 0x1FF), stamp >> 16 & 0xF, stamp >> 11 & 0x1F
        try:
            self.changes.seen(dt.date(year, month, day).isoformat())
        except ValueError:
            return

    def parts(self) -> list[Part]:
        """All parts: the text, its notes as a reader numbers them, the comments."""
        while len(self._flows) > 1:
            self._flows.pop()
        found = with_headline(self._flows[0].close())
        numbers = {"footnote": 0, "endnote": 0}
        for kind, parts in self._notes:
            numbers[kind] += bool(parts)
            marks = (Landmark(0, f"{kind} {numbers[kind]}"),)
            found += [replace(each, role=BlockRole.BODY, landmarks=marks) for each in parts]
        return found + self._comments

    def _is_seen(self, group: Group) -> bool:
        """Whether text of a group is there in this reading; changes are counted as they begin."""
        inserted, deleted = self._changing
        self.changes.insertions += group.revised and not inserted
        self.changes.deletions += group.deleted and not deleted
        self._changing = (group.revised, group.deleted)
        gone = group.deleted if self.reading is Revisions.ACCEPTED else group.revised
        return not group.hidden and not gone

    def _role(self, group: Group) -> BlockRole | None:
        role = role_of_style(self._styles.get(group.style, "").strip(" ;"))
        return role or (BlockRole.BODY if group.listed else None)
