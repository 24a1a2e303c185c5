"""Names that stay inside the folder or bucket, on every system."""

from __future__ import annotations

from discrepancy.errors import StorageError

HIDDEN = "."
"""What begins a name of our own keeping: marks of runs, files half written. Readers of Parquet pass over these, too."""
_FORBIDDEN = frozenset('\\:*?"<>|')


def checked(name: str) -> str:
    """``name`` as it is.

    Raises:
        StorageError: it is absolute, goes up, is hidden, or has a character that some system takes for more than text.
    """
    parts = name.split("/")
    good = all(part and not part.startswith(HIDDEN) for part in parts)
    if good and not any(each in _FORBIDDEN or not each.isprintable() for each in name):
        return name
    raise StorageError(f"{name!r} is no name for a part.", remedy="Give a relative one, of plain characters.")


def below(under: str) -> str:
    """What the names in the folder ``under`` begin with; empty for all of them."""
    return f"{checked(under)}/" if under else ""


def hidden(name: str) -> bool:
    """Whether a name, or a folder in it, is of our own keeping or somebody else's, and no part."""
    return any(part.startswith(HIDDEN) for part in name.split("/"))
