"""Objects of JSON Lines, or of an array of objects, one at a time, each with its number."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from discrepancy.errors import InputError, Malformed, TooLarge
from discrepancy.loaders.tables.kinds import kind_of
from discrepancy.loaders.tables.lines import CONTROL, mended
from discrepancy.loaders.tables.rows import Numbered

__all__ = ["array_rows", "first_objects", "is_array", "line_rows"]

_BETWEEN = re.compile(r"[\s,\[\]]*")
_LONGEST = 2_000_000
"""Characters of one object: it may hold a whole article with its markup."""
_AROUND = " \t\r\n\x1e"
_DECODER = json.JSONDecoder()
_BAD = (ValueError, RecursionError)
_CLOSINGS = ("", '"', '"}', "}", '"]}', "]}")


def is_array(text: str) -> bool:
    """Whether objects stand in an array, or over several lines each; else each has a line of its own.

    A first line that is no JSON says nothing: what stands in lines of its own below it does.
    """
    body = text.lstrip()
    first, end, rest = body.partition("\n")
    several = body.startswith("{") and bool(end) and not first.rstrip().endswith("}")
    if not several and not body.startswith("["):
        return False
    of_lines = (_whole(line) for line in rest.splitlines() if line.startswith("{"))
    return any(True for _ in _decoded(body)) or not any(of_lines)


def first_objects(text: str) -> list[dict[str, Any]]:
    """The objects at the beginning of a text that may be cut; what there is of the first one, if it is cut itself."""
    found = _decoded(text) if is_array(text) else (_whole(line) for line in text.splitlines())
    return [each for each in found if each] or _of_cut(text[_start(text, 0) :])


def line_rows(lines: Iterable[str], encoding: str, display: str) -> Iterator[Numbered]:
    """A row a line, numbered as the lines are; empty lines are passed over."""
    number = 0
    try:
        for number, line in enumerate(lines, 1):
            if line.strip(_AROUND):
                yield Numbered(number, _row(line, encoding, f"{display}, line {number}"))
    except InputError as error:
        yield Numbered(number + 1, error)


def array_rows(pieces: Iterable[str], encoding: str, display: str) -> Iterator[Numbered]:
    """A row for each object of an array; what can not be read as one ends it, since nothing tells where the next is."""
    number = 0
    try:
        for number, value in enumerate(_values(pieces), 1):
            where = f"{display}, object {number}"
            yield Numbered(number, _mended(value, encoding, where))
    except InputError as error:
        yield Numbered(number + 1, error)
    except _BAD as problem:
        why = str(problem).partition(":")[0].lower()
        yield Numbered(number + 1, _malformed(f"{display}, object {number + 1}", f"{why}; nothing after it was read"))


def _values(pieces: Iterable[str]) -> Iterator[Any]:
    """Every value of an array. What is not whole is tried again with twice as much text, so that it stays linear."""
    held, enough = "", 0
    for piece in pieces:
        held += piece
        if len(held) < enough:
            continue
        at = _start(held, 0)
        while at < len(held):
            try:
                value, end = _DECODER.raw_decode(held, at)
            except ValueError:
                break
            yield value
            at = _start(held, end)
        held = held[at:]
        enough = 2 * len(held)
        if len(held) > _LONGEST:
            raise ValueError(f"longer than {_LONGEST} characters")
    while held:
        value, end = _DECODER.raw_decode(held)
        yield value
        held = held[_start(held, end) :]


def _decoded(text: str) -> Iterator[dict[str, Any]]:
    """The objects that a text begins with, up to what is none or is cut."""
    at = _start(text, 0)
    while at < len(text):
        try:
            value, at = _DECODER.raw_decode(text, at)
        except _BAD:
            return
        if isinstance(value, dict):
            yield value
        at = _start(text, at)


def _whole(line: str) -> dict[str, Any]:
    """The object that a line holds; an empty one where it holds none."""
    try:
        value = json.loads(line.strip(_AROUND))
    except _BAD:
        return {}
    return value if isinstance(value, dict) else {}


def _start(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at


def _row(line: str, encoding: str, where: str) -> dict[str, object] | InputError:
    if len(line) > _LONGEST:
        return TooLarge(f"is longer than {_LONGEST:,} characters.", where=where, remedy="Leave it out.")
    try:
        value = json.loads(line.strip(_AROUND))
    except _BAD as problem:
        why = "it holds bytes that are no text" if CONTROL.search(line) else str(problem).partition(":")[0].lower()
        return _malformed(where, why)
    return _mended(value, encoding, where)


def _mended(value: object, encoding: str, where: str) -> dict[str, object] | InputError:
    if not isinstance(value, dict):
        return Malformed(
            f"is no article: it holds {kind_of(value)}, not an object.",
            where=where,
            remedy='Write the article as an object, {"text": "…"}, or take that out.',
        )
    try:
        return {
            key: mended(inner, encoding, where) if isinstance(inner, str) else inner for key, inner in value.items()
        }
    except InputError as error:
        return error


def _malformed(where: str, why: str) -> Malformed:
    return Malformed(
        f"is no JSON object ({why}).", where=where, remedy="It is damaged or cut off: get it again, or mend it."
    )


def _of_cut(text: str) -> list[dict[str, Any]]:
    for closing in _CLOSINGS:
        try:
            value = json.loads(text.rstrip("\\") + closing)
        except _BAD:
            continue
        return [value] if isinstance(value, dict) else []
    return []
