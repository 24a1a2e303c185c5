"""What the script of the desk's page says, from the message catalogue: in which form is decided as it speaks."""

from __future__ import annotations

from discrepancy.messages import SOURCE, catalogue

__all__ = ["REASONS", "script_words"]

REASONS = ("things", "times", "credited", "older", "rounded", "misread")
"""Usual reasons why something is no error; their words are those that the decision then holds."""
_OURS = ("page.desk.", "page.review.", "page.list")


def script_words(language: str) -> dict[str, list[str]]:
    """By key without ``page.``, the forms of what is said: one, or one for 1 and one for other numbers."""
    said = catalogue(SOURCE).forms | catalogue(language).forms
    return {key.removeprefix("page."): list(forms) for key, forms in said.items() if key.startswith(_OURS)}
