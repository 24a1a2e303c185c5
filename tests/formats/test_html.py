"""The page as markup: its parts, its links, what it may load. How it behaves is tested in a browser."""

import base64
import dataclasses
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from syrupy.assertion import SnapshotAssertion

from discrepancy.formats import by_name
from discrepancy.formats.html import bundle
from discrepancy.formats.html.page import context, environment, render_page
from discrepancy.formats.view import PLAIN, build_view
from discrepancy.formats.words import Words
from discrepancy.settings import Presentation
from tests.formats.stories import EMPTY, FLOOD

VOID = {"meta", "link", "input", "br", "wbr"}
VIEW = build_view(FLOOD)


class Tree(HTMLParser):
    """A page's tags in order, with its ids, links and text; unbalanced tags are an error."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture(scope="module")
def tree() -> Tree:
    return Tree(render_page(FLOOD))


def test_same_input_same_bytes() -> None:
    assert by_name("html").render(FLOOD, PLAIN) == render_page(FLOOD)


def test_tags_balance_and_ids_are_one_each(tree: Tree) -> None:
    ids = [attrs["id"] for _, attrs in tree.tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_every_link_leads_somewhere_on_the_page(tree: Tree) -> None:
    ids = {attrs.get("id") for _, attrs in tree.tags}
    links = {attrs["href"] or "" for attrs in tree.all("a")}
    assert links
    assert {link.removeprefix("#") for link in links} <= ids


def test_headings_go_down_one_step_at_a_time(tree: Tree) -> None:
    levels = [int(tag[1]) for tag, _ in tree.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks_and_table_headers(tree: Tree) -> None:
    assert {"header", "nav", "main", "footer"} <= {tag for tag, _ in tree.tags}
    assert {attrs.get("scope") for attrs in tree.all("th")} == {"col", "row", "rowgroup"}
    assert tree.all("html")[0]["lang"] == "en"
    assert tree.all("a")[0]["class"] == "skip"


def test_nothing_is_loaded_and_nothing_is_inline(tree: Tree) -> None:
    names = {name for _, attrs in tree.tags for name in attrs}
    assert not {name for name in names if name.startswith("on")} | (names & {"src", "srcset", "style", "action"})
    assert [attrs["href"] for attrs in tree.all("link")] == ["data:,"]


def test_the_policy_holds_the_hashes_of_what_stands_in_the_page() -> None:
    page = render_page(FLOOD)
    policy = next(attrs["content"] for attrs in Tree(page).all("meta") if "http-equiv" in attrs) or ""
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        inside = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside[0].encode()).digest()).decode()
        assert len(inside) == 1
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_an_empty_report_is_a_page() -> None:
    shown = "".join(Tree(render_page(EMPTY)).words)
    assert "Nothing to hold a version against" in shown


@pytest.mark.parametrize(
    ("component", "part"),
    [
        ("card", VIEW.cards[3]),
        ("quote", VIEW.cards[2].values[1].quotes[0]),
        ("text", VIEW.texts[1]),
    ],
    ids=["card", "quote", "text"],
)
def test_components(component: str, part: object, snapshot: SnapshotAssertion) -> None:
    module = environment().get_template(f"{component}.html.jinja").make_module(context(VIEW))
    assert str(getattr(module, component)(part)).strip() == snapshot


STYLE = bundle.style()
GROUNDS = ("paper", "raised", "conflict-wash", "check-wash", "explained-wash", "style-wash", "agrees-wash")


def palettes() -> list[dict[str, str]]:
    """The colours by name, in light and in dark."""
    found = [
        dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    ]
    return found[:2]


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_contrast_is_enough(palette: dict[str, str], ground: str) -> None:
    tones = ["ink", "muted", *({ground.removesuffix("-wash")} & palette.keys() - {"paper", "raised"})]
    if ground in {"paper", "raised"}:
        tones += ["link", "conflict", "check", "explained", "style", "agrees"]
    for tone in tones:
        light, dark = sorted((luminance(palette[tone]), luminance(palette[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (tone, ground)


def test_versions_that_print_a_sentence_alike_are_named_one_after_the_other() -> None:
    quote, *_ = [each for card in VIEW.cards for value in card.values for each in value.quotes if len(each.places) > 1]
    named = [f'<span class="number">{place.version.number}</span>{place.version.label}</a>' for place in quote.places]
    assert re.search(", <a [^>]*>".join(map(re.escape, named)), render_page(FLOOD))


def test_files_that_could_not_be_read_say_what_to_do_and_in_which_language() -> None:
    [(path, what, remedy)] = VIEW.unread
    for language, mark in (("en", ""), ("es", ' lang="en"')):
        page = render_page(FLOOD, Presentation(language=language))
        assert f'<code dir="auto">{path}</code> <span dir="auto"{mark}>{what} {remedy}</span>' in page


def test_evidence_is_unfolded_where_a_finding_calls_for_a_decision() -> None:
    told = [card.state.is_open for card in VIEW.cards]
    assert {True, False} == set(told)
    cards = re.findall(r'<article class="card .*?</article>', render_page(FLOOD), flags=re.DOTALL)
    assert ["<details open>" in card for card in cards] == told


def test_findings_of_the_draft_stand_under_a_heading_of_their_own() -> None:
    page, words = render_page(dataclasses.replace(FLOOD, draft="draft")), Words()
    assert re.findall(r'<p class="whose">(.*?)</p>', page) == [words("findings.draft"), words("findings.others")]
    assert 'class="whose"' not in render_page(FLOOD)
