"""What the desk's page is told beside the report: who may change it, and how its findings stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from discrepancy.settings import Presentation

__all__ = ["DeskInfo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskInfo:
    """What the script of the page needs to know.

    Attributes:
        csrf: what it sends with every change.
        story: key of the story under review.
        revision: the number of the check that the page shows.
        change: the number of the last event that ``reviews`` know of.
        reviews: by a finding's id how it stands, as the API gives it; one that is not there is new, and nothing was
            said of it (of 10,000 findings few have a review, and the page opens the sooner).
        shown: in which language.
        store: name of the store, as a reader is told it.
    """

    csrf: str
    story: str
    revision: int
    change: int
    reviews: Mapping[str, object] = field(default_factory=dict)
    shown: Presentation = field(default_factory=Presentation)
    store: str = ""
