"""What is looked at, and how it is: one line of the doctor's screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from discrepancy.errors import DiscrepancyError

__all__ = ["Asked", "Check", "Look", "State", "looked"]


class State(StrEnum):
    """How a thing is."""

    WELL = "ok"
    ABSENT = "absent"
    """Not there, and not needed by everyone."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at.

    Attributes:
        name: what it is, in a few words.
        told: how it is, in one line.
        remedy: what to do about it; empty where there is nothing to be done.
        facts: the same for a program, by name.
    """

    name: str
    state: State
    told: str
    remedy: str = ""
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the doctor is to look at.

    Attributes:
        paths: what is to be checked, which says where house rules are looked for.
        config: the file of house rules that was named; None to look for one.
        store: the store that was named; None for that of the house.
        reports: the folder that reports are to be written to.
    """

    paths: tuple[Path, ...] = ()
    config: Path | None = None
    store: Path | None = None
    reports: Path = Path()


Look = Callable[[Asked], Iterator[Check]]
"""Looks at one matter; what it raises is a check that went wrong, and stops no other."""


def looked(name: str, look: Look, asked: Asked) -> Iterator[Check]:
    """The checks of a look, and one more that is wrong where it fails."""
    try:
        yield from look(asked)
    except DiscrepancyError as why:
        where = f"{why.where}: " if why.where else ""
        yield Check(name=name, state=State.WRONG, told=f"{where}{why.what}", remedy=why.remedy)
    except Exception as why:  # noqa: BLE001 - what is broken is looked at here, and breaks in ways that nobody foresaw
        yield Check(
            name=name,
            state=State.WRONG,
            told=f"this could not be looked at: {type(why).__name__}: {why}".rstrip(": "),
            remedy="Install discrepancy anew; where that does not help, report these words.",
        )
