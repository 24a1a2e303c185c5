"""The tracked changes of an OpenDocument text."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.office.elements import child, value
from discrepancy.loaders.office.versions import Changes

__all__ = ["Regions"]


@dataclass(slots=True)
class Regions:
    """What was inserted and what was deleted, by the ids that marks in the text name.

    Source: OpenDocument 1.3 part 3, 5.5 "Change tracking": deleted text is kept outside of the text, inserted text
    stands in it between two marks.

    Args:
        text: the ``office:text`` element.
    """

    text: etree._Element
    inserted: set[str] = field(init=False, default_factory=set)
    deleted: dict[str, etree._Element] = field(init=False, default_factory=dict)
    changes: Changes = field(init=False, default_factory=Changes)

    def __post_init__(self) -> None:
        """Index them."""
        tracked = child(self.text, "tracked-changes")
        for region in () if tracked is None else tracked:
            number = value(region, "id")
            for kind in region:
                if local_name(kind) == "insertion":
                    self.inserted.add(number)
                    self.changes.insertions += 1
                elif local_name(kind) == "deletion":
                    self.deleted[number] = kind
                    self.changes.deletions += 1
                else:
                    continue
                date = child(kind, "change-info", "date")
                self.changes.seen((date.text or "") if date is not None else "")
