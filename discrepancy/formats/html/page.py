"""The page from its templates, with a policy that lets nothing run or load but the page's own style and script."""

from __future__ import annotations

from functools import cache, partial
from itertools import groupby
from operator import attrgetter

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from discrepancy.formats import visible
from discrepancy.formats.html import bundle
from discrepancy.formats.html.breaks import breakable
from discrepancy.formats.html.compiled import BesideModules
from discrepancy.formats.html.rows import Rows
from discrepancy.formats.view import PLAIN, build_view
from discrepancy.formats.view.parts import Row, State, View
from discrepancy.formats.view.stories import Neighbours
from discrepancy.formats.words import Words
from discrepancy.model import ReportData
from discrepancy.settings import Presentation

__all__ = ["context", "environment", "policy_of", "render_page", "render_view", "shared"]

CHUNK = 50
"""Rows of the matrix that make one part: a browser lays out only the parts in sight."""
LONG = 200
"""Rows, or cards, that a browser lays out at once without a reader noticing."""


def render_page(data: ReportData, shown: Presentation = PLAIN) -> str:
    """The whole page of a report; the same data give the same text."""
    return render_view(build_view(data, shown), shown)


def render_view(view: View, shown: Presentation = PLAIN, place: Neighbours | None = None) -> str:
    """The whole page of a view; with ``place``, as one of many, that leads to the others."""
    page = environment().get_template("page.html.jinja").render(context(view, shown, place))
    return visible.page(page)


def context(
    view: View, shown: Presentation = PLAIN, place: Neighbours | None = None, kind: bundle.Bundle | None = None
) -> dict[str, object]:
    """What the templates are given: the view, the interface's words, and the words that many cells share.

    ``kind`` is what the page is made of where it is more than a report's.
    """
    words = Words(view.language)
    return {
        **shared(view.language, shown, kind or (bundle.REVIEWED if view.reviewed else bundle.REPORT)),
        "view": view,
        "states": _states(view),
        "bands": _bands(view),
        "many": len(view.rows) > LONG,
        "many_cards": len(view.cards) > LONG,
        "rows": _rows(view, words),
        "tags": view.tags,
        "place": place,
        "hooks": {"masthead": "", "help": ()},
    }


def shared(language: str, shown: Presentation, kind: bundle.Bundle) -> dict[str, object]:
    """What the templates of every kind of page are given."""
    return {
        "t": Words(language),
        "assets": shown.assets,
        "bundle": kind.name,
        "style": Markup(bundle.style(kind)),  # noqa: S704 -- our own file; its hash stands in the policy
        "script": Markup(bundle.script(kind)),  # noqa: S704 -- as the style
        "policy": policy_of(shown, kind),
        "foreign": partial(foreign, page=language),
    }


def _rows(view: View, words: Words) -> Rows:
    """What draws the rows of the matrix, from the templates of a row and of a cell."""
    row, cell = (
        getattr(environment().get_template(f"{name}.html.jinja").make_module({"t": words}), name)
        for name in ("row", "cell")
    )
    labels = [version.label for version in view.versions]
    return Rows(
        row,
        cell,
        labels,
        [foreign(version.language, view.language) for version in view.versions],
        view.tags,
        not view.excerpts_only,
    )


def foreign(language: str, page: str) -> str:
    """``language`` where the page is in another, so that its words are read out as what they are; else empty."""
    return "" if language.partition("-")[0] == page.partition("-")[0] else language


def _bands(view: View) -> list[tuple[State, list[tuple[Row, ...]]]]:
    """The rows of each state, which stand together, cut into parts."""
    bands = [(state, tuple(rows)) for state, rows in groupby(view.rows, key=attrgetter("state"))]
    return [(state, [rows[at : at + CHUNK] for at in range(0, len(rows), CHUNK)]) for state, rows in bands]


def _states(view: View) -> tuple[State, ...]:
    """The states that a reader can filter by: those there are."""
    there = {row.state for row in view.rows} | {card.state for card in view.cards}
    return tuple(state for state in State if state in there)


@cache
def environment(package: str = "") -> Environment:
    """The templates, escaping whatever is put into them; a name that is not given is an error.

    ``package`` has more of them, that build on these.
    """
    own = PackageLoader("discrepancy.formats.html")
    made = Environment(
        loader=ChoiceLoader([PackageLoader(package), own]) if package else own,
        bytecode_cache=BesideModules(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["breakable"] = breakable
    return made


def policy_of(shown: Presentation, kind: bundle.Bundle) -> str:
    """A Content-Security-Policy that allows the one style and the one script, by their hashes, and nothing else."""
    if shown.assets:
        own = ["style-src 'self'", "script-src 'self'"]  # a hash would keep a page in a folder from its own script
    else:
        own = [f"style-src '{bundle.digest(bundle.style(kind))}'", f"script-src '{bundle.digest(bundle.script(kind))}'"]
    asked = ["connect-src 'self'", "form-action 'self'"] if kind.served else ["form-action 'none'"]
    return "; ".join(["default-src 'none'", *own, "img-src data:", "base-uri 'none'", *asked])
