"""A house style speaks with one voice: no form is wanted in one line and to be avoided in another."""

from __future__ import annotations

from collections.abc import Iterable

from discrepancy.errors import InputError
from discrepancy.model import StyleEntry

__all__ = ["ensure_one_voice"]


def ensure_one_voice(placed: Iterable[tuple[str, StyleEntry]]) -> None:
    """Go through the entries, each with where it stands.

    Raises:
        InputError: a form is used and avoided, or avoided for two preferred forms; both places are named.
    """
    used: dict[str, str] = {}
    avoided: dict[str, tuple[str, str]] = {}
    for where, entry in placed:
        for form in (entry.preferred, *entry.accepted):
            if form in avoided:
                raise _contradiction(form, where, f"avoided ({avoided[form][1]})")
            used.setdefault(form, where)
        for form in entry.avoid:
            if form in used:
                raise _contradiction(form, where, f"preferred or accepted ({used[form]})")
            instead = avoided.setdefault(form, (entry.preferred, where))
            if instead[0] != entry.preferred:
                raise _contradiction(form, where, f"to give way to {instead[0]!r} ({instead[1]})")


def _contradiction(form: str, where: str, other: str) -> InputError:
    return InputError(
        f"{form!r} contradicts another line: there it is {other}.",
        where=where,
        remedy="Decide on one, or write the full names where two people are meant.",
    )
