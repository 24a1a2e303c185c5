"""Countries by name, demonym, capital and seat of government."""

from __future__ import annotations

from functools import cache, lru_cache

from discrepancy.lexicon import table
from discrepancy.text.characters import fold

_SHORT = 3


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for key, row in table("countries").items():
        for form in (key, *row["names"], *row["demonyms"], *row["capital"], *row.get("government", ())):
            found.setdefault(fold(form), str(key))
    return found


@lru_cache(maxsize=8192)
def country_of(word: str) -> str:
    """The key of the country that a name, demonym, capital or seat of government belongs to; empty where it is none.

    A short form counts only in capitals: "US" is a country, "us" is not.
    """
    key = fold(word)
    if len(key.replace(" ", "")) <= _SHORT and not word.replace(".", "").isupper():
        return ""
    return _countries().get(key, "")
