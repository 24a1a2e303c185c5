"""The index of many stories as a page: works from a file, without JavaScript, and asks for nothing."""

from __future__ import annotations

from discrepancy.formats import visible
from discrepancy.formats.html import bundle
from discrepancy.formats.html.page import environment, shared
from discrepancy.formats.view.stories import Stories
from discrepancy.settings import Presentation

__all__ = ["index_context", "render_index"]


def render_index(stories: Stories, shown: Presentation) -> str:
    """The whole index; the same stories give the same text."""
    return visible.page(environment().get_template("index.html.jinja").render(index_context(stories, shown)))


def index_context(stories: Stories, shown: Presentation) -> dict[str, object]:
    """What the templates of the index are given."""
    return {**shared(stories.language, shown, bundle.INDEX), "view": stories}
