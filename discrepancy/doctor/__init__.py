"""Whether everything is there that a check needs, in one screen. Nothing is changed, and no check stops another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from discrepancy.doctor.cache import look_at_cache
from discrepancy.doctor.check import Asked, Check, Look, State, looked
from discrepancy.doctor.house import look_at_house, look_at_style
from discrepancy.doctor.language_model import look_at_model
from discrepancy.doctor.places import look_at_reports
from discrepancy.doctor.program import look_at_parts, look_at_program
from discrepancy.doctor.stores import look_at_store

__all__ = ["Asked", "Check", "State", "examine"]

_LOOKS: Final[tuple[tuple[str, Look], ...]] = (
    ("program", look_at_program),
    ("language model", look_at_model),
    ("parts", look_at_parts),
    ("house rules", look_at_house),
    ("house style", look_at_style),
    ("store", look_at_store),
    ("cache", look_at_cache),
    ("reports", look_at_reports),
)


def examine(asked: Asked) -> tuple[Check, ...]:
    """Look at everything, in a fixed order; what fails is a check that is wrong."""
    return tuple(_examined(asked))


def _examined(asked: Asked) -> Iterator[Check]:
    for name, look in _LOOKS:
        yield from looked(name, look, asked)
