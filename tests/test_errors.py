"""The exceptions: one tree, drawn as it is; a message that says what, where and what to do."""

import inspect
import pickle

import pytest

from discrepancy import errors
from discrepancy.errors import DiscrepancyError

ALL = [each for _, each in inspect.getmembers(errors, inspect.isclass)]
each_error = pytest.mark.parametrize("error", ALL, ids=lambda error: error.__name__)


@each_error
def test_one_base(error: type[Exception]) -> None:
    assert issubclass(error, DiscrepancyError)


@each_error
def test_the_tree_in_the_docstring_is_the_tree(error: type[DiscrepancyError]) -> None:
    drawn = errors.__doc__ or ""
    (line,) = (each for each in drawn.splitlines() if f"{error.__name__} " in each)
    depth = len(error.mro()) - len(DiscrepancyError.mro())
    assert ("├" in line or "└" in line) is (depth > 0)
    assert line.startswith("    │") is (depth == 2)


@each_error
def test_it_survives_pickling(error: type[DiscrepancyError]) -> None:
    before = error("is empty.", where="a.txt", remedy="Fill it.")
    after = pickle.loads(pickle.dumps(before))  # noqa: S301 - our own bytes
    assert (str(after), after.what, after.where, after.remedy) == (str(before), "is empty.", "a.txt", "Fill it.")


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"what": "It broke."}, "It broke."),
        ({"what": "is empty.", "where": "a.txt"}, "a.txt: is empty."),
        ({"what": "is empty.", "where": "a.txt", "remedy": "Fill it."}, "a.txt: is empty. Fill it."),
        ({"what": "It broke.", "remedy": "Mend it."}, "It broke. Mend it."),
    ],
)
def test_message(parts: dict[str, str], message: str) -> None:
    assert str(DiscrepancyError(**parts)) == message
