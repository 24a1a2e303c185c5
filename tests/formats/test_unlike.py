"""What is told alike: asked of different values, with the answer of every pair of facts."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.formats.view.index import Index
from discrepancy.formats.view.matrix import agreeing, build_rows
from discrepancy.formats.view.parts import State
from discrepancy.formats.view.unlike import _apart, _told, told_alone, told_unlike
from discrepancy.formats.words import Words
from discrepancy.model import Fact
from tests.formats.builders import document, person, quantity
from tests.formats.stories import EMPTY, FLOOD
from tests.samples import seeds_report

HOMES = [document(name, name, "17 people", "18 people", "1,700 people", "Ada Lane") for name in "abcd"]
FIGURES = {"17": "17", "18": "18", "1,700": "1700"}
FACTS = [
    *(quantity(home, words, low) for home in HOMES for words, low in FIGURES.items()),
    *(person(home, "Ada Lane") for home in HOMES),
]
ROWS = st.lists(st.sampled_from(FACTS), max_size=7)


def apart(one: Fact, other: Fact) -> bool:
    return _apart(_told(one), _told(other))


@given(ROWS)
def test_facts_that_go_with_none_of_another_document(facts: list[Fact]) -> None:
    others = [[each for each in facts if each.mention.document != fact.mention.document] for fact in facts]
    pairs = zip(facts, others, strict=True)
    assert told_alone(facts) == [fact for fact, rest in pairs if rest and all(apart(fact, each) for each in rest)]


@given(ROWS)
def test_documents_of_which_nothing_goes_together(facts: list[Fact]) -> None:
    homes = {fact.mention.document for fact in facts}
    told = [[fact for fact in facts if fact.mention.document == home] for home in sorted(homes)]
    assert told_unlike(facts) == any(
        all(apart(a, b) for a in one for b in other) for one, other in combinations(told, 2)
    )


def test_the_rows_that_agree_are_counted_as_they_are_drawn() -> None:
    for data in (FLOOD, EMPTY, seeds_report().data):
        rows = build_rows(Index(data), Words())
        assert agreeing(Index(data)) == sum(row.state is State.AGREES for row in rows)


def test_a_figure_that_thousands_give_is_looked_at_once() -> None:
    homes = [document(f"d{number}", f"d{number}", "17 people") for number in range(3000)]
    facts = [quantity(home, "17", "17") for home in homes]
    assert not told_alone(facts)
    assert not told_unlike(facts)
