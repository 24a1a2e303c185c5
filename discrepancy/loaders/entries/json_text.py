"""JSON from anywhere, read whole and within limits: a number is no more than its digits, depth is bounded."""

from __future__ import annotations

import json
from typing import Any

from discrepancy.errors import Malformed
from discrepancy.text.encoding import decode

__all__ = ["read_json"]

_LONGEST_NUMBER = 18
"""Digits of a whole number that is one: a longer one is a name made of figures, and is kept as text."""


def read_json(data: bytes, where: str) -> Any:  # noqa: ANN401 - JSON is anything
    """What a JSON file holds: objects as dictionaries, of a name given twice the later value.

    Args:
        data: the whole file, in UTF-8 (as JSON must be), UTF-16 or what else makes sense of it.
        where: the path to show.

    Returns:
        A line end inside a text is taken as one, as careless writers mean it.
        Fractions are strings, as they are written; NaN and Infinity, which JSON does not have, are None.

    Raises:
        Malformed: it is no JSON, or cut off: with line and column; or it is nested deeper than any article.
        NotText, UnknownEncoding: it is no text.
    """
    text = decode(data, where).text
    try:
        return json.loads(text, strict=False, parse_int=_whole, parse_float=str, parse_constant=lambda _: None)
    except json.JSONDecodeError as problem:
        place = f"{where}, line {problem.lineno}, column {problem.colno}"
        raise Malformed(_what(problem), where=place, remedy=_remedy(problem, text)) from None
    except RecursionError:
        raise Malformed(
            "is JSON that is nested deeper than any article.", where=where, remedy="It was not read."
        ) from None


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def _what(problem: json.JSONDecodeError) -> str:
    said = problem.msg.removesuffix(" at").removesuffix(" starting")
    return f"is no valid JSON: {said[:1].lower()}{said[1:]}."


def _remedy(problem: json.JSONDecodeError, text: str) -> str:
    if problem.msg.startswith("Unterminated") or not text[problem.pos :].strip():
        return "It is cut off: get it again from its sender."
    return "Get it again from its sender."
