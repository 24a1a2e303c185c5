"""The page from its templates, with a policy that lets nothing run or load but the page's own style and script."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from discrepancy.formats import visible
from discrepancy.formats.html import bundle
from discrepancy.formats.view import PLAIN, build_view
from discrepancy.formats.view.parts import State, View
from discrepancy.formats.words import Words
from discrepancy.model import BlockRole, FactKind, ReportData
from discrepancy.settings import Presentation

__all__ = ["context", "environment", "render_page", "render_view"]

CHUNK = 200
"""Rows of the matrix that make one table: a browser lays out only the tables in sight."""


def render_page(data: ReportData, shown: Presentation = PLAIN) -> str:
    """The whole page of a report; the same data give the same text."""
    return render_view(build_view(data, shown), shown)


def render_view(view: View, shown: Presentation = PLAIN) -> str:
    """The whole page of a view."""
    page = environment().get_template("page.html.jinja").render(context(view, shown))
    return visible.page(page)


def context(view: View, shown: Presentation = PLAIN) -> dict[str, object]:
    """What the templates are given: the view, the interface's words, and the words that many cells share."""
    words = Words(view.language)
    return {
        "view": view,
        "t": words,
        "states": _states(view),
        "chunk": CHUNK,
        "zip": zip,
        "sources": tuple(version.label for version in view.versions),
        "tones": {state: f"s-{state.value}" for state in State},
        "chips": {state: f"{state.glyph} {words(f'cell.{state.value}')}" for state in State},
        "kinds": {kind.value: words(f"kind.{kind.value}") for kind in FactKind},
        "roles": {role: words(f"role.{role.value}") for role in BlockRole if role is not BlockRole.BODY},
        "value_word": words("cell.value", letter=""),
        "assets": shown.assets,
        "style": Markup(bundle.style()),  # noqa: S704 -- our own file; its hash stands in the policy
        "script": Markup(bundle.script()),  # noqa: S704 -- as the style
        "script_digest": bundle.digest(bundle.script()),
        "policy": _policy(shown),
    }


def _states(view: View) -> tuple[State, ...]:
    """The states that a reader can filter by: those there are."""
    there = {row.state for row in view.rows} | {card.state for card in view.cards}
    return tuple(state for state in State if state in there)


@cache
def environment() -> Environment:
    """The templates, escaping whatever is put into them; a name that is not given is an error."""
    made = Environment(
        loader=PackageLoader("discrepancy.formats.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["plain"] = visible.plain
    return made


def _policy(shown: Presentation) -> str:
    """A Content-Security-Policy that allows the one style and the one script, by their hashes, and nothing else."""
    if shown.assets:
        own = ["style-src 'self'", f"script-src '{bundle.digest(bundle.script())}'"]
    else:
        own = [f"style-src '{bundle.digest(bundle.style())}'", f"script-src '{bundle.digest(bundle.script())}'"]
    return "; ".join(["default-src 'none'", *own, "img-src data:", "base-uri 'none'", "form-action 'none'"])
