"""Small pages beside the desk's own: why something is not there, the way in, the description of the API."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from discrepancy.formats.words import Words

__all__ = ["POLICY", "draw", "error_page", "login_page"]

_PACKAGE = "discrepancy.review"


@cache
def _environment() -> Environment:
    """The templates of this room, escaping whatever is put into them."""
    return Environment(
        loader=PackageLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@cache
def _style() -> str:
    return resources.files(_PACKAGE).joinpath("templates", "plain.css").read_text(encoding="utf-8")


def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'self'"


POLICY = _policy()
"""The Content-Security-Policy of these pages: their own style, and forms that are sent to us."""


def draw(template: str, **parts: object) -> str:
    """One of the small pages."""
    style = Markup(_style())  # noqa: S704 -- our own file; its hash stands in the policy
    return _environment().get_template(f"{template}.html.jinja").render(style=style, **parts)


def error_page(title: str, what: str, remedy: str) -> str:
    """Why there is nothing to show."""
    return draw("error", title=title, what=what, remedy=remedy)


def login_page(language: str, *, wrong: bool) -> str:
    """The form that asks for the token."""
    return draw("login", t=Words(language), language=language, wrong=wrong)
