"""The files that were read, as SARIF's artifacts."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.formats.json_text import Json
from discrepancy.formats.sarif.places import location_of_path, own_file
from discrepancy.formats.sarif.said import said
from discrepancy.model import Document

__all__ = ["artifacts_of"]


def artifacts_of(documents: Sequence[Document]) -> tuple[list[Json], dict[str, int]]:
    """One artifact a file, and by the id of each document the place of its file among them."""
    files: dict[str, list[Document]] = {}
    for document in documents:
        files.setdefault(own_file(document.path), []).append(document)
    indexes = {document.id: place for place, inside in enumerate(files.values()) for document in inside}
    return [_artifact(inside) for inside in files.values()], indexes


def _artifact(inside: Sequence[Document]) -> Json:
    first = inside[0]
    found: dict[str, Json] = {"location": location_of_path(first.path), "roles": ["analysisTarget"]}
    named = ": ".join(filter(None, (first.source, " ".join(first.title.split()))))
    if len(inside) == 1 and named:
        found["description"] = said(named)
    if first.digest:
        found |= {"mimeType": "text/plain", "hashes": {"sha-256": first.digest}}
    return found
