"""What a NewsML 1 item says of itself: identification, management, news lines, metadata."""

from __future__ import annotations

from lxml import etree

from discrepancy.loaders.articles import Field, Known, Part
from discrepancy.loaders.markup.paragraphs import text_of
from discrepancy.loaders.wires.known_words import add_embargo, add_source, add_times, place_of
from discrepancy.loaders.wires.lookup import attribute, child, children, descendants, said
from discrepancy.loaders.wires.names import add_authors
from discrepancy.loaders.wires.nml1_tree import of_item
from discrepancy.loaders.wires.notes import is_advice, note, status_word
from discrepancy.loaders.wires.versions import add_versions

__all__ = ["nml1_known"]

# Source: IPTC, NewsML 1.2 DTD and Functional Specification; AFP's own use of it.
_LINES = (
    (Field.TITLE, "headline", "HeadLine"),
    (Field.SLUG, "slugline", "SlugLine"),
    (Field.SUBJECT, "keywordline", "KeywordLine"),
    (Field.SUBJECT, "seriesline", "SeriesLine"),
    (Field.USAGE, "rightsline", "RightsLine"),
    (Field.USAGE, "copyrightline", "CopyrightLine"),
)
_SUBJECTS = ("subject", "subjectmatter", "subjectdetail", "subjectqualifier")


def nml1_known(envelope: etree._Element | None, item: etree._Element) -> tuple[Known, list[Part]]:
    """What an item says beside its text, and the notes on corrections among it as paragraphs."""
    known = Known()
    identity = child(item, "identification", "newsidentifier")
    known.add(Field.ID, said(identity, "publicidentifier") or said(identity, "newsitemid"), "NewsML NewsIdentifier")
    known.add(Field.VERSION, said(identity, "revisionid"), "NewsML RevisionId")
    notes = _managed(known, child(item, "newsmanagement"), envelope)
    _lines(known, item)
    _described(known, item)
    _sources(known, item, envelope)
    known.add(Field.SLUG, said(item, "identification", "namelabel"), "NewsML NameLabel")
    notes += _notes(known, item)
    return known, notes


def _managed(known: Known, managed: etree._Element | None, envelope: etree._Element | None) -> list[Part]:
    made, first = said(managed, "thisrevisioncreated"), said(managed, "firstcreated")
    add_times(known, (first, "NewsML FirstCreated"), (made, "NewsML ThisRevisionCreated"))
    known.add(Field.PUBLISHED, "" if first or made else said(envelope, "dateandtime"), "NewsML DateAndTime")
    state = attribute(child(managed, "status"), "formalname")
    known.add(Field.STATUS, state.casefold(), "NewsML Status")
    if state.casefold() == "embargoed":
        until = said(managed, "statuswillchange", "dateandtime")
        add_embargo(known, until or "embargoed, no time given", "NewsML StatusWillChange")
    for name in ("NewsItemType", "Instruction"):
        for each in children(managed, name.lower()):
            known.add(Field.STATUS, status_word(attribute(each, "formalname")), f"NewsML {name}")
    known.add(Field.PRIORITY, attribute(child(managed, "urgency"), "formalname"), "NewsML Urgency")
    known.add(Field.PRIORITY, attribute(child(envelope, "priority"), "formalname"), "NewsML Priority")
    told = [note(known, text_of(each), "NewsML Instruction") for each in children(managed, "instruction")]
    return [each for each in told if each is not None]


def _lines(known: Known, item: etree._Element) -> None:
    for lines in of_item(item, "newslines"):
        for name, line, origin in _LINES:
            for each in children(lines, line):
                known.add(name, text_of(each), f"NewsML {origin}")
        for each in children(lines, "byline"):
            add_authors(known, text_of(each), "NewsML ByLine")
        for each in (*children(lines, "slugline"), *children(lines, "headline")):
            add_versions(known, text_of(each), "NewsML SlugLine")
        for each in children(lines, "subheadline"):
            known.add(Field.NOTE, text_of(each) if is_advice(text_of(each)) else "", "NewsML SubHeadLine")
        for each in children(lines, "dateline"):
            known.add(Field.PLACE, place_of(text_of(each)), "NewsML DateLine")
        for each in children(lines, "creditline"):
            add_source(known, text_of(each), "NewsML CreditLine")


def _described(known: Known, item: etree._Element) -> None:
    for described in of_item(item, "descriptivemetadata"):
        for each in children(described, "language"):
            known.add(Field.LANGUAGE, attribute(each, "formalname"), "NewsML Language")
        for each in descendants(described, *_SUBJECTS):
            known.add(Field.SUBJECT, attribute(each, "formalname"), "NewsML SubjectCode")
        for each in (*children(described, "location", "property"), *children(described, "property")):
            name, value = attribute(each, "formalname").casefold(), attribute(each, "value")
            known.add(Field.PLACE, value if name == "city" else "", "NewsML Location")
            known.add(Field.SUBJECT, value if name == "keyword" else "", "NewsML Keyword")


def _sources(known: Known, item: etree._Element, envelope: etree._Element | None) -> None:
    for name in ("provider", "source", "creator"):
        for administered in of_item(item, "administrativemetadata"):
            for each in children(administered, name, "party"):
                if name == "creator":
                    add_authors(known, attribute(each, "formalname"), "NewsML Creator")
                else:
                    add_source(known, attribute(each, "formalname"), f"NewsML {name.title()}")
    add_source(known, attribute(child(envelope, "sentfrom", "party"), "formalname"), "NewsML SentFrom")
    add_source(known, said(item, "identification", "newsidentifier", "providerid"), "NewsML ProviderId")
    for rights in of_item(item, "rightsmetadata"):
        for each in children(rights, "usagerights"):
            for one in each:
                known.add(Field.USAGE, text_of(one), "NewsML UsageRights")


def _notes(known: Known, item: etree._Element) -> list[Part]:
    """The item's comments, and its news lines of a type of their own: "AdvisoryLine"."""
    told = [note(known, text_of(each), "NewsML Comment") for each in children(item, "comment")]
    for lines in of_item(item, "newslines"):
        for line in children(lines, "newsline"):
            kind = attribute(child(line, "newslinetype"), "formalname") or "NewsLine"
            told += [note(known, text_of(each), f"NewsML {kind}") for each in children(line, "newslinetext")]
    return [each for each in told if each is not None]
