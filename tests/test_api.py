"""The public interface: what it takes, what it gives, what it raises."""

from __future__ import annotations

import copy
import dataclasses
import datetime as dt
import inspect
import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

import discrepancy
from discrepancy import errors, model
from discrepancy.model import Document, FactKind, QuantityKind, Verdict
from discrepancy.settings import Settings
from tests.builders import doc
from tests.samples import REPO, SEEDS, seeds_report

WIRE = "Police arrested 17 demonstrators after the march on Monday."
COURIER = "Police arrested 27 demonstrators after the march on Monday."


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with two versions that differ."""
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "courier.txt").write_text(COURIER, encoding="utf-8")
    return tmp_path


# --- What is public ---


def test_public_names_are_few_and_there() -> None:
    assert len(discrepancy.__all__) <= 10
    assert len(set(discrepancy.__all__)) == len(discrepancy.__all__)
    for name in discrepancy.__all__:
        assert getattr(discrepancy, name) is not None


def test_the_names_of_the_design_are_public() -> None:
    wanted = {"check", "load", "extract", "quantities", "dates", "compare_names", "Report"}
    assert wanted <= set(discrepancy.__all__)


@pytest.mark.parametrize("name", ["no_such_name", "Checker"])
def test_nothing_else_is_public(name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(discrepancy, name)


@pytest.mark.parametrize("name", discrepancy.__all__)
def test_public_name_is_documented(name: str) -> None:
    assert inspect.getdoc(getattr(discrepancy, name))


@pytest.mark.parametrize("module", [model, errors], ids=lambda module: str(module.__name__))
def test_public_types_are_documented(module: ModuleType) -> None:
    types = [each for _, each in inspect.getmembers(module, inspect.isclass) if each.__module__ == module.__name__]
    assert types
    assert not [each.__name__ for each in types if not each.__doc__]


# --- check ---


def test_check_takes_a_path(files: Path) -> None:
    assert [each.id for each in discrepancy.check(files).documents] == ["courier", "wire"]
    assert [each.id for each in discrepancy.check(str(files / "wire.txt")).documents] == ["wire"]


def test_check_takes_several_paths_of_either_type(files: Path) -> None:
    report = discrepancy.check([files / "wire.txt", str(files / "courier.txt")])
    assert [finding.rule for finding in report.findings] == ["NUM001"]
    assert len(discrepancy.check(path for path in sorted(files.iterdir())).documents) == 2


def test_check_takes_documents() -> None:
    assert len(discrepancy.check([doc(WIRE, id="a"), doc(COURIER, id="b")]).findings) == 1
    assert discrepancy.check(doc(WIRE)).findings == ()


def test_check_takes_a_mixture(files: Path) -> None:
    report = discrepancy.check([doc(WIRE, id="draft"), files / "courier.txt"])
    assert [each.id for each in report.documents] == ["courier", "draft"]
    assert len(report.findings) == 1


def test_check_of_loaded_documents_is_check_of_their_folder(files: Path) -> None:
    assert discrepancy.check(discrepancy.load(files)).data == discrepancy.check(files).data


def test_check_tells_of_files_that_could_not_be_read(files: Path) -> None:
    (files / "empty.txt").touch()
    report = discrepancy.check(files)
    assert [entry.what for entry in report.unread] == ["is an empty file."]
    assert len(report.findings) == 1


@pytest.mark.parametrize("nothing", [[], ()])
def test_check_of_nothing_is_an_error(nothing: list[Path]) -> None:
    with pytest.raises(errors.InputError, match="nothing to check"):
        discrepancy.check(nothing)


def test_check_of_what_can_not_be_read_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(errors.InputError) as caught:
        discrepancy.check(tmp_path / "gone.txt")
    assert caught.value.where.endswith("gone.txt")
    assert caught.value.remedy


def test_two_documents_of_one_id_are_an_error() -> None:
    with pytest.raises(errors.UsageError, match="one id"):
        discrepancy.check([doc(WIRE), doc(COURIER)])


def test_check_leaves_its_arguments_alone(files: Path) -> None:
    given: list[str | Path | Document] = [files / "wire.txt", doc(COURIER, id="draft")]
    before = copy.deepcopy(given)
    discrepancy.check(given)
    assert given == before


# --- load, extract ---


def test_load_gives_the_documents_of_a_file_or_a_folder(files: Path) -> None:
    (document,) = discrepancy.load(files / "wire.txt")
    assert (document.id, document.text, document.language) == ("wire", WIRE, "en")
    assert [each.id for each in discrepancy.load(files)] == ["courier", "wire"]


def test_load_raises_for_the_first_that_can_not_be_read(files: Path) -> None:
    (files / "empty.txt").touch()
    with pytest.raises(errors.EmptyInput):
        discrepancy.load(files)


def test_extract_gives_facts_in_the_order_of_the_text() -> None:
    said = "Mayor Ruth Abara said “This chamber has become a den of dysfunction” on Tuesday."
    crashed = "A bus crashed in Elmstead on Monday, the Road Safety Authority (RSA) said."
    facts = discrepancy.extract(document := doc(f"{WIRE} {said} {crashed}"))
    assert isinstance(facts, list)
    assert {fact.kind for fact in facts} == set(FactKind)
    assert [fact.mention.start for fact in facts] == sorted(fact.mention.start for fact in facts)
    for fact in facts:
        assert document.text[fact.mention.start : fact.mention.end] == fact.mention.text
        assert fact.sentence.start <= fact.mention.start < fact.mention.end <= len(document.text)


def test_extract_of_a_document_without_blocks_is_empty() -> None:
    assert discrepancy.extract(dataclasses.replace(doc(WIRE), blocks=())) == []


# --- quantities, dates, compare_names ---


def test_quantities_reads_one_string() -> None:
    (found,) = discrepancy.quantities("It cost more than $2.41 billion.")
    assert found.low == found.high == Decimal(2_410_000_000)
    assert (found.unit, found.kind) == ("USD", QuantityKind.MONEY)
    assert isinstance(found.low, Decimal)
    assert (found.text, found.start, found.hedge_text) == ("$2.41 billion", 18, "more than")
    assert discrepancy.quantities("") == []


def test_dates_reads_one_string_against_its_publication() -> None:
    (found,) = discrepancy.dates("It opened yesterday.", published=dt.date(2024, 3, 14))
    assert (found.value, found.first, found.relative) == ("2024-03-13", dt.date(2024, 3, 13), True)
    (unknown,) = discrepancy.dates("It opened yesterday.", published=None)
    assert unknown.first is None
    at = dt.datetime(2024, 3, 14, 1, tzinfo=dt.UTC)
    assert discrepancy.dates("It opened yesterday.", published=at)[0].value == "2024-03-13"


def test_dates_takes_publication_in_iso_form_or_none() -> None:
    text = "It opened yesterday."
    assert discrepancy.dates(text) == discrepancy.dates(text, published=None)
    for written in ("2024-05-14", "2024-05-14T09:30:00Z"):
        assert discrepancy.dates(text, published=written)[0].value == "2024-05-13"


def test_dates_says_what_publication_is_to_be() -> None:
    with pytest.raises(TypeError, match="of type int: give a date"):
        discrepancy.dates("It opened yesterday.", published=20240514)  # type: ignore[arg-type]  # that is what is tested
    with pytest.raises(errors.UsageError, match="no ISO date"):
        discrepancy.dates("It opened yesterday.", published="14 May 2024")


@pytest.mark.parametrize(
    ("a", "b", "verdict", "differs"),
    [
        ("Viktor Orban", "Victor Orban", Verdict.SAME, True),
        ("Viktor Orban", "Viktor Orbán", Verdict.SAME, False),
        ("Ruth Abara", "John Smith", Verdict.DIFFERENT, False),
    ],
)
def test_compare_names(a: str, b: str, verdict: Verdict, differs: bool) -> None:
    match = discrepancy.compare_names(a, b)
    assert (match.verdict, match.spelling_differs) == (verdict, differs)
    assert 0 <= match.score <= 1
    assert match.reasons
    assert discrepancy.compare_names(b, a).score == match.score


# --- The types ---


def data_classes() -> Iterator[type]:
    for name in model.__all__:
        kind = getattr(model, name)
        if dataclasses.is_dataclass(kind) and isinstance(kind, type):
            yield kind


@pytest.mark.parametrize("kind", list(data_classes()), ids=lambda kind: kind.__name__)
def test_types_are_frozen_and_slotted(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]  # every data class has them
    if kind is not model.Story:  # it keeps the indexes that rules ask it for
        assert "__slots__" in vars(kind)
        assert "__dict__" not in dir(kind)


def test_types_hold_no_bare_float_but_scores() -> None:
    floats = {
        f"{kind.__name__}.{field.name}"
        for kind in data_classes()
        for field in dataclasses.fields(kind)
        if field.type == "float"
    }
    assert floats == {"Finding.confidence", "Group.confidence", "NameMatch.score"}


def test_a_fact_can_not_be_changed() -> None:
    fact = discrepancy.extract(doc(WIRE))[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        fact.id = "another"  # type: ignore[misc]  # that is what is tested


def test_report_data_survives_pickling_and_copying() -> None:
    data = seeds_report().data
    assert pickle.loads(pickle.dumps(data)) == data  # noqa: S301 - our own bytes
    assert copy.deepcopy(data) == data


def test_facts_and_documents_can_be_keys() -> None:
    data = seeds_report().data
    assert len(set(data.facts)) == len(data.facts)
    assert len(set(data.documents)) == len(data.documents)


def test_settings_are_frozen_and_can_be_keys() -> None:
    assert {Settings(): 1}[Settings()] == 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().max_bytes = 1  # type: ignore[misc]  # that is what is tested


def test_the_package_says_that_it_is_typed() -> None:
    assert (REPO / "discrepancy" / "py.typed").exists()


def test_importing_it_loads_nothing_heavy_and_hides_no_function() -> None:
    """One of the package's folders is called ``extract`` too: using it must not put it in the function's place."""
    heavy = "pandas", "py3langid", "sklearn", "spacy"
    code = (
        f"import sys, discrepancy; print([name for name in {heavy!r} if name in sys.modules]); "
        "import discrepancy.extract, discrepancy.pipeline; print(callable(discrepancy.extract))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["[]", "True"]


def test_the_example_of_the_package_works(tmp_path: Path) -> None:
    report = discrepancy.check(str(SEEDS))
    assert report.write(tmp_path / "report.html").stat().st_size > 10_000


@pytest.mark.parametrize("among", [True, False])
def test_the_draft_is_read_and_marked(tmp_path: Path, among: bool) -> None:
    wire, mine = tmp_path / "wire.txt", tmp_path / "desk" / "mine.txt"
    mine.parent.mkdir()
    wire.write_text(WIRE, encoding="utf-8")
    mine.write_text(COURIER, encoding="utf-8")
    given = [wire, mine] if among else [wire]
    report = discrepancy.check(given, settings=Settings(draft=mine, base=tmp_path))
    assert sorted(document.id for document in report.documents) == ["mine", "wire"]
    assert json.loads(report.render("json"))["draft"] == "mine"


def test_a_draft_that_can_not_be_read_is_named(tmp_path: Path) -> None:
    wire = tmp_path / "wire.txt"
    wire.write_text(WIRE, encoding="utf-8")
    report = discrepancy.check(wire, settings=Settings(draft=tmp_path / "none.txt", base=tmp_path))
    assert [entry.path for entry in report.unread] == ["none.txt"]
    assert json.loads(report.render("json"))["draft"] == ""


# --- Addresses ---


@pytest.mark.parametrize("address", ["https://example.org/a", "HTTP://example.org"])
def test_an_address_is_refused_with_what_to_do(address: str) -> None:
    for call in (discrepancy.check, discrepancy.load, lambda given: discrepancy.check([WIRE_DOCUMENT, given])):
        with pytest.raises(errors.UsageError, match=r"discrepancy\.fetching\.fetch"):
            call(address)


def test_load_reads_as_the_settings_say(files: Path) -> None:
    with pytest.raises(errors.TooLarge):
        discrepancy.load(files, settings=Settings(max_bytes=3))


WIRE_DOCUMENT = doc(WIRE, id="wire")
