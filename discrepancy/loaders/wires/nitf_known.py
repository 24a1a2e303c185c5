"""What the head of a NITF document says of it: its docdata, and the lines above its text."""

from __future__ import annotations

from lxml import etree

from discrepancy.loaders.articles import Field, Known, Part
from discrepancy.loaders.markup.paragraphs import text_of
from discrepancy.loaders.wires.known_words import add_embargo, add_source
from discrepancy.loaders.wires.lookup import attribute, child, children, descendants, said
from discrepancy.loaders.wires.names import add_authors
from discrepancy.loaders.wires.notes import note, status_word
from discrepancy.loaders.wires.versions import add_versions

__all__ = ["nitf_known"]

# Source: IPTC, NITF 3.6, element reference.
_ATTRIBUTES = (
    (Field.ID, "doc-id", ("id-string",)),
    (Field.PUBLISHED, "date.issue", ("norm",)),
    (Field.PRIORITY, "urgency", ("ed-urg",)),
    (Field.SLUG, "du-key", ("key",)),
    (Field.VERSION, "du-key", ("version",)),
    (Field.SUBJECT, "fixture", ("fix-id",)),
    (Field.SUBJECT, "series", ("series.name",)),
)
_CONTENT = ("classifier", "location", "person", "org", "event", "object.title")
_EMBARGOED = "embargoed"


def nitf_known(root: etree._Element) -> tuple[Known, list[Part]]:
    """What a ``nitf`` element says beside its text, and the notes on corrections among it as paragraphs."""
    known = Known()
    data = child(root, "head", "docdata")
    notes = _notes(known, root, data)
    for name, element, attributes in _ATTRIBUTES:
        for each in children(data, element):
            known.add(name, attribute(each, *attributes), f"NITF {element}")
    _head_lines(known, child(root, "body", "body.head"))
    _hold(known, data)
    _subjects(known, child(root, "head"))
    _rights(known, root, data)
    _other_dates(known, root)
    add_source(known, attribute(child(data, "doc-id"), "regsrc"), "NITF doc-id regsrc")
    add_source(known, attribute(child(data, "del-list", "from-src"), "src-name"), "NITF del-list")
    known.add(Field.TITLE, said(root, "head", "title"), "NITF title")
    return known, notes


def _notes(known: Known, root: etree._Element, data: etree._Element | None) -> list[Part]:
    """The notes to editors, and what the document says of its state."""
    known.add(Field.STATUS, attribute(data, "management-status"), "NITF management-status")
    for each in descendants(child(root, "head"), "tobject.property"):
        known.add(Field.STATUS, status_word(attribute(each, "tobject.property.type")), "NITF tobject.property")
    found = [note(known, attribute(each, "info"), "NITF ed-msg") for each in children(data, "ed-msg")]
    found += [note(known, text_of(each), "NITF note") for each in children(root, "body", "body.head", "note")]
    return [each for each in found if each is not None]


def _head_lines(known: Known, head: etree._Element | None) -> None:
    known.add(Field.TITLE, said(head, "hedline", "hl1"), "NITF hl1")
    for each in children(head, "byline"):
        add_authors(known, text_of(each), "NITF byline")
    for each in descendants(head, "hl1", "hl2"):
        add_versions(known, text_of(each), "NITF hedline")
    add_source(known, said(head, "distributor"), "NITF distributor")
    place = child(head, "dateline", "location")
    known.add(Field.PLACE, said(place, "city") or text_of(place), "NITF location")
    known.add(Field.PUBLISHED, attribute(child(head, "dateline", "story.date"), "norm"), "NITF story.date")


def _hold(known: Known, data: etree._Element | None) -> None:
    """Until when it may not be used, and when it goes out of use."""
    issued = attribute(child(data, "date.issue"), "norm")
    held = attribute(data, "management-status").casefold() == _EMBARGOED
    release = attribute(child(data, "date.release"), "norm")
    if release:
        add_embargo(known, release, "NITF date.release", issued="" if held else issued)
    elif held:
        known.add(Field.EMBARGO, "embargoed, no time given", "NITF management-status")
    expire = attribute(child(data, "date.expire"), "norm")
    known.add(Field.USAGE, f"expires {expire}" if expire else "", "NITF date.expire")
    series = child(data, "series")
    number, of = attribute(series, "series.part"), attribute(series, "series.totalpart")
    known.add(Field.VERSION, f"part {number} of {of}" if number and of and of != "1" else "", "NITF series")


def _subjects(known: Known, head: etree._Element | None) -> None:
    for each in descendants(head, "keyword"):
        known.add(Field.SUBJECT, attribute(each, "key"), "NITF key-list")
    for each in descendants(head, "tobject.subject"):
        names = ("tobject.subject.refnum", "tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type")
        told = [attribute(each, name) for name in names]
        number, name = told[0], next((one for one in told[1:] if one), "")
        known.add(Field.SUBJECT, f"{number} {name}".strip(), "NITF tobject.subject")
    for outer in descendants(head, "identified-content"):
        for each in descendants(outer, *_CONTENT):
            known.add(Field.SUBJECT, attribute(each, "value") or text_of(each), "NITF identified-content")
    for each in children(head, "meta"):
        if attribute(each, "name").casefold() in ("slug", "slugline"):
            known.add(Field.SLUG, attribute(each, "content"), "NITF meta slug")


def _rights(known: Known, root: etree._Element, data: etree._Element | None) -> None:
    mark = child(data, "doc.copyright")
    holder, year = attribute(mark, "holder"), attribute(mark, "year")
    known.add(Field.USAGE, f"© {year} {holder}".replace("  ", " ") if holder else "", "NITF doc.copyright")
    rights = child(data, "doc.rights")
    for name in ("limitations", "type", "agent", "owner"):
        known.add(Field.USAGE, attribute(rights, name), "NITF doc.rights")
    for path in ("rights", "copyrite"):
        known.add(Field.USAGE, said(root, "body", "body.head", path), f"NITF {path}")
    add_source(known, holder, "NITF doc.copyright")


def _other_dates(known: Known, root: etree._Element) -> None:
    head = child(root, "head")
    for each in children(head, "revision-history"):
        known.add(Field.UPDATED, attribute(each, "norm"), "NITF revision-history")
    for each in children(head, "pubdata"):
        known.add(Field.PUBLISHED, attribute(each, "date.publication"), "NITF pubdata")
        known.add(Field.SOURCE, attribute(each, "name"), "NITF pubdata")
