"""Which documents tell one story, of many: versions together, strangers of the same topic apart, as they come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import pytest

from benchmarks.corpus import corpus
from benchmarks.grouping import scored
from discrepancy.loaders import collect
from discrepancy.model import Block, BlockRole, Document
from discrepancy.packed import pack, unpack
from discrepancy.stories.grouping import Sketch, Told, group, in_order, sketch, sketches
from discrepancy.stories.unrelated import find_stories
from tests.builders import PUBLISHED, doc
from tests.samples import REPO, SEEDS
from tests.stories.test_unrelated import FLOOD, MERGER

CLUSTERS = REPO / "tests" / "clusters"
SOME = (
    "antitrust",
    "bakery",
    "bankfraud",
    "borderclash",
    "ceasefire",
    "coup",
    "cyclone",
    "derailment",
    "mayor",
    "tanker",
)
FLOOD_TOO = (
    "A wall above the weir at Ludford gave way after two days of rain, the mayor, Owen Pryce, said on Monday. The "
    "river Teme had burst its banks before dawn and drove 340 people from their homes. Karen Ashby, who led the "
    "rescuers, took families off roofs in boats. Farmers said that they had lost 1,200 sheep. Pryce will ask the water "
    "board why the wall that it promised in spring was never built. Schools in the town are shut until Thursday."
)
"""The same in other words."""
FLOOD_AGAIN = (
    "The river Teme was back in its bed at Ludford on Saturday, and 95 people slept at home for the first time. "
    "Karen Ashby, who leads the rescuers, sent her boats back to Stoke. The mayor, Owen Pryce, opened a fund for "
    "the shopkeepers with 40,000 pounds and named seven streets that will have no power before Easter. Insurers "
    "counted 1,260 claims. Divers looked for two cows under the mill bridge."
)


def told(documents: Iterable[Document], **options: object) -> list[Told]:
    return list(group(in_order(list(sketches(documents))), **options))  # type: ignore[arg-type]  # options are handed on


def held(documents: Iterable[Document], **options: object) -> list[str]:
    """The ids of the documents of each story, in a word each, in order."""
    return sorted("".join(sorted(each.documents)) for each in told(documents, **options))


def on(days: int, text: str, name: str) -> Document:
    return doc(text, id=name, published=PUBLISHED + dt.timedelta(days=days))


@cache
def made() -> tuple[list[Document], dict[str, str]]:
    """Articles of the generator, and the story of each."""
    documents, gold = [], {}
    for article in corpus(260, words=150):
        title = Block(BlockRole.HEADLINE, 0, len(article.title))
        body = Block(BlockRole.BODY, article.body, len(article.text))
        gold[article.id] = article.story
        documents.append(replace(doc(article.text, id=article.id), blocks=(title, body), published=article.published))
    return documents, gold


def test_versions_are_held_together_and_strangers_apart() -> None:
    assert held([on(0, FLOOD, "a"), on(0, MERGER, "b"), on(1, FLOOD_TOO, "c")]) == ["ac", "b"]


def test_another_day_of_the_same_topic_is_another_story() -> None:
    assert held([on(0, FLOOD, "a"), on(0, FLOOD_TOO, "b"), on(2, FLOOD_AGAIN, "c")]) == ["ab", "c"]


def test_the_same_told_of_other_people_and_places_is_another_story() -> None:
    names = {
        "Ludford": "Marwick",
        "Owen Pryce": "Edda Quist",
        "Pryce": "Quist",
        "Teme": "Orrin",
        "Karen Ashby": "Jon Tarrow",
    }
    elsewhere = FLOOD_TOO
    for name, other in names.items():
        elsewhere = elsewhere.replace(name, other)
    no_names = on(0, f"{MERGER} The farmers, schools and rescuers that both supply were not asked.", "c")
    assert held([on(0, FLOOD, "a"), on(0, FLOOD_TOO, "b"), no_names]) == ["ab", "c"]
    assert held([on(0, FLOOD, "a"), on(0, elsewhere, "b"), no_names]) == ["a", "b", "c"]


@pytest.mark.parametrize(("other", "stories"), [("Monday", ["ab"]), ("Tuesday", ["a", "b"])])
def test_of_briefs_the_days_that_they_name_tell(other: str, stories: list[str]) -> None:
    one = "The council of Ludford meets on Monday to vote on the wall above the weir, the mayor, Owen Pryce, said."
    two = f"Owen Pryce, the mayor of Ludford, wants a wall above the weir; the council votes when it meets on {other}."
    assert held([on(0, one, "a"), on(0, two, "b")]) == stories


def test_a_folder_of_one_story_stays_whole_among_strangers() -> None:
    versions = [on(n % 20, FLOOD.replace("dawn", f"dawn, at {n} minutes past five"), f"flood{n}") for n in range(60)]
    later = on(25, FLOOD_AGAIN, "later")
    strangers, gold = made()
    apart = list({gold[each.id]: each for each in strangers}.values())[:20]
    stories = find_stories([*versions, later, *apart])
    [flood] = [set(members) for members in stories if "later" in members]
    assert flood == {"later", *(each.id for each in versions)}
    assert {"later"} in [set(each.documents) for each in told([*versions, later, *apart])]


def test_the_window_parts_what_is_told_too_late() -> None:
    documents = [on(0, FLOOD, "a"), on(6, FLOOD, "b")]
    assert held(documents) == ["a", "b"]
    assert held(documents, window=dt.timedelta(days=6)) == ["ab"]
    assert held([documents[0], replace(documents[1], published=None)]) == ["ab"]


def test_generated_versions_and_strangers() -> None:
    documents, gold = made()
    precision, recall = scored([each.documents for each in told(documents)], gold)
    assert precision >= 0.99
    assert recall >= 0.97


def test_clusters_in_one_pile_are_told_apart() -> None:
    gold, pile = {}, []
    for name in SOME:
        for document in collect([CLUSTERS / name]).documents:
            pile.append(replace(document, id=f"{name}/{document.id}"))
            gold[f"{name}/{document.id}"] = name
    precision, recall = scored([each.documents for each in told(pile)], gold)
    assert precision == 1.0
    assert recall >= 0.8


def test_the_seeds_are_found_among_strangers() -> None:
    seeds = list(collect([SEEDS]).documents)
    names = {document.id for document in seeds}
    pile = [*made()[0][:200], *seeds]
    for stories in (find_stories(pile), [each.documents for each in told(pile)]):
        assert [set(members) for members in stories if names & set(members)] == [names]


def test_the_order_of_a_day_changes_nothing() -> None:
    documents, _ = made()
    first = {each.story: set(each.documents) for each in told(documents)}
    shuffled = sorted(documents, key=lambda each: (str(each.day), each.text))
    assert {each.story: set(each.documents) for each in group(sketches(shuffled))} == first


def test_days_in_disorder_are_refused() -> None:
    with pytest.raises(ValueError, match="order of days"):
        list(group(sketches([on(1, FLOOD, "a"), on(0, FLOOD, "b")])))


def test_stories_are_handed_out_as_their_window_is_past() -> None:
    once = in_order(list(sketches(made()[0])))
    span = dt.timedelta(days=10)
    many = [
        replace(each, id=f"{each.id}-{lap}", day=(each.day or PUBLISHED) + lap * span)
        for lap in range(20)
        for each in once
    ]
    asked: list[Sketch] = []

    def read() -> Iterable[Sketch]:
        for each in many:
            asked.append(each)
            yield each

    found = group(read())
    first = next(found)
    assert len(asked) < len(many)
    assert sorted(name for each in (first, *found) for name in each.documents) == sorted(each.id for each in many)


def test_a_name_that_is_stated_is_obeyed() -> None:
    one, two = replace(on(0, FLOOD, "a"), story="x"), replace(on(0, FLOOD, "b"), story="y")
    late = replace(on(30, MERGER, "c"), story="x")
    found = told([one, two, late, on(0, FLOOD_TOO, "d")])
    assert {each.story for each in found} == {"x", "y"}
    assert next(set(each.documents) for each in found if each.story == "x") >= {"a", "c"}


def test_a_story_keeps_its_name() -> None:
    [before] = told([on(1, FLOOD, "b"), on(1, FLOOD_TOO, "c")])
    known = dict.fromkeys(before.documents, before.story)
    more = [on(0, FLOOD.replace("dawn", "noon"), "a"), on(1, FLOOD, "b"), on(1, FLOOD_TOO, "c")]
    assert told(more)[0].story != before.story
    assert told(more, known=known)[0].story == before.story


def test_two_stories_that_become_one_keep_the_older_name() -> None:
    documents = [on(0, FLOOD, "a"), on(1, FLOOD_TOO, "b")]
    [found] = told(documents, known={"a": "first", "b": "second"})
    assert (found.story, found.formerly) == ("first", ("second",))
    apart = told([on(0, FLOOD, "a"), on(0, MERGER, "b")], known={"a": "first", "b": "first"})
    assert len({each.story for each in apart}) == 2


def test_a_text_printed_everywhere_is_one_story() -> None:
    [found] = told([on(0, FLOOD, f"{n}") for n in range(3000)])
    assert len(found.documents) == 3000


def test_documents_that_tell_nothing_are_alone() -> None:
    assert told([]) == []
    assert held(
        [on(0, text, name) for text, name in (("", "a"), ("... --- ...", "b"), ("", "c"), ("One.", "d"))]
    ) == list("abcd")


def test_what_stands_on_every_page_joins_nothing() -> None:
    box = "\nSign up for our newsletter to get the latest headlines in your inbox every single morning of the week."
    documents, gold = made()
    boxed = []
    for each in documents[:200]:
        text = each.text + box
        boxed.append(
            replace(each, text=text, blocks=(*each.blocks, Block(BlockRole.BODY, len(each.text) + 1, len(text))))
        )
    precision, _ = scored([each.documents for each in told(boxed)], {each.id: gold[each.id] for each in boxed})
    assert precision >= 0.97


def test_a_sketch_is_small_and_can_be_packed() -> None:
    long = sketch(doc(" ".join(f"word{n} {n}" for n in range(20_000))))
    assert len(pack(long)) < 2048
    assert unpack(pack(long)) == long
    assert list(sketches([doc(FLOOD), doc(MERGER, id="b")])) == [sketch(doc(FLOOD)), sketch(doc(MERGER, id="b"))]


def test_a_folder_of_many_versions_of_one_story_is_never_split() -> None:
    lines = [*FLOOD.split(". "), *FLOOD_TOO.split(". ")]
    versions = []
    for number in range(60):
        told = [line for place, line in enumerate(lines) if place % 7 != number % 7 and place % 5 != number % 5]
        versions.append(doc(".\n".join(told[number % 3 :] + told[: number % 3]), id=f"v{number}"))
    assert len(find_stories(versions)) == 1
    short = doc("The wall is gone.", id="w")
    assert len(find_stories([*versions, short])) == 1
    other = replace(doc(MERGER, id="x"), published=None)
    assert find_stories([*versions, other])[1:] == (("x",),)


def test_two_trials_told_in_the_same_words_share_no_name() -> None:
    leeds = (
        "March 6, 2024 - A man was jailed for 12 years on Wednesday for stabbing a shopkeeper in Leeds. Judge Karen "
        "Pole said David Marsh, 34, had shown no remorse. The court heard that the victim was attacked at about 9 p.m. "
        "as he closed his shop."
    )
    names = {"Leeds": "Bristol", "Karen Pole": "Alan Finch", "David Marsh, 34": "Robert Cole, 41"}
    bristol = leeds
    for one, other in names.items():
        bristol = bristol.replace(one, other)
    again = "Robert Cole, 41, who stabbed a shopkeeper in Bristol, was sentenced to 12 years by Judge Alan Finch."
    assert held([doc(leeds, id="a"), doc(bristol, id="b"), doc(again, id="c")]) == ["a", "bc"]
