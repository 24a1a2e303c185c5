"""The API's description as a page of our own: nothing is loaded from anywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from discrepancy.review.plain_pages import draw

__all__ = ["described"]

_METHODS = ("get", "post")


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation, as the page tells it: ``takes`` and ``gives`` are the shapes, with the fields of each."""

    method: str
    path: str
    id: str
    summary: str
    parameters: tuple[tuple[str, str, str], ...]
    takes: str
    statuses: tuple[tuple[str, str, str], ...]


def described(openapi: Mapping[str, Any]) -> str:
    """The page."""
    shapes = openapi.get("components", {}).get("schemas", {})
    return draw(
        "described",
        info=openapi["info"],
        operations=list(_operations(openapi["paths"])),
        shapes=[(name, json.dumps(shape, indent=2, ensure_ascii=False)) for name, shape in sorted(shapes.items())],
    )


def _operations(paths: Mapping[str, Any]) -> Iterator[Operation]:
    for path, methods in paths.items():
        for method in _METHODS:
            if method in methods:
                yield _operation(method, path, methods[method])


def _operation(method: str, path: str, told: Mapping[str, Any]) -> Operation:
    parameters = told.get("parameters", ())
    return Operation(
        method=method.upper(),
        path=path,
        id=told["operationId"],
        summary=told.get("description", ""),
        parameters=tuple((each["name"], each["in"], each.get("description", "")) for each in parameters),
        takes=_shape(told.get("requestBody", {})),
        statuses=tuple((status, _shape(each), each["description"]) for status, each in told["responses"].items()),
    )


def _shape(told: Mapping[str, Any]) -> str:
    """The names of the shapes that a body may have, with its type."""
    kinds = ((kind, _name(each.get("schema", {}))) for kind, each in told.get("content", {}).items())
    return ", ".join(f"{kind}: {name}" if name else kind for kind, name in kinds)


def _name(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    return " or ".join(filter(None, (_name(each) for each in schema.get("oneOf", schema.get("anyOf", ())))))
