"""The desk's own spellings: an authority file read, its forms found in texts, made from a dump, or added to."""

from __future__ import annotations

from discrepancy.house_style.accepting import Accepting, Addition, Refusal, plan_acceptance
from discrepancy.house_style.extend import StyleFile, open_style
from discrepancy.house_style.lookup import Hit, Lookup, Use, lookup
from discrepancy.house_style.read import read_house_style
from discrepancy.house_style.wikidata import import_aliases

__all__ = [
    "Accepting",
    "Addition",
    "Hit",
    "Lookup",
    "Refusal",
    "StyleFile",
    "Use",
    "import_aliases",
    "lookup",
    "open_style",
    "plan_acceptance",
    "read_house_style",
]
