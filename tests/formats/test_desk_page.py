"""The desk's page before any browser: what it is told is data, its policy is its own, its keys are no one else's."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

import discrepancy
from discrepancy.decided import Review, Ruling, Status
from discrepancy.formats.view.reviewed import Standing
from discrepancy.formats.view.reviews import standing_of
from discrepancy.review.page import DeskInfo, desk_block, policy, render_desk
from discrepancy.review.page.drawn import HELP, KEYS
from discrepancy.settings import Presentation
from tests.formats.stories import FLOOD

POISON = "</script><script>alert(1)</script><!-- & \u2028\u202e \ud800"
SCRIPTS = sorted((Path(discrepancy.__file__).parent / "review" / "page" / "script").glob("*.js"))
BLOCK = re.compile(r'<script type="application/json" id="desk">(.*?)</script>', re.DOTALL)


def info(**more: object) -> DeskInfo:
    given = {"csrf": "c" * 8, "story": "flood", "revision": 3, "change": 7, **more}
    return DeskInfo(**given)  # type: ignore[arg-type]  # fields, as a test names them


def test_what_the_script_is_told_is_data_and_nothing_else() -> None:
    told = info(story=POISON, store=POISON, reviews={POISON: {"note": POISON, "history": [{"who": POISON}]}})
    block = desk_block(told)
    assert block.isascii()
    assert not {"<", ">", "&"} & set(block)
    held = json.loads(block)
    assert held["reviews"][POISON]["history"][0]["who"] == POISON
    assert (held["story"], held["revision"], held["change"]) == (POISON, 3, 7)
    page = render_desk(FLOOD, told)
    assert "<script>alert" not in page
    (found,) = BLOCK.findall(page)
    assert found == block


def test_the_policy_is_that_of_the_page() -> None:
    meta = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', render_desk(FLOOD, info()))
    assert meta
    assert meta[1].replace("&#39;", "'") == policy()
    assert "connect-src 'self'" in policy()
    assert "unsafe" not in policy()
    assert "default-src 'none'" in policy()


def test_nothing_is_run_from_an_attribute() -> None:
    page = render_desk(FLOOD, info())
    assert not re.findall(r"<[a-z]+[^>]*\s(?:on[a-z]+|style)=", page)


def test_a_report_without_reviews_is_all_new() -> None:
    page = render_desk(FLOOD, info())
    assert page.count('class="review r-new"') == len(FLOOD.findings)
    assert render_desk(replace(FLOOD, findings=(), groups=()), info()).count('class="review ') == 0


def test_no_key_has_two_meanings() -> None:
    keys = [key for key, _ in HELP]
    assert len(set(keys)) == len(keys)
    assert not set(keys) & set("jke?/123456789")
    assert set(KEYS) == set(Ruling)
    said = render_desk(FLOOD, info())
    assert all(f"<kbd>{key}</kbd>" in said for key in keys)


def test_a_finding_that_is_gone_counts_as_new_where_it_is_shown() -> None:
    assert standing_of(Review(finding="f", status=Status.RESOLVED)) is Standing.NEW
    assert standing_of(Review(finding="f", status=Status.DECIDED)) is Standing.NEW


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_is_in_the_reader_s_language(language: str) -> None:
    page = render_desk(FLOOD, info(shown=Presentation(language=language)))
    assert f'<html lang="{language}">' in page
    assert {"en": ">Confirm error <kbd", "es": ">Confirmar error <kbd"}[language] in page


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_part_of_the_script_is_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 120
    assert "innerHTML" not in path.read_text(encoding="utf-8")
