"""Whether the libraries of the desk are there: they are an extra, and nothing else needs them."""

from __future__ import annotations

from importlib.util import find_spec

from discrepancy.errors import UsageError

__all__ = ["ensure_installed"]

_LIBRARIES = ("fastapi", "python_multipart", "uvicorn")


def ensure_installed() -> None:
    """Find out whether the desk can be run.

    Raises:
        UsageError: a library is missing; the message says how it is installed.
    """
    for library in _LIBRARIES:
        if not _is_there(library):
            raise UsageError(
                f"The desk needs {library}, which is not installed.",
                remedy="Install it: pip install 'discrepancy[review]'.",
            )


def _is_there(library: str) -> bool:
    try:
        return find_spec(library) is not None
    except ValueError:  # it is kept from being imported
        return False
