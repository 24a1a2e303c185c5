"""Word files: .docx, .docm (its macros are never run, or read) and .dotx, with their tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.loaders.articles import Field, part
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.office.kinds import Kind, is_ruin, office_of
from discrepancy.loaders.office.versions import Properties, documents

__all__ = ["LOADER"]

_MOST_BYTES = 50_000_000
"""Pictures make a Word file large; they are not unpacked."""


def claims(path: PurePath, head: bytes) -> bool:
    """Whether this is a Word package, whatever it is called; a broken or empty one by its suffix."""
    told = office_of(path, head).kind
    return told is Kind.WORD or (told is Kind.NONE and path.suffix.lower() in LOADER.suffixes and is_ruin(head))


def load(given: Given) -> Iterator[Outcome]:
    """Read one article, or two where its tracked changes are asked for in both readings.

    The core properties' dates say when the file was saved, which is not when the article was published: they are
    left out. Its ``creator`` is who made the file, and stands for the author only where no byline does.
    """
    from discrepancy.loaders.markup.parser import local_name
    from discrepancy.loaders.office.word.changes import changes_in
    from discrepancy.loaders.office.word.package import open_word
    from discrepancy.loaders.office.word.story import parts_of

    opened = open_word(given.read(), given.display)
    yield from opened.problems
    properties = Properties("Word core properties")
    core = {local_name(each): part(each.text or "").text for each in opened.beside.get("core-properties", ())}
    properties.title, properties.creator = core.get("title", ""), core.get("creator", "")
    properties.known.add(Field.SUBJECT, core.get("keywords"), "Word core properties keywords")
    notes = (opened.beside[name] for name in ("footnotes", "endnotes") if name in opened.beside)
    changes = changes_in([opened.docx.element, *notes])
    yield from documents(given, changes, properties, lambda reading: parts_of(opened, reading))


LOADER = Loader(
    name="Word",
    suffixes=frozenset({".docx", ".docm", ".dotx", ".dotm"}),
    claims=claims,
    load=load,
    most_bytes=_MOST_BYTES,
    order=30,
)
