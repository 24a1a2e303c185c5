"""On which line each key of a file with several tables of one name stands: ``[[feeds]]``, ``[[feeds]]``, …."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from discrepancy.config.toml_places import Way, places

__all__ = ["numbered_places"]

_HEADING: Final = re.compile(r"^([ \t]*)\[\[[ \t]*([A-Za-z0-9_-]+)[ \t]*\]\]", re.MULTILINE)


def numbered_places(text: str) -> dict[Way, int]:
    """The line of each key and heading; what stands in the second ``[[feeds]]`` is at ("feeds", "1", …).

    A heading that stands in a text of several lines is taken for one too. No value of this file has several lines.
    """
    counted: Counter[str] = Counter()

    def number(match: re.Match[str]) -> str:
        counted[match[2]] += 1
        return f"{match[1]}[{match[2]}.{counted[match[2]] - 1}]"

    return places(_HEADING.sub(number, text))
