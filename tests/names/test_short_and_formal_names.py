"""Initials, formal names and the first of two surnames; what is no string."""

import pytest

from discrepancy.model import Verdict
from discrepancy.names import compare_names


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Joe Hallam", "Joseph R. Hallam Jr.", Verdict.UNSURE),
        ("Peter Hallam", "Joseph R. Hallam Jr.", Verdict.DIFFERENT),
        ("Bibi Levi", "Benjamin Levi", Verdict.SAME),
        ("Rivas", "Diego Rivas Cardona", Verdict.SAME),
        ("Ann", "Mary Ann Smith", Verdict.UNSURE),
        ("MBS", "Mohammed bin Salman", Verdict.UNSURE),
        ("MBZ", "Mohammed bin Salman", Verdict.DIFFERENT),
    ],
)
def test_verdicts(one: str, other: str, verdict: Verdict) -> None:
    assert compare_names(one, other).verdict is verdict
    assert compare_names(one, other) == compare_names(other, one)


@pytest.mark.parametrize(("one", "other"), [(None, "a"), ("a", None), (None, None), (3, "a")])
def test_what_is_no_string_is_told_so(one: object, other: object) -> None:
    with pytest.raises(TypeError, match="give both names as strings"):
        compare_names(one, other)  # type: ignore[arg-type]  # what a caller without types may give
