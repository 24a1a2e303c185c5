"""The word lists parse, say where they come from, and hold nothing twice."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from discrepancy import lexicon

ROOM = Path(lexicon.__file__).parent
TEXTS = [
    "generic_heads",
    "nouns_of_saying",
    "organisation_suffixes",
    "organisation_words",
    "verbs_of_saying",
]
SETS = ["concepts", "verb_concepts"]
TABLES = [*SETS, "countries", "titles", "verb_nouns"]
COUNTRY_FIELDS = {"names", "demonyms", "capital", "government"}
QUALIFIER_MEANINGS = {
    "past",
    "dead",
    "temporary",
    "subordinate",
    "elected",
    "future",
    "lasting",
    "joint",
    "senior",
    "junior",
    "honorary",
    "candidate",
    "opposition",
}


def lines_of(name: str) -> list[str]:
    return (ROOM / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def twice(words: list[str]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


def is_clean(word: str) -> bool:
    return word == " ".join(word.split()) and word == word.casefold() and word == unicodedata.normalize("NFC", word)


@pytest.mark.parametrize("file_name", [f"{n}.txt" for n in TEXTS] + [f"{n}.toml" for n in TABLES])
def test_the_head_comment_names_the_source(file_name: str) -> None:
    head = []
    for line in (ROOM / file_name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        head.append(line)
    assert any("Source:" in line for line in head)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_list_is_lower_case_and_holds_nothing_twice(name: str) -> None:
    entries = [line for line in lines_of(name) if line and not line.startswith("#")]
    assert [entry for entry in entries if not is_clean(entry)] == []
    assert twice(entries) == []
    assert lexicon.words(name) == set(entries)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_parses(name: str) -> None:
    assert lexicon.table(name) == tomllib.loads((ROOM / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SETS)
def test_a_lemma_stands_in_one_concept_only(name: str) -> None:
    lemmas = [lemma for concept in lexicon.table(name).values() for lemma in concept]
    assert twice(lemmas) == []
    assert [lemma for lemma in lemmas if not is_clean(lemma)] == []


@pytest.mark.parametrize("name", SETS)
def test_no_concept_is_empty(name: str) -> None:
    assert [key for key, lemmas in lexicon.table(name).items() if not lemmas] == []


def test_a_generic_head_is_no_concept() -> None:
    lemmas = {lemma for concept in lexicon.table("concepts").values() for lemma in concept}
    assert lexicon.words("generic_heads") & lemmas == set()


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("concepts", "dead", "injured"),
        ("concepts", "dead", "missing"),
        ("concepts", "revenue", "profit"),
        ("concepts", "net profit", "operating profit"),
        ("concepts", "soldier", "fighter"),
        ("concepts", "refugee", "displaced person"),
        ("concepts", "deficit", "surplus"),
        ("concepts", "export", "import"),
        ("verb_concepts", "kill", "injure"),
        ("verb_concepts", "rise", "fall"),
        ("verb_concepts", "hire", "lay off"),
        ("verb_concepts", "buy", "sell"),
        ("verb_concepts", "convict", "acquit"),
    ],
)
def test_words_that_differ_in_fact_are_kept_apart(name: str, one: str, other: str) -> None:
    home = {lemma: key for key, lemmas in lexicon.table(name).items() for lemma in lemmas}
    assert home[one] != home[other]


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("concepts", "troop", "service member"),
        ("concepts", "revenue", "sales"),
        ("concepts", "job", "position"),
        ("concepts", "home", "house"),
        ("verb_concepts", "kill", "die"),
        ("verb_concepts", "slide", "drop"),
        ("verb_concepts", "embezzle", "steal"),
    ],
)
def test_words_for_one_thing_stand_together(name: str, one: str, other: str) -> None:
    home = {lemma: key for key, lemmas in lexicon.table(name).items() for lemma in lemmas}
    assert home[one] == home[other]


def test_a_country_has_every_field_and_a_folded_key() -> None:
    for key, country in lexicon.table("countries").items():
        assert set(country) == COUNTRY_FIELDS, key
        assert is_clean(key), key
        assert key.isascii(), key
        assert country["names"], key
        for field in COUNTRY_FIELDS:
            assert twice(country[field]) == [], (key, field)


def test_a_form_belongs_to_one_country() -> None:
    forms = [
        form
        for country in lexicon.table("countries").values()
        for form in {*country["names"], *country["demonyms"], *country["capital"]}
    ]
    assert set(twice(forms)) == {"Brussels", "Congolese"}


def test_an_office_form_stands_in_one_class_only() -> None:
    offices = lexicon.table("titles")["classes"]
    forms = [form for forms in offices.values() for form in forms]
    assert twice(forms) == []
    assert [form for form in forms if not is_clean(form) or form.endswith(".")] == []
    assert all(is_clean(key) for key in offices)


def test_role_nouns_are_no_offices() -> None:
    titles = lexicon.table("titles")
    persons = titles["nouns"]["persons"]
    forms = {form for forms in titles["classes"].values() for form in forms}
    assert twice(persons) == []
    assert forms & set(persons) == set()
    assert [noun for noun in persons if not is_clean(noun)] == []


def test_every_qualifier_has_a_known_meaning() -> None:
    assert set(lexicon.table("titles")["qualifiers"].values()) == QUALIFIER_MEANINGS


def test_a_verb_and_its_noun_are_concepts() -> None:
    pairs = lexicon.table("verb_nouns")
    assert set(pairs) <= set(lexicon.table("verb_concepts"))
    assert set(pairs.values()) <= set(lexicon.table("concepts"))


@pytest.mark.parametrize("file_name", [f"{n}.txt" for n in TEXTS] + [f"{n}.toml" for n in TABLES])
def test_the_readme_lists_the_file(file_name: str) -> None:
    assert f"| `{file_name}` |" in (ROOM / "README.md").read_text(encoding="utf-8")
