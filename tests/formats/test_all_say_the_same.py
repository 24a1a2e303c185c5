"""The page, Markdown, the terminal and the JSON tell the same findings, in the same words, under the same verdict."""

from __future__ import annotations

import dataclasses
import io
import json
import re
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from rich.console import Console

from discrepancy.formats import by_name
from discrepancy.formats.terminal.findings import print_report
from discrepancy.formats.view import PLAIN, build_view
from discrepancy.formats.view.parts import Card
from discrepancy.formats.words import Words
from discrepancy.labels import label_documents
from discrepancy.model import ReportData
from discrepancy.rules import all_rules
from tests.formats.rendered import MARKDOWN
from tests.formats.stories import EMPTY, FLOOD
from tests.samples import check_example, seeds_report

RULES = {rule.code: rule for rule in all_rules()}
WIDE = 20_000
"""Columns in which no line of a finding is broken."""
HEADED = {Words()(key) for key in ("findings", "findings.draft", "findings.others")}
COUNTED = ("conflicts", "to_check", "explained", "style")


class Parts(HTMLParser):
    """The text of each element that ``begins`` says starts a finding, up to its end tag; and of the whole."""

    def __init__(self, page: str, begins: Callable[[str, dict[str, str | None]], bool]) -> None:
        super().__init__(convert_charrefs=True)
        self.begins, self.depth, self.tag = begins, 0, ""
        self.found: list[str] = []
        self.whole = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.depth and self.begins(tag, dict(attrs)):
            self.found.append("")
            self.tag = tag
        if self.found and tag == self.tag and (self.depth or not self.found[-1]):
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag == self.tag:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        self.whole += data
        if self.depth:
            self.found[-1] += data


def of_page(data: ReportData) -> tuple[str, list[str]]:
    """The verdict and the findings as the page tells them."""
    page = by_name("html").render(data, PLAIN)
    title = re.search("<title>(.*?)</title>", page, re.DOTALL)
    parts = Parts(page, lambda tag, attrs: tag == "article" and (attrs.get("class") or "").startswith("card "))
    return title[1] if title else "", parts.found


def of_markdown(data: ReportData) -> tuple[str, list[str]]:
    """The verdict and the findings as Markdown tells them: a third heading with what follows, or a line of a list."""
    findings: list[str] = []
    verdict, inside = "", False
    tokens = MARKDOWN.parse(by_name("markdown").render(data, PLAIN))
    for place, token in enumerate(tokens):
        if token.type != "inline":
            continue
        opened = [each.type + each.tag for each in tokens[max(0, place - 2) : place]]
        said = "".join(child.content for child in token.children or ()).replace("\u200b", "")
        if "heading_openh1" in opened:
            verdict = said
        if "heading_openh2" in opened:
            inside = said in HEADED
        elif inside and ("heading_openh3" in opened or "list_item_openli" in opened):
            findings.append(said)
        elif inside and findings:
            findings[-1] += f"\n{said}"
    return verdict, findings


def of_terminal(data: ReportData) -> tuple[str, list[str]]:
    """The verdict and the findings as a wide terminal tells them."""
    stream = io.StringIO()
    print_report(data, Console(file=stream, width=WIDE, color_system=None), unread=False)
    shown = stream.getvalue()
    lines = [line.strip() for line in shown.splitlines() if line.strip()]
    verdict = lines[-2 if data.draft else -1]  # what touches the draft is told after it
    words = "|".join(Words()(f"state.{state}") for state in ("conflict", "check", "explained", "style"))
    return verdict, re.split(rf"^(?=[≠?≈~] (?:{words}) )", shown, flags=re.MULTILINE)[1:]


def flat(text: str) -> str:
    return " ".join(text.split())


@cache
def report(name: str) -> ReportData:
    """The reports that are looked at."""
    match name:
        case "flood":
            return FLOOD
        case "flood with a draft":
            return dataclasses.replace(FLOOD, draft="draft", families=(("wire", "harlow-post"),), unread=())
        case "nothing":
            return EMPTY
        case "seeds":
            return seeds_report().data
        case code:
            return check_example(RULES[code].conflict, also=(code,) if RULES[code].asked else ()).data


def words_of(card: Card) -> list[str]:
    """What every format must say of a finding."""
    words = [
        Words()(f"state.{card.state.value}"),
        card.summary,
        card.explanation,
        card.reconciliation,
        card.arithmetic,
        card.rule,
    ]
    for value in card.values:
        words += [value.label, *value.sources]
    return [flat(each) for each in words if each]


@pytest.mark.parametrize("name", ["flood", "flood with a draft", "nothing", "seeds", *RULES])
def test_every_format_tells_the_same(name: str) -> None:
    data = report(name)
    view, raw = build_view(data), json.loads(by_name("json").render(data, PLAIN))
    verdict = raw["verdict"]["line"]
    assert len(raw["findings"]) == len(view.cards) == sum(raw["verdict"][key] for key in COUNTED)
    for told in (of_page, of_markdown, of_terminal):
        line, findings = told(data)
        assert flat(line).startswith(verdict), told
        assert len(findings) == len(view.cards), told
        for finding, card in zip(findings, view.cards, strict=True):
            said = flat(finding)
            assert [word for word in words_of(card) if word not in said] == [], (told, said)


@pytest.mark.parametrize("name", ["flood", "seeds", *RULES])
def test_json_says_what_the_cards_say(name: str) -> None:
    data = report(name)
    labels, raw = label_documents(data.documents), json.loads(by_name("json").render(data, PLAIN))
    findings = {_said(each): each for each in raw["findings"]}
    cards = build_view(data).cards
    assert len(findings) == len(cards)
    for card in cards:
        each = findings[card.rule, card.summary, tuple(value.label for value in card.values)]
        assert each["state"] == card.state.value
        assert each["confidence_words"] == card.confidence
        assert (each["reconciliation"] or {"text": ""})["text"] == card.reconciliation
        assert (each["arithmetic"] or "") == card.arithmetic
        assert each["explanation"] == (card.explanation or card.reconciliation)
        for value, shown in zip(each["values"], card.values, strict=True):
            assert {labels[mention["document"]] for mention in value["mentions"]} == set(shown.sources)


def _said(finding: dict[str, Any]) -> tuple[str, str, tuple[str, ...]]:
    return finding["rule"], finding["summary"], tuple(value["label"] for value in finding["values"])
