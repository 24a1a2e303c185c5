"""ZIP archives: each member by its own loader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.loaders.archives.few import few_errors
from discrepancy.loaders.archives.limits import ARCHIVE_BYTES, budget_of
from discrepancy.loaders.archives.members import read_members
from discrepancy.loaders.archives.opened import opened
from discrepancy.loaders.archives.zip_members import zip_members
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.intake.sniff import binary_name

__all__ = ["LOADER"]

_SUFFIXES = frozenset({".zip", ".wacz"})
_FIRST, _EMPTY = b"PK\x03\x04", b"PK\x05\x06"
_NAME_AT, _LENGTH_AT = 30, 26
# Formats that are a ZIP archive inside: what is in one is no file that somebody put there.
# Source: ECMA-376 part 2 (OPC), ODF 1.3 part 2, EPUB OCF 3.3, the JAR and APK formats.
_PARTS = ("[content_types].xml", "_rels/", "docprops/", "word/", "xl/", "ppt/", "customxml/", "mimetype", "meta-inf/")
_APPLICATIONS = ("androidmanifest.xml", "index/document.iwa", "index/tables/", "designmap.xml")
_DOCUMENTS = frozenset(
    ".docx .docm .dotx .xlsx .xlsm .xlsb .pptx .ppsx .odt .ods .odp .odg .epub .jar .war .apk .pages .numbers .key "
    ".idml .kmz .whl .xpi .vsdx".split()
)


def claims(path: PurePath, head: bytes) -> bool:
    """Whether this is an archive of files, and not a document of a format that packs its parts so."""
    suffix = path.suffix.lower()
    if suffix in _DOCUMENTS:
        return False
    if head.startswith(_FIRST):
        length = int.from_bytes(head[_LENGTH_AT : _LENGTH_AT + 2], "little")
        first = head[_NAME_AT : _NAME_AT + length].decode("utf-8", "replace").casefold()
        return not first.startswith((*_PARTS, *_APPLICATIONS))
    return head.startswith(_EMPTY) or (suffix in _SUFFIXES and binary_name(head) == "binary data")


def load(given: Given) -> Iterator[Outcome]:
    """Read each member in the order of the table of contents."""
    with opened(given) as stream:
        budget = budget_of(stream)
        yield from few_errors(read_members(given, zip_members(stream, given, budget), budget), given.display)


LOADER = Loader(name="ZIP archive", suffixes=_SUFFIXES, claims=claims, load=load, most_bytes=ARCHIVE_BYTES, order=40)
