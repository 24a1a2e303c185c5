"""What a figure measures: its subject, whose it is, where, its verb, its role, its time, and by whose account."""

import pytest

from discrepancy.model import Attribution, BlockRole, FactRole, TimeFrame
from tests.builders import doc, figure, quantities

LEVEL, CHANGE, BASE, SHARE = FactRole.LEVEL, FactRole.CHANGE, FactRole.BASE, FactRole.SHARE


@pytest.mark.parametrize(
    ("text", "words", "concept"),
    [
        ("A total of 40 firefighters fought the blaze.", "40", "firefighter"),
        ("Kenya sent 84 tons of rice.", "84 tons", "rice"),
        ("Tens of thousands of books burned.", "Tens of thousands", "book"),
        ("The number of jobs rose to 900.", "900", "job"),
        ("The death toll rose to 45.", "45", "dead"),
        ("Unemployment fell to 4 percent.", "4 percent", "unemployment"),
        ("Police put the number of dead at 14.", "14", "dead"),
        ("The unemployment rate fell to 4 percent.", "4 percent", "unemployment"),
        ("The storm caused $2 million in damages.", "$2 million", "compensation"),
        ("Sales were 12 million euros.", "12 million euros", "revenue"),
        ("The river is 40 km long.", "40 km", "river"),
        ("A crowd estimated at 3,000 gathered.", "3,000", "crowd"),
        ("The army numbers 24,000 soldiers.", "24,000", "soldier"),
        ("Kenya has 24,000 service personnel.", "24,000", "soldier"),
        ("The ferry is home to 300 rats.", "300", "rat"),
        ("Some 40 officers from Lisbon came.", "40", "police_officer"),
    ],
)
def test_what_is_counted_or_measured(text: str, words: str, concept: str) -> None:
    assert figure(text, words).subject.concept == concept


@pytest.mark.parametrize(
    ("text", "words", "concept"),
    [
        ("Kenya has 24,000 soldiers. Another 3,000 are stationed in the south.", "3,000", "soldier"),
        ("The company hired 400 workers, bringing the total to 2,600.", "2,600", "worker"),
        ("The army has 5,000 soldiers, down from 6,000.", "6,000", "soldier"),
        ("The army has 24,000 soldiers. Its reserves number 8,000.", "8,000", "reserve"),
        ("Norway's armed forces number 12,000.", "12,000", "soldier"),
        ("The country's forces now number 24,000.", "24,000", "soldier"),
        ("The flood killed over 140.", "140", "dead"),
        ("The flood killed 140 people.", "140", "dead"),
        ("In the flood 140 people died.", "140", "dead"),
        ("The flood killed 140 people and injured 30.", "30", "injured"),
        ("More than 60 were wounded in the crash.", "60", "injured"),
        ("The flood left 14 people dead.", "14", "dead"),
        ("The flood left 14 dead.", "14", "dead"),
        ("The ferry carried 84 passengers, of whom 12 died.", "12", "dead"),
        ("Police said 200 people were arrested.", "200", "arrest"),
        ("The firm employs 300 people.", "300", "worker"),
        ("The fire destroyed 30 homes in Lisbon and 12 in Porto.", "12", "home"),
    ],
)
def test_an_elliptic_figure_takes_its_noun_from_where_a_reader_would(text: str, words: str, concept: str) -> None:
    assert figure(text, words).subject.concept == concept


@pytest.mark.parametrize(
    ("text", "words", "owner"),
    [
        ("Kenyan troops, 24,000 of them, marched.", "24,000", "kenya"),
        ("Some 24,000 Kenyan troops marched.", "24,000", "kenya"),
        ("Kenya has 24,000 soldiers.", "24,000", "kenya"),
        ("Kenya's army grew by 3,000 soldiers.", "3,000", "kenya"),
        ("Nairobi will send 3,000 soldiers.", "3,000", "kenya"),
        ("Kenya plans to hire 300 nurses.", "300", "kenya"),
        ("Kenya's president said it had 300 nurses.", "300", ""),
        ("Lena Brandt owns 40 ships.", "40", ""),
        ("Kenya has 24,000 soldiers, and Rwanda has 3,000.", "3,000", "rwanda"),
        ("Kenya has 24,000 soldiers. Rwanda has another 3,000.", "3,000", "rwanda"),
        ("Kenya has 24,000 soldiers. Another 3,000 are abroad.", "3,000", "kenya"),
    ],
)
def test_whose_it_is(text: str, words: str, owner: str) -> None:
    assert figure(text, words).subject.owner == owner


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("The flood killed 140 people in Elmstead.", "140", ("elmstead",)),
        ("Kenya sent 40 doctors to Uganda.", "40", ("uganda",)),
        ("Kenya has 24,000 soldiers in the north.", "24,000", ("north",)),
        ("Kenya has 24,000 soldiers in Kenya.", "24,000", ()),  # its own country narrows nothing
        ("Some 40 ships lay near Lisbon.", "40", ("portugal",)),
        ("Some 40 ships came in May.", "40", ()),
    ],
)
def test_where_it_is(text: str, words: str, places: tuple[str, ...]) -> None:
    assert figure(text, words).subject.places == places


@pytest.mark.parametrize(
    ("text", "words", "modifiers"),
    [
        ("The town lost 300 nursing jobs.", "300", ("nursing",)),
        ("The town has 300 more electric buses.", "300", ("electric",)),
        ("Some 300 Kenyan buses came.", "300", ()),
        ("There were 40 operating mines.", "40", ("operating",)),
    ],
)
def test_modifiers_narrow_the_noun_but_hedges_and_peoples_do_not(
    text: str, words: str, modifiers: tuple[str, ...]
) -> None:
    assert figure(text, words).subject.modifiers == modifiers


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("The firm employs 300 people.", "300", LEVEL),
        ("Profit rose to $40 million.", "$40 million", LEVEL),
        ("Profit rose to $40 million from $30 million.", "$40 million", LEVEL),
        ("Profit rose to $40 million from $30 million.", "$30 million", BASE),
        ("Profit rose from $30 million to $40 million.", "$30 million", BASE),
        ("Profit rose from $30 million to $40 million.", "$40 million", LEVEL),
        ("Sales fell from 900 to 700.", "700", LEVEL),
        ("Its workforce grew from 900 to 1,200 people.", "900", BASE),
        ("Its workforce grew from 900 to 1,200 people.", "1,200", LEVEL),
        ("The population rose from 900 in 2019 to 1,200 in 2023.", "1,200", LEVEL),
        ("The army has 5,000 soldiers, down from 6,000.", "6,000", BASE),
        ("The bridge cost 168m euros, from 204m a year ago.", "204m", BASE),
        ("Profit rose by $10 million.", "$10 million", CHANGE),
        ("Profit rose by $10 million to $40 million.", "$10 million", CHANGE),
        ("Profit rose by $10 million to $40 million.", "$40 million", LEVEL),
        ("The number of jobs rose by 900 to 4,000.", "900", CHANGE),
        ("The number of jobs rose by 900 to 4,000.", "4,000", LEVEL),
        ("Profit rose 8 percent.", "8 percent", CHANGE),
        ("Profit was cut by 5 percent.", "5 percent", CHANGE),
        ("Another 3,000 soldiers came.", "3,000", CHANGE),
        ("Unemployment fell to 4.1 percent from 4.4 percent.", "4.1 percent", SHARE),
        ("Unemployment fell to 4.1 percent from 4.4 percent.", "4.4 percent", BASE),
        ("A third of the workers went home.", "A third", SHARE),
        ("The third ship arrived.", "third", FactRole.RANK),
        ("Tom Lindqvist, 44, was hurt.", "44", FactRole.AGE),
        ("The trial lasted three years.", "three years", FactRole.DURATION),
    ],
)
def test_level_base_change_and_other_roles(text: str, words: str, role: FactRole) -> None:
    assert figure(text, words).role is role


@pytest.mark.parametrize(
    ("text", "words", "time"),
    [
        ("The city hired 300 nurses.", "300", TimeFrame.PAST),
        ("The city has hired 300 nurses.", "300", TimeFrame.PRESENT),
        ("The city has 300 nurses.", "300", TimeFrame.PRESENT),
        ("The city now had 300 nurses.", "300", TimeFrame.PRESENT),
        ("The city will hire 300 nurses.", "300", TimeFrame.PLANNED),
        ("The city plans to hire 300 nurses.", "300", TimeFrame.PLANNED),
        ("The mayor signed a decree to hire 300 nurses.", "300", TimeFrame.PLANNED),
        ("The mayor said the city would hire 300 nurses.", "300", TimeFrame.PLANNED),
        ("The city is hiring 300 nurses over the next three years.", "300", TimeFrame.PLANNED),
        ("The city is hiring 300 nurses in May 2025.", "300", TimeFrame.PLANNED),
        ("Profit rose to $40 million from $30 million.", "$30 million", TimeFrame.PAST),
        ("If 5,000 people had come, the bridge would have broken.", "5,000", TimeFrame.SUPPOSED),
        ("Had 5,000 fans crossed it, the bridge would have broken.", "5,000", TimeFrame.SUPPOSED),
        ("The bridge would have killed 40 people if it had fallen.", "40", TimeFrame.SUPPOSED),
        ("Kenya could send 5,000 soldiers if talks fail.", "5,000", TimeFrame.SUPPOSED),
        ("Unless 5,000 people come, the fair will close.", "5,000", TimeFrame.SUPPOSED),
        ("A town of 5,000 people.", "5,000", TimeFrame.UNKNOWN),
    ],
)
def test_when_it_holds(text: str, words: str, time: TimeFrame) -> None:
    assert figure(text, words).time is time


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("The company shed 900 jobs last year.", "900", "last year"),
        ("The firm shed 900 jobs in 2022 and hired 400 workers in 2023.", "900", "2022"),
        ("The firm shed 900 jobs in 2022 and hired 400 workers in 2023.", "400", "2023"),
        ("Profit was $40 million, from $30 million a year earlier.", "$40 million", ""),
        ("Profit was $40 million, from $30 million a year earlier.", "$30 million", "a year earlier"),
        ("The population rose from 900 in 2019 to 1,200 in 2023.", "900", "2019"),
        ("The population rose from 900 in 2019 to 1,200 in 2023.", "1,200", "2023"),
        ("The mayor said on Tuesday that 14 ships sank in January.", "14", "January"),
        ("A town of 5,000 people.", "5,000", ""),
    ],
)
def test_the_date_of_its_own_clause(text: str, words: str, when: str) -> None:
    assert figure(text, words).time_text == when


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("Some 14 ships sank.", None),
        ("Police said 14 ships sank.", Attribution(speaker="Police")),
        ("Some 14 ships sank, police said.", Attribution(speaker="police")),
        ("According to the harbour office, 14 ships sank.", Attribution(speaker="the harbour office")),
        ("“We lost 14 ships,” said Lena Brandt.", Attribution(speaker="Lena Brandt", quoted=True)),
        ("Lena Brandt said the harbour had lost “14 ships”.", Attribution(speaker="Lena Brandt", quoted=True)),
        ("Lena Brandt left. She said 14 ships sank.", Attribution(speaker="Lena Brandt")),
        ("Lena Brandt told police that 14 ships sank. The harbour closed.", Attribution(speaker="Lena Brandt")),
        ("Lena Brandt said the harbour closed. Then 14 ships sank.", None),
        ("An inquiry by Lena Brandt, who said the wind was strong, began when 14 ships sank.", None),
    ],
)
def test_by_whose_account(text: str, account: Attribution | None) -> None:
    assert figure(text, "14").attribution == account


def test_a_bare_sum_shares_the_currency_of_its_sentence() -> None:
    fact = figure("Sales fell to 186 million euros from 204 million.", "204 million")
    assert (fact.quantity.unit, fact.subject.concept) == ("EUR", "revenue")


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell to 186 million euros from 204 million visitors.",
        "Sales fell to 186 million euros, and visits fell to 9.",
    ],
)
def test_other_bare_figures_are_no_money(text: str) -> None:
    assert quantities(text)[-1].quantity.unit == ""


def test_a_conversion_measures_what_it_converts() -> None:
    euros, dollars = quantities("Sales were 12 million euros (13 million dollars).")
    assert dollars.subject == euros.subject
    assert dollars.quantity.converts == euros.mention.start


def test_dates_are_no_quantities() -> None:
    assert [f.mention.text for f in quantities("On 4 March 2024 some 40 ships came.")] == ["40"]


def test_a_headline_counts_and_its_block_is_known() -> None:
    first, second = quantities(doc("The flood killed 14 people.", headline="Flood kills 15"))
    assert (first.mention.block, second.mention.block) == (BlockRole.HEADLINE, BlockRole.BODY)
    assert first.subject.concept == second.subject.concept == "dead"


def test_an_age_is_of_the_person_before_it() -> None:
    plain = figure("Tom Lindqvist, 44, was hurt.", "44")
    aged = figure("Tom Lindqvist, aged 44, was hurt.", "44")
    assert plain.subject.text == aged.subject.text == "Tom Lindqvist"


def test_an_age_in_brackets_is_an_age() -> None:
    assert figure("Lena Brandt (44) and Tom Lindqvist (51) were hurt.", "51").role is FactRole.AGE


@pytest.mark.parametrize(
    "text", ["Lena Brandt denied that 40 ships were lost.", "Lena Brandt asked whether 40 ships were lost."]
)
def test_what_is_denied_or_asked_is_not_stated(text: str) -> None:
    assert figure(text, "40").time is TimeFrame.SUPPOSED


def test_the_measure_in_words() -> None:
    assert figure("Some 24,000 young Kenyan soldiers marched.", "24,000").subject.text == "young Kenyan soldiers"
    assert figure("The flood killed 14.", "14").subject.text == "people killed"
