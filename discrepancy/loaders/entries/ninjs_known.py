"""What a ninjs item says beside its text: times, version, status, embargo, terms, notes, subjects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.loaders.articles import Field, Known
from discrepancy.loaders.entries.fragments import one_line
from discrepancy.loaders.entries.ninjs_bodies import wordings
from discrepancy.loaders.entries.values import Item, objects, text, texts
from discrepancy.loaders.layout.embargoes import embargo_in
from discrepancy.loaders.wires.names import writers

__all__ = ["bylines", "known_of", "notes", "subheadline"]

_HEADLINES = ("headline", "headline_extended", "title")
_SUB = ("sub", "deck", "standfirst")
_PROVIDES = ("provider", "origin", "source", "distributor", "publisher", "creator")
_LAST = re.compile(r"[:/#]")
# The fields whose value is taken as it stands.
_PLAIN = (
    (Field.PLACE, ("located",)),
    (Field.EMBARGO, ("embargoed", "embargoeduntil", "embargo")),
    (Field.VERSION, ("version",)),
    (Field.SLUG, ("slugline", "slug", "keyword")),
    (Field.USAGE, ("usageterms", "copyrightnotice")),
    (Field.PRIORITY, ("urgency", "priority", "editorialpriority")),
    (Field.LANGUAGE, ("language",)),
    (Field.ID, ("uri", "guid", "urn")),
)


def known_of(item: Item) -> Known:
    """What an item says of itself; its names are in lower case."""
    known = Known()
    for each in sorted(wordings(item, "headlines", _HEADLINES), key=_rank):
        known.add(Field.TITLE, one_line(each.value), f"ninjs {each.name}")
    _add_source(known, item)
    for name in [name for line in bylines(item) for name in writers(line)]:
        known.add(Field.AUTHOR, name, "ninjs byline")
    _add_times(known, item)
    for name, sources in _PLAIN:
        for source in sources:
            for value in texts(item.get(source)):
                known.add(name, value, f"ninjs {source}")
    for note in notes(item):
        known.add(Field.NOTE, note, "ninjs ednote")
        known.add(Field.EMBARGO, embargo_in(note), "ninjs ednote")
    for value in [*texts(item.get("pubstatus")), *texts(item.get("signal")), *texts(item.get("signals"))]:
        known.add(Field.STATUS, _LAST.split(value)[-1], "ninjs pubstatus or signal")
    for subject in _subjects(item):
        known.add(Field.SUBJECT, subject, "ninjs subject")
    for value in texts(list(_alternatives(item))):
        known.add(Field.ID, value, "ninjs altids")
    return known


def bylines(item: Item) -> list[str]:
    """The lines that say who wrote an item, as they stand."""
    for name in ("byline", "by", "bylines", "authors"):
        found = texts(item.get(name))
        if found:
            return found
    return []


def notes(item: Item) -> list[str]:
    """The notes to editors."""
    return [*texts(item.get("ednote")), *texts(item.get("description_editornotes"))]


def subheadline(item: Item) -> str:
    """The line below the headline; empty without one."""
    found = (each.value for each in wordings(item, "headlines", ()) if any(word in each.role for word in _SUB))
    return one_line(next(found, ""))


def _rank(each: object) -> int:
    role = getattr(each, "role", "")
    return 0 if role in ("main", "headline", "") else 2 if any(word in role for word in _SUB) else 1


def _add_source(known: Known, item: Item) -> None:
    known.add(Field.SOURCE, text(item.get("source")), "ninjs source")
    known.add(Field.SOURCE, text(item.get("provider")), "ninjs provider")
    sources = [
        (text(each.get("name")), f"{text(each.get('role'))} {text(each.get('rel'))}".lower())
        for plural in ("infosource", "infosources")
        for _, each in objects(item.get(plural))
    ]
    for name, role in sources:
        if any(word in role for word in _PROVIDES):
            known.add(Field.SOURCE, name, "ninjs infosource")
    known.add(Field.SOURCE, text(item.get("copyrightholder")), "ninjs copyrightholder")
    for _, each in objects(item.get("sources")):
        known.add(Field.SOURCE, text(each.get("name")), "ninjs sources")
    for name, _ in sources:
        known.add(Field.SOURCE, name, "ninjs infosource")


def _add_times(known: Known, item: Item) -> None:
    """When the version was published: each version of a wire is a text of its own, with a "today" of its own.

    What the content's own time says (of a picture: when it was taken) is no publication, unless nothing else is told.
    """
    first, here = text(item.get("firstcreated")), text(item.get("versioncreated"))
    known.add(Field.PUBLISHED, here, "ninjs versioncreated")
    if not here:
        known.add(Field.PUBLISHED, first, "ninjs firstcreated")
        known.add(Field.PUBLISHED, text(item.get("contentcreated")), "ninjs contentcreated")
    elif first != here:
        known.add(Field.FIRST_SENT, first, "ninjs firstcreated")


def _subjects(item: Item) -> Iterator[str]:
    for plural in ("subject", "subjects"):
        for _, each in objects(item.get(plural)):
            name, code = text(each.get("name")), _code(each)
            yield f"{name} ({code})" if name and code and name != code else name or code
        if all(not isinstance(each, dict) for each in _list(item.get(plural))):
            yield from texts(item.get(plural))
    yield from (word.strip() for line in texts([item.get("keywords"), item.get("keyword")]) for word in line.split(","))


def _code(subject: Item) -> str:
    code = text(subject.get("code")) or text(subject.get("qcode")) or text(subject.get("literal"))
    scheme = text(subject.get("scheme"))
    if code:
        return f"{scheme}:{code}" if scheme and ":" not in code else code
    return text(subject.get("uri")).rstrip("/").rpartition("/")[2]


def _alternatives(item: Item) -> Iterator[object]:
    """Other names of an item: under their kinds in ninjs 1, in a list with their roles in ninjs 2."""
    given = item.get("altids")
    yield from given.values() if isinstance(given, dict) else _list(given)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
