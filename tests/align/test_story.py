"""Groups over a whole story: they do not depend on the order of the documents, and a text agrees with itself."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model import Document, FactKind, Story
from tests.builders import doc, grouped, story

VERSIONS = (
    doc(
        "Mayor Lena Brandt said on Monday that the flood in Elmstead had killed 14 people and injured 30.\n"
        "“We will build the bridge before the winter comes,” Brandt said.\nThe old bridge was built in 1921.",
        id="harbour",
    ),
    doc(
        "The flood in Elmstead killed 17 people and injured 30, the mayor, Lena Brandt, said.\n"
        "Brandt said: “We shall build that bridge before winter comes.”\nThe old bridge was built in 1912.",
        id="island",
    ),
    doc(
        "Fourteen people were killed by the flood in Elmstead, and 33 were injured.\n"
        "Mayor Lena Brand promised that the city “will build the bridge”.\nThe old bridge was built in 1921.",
        id="valley",
    ),
)
SENTENCES = st.sampled_from([line for version in VERSIONS for line in version.text.split("\n")])


def told(documents: tuple[Document, ...]) -> set[tuple[FactKind, frozenset[str]]]:
    """What is grouped, whatever the order and the ids of the groups."""
    return {(group.kind, frozenset(group.facts)) for group in story(*documents).groups}


def test_three_versions_give_one_group_a_thing() -> None:
    whole = story(*VERSIONS)
    assert grouped(whole, FactKind.QUANTITY) == [
        ["harbour:14", "island:17", "valley:Fourteen"],
        ["harbour:30", "island:30", "valley:33"],
    ]
    assert len(grouped(whole, FactKind.QUOTATION)) == 1
    assert ["harbour:1921", "island:1912", "valley:1921"] in grouped(whole, FactKind.DATE)
    assert [person.name for person in whole.people] == ["Lena Brandt"]


def test_the_order_of_documents_changes_nothing() -> None:
    assert {frozenset(told(order)) for order in permutations(VERSIONS)} == {frozenset(told(VERSIONS))}


def test_groups_are_ordered_by_where_their_first_fact_stands() -> None:
    whole = story(*VERSIONS)
    place = {fact.id: n for n, fact in enumerate(whole.facts)}
    firsts = [place[group.facts[0]] for group in whole.groups]
    assert firsts == sorted(firsts)
    assert all([place[i] for i in group.facts] == sorted(place[i] for i in group.facts) for group in whole.groups)


def test_ids_of_groups_are_unique() -> None:
    ids = [group.id for group in story(*VERSIONS).groups]
    assert len(ids) == len(set(ids))


def test_a_story_of_nothing_has_no_groups() -> None:
    assert story() == Story(documents=())
    assert story("").groups == ()


@given(st.lists(SENTENCES, min_size=1, max_size=4, unique=True).map("\n".join))
def test_a_text_beside_itself_groups_only_what_is_equal(text: str) -> None:
    whole = story(doc(text, id="a"), doc(text, id="b"))
    by_id = {fact.id: fact for fact in whole.facts}
    for group in whole.groups:
        if group.kind is FactKind.DATE:
            continue
        sides = [{by_id[i].mention.text for i in group.facts if by_id[i].mention.document == side} for side in "ab"]
        assert sides[0] == sides[1]


@given(st.lists(SENTENCES, min_size=1, max_size=3), st.lists(SENTENCES, min_size=1, max_size=3))
def test_two_texts_in_either_order_give_the_same_groups(first: list[str], second: list[str]) -> None:
    a, b = doc("\n".join(first), id="a"), doc("\n".join(second), id="b")
    assert told((a, b)) == told((b, a))
