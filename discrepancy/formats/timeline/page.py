"""The page of a timeline: nothing is let in but its own style, and it has no script."""

from __future__ import annotations

from markupsafe import Markup

from discrepancy.followed import Timeline
from discrepancy.formats import visible
from discrepancy.formats.html import bundle
from discrepancy.formats.html.page import environment
from discrepancy.formats.timeline.view import view_of
from discrepancy.formats.words import Words
from discrepancy.settings import Presentation

__all__ = ["LOOK", "draw_page"]

LOOK = bundle.Bundle(
    "discrepancy-timeline",
    ("page", "pictures", "steps", "differences", "paper"),
    (),
    bundle.Bundle("discrepancy", ("base", "masthead", "sections", "foot", "forced_colours"), ()),
    __package__ or "",
)
"""The style of the page: what it shares with the report's, then its own."""
_LOOKS = 6
"""Colours, and ways to dash a line, that the style has."""


def draw_page(timeline: Timeline, presentation: Presentation) -> str:
    """The whole page of a timeline; the same timeline gives the same text.

    Args:
        timeline: the followed story.
        presentation: the language of the interface, and whether whole texts are left out. The page always holds its
            style: it is one file.
    """
    style = bundle.style(LOOK)
    page = (
        environment(__package__ or "")
        .get_template("followed.html.jinja")
        .render(
            view=view_of(timeline, presentation),
            t=Words(presentation.language),
            style=Markup(style),  # noqa: S704 -- our own file; its hash stands in the policy
            policy=_policy(style),
            whose=_whose,
        )
    )
    return visible.page(page)


def _whose(lane: int) -> str:
    """The classes of an article's lines: beyond six, a colour comes with other dashes."""
    return f"lane-{lane % _LOOKS} dash-{(lane + lane // _LOOKS) % _LOOKS}"


def _policy(style: str) -> str:
    """A Content-Security-Policy that allows the one style, by its hash, and nothing else."""
    own = f"style-src '{bundle.digest(style)}'"
    return f"default-src 'none'; {own}; img-src data:; base-uri 'none'; form-action 'none'"
