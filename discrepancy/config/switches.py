"""Which rules a house runs, and at which level: ``also``, ``without`` and ``[levels]``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from discrepancy.config.context import Context
from discrepancy.config.mistakes import near, wrong
from discrepancy.config.toml_places import Way
from discrepancy.errors import Malformed
from discrepancy.rules import Rule, all_rules
from discrepancy.said import Level

__all__ = ["OFF", "Leveled", "read_levels", "read_rules"]

OFF: Final = "off"
_LEVELS: Final = (*(level.value for level in Level), OFF)
_TABLE: Final = 'Write [levels], and below it value-differs = "warning".'
_LIST: Final = "Write it like {key} = [{example}], by code or name; `discrepancy rules` lists them."


@dataclass(frozen=True, slots=True)
class Leveled:
    """What ``[levels]`` says of a rule: its level, None for off; ``key`` is how the file names it."""

    code: str
    level: Level | None
    key: str


def read_rules(way: Way, value: object, context: Context) -> tuple[str, ...]:
    """Codes of the rules that a list names by code or name, each once.

    Raises:
        Malformed: it is no list of names, or there is no such rule.
    """
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise wrong(context.place, way, value, "is no list of rules.", _LIST.format(key=way[-1], example='"NUM001"'))
    return tuple(dict.fromkeys(_rule(name, context.place.at(*way)).code for name in value))


def read_levels(way: Way, value: object, context: Context) -> tuple[Leveled, ...]:
    """What the table of levels says, in its order.

    Raises:
        Malformed: it is no table, there is no such rule or level, or a rule is named twice.
    """
    if not isinstance(value, dict):
        raise wrong(context.place, way, value, "is no table.", _TABLE)
    found: dict[str, Leveled] = {}
    for name, level in value.items():
        where = context.place.at(*way, name)
        code = _rule(name, where).code
        if code in found:
            raise Malformed(
                f"“{name}” is {code}, which has a level already, as “{found[code].key}”.",
                where=where,
                remedy="Keep one of the two lines.",
            )
        if level not in _LEVELS:
            meant = near(level, _LEVELS) if isinstance(level, str) else ""
            raise wrong(
                context.place, (*way, name), level, "is no level.", f"{meant}The levels are {', '.join(_LEVELS)}."
            )
        found[code] = Leveled(code, None if level == OFF else Level(level), name)
    return tuple(found.values())


def _rule(name: str, where: str) -> Rule:
    plain = name.strip()
    for rule in all_rules():
        if plain.upper() == rule.code or plain.lower() == rule.name:
            return rule
    known = [each for rule in all_rules() for each in (rule.name, rule.code)]
    meant = near(plain.lower(), known) or near(plain.upper(), known)
    raise Malformed(f"there is no rule “{name}”.", where=where, remedy=f"{meant}`discrepancy rules` lists them.")
