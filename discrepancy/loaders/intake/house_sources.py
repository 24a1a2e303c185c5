"""What the newsroom's own table of sources says of a document: whose it is, which wire it prints, what it is to us."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from discrepancy.model import Document
from discrepancy.settings import HouseSource
from discrepancy.text.characters import fold

__all__ = ["HOUSE", "said_of_source"]

HOUSE: Final = "the house's table of sources"
"""Where a value comes from, as a document's details tell it."""


def said_of_source(document: Document, stated: Mapping[str, str], sources: Sequence[HouseSource]) -> dict[str, str]:
    """What the table says of a document, by the names of the document's fields; nothing where its source is not in it.

    A source is known by the name that ``story.toml`` states or else the document gives; where that is in the table
    under no name, by the host of its address, the closest one first.

    Args:
        document: as it was read.
        stated: what ``story.toml`` says of it.
        sources: the table.
    """
    if not sources:
        return {}
    named = _folded(stated.get("source") or document.source)
    found = next((each for each in sources if named and named in _names(each)), None)
    found = found or _by_host(stated.get("address") or document.address, sources)
    if found is None:
        return {}
    values = {"source": found.name, "family": found.family, "role": found.role.value}
    return {key: value for key, value in values.items() if value}


def _folded(name: str) -> str:
    return " ".join(fold(name).split())


def _names(source: HouseSource) -> set[str]:
    return {_folded(source.known_as), _folded(source.name)} - {""}


def _by_host(address: str, sources: Sequence[HouseSource]) -> HouseSource | None:
    """The source whose host an address is of, or lies below; the longest where several are."""
    try:
        host = (urlsplit(address.strip()).hostname or "").rstrip(".")
    except ValueError:  # no address at all
        return None
    fitting = [each for each in sources if f".{host}".endswith(f".{each.known_as.strip().lower()}")] if host else []
    return max(fitting, key=lambda each: len(each.known_as), default=None)
