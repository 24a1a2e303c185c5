"""A Word file opened: only its text parts, within limits; pictures, macros, objects and links are not even unpacked."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from discrepancy.errors import InputError, Malformed
from discrepancy.loaders.intake.refusals import reader_missing
from discrepancy.loaders.markup.parser import local_name, parse_xml
from discrepancy.loaders.office.package import Package

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument

__all__ = ["Opened", "open_word"]

# Source: ECMA-376 part 1, 11.3 (parts of WordprocessingML) and part 2 (relationships).
_MAIN = "officeDocument"
_CORE = "core-properties"
_BESIDE = ("styles", "footnotes", "endnotes", "comments")
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(slots=True)
class Opened:
    """A Word file, opened.

    Attributes:
        docx: as python-docx gives it.
        beside: the roots of its parts beside the text: "footnotes", "endnotes", "comments", and its core properties.
            They are walked as they are: python-docx makes up what is not there, and fails where a name is missing.
        problems: parts beside the text that can not be read.
    """

    docx: DocxDocument
    beside: dict[str, etree._Element] = field(default_factory=dict)
    problems: list[InputError] = field(default_factory=list)


def open_word(data: bytes, where: str) -> Opened:
    """Open a Word file.

    Args:
        data: the whole file.
        where: the path to show.

    Raises:
        ReaderMissing: python-docx is not installed.
        InputError: it is broken, locked, a trap, or no Word file.
    """
    try:
        import docx
    except ImportError:
        raise reader_missing("a Word file", "docx", where) from None
    package = Package(data, where)
    main = next(_targets(package, "", _MAIN), "word/document.xml")
    text, _ = _checked(package, main, "document")
    parts, beside, problems = {}, {}, []
    for name, target in _wanted(package, main):
        try:
            parts[name], beside[name] = _checked(package, target, "")
        except InputError as problem:
            problems.append(problem)
    try:
        opened = docx.Document(BytesIO(_slim(text, parts.get("styles"))))
    except Exception as problem:  # noqa: BLE001 - python-docx raises whatever its parts raise on a broken file
        what = str(problem).strip().rstrip(".") or type(problem).__name__
        raise Malformed(
            f"is no Word file that can be read: {what}.", where=where, remedy="Save it again from Word as .docx."
        ) from None
    return Opened(opened, beside, problems)


def _wanted(package: Package, main: str) -> Iterator[tuple[str, str]]:
    """Names and places of the parts beside the text that are read."""
    for name in _BESIDE:
        yield from ((name, target) for target in _targets(package, main, name) if target in package)
    yield from ((_CORE, target) for target in _targets(package, "", _CORE) if target in package)


def _targets(package: Package, source: str, kind: str) -> Iterator[str]:
    """The first part of a kind that a part (or the package itself) points to; never what lies outside."""
    folder, name = posixpath.split(source)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in package:
        return
    for relation in package.xml(rels):
        inside = relation.get("TargetMode", "").lower() != "external"
        if inside and relation.get("Type", "").rpartition("/")[2] == kind:
            path = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            yield path.lstrip("/")
            return


def _checked(package: Package, name: str, root: str) -> tuple[bytes, etree._Element]:
    """A part that is XML without traps, with its root; ``root`` is the name that this must have, if any."""
    data = package.read(name).replace(_STRICT, _TRANSITIONAL)
    element = parse_xml(data, f"{package.where}, {name}")
    if root and local_name(element) != root:
        raise Malformed(
            f"is no Word document: its text begins with {local_name(element)[:40]!r}.",
            where=f"{package.where}, {name}",
            remedy="Save it again from Word as .docx.",
        )
    return data, element


def _slim(document: bytes, styles: bytes | None) -> bytes:
    """A package of these parts and nothing else, in which no link is dangling and the text is a plain document."""
    parts = {"document": document, **({"styles": styles} if styles else {})}
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as slim:
        types = (f'<Override PartName="/{name}.xml" ContentType="{_CONTENT.format(_TYPES[name])}"/>' for name in parts)
        slim.writestr("[Content_Types].xml", _CONTENT_TYPES.format("".join(types)))
        slim.writestr("_rels/.rels", _RELATIONS.format(_RELATION.format(_MAIN, "document")))
        if styles:
            slim.writestr("_rels/document.xml.rels", _RELATIONS.format(_RELATION.format("styles", "styles")))
        for name, data in parts.items():
            slim.writestr(f"{name}.xml", data)
    return made.getvalue()


_TYPES = {"document": "document.main", "styles": "styles"}
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{}</Types>'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_RELATION = (
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    'Target="{}.xml"/>'
)
