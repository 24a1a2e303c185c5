"""Who is named: full names with a witness, then the bare surnames that they explain."""

from dataclasses import replace

import pytest

from discrepancy.model import BlockRole
from tests.builders import doc, persons


def named(text: str) -> list[str]:
    """The persons that ``text`` names, as the mentions stand there."""
    return [fact.mention.text for fact in persons(text)]


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("President Amara Okafor opened the bridge.", "President", "Amara Okafor"),
        ("Foreign Minister Ana Petrova opened it.", "Foreign Minister", "Ana Petrova"),
        ("Secretary of State John Hallam opened it.", "Secretary of State", "John Hallam"),
        ("German Chancellor Lena Brandt opened it.", "German Chancellor", "Lena Brandt"),
        ("Harbour Trust chief executive Lena Brandt resigned.", "Harbour Trust chief executive", "Lena Brandt"),
        ("The engineer Tom Lindqvist opened it.", "engineer", "Tom Lindqvist"),
        ("The engineer, Amara Okafor, opened it.", "engineer", "Amara Okafor"),
        ("Former mayor Lena Brandt opened it.", "Former mayor", "Lena Brandt"),
        ("Amara Okafor, the chief engineer, opened it.", "chief engineer", "Amara Okafor"),
        ("Amara Okafor, an engineer, opened it.", "engineer", "Amara Okafor"),
        ("Lena Brandt, mayor of Elmstead, opened it.", "mayor of Elmstead", "Lena Brandt"),
        ("Sen. Lena Brandt voted.", "Sen.", "Lena Brandt"),
        ("The 44-year-old mayor, Lena Brandt, opened it.", "mayor", "Lena Brandt"),
        ("Mrs. Lena Brandt opened it.", "", "Lena Brandt"),  # courtesy is no office
    ],
)
def test_titles_and_offices_before_and_after_a_name(text: str, title: str, name: str) -> None:
    (fact,) = persons(text)
    assert (fact.name.title, fact.mention.text) == (title, name)


def test_a_title_stands_where_its_span_says() -> None:
    text = "On Monday the Norwegian foreign minister, Lena Brandt, opened it."
    (fact,) = persons(text)
    assert fact.name.title_span is not None
    assert text[fact.name.title_span.start : fact.name.title_span.end] == fact.name.title


@pytest.mark.parametrize(
    "text",
    [
        "Amara Okafor, 44, opened the bridge.",
        "Amara Okafor, aged 44, opened the bridge.",
        "Amara Okafor, who drew the bridge, retired.",
        "Police looked for Amara Okafor, 44.",
    ],
)
def test_an_age_or_a_who_is_witness_enough(text: str) -> None:
    assert named(text) == ["Amara Okafor"]


@pytest.mark.parametrize(
    ("text", "given", "surname", "suffix"),
    [
        ("Mayor Lena Brandt left.", ("Lena",), "Brandt", ""),
        ("Engineer Pieter van der Meer left.", ("Pieter",), "van der Meer", ""),
        ("Mayor Maria de la Cruz left.", ("Maria",), "de la Cruz", ""),
        ("Mayor Martin Okafor Jr. left.", ("Martin",), "Okafor", "Jr."),
        ("Mayor Jean-Luc Moreau left.", ("Jean-Luc",), "Moreau", ""),
        ("Mayor Siobhan O’Leary left.", ("Siobhan",), "O’Leary", ""),
        ("Mayor A.B. Hallam left.", ("A.B.",), "Hallam", ""),
        ("Mayor J. K. Hallam left.", ("J.", "K."), "Hallam", ""),
        ("King Harald II left.", (), "Harald", "II"),
        ("Mayor Brandt left.", (), "Brandt", ""),
    ],
)
def test_a_name_in_its_parts(text: str, given: tuple[str, ...], surname: str, suffix: str) -> None:
    (fact,) = persons(text)
    assert (fact.name.given, fact.name.surname, fact.name.suffix) == (given, surname, suffix)


def test_particles_may_begin_a_sentence() -> None:
    first, second = persons("Mayor Maria de la Cruz left. De la Cruz lives nearby.")
    assert (first.name.surname, second.name.surname) == ("de la Cruz", "De la Cruz")
    assert second.name.given == ()


def test_a_no_break_space_does_not_split_a_name() -> None:
    (fact,) = persons("Mayor Lena\u00a0Brandt opened the bridge.")
    assert fact.mention.text == "Lena\u00a0Brandt"
    assert fact.name.full == "Lena Brandt"


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Lena Brandt opened it. Brandt smiled.", ["Lena Brandt", "Brandt"]),
        ("Brandt smiled. It was Lena Brandt who opened it.", ["Brandt", "Lena Brandt"]),
        ("Lena Brandt’s speech was short. Brandt's smile was not.", ["Lena Brandt", "Brandt"]),
        ("Lena Brandt opened it. Mayor Brandt smiled.", ["Lena Brandt", "Brandt"]),
        ("Ms Brandt opened it.", ["Brandt"]),
        ("Yesterday Lena Brandt spoke. But Tom Lindqvist did not.", ["Lena Brandt", "Tom Lindqvist"]),
        ("On Monday Lena Brandt spoke.", ["Lena Brandt"]),
        ("Lena Brandt met Tom Lindqvist and Maria Sanchez.", ["Lena Brandt", "Tom Lindqvist", "Maria Sanchez"]),
    ],
)
def test_bare_surnames_are_persons_where_a_full_name_or_a_title_explains_them(text: str, mentions: list[str]) -> None:
    assert named(text) == mentions


def test_a_full_name_is_the_same_full_name_again_without_its_witness() -> None:
    assert named("Amara Okafor, 44, opened it. Amara Okafor smiled.") == ["Amara Okafor", "Amara Okafor"]


def test_two_of_one_surname_keep_their_given_names() -> None:
    text = "Amara Okafor came with her brother Daniel Okafor."
    assert "Okafor" not in named(text)
    assert "Daniel Okafor" in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Riverside Bridge Company opened the New Harbour Bridge near Lake Victoria.",
        "The United Nations and the European Union praised South Korea.",
        "HARBOUR TOWN OPENS BRIDGE",
        "The Lindqvist family lives in Baker Street.",
        "New York and Buenos Aires signed the Lisbon Treaty.",
        "The Ministry of Defence moved to Saint Petersburg in August.",
        "Today Elmstead sleeps.",
    ],
)
def test_organisations_and_places_are_no_persons(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Lena Brandt lives in Brandt Street.",
        "Lena Brandt works for Brandt Holdings.",
        "Lena Brandt left the Brandt Institute.",
    ],
)
def test_what_bears_a_persons_name_is_no_person(text: str) -> None:
    assert named(text) == ["Lena Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "The yacht Lena Brandt sank near Elmstead.",
        "The Brandt family lives in Elmstead.",
        "Cyclone Freddy came. Lake Victoria rose.",
        "Shares of Morgan Stanley rose. Wells Fargo declined to comment.",
        "The operator, Van Oord & Pelt, said nothing.",
        "A fire broke out in Vitória da Conquista, where rain fell.",
        "The Lady Agnes left the harbour at noon.",
        "Deportivo Arcos beat Racing Oria.",
        "Oria Pharma sells the pill. Oria said it would watch patients.",
        "Sales at Oria and its rival, Brandt Mills, rose.",
    ],
)
def test_things_called_like_persons_are_none(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("headline", "mentions"),
    [
        ("BRANDT QUITS AS MAYOR", ["BRANDT"]),
        ("Mayor Brandt Quits Over Harbour Bridge Funding", ["Brandt"]),
        ("Elmstead Bridge Closes After Heavy Storm", []),
        ("Talks fail over Elmstead bridge", []),
    ],
)
def test_a_headline_of_capitals_may_hold_known_names(headline: str, mentions: list[str]) -> None:
    found = persons(doc("Mayor Lena Brandt resigned.", headline=headline))
    assert [fact.mention.text for fact in found if fact.mention.block is BlockRole.HEADLINE] == mentions


@pytest.mark.parametrize(
    "text",
    [
        "The second mate is an Indonesian named Suharno. Suharno slept.",
        "The captain, Suharno, who slept, was held. Suharno wept.",
        "Ms Suharno slept. Suharno wept.",
    ],
)
def test_a_single_name_is_a_persons_wherever_it_stands(text: str) -> None:
    assert named(text) == ["Suharno", "Suharno"]


def test_the_first_of_a_couple_shares_the_surname() -> None:
    assert [fact.subject.head for fact in persons("Sandra and Keith Hollis, both teachers, left. Keith wept.")] == [
        "sandra hollis",
        "keith hollis",
        "keith hollis",
    ]


def test_the_family_is_none_of_its_members() -> None:
    assert named("Mayor Lena Brandt thanked the Brandt family.") == ["Lena Brandt"]


def test_a_nickname_stands_inside_the_name() -> None:
    assert named("The printer William “Bill” Tranter left. Bill wept. Mr Tranter sang.") == [
        "William “Bill” Tranter",
        "Bill",
        "Tranter",
    ]


def test_a_title_at_the_end_of_a_headline_is_not_the_next_lines() -> None:
    found = persons(doc("Elmstead’s bridge is closed.", headline="Row over bridge: council accuses mayor"))
    assert found == []


def test_a_mention_tells_whom_its_document_means() -> None:
    assert [fact.subject.head for fact in persons("Mayor Lena Brandt left. Brandt wept. Lena sang.")] == [
        "lena brandt"
    ] * 3


def test_furniture_names_nobody() -> None:
    document = doc("Mayor Lena Brandt opened it.\nMayor Tom Lindqvist did not.")
    body, teaser = document.blocks
    document = replace(document, blocks=(body, replace(teaser, role=BlockRole.FURNITURE)))
    assert [fact.mention.text for fact in persons(document)] == ["Lena Brandt"]


def test_a_headline_names_persons_too() -> None:
    (first, second) = persons(doc("Brandt opened it.", headline="Mayor Lena Brandt opens bridge"))
    assert (first.mention.block, second.mention.block) == (BlockRole.HEADLINE, BlockRole.BODY)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("He starred with Alain Delvaux and Mayor Tom Lindqvist.", ["Alain Delvaux", "Tom Lindqvist"]),
        ("Lena Brandt, Isabelle Hubert and Tom Roth sang.", ["Lena Brandt", "Isabelle Hubert", "Tom Roth"]),
        ("Mayor Lena Brandt came with her two sons, Ahmad and Yusuf.", ["Lena Brandt", "Ahmad", "Yusuf"]),
        ("His wife of 57 years, Clara, died in December 2009.", ["Clara"]),
        ("They came with their children, Alfie, nine, and Mia, six.", ["Alfie", "Mia"]),
        ("Kessler will play Tomas Ibarra on Friday, where Ibarra won.", ["Tomas Ibarra", "Ibarra"]),
        ("Attorneys Brian Knowles and Ana Petrova sang.", ["Brian Knowles", "Ana Petrova"]),
    ],
)
def test_names_are_known_by_the_company_they_keep(text: str, mentions: list[str]) -> None:
    assert [name for name in named(text) if name != "Kessler"] == mentions


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Jorinde in ’t Veld left. In ’t Veld wept.",
        "Mayor Karl von und zu Kattwitz left. Von und zu Kattwitz wept.",
        "Mayor Doan My Le left. A tired Le wept.",
        "Mayor Peregrine ffoulkes left. Later ffoulkes wept.",
    ],
)
def test_particles_and_names_like_particles(text: str) -> None:
    full, short = persons(text)
    assert full.subject.head == short.subject.head


def test_what_someone_is_known_as_is_that_person() -> None:
    first, alias, again = persons("Mayor Karim Haddad, known as Abu Nour, left. Abu Nour wept.")
    assert first.subject.head == alias.subject.head == again.subject.head


def test_an_alias_is_not_that_of_someone_in_the_sentence_before() -> None:
    found = persons("Mayor Lena Brandt left. The gang’s leader, known as Gide, wept.")
    assert [fact.subject.head for fact in found] == ["lena brandt", "gide"]


def test_the_elder_and_the_younger() -> None:
    text = "Umut Demir, 20, sang. His father, Kemal Demir, wept. The elder Demir left. The younger Demir slept."
    found = persons(text)
    assert [fact.subject.head for fact in found][2:] == ["kemal demir", "umut demir"]


def test_a_daughter_of_someone_tells_nothing_of_that_ones_sex() -> None:
    text = "Keiko Duarte is the daughter of the former president, Alberto Duarte. Mrs Duarte wept."
    assert persons(text)[-1].subject.head == "keiko duarte"


def test_the_first_given_name_goes_before_the_second() -> None:
    text = "Mayor Carlos Soler met Mayor Juan Carlos Ferrer. Carlos wept."
    assert persons(text)[-1].subject.head == "carlos soler"
