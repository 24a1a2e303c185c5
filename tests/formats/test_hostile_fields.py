"""Hostile text in every field, one field after the other and all at once: written by every format, markup in none."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from discrepancy.formats import all_formats
from discrepancy.formats.csv_findings import MARK
from discrepancy.formats.html.page import render_page
from discrepancy.formats.view import PLAIN
from discrepancy.formats.visible import HIDDEN, plain
from discrepancy.model import ReportData, RuleInfo
from tests.formats.poison import FIELDS, HOSTILE, LONG, OURS, Spot, poisoned, said_by_every_rule, story, strings

ALL = " ".join(HOSTILE.values())
LAID_OUT_ANEW: Spot = (RuleInfo, "doc")
"""White space of any kind, some of it controls, is one space there, as in every docstring."""
MARKER = "qzjxword"
ATTRIBUTES = {"on", "src", "srcset", "style", "action", "formaction", "background", "ping", "target"}


class Page(HTMLParser):
    """A page's tags with the names of their attributes, its text, and what its attributes say."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self.said: list[str] = []
        self.feed(page)
        self.close()
        self.text = "".join(self.said)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += ("class", "hidden-character") not in attrs
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name in {"href", "xlink:href"}}

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def everywhere(words: str) -> ReportData:
    return poisoned(story(words), lambda text: f"{text} {words}", set(FIELDS))


def harmless(page: str) -> Page:
    """The page read, when it is found to hold no markup but its own."""
    read = Page(page)
    own = Page(render_page(story("plain")))
    assert not HIDDEN.search(page)
    assert read.tags.keys() <= own.tags.keys() | {"wbr"}  # where a long word may break
    assert not {name for name in read.attributes if name.startswith("on")} | (read.attributes & ATTRIBUTES)
    assert read.attributes <= own.attributes
    assert all(re.match(r"#|data:,$|https?://", link) for link in read.links)
    for tag in ("html", "head", "title", "style", "script", "body", "h1", "main", "dialog", "meta", "link"):
        assert read.tags[tag] == own.tags[tag], tag
    return read


def test_the_sample_says_something_in_every_field() -> None:
    said = {spot for spot, text in strings(story("plain")) if text}
    assert set(FIELDS) == said - OURS


def test_a_change_keeps_the_report_of_one_piece() -> None:
    changed = poisoned(story("plain"), str.upper, {(ReportData, "draft")})
    assert (
        changed.draft
        == changed.documents[1].id
        == changed.stories[1][0]
        == changed.facts[2].mention.document
        == "OTHER"
    )
    assert changed.documents[0].id == "home"


@pytest.mark.parametrize("spot", FIELDS, ids=lambda spot: f"{spot[0].__name__}.{spot[1]}")
def test_one_field_full_of_everything(spot: Spot) -> None:
    marked = poisoned(story("plain"), lambda text: f"{text} {MARKER}", {spot})
    read = harmless(render_page(poisoned(story("plain"), lambda text: f"{text} {ALL}", {spot})))
    if MARKER in Page(render_page(marked)).text:
        shown = " ".join(ALL.split()) if spot == LAID_OUT_ANEW else ALL
        assert squeezed(plain(shown)) in squeezed(read.text)


def squeezed(text: str) -> str:
    """Words alone: no white space, no brackets of ``plain`` where a page has boxes, no marks that set off code."""
    return re.sub(r"[\s\[\]`]+", "", text)


@pytest.mark.parametrize("words", [*HOSTILE.values(), LONG], ids=[*HOSTILE, "long"])
def test_all_fields_at_once(words: str) -> None:
    read = harmless(render_page(everywhere(words)))
    assert squeezed(plain(words)) in squeezed(read.text)


def test_every_message_of_every_rule() -> None:
    read = harmless(render_page(said_by_every_rule(ALL)))
    assert squeezed(plain(ALL)) in squeezed(read.text)


@pytest.mark.parametrize("name", all_formats())
@pytest.mark.parametrize("words", [*HOSTILE.values(), LONG], ids=[*HOSTILE, "long"])
def test_every_format_can_be_written(name: str, words: str) -> None:
    text = all_formats()[name].render(everywhere(words), PLAIN)
    text.encode("utf-8")
    if name not in {"json", "sarif"}:  # for programs: they keep every character as it is
        assert not HIDDEN.search(text.removeprefix(MARK).replace("\r\n", "\n"))  # what a spreadsheet reads CSV by
