"""Rules on figures of one text that do not fit each other: conversions, sums, changes, shares, points, ages."""

import pytest

from discrepancy.messages import render
from discrepancy.model import Finding
from discrepancy.rules import judge_story
from tests.builders import doc, story

RULES = {"NUM011", "NUM012", "NUM013", "NUM014", "NUM015", "NUM016"}


def found(*texts: str) -> list[Finding]:
    return [each for each in judge_story(story(*texts)) if each.rule in RULES]


def told(*texts: str) -> list[tuple[str, ...]]:
    return [(each.rule, *(value.label for value in each.values)) for each in found(*texts)]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The runway is 2,600 meters (853 feet) long.", ("2,600 meters", "853 feet")),
        ("She is 5 feet 6 inches (1.86 m) tall.", ("5 feet 6 inches", "1.86 m")),
        (
            "The water was at 104 degrees Fahrenheit (53 degrees Celsius).",
            ("104 degrees Fahrenheit", "53 degrees Celsius"),
        ),
        (
            "The dam holds 5 million cubic meters (17.6 million cubic feet).",
            ("5 million cubic meters", "17.6 million cubic feet"),
        ),
        ("A 12-mile (9-kilometer) road was closed.", ("12-mile", "9-kilometer")),
        ("The 42-metre (128-foot) wall broke on Tuesday.", ("42-metre", "128-foot")),
        ("The crater is 640 metres (2,010 feet) wide.", ("640 metres", "2,010 feet")),
        ("The bomb weighs 500 pounds (22.7 kg).", ("500 pounds", "22.7 kg")),
        ("The fire burned 300 hectares (74 acres).", ("300 hectares", "74 acres")),
        ("Winds of 150 km/h (39 mph) were measured.", ("150 km/h", "39 mph")),
        ("The bridge cost 30 million euros ($33 billion).", ("30 million euros", "$33 billion")),
        ("The club paid 5 million euros (4.3 billion pounds).", ("5 million euros", "4.3 billion pounds")),
    ],
)
def test_wrong_conversion(text: str, labels: tuple[str, str]) -> None:
    assert told(text) == [("NUM011", *labels)]


def test_one_thing_in_two_units_over_two_versions() -> None:
    text = "The tower will be {} high, the council said."
    assert told(text.format("42 metres"), text.format("128 feet")) == [("NUM011", "42 metres", "128 feet")]
    assert told(text.format("42 metres"), text.format("138 feet")) == []
    assert told(text.format("42 metres"), text.format("300 feet")) == []
    assert told(text.format("42 metres"), text.format("128 feet") + " A mast of 138 feet stands on it.") == []


def test_two_conversions_at_two_rates() -> None:
    text = "The plan saves $60 million (80 million euros). It costs $2.0 billion (1.8 billion euros)."
    assert told(text) == [("NUM011", "$60 million", "80 million euros", "$2.0 billion", "1.8 billion euros")]


def test_the_odd_one_of_three_conversions_is_told_alone() -> None:
    text = "It has 90 million euros ($67 million), 52 million euros ($57 million) and 71 million euros ($78 million)."
    assert told(text) == [("NUM011", "90 million euros", "$67 million")]


@pytest.mark.parametrize(
    "text",
    [
        "He ran 10 miles (15 km) and then 3 miles (5 km).",
        "The 42-metre (138-foot) wall broke on Tuesday.",
        "The storm has winds of 130 mph (215 km/h).",
        "The wall is 40 metres (130 feet) high.",
        "The yacht sank 12 miles (22 km) off the coast.",
        "The mine sold 5,000 tons (4,536 tonnes) and 5,000 tons (5,080 tonnes).",
        "Warming of 2 degrees Celsius (3.6 degrees Fahrenheit) is likely.",
        "It was minus 14 Celsius (7 Fahrenheit) at night.",
        "The tank is 3 m by 4 m (10 ft by 13 ft).",
        "A pint (568 ml) of beer and 10 gallons (45 litres) of petrol were sold.",
        "In 2008 the club paid £20 million ($40 million). It now offers £30 million ($38 million).",
        "It cost $30 million (24 million pounds; 28 million euros) to build.",
        "The fine of 10 million pesos ($500,000) was cut to 5 million pesos ($250,000).",
        "The car gets 30 mpg (7.8 l/100km) and fuel is $3 a gallon (79 cents a liter).",
        "The race is 5 to 7 miles (8 to 11 km) long.",
    ],
)
def test_right_conversion(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("There were 46 people on the ferry, 41 passengers and six crew.", "46", "41 + six"),
        ("Six officers and nine fans were hurt, the police said, 16 people in all.", "16", "Six + nine"),
        (
            "Nineteen cars derailed: seven tank cars, nine box cars and five flatcars.",
            "Nineteen",
            "seven + nine + five",
        ),
        (
            "Nineteen cars left the rails. Seven were tank cars, nine were hoppers and five were flatcars.",
            "Nineteen",
            "Seven + nine + five",
        ),
        ("Of the 14 people aboard, nine were rescued and three died. Three are missing.", "14", "nine + three + Three"),
        ("The group sold €9.8bn: €6.1bn in Asia and €4.7bn in Europe.", "€9.8bn", "€6.1bn + €4.7bn"),
        ("The motion passed 33-17 in the 49-member Senate.", "49", "33-17"),
        (
            "Thirty senators said yes, 15 said no, and six were excused. All of the chamber's 49 members spoke.",
            "49",
            "Thirty + 15 + six",
        ),
        (
            "It raises $560 million and $90 million. Together the $680 million pays for schools.",
            "$680 million",
            "$560 million + $90 million",
        ),
        ("It pays €3.6bn. The price consists of €2.4bn in cash and €1.6bn in shares.", "€3.6bn", "€2.4bn + €1.6bn"),
        ("Five people were killed and 12 injured, 18 casualties in total.", "18", "Five + 12"),
        ("Eight people were arrested: five men and two women.", "Eight", "five + two"),
        ("The jury of 12, seven women and six men, left the room.", "12", "seven + six"),
        (
            "Twenty-three bodies were found by Wednesday, the institute said: 14 in Lorn, six in Alto and four at sea.",
            "Twenty-three",
            "14 + six + four",
        ),
        (
            "Twenty-three bodies were found, 14 of them at Lorn, six at Pell and four at Mirk Farm.",
            "Twenty-three",
            "14 + six + four",
        ),
        (
            "Twenty-three bodies have been found. Fourteen were found in Lorn, six at Pell and four at Mirk Farm.",
            "Twenty-three",
            "Fourteen + six + four",
        ),
        ("The fire crews answered 62 calls, 38 of them in Upton and 26 in Selwood.", "62", "38 + 26"),
        ("The group has 46 shops: 21 in Spain, 14 in Portugal and nine in France.", "46", "21 + 14 + nine"),
        (
            "Of the 17 patients infected, nine are being treated in isolation, six have been sent home and three died.",
            "17",
            "nine + six + three",
        ),
        ("Of the 40 applications, 23 were approved, 14 were rejected and five are pending.", "40", "23 + 14 + five"),
        ("Of the 12 men on trial, eight were convicted and five acquitted.", "12", "eight + five"),
        ("Of the 88 flights due, 61 were cancelled and 30 delayed.", "88", "61 + 30"),
    ],
)
def test_parts_that_do_not_add_up(text: str, total: str, parts: str) -> None:
    assert told(text) == [("NUM012", total, parts)]


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 46 people, destroyed 43 homes and four bridges.",
        "Sixty-two operations were put off, 38 of them at St Mark's and 24 at Selwood General.",
        "Thirty people were hurt, 20 of them women and 12 in the first carriage.",
        "The club has 46 players, 20 of them in Spain and 30 under the age of 21.",
        "The party won 23 seats. Four were in Upton and three in Selwood.",
        "Of the 20 patients, 17 survived, two were sent home and three died.",
        "Of the 17 patients, nine were taken to hospital, six were treated at the scene and four died.",
        "Fire crews saved 12 people. Six were in Lorn, and nine in Pell are missing.",
        "The storm closed 23 schools. In the north, 14 roads in Lorn and 12 in Pell were flooded.",
        "The airline flies to 50 cities: 20 in Asia, 14 in Africa and others in Europe.",
        "The fund has 40 buildings: 12 in London and 15 in Paris.",
        "There were 46 people on the ferry, 40 passengers and six crew.",
        "Thirty people were hurt, including 20 pupils and 11 teachers.",
        "Of the 30 patients, 12 were women, 11 were smokers and nine were over 60.",
        "Police arrested 12 people, three women and two minors among them.",
        "He played 12 games this season: three goals and eight assists.",
        "The council voted 7-4 after the 10-member planning board rejected it.",
        "The council passed the plan 7-4. The 10-member planning board had rejected it.",
        "The Senate has 100 members. It voted 51-49, and the House of 435 members 218-210.",
        "It raised $5 million on Monday and $4 million on Tuesday. In all, it has raised $10 million.",
        "A owns $5 million and B $3 million. Together with C, $9 million is at stake.",
        "Six people were killed and 12 injured, the ministry said.",
        "About 50 people were hurt, 30 men and 18 women.",
        "The company has 46 employees, 43 trucks and four depots.",
    ],
)
def test_parts_that_may_be_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Sales rose 12% to 112 million euros from 90 million euros.",
            ("12%", "90 million euros", "112 million euros"),
        ),
        ("The index fell by 5 points to 40 from 50.", ("5", "50", "40")),
        ("The rate rose by a quarter last year, from 18 to 24 cases per 100,000 bed days.", ("a quarter", "18", "24")),
        (
            "Cases rose to 24 per 100,000 last year from 18 a year earlier, an increase of a quarter.",
            ("a quarter", "18", "24"),
        ),
        ("Cases rose to 24 from 18, an increase of a quarter.", ("a quarter", "18", "24")),
        ("Profit doubled to 84 million euros from 56 million.", ("56 million", "84 million euros")),
        ("The number of cases has more than doubled from 30 to 45 in a week.", ("30", "45")),
        ("The party halved its losses to $20 million from $64 million.", ("$64 million", "$20 million")),
        ("Rents almost doubled, from 400 euros to 1,100 euros.", ("400 euros", "1,100 euros")),
        (
            "Ada Kip won in 2:04:38, beating Lea Omer by 31 seconds. Omer clocked 2:04:51.",
            ("31 seconds", "2:04:38 / 2:04:51"),
        ),
        (
            "Anna Berg won the stage in 4:12:07, 25 seconds ahead of Lea Funk. Funk finished in 4:12:23.",
            ("25 seconds", "4:12:07 / 4:12:23"),
        ),
        (
            "Revenue was 112 million euros, up 12% from 90 million euros.",
            ("12%", "90 million euros", "112 million euros"),
        ),
        (
            "Profit fell from $12 million to $9 million, a drop of 35 percent.",
            ("35 percent", "$12 million", "$9 million"),
        ),
        ("The number of cases rose by 33 to 238, from 215 a year earlier.", ("33", "215", "238")),
        ("The number of pupils rose to 1,200 from 1,050, up 24 percent.", ("24 percent", "1,050", "1,200")),
        ("Support climbed five points to 45 percent from 37 percent.", ("five", "37 percent", "45 percent")),
        ("She won by 57,500 votes, 1,086,400 to 1,010,900, in the run-off.", ("57,500", "1,086,400 + 1,010,900")),
        ("The motion was rejected by 22 votes, 210 to 198.", ("22", "210 to 198")),
        ("The Hawks won by 12 points, 98-88.", ("12", "98-88")),
    ],
)
def test_change_that_does_not_fit(text: str, labels: tuple[str, ...]) -> None:
    assert told(text) == [("NUM013", *labels)]


@pytest.mark.parametrize(
    "text",
    [
        "Cases rose to 24 per 100,000 bed days last year from 18 a year earlier, an increase of one-third.",
        "Profit doubled to 84 million euros from 41 million euros.",
        "The number of cases has more than doubled from 30 to 71 in a week.",
        "The price more than halved to $20 from $60.",
        "The stock nearly tripled from $10 to $28.",
        "They doubled up from 2 to 5 on Monday.",
        "Production halved to 50,000 cars, and staff fell to 2,000 from 2,500.",
        "Ada Kip won in 2:04:38, beating Lea Omer by 13 seconds. Omer clocked 2:04:51.",
        "The bus left at 2:04:38, beating the rain by 31 seconds. Omer clocked 2:04:51.",
        "Anna Berg won in 4:12:07, 25 seconds ahead of Lea Funk. Funk had won the last race in 4:31:00.",
        "Revenue rose 8% to 2.41 billion euros from 2.23 billion euros.",
        "Sales rose 3 percent at constant currency to $112 million from $90 million.",
        "Organic sales rose 2% to 60 million euros from 45 million euros.",
        "The bill failed by two votes, 58-40, short of the 60 needed.",
        "He won by two sets, 6-4, 6-3, and she by 10 points, 21-18, 21-19.",
        "Production fell by half to 200,000 tonnes from 400,000 tonnes.",
        "Deaths rose from 12 to 15 in the north, up 9 from last year.",
        "The bank raised rates by 25 basis points to 5.5 percent from 5.25 percent.",
        "It lowered the rate by half a percentage point, to 4.5 percent from 5 percent.",
        "The index fell 120 points, or 2.3 percent, to 4,980.",
        "Stock rose from $5 to $10, up 100 percent.",
    ],
)
def test_change_that_fits_or_is_reckoned_otherwise(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("It will cut 1,200 of its 30,000 jobs, or 14 per cent of its workforce.", ("14 per cent", "1,200 + 30,000")),
        ("Five of the 29 patients, about one in four, died.", ("one in four", "Five + 29")),
        ("Five of 29 patients (one in four) died.", ("one in four", "Five + 29")),
        ("A third of the 640 pupils, or 160, failed.", ("A third", "640 + 160")),
        ("Some 14 per cent, or 1,200, of the 30,000 jobs will go.", ("14 per cent", "1,200 + 30,000")),
        ("Nearly a third of voters, 12,000 of 60,000, turned out.", ("a third", "12,000 + 60,000")),
        ("Police traced $410,000 of the $2.3 million, or 28 percent.", ("28 percent", "$410,000 + $2.3 million")),
        ("Some 17 of the 46 people aboard, more than half, died.", ("half", "17 + 46")),
        ("Twelve of the 40 homes \u2014 20 percent \u2014 burned.", ("20 percent", "Twelve + 40")),
        ("In the vote 45 out of 60 lawmakers, two-thirds, said yes.", ("two-thirds", "45 + 60")),
    ],
)
def test_share_that_does_not_fit(text: str, labels: tuple[str, ...]) -> None:
    assert told(text) == [("NUM014", *labels)]


@pytest.mark.parametrize(
    "text",
    [
        "It will cut 1,200 of its 30,000 jobs, or 14 per cent of its European workforce.",
        "Five of the 29 patients, one in four of them children, died.",
        "Twelve of the 40 homes, a third of them empty, burned.",
        "Some 27 of the 46 people aboard, more than half, died.",
        "Her party holds 22 of the 57 seats, fewer than two in five.",
        "He paid back 410,000 of the 2.3 million pounds, about 18 percent.",
        "Twelve of the 40 homes burned, 20 percent more than last year.",
        "Half of the 200 seats, 104, went to women.",
        "About 30 of the 100 beds, or one in three, are empty.",
        "In the vote 150 of the 350 members, or 43 percent of the total, said yes.",
    ],
)
def test_share_that_fits_or_is_of_another_whole(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Turnout rose 3.8 percent to 61.2 percent from 57.4 percent.", ("3.8 percent", "61.2 percent + 57.4 percent")),
        ("Turnout was 61.2 percent, up 3.8 percent from 57.4 percent.", ("3.8 percent", "61.2 percent + 57.4 percent")),
        ("It lifts the tax by 1 percent, from 5.5 to 6.5 percent.", ("1 percent", "5.5 + 6.5 percent")),
        ("The rate rose 0.2 percent to 4.3 percent from 4.1 percent.", ("0.2 percent", "4.3 percent + 4.1 percent")),
        (
            "Its share fell 25 percentage points to 15 percent from 20 percent.",
            ("25 percentage points", "15 percent + 20 percent"),
        ),
    ],
)
def test_per_cent_for_points(text: str, labels: tuple[str, ...]) -> None:
    assert told(text) == [("NUM015", *labels)]


def test_per_cent_beside_points_of_another_version() -> None:
    one, other = (
        "Turnout rose 3.8 percent to 61.2 percent.",
        "Turnout climbed 3.8 points from the first round to 61.2%.",
    )
    assert [rule for rule, *_ in told(one, other)] in (["NUM015"], [])
    assert [each.rule for each in judge_story(story(one, other)) if each.rule in {"NUM002", "NUM015"}]


@pytest.mark.parametrize(
    "text",
    [
        "Turnout rose 3.8 points to 61.2 percent from 57.4 percent.",
        "Its share rose 10 percent to 22 percent from 20 percent.",
        "The rate rose 1 percent to 101 percent from 100 percent.",
        "Unemployment fell to 4 percent from 5 percent, a fall of a fifth.",
        "Inflation slowed to 3.1 percent from 3.4 percent, a drop of 0.3 percentage points.",
    ],
)
def test_per_cent_and_points_that_are_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("one", "other", "labels"),
    [
        ("Ana Ruiz, 49, will succeed him.", "Ana Ruiz was born in Marlford in 1964.", ("49", "1964")),
        ("Ana Ruiz (49) will succeed him.", "Ana Ruiz, who was born on March 3, 1964, will.", ("49", "March 3, 1964")),
        ("Ana Ruiz, 49, will succeed him.", "Born in Marlford in 1964, Ana Ruiz studied law.", ("49", "1964")),
        (
            "The aircraft was 21 years old and flew daily.",
            "The turboprop, built in 2013, flew daily.",
            ("21 years old", "2013"),
        ),
        ("The 88-year-old bridge collapsed.", "The bridge was built in 1956.", ("88-year-old", "1956")),
        (
            "He wept.",
            "It is the worst year in the 50-year history of the firm, which was founded in 1964.",
            ("50-year", "1964"),
        ),
    ],
)
def test_age_that_does_not_fit(one: str, other: str, labels: tuple[str, str]) -> None:
    assert told(one, other) == [("NUM016", *labels)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ruiz, 60, will succeed him.", "Ana Ruiz was born in Marlford in 1964."),
        ("Ana Ruiz, 58, will succeed him.", "Ana Ruiz was born in Marlford in 1964."),
        ("Ana Ruiz, then 16, sang.", "Ana Ruiz was born in 1964."),
        ("Ana Ruiz, 16, sang in 1980.", "Ana Ruiz was born in 1964."),
        ("Ana Ruiz, 80, and a friend will come.", "Ana Ruiz has a son, Leo Ruiz, who was born in 1964."),
        ("Ana Ruiz, 49, will succeed him.", "Eva Ruiz was born in 1964."),
        ("The plane was 21 years old.", "Another plane, built in 2013, landed."),
        ("The plane was 21 years old.", "The plane, built in 2003, landed."),
        ("The 20-year-old bridge is safe. The bridge is 60 years old.", "The bridge was built in 1936."),
        ("He wept.", "It is the worst year in the 60-year history of the firm, which was founded in 1964."),
    ],
)
def test_age_that_may_be_right(one: str, other: str) -> None:
    assert told(one, other) == []


def test_an_age_in_a_version_without_a_date_is_not_judged() -> None:
    born = doc("Ana Ruiz was born in 1964.", id="b")
    assert [f for f in judge_story(story(doc("Ana Ruiz, 49, sang.", published=None), born)) if f.rule == "NUM016"] == []


def test_copies_of_one_sentence_are_told_once() -> None:
    text = "The runway is 2,600 meters (853 feet) long."
    (finding,) = found(text, f"{text} It was closed.")
    assert len(finding.values[0].mentions) == 2
    assert "a, b" in render(finding.explanation)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The runway is 2,600 meters (853 feet) long.", "8,530 feet"),
        ("Sales rose 12% to 112 million euros from 90 million euros.", "24.4%"),
        ("It will cut 1,200 of its 30,000 jobs, or 14 per cent.", "4.0 per cent"),
        ("The group sold €9.8bn: €6.1bn in Asia and €4.7bn in Europe.", "10.8 billion"),
        ("Turnout rose 3.8 percent to 61.2 percent from 57.4 percent.", "6.6 per cent"),
        ("She won by 57,500 votes, 1,086,400 to 1,010,900, in the run-off.", "75,500"),
    ],
)
def test_the_sum_is_shown(text: str, words: str) -> None:
    (finding,) = found(text)
    assert words in render(finding.explanation)
