"""Which rules run, and at which level, once the house and the command line have both been heard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from discrepancy.config.read import House
from discrepancy.config.switches import Leveled
from discrepancy.errors import Malformed
from discrepancy.rules import rule_by_code
from discrepancy.said import Level

__all__ = ["Running", "running"]


@dataclass(frozen=True, slots=True)
class Running:
    """Codes of the rules that are switched on and off, and levels by code, as the settings have them."""

    on: tuple[str, ...]
    off: tuple[str, ...]
    levels: tuple[tuple[str, Level], ...]


def running(asked: Mapping[str, object], house: House | None) -> Running:
    """Join what the house says of rules with what the command line does, which wins a rule at a time.

    A level for a rule that is off by default switches it on: who gives it one wants to see it.

    Raises:
        UsageError: the command line names a rule that there is not, or switches one on and off.
        Malformed: the house's file does.
    """
    also, without = _codes(asked.get("also")), _codes(asked.get("without"))
    leveled = _leveled(house)
    on, off = _of_house(house, leveled)
    levels = tuple((each.code, each.level) for each in leveled if each.level is not None)
    return Running(
        on=_joined(also, on, without),
        off=_joined(without, off, also),
        levels=levels,
    )


def _codes(asked: object) -> tuple[str, ...]:
    return tuple(rule_by_code(str(each)).code for each in asked) if isinstance(asked, list | tuple) else ()


def _joined(first: Iterable[str], then: Iterable[str], never: Iterable[str]) -> tuple[str, ...]:
    """The first ones, and of the others those that are none of ``never``; what the first name stays, to be refused."""
    return tuple(dict.fromkeys([*first, *(code for code in then if code not in set(never))]))


def _leveled(house: House | None) -> tuple[Leveled, ...]:
    found = house.values.get("levels", ()) if house else ()
    return tuple(each for each in found if isinstance(each, Leveled)) if isinstance(found, tuple) else ()


def _of_house(house: House | None, leveled: Iterable[Leveled]) -> tuple[list[str], list[str]]:
    """What the file switches on and off.

    Raises:
        Malformed: it does both with one rule.
    """
    if house is None:
        return [], []
    on, off = _named(house, "also"), _named(house, "without")
    for each in leveled:
        if each.level is None:
            off.setdefault(each.code, ("levels", each.key))
        elif rule_by_code(each.code).asked:
            on.setdefault(each.code, ("levels", each.key))
    given = {each.code: ("levels", each.key) for each in leveled if each.level is not None}
    for code in [*on, *given]:
        if code in off:
            raise Malformed(
                f"{code} is switched off here and wanted elsewhere ({house.origin(*(given | on)[code])}).",
                where=house.origin(*off[code]),
                remedy="Keep one of the two.",
            )
    return list(on), list(off)


def _named(house: House, key: str) -> dict[str, tuple[str, ...]]:
    found = house.values.get(key, ())
    return {str(code): (key,) for code in found} if isinstance(found, tuple) else {}
