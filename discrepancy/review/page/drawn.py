"""The desk's page from its templates, which build on the report's."""

from __future__ import annotations

import json
from dataclasses import replace

from markupsafe import Markup

from discrepancy.decided import Review, Ruling, Status
from discrepancy.formats import visible
from discrepancy.formats.html import bundle
from discrepancy.formats.html.page import context, environment, policy_of
from discrepancy.formats.view import build_view
from discrepancy.formats.view.reviewed import Standing
from discrepancy.model import ReportData
from discrepancy.review.page.info import DeskInfo
from discrepancy.review.page.words import REASONS, script_words
from discrepancy.settings import Presentation

__all__ = ["DESK", "desk_block", "policy", "render_desk"]

_SCRIPTS = "base chips sending queue acts bar note history conflicts watching files keys start".split()
DESK = bundle.Bundle(
    "desk",
    ("bar", "panels", "small"),
    tuple(f"desk_{name}" for name in _SCRIPTS),
    bundle.REVIEWED,
    __package__,
    served=True,
)
"""The parts of the desk's page, on top of those of a report with reviews."""
KEYS = {
    Ruling.CONFIRMED: "c",
    Ruling.DISMISSED: "d",
    Ruling.ACCEPTABLE: "a",
    Ruling.ASK: "q",
    Ruling.CORRECTED: "x",
}
"""The key that decides so; none is a key of the report's."""
HELP = (
    ("c", "confirmed"),
    ("d", "dismissed"),
    ("a", "acceptable"),
    ("q", "ask"),
    ("x", "corrected"),
    ("o", "open"),
    ("n", "note"),
    ("w", "assign"),
    ("m", "comment"),
    ("h", "history"),
    ("u", "undo"),
)


def render_desk(data: ReportData, desk: DeskInfo) -> str:
    """The whole page: the report with what a reviewer needs to decide.

    What depends on the session and on what was decided since stands in one JSON block, :func:`desk_block`: it can be
    changed in a page that is drawn already, and the script mends the marks of the findings by it.
    """
    shown = Presentation(language=desk.shown.language)  # whole texts, and all in one page
    view = build_view(_reviewed(data), shown)
    given = {
        **context(view, shown, kind=DESK),
        "hooks": {"masthead": "downloads.html.jinja", "help": HELP},
        "rulings": [(ruling.value, Standing(ruling.value).glyph, key) for ruling, key in KEYS.items()],
        "reasons": REASONS,
        "store": desk.store,
        "block": Markup(desk_block(desk)),  # noqa: S704 -- JSON of plain ASCII without any "<"
        "said": Markup(_as_json(_told(view.language))),  # noqa: S704 -- as the block
    }
    return visible.page(environment(__package__ or "").get_template("desk.html.jinja").render(given))


def desk_block(desk: DeskInfo) -> str:
    """What the script is told of the session, as JSON that may stand in a script element."""
    return _as_json(
        {
            "csrf": desk.csrf,
            "story": desk.story,
            "revision": desk.revision,
            "change": desk.change,
            "reviews": dict(desk.reviews),
            "shown": {"language": desk.shown.language},
            "store": desk.store,
        }
    )


def policy() -> str:
    """The Content-Security-Policy of the page, as its own head says it."""
    return policy_of(Presentation(), DESK)


def _reviewed(data: ReportData) -> ReportData:
    """The report with a review of every finding: one that a store knows nothing of is new."""
    if data.reviews or not data.findings:
        return data
    return replace(data, reviews=tuple(Review(finding=each.id, status=Status.NEW) for each in data.findings))


def _told(language: str) -> dict[str, object]:
    return {
        "words": script_words(language),
        "glyphs": {each.value: each.glyph for each in Standing},
        "order": [each.value for each in Standing],
    }


def _as_json(value: object) -> str:
    text = json.dumps(value, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
