"""The program that works values out: this package, and what it runs on."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from discrepancy.cache.folders import hash_of_unchanged

__all__ = ["own_digest", "runs_on"]

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def own_digest(kept_in: Path | None = None) -> str:
    """The hash of this package's own programs and word lists: with another release everything is worked out anew.

    Args:
        kept_in: the folder that may keep it for the next process.
    """
    return hash_of_unchanged(_PACKAGE, kept_in)


@cache
def runs_on() -> str:
    """The release of Python and those of the packages installed for it: what is read of a file comes of them too.

    Names of folders tell them, ``spacy-3.8.7.dist-info``; to read what stands in these takes a hundred times longer.
    """
    found: list[str] = []
    for place in filter(None, sys.path):  # the empty one is the current folder
        with suppress(OSError):
            found += os.listdir(place)  # noqa: PTH208 - names are all that is asked for
    return repr((sys.version, sorted({name for name in found if name.endswith((".dist-info", ".egg-info"))})))
