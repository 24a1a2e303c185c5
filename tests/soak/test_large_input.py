"""Files as large as the settings let through: slow, never a trace."""

import time
from pathlib import Path

import pytest

import discrepancy
from discrepancy.errors import InputError
from discrepancy.loaders import loaders
from discrepancy.model import FactKind
from discrepancy.settings import Settings
from tests.builders import doc
from tests.samples import SEEDS, run

LIMIT = next(loader.most_bytes for loader in loaders() if loader.name == "plain text")
SYLLABLES = [consonant + vowel for consonant in "bdgkl" for vowel in "aeiou"]


@pytest.mark.soak
@pytest.mark.parametrize("paragraph", ["It ended.\n", "word " * 50_000 + "\n"], ids=["short lines", "long lines"])
def test_a_file_just_below_the_limit_is_checked(tmp_path: Path, paragraph: str) -> None:
    """Its blocks are parted by more characters for the parser than in the text: the sum must not be too much for it."""
    path = tmp_path / "long.txt"
    path.write_text(paragraph * (LIMIT // len(paragraph)), encoding="utf-8")
    ran = run("check", path, "--fail-on", "never", "-q")
    assert "Traceback" not in ran.err
    assert ran.code == 0, ran.err


@pytest.mark.soak
def test_where_the_limit_is_raised_a_longer_file_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    text = max(SEEDS.glob("*.txt"), key=lambda each: each.stat().st_size).read_text(encoding="utf-8")
    path.write_text(f"{text}\n\n" * (510_000 // len(text) + 1), encoding="utf-8")
    with pytest.raises(InputError, match="more than the limit"):
        discrepancy.check(path)
    assert discrepancy.check(path, settings=Settings(max_bytes=10_000_000)).facts


@pytest.mark.soak
def test_a_thousand_figures_of_one_thing_are_checked(tmp_path: Path) -> None:
    """Each is held against each, which is half a million pairs."""
    path = tmp_path / "long.txt"
    path.write_text("Police arrested 17 people on Monday.\n\n" * 1000, encoding="utf-8")
    start = time.perf_counter()
    assert discrepancy.check(path).findings == ()
    assert time.perf_counter() - start < 60


@pytest.mark.soak
def test_two_tables_of_five_thousand_figures_each_are_checked() -> None:
    """A row's figure has its partner in the same row of the other table; holding all against all would take an hour."""
    rows = [f"{a}{b}{c}".capitalize() for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES[:4]]
    tables = [
        doc(
            "\n".join(f"{row}  {10 + n % 80},{n % 10}{late}7  {10 + (n + late) % 80}.5%" for n, row in enumerate(rows)),
            id=name,
        )
        for name, late in (("a", 0), ("b", 1))
    ]
    start = time.perf_counter()
    assert len([f for f in discrepancy.check(tables).facts if f.kind is FactKind.QUANTITY]) >= 4 * len(rows)
    assert time.perf_counter() - start < 60


@pytest.mark.soak
def test_time_grows_with_length_and_not_much_faster(tmp_path: Path) -> None:
    """Four times the text in no more than twelve times the time."""
    text = (SEEDS / "001_tallgrass-courier.txt").read_text(encoding="utf-8")
    took = []
    for times in (2, 8):
        path = tmp_path / f"long{times}.txt"
        path.write_text(f"{text}\n\n" * times, encoding="utf-8")
        start = time.perf_counter()
        discrepancy.check(path)
        took.append(time.perf_counter() - start)
    assert took[1] <= 12 * took[0], took
