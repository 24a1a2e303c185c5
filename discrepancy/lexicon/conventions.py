"""Spellings that are a matter of style: British and American English, hyphens, abbreviations in names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from discrepancy.lexicon import table
from discrepancy.text.characters import fold


@cache
def _forms() -> tuple[dict[str, str], re.Pattern[str]]:
    table_of = {str(form): str(key) for key, forms in table("spelling_conventions").items() for form in forms}
    longest_first = sorted(table_of, key=lambda form: (-len(form), form))
    return table_of, re.compile(rf"\b(?:{'|'.join(longest_first)})\b")


@lru_cache(maxsize=8192)
def plain_spelling(name: str) -> str:
    """``name`` folded and in one convention: "Centre for Co-operation" and "Center for Cooperation" are one."""
    forms, pattern = _forms()
    return pattern.sub(lambda match: forms[match.group()], fold(name.replace("&", " and ")))
