"""One event on two days: what is told, over many kinds of story, and what only looks like it."""

import datetime as dt

import pytest

import discrepancy
from discrepancy.model import Document
from tests.builders import doc


def told(first: str | Document, second: str | Document) -> list[str]:
    """The levels of what the rule finds between two versions; the first may come a day before the second."""
    documents = [
        text if isinstance(text, Document) else doc(text, id=name)
        for name, text in zip("ab", (first, second), strict=True)
    ]
    return [f.level.value for f in discrepancy.check(documents).findings if f.rule == "DAT001"]


CONFLICTS = [
    (
        "A ferry carrying 120 people sank off the island on Sunday, the coast guard said.",
        "The ferry went down on Monday with 120 people on board, the coast guard said.",
    ),
    (
        "The premier, Anna Holt, will be sworn in on June 3.",
        "Holt won 54 percent of the vote and takes office on June 13.",
    ),
    ("The museum will reopen on 4 April, the city said.", "The reopening of the museum is set for 14 April."),
    (
        "The company expects to complete the takeover in the third quarter of 2025.",
        "The $2 billion takeover is to close in the third quarter of 2026.",
    ),
    (
        "Marta Lind, the novelist, died on Saturday at her home in Bergen. She was 81.",
        "The novelist Marta Lind died on Friday in Bergen at the age of 81.",
    ),
    (
        "The rocket lifted off from the island on March 2 with four satellites.",
        "Four satellites were aboard when the rocket was launched on March 3.",
    ),
    (
        "Parliament will vote on the pensions bill on 9 May, the speaker's office said.",
        "A vote on the pensions bill will be held on 19 May.",
    ),
    ("The school was founded in 1921.", "Founded in 1912, the school has 400 pupils."),
    (
        "The strike at the port will begin on Tuesday, the union said. About 900 dockers will walk out.",
        "About 900 dockers at the port will walk out on Wednesday, their union said.",
    ),
    (
        "The bridge collapsed on February 11, killing three.",
        "Three people died when the bridge caved in on February 12.",
    ),
    (
        "He stole $2.1 million from the charity in 31 transfers between May 2015 and June 2019, the court heard.",
        "The treasurer took $2.1 million from the charity in 31 transfers between May 2015 and June 2018.",
    ),
    (
        "The minister said troops had taken the fort on Sunday, two days before the last tower was blown up.",
        "The last tower was destroyed on Thursday, the minister said.",
    ),
]


@pytest.mark.parametrize(("first", "second"), CONFLICTS)
def test_one_event_on_two_days(first: str, second: str) -> None:
    assert told(first, second) == ["error"]


NEAR_MISSES = [
    # the day on which it was said
    ("The dam broke on Sunday, officials said.", "Officials said on Monday that the dam had broken."),
    ("The minister told reporters on Monday.", "The minister told reporters on Tuesday."),
    # one holds the other
    ("The bridge opened on 14 March 2023.", "The bridge opened in March 2023."),
    ("The firm was founded in July 2012.", "The firm was founded in 2012."),
    ("The club was founded in the 1990s.", "The club was founded in 1994."),
    # two of a kind
    ("A second suspect was arrested on Monday.", "A third suspect was arrested on Wednesday."),
    ("Shares in the bank fell 4 percent on Monday.", "Shares in the bank fell 3 percent on Tuesday."),
    ("Anna Holt was arrested on Monday.", "Peter Lang was arrested on Tuesday."),
    ("The victim, Ida Moe, died on Monday.", "Her brother Jon Moe, who was with her, died on Thursday."),
    ("Rovers won at Albion on Saturday.", "Rovers won at home on Tuesday."),
    ("The queen visited Oslo on Monday.", "The queen visited Bergen on Tuesday."),
    ("Shelling hit the town on Friday.", "Shelling hit the town on Sunday."),
    # another event with the same people and things
    ("Parliament will debate the bill on 9 May.", "Parliament will vote on the bill on 11 May."),
    ("The bridge opened in 1931.", "The bridge closed in 2019."),
    ("A hearing is set for Sept. 5.", "The trial is set for Oct. 9."),
    ("Seven men robbed the van on Friday.", "Seven men appeared in court on Monday over the robbery of the van."),
    ("The stadium will open on 4 April.", "The opening of the museum is set for 14 April."),
    ("The stadium will open on 4 April.", "The museum will open on 14 April."),
    # planned and moved
    ("The launch is set for Tuesday.", "The launch, postponed because of wind, is now set for Thursday."),
    ("The vote will be held on 4 March.", "The vote was held on 11 March."),
    # ends and points
    ("The road will be closed until Friday.", "The road will be closed on Wednesday."),
    ("Payment is due by 3 June.", "The first payment was made on 1 June."),
    # around midnight, and in two zones
    ("The quake struck late on Sunday night.", "The quake struck early on Monday morning."),
    ("The rocket was launched on Sunday (0130 GMT on Monday).", "The rocket was launched on Monday."),
    # supposed
    ("If the bridge opens on 4 May, ferries will stop.", "The bridge will open on 6 May."),
]


@pytest.mark.parametrize(("first", "second"), NEAR_MISSES)
def test_what_is_no_contradiction(first: str, second: str) -> None:
    assert not {"error", "warning"} & set(told(first, second))


def test_a_weekday_is_counted_from_each_version_s_own_day() -> None:
    monday, friday = dt.date(2024, 3, 11), dt.date(2024, 3, 15)
    first = doc("The ferry sank off Lisbon on Sunday.", id="a", published=monday)
    assert told(first, doc("The ferry sank off Lisbon on March 10.", id="b", published=friday)) == ["note"]
    assert told(first, doc("The ferry sank off Lisbon on March 9.", id="b", published=friday)) == ["error"]


def test_a_day_without_a_year_is_held_against_any_year_that_may_be_meant() -> None:
    early, late = dt.date(2024, 1, 20), dt.date(2024, 11, 2)
    first = doc("She will be sentenced on November 8.", id="a", published=early)
    assert "error" not in told(first, doc("She will be sentenced on November 8.", id="b", published=late))


def test_what_happens_after_the_other_version_was_out_is_news() -> None:
    first = doc("A bus crashed near the village on Tuesday.", id="a", published=dt.date(2024, 3, 13))
    second = doc("A bus crashed near the village on Sunday.", id="b", published=dt.date(2024, 3, 18))
    assert told(first, second) == []


def test_a_day_that_the_other_version_has_too_is_no_conflict() -> None:
    first = "The bridge opened on 4 March. The tunnel opened on 9 March."
    second = "The tunnel opened on 9 March. The bridge opened on 4 March."
    assert "error" not in told(first, second)


def test_the_explanation_names_who_says_what() -> None:
    (finding,) = discrepancy.check(
        [doc("The bridge opened on 4 March.", id="a"), doc("The bridge opened on 5 March.", id="b")]
    ).findings
    assert [value.label for value in finding.values] == ["4 March (2024-03-04)", "5 March (2024-03-05)"]
