"""Who is who over a whole story: full names tie documents together, bare surnames follow them."""

import pytest

from discrepancy.model import FactKind
from discrepancy.stories.people import settle_people
from tests.builders import facts_of, only, persons, story


def people(*texts: str) -> dict[str, list[str]]:
    """The persons of a story: each name with ``document:words`` of its mentions."""
    told = story(*texts)
    at = {fact.id: f"{fact.mention.document}:{fact.mention.text}" for fact in told.facts}
    return {person.name: sorted(at[i] for i in person.facts) for person in told.people}


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("Mayor Lena Brandt left.", "Lena Brandt, the mayor, left.", "Lena Brandt"),
        ("Mayor Oleksandr Petrenko left.", "Mayor Alexander Petrenko left.", "Alexander Petrenko"),
        ("Mayor Zoë Müller left.", "Mayor Zoe Mueller left.", "Zoe Mueller"),
        ("Mayor Lena M. Brandt left.", "Mayor Lena Brandt left.", "Lena M. Brandt"),
        ("Mayor Lena Brandt left.", "Mayor Brandt left.", "Lena Brandt"),
        ("Mayor Lena Petrenko left.", "Mayor Petrenka left.", "Lena Petrenko"),
        ("Mayor Lena\u00a0Brandt left.", "Mayor Lena Brandt left.", "Lena Brandt"),
    ],
)
def test_one_person_in_two_documents(first: str, second: str, name: str) -> None:
    told = story(first, second)
    assert [(person.name, len(person.facts)) for person in told.people] == [(name, 2)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Mayor Lena Brandt left.", "Mayor Tom Brandt left."),
        ("Mayor Lena Brandt left.", "Mayor Lena Lindqvist left."),
        ("Mayor Brandt left.", "Mayor Brown left."),
        ("Mayor Martin Okafor Jr. left.", "Mayor Martin Okafor Sr. left."),
    ],
)
def test_two_persons_stay_two(first: str, second: str) -> None:
    assert len(story(first, second).people) == 2


def test_a_bare_surname_goes_to_the_bearer_named_last_in_its_own_document() -> None:
    assert people(
        "Mayor Lena Brandt came. Brandt spoke. The painter Otto Brandt came too. Brandt sang.",
        "Mayor Tom Brandt came. Brandt danced.",
    ) == {
        "Lena Brandt": ["a:Brandt", "a:Lena Brandt"],
        "Otto Brandt": ["a:Brandt", "a:Otto Brandt"],
        "Tom Brandt": ["b:Brandt", "b:Tom Brandt"],
    }


def test_a_bare_surname_behind_a_relative_of_its_bearer_is_nobodys_in_any_document() -> None:
    found = people(
        "Mayor Lena Brandt came. Her father, Otto Brandt, came too. Brandt sang.",
        "Mayor Tom Brandt came. Brandt danced.",
    )
    assert found["Brandt"] == ["a:Brandt"]


def test_a_surname_before_its_bearers_daughter_goes_to_the_one_whom_another_document_names() -> None:
    found = people(
        "Carter won. Carter said he was glad. Amy Carter was there.",
        "President James Carter won. Amy Carter was there.",
    )
    assert found["James Carter"] == ["a:Carter", "a:Carter", "b:James Carter"]


def test_a_bare_surname_before_its_full_name_waits_for_it() -> None:
    assert people("Brandt spoke. It was Mayor Lena Brandt who opened it.") == {
        "Lena Brandt": ["a:Brandt", "a:Lena Brandt"]
    }


def test_a_title_says_which_of_two_is_meant() -> None:
    found = people("Mayor Lena Brandt met Governor Otto Brandt. Mayor Brandt smiled.")
    assert len(found["Lena Brandt"]) == 2


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Otto Brandt came.\nHis wife, Ada Brandt, came too.\nMr Brandt sang.", "Otto Brandt"),
        ("Otto Brandt came.\nHis wife, Ada Brandt, came too.\nMrs Brandt sang.", "Ada Brandt"),
        (
            "The singer Uwe Brandt came.\nThe judge Ilka Brandt said she sang.\nMr Brandt left.",
            "Uwe Brandt",
        ),
        ("The engineer Uwe Brandt came.\nHis father, Otto Brandt, came.\nThe elder Brandt sang.", "Otto Brandt"),
        ("The engineer Uwe Brandt, 44, met Otto Brandt, 51, a judge.\nThe younger Brandt sang.", "Uwe Brandt"),
        (
            "Mayor Uwe Brandt came. Brandt sang.\nBrandt danced.\nHe met the singer Ada Brandt.\nBrandt left.",
            "Uwe Brandt",
        ),
        ("Mayor Uwe Brandt came.\nHe met the singer Ada Brandt. Brandt left.", "Ada Brandt"),
        ("Mayor Uwe Brandt and the singer Ada Brandt came.\nAda sang.\nBrandt left.", "Uwe Brandt"),
    ],
)
def test_of_two_bearers_the_text_tells_which_is_meant(text: str, whom: str) -> None:
    told = story(text)
    last = max((fact for fact in told.facts if fact.kind is FactKind.PERSON), key=lambda fact: fact.mention.start)
    assert [person.name for person in told.people if last.id in person.facts] == [whom]


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Mayor Tachibana Shuichi spoke. Tachibana left.", "Tachibana Shuichi", 2),
        ("Mayor Steinunn Hallgrimsdottir spoke. Steinunn left.", "Steinunn Hallgrimsdottir", 2),
        ("Mayor Consuelo Lopez Toledo spoke. Lopez Toledo left. Lopez sang.", "Consuelo Lopez Toledo", 3),
        ("Mayor Tariq al-Rashid spoke, al-Rashid said. Rashid sang.", "Tariq al-Rashid", 3),
        ("Mayor Femke de Wit spoke. De Wit left. It was late, de Wit said.", "Femke de Wit", 3),
        ("Mayor Patrick Connell, known to all as Podge, spoke. Podge left.", "Patrick Connell", 3),
        ("Mayor Jandira Tavares spoke. “It was Jandira who won,” said Tavares.", "Jandira Tavares", 3),
        ("Mayor Stephen King spoke. King left. The King of Spain waved.", "Stephen King", 2),
        ("Deckhand Erik Hanson swam ashore. Hanson wept.", "Erik Hanson", 2),
        ("Bosun Peter Wells drowned. Wells was 40.", "Peter Wells", 2),
        ("Det Con Mary Jones spoke. Jones left.", "Mary Jones", 2),
        ("Mayor Anna St. Clair spoke. St. Clair left.", "Anna St. Clair", 2),
        ("Mayor Karl von und zu Lerchenfeld spoke. Lerchenfeld left.", "Karl von und zu Lerchenfeld", 2),
        ("Ato Bekele Gerba spoke. Ato Bekele left.", "Bekele Gerba", 2),
        ("Woizero Almaz Tesfaye spoke. Woizero Almaz left.", "Almaz Tesfaye", 2),
    ],
)
def test_every_part_of_a_name_is_its_bearers(text: str, name: str, mentions: int) -> None:
    assert [(person.name, len(person.facts)) for person in story(text).people] == [(name, mentions)]


@pytest.mark.parametrize(
    ("text", "hers", "his"),
    [
        ("Sir Alan Carrick spoke. Lady Carrick, his wife, wept. Carrick left.", "Carrick", "Alan Carrick"),
        ("Otto Brandt was hurt. Mrs Brandt wept. Mr Brandt slept.", "Brandt", "Otto Brandt"),
    ],
)
def test_a_form_of_address_that_is_not_the_bearers_is_a_spouses(text: str, hers: str, his: str) -> None:
    assert people(text) == {his: sorted([f"a:{his}", f"a:{hers}"]), hers: [f"a:{hers}"]}


def test_a_given_name_of_men_and_women_tells_no_spouse_apart() -> None:
    assert list(people("Jean Brandt was hurt. Mrs Brandt wept.")) == ["Jean Brandt"]


def test_an_article_tells_two_names_apart() -> None:
    found = people("Mayor Tariq al-Haddad met Governor Elias Haddad. Haddad left. Then al-Haddad said he would, too.")
    assert found["Tariq al-Haddad"] == ["a:Tariq al-Haddad", "a:al-Haddad"]
    assert found["Elias Haddad"] == ["a:Elias Haddad", "a:Haddad"]


def test_two_like_names_of_one_document_stay_two() -> None:
    assert sorted(people("The striker Fabinho, who scored, met the striker Fabino, who did not.")) == [
        "Fabinho",
        "Fabino",
    ]


def test_given_names_alone_tie_nobody_together() -> None:
    told = story("Sandra and Keith Hollis, both teachers, left.", "Sandra and Mark Tibbs, both teachers, left.")
    assert [person.id for person in told.people] == ["keith-hollis", "mark-tibbs", "sandra", "sandra-2"]


def test_the_office_tells_whom_another_document_means() -> None:
    found = people("Mayor Lena Brandt met Governor Otto Brandt.", "Mayor Brandt smiled.")
    assert found["Lena Brandt"] == ["a:Lena Brandt", "b:Brandt"]


def test_a_surname_that_two_bear_elsewhere_is_nobodys() -> None:
    found = people("Mayor Lena Brandt met Governor Otto Brandt.", "Mr Brandt smiled.")
    assert found["Brandt"] == ["b:Brandt"]


def test_persons_are_called_by_their_fullest_and_most_used_name() -> None:
    assert list(
        people("Mayor Lena Brandt left.", "Mayor Lena Brandt left.", "Mayor Léna Brandt left. Brandt sang.")
    ) == ["Lena Brandt"]


def test_ids_are_unique_and_readable() -> None:
    told = story("Judge Brandt left.", "Mayor Lena Brandt met Governor Otto Brandt.")
    assert [person.id for person in told.people] == ["brandt", "lena-brandt", "otto-brandt"]


def test_two_of_one_name_have_ids_of_their_own() -> None:
    told = story("Martin Okafor Jr. met Martin Okafor Sr. in Lisbon.")
    assert len({person.id for person in told.people}) == len(told.people) == 2


def speakers(*texts: str) -> list[str]:
    told = story(*texts)
    return [fact.quotation.speaker for fact in told.facts if fact.kind is FactKind.QUOTATION]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“It holds,” said Mayor Lena Brandt.", "“It holds,” Mayor Brandt said."),
        ("“It holds,” said Mayor Lena Brandt.", "“It holds,” Brandt said."),
        ("Mayor Amara Okafor said: “It holds.”", "“It holds,” said Amara Okafor."),
        ("Mayor Amara Okafor said: “It holds.”", "“It holds,” Okafor added."),
        ("Mayor Oleksandr Petrenko said: “It holds.”", "Mayor Alexander Petrenko said: “It holds.”"),
        ("Mayor Lena Brandt came. “It holds,” she said.", "Mayor Lena Brandt came. “It holds,” said the mayor."),
    ],
)
def test_speakers_are_settled_with_the_persons(first: str, second: str) -> None:
    mine, yours = speakers(first, second)
    assert mine == yours


def test_a_speaker_without_a_name_is_a_key_of_plain_words() -> None:
    assert speakers("“It holds,” The Harbour Police said.") == ["harbour police"]


def test_accounts_of_figures_are_settled_too() -> None:
    told = story("Mayor Lena Brandt said 40 ships sank. Police said 14 ships sank. Some 9 boats sank.")
    found = [fact.attribution for fact in told.facts if fact.kind is FactKind.QUANTITY]
    assert [account and account.speaker for account in found] == ["lena-brandt", "police", None]


def test_mentions_carry_the_persons_id_and_nothing_else_changes() -> None:
    facts = facts_of("Mayor Lena Brandt left. Brandt sang on Monday.")
    settled, _ = settle_people(facts)
    assert [fact.subject.head for fact in only(list(settled), FactKind.PERSON)] == ["lena-brandt"] * 2
    assert [fact.mention for fact in settled] == [fact.mention for fact in facts]
    assert [f for f in settled if f.kind is FactKind.DATE] == only(facts, FactKind.DATE)


def test_nobody_in_no_story() -> None:
    assert settle_people([]) == ((), ())
    assert settle_people(persons("The bridge holds.")) == ((), ())
