"""Which sentences of different versions stand side by side."""

import dataclasses
import time

import pytest

from discrepancy.formats.view.index import Index
from discrepancy.formats.view.texts.likeness import Compared, tell_the_same
from discrepancy.formats.view.texts.lined_up import line_up
from discrepancy.model import ReportData
from tests.formats.builders import document, group, person, quantity
from tests.formats.stories import EMPTY, FLOOD

DAM = "The dam holds 3.1 million cubic metres, according to the water board."
DYKE = "Soldiers filled sandbags along the broken dyke through the night."


def numbers(*versions: list[str]) -> list[list[int]]:
    """The numbers of sentences that give nothing of any group."""
    return tell_the_same([[Compared(text) for text in version] for version in versions])


def together(data: ReportData) -> list[set[str]]:
    """What stands side by side in a report: sets of sentences, without their versions."""
    found: dict[int, set[str]] = {}
    for home in data.documents:
        for told in line_up(Index(data))[home.id]:
            found.setdefault(told.number, set()).add(home.text[told.start : told.end].strip())
    return [sentences for number, sentences in sorted(found.items()) if number]


def test_another_figure_and_other_words_are_the_same_told() -> None:
    rewritten = "The dam holds 3.1 billion cubic metres, the water board said."
    assert numbers([DAM, DYKE], ["Something else was told there by others.", rewritten]) == [[1, 0], [0, 1]]


def test_what_only_one_version_tells_has_no_number() -> None:
    assert numbers([DAM], [DYKE]) == [[0], [0]]
    assert numbers([DAM, DAM]) == [[0, 0]]


def test_a_version_has_one_sentence_of_a_kind() -> None:
    near = "According to the water board, the dam holds some 3 million cubic metres."
    assert numbers([DAM, near], [DAM]) == [[1, 0], [1]]


def test_the_same_words_twice_are_both_known_again() -> None:
    assert numbers([DAM, DYKE, DAM.replace("3.1", "2.9")], [DAM]) == [[1, 0, 1], [1]]


def test_a_few_common_words_are_not_known_again() -> None:
    assert numbers(["He said so.", DAM], ["He said so.", DYKE]) == [[0, 0], [0, 0]]


def test_a_shared_figure_brings_short_sentences_together() -> None:
    one, other = "The firm employs 140.", "All 140 workers are paid."
    shared, none = frozenset({"staff"}), frozenset[str]()
    assert tell_the_same([[Compared(one, shared)], [Compared(other, shared)]]) == [[1], [1]]
    assert tell_the_same([[Compared(one, none)], [Compared(other, none)]]) == [[0], [0]]


def test_headlines_stand_side_by_side_whatever_they_say() -> None:
    headlines = {"Flood drives 4,200 from homes in Harlow Sands", "Thousands flee as the Orre bursts its banks"}
    assert together(FLOOD)[0] > headlines


def test_the_sentences_of_a_conflict_stand_side_by_side() -> None:
    assert {
        "The dam holds 3.1 million cubic metres, according to the water board.",
        "The dam holds 3.1 billion cubic metres, the water board said.",
        "The dam above the town holds 3.1 million cubic metres of water.",
    } in together(FLOOD)


def test_furniture_is_left_out() -> None:
    wire = FLOOD.documents[0]
    twice = dataclasses.replace(EMPTY, documents=(wire, dataclasses.replace(wire, id="copy")))
    assert not any("newsletter" in each for sentences in together(twice) for each in sentences)
    assert len(together(twice)) == 8


def test_names_make_nothing_alike() -> None:
    name = "Marguerite Vandenberghe-Oyelaran"
    homes = (
        document("a", "A", "One", f"{name} spoke of sandbags and pumps."),
        document("b", "B", "Two", f"{name} drank tea with her neighbours."),
    )
    named = dataclasses.replace(EMPTY, documents=homes)
    assert len(together(named)) == 2
    named = dataclasses.replace(named, facts=tuple(person(home, name) for home in homes))
    assert len(together(named)) == 1  # the headlines


def test_a_group_brings_its_sentences_together() -> None:
    homes = (
        document("a", "A", "One", "Rain fell. The bakery pays its 140 bakers in full."),
        document("b", "B", "Two", "Nobody works: 140 wait at home. Snow is forecast."),
    )
    staff = [quantity(home, "140", "140") for home in homes]
    data = dataclasses.replace(EMPTY, documents=homes, facts=tuple(staff))
    assert len(together(data)) == 1
    data = dataclasses.replace(data, groups=(group("staff", "staff", *staff),))
    assert together(data)[1] == {"The bakery pays its 140 bakers in full.", "Nobody works: 140 wait at home."}


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["...", "\ud83d"]])
def test_texts_without_words(texts: list[str]) -> None:
    homes = tuple(
        dataclasses.replace(document(str(place), "S", text), text=text, blocks=()) for place, text in enumerate(texts)
    )
    assert together(dataclasses.replace(EMPTY, documents=homes)) == []


WORDS = [f"{a}{b}{c}" for a in ("ba", "do", "ki", "lu") for b in ("rne", "stu", "gil") for c in ("mop", "vex", "jad")]


def test_sixty_versions_take_seconds() -> None:
    versions = [
        [Compared(f"Sentence {n} of the {word} tells of {word}s and {word}ing.") for word in shuffled(WORDS, n)]
        for n in range(60)
    ]
    begin = time.process_time()
    found = tell_the_same(versions)
    assert time.process_time() - begin < 10
    assert [sorted(row) for row in found] == [list(range(1, len(WORDS) + 1))] * 60
    assert [found[0][0], found[1][0]] == [1, 2]


def shuffled(words: list[str], turn: int) -> list[str]:
    """Each turn another order, the same in every run."""
    at = turn % len(words)
    return words[at:] + words[:at]
