"""Which office file this is, told from its first bytes: a Word file, OpenDocument text, or one that is no article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from discrepancy.loaders.intake.sniff import binary_name
from discrepancy.loaders.office.members import first_members

__all__ = ["OLD_OFFICE", "Kind", "Office", "is_ruin", "office_of"]

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an OLE compound file begins: Word, Excel and PowerPoint before 2007, Outlook messages, protected .docx."""


class Kind(StrEnum):
    """What kind of office file it is."""

    WORD = "Word"
    ODT = "OpenDocument text"
    OLD = "old office file"
    OTHER = "another office file"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Office:
    """A kind, and what to call such a file, with its article: "an Excel workbook"."""

    kind: Kind
    name: str


_LOOKED_AT = 4096
_NONE = Office(Kind.NONE, "")
_WORD = Office(Kind.WORD, "a Word file")
_ODT = Office(Kind.ODT, "an OpenDocument text")

# Source: ECMA-376 part 2 (package), part names that each program writes; Apple's iWork bundles.
_FOLDERS = {"word/": _WORD, "xl/": Office(Kind.OTHER, "an Excel workbook")}
_FOLDERS["ppt/"] = Office(Kind.OTHER, "a PowerPoint presentation")
_FOLDERS["visio/"] = Office(Kind.OTHER, "a Visio drawing")
_IWORK = "Index/Document.iwa"
_PACKAGE = frozenset({"[Content_Types].xml", "_rels/.rels"})
_ALONE = frozenset({"word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"})
# Source: OpenDocument 1.3 part 2, "mimetype"; EPUB 3 OCF.
_ODF = "application/vnd.oasis.opendocument."
_ODF_KINDS = {
    "spreadsheet": "an OpenDocument spreadsheet",
    "presentation": "an OpenDocument presentation",
    "graphics": "an OpenDocument drawing",
}
_EPUB = "application/epub+zip"
_BY_SUFFIX = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xlsb"), _FOLDERS["xl/"]),
    **dict.fromkeys((".pptx", ".pptm", ".potx", ".ppsx"), _FOLDERS["ppt/"]),
    **dict.fromkeys((".vsdx", ".vsdm"), _FOLDERS["visio/"]),
}


def office_of(path: PurePath, head: bytes) -> Office:
    """Tell what an office file is.

    Args:
        path: its name, which decides only where a package's head does not show what it holds.
        head: its first bytes, as loaders are shown them.
    """
    if head.startswith(OLD_OFFICE):
        return Office(Kind.OLD, "an old office file")
    members = list(first_members(head)) if head.startswith(b"PK\x03\x04") else []
    names = {name for name, _ in members}
    if members and members[0][0] == "mimetype":
        told = _by_mimetype(members[0][1].decode("ascii", "replace").strip())
        if told.kind is not Kind.NONE:
            return told
    if _PACKAGE & names or _ALONE & names:
        every = (office for folder, office in _FOLDERS.items() if any(name.startswith(folder) for name in names))
        return next(every, _BY_SUFFIX.get(path.suffix.lower(), _WORD))
    if {"content.xml", "META-INF/manifest.xml"} <= names or (path.suffix.lower() == ".odt" and "content.xml" in names):
        return _ODT
    return Office(Kind.OTHER, "an Apple Pages, Numbers or Keynote file") if _IWORK in names else _NONE


def is_ruin(head: bytes) -> bool:
    """Whether a file may be what is left of a package: nothing, some archive, or bytes that are no format's."""
    return not head or head.startswith(b"PK") or binary_name(head[:_LOOKED_AT]) == "binary data"


def _by_mimetype(told: str) -> Office:
    if told.startswith(_EPUB):
        return Office(Kind.OTHER, "an e-book")
    kind = told.removeprefix(_ODF)
    if kind == told:
        return _NONE
    if kind.startswith("text"):
        return _ODT
    name = next((name for key, name in _ODF_KINDS.items() if kind.startswith(key)), "an OpenDocument file")
    return Office(Kind.OTHER, name)
