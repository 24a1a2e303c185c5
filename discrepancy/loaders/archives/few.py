"""The first things that can not be read in an archive one by one, the others as a number: a bomb fills no screen."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.errors import InputError
from discrepancy.loaders.intake.given import Outcome

__all__ = ["few_errors"]

_MOST_TOLD = 20
"""Errors of one archive that are told one by one."""


def few_errors(outcomes: Iterator[Outcome], display: str) -> Iterator[Outcome]:
    """What came of an archive's members, with no more errors than somebody reads, and how many more there are.

    Args:
        outcomes: of the members in order.
        display: the archive's path to show.

    Raises:
        InputError: what is raised for the archive as a whole, after all that came before.
    """
    errors = 0
    ended: InputError | None = None
    try:
        for outcome in outcomes:
            errors += isinstance(outcome, InputError)
            if errors <= _MOST_TOLD or not isinstance(outcome, InputError):
                yield outcome
    except InputError as error:
        ended = error
    if errors > _MOST_TOLD:
        yield InputError(
            f"holds {errors - _MOST_TOLD:,} more that can not be read.",
            where=display,
            remedy="They are not told one by one: unpack it by hand, and give what are articles.",
        )
    if ended is not None:
        raise ended
