"""What a NewsML-G2 item says of itself: itemMeta, contentMeta, rightsInfo."""

from __future__ import annotations

from lxml import etree

from discrepancy.loaders.articles import Field, Known, Part
from discrepancy.loaders.layout.bylines import agency
from discrepancy.loaders.markup.paragraphs import text_of
from discrepancy.loaders.wires.known_words import add_embargo, add_source, add_times, code_of, place_of
from discrepancy.loaders.wires.lookup import attribute, child, children, said
from discrepancy.loaders.wires.names import add_authors, authors_of
from discrepancy.loaders.wires.notes import note, status_word
from discrepancy.loaders.wires.versions import add_versions

__all__ = ["code_in", "g2_known", "named"]

# Source: IPTC, NewsML-G2 Guidelines, "Item metadata" and "Content metadata".
_MOST_SUBJECTS = 40


def named(element: etree._Element | None) -> str:
    """What a reader calls a concept: its name, else its literal or the code without its scheme."""
    return said(element, "name") or attribute(element, "literal") or (text_of(element) or code_in(element))


def code_in(element: etree._Element | None) -> str:
    """The code of a concept without its scheme."""
    return code_of(attribute(element, "qcode", "uri", "literal"))


def g2_known(item: etree._Element) -> tuple[Known, list[Part]]:
    """What an item says beside its text, and the notes on corrections among it as paragraphs."""
    known = Known()
    meta, content = child(item, "itemmeta"), child(item, "contentmeta")
    known.add(Field.ID, attribute(item, "guid"), "NewsML-G2 guid")
    known.add(Field.VERSION, attribute(item, "version"), "NewsML-G2 version")
    _times(known, meta, content)
    known.add(Field.STATUS, code_in(child(meta, "pubstatus")), "NewsML-G2 pubStatus")
    for name in ("signal", "role", "itemClass"):
        for each in children(meta, name.lower()):
            known.add(Field.STATUS, status_word(f"{code_in(each)} {said(each, 'name')}"), f"NewsML-G2 {name}")
    notes = [note(known, text_of(each), "NewsML-G2 edNote") for each in children(meta, "ednote")]
    _lines(known, meta, content)
    _people(known, meta, content)
    _sources(known, item, meta, content)
    return known, [each for each in notes if each is not None]


def _times(known: Known, meta: etree._Element | None, content: etree._Element | None) -> None:
    made, first = said(meta, "versioncreated"), said(meta, "firstcreated")
    add_times(known, (first, "NewsML-G2 firstCreated"), (made, "NewsML-G2 versionCreated"))
    if not first and not made:
        known.add(Field.PUBLISHED, said(content, "contentcreated"), "NewsML-G2 contentCreated")
        known.add(Field.UPDATED, said(content, "contentmodified"), "NewsML-G2 contentModified")
    # An empty element says that what was embargoed no longer is.
    add_embargo(known, said(meta, "embargoed"), "NewsML-G2 embargoed")


def _lines(known: Known, meta: etree._Element | None, content: etree._Element | None) -> None:
    for each in children(content, "headline"):
        known.add(Field.TITLE, text_of(each), "NewsML-G2 headline")
    known.add(Field.TITLE, said(meta, "title"), "NewsML-G2 title")
    for each in children(content, "slugline"):
        known.add(Field.SLUG, text_of(each), "NewsML-G2 slugline")
        add_versions(known, text_of(each), "NewsML-G2 slugline")
    known.add(Field.PRIORITY, said(content, "urgency"), "NewsML-G2 urgency")
    for each in children(content, "located"):
        known.add(Field.PLACE, named(each), "NewsML-G2 located")
    for each in children(content, "dateline"):
        known.add(Field.PLACE, place_of(text_of(each)), "NewsML-G2 dateline")
    for each in list(children(content, "subject"))[:_MOST_SUBJECTS]:
        code, name = code_in(each), said(each, "name")
        known.add(Field.SUBJECT, f"{code} {name}" if name and name != code else code, "NewsML-G2 subject")
    for each in children(content, "keyword"):
        known.add(Field.SUBJECT, text_of(each), "NewsML-G2 keyword")
    for each in children(content, "language"):
        known.add(Field.LANGUAGE, attribute(each, "tag"), "NewsML-G2 language")


def _people(known: Known, meta: etree._Element | None, content: etree._Element | None) -> None:
    for each in children(content, "by"):
        add_authors(known, text_of(each), "NewsML-G2 by")
    provider = named(child(meta, "provider")).casefold()
    for each in children(content, "creator"):
        name = said(each, "name") or attribute(each, "literal")
        if name.casefold() != provider and not agency(name) and authors_of(name):
            known.add(Field.AUTHOR, name, "NewsML-G2 creator")


def _sources(known: Known, item: etree._Element, meta: etree._Element | None, content: etree._Element | None) -> None:
    rights = child(item, "rightsinfo")
    add_source(known, named(child(meta, "provider")), "NewsML-G2 provider")
    for each in children(content, "creditline"):
        add_source(known, text_of(each), "NewsML-G2 creditline")
    for each in children(content, "infosource"):
        add_source(known, named(each), "NewsML-G2 infoSource")
    add_source(known, named(child(rights, "copyrightholder")), "NewsML-G2 copyrightHolder")
    for name, origin in (("usageterms", "usageTerms"), ("copyrightnotice", "copyrightNotice")):
        for each in children(rights, name):
            known.add(Field.USAGE, text_of(each), f"NewsML-G2 {origin}")
