"""Values of JSON of any type as what a field should be: a text, a list of texts, a list of objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from discrepancy.loaders.entries.fragments import one_line

__all__ = ["Item", "lowered", "objects", "text", "texts", "whole_text"]

Item = Mapping[str, Any]
"""An object of JSON, its names in lower case."""
_MOST = 200
"""Values that are looked at in one list: a hostile one has millions."""
_MOST_PARAGRAPHS = 10_000
_DEEPEST = 4
_WORDED = ("value", "name", "by", "literal", "title", "text")
"""Names under which an object that stands where a text should has its words."""


def lowered(value: object, depth: int = 0) -> Any:  # noqa: ANN401 - JSON is anything
    """A value with the names of its objects in lower case: ninjs 3 writes versionCreated, ninjs 2 versioncreated."""
    if depth > 2 * _DEEPEST:
        return None
    if isinstance(value, dict):
        return {str(name).lower(): lowered(inner, depth + 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [lowered(inner, depth + 1) for inner in value]
    return value


def texts(value: object) -> list[str]:
    """Every text in a value, each on one line and without markup: of a text itself, of a list, of an object's name."""
    return [line for raw in _raw(value, 0) if (line := one_line(raw))][:_MOST]


def text(value: object) -> str:
    """The first text in a value; empty where there is none."""
    return next(iter(texts(value)), "")


def whole_text(value: object) -> str:
    """A long text as it stands; one that is given as a list of paragraphs with empty lines between them."""
    if isinstance(value, list):
        return "\n\n".join(each for each in value[:_MOST_PARAGRAPHS] if isinstance(each, str))
    return value if isinstance(value, str) else ""


def objects(value: object) -> list[tuple[str, Item]]:
    """The objects in a list, or under the names of an object, each with its name (or "name" entry), in order."""
    if isinstance(value, dict):
        pairs = [(str(name), inner) for name, inner in list(value.items())[:_MOST]]
    elif isinstance(value, list):
        pairs = [("", inner) for inner in value[:_MOST]]
    else:
        return []
    return [(name or text(inner.get("name")), inner) for name, inner in pairs if isinstance(inner, dict)]


def _raw(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, int) and not isinstance(value, bool):
        yield str(value)
    elif depth < _DEEPEST and isinstance(value, list):
        for inner in value[:_MOST]:
            yield from _raw(inner, depth + 1)
    elif depth < _DEEPEST and isinstance(value, dict):
        yield from next((list(_raw(value[name], depth + 1)) for name in _WORDED if value.get(name)), [])
