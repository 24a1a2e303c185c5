"""The desk's own spellings: an authority file read, its forms found in texts, a file made from a Wikidata dump."""

from __future__ import annotations

from discrepancy.house_style.lookup import Hit, Lookup, Use, lookup
from discrepancy.house_style.read import read_house_style
from discrepancy.house_style.wikidata import import_aliases

__all__ = ["Hit", "Lookup", "Use", "import_aliases", "lookup", "read_house_style"]
