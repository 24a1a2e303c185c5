"""What reviewers give: brought into one form, or refused with a sentence."""

from __future__ import annotations

from discrepancy.decided import PROGRAM, Ruling
from discrepancy.errors import UsageError

__all__ = ["clean", "ensure_reasoned", "name_of", "note_of"]

LONGEST_NAME = 200
LONGEST_NOTE = 20_000
NEED_A_NOTE = {
    Ruling.DISMISSED: ("A finding is dismissed for a reason.", "Give the reason in the note."),
    Ruling.ASK: ("What is asked of the desk has to be said.", "Write the question in the note."),
}


def clean(text: str) -> str:
    """``text`` as SQLite can hold it: halves of surrogate pairs, as in a file's name that is not UTF-8, as codes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def name_of(who: str, *, what: str = "who decides") -> str:
    """A reviewer's name, with single spaces.

    Raises:
        UsageError: it is empty or very long, or it is this program's own.
    """
    name = clean(" ".join(who.split()))
    if not name:
        raise UsageError(f"It is not said {what}.", remedy="Give a name.")
    if name.casefold() == PROGRAM:
        remedy = "Give another."
        raise UsageError(f"{PROGRAM!r} is the name under which this program writes what it does itself.", remedy=remedy)
    if len(name) > LONGEST_NAME:
        raise UsageError(f"A name of more than {LONGEST_NAME} characters is none.", remedy="Give a shorter one.")
    return name


def note_of(note: str) -> str:
    """A note without space around it.

    Raises:
        UsageError: it is longer than any note has to be.
    """
    text = clean(note.strip())
    if len(text) > LONGEST_NOTE:
        what = f"The note has {len(text):,} characters, and {LONGEST_NOTE:,} is the most."
        raise UsageError(what, remedy="Shorten it.")
    return text


def ensure_reasoned(ruling: Ruling, note: str) -> None:
    """Find out whether the note that a ruling needs is there.

    Raises:
        UsageError: it is not.
    """
    if not note and ruling in NEED_A_NOTE:
        what, remedy = NEED_A_NOTE[ruling]
        raise UsageError(what, remedy=remedy)
