"""The page's style and what it is for: no rule is left over for elements that no page has any more."""

import re
from importlib import resources

from discrepancy.formats import html
from discrepancy.formats.html import bundle
from discrepancy.formats.view.parts import State
from discrepancy.formats.view.reviewed import Standing
from discrepancy.model import BlockRole
from discrepancy.review import page
from discrepancy.review.page.drawn import DESK

STYLE = re.sub(r"/\*.*?\*/", "", bundle.style(DESK) + bundle.style(bundle.INDEX), flags=re.DOTALL)
SCRIPT = bundle.script(DESK) + bundle.script(bundle.INDEX)
TEMPLATES = "".join(
    path.read_text(encoding="utf-8")
    for package in (html, page)
    for path in resources.files(package).joinpath("templates").iterdir()
)
BUILT = (
    {f"r-{standing}" for standing in Standing}
    | {f"s-{state}" for state in State}
    | {f"role-{role}" for role in BlockRole}
    | {f"letter-{each}" for each in "BCD"}
)
"""Classes that are put together as a page is drawn."""
BOXED = {"hidden-character"}
"""Set around a hidden character in a finished page."""


def selectors() -> str:
    return " ".join(re.findall(r"([^{}]+)\{", STYLE))


def test_every_class_of_the_style_is_one_that_a_page_has() -> None:
    styled = set(re.findall(r"\.([a-zA-Z][\w-]*)", selectors()))
    assert len(styled) > 50
    attributes = re.findall(r'class="((?:\{\{.*?\}\}|\{%.*?%\}|[^"])*)"', TEMPLATES) + re.findall(r'"([^"]*)"', SCRIPT)
    drawn = set(re.findall(r"[\w-]+", " ".join(attributes)))
    assert not sorted(styled - drawn - BUILT - BOXED)


def test_every_custom_property_is_set_and_used() -> None:
    used = set(re.findall(r"var\((--[\w-]+)", STYLE))
    made = set(re.findall(r"(--[\w-]+)\s*:", STYLE)) | set(re.findall(r'setProperty\("(--[\w-]+)"', SCRIPT))
    assert used == made
