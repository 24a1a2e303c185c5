"""People of a Wikidata dump as a house style file; the dumps are written by hand."""

from __future__ import annotations

import bz2
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from discrepancy.errors import InputError, OutputError
from discrepancy.house_style import import_aliases, read_house_style
from discrepancy.house_style import wikidata as importer
from discrepancy.model import StyleEntry
from tests.samples import run


def entity(number: int, label: str, *aliases: str, of: str = "Q5", rank: str = "normal", **more: Any) -> dict[str, Any]:
    """One entity as a dump holds it."""
    value = {"value": {"entity-type": "item", "id": of}, "type": "wikibase-entityid"}
    return {
        "type": "item",
        "id": f"Q{number}",
        "labels": {"en": {"language": "en", "value": label}},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "claims": {"P31": [{"mainsnak": {"snaktype": "value", "property": "P31", "datavalue": value}, "rank": rank}]},
        "sitelinks": {},
        **more,
    }


PEOPLE = (
    entity(1, "Oleksiy Marchenko", "Oleksii Marchenko", "Marchenko", "O. M. the Builder", "=1+1 Marchenko"),
    entity(2, "Marchenko Bridge", "Bridge of Marchenko", of="Q12280"),
    entity(3, "Anna Larsen", "Ana Larsen", sitelinks={"enwiki": {}, "dawiki": {}}),
    entity(4, "Ana Larsen", "Anna Larssen"),
    entity(5, "No Longer Human", rank="deprecated"),
)


def dump(folder: Path, *entities: object, name: str = "dump.json") -> Path:
    lines = "[\n" + ",\n".join(json.dumps(each, ensure_ascii=False) for each in entities) + "\n]\n"
    path = folder / name
    data = lines.encode()
    path.write_bytes(
        gzip.compress(data) if path.suffix == ".gz" else bz2.compress(data) if path.suffix == ".bz2" else data
    )
    return path


@pytest.mark.parametrize("name", ["dump.json", "dump.json.gz", "dump.json.bz2"])
def test_people_are_written(tmp_path: Path, name: str) -> None:
    done = import_aliases(dump(tmp_path, *PEOPLE, name=name), tmp_path / "style.csv")
    assert (done.entities, done.people) == (5, 3)
    first, anna, ana = read_house_style(tmp_path / "style.csv")
    assert first == StyleEntry(
        preferred="Oleksiy Marchenko",
        accepted=("O. M. the Builder",),
        avoid=("Oleksii Marchenko",),
        source="Wikidata Q1",
    )
    assert (anna.accepted, anna.avoid) == (("Ana Larsen",), ())  # another person's name
    assert (ana.preferred, ana.avoid) == ("Ana Larsen", ("Anna Larssen",))
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "style.csv"])


def test_a_form_with_two_to_give_way_to_is_accepted(tmp_path: Path) -> None:
    twins = entity(1, "Sergei Dubin", "Sergey Dubin"), entity(2, "Serhiy Dubin", "Sergey Dubin")
    import_aliases(dump(tmp_path, *twins), tmp_path / "style.csv")
    assert [each.avoid for each in read_house_style(tmp_path / "style.csv")] == [(), ()]


def test_languages_and_known_people(tmp_path: Path) -> None:
    told = {"de": {"language": "de", "value": "Oleksij Martschenko"}, "mul": {"language": "mul", "value": "Any Body"}}
    path = dump(tmp_path, entity(1, "", labels=told, sitelinks={"a": {}}), entity(2, "Anna Larsen"))
    import_aliases(path, tmp_path / "de.csv", languages=["fr", "de"], min_sitelinks=1)
    (entry,) = read_house_style(tmp_path / "de.csv")
    assert (entry.preferred, entry.accepted) == ("Oleksij Martschenko", ("Any Body",))


@pytest.mark.parametrize("odd", [{}, {"claims": []}, {"claims": {"P31": [None]}}, {"labels": [], "aliases": []}])
def test_odd_entities_are_passed_over(tmp_path: Path, odd: dict[str, Any]) -> None:
    done = import_aliases(dump(tmp_path, odd, PEOPLE[2]), tmp_path / "style.csv")
    assert (done.entities, done.people) == (2, 1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "holds no people with a label in en, among 0 entities."),
        (b'{"id": "Q1"}\n', "among 1 entities."),
        (b'{"id": "Q1"},\n{"id": \n', "dump.json, line 2: is no JSON entity."),
        (b"\xff\xfe\n", "line 1: is no JSON entity."),
        (b"[" * 100_000 + b"\n", "line 1: is no JSON entity."),
        (b"[]\n", "line 1: is no entity."),
        (gzip.compress(b'{"id": "Q1"}\n' * 1000, mtime=0)[:-20], "ends in the middle"),
        (b"\x1f\x8bnot gzip", "damaged"),
        (b"BZnot bzip2", "can not be read"),
    ],
)
def test_a_person_is_told(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "dump.json"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        import_aliases(path, tmp_path / "style.csv")
    assert message in str(caught.value)
    assert caught.value.remedy
    assert not (tmp_path / "style.csv").exists()


def test_more_people_than_a_file_may_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importer, "MOST_BYTES", 100)
    with pytest.raises(InputError, match="--min-sitelinks"):
        import_aliases(dump(tmp_path, *PEOPLE), tmp_path / "style.csv")


def test_what_can_not_be_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="can not be written"):
        import_aliases(dump(tmp_path, *PEOPLE), tmp_path / "gone" / "style.csv")


def test_on_the_command_line(tmp_path: Path) -> None:
    ran = run("import-aliases", dump(tmp_path, *PEOPLE), "-o", tmp_path / "style.csv")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("3 people of 5 entities: ")
    ran = run("import-aliases", tmp_path / "gone.json", "-o", tmp_path / "style.csv")
    assert ran.code == 2
    assert "There is no such file." in ran.err
