"""Slips in what a story says of one person: names spelled apart, other given names, titles and ages; and two people."""

import datetime as dt

import pytest

import discrepancy
from discrepancy.model import Level
from tests.builders import doc
from tests.samples import check_texts

FILLER = "The harbour bridge stays shut until May. Engineers found cracks in four of the pillars."

CONFLICTS = {
    "given names that begin alike, of one holder": (
        "NAM006",
        "The yard will close, chief executive Rainer Vandermolen told its workers on Monday.",
        "Chief executive Reinhard Vandermolen has shut the yard.",
    ),
    "an age in the next sentence": (
        "NAM007",
        "The conductor Odile Marchenault has died in Bergen. She was 84.",
        "The conductor Odile Marchenault has died in Bergen at the age of 88.",
    ),
    "a surname alone after the full name": (
        "NAM002",
        "The railway's spokeswoman, Odile Marchenault, said no. It would pay, Ms Marcheneault added on Monday.",
        FILLER,
    ),
    "a surname alone in another version": (
        "NAM001",
        "Harbour master Sofia Lindgreen shut the bridge. Lindgreen said that it was unsafe.",
        "The bridge was shut by harbour master Lindgren on Monday.",
    ),
    "a doubled letter": (
        "NAM001",
        "Chief executive Aino Laakso sold the yard. Laakso declined to comment.",
        "Chief executive Aino Lakso sold the yard. Lakso declined to comment.",
    ),
    "a surname a little further off, by its office": (
        "NAM001",
        "Police chief Liam Byrne shut the bridge on Monday.",
        "Police chief Liam Burns shut the bridge on Monday.",
    ),
    "a given name with letters swapped": (
        "NAM006",
        "Some 40 people fled, said Birgit Solheim, the U.N. relief coordinator.",
        "Some 40 people fled, said Brigit Solheim, the U.N. relief coordinator.",
    ),
    "a given name shortened, at one age": (
        "NAM006",
        "A motorist, Willem Krugersdal, 52, was shot in the leg.",
        "Police thanked Wilhelm Krugersdal, 52, the motorist who was hit.",
    ),
    "another given name of one minister": (
        "NAM006",
        "Transport Minister Rosa Delacourt shut the bridge.",
        "The bridge is unsafe, Transport Minister Louise Delacourt said.",
    ),
    "another given name with the same words": (
        "NAM006",
        "Mayor Peter Vandermolen said: “We will not open it until every pillar is safe.”",
        "“We will not open it until every pillar is safe,” said Mayor Frank Vandermolen.",
    ),
    "colonel and brigadier": (
        "NAM003",
        "Colonel Tariq Benmoussa led the search.",
        "The search was led by Brigadier Tariq Benmoussa.",
    ),
    "an office after the rank": (
        "NAM003",
        "General Tariq Benmoussa, the army chief of staff, signed the truce.",
        "Gen Tariq Benmoussa, the defence minister, signed the truce.",
    ),
    "president and chairman of one hospital": (
        "NAM003",
        "The hospital's president, Odile Marchenault, said no.",
        "Hospital chairwoman Odile Marchenault said no.",
    ),
    "prosecution and defence": (
        "NAM003",
        "Prosecutor Odile Marchenault spoke for an hour.",
        "Ms Odile Marchenault, for the defence, spoke for an hour.",
    ),
    "somebody's own lawyer": (
        "NAM003",
        "The driver denied it. His lawyer, Odile Marchenault, spoke for an hour.",
        "Prosecutor Odile Marchenault spoke for an hour.",
    ),
    "a deputy": (
        "NAM003",
        "Deputy Transport Minister Odile Marchenault shut the bridge.",
        "Transport Minister Odile Marchenault shut the bridge.",
    ),
    "police and fire": (
        "NAM003",
        "Police chief Odile Marchenault shut the bridge.",
        "Fire chief Odile Marchenault shut the bridge.",
    ),
    "one relative in both": (
        "NAM001",
        "The victim's brother, Erik Hansen, wept.",
        "The victim's brother, Eric Hansen, wept.",
    ),
    "somebody whose brother is named by no name": (
        "NAM001",
        "Sailor Erik Hansen was hurt. His brother wept.",
        "Sailor Eric Hansen was hurt. His brother wept.",
    ),
    "a fisherman's son": (
        "NAM001",
        "Erik Hansen, the son of a fisherman, drowned.",
        "Eric Hansen drowned.",
    ),
    "short surnames with one office": (
        "NAM001",
        "Police chief Ana Hill shut the bridge.",
        "Police chief Ana Hall shut the bridge.",
    ),
    "an age in brackets and one told": (
        "NAM007",
        "Odile Marchenault (58) was hurt when the bridge fell.",
        "The bridge fell in the storm. Marchenault, who is 85, was driving to the market.",
    ),
}

TWO_PEOPLE = {
    "brothers": (
        "Welder Tomas Bergstrand, 34, was hurt.",
        "His brother, welder Thomas Bergstrand, 31, ran to help.",
    ),
    "two of one sentence": (
        "The bridge was shut by Erik Hansen and Erik Hanson.",
        "Erik Hansen said no.",
    ),
    "two ages": (
        "Erik Hansen, 34, jumped from the bridge.",
        "Erik Hanson, 61, jumped from the bridge.",
    ),
    "judge and prosecutor": (
        "Judge Stephen Browne sent him to prison.",
        "Prosecutor Stephen Brown asked for ten years.",
    ),
    "like surnames in one text": (
        "Sailor Erik Petersen rowed out. Judge Peterson said on Monday that the bridge was unsafe.",
        FILLER,
    ),
    "like surnames side by side": (
        "Sailor Erik Petersen rowed out. Petersen and Peterson met at the pier, said Petersen.",
        FILLER,
    ),
    "like surnames that both come back": (
        (
            "Sailor Erik Petersen rowed out. Petersen said no. Peterson said yes.\n"
            "It was cold, Petersen said. It was warm, Peterson said."
        ),
        FILLER,
    ),
    "colleagues of one surname": (
        "It is shut, said police spokesman John Okonkwo.",
        "Nobody was hurt, police spokesman Victor Okonkwo told reporters on Tuesday at the pier.",
    ),
    "both named in one version": (
        "Motorists Johan Krugersdal, 52, and Johannes Krugersdal, 52, were hurt.",
        "A motorist, Johan Krugersdal, 52, was hurt.",
        "A motorist, Johannes Krugersdal, 52, was hurt.",
    ),
    "father and son in one office": (
        "Mayor Richard Vandermolen shut the bridge.",
        "Former mayor Robert Vandermolen shut the bridge in 1989.",
    ),
    "a father in the office before": (
        "Mayor Richard Vandermolen shut the bridge.",
        "Mayor Robert Vandermolen, whose son holds the office now, had opened the bridge.",
    ),
    "a short form": (
        "Mayor Robert Vandermolen shut the bridge.",
        "Mayor Bob Vandermolen shut the bridge.",
    ),
    "a man and a woman": (
        "Coach Jan Vandermolen resigned.",
        "Coach Jana Vandermolen was sent off.",
    ),
    "of a surname that very many share": (
        "Student Kim Min-ji, 17, was saved.",
        "Student Kim Min-ju, 17, was saved.",
    ),
    "passengers who are not one": (
        "It shook, said passenger Ana Vandermolen.",
        "We ran for our lives down the quay, passenger Anja Vandermolen told the radio.",
    ),
    "a brother whom the other version does not name": (
        "Sailor Oleksiy Bondarenko was hurt. His brother Aleksei Bondarenko said he was well.",
        "Sailor Oleksiy Bondarenko was hurt. His brother said he was well.",
    ),
    "a brother in the other version": (
        "Sailor Oleksiy Bondarenko was hurt.",
        "His brother Aleksei Bondarenko said the sailor was well.",
    ),
    "a cousin, told after the name": (
        "Sailor Erik Hansen was hurt. Eric Hansen, his cousin, said no.",
        "Sailor Erik Hansen was hurt.",
    ),
    "the brother of an office": ("Mayor Jon Brandt spoke.", "The mayor's brother, John Brandt, spoke."),
    "brother of": ("Mayor Jon Brandt spoke.", "John Brandt, brother of the mayor, spoke."),
    "brothers of each other": (
        "Jon Brandt spoke, and so did his brother, John Brandt.",
        "Jon Brandt, brother of John Brandt, spoke.",
    ),
    "a namesake": (
        "Sailor Erik Hansen was hurt. His namesake Eric Hansen was not.",
        "Sailor Erik Hansen was hurt.",
    ),
    "no relation": (
        "Sailor Erik Hansen was hurt. Eric Hanson, no relation, said no.",
        "Sailor Erik Hansen was hurt. He swam ashore.",
    ),
    "not related": ("Sailor Erik Hansen was hurt.", "Eric Hansen, who is not related to the sailor, wept."),
    "two kings": ("King George V opened the bridge.", "King George VI opened the bridge."),
    "short surnames": ("Sailor Ana Hill rowed out.", "Sailor Ana Hall, 34, swam from the pier."),
    "elder and younger": (
        "Mayor Martin Vandermolen Jr. shut the bridge.",
        "Mayor Martijn Vandermolen Sr. shut the bridge.",
    ),
}

BOTH_RIGHT = {
    "two officers named one after the other": (
        "Colonel Tariq Benmoussa, the driver, and a guard were hurt.",
        "Colonel Tariq Benmoussa was hurt.",
    ),
    "a federation's head, translated": (
        "The federation's president, Odile Marchenault, said no.",
        "Federation chairwoman Odile Marchenault said no.",
    ),
    "chairs of two bodies": (
        "The hospital's president, Odile Marchenault, said no.",
        "Odile Marchenault, chairwoman of the orchestra, said no.",
    ),
    "both at once": (
        "General Tariq Benmoussa, the army chief, signed. He is also defence minister.",
        "Defence Minister Tariq Benmoussa, the army chief, signed.",
    ),
    "brigadier and brigadier general": (
        "Brigadier Tariq Benmoussa led the search.",
        "The search was led by Brig. Gen. Tariq Benmoussa.",
    ),
    "a rank shortened": (
        "Detective Chief Superintendent Odile Marchenault led the search.",
        "Chief Superintendent Odile Marchenault led the search.",
    ),
    "a deputy who stands in": (
        "Deputy Mayor Odile Marchenault shut the bridge.",
        "Acting mayor Odile Marchenault shut the bridge.",
    ),
    "an associate justice": (
        "Associate Justice Odile Marchenault dissented.",
        "Justice Odile Marchenault dissented.",
    ),
    "lawyer and counsel": (
        "His lawyer, Odile Marchenault, spoke.",
        "Odile Marchenault, for the defence, spoke.",
    ),
    "a lawyer of the state": (
        "The state's attorney, Odile Marchenault, spoke.",
        "Prosecutor Odile Marchenault spoke.",
    ),
    "an age of long ago": (
        "Odile Marchenault (58) was hurt.",
        "Odile Marchenault, then 34, opened the bridge.",
    ),
    "a daughter's age": (
        "Odile Marchenault (58) was hurt.",
        "Odile Marchenault is a mother of two, aged 9 and 12. Her daughter with Marchenault, who is 12, ran off.",
    ),
}


def slips(*texts: str) -> list[str]:
    """The codes of what is flagged of persons in versions of one story."""
    found = check_texts(*texts).at_or_above(Level.WARNING)
    return [finding.rule for finding in found if finding.rule.startswith("NAM")]


@pytest.mark.parametrize(("rule", "first", "second"), CONFLICTS.values(), ids=CONFLICTS)
def test_one_person_with_a_slip(rule: str, first: str, second: str) -> None:
    assert slips(first, second) == [rule]
    assert slips(second, first) == [rule]


@pytest.mark.parametrize("texts", TWO_PEOPLE.values(), ids=TWO_PEOPLE)
def test_two_people_with_like_names(texts: tuple[str, ...]) -> None:
    assert slips(*texts) == []


@pytest.mark.parametrize("texts", BOTH_RIGHT.values(), ids=BOTH_RIGHT)
def test_what_can_both_be_said_of_one(texts: tuple[str, ...]) -> None:
    assert slips(*texts) == []


def test_a_name_with_slips_in_both_parts_is_told_once() -> None:
    assert slips("Sailor Erik Hansen rowed out.", "Sailor Eric Hansson rowed out in Bergen.") == ["NAM001"]


def test_where_one_text_mixes_what_the_others_agree_on_it_is_said_once() -> None:
    good = "Chief executive Aino Laakso sold the yard. Laakso declined to comment."
    mixed = "Chief executive Aino Laakso sold the yard. Laakso left. The photo shows Aino Lakso at the yard."
    assert slips(good, mixed, good.replace("sold", "closed")) == ["NAM002"]
    assert sorted(slips(good, mixed, good.replace("Laakso", "Lakso"))) == ["NAM001", "NAM002"]


@pytest.mark.parametrize(
    ("days", "expected"), [(0, True), (1, False), (None, False)], ids=["one day", "a day later", "undated"]
)
def test_a_birthday_between_two_versions_is_no_conflict(days: int | None, *, expected: bool) -> None:
    first = dt.date(2024, 3, 14)
    later = None if days is None else first + dt.timedelta(days=days)
    report = discrepancy.check(
        [
            doc("Odile Marchenault (58) was hurt when the bridge fell.", id="a", published=first),
            doc("It fell in the storm. Marchenault, who is 59, was driving home.", id="b", published=later),
        ]
    )
    assert ("NAM007" in {f.rule for f in report.at_or_above(Level.WARNING)}) is expected


@pytest.mark.parametrize(
    ("one", "other", "levels"),
    [
        ("{} Pell, chair of Northvale, said no.", "{} Pell, the chair of Northvale, left on Monday.", ["error"]),
        ("Transport Minister {} Pell said no.", "{} Pell, the transport minister, left on Monday.", ["error"]),
        ("Mayor {} Pell said: “We will not open it until every pillar is safe.”",
         "“We will not open it until every pillar is safe,” said Mayor {} Pell.", ["error"]),
        ("{} Pell, a director of Northvale, said no.", "{} Pell, a director of Northvale, left on Monday.", []),
        ("{} Pell, co-chair of Northvale, said no.", "{} Pell, co-chair of Northvale, left on Monday.", []),
        ("{} Pell, finance director of Northvale, said no.", "{} Pell, ex-finance director of Northvale, left.", []),
    ],
)  # fmt: skip
def test_how_sure_it_is_that_one_holder_has_two_given_names(one: str, other: str, levels: list[str]) -> None:
    found = check_texts(one.format("Graham"), other.format("Gordon")).findings
    assert [f.level.value for f in found if f.rule == "NAM006"] == levels


@pytest.mark.parametrize(
    ("one", "other", "fires"),
    [
        ("Odile Marchenault was 58. Her car fell.", "The car of Odile Marchenault, 85, fell.", True),
        ("Odile Marchenault was 58. Her car fell.", "The car of Odile Marchenault, 58, fell.", False),
        ("Ms Marchenault, now 58, fell. Odile Marchenault lived.", "Odile Marchenault, 68, fell.", True),
        ("Odile Marchenault fell. It was dark. The 58-year-old lived.", "Odile Marchenault, 78, fell.", True),
        ("Odile Marchenault fell. A man helped. The 78-year-old left.", "Odile Marchenault, 58, fell.", False),
        ("Odile Marchenault, a mother of two aged 58, fell.", "Odile Marchenault, 85, fell.", True),
    ],
)
def test_ages_told_apart_from_a_name(one: str, other: str, fires: bool) -> None:
    found = check_texts(one, other).findings
    assert bool({"NAM007", "NUM001"} & {f.rule for f in found}) is fires


def test_two_surnames_of_one_holder() -> None:
    one = "Judge Odile Marchenault wrote the 86-page ruling on the tunnel."
    found = check_texts(one, one.replace("Marchenault", "Marchetti"), one).findings
    assert "NAM006" in {f.rule for f in found}
    found = check_texts(one, "Odile Marchetti, a baker, said the tunnel was dark.").findings
    assert "NAM006" not in {f.rule for f in found}
