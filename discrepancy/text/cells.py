"""Cells of a table that a spreadsheet would take for more than text.

Source: OWASP, "CSV Injection"; the wide forms of the signs count in East Asian versions of Excel.
"""

from __future__ import annotations

import re

__all__ = ["is_formula"]

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def is_formula(cell: str) -> bool:
    """Whether Excel, LibreOffice or Sheets may run a cell, by how it begins; a number with a sign is among them."""
    return _FORMULA.match(cell) is not None
