"""What a reader calls each document: its source, or its id where several documents bear one source's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from discrepancy.model import Document

IN_OTHER_WORDS = "one event, told in other words"
"""The reason of a group whose members need not share a verb, nor those who take part."""


FIGURE = "figure"
"""The subject of figures of which no text says what they count."""


def label_documents(documents: Sequence[Document]) -> dict[str, str]:
    """A label for each document by its id; no two documents share one."""
    sources = {document.id: document.source.strip() or document.id for document in documents}
    often = Counter(sources.values())
    return {name: source if often[source] == 1 else name for name, source in sources.items()}
