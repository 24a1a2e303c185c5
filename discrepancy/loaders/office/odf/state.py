"""What holds through a whole OpenDocument text while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from discrepancy.loaders.office.odf.changes import Regions
from discrepancy.loaders.office.odf.styles import Styles
from discrepancy.settings import Revisions

__all__ = ["State"]


@dataclass(slots=True)
class State:
    """One reading of a file, as far as it has come.

    Attributes:
        styles: of the file.
        regions: its tracked changes.
        reading: of these.
        inside: insertions that what is read now lies in.
        notes: bodies of the notes whose marks were read, in order.
        comments: likewise.
    """

    styles: Styles
    regions: Regions
    reading: Revisions
    inside: set[str] = field(default_factory=set)
    notes: list[etree._Element] = field(default_factory=list)
    comments: list[etree._Element] = field(default_factory=list)

    @property
    def hidden(self) -> bool:
        """Whether what is read now was not there yet."""
        return self.reading is Revisions.ORIGINAL and bool(self.inside)
