"""What a reader calls each document: its source, with its file's name behind it where several are of one source."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from discrepancy.model import Document

IN_OTHER_WORDS = "one event, told in other words"
"""The reason of a group whose members need not share a verb, nor those who take part."""


FIGURE = "figure"
"""The subject of figures of which no text says what they count."""

_DIGITS = 16
"""Hexadecimal digits in an id: among a hundred million documents two share them once in four thousand runs."""
_FILE = re.compile(r"([^/]+?)(?:\.\w{1,8})?\Z")
_WITHIN = re.compile(r"#[^/.]*\Z|, line \d+\Z")
"""What stands behind the path of a file that holds many documents."""


def unique_id(name: str, path: str) -> str:
    """``name`` with a digest of ``path``, which no other document of a run has, nor the same one another of."""
    digest = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return f"{name}-{digest}"


def label_documents(documents: Sequence[Document]) -> dict[str, str]:
    """A label for each document by its id: its source, with the name of its file behind it where several are of one.

    A document without a source bears the name of its file; so does one of a file that holds many, the name that the
    file gives it. Where names do not tell documents apart their paths do, else their ids. No two share a label.
    """
    called = {document.id: _called(document) for document in documents}
    sources = {each.id: each.source.strip() for each in documents}
    sources = {name: called[name] if source in {"", name} else source for name, source in sources.items()}
    often = Counter(sources.values())
    labels = {
        name: source if often[source] == 1 or source == called[name] else f"{source} ({called[name]})"
        for name, source in sources.items()
    }
    labels = _apart(labels, {each.id: each.path if called[each.id] != each.id else each.id for each in documents})
    return _apart(labels, {name: name for name in labels})


def _called(document: Document) -> str:
    """What a document is called where its id is long: the name of its file, or what that file calls it; else its id."""
    name = document.id[: -_DIGITS - 1]
    if document.id != unique_id(name, document.path):
        return document.id
    file = _FILE.search(document.path)
    return name if not file or _WITHIN.search(document.path) else file[1]


def _apart(labels: Mapping[str, str], others: Mapping[str, str]) -> dict[str, str]:
    """The labels, each that two documents bear replaced by another."""
    often = Counter(labels.values())
    return {name: label if often[label] == 1 else others[name] for name, label in labels.items()}
