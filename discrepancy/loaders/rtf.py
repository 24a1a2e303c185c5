"""Rich Text (.rtf), as TextEdit, WordPad, Word and wire desks' systems write it, with its tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.errors import Malformed
from discrepancy.loaders.articles import Field, Part, part
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.intake.sniff import Content, sniff
from discrepancy.loaders.office.versions import Properties, documents
from discrepancy.settings import Revisions

__all__ = ["LOADER"]

_MOST_BYTES = 30_000_000
"""Pictures stand in such a file as text, two characters a byte."""
_BEGINS = b"{\\rtf"
_BEFORE = b"\xef\xbb\xbf \t\r\n"


def claims(path: PurePath, head: bytes) -> bool:
    """Whether this is Rich Text, whatever it is called; an empty or broken file, or plain text, by its suffix."""
    if head.lstrip(_BEFORE).startswith(_BEGINS):
        return True
    return path.suffix.lower() in LOADER.suffixes and sniff(head) in (Content.EMPTY, Content.TEXT)


def load(given: Given) -> Iterator[Outcome]:
    """Read one article, or two where its tracked changes are asked for in both readings."""
    from discrepancy.loaders.office.rtf.groups import Place
    from discrepancy.loaders.office.rtf.reader import Reader

    data = given.read().lstrip(_BEFORE)
    if not data.startswith(_BEGINS):
        raise Malformed(
            "is no Rich Text file: it does not begin with {\\rtf.",
            where=given.display,
            remedy="If it is plain text, name it .txt; else save it again from its own program.",
        )
    text = data.decode("latin-1")
    first = Reader(given.display, Revisions.ACCEPTED)
    accepted = first.read(text)

    def read(reading: Revisions) -> list[Part]:
        return accepted if reading is Revisions.ACCEPTED else Reader(given.display, reading).read(text)

    told = {place: part(value).text for place, value in first.sheet.told.items()}
    properties = Properties("RTF info", title=told.get(Place.TITLE, ""), creator=told.get(Place.AUTHOR, ""))
    properties.known.add(Field.SUBJECT, told.get(Place.KEYWORDS, ""), "RTF info keywords")
    yield from documents(given, first.sheet.changes, properties, read)


LOADER = Loader(
    name="Rich Text",
    suffixes=frozenset({".rtf"}),
    claims=claims,
    load=load,
    most_bytes=_MOST_BYTES,
    order=30,
)
