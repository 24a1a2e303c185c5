"""The texts of a ninjs item: its bodies, headlines and descriptions, whatever version of ninjs it is in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from discrepancy.errors import InputError
from discrepancy.loaders.articles import Part
from discrepancy.loaders.entries.assembly import length_of
from discrepancy.loaders.entries.fragments import parts_of, placed, text_parts
from discrepancy.loaders.entries.values import Item, whole_text
from discrepancy.loaders.markup.paragraphs import paragraphs
from discrepancy.loaders.markup.parser import parse_xml

__all__ = ["Wording", "body_of", "description_of", "has_body", "wordings"]

_BODIES = ("body_xhtml", "body_html", "article_html", "body_nitf", "body_text", "body")
_NO_BODY = ("footer", "caption", "teaser", "summary", "abstract", "short", "seo", "social", "script", "shotlist")
"""Roles of a body that is not the article's text."""
_DESCRIPTIONS = (
    "description_summary",
    "description_text",
    "description_html",
    "description_xhtml",
    "abstract",
    "teaser",
)
_CAPTIONS = ("description_caption", *_DESCRIPTIONS)
_UNREADABLE = 3
_IN_NITF = re.compile(r"<(?:nitf|body|body\.content|block)\b")
_HEAD = 5000
_MOST = 50
"""Texts of one kind that are looked at."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One of the texts that an item gives for a purpose.

    Attributes:
        name: the field that it stands in: "body_xhtml", "bodies".
        role: what for, in lower case: "main", "caption"; empty where that is not said.
        kind: what it is written in, in lower case: "text/html", "xhtml"; empty where that is not said.
        value: the text.
    """

    name: str
    role: str
    kind: str
    value: str


def wordings(item: Item, plural: str, singular: tuple[str, ...]) -> list[Wording]:
    """The texts of a purpose: of ninjs 2 and 3 the list ``plural``, of ninjs 1 each of the names in ``singular``."""
    found = []
    listed = item.get(plural)
    for each in listed[:_MOST] if isinstance(listed, list) else []:
        if isinstance(each, dict):
            role, kind = (str(each.get(name) or "").lower() for name in ("role", "contenttype"))
            found.append(Wording(plural, role, kind, whole_text(each.get("value"))))
        else:
            found.append(Wording(plural, "", "", whole_text(each)))
    for name in singular:
        found += [Wording(name, "", name.rpartition("_")[2], whole_text(item.get(name)))]
    return [each for each in found if each.value.strip()]


def has_body(item: Item) -> bool:
    """Whether an item carries an article's text."""
    return bool(_bodies(item))


def body_of(item: Item, where: str) -> list[Part]:
    """The article's text in parts, of the best of its forms that holds one.

    Raises:
        Unsafe, TooLarge: it is HTML beyond all limits, and stands in no other form.
    """
    problem = None
    for each in _bodies(item):
        try:
            found = _read(each, where)
        except InputError as error:
            problem = error
            continue
        if length_of(found):
            return found
    if problem is not None:
        raise problem
    return []


def description_of(item: Item, where: str, *, caption: bool = False) -> list[Part]:
    """An item's description in parts: the caption of a picture, the summary of an article."""
    given = wordings(item, "descriptions", _CAPTIONS if caption else _DESCRIPTIONS)
    usable = [each for each in given if "editor" not in each.role]
    wanted = [each for each in usable if caption == ("caption" in each.role)] or usable
    return next((found for each in wanted if (found := parts_of(each.value, where, each.name))), [])


def _bodies(item: Item) -> list[Wording]:
    """The forms of the article's text, the best first."""
    every = wordings(item, "bodies", _BODIES)
    good = [each for each in every if not any(word in each.role for word in _NO_BODY) and _rank(each) < _UNREADABLE]
    return sorted(good, key=_rank)


def _rank(each: Wording) -> int:
    """How good a form is: markup keeps what is a caption or a heading apart from the text."""
    if "html" in each.kind:
        return 0
    if "nitf" in each.kind or "nitf" in each.role:
        return 1 if _IN_NITF.search(each.value[:_HEAD]) else _UNREADABLE
    return 2 if each.kind in ("", "body") or "text" in each.kind or "plain" in each.kind else _UNREADABLE


def _read(each: Wording, where: str) -> list[Part]:
    if _rank(each) == 1:
        return placed(paragraphs(parse_xml(each.value.encode("utf-8", "replace"), where)), each.name)
    return text_parts(each.value, each.name) if "plain" in each.kind else parts_of(each.value, where, each.name)
