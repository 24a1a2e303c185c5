"""The page from its templates, with a policy that lets nothing run or load but the page's own style and script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from discrepancy.formats import visible
from discrepancy.formats.view import build_view
from discrepancy.formats.view.parts import State, View
from discrepancy.formats.words import Words
from discrepancy.model import BlockRole, FactKind, ReportData

__all__ = ["context", "environment", "render_page", "render_view"]

CHUNK = 200
"""Rows of the matrix that make one table: a browser lays out only the tables in sight."""


def render_page(data: ReportData, language: str = "en") -> str:
    """The whole page of a report; the same data give the same text."""
    return render_view(build_view(data, language))


def render_view(view: View) -> str:
    """The whole page of a view."""
    page = environment().get_template("page.html.jinja").render(context(view))
    return visible.page(page)


def context(view: View) -> dict[str, object]:
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
        "style": _asset("style.css"),
        "script": _asset("script.js"),
        "policy": _policy(),
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


@cache
def _asset(name: str) -> Markup:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return Markup(text.replace("\r\n", "\n"))  # noqa: S704 -- our own file; its hash stands in the policy


@cache
def _policy() -> str:
    """A Content-Security-Policy that allows the one style and the one script, by their hashes, and nothing else."""
    sources = {"style-src": _hash("style.css"), "script-src": _hash("script.js")}
    allowed = [f"{kind} 'sha256-{digest}'" for kind, digest in sources.items()]
    return "; ".join(["default-src 'none'", *allowed, "img-src data:", "base-uri 'none'", "form-action 'none'"])


def _hash(name: str) -> str:
    return base64.b64encode(hashlib.sha256(_asset(name).encode()).digest()).decode()
