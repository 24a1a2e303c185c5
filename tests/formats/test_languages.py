"""The interface in another language than the articles: its words, numbers and dates, and what is told of each text."""

import dataclasses
import datetime as dt
import re
from decimal import Decimal

import pytest

from discrepancy.errors import UsageError
from discrepancy.formats import all_formats
from discrepancy.formats.html.page import render_page
from discrepancy.formats.view import build_view
from discrepancy.formats.view.parts import View
from discrepancy.formats.words import Words
from discrepancy.labels import FIGURE
from discrepancy.model import Message, ReportData, RuleInfo, ValueGroup
from discrepancy.settings import Presentation
from tests.formats.stories import FLOOD
from tests.samples import seeds_report

SPANISH = Presentation(language="es")


def shown(data: ReportData = FLOOD) -> View:
    return build_view(data, SPANISH)


def test_the_verdict_line_with_its_plurals() -> None:
    assert shown().header.line == (
        "1 conflicto, 2 por comprobar, 2 explicadas, 1 de estilo, 2 datos coinciden en 4 versiones, "
        "1 archivo no se pudo leer"
    )
    one = dataclasses.replace(FLOOD, findings=FLOOD.findings[:1], unread=FLOOD.unread * 2)
    assert shown(one).header.line.startswith("1 conflicto, ")
    assert shown(one).header.line.endswith(", 2 archivos no se pudieron leer")


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 palabras"), (1, "1 palabra"), (2, "2 palabras"), (12345, "12.345 palabras")]
)
def test_counts(count: int, said: str) -> None:
    assert Words("es").count("version.words", count) == said


@pytest.mark.parametrize(
    ("language", "number", "share"),
    [("en", "1,234.5", "1,234.5%"), ("es", "1.234,5", "1.234,5\u00a0%"), ("es-MX", "1,234.5", "1,234.5%")],
)
def test_numbers(language: str, number: str, share: str) -> None:
    words, value = Words(language), Decimal("1234.5")
    assert (words.number(value), words.share(value)) == (number, share)


@pytest.mark.parametrize(
    ("language", "day"), [("en", "Mar 3, 2031"), ("en-GB", "3 Mar 2031"), ("es", "3 mar 2031"), ("es-ES", "3 mar 2031")]
)
def test_dates(language: str, day: str) -> None:
    assert Words(language).date(dt.date(2031, 3, 3)) == day


def test_times_of_the_versions() -> None:
    assert [version.published for version in shown().versions] == [
        "3 mar 2031, 7:40 +0100",
        "3 mar 2031",
        "3 mar 2031, 12:05 +0100",
        "",
    ]


def test_readings() -> None:
    readings = {quote.reading.value for card in shown().cards for value in card.values for quote in value.quotes}
    assert {"3.100.000 cubic metres", "4.200 people"} <= readings


def test_a_label_with_a_word_of_ours() -> None:
    value = FLOOD.findings[0].values[0]
    told = ValueGroup("up 5%", value.mentions, Message("CLM002.up", {"figure": "5%"}))
    data = dataclasses.replace(FLOOD, findings=(dataclasses.replace(FLOOD.findings[0], values=(told,)),))
    (label,) = shown(data).cards[0].values
    assert (label.label, label.language) == ("sube 5%", "")
    (english,) = build_view(data).cards[0].values
    assert (english.label, english.language) == ("up 5%", "")
    own = shown().cards[0].values[0]
    assert (own.label, own.language) == (value.label, "en")


def test_figures_of_nothing_named_are_called_figures() -> None:
    unnamed = dataclasses.replace(FLOOD, groups=(dataclasses.replace(FLOOD.groups[0], subject=FIGURE),))
    assert [row.subject for row in shown(unnamed).rows if row.kind] == ["cifra"]
    assert [row.subject for row in build_view(unnamed).rows if row.kind] == ["figure"]


def test_a_rule_is_named_in_the_readers_language_and_in_english_where_the_catalogue_has_no_name() -> None:
    known = RuleInfo("NUM001", "value-differs", "A figure differs.")
    assert Words("es").rule(known, "name") == "cifra distinta"
    assert Words("en").rule(known, "name") == "value-differs"
    assert Words("es").rule(RuleInfo("XYZ001", "own-rule", "Its own."), "summary") == "Its own."


@pytest.mark.parametrize(("asked", "tag"), [("es", "es"), ("es-MX", "es-MX"), ("es_mx", "es-MX")])
def test_the_page_says_which_language_is_which(asked: str, tag: str) -> None:
    page = render_page(FLOOD, Presentation(language=asked))
    assert f'<html lang="{tag}">' in page
    for opened in ("blockquote", r'p class="title"', r'div class="story"', r"td[^>]*><p><span[^>]*>.*?</span> <a"):
        found = re.findall(rf"<{opened}[^>]*>", page)
        assert found
        assert all('lang="en"' in each for each in found)
    assert '<span dir="auto" lang="en">holds no text that can be read.' in page


def test_a_page_in_the_articles_language_marks_no_word_of_theirs() -> None:
    page = render_page(FLOOD)
    assert not re.search(r"<(?:blockquote|td|th|h4|a)[^>]* lang=", page)
    assert render_page(FLOOD, Presentation(language="en-GB")).count(" lang=") == page.count(" lang=")


class TestSeeds:
    """A page of a real check, in Spanish."""

    def test_no_word_of_the_interface_is_english(self) -> None:
        page = render_page(seeds_report().data, SPANISH)
        bare = re.sub(r"<(script|style)>.*?</\1>", "", page, flags=re.DOTALL)
        bare = re.sub(r'<(\w+)[^>]* lang="en"[^>]*>.*?</\1>', "", bare, flags=re.DOTALL)
        words = set(re.findall(r"[a-z]+", re.sub(r"<[^>]*>", " ", bare)))
        assert {"versiones", "cifra", "hallazgo", "regla"} <= words
        assert not {"version", "versions", "figure", "finding", "findings", "rule", "says", "differs", "agrees"} & words

    def test_what_is_found_is_the_same(self) -> None:
        english, spanish = build_view(seeds_report().data), build_view(seeds_report().data, SPANISH)
        assert [card.anchor for card in english.cards] == [card.anchor for card in spanish.cards]
        assert [row.anchor for row in english.rows] == [row.anchor for row in spanish.rows]
        assert [row.cells for row in english.rows] == [row.cells for row in spanish.rows]


@pytest.mark.parametrize("name", sorted(all_formats().keys() - {"csv", "json", "junit", "sarif"}))
def test_a_language_that_is_not_there_is_an_error_in_every_format_for_people(name: str) -> None:
    with pytest.raises(UsageError, match="There are: English"):
        all_formats()[name].render(FLOOD, Presentation(language="tlh"))


def test_the_json_report_is_in_english_whatever_the_readers_language() -> None:
    report = all_formats()["json"]
    assert report.render(FLOOD, SPANISH) == report.render(FLOOD, Presentation())


@pytest.mark.parametrize(
    ("reader", "tag", "name"),
    [("en", "en", "English"), ("es", "en", "inglés"), ("es", "en-GB", "inglés (Reino Unido)"), ("en", "<b>", "<b>")],
)
def test_a_language_has_its_name(reader: str, tag: str, name: str) -> None:
    assert Words(reader).tongue(tag) == name
