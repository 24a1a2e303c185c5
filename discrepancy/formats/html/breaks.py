"""Places where a long name may be broken over lines: file names and addresses have no spaces."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

__all__ = ["breakable"]

_AFTER = re.compile(r"(?<=[._/@-])(?=\w)")


def breakable(name: str) -> Markup:
    """``name`` escaped, with a place for a line break after each dot, dash, slash or low line within it."""
    return Markup("<wbr>").join(escape(part) for part in _AFTER.split(name))
