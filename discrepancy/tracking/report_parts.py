"""A JSON report's dictionaries -> snapshots, as a check would have made them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, TypeVar

from discrepancy.decided import Snapshot, SnapshotValue
from discrepancy.model import Claim, Date, FactKind, Hedge, Level, Party, Place, Quantity
from discrepancy.tracking.keys import fact_key
from discrepancy.tracking.material import At, Material, Read, Stated

__all__ = ["Misread", "snapshots_in"]

_T = TypeVar("_T")
_PLAIN: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_Members = Mapping[str, Any]


class Misread(Exception):
    """The report does not hold what it should at the place named."""


def snapshots_in(report: _Members) -> tuple[Snapshot, ...]:
    """A snapshot of each finding of a report, in order.

    Raises:
        Misread: something is missing, or is not of the type that reports have there.
    """
    documents = [
        Read(_text(each, "id", at), _text(each, "source", at), _maybe(each, "text", at))
        for each, at in _objects(report, "documents", "report")
    ]
    material = Material(documents, (_stated(each, at) for each, at in _objects(report, "facts", "report")))
    groups = {_text(each, "id", at): _text(each, "subject", at) for each, at in _objects(report, "groups", "report")}
    return tuple(_snapshot(each, at, material, groups) for each, at in _objects(report, "findings", "report"))


def _snapshot(finding: _Members, at: str, material: Material, groups: Mapping[str, str]) -> Snapshot:
    rule = _text(finding, "rule", at)
    reason = finding.get("reconciliation")
    return Snapshot(
        finding=_text(finding, "id", at),
        rule=rule,
        level=_read(Level, finding.get("level"), f"{at}.level"),
        subject=_text(finding, "subject", at) if "subject" in finding else _of_group(finding, groups),
        summary=_text(finding, "summary", at),
        explanation=_text(finding, "explanation", at),
        values=tuple(_value(each, here, rule, material) for each, here in _objects(finding, "values", at)),
        reconciliation=_text(_object(reason, f"{at}.reconciliation"), "kind", at) if reason is not None else "",
        documents=material.hashes,
    )


def _of_group(finding: _Members, groups: Mapping[str, str]) -> str:
    """What a finding of one group is about, in a report of the time when findings did not say it."""
    return groups.get(str(finding.get("group", "")), "")


def _value(value: _Members, at: str, rule: str, material: Material) -> SnapshotValue:
    mentions = [_mention(each, here) for each, here in _objects(value, "mentions", at)]
    return material.value(rule, _text(value, "label", at), mentions)


def _mention(mention: _Members, at: str) -> At:
    start, end = _count(mention, "start", at), _count(mention, "end", at)
    return At(_text(mention, "document", at), start, end, _text(mention, "text", at))


def _stated(fact: _Members, at: str) -> Stated:
    sentence = _object(fact.get("sentence"), f"{at}.sentence")
    read = _READERS.get(_text(fact, "kind", at))
    return Stated(
        _text(fact, "document", at),
        _count(fact, "start", at),
        _count(fact, "end", at),
        fact_key(read(_object(fact.get("value"), f"{at}.value"), at)) if read else "",
        (_count(sentence, "start", at), _count(sentence, "end", at)),
    )


def _quantity(value: _Members, at: str) -> Quantity:
    low, high = (_read(_decimal, _text(value, name, at), f"{at}.{name}") for name in ("low", "high"))
    return Quantity(
        start=0,
        end=0,
        text="",
        low=low,
        high=high,
        step=low,
        hedge=_read(Hedge, value.get("hedge"), f"{at}.hedge"),
        unit=_text(value, "unit", at),
    )


def _decimal(text: str) -> Decimal:
    """A figure in plain notation, as reports write it: 1E+999999999 would take a gigabyte to write out."""
    if not _PLAIN.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


def _date(value: _Members, at: str) -> Date:
    first, last = (_day(value, name, at) for name in ("first", "last"))
    kind = _text(value, "type", at)
    return Date(start=0, end=0, text="", value=_text(value, "value", at), first=first, last=last, type=kind)


def _day(value: _Members, name: str, at: str) -> dt.date | None:
    text = _maybe(value, name, at)
    return _read(dt.date.fromisoformat, text, f"{at}.{name}") if text is not None else None


def _claim(value: _Members, at: str) -> Claim:
    of, side, hedge = (_text(value, name, at) for name in ("of", "side", "hedge"))
    return Claim(of=of, side=side, about=Party(start=0, end=0, head=""), hedge=hedge)


def _place(value: _Members, at: str) -> Place:
    name, relation, direction = (_text(value, each, at) for each in ("name", "relation", "direction"))
    return Place(name=name, relation=relation, direction=direction)


_READERS: Mapping[str, Callable[[_Members, str], object]] = {
    FactKind.QUANTITY.value: _quantity,
    FactKind.DATE.value: _date,
    FactKind.CLAIM.value: _claim,
    FactKind.PLACE.value: _place,
}


def _objects(members: _Members, name: str, at: str) -> Iterator[tuple[_Members, str]]:
    """The objects of a list with the place of each, for a message."""
    found = members.get(name)
    if not isinstance(found, list):
        raise Misread(f"{at}.{name}")
    for place, each in enumerate(found):
        yield _object(each, f"{at}.{name}[{place}]"), f"{at}.{name}[{place}]"


def _object(found: object, at: str) -> _Members:
    if not isinstance(found, dict):
        raise Misread(at)
    return found


def _text(members: _Members, name: str, at: str) -> str:
    found = members.get(name)
    if not isinstance(found, str):
        raise Misread(f"{at}.{name}")
    return found


def _maybe(members: _Members, name: str, at: str) -> str | None:
    return None if members.get(name) is None else _text(members, name, at)


def _count(members: _Members, name: str, at: str) -> int:
    found = members.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or found < 0:
        raise Misread(f"{at}.{name}")
    return found


def _read(read: Callable[[Any], _T], found: object, at: str) -> _T:
    try:
        return read(found)
    except (ValueError, TypeError) as problem:
        raise Misread(at) from problem
