"""The saved web pages of ``tests/webpages``: what is read of them, and that their gold is sound.

Every page was written for this project. ``NAME.json`` holds what its reader would say stands in it; ``either`` are
strings that may be taken for body or not (datelines, times of posts). ``halves.json`` splits them.
"""

import json
import re
from html import unescape
from statistics import mean

import pytest

from benchmarks.page_extraction import PAGES, Read, Score, bag, gold_of, measure, names, ours

F1_BAR = 0.95
FURNITURE_BAR = 0.02
SHOWN = ("summary", "body", "captions", "credits", "corrections", "either", "furniture")
UNSHOWN = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
KINDS = ("live blog", "gallery|slideshow", "paywall stub", "AMP page", "cookie")


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return {name: measure(name, ours(name)) for name in names()}


@pytest.mark.parametrize("half", ["building", "report"])
def test_articles_are_read(scores: dict[str, Score], half: str) -> None:
    assert mean(scores[name].body.f1 for name in names(half)) >= F1_BAR


@pytest.mark.parametrize("half", ["building", "report"])
def test_furniture_is_left_out(scores: dict[str, Score], half: str) -> None:
    assert mean(scores[name].furniture for name in names(half)) <= FURNITURE_BAR


def test_no_page_is_refused_but_those_that_should_be(scores: dict[str, Score]) -> None:
    assert {name for name in scores if scores[name].raised} == {n for n in names() if gold_of(n).get("raises")}


def markup(name: str) -> str:
    raw = (PAGES / f"{name}.html").read_bytes()
    return raw.decode("cp1252" if b"charset=windows-1252" in raw else "utf-8")


def closed_up(text: str) -> str:
    """Without white space: a browser may break a line wherever a tag ends, and a gold string is of one line."""
    return "".join(text.split())


def shown(name: str) -> str:
    return closed_up(unescape(re.sub(r"<[^>]+>", "", UNSHOWN.sub("", markup(name)))))


@pytest.mark.parametrize("name", names())
def test_gold_stands_in_the_page(name: str) -> None:
    gold, page = gold_of(name), shown(name)
    assert not [text for part in SHOWN for text in gold[part] if not text or closed_up(text) not in page]
    anywhere = page + closed_up(unescape(markup(name)))
    assert not [text for text in (gold["title"], gold["source"], *gold["authors"]) if closed_up(text) not in anywhere]


@pytest.mark.parametrize("name", names())
def test_gold_body_is_in_the_order_of_the_page(name: str) -> None:
    page, at = shown(name), 0
    for text in gold_of(name)["body"]:
        at = page.find(closed_up(text), at)
        assert at >= 0, text


def test_halves_are_a_partition() -> None:
    halves = json.loads((PAGES / "halves.json").read_text(encoding="utf-8"))
    assert len(halves["building"]) == len(halves["report"])
    assert sorted(halves["building"] + halves["report"]) == sorted(path.stem for path in PAGES.glob("*.html"))


@pytest.mark.parametrize("half", ["building", "report"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_half_has_the_hard_kinds(half: str, kind: str) -> None:
    assert any(re.search(kind, gold_of(name)["style"]) for name in names(half))


@pytest.mark.parametrize("name", names())
def test_the_measure_tells_the_article_from_the_page(name: str) -> None:
    gold = gold_of(name)
    article = bag(text for part in ("summary", "body", "captions", "corrections") for text in gold[part])
    perfect = measure(name, Read(bag(gold["body"]), article))
    assert (perfect.body.f1, perfect.text.f1, perfect.furniture) == (1, 1, 0)
    whole = bag(text for part in SHOWN for text in gold[part])
    assert measure(name, Read(whole, whole)).furniture > FURNITURE_BAR
    assert measure(name, Read(bag(()), bag(()))).body.f1 == 0
