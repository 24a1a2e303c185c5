"""What a house says of sources is applied where documents are loaded, and a story's own file wins over it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from discrepancy.loaders import collect, gather, load_path
from discrepancy.loaders.intake.house_sources import said_of_source
from discrepancy.model import Document, SourceRole
from discrepancy.settings import HouseSource, Settings
from discrepancy.stories.families import find_families
from tests.builders import doc

MERIDIAN = HouseSource(known_as="meridian.example", name="Meridian Press", family="Meridian", role=SourceRole.WIRE)
COAST = HouseSource(known_as="Coast Tribune", family="Meridian")
SHOP = HouseSource(known_as="shop.meridian.example", name="Meridian Shop")
SETTINGS = Settings(sources=(COAST, MERIDIAN))
TABLE = (
    "url,headline,text\n"
    "https://www.meridian.example/ferry,Ferry runs aground,"
    '"A ferry with 60 passengers ran aground off Norvik on Tuesday, the coast guard said. Nobody was hurt, said Ida '
    'Holm, who leads the rescue."\n'
)


def of(source: str = "", address: str = "", stated: dict[str, str] | None = None) -> dict[str, str]:
    made = replace(doc("Ten."), source=source, address=address)
    return said_of_source(made, stated or {}, (COAST, MERIDIAN, SHOP))


ALL = {"source": "Meridian Press", "family": "Meridian", "role": "wire"}


@pytest.mark.parametrize(
    ("source", "address", "said"),
    [
        ("", "https://meridian.example/ferry", ALL),
        ("", "https://www.Meridian.example:8080/ferry", ALL),
        ("", "https://notmeridian.example/ferry", {}),
        ("", "https://meridian.example.evil.example/", {}),
        ("", "https://[broken", {}),
        ("", "https://a.shop.meridian.example/x", {"source": "Meridian Shop"}),
        ("meridian.example", "", ALL),
        ("MERIDIAN  PRESS", "", ALL),
        ("Coast Tribune", "https://www.meridian.example/ferry", {"family": "Meridian"}),
        ("Harbour Daily", "", {}),
        ("", "", {}),
    ],
)
def test_how_a_source_is_known(source: str, address: str, said: dict[str, str]) -> None:
    assert of(source, address) == said


def test_what_a_story_states_names_the_source() -> None:
    assert of("Harbour Daily", stated={"source": "Coast Tribune"}) == {"family": "Meridian"}
    assert of("Coast Tribune", stated={"source": "Harbour Daily"}) == {}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "copy.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def read(folder: Path) -> list[Document]:
    """The one document, read in each of the three ways."""
    [story] = gather([folder], SETTINGS).stories
    return [*load_path(folder, SETTINGS), *collect([folder], SETTINGS).documents, *story.loaded.documents]


def test_the_house_speaks_where_documents_are_loaded(folder: Path) -> None:
    for document in read(folder):
        assert (document.source, document.family, document.role) == ("Meridian Press", "Meridian", SourceRole.WIRE)
        assert [each.origin for each in document.details if each.name == "family"] == ["the house's table of sources"]
    assert [each.family for each in load_path(folder)] == [""]


def test_story_toml_wins_for_its_file(folder: Path) -> None:
    (folder / "story.toml").write_text('[files."copy.csv"]\nfamily = "Own"\nrole = "rival"\n', encoding="utf-8")
    for document in read(folder):
        assert (document.source, document.family, document.role) == ("Meridian Press", "Own", SourceRole.RIVAL)
        assert next(each for each in document.details if each.name == "family").origin == "story.toml"


def test_versions_of_one_house_are_one_voice(tmp_path: Path) -> None:
    texts = {
        "one.txt": ("Coast Tribune", "A ferry with 60 passengers ran aground off Norvik on Tuesday.\n"),
        "two.txt": ("Meridian Press", "The ship that ran aground off Norvik carried 60 passengers, police said.\n"),
    }
    stated = "".join(f'[files."{name}"]\nsource = "{source}"\n' for name, (source, _) in texts.items())
    (tmp_path / "story.toml").write_text(stated, encoding="utf-8")
    for name, (_, text) in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert find_families(collect([tmp_path]).documents) == ()
    assert find_families(collect([tmp_path], SETTINGS).documents) == (("one", "two"),)
