"""Chains: the versions of one source in the order of their publication."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from discrepancy.model import Block, BlockRole, Document
from discrepancy.stories.chains import find_chains
from tests.builders import doc

DAY = dt.date(2024, 3, 14)


def version(name: str, published: dt.date | None, *, source: str = "Sur Wire", headline: str = "") -> Document:
    return replace(doc("The river rose.", id=name, published=published, headline=headline), source=source)


def test_versions_of_one_source_stand_in_order() -> None:
    late, early = version("a", DAY + dt.timedelta(days=1)), version("b", DAY)
    assert find_chains([late, early, version("c", DAY, source="Nor Wire")]) == (("b", "a"),)


def test_an_update_of_an_update() -> None:
    days = [version(name, DAY + dt.timedelta(days=n)) for name, n in (("a", 2), ("b", 0), ("c", 1))]
    assert find_chains(days) == (("b", "c", "a"),)


def test_the_number_in_the_headline_orders_versions_of_one_day() -> None:
    first, second = (
        version("b", DAY, headline="Floods reach town"),
        version("a", DAY, headline="UPDATE 2-Floods recede"),
    )
    assert find_chains([second, first]) == (("b", "a"),)


def test_a_correction_comes_after_what_it_corrects() -> None:
    first, other = version("b", DAY), version("a", DAY)
    corrected = replace(other, blocks=(Block(BlockRole.CORRECTION, 0, len(other.text)),))
    assert find_chains([corrected, first]) == (("b", "a"),)


def test_hours_order_versions_of_one_day() -> None:
    noon, night = dt.datetime(2024, 3, 14, 12, 0), dt.datetime(2024, 3, 14, 22, 0)  # noqa: DTZ001 pages name no zone
    assert find_chains([version("a", night), version("b", noon)]) == (("b", "a"),)


def test_what_has_no_place_is_in_no_chain() -> None:
    assert find_chains([version("a", DAY), version("b", DAY)]) == ()
    assert find_chains([version("a", None), version("b", DAY)]) == ()
    assert find_chains([version("a", DAY)]) == ()
    assert find_chains([]) == ()


def test_without_a_source_there_is_no_chain() -> None:
    assert find_chains([version("a", DAY, source=""), version("b", DAY + dt.timedelta(days=1), source="")]) == ()
