"""What a reader calls each document: its source, with its id where several documents bear one source's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from discrepancy.model import Document

IN_OTHER_WORDS = "one event, told in other words"
"""The reason of a group whose members need not share a verb, nor those who take part."""


FIGURE = "figure"
"""The subject of figures of which no text says what they count."""


def label_documents(documents: Sequence[Document]) -> dict[str, str]:
    """A label for each document by its id: its source, with the id behind it where several are of one source.

    No two documents share one.
    """
    sources = {document.id: document.source.strip() or document.id for document in documents}
    often = Counter(sources.values())
    labels = {
        name: source if often[source] == 1 or source == name else f"{source} ({name})"
        for name, source in sources.items()
    }
    twice = Counter(labels.values())
    return {name: label if twice[label] == 1 else name for name, label in labels.items()}
