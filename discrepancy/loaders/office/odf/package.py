"""An OpenDocument text opened, from its package or from a flat file."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from discrepancy.errors import InputError, Malformed, NotText, TooLarge
from discrepancy.loaders.articles import Field, part
from discrepancy.loaders.markup.parser import local_name, parse_xml
from discrepancy.loaders.office.package import MOST_XML, Package, locked
from discrepancy.loaders.office.versions import Properties

__all__ = ["Opened", "open_odt"]

_ZIP = b"PK"
_LOCKED = (b"encryption-data", b"encrypted-package")


@dataclass(slots=True)
class Opened:
    """An OpenDocument text, opened.

    Attributes:
        text: its ``office:text`` element.
        roots: the roots of its parts, in which its styles are.
        properties: of the file.
        problems: parts beside the text that can not be read.
    """

    text: etree._Element
    roots: list[etree._Element]
    properties: Properties = field(default_factory=lambda: Properties("OpenDocument properties"))
    problems: list[InputError] = field(default_factory=list)


def open_odt(data: bytes, where: str) -> Opened:
    """Open an OpenDocument text.

    Raises:
        InputError: it is broken, locked, a trap, or another kind of document.
    """
    problems: list[InputError] = []
    roots = _roots(data, where, problems) if data.startswith(_ZIP) else [_flat(data, where)]
    text = next((each for each in roots[0].iter() if local_name(each) == "text" and _is_body(each)), None)
    if text is None:
        raise _no_text(roots[0], where)
    opened = Opened(text, roots, problems=problems)
    _read_properties(opened)
    return opened


def _roots(data: bytes, where: str, problems: list[InputError]) -> list[etree._Element]:
    package = Package(data, where)
    if "META-INF/manifest.xml" in package and any(each in package.read("META-INF/manifest.xml") for each in _LOCKED):
        raise locked(where)
    roots = [package.xml("content.xml")]
    for name in ("styles.xml", "meta.xml"):
        try:
            roots += [package.xml(name)] if name in package else []
        except InputError as problem:
            problems.append(problem)
    return roots


def _flat(data: bytes, where: str) -> etree._Element:
    if len(data) > MOST_XML:
        raise TooLarge(
            f"has more than {MOST_XML:,} bytes.", where=where, remedy="Split the document into one file an article."
        )
    return parse_xml(data, where)


def _is_body(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and local_name(parent) == "body"


def _no_text(root: etree._Element, where: str) -> InputError:
    kinds = {"spreadsheet", "presentation", "drawing", "chart", "formula", "database"}
    kind = next((name for each in root.iter() if (name := local_name(each)) in kinds and _is_body(each)), "")
    if kind:
        return NotText(
            f"is an OpenDocument {kind}, not an article.", where=where, remedy="Save the article's text as .odt."
        )
    return Malformed("lacks its text.", where=where, remedy="Save it again as .odt from its own program.")


def _read_properties(opened: Opened) -> None:
    told: dict[str, list[str]] = {}
    for meta in (each for root in opened.roots for each in root.iter() if local_name(each) == "meta"):
        for each in meta:
            told.setdefault(local_name(each), []).append(part(each.text or "").text)
    properties = opened.properties
    properties.title = next(iter(told.get("title", ())), "")
    properties.creator = next(iter([*told.get("initial-creator", ()), *told.get("creator", ())]), "")
    for word in told.get("keyword", ()):
        properties.known.add(Field.SUBJECT, word, "OpenDocument properties keyword")
