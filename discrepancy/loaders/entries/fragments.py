"""A piece of HTML or of plain text, as feeds and wires in JSON carry it, in parts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from discrepancy.errors import InputError
from discrepancy.loaders.articles import Part, line_of, part
from discrepancy.loaders.layout.shape import ends_sentence
from discrepancy.loaders.layout.units import units
from discrepancy.loaders.markup.paragraphs import paragraphs, text_of
from discrepancy.loaders.markup.parser import parse_html
from discrepancy.model import BlockRole, Landmark

__all__ = ["html_parts", "one_line", "parts_of", "placed", "text_parts"]

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_DECLARATION = re.compile(r"\s*<\?xml\b[^<>]*\?>")
_BREAKS = re.compile(r"(?:<br\b[^<>]*>(?:\s|&nbsp;|&#160;)*){2,}", re.IGNORECASE)
# Source: WordPress's [caption] and [gallery] shortcodes, which wrote a paragraph before there was a figcaption.
_CAPTIONS = frozenset(("wp-caption-text", "gallery-caption"))
# Source: the markup of Jetpack, AddToAny and WordPress's comments, of Drupal's node template, of Substack's and Ghost's
# boxes, and of dpa's and APA's notes to the desk.
_ASIDES = frozenset(
    "sharedaddy sd-sharing sd-block jp-relatedposts addtoany_share_save_container wp-block-buttons comment-respond "
    "comment-wrapper field--name-title field--name-uid field--name-created subscription-widget-wrap "
    "subscription-widget-wrap-editor button-wrapper kg-button-card kg-signup-card kg-bookmark-card footnote-number "
    "footnote-anchor notepad nonpublic".split()
)
_LONGEST_LINE = 20_000
"""Characters of what should be one line; what is longer is cut before it is parsed."""


def parts_of(text: str, where: str, place: str) -> list[Part]:
    """The parts of a text that may be HTML or plain: feeds do not say which.

    Args:
        text: as it stands in its field.
        where: the path to show.
        place: where it stands, as the beginning of each part's landmark: "entry 3".

    Raises:
        Unsafe, TooLarge: it is HTML beyond all limits.
    """
    return html_parts(text, where, place) if _TAG.search(text) else text_parts(text, place)


def html_parts(text: str, where: str, place: str) -> list[Part]:
    """The parts of a piece of HTML; two line breaks in a row end a paragraph. See :func:`parts_of`."""
    if not text.strip():
        return []
    # Only at the start: a search would take as many steps as a run of spaces is long, squared.
    declared = _DECLARATION.match(text)
    root = parse_html(_BREAKS.sub("<p>", text[declared.end() if declared else 0 :]), where)
    _name_captions(root)
    _set_apart(root)
    return placed(paragraphs(root), place)


def text_parts(text: str, place: str) -> list[Part]:
    """The paragraphs of plain text, each on one line however it was wrapped. See :func:`parts_of`."""
    plain = _REFERENCE.sub(lambda match: html.unescape(match.group()), text)
    return placed((part(line, BlockRole.BODY) for line in _unwrapped(plain)), place)


def one_line(text: str) -> str:
    """A text on one line, without markup."""
    text = text[:_LONGEST_LINE]
    if _TAG.search(text):
        try:
            return text_of(parse_html(text, ""))
        except InputError:
            text = _TAG.sub(" ", text)
    plain = _REFERENCE.sub(lambda match: html.unescape(match.group()), text)
    return line_of(plain)


def placed(parts: Iterable[Part], place: str) -> list[Part]:
    """Parts with the place of each as its landmark: "entry 3, paragraph 2"; empty ones are left out."""
    found = [each for each in parts if each.text.strip()]
    return [
        replace(each, landmarks=(Landmark(0, f"{place}, paragraph {number}"),))
        for number, each in enumerate(found, start=1)
    ]


def _unwrapped(text: str) -> list[str]:
    """The paragraphs of a text, each on one line: a line that stops short of its sentence's end goes on."""
    found: list[str] = []
    for unit in units(text):
        line = " ".join(unit.text.splitlines())
        if found and not unit.gap and line[0].islower() and not ends_sentence(found[-1]):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def _set_apart(root: etree._Element) -> None:
    """Make asides of what a content system puts into the text of an article for its page, or for the desk."""
    for element in list(root.iter("div", "section", "span", "p", "a", "ul", "figure")):
        if not _ASIDES.isdisjoint((element.get("class") or "").lower().split()):
            element.tag = "aside"


def _name_captions(root: etree._Element) -> None:
    for element in root.iter("p", "div", "dd", "span"):
        if not _CAPTIONS.isdisjoint((element.get("class") or "").lower().split()):
            element.tag = "figcaption"
