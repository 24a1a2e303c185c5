"""Names in the fashion of many countries, as news writes them."""

from __future__ import annotations

import pytest

from discrepancy.model import Verdict
from discrepancy.names import compare_names

ONE_SPELLING = [
    ("Marcus Oyelaran", "Oyelaran"),
    ("Marcus Oyelaran", "MARCUS OYELARAN"),
    ("Marcus Oyelaran", "Marcus Oyelaran's"),
    ("Marcus Oyelaran", "Marcus\u00a0Oyelaran"),
    ("Marcus Oyelaran", "M. Oyelaran"),
    ("Marcus Oyelaran", "Oyelaran, Marcus"),
    ("Siobhan O'Rourke", "Siobhan O’Rourke"),
    ("Jürgen Köhler", "Jurgen Kohler"),
    ("Jürgen Köhler", "Juergen Koehler"),
    ("Park Geun-woo", "Park Geun Woo"),
    ("Park Geun-woo", "Park Geunwoo"),
    ("Szabó Eszter", "Eszter Szabo"),
    ("Bill Thackray", "William Thackray"),
    ("Joseph Okafor", "Joseph T. Okafor"),
    ("J.T. Okafor", "JT Okafor"),
    ("JD Marlowe", "J.D. Marlowe"),
    ("Piet van der Meulen", "Piet Van Der Meulen"),
    ("Ilse Vanderkam", "Ilse Van der Kam"),
    ("Ludwig von Hagen", "Hagen"),
    ("Greta von der Heide", "Von der Heide"),
    ("Greta von der Heide", "von der Heide"),
    ("Yusuf al-Harthi", "Yusuf Harthi"),
    ("Abdul Rahman Siddiqui", "Abdulrahman Siddiqui"),
    ("Robert Lindqvist Jr.", "Robert Lindqvist, Jr."),
    ("Prime Minister Helen Drummond", "Helen Drummond"),
    ("Олександр Петренко", "Oleksandr Petrenko"),
    ("خالد حسن", "Khaled Hassan"),
    ("Pope Benedict XVI", "Benedict"),
    ("Pope John Paul II", "Pope John Paul"),
    ("ELIZABETH II", "Elizabeth II"),
    ("Richard the Third", "Richard III"),
    ("XI JINPING", "Xi Jinping"),
]

TWO_SPELLINGS = [
    ("Victor Halasz", "Viktor Halasz", "Victor/Viktor: spelling of one given name"),
    ("Sergei Dubinin", "Sergey Dubinin", "Sergei/Sergey: transliteration"),
    ("Steven Marlowe", "Stephen Marlowe", "Stephen/Steven: spelling of one given name"),
    ("Andriy Kovalskyi", "Andriy Kovalsky", "Kovalsky/Kovalskyi: transliteration"),
    ("Yusuf al-Harthi", "Yusuf el-Harthi", "al/el: transliteration"),
    ("Lee Min-jae", "Yi Min-jae", "Lee/Yi: transliteration"),
    ("Zhang Weiguo", "Chang Wei-kuo", "Chang/Zhang: transliteration"),
    ("Duncan Rait", "Duncan Raite", "Rait/Raite: spelling of one surname"),
    ("Frank Delacroix", "Frank Delacriox", "Delacriox/Delacroix: spelling of one surname"),
    ("Muammar Gaddafi", "Muammar Qadhafi", "Gaddafi/Qadhafi: transliteration"),
    ("Omar Ghassem", "Omar Qassem", "Ghassem/Qassem: transliteration"),
    ("Anna Larsen", "Anna L\u0430rsen", "Larsen/L\u0430rsen: a letter of another alphabet"),
    ("Tim Cook", "Tim Cooke", "Cook/Cooke: spelling of one surname"),
]

OTHERS = [
    ("Linda Castellano", "Nigel Castellano", "different given names: Linda, Nigel"),
    ("Tomás Figueira", "Joaquim Figueira", "different given names: Joaquim, Tomás"),
    ("Gary Stanhope", "Gary Stanhope II", "in one name only: II"),
    ("Robert Lindqvist Jr.", "Robert Lindqvist Sr.", "different suffixes: Jr, Sr"),
    ("J. Okafor", "Michael Okafor", "different initials: J, Michael"),
    ("George R.T. Hale", "George W. Hale", "different initials: R. T., W."),
    ("Mr. Farrow", "Mrs. Farrow", "titles of a man and of a woman"),
    ("Khalid bin Nasser", "Nasser bin Khalid", "father and son change places"),
    ("Olumide Bankole", "Petra Novotna", "no part in common"),
    ("Lee Min-jae", "Lee Seo-yeon", "different given names: Min jae, Seo yeon"),
    ("Zhou Wenqiang", "Zhou Qiang", "in one name only: Wen"),
    ("Zhou Yi", "Zhou Li", "different given names: Li, Yi"),
    ("Henry VIII", "Henry VII", "different suffixes: VII, VIII"),
    ("Pope John Paul II", "John Paul I", "different suffixes: I, II"),
    ("Queen Elizabeth II", "Elizabeth I", "different suffixes: I, II"),
    ("King George V", "George VI", "different suffixes: V, VI"),
    ("Richard the Third", "Richard the Second", "different suffixes: the Second, the Third"),
    ("Duarte Salgado III", "Duarte Salgado IV", "different suffixes: III, IV"),
    ("Lil V", "Lil X", "different initials: V., X."),
]


@pytest.mark.parametrize(("one", "other"), ONE_SPELLING)
def test_one_person_spelled_alike(one: str, other: str) -> None:
    match = compare_names(one, other)
    assert (match.verdict, match.spelling_differs) == (Verdict.SAME, False), match


@pytest.mark.parametrize(("one", "other", "reason"), TWO_SPELLINGS)
def test_one_person_spelled_in_two_ways(one: str, other: str, reason: str) -> None:
    match = compare_names(one, other)
    assert match.verdict is Verdict.SAME
    assert match.spelling_differs
    assert reason in match.reasons


@pytest.mark.parametrize(("one", "other", "reason"), OTHERS)
def test_two_persons(one: str, other: str, reason: str) -> None:
    match = compare_names(one, other)
    assert match.verdict is Verdict.DIFFERENT, match
    assert not match.spelling_differs
    assert reason in match.reasons


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Robert Lindqvist", "Robert Lindqvist Jr.", "in one name only: Jr"),
        ("Priya", "Priya Raghunathan", "one name alone, not the surname: Priya"),
        ("John Doe", "John Roe", "short surnames a letter apart: Doe, Roe"),
        ("Jane Hill", "Jane Hall", "short surnames a letter apart: Hall, Hill"),
        ("Malcolm X", "Malcolm", "one name alone, not the surname: Malcolm"),
    ],
)
def test_unsure(one: str, other: str, reason: str) -> None:
    match = compare_names(one, other)
    assert match.verdict is Verdict.UNSURE, match
    assert reason in match.reasons


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Jürgen Köhler", "Jurgen Köhler", "Jurgen/Jürgen: diacritics"),
        ("Bill Thackray", "William Thackray", "Bill/William: short form of a given name"),
        ("Олександр Петренко", "Oleksandr Petrenko", "Petrenko/Петренко: in two scripts"),
        ("Ilse Vanderkam", "Ilse Van der Kam", "Kam/Vanderkam: written together or apart"),
        ("Marcus Oyelaran", "Oyelaran", "surname alone: Oyelaran"),
    ],
)
def test_what_is_no_other_spelling_is_named(one: str, other: str, reason: str) -> None:
    assert reason in compare_names(one, other).reasons


def test_the_weightiest_reason_comes_first() -> None:
    match = compare_names("Linda May Castellano", "Nigel Castellano")
    assert match.reasons == ("different given names: Linda, Nigel", "in one name only: May")
