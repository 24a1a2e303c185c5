"""A followed story as one page: who said what, when, what became of it, and what each version changed."""

from __future__ import annotations

from discrepancy.followed import Timeline
from discrepancy.settings import Presentation

__all__ = ["draw_timeline"]


def draw_timeline(timeline: Timeline, shown: Presentation | None = None) -> str:
    """The whole page of a timeline; see :func:`discrepancy.formats.timeline.page.draw_page`."""
    from discrepancy.formats.timeline.page import draw_page  # a terminal's timeline need not load the templates

    return draw_page(timeline, shown or Presentation())
