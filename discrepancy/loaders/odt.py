"""OpenDocument text, as LibreOffice writes it: .odt, .ott and the flat .fodt, with their tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.office.kinds import Kind, is_ruin, office_of
from discrepancy.loaders.office.versions import documents

__all__ = ["LOADER"]

_MOST_BYTES = 50_000_000
"""Pictures make a document large; they are not unpacked."""
_FLAT = (b"<office:document", b"application/vnd.oasis.opendocument.text")


def claims(path: PurePath, head: bytes) -> bool:
    """Whether this is OpenDocument text, whatever it is called; a broken or empty file by its suffix."""
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return all(each in head for each in _FLAT)
    told = office_of(path, head).kind
    return told is Kind.ODT or (told is Kind.NONE and path.suffix.lower() in LOADER.suffixes and is_ruin(head))


def load(given: Given) -> Iterator[Outcome]:
    """Read one article, or two where its tracked changes are asked for in both readings."""
    from discrepancy.loaders.office.odf.changes import Regions
    from discrepancy.loaders.office.odf.package import open_odt
    from discrepancy.loaders.office.odf.state import State
    from discrepancy.loaders.office.odf.story import parts_of
    from discrepancy.loaders.office.odf.styles import Styles

    opened = open_odt(given.read(), given.display)
    yield from opened.problems
    styles = Styles(opened.roots)
    yield from documents(
        given,
        Regions(opened.text).changes,
        opened.properties,
        lambda reading: parts_of(opened, State(styles, Regions(opened.text), reading)),
    )


LOADER = Loader(
    name="OpenDocument",
    suffixes=frozenset({".odt", ".ott", ".fodt"}),
    claims=claims,
    load=load,
    most_bytes=_MOST_BYTES,
    order=30,
)
