"""The sum behind a finding, as a card shows it: through the whole check, and where no line may be shown."""

from dataclasses import replace

import pytest

from discrepancy.formats.view.arithmetic import arithmetic_of
from discrepancy.formats.view.index import Index
from discrepancy.formats.words import Words
from discrepancy.model import Message, Reconciliation, ReportData, ValueGroup
from tests.formats.builders import mention
from tests.formats.pictured import in_one, story
from tests.samples import check_texts


def line(data: ReportData, language: str = "en") -> str:
    return arithmetic_of(Index(data), data.findings[0], Words(language))


@pytest.mark.parametrize(
    ("rule", "text", "shown"),
    [
        ("NUM012", "Four teachers and nine pupils were hurt, 14 people in all, he said.", "4 + 9 = 13, given as “14”"),
        (
            "NUM013",
            "Sales rose 12 percent to 131 million euros from 112 million euros, the company said.",
            "(131 million − 112 million) ÷ 112 million = 17%, given as “12 percent”",
        ),
        (
            "NUM013",
            "Vale won by 57,500 votes, 1,086,400 to 1,010,900, the commission said.",
            "1,086,400 − 1,010,900 = 75,500, given as “57,500”",
        ),
        ("NUM013", "The number of cases doubled to 90 from 60, the agency said.", "90 ÷ 60 = 1.5, given as “doubled”"),
        (
            "NUM013",
            "The number of cases rose by a quarter to 24 from 18, the agency said.",
            "(24 − 18) ÷ 18 = 33.3%, given as “a quarter”",
        ),
        (
            "NUM014",
            "The bakery chain will close 18 of its 120 shops, or one in four, the company said.",
            "18 ÷ 120 = 15%, given as “one in four”",
        ),
        (
            "NUM015",
            "The rate rose by 2 percent to 12 percent from 10 percent, the bank said.",
            "12% − 10% = 2 percentage points, 2 ÷ 10 = 20%",
        ),
    ],
)
def test_a_sum_that_is_off_is_worked_out(rule: str, text: str, shown: str) -> None:
    report = check_texts(text, text)
    (found,) = [finding for finding in report.findings if finding.rule == rule]
    assert arithmetic_of(Index(report.data), found, Words()) == shown


def test_a_lead_and_the_two_times_it_lies_between() -> None:
    data = in_one(story("31 seconds ahead, in 2:04:38, of 2:04:51"), 1)
    (finding,) = data.findings
    times = tuple(mention(data.documents[0], words) for words in ("2:04:38", "2:04:51"))
    told = replace(
        finding,
        summary=Message("NUM013.summary_times", {}),
        values=(finding.values[0], ValueGroup("2:04:38 / 2:04:51", times)),
    )
    assert line(replace(data, findings=(told,))) == "2:04:51 − 2:04:38 = 13 seconds, given as “31 seconds”"
    short = replace(told, values=(told.values[0], ValueGroup("2:04:38", times[:1])))
    assert line(replace(data, findings=(short,))) == ""
    other = replace(told, values=(told.values[0], ValueGroup("of", (times[0], mention(data.documents[0], "ahead")))))
    assert line(replace(data, findings=(other,))) == ""


@pytest.mark.parametrize(("dead", "shown"), [("14 dead", "14 + 31 = 45"), ("15 dead", "")])
def test_the_dead_and_the_injured_told_as_the_dead(dead: str, shown: str) -> None:
    data = story("45 dead", dead, "31 injured", rule="NUM005", summary=Message("NUM005.summary_sum", {}))
    assert line(data) == shown


def parts(*texts: str, told: str) -> ReportData:
    """A total and its parts, as the rule of sums finds them."""
    return in_one(story(*texts, rule="NUM012", summary=Message("NUM012.summary", {"parts": told, "total": "14"})), 1)


def test_parts_of_one_unit_make_a_sum() -> None:
    assert line(parts("14 hurt: 4 here and 9 there", told="4 + 9")) == "4 + 9 = 13, given as “14”"


def test_a_sum_is_told_in_the_readers_language() -> None:
    data = parts("$2.5 million in all: $1.2 million here and $800,000 there", told="$1.2 million + $800,000")
    assert line(data) == "1.2 million + 800,000 = 2 million, given as “$2.5 million”"
    assert line(data, "es") == "1,2 millones + 800.000 = 2 millones; el texto da «$2.5 million»"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("14 hurt: 4 here and 10 there", "4 + 10"),
        ("14 hurt: about 4 here and 9 there", "4 + 9"),
        ("14 hurt: 4 to 5 here and 9 there", "4 to 5 + 9"),
        ("$14 in all: $4 here and €9 there", "$4 + €9"),
        ("14 hurt: 4 here and 9 there", "4 + 9 + 2"),
    ],
    ids=["it fits", "a hedge", "a range", "two currencies", "a part not read"],
)
def test_no_line_where_it_is_not_surely_right(text: str, told: str) -> None:
    assert line(parts(text, told=told)) == ""


def explained(*texts: str, key: str, **params: str) -> ReportData:
    return story(*texts, reason=Reconciliation("arithmetic", Message(key, params)))


def test_a_step_between_two_levels() -> None:
    texts = ("It has 250,000 troops.", "It will have 350,000 troops.", "It will hire 100,000 troops.")
    data = explained(*texts, key="reconcile.arithmetic", low="250,000", step="100,000", high="350,000")
    assert line(data) == "250,000 + 100,000 = 350,000"


def test_a_part_and_the_rest_with_a_hedge_as_they_are_told() -> None:
    texts = ("It has more than 100,000 troops.", "Another 250,000 came.", "It has 350,000 troops.")
    data = explained(*texts, key="reconcile.sum", part="100,000", step="250,000", whole="350,000")
    assert line(data) == "100,000 + 250,000 = 350,000"


def test_a_step_told_in_words_of_its_own() -> None:
    data = explained("19 men", "21 men", key="reconcile.sum", part="19", step="another 2", whole="21")
    assert line(data) == "19 + 2 = 21"


@pytest.mark.parametrize("step", ["3", "another 12", "", "two"])
def test_a_step_that_does_not_lead_there_is_not_shown(step: str) -> None:
    assert line(explained("19 men", "21 men", key="reconcile.sum", part="19", step=step, whole="21")) == ""


def test_other_findings_have_no_sum() -> None:
    data = story("It has 250,000 troops.", "It has 350,000 troops.")
    assert line(data) == ""
    hedge = Reconciliation("hedge", Message("reconcile.hedge", {"a": "250,000", "b": "350,000"}))
    assert line(replace(data, findings=(replace(data.findings[0], reconciliation=hedge),))) == ""


def terms(key: str, *values: str, **params: str) -> ReportData:
    """A finding of one text whose values are the figures of each part of it."""
    data = story(" | ".join(values), summary=Message(key, params))
    text, made, start = data.documents[0].text, [], 0
    for value in values:
        start = text.index(value, start)
        inside = [fact.mention for fact in data.facts if start <= fact.mention.start < start + len(value)]
        made.append(ValueGroup(inside[0].text, tuple(inside)))
        start += len(value)
    return replace(data, findings=(replace(data.findings[0], values=tuple(made)),))


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (terms("NUM013.summary", "20 men", "90 men", "120 men"), "120 − 90 = 30, given as “20”"),
        (terms("NUM013.summary", "30 men", "90 men", "120 men"), ""),
        (terms("NUM013.summary", "20 men", "90 men", "about 120 men"), ""),
        (terms("NUM013.summary", "20 men", "0 men", "120 men"), ""),
        (terms("NUM013.summary", "20 men", "90 men", "120 km"), ""),
        (terms("NUM013.summary_factor", "60 men", "90 men", change="doubled"), "90 ÷ 60 = 1.5, given as “doubled”"),
        (terms("NUM013.summary_factor", "60 men", "90 men"), ""),
        (terms("NUM013.summary_factor", "60 men", "$90", change="doubled"), ""),
        (terms("NUM013.summary_margin", "5 votes", "won 12-9"), "12 − 9 = 3, given as “5”"),
        (terms("NUM013.summary_margin", "3 votes", "won 12-9"), ""),
        (terms("NUM013.summary_margin", "5 votes", "some 120 and 90"), ""),
        (terms("NUM013.summary_margin", "5 votes", "12 of 9 and 40"), ""),
        (terms("NUM014.summary", "40 percent", "30 of 120 men"), "30 ÷ 120 = 25%, given as “40 percent”"),
        (terms("NUM014.summary", "25 percent", "30 of 120 men"), ""),
        (terms("NUM014.summary", "40 percent", "30 of about 120 men"), ""),
        (
            terms("NUM015.summary", "5%", "it went from 20% to 25%", base="20%", result="25%"),
            "25% − 20% = 5 percentage points, 5 ÷ 20 = 25%",
        ),
        (terms("NUM015.summary", "5%", "it went from 20% to 25%", base="20%", result="26%"), ""),
        (terms("NUM015.summary", "5%", "it went from 20 men to 25 men", base="20", result="25"), ""),
    ],
)
def test_terms_that_make_no_sum_are_not_shown_as_one(data: ReportData, shown: str) -> None:
    assert line(data) == shown
