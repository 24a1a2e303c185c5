"""How many versions give a value, and how many of them speak with a voice of their own: copies of one text are one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from discrepancy.formats.words import Words
from discrepancy.model import ReportData

__all__ = ["copies_of", "said_by"]


def said_by(data: ReportData, given: Collection[str], words: Words) -> str:
    """ "3 of 5 versions, one wire text"; empty where no two of the documents ``given`` are of one family."""
    families = [set(members) & set(given) for members in data.families]
    copies = [members for members in families if len(members) > 1]
    if not copies:
        return ""
    voices = len(set(given)) - sum(len(members) - 1 for members in copies)
    said = words("voices.versions", n=words.number(len(set(given))), of=words.number(len(data.documents)))
    return said + words("list") + words.count("voices", voices)


def copies_of(families: Sequence[tuple[str, ...]], document: str) -> tuple[str, ...]:
    """The ids of the other documents of a document's family."""
    return tuple(other for members in families if document in members for other in members if other != document)
