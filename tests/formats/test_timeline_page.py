"""The page of a timeline: all that is told stands in it as text, and nothing that came from a text runs."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib import resources

import pytest

from discrepancy.followed import Happening, Timeline, VersionState
from discrepancy.formats.html import bundle
from discrepancy.formats.timeline import draw_timeline, page
from discrepancy.formats.timeline.page import LOOK
from discrepancy.settings import Presentation
from tests.formats.followed import BARE, NAME, POWER, SAMPLE, STILL, at, figure, lane, line, named, step, text

EVIL = '</script><script>alert(1)</script><img src=x onerror=alert(1)> "quoted" \u202eabc\u0007'
SPANISH = Presentation(language="es")
EXCERPTS = Presentation(excerpts_only=True)
TEMPLATES = "".join(
    path.read_text(encoding="utf-8")
    for path in resources.files("discrepancy.formats.timeline").joinpath("templates").iterdir()
)


class Read(HTMLParser):
    """The elements of a page, and what is wrong with how they are nested."""

    VOID = frozenset({"meta", "link", "wbr", "br"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.elements: set[str] = set()
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    @property
    def said(self) -> str:
        """All words of the page, on one line."""
        return " ".join(" ".join(self.words).split())


def drawn(timeline: Timeline, shown: Presentation | None = None) -> Read:
    return Read(draw_timeline(timeline, shown or Presentation()))


def test_the_same_timeline_gives_the_same_page() -> None:
    assert draw_timeline(SAMPLE) == draw_timeline(SAMPLE, Presentation())


@pytest.mark.parametrize("timeline", [SAMPLE, BARE], ids=["sample", "bare"])
@pytest.mark.parametrize(
    "shown", [Presentation(), SPANISH, Presentation(excerpts_only=True)], ids=["en", "es", "excerpts"]
)
def test_a_page_is_well_formed(timeline: Timeline, shown: Presentation) -> None:
    read = drawn(timeline, shown)
    assert (read.open, read.wrong) == ([], [])
    assert len(set(read.ids)) == len(read.ids)
    assert {each[1:] for each in read.links if each.startswith("#")} <= set(read.ids)
    assert "script" not in read.elements
    assert "style" not in read.attributes


def test_nothing_but_the_style_is_let_in() -> None:
    html = draw_timeline(SAMPLE)
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    parts = dict(part.strip().split(" ", 1) for part in policy.replace("&#39;", "'").split(";"))
    assert parts["default-src"] == parts["base-uri"] == parts["form-action"] == "'none'"
    assert parts["style-src"] == f"'{bundle.digest(bundle.style(LOOK))}'"
    assert bundle.style(LOOK) in html
    assert "script-src" not in parts


def test_every_step_stands_in_a_table() -> None:
    said = drawn(SAMPLE).said
    for told in SAMPLE.lines:
        assert told.subject in said
        for place in told.lanes:
            for each in place.steps:
                assert each.label in said
                assert each.sentence in said
    assert "still given, though corrected elsewhere" in said
    assert "It says: Correction: it is 3,500." in said
    assert "no value any more" in said


def test_the_head_counts_and_says_that_it_knows_not_who_is_right() -> None:
    said = drawn(SAMPLE).said
    assert "2 things changed or are disputed 1 correction 7 versions of 3 articles" in said
    assert "Seen from Mar 4, 2031, 08:00 to Mar 4, 2031, 12:00" in said
    assert "It does not know which of them is right." in said
    assert "formerly 0ddba11" in said


def test_what_agrees_is_folded_away() -> None:
    assert "1 thing on which nothing changed" in drawn(SAMPLE).said
    assert "On which nothing changed" not in drawn(replace(SAMPLE, lines=(NAME,))).said
    assert "No fact has changed, and no two articles differ." in drawn(replace(SAMPLE, lines=(STILL,))).said


def test_each_version_says_what_it_is() -> None:
    said = drawn(SAMPLE).said
    assert said.count("First version") == 3
    assert "1 fact changed" in said
    assert "Edited; no changed fact found" in said
    assert "Not the article: a sign-in page" in said


@pytest.mark.parametrize(
    ("state", "why", "told"),
    [
        (VersionState.STUB, "", "Not the article"),
        (VersionState.UNREADABLE, "no text in it", "Could not be read: no text in it"),
        (VersionState.UNREADABLE, "", "Could not be read"),
        (VersionState.GONE, "404", "No longer there: 404"),
        (VersionState.GONE, "", "No longer there"),
    ],
)
def test_a_version_that_is_no_article_says_why(state: VersionState, why: str, told: str) -> None:
    assert told in drawn(replace(BARE, texts=(text(1, 0, "08:00", state=state, why=why),))).said


def test_a_difference_has_the_facts_that_changed_beside_it() -> None:
    said = drawn(SAMPLE).said
    assert "Some taken out: 4,000 put in: 3,500 households had no power" in said
    assert "Facts that changed Corrected, figure households without power before 4,000 → now 3,500" in said


@pytest.mark.parametrize(("versions", "pairs"), [(2, 0), (3, 1), (8, 21), (9, 1)])
def test_any_two_versions_are_compared_where_there_are_few(versions: int, pairs: int) -> None:
    texts = tuple(text(n, 0, f"{7 + n:02d}:00", f"It was {n}.", edited=n > 1) for n in range(1, versions + 1))
    said = drawn(replace(BARE, texts=texts)).said
    assert len(re.findall(r"Version \d+ and version \d+", said)) == pairs
    assert said.count("taken out:") == pairs + versions - 1


def test_whole_texts_are_left_out_where_only_excerpts_may_be_shown() -> None:
    said = drawn(SAMPLE, EXCERPTS).said
    assert "households had no power" not in said
    assert "before 4,000 → now 3,500" in said


def test_a_page_speaks_the_reader_s_language() -> None:
    said = drawn(SAMPLE, SPANISH).said
    assert "Cronología de la noticia" in said
    assert "4.000" in said
    assert "first value" not in said


def test_hostile_text_is_shown_as_what_it_is() -> None:
    hostile = replace(
        SAMPLE,
        title=EVIL,
        texts=(text(1, 0, "08:00", EVIL, title=EVIL), text(2, 0, "09:00", EVIL + "x", edited=True)),
        lines=(
            line(lane(0, figure(1, "08:00", "40")), subject=EVIL),
            named(lane(0, step(1, "08:00", EVIL), step(2, "09:00", EVIL + "x", Happening.CHANGED, note=EVIL))),
        ),
    )
    read = drawn(hostile)
    assert not {"script", "img"} & read.elements
    assert (read.open, read.wrong) == ([], [])
    assert "\u202e" not in read.said
    assert "U+202E" in read.said
    assert "U+0007" in read.said


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    [plain] = replace(SAMPLE, texts=SAMPLE.texts[:1]).texts
    sly = replace(plain, version=replace(plain.version, address="javascript:alert(1)"))
    assert not [each for each in drawn(replace(BARE, texts=(sly,))).links if each.startswith("javascript")]


def test_several_articles_of_one_source_are_told_apart() -> None:
    second = text(2, 0, "09:00", "Other words.")
    second = replace(second, version=replace(second.version, article="f" * 16))
    said = drawn(replace(BARE, texts=(SAMPLE.texts[0], second))).said
    assert "Tidewater Wire (1)" in said
    assert "Tidewater Wire (2)" in said


def test_days_are_told_where_there_is_more_than_one() -> None:
    texts = (text(1, 0, "22:00", "One."), text(2, 0, "03:00", "Two.", day=5, edited=True))
    said = drawn(replace(BARE, texts=texts)).said
    assert "Mar 5, 03:00" in said
    assert at("22:00").isoformat() in draw_timeline(replace(BARE, texts=texts))


def test_every_class_of_the_style_is_one_that_the_page_has() -> None:
    own = bundle.style(replace(LOOK, base=None))
    selectors = " ".join(re.findall(r"([^{}]+)\{", re.sub(r"/\*.*?\*/", "", own, flags=re.DOTALL)))
    styled = set(re.findall(r"\.([a-zA-Z][\w-]*)", selectors))
    drawn_ones = set(
        re.findall(r"[\w-]+", " ".join(re.findall(r'class="((?:\{\{.*?\}\}|\{%.*?%\}|[^"])*)"', TEMPLATES)))
    )
    built = set(Happening) | {f"{kind}-{n}" for kind in ("lane", "dash") for n in range(6)}
    assert len(styled) > 40
    assert not sorted(styled - drawn_ones - built)


def test_beyond_six_articles_a_colour_comes_with_other_dashes() -> None:
    looks = [page._whose(n) for n in range(36)]
    assert len(set(looks)) == 36


def test_a_note_that_is_the_sentence_itself_is_told_once() -> None:
    [first, *_] = POWER.lanes
    risen = replace(first.steps[1], sentence="Correction: it is 3,500.")
    told = replace(SAMPLE, lines=(line(replace(first, steps=(first.steps[0], risen))),), texts=SAMPLE.texts[:1])
    assert "Correction: it is 3,500." in drawn(told).said
    assert "It says:" not in drawn(told).said
