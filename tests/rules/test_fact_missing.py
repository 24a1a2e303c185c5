"""STO003: what all independent sources but one carry; off unless asked for."""

from __future__ import annotations

from dataclasses import replace

import discrepancy
from discrepancy.model import Level
from discrepancy.settings import Settings
from tests.builders import doc

ASKED = Settings(also=("STO003",))
WITH = "The mayor thanked the marchers and the officers for a quiet day. Police arrested 17 people after the march."
ALSO = "Police arrested 17 people after the march, and the mayor went from shop to shop to thank the owners."
WITHOUT = "Shops in the old streets could open again soon after the march had passed, the mayor told traders there."
NEITHER = "Nobody was hurt, said the traders, who had boarded up their windows before the march came through."


def missing(*texts: str, settings: Settings = ASKED) -> list[str]:
    report = discrepancy.check(
        [doc(text, id=name) for name, text in zip("abcde", texts, strict=False)], settings=settings
    )
    assert all(found.level is Level.NOTE for found in report.findings if found.rule == "STO003")
    return [str(found.explanation.params["lacking"]) for found in report.findings if found.rule == "STO003"]


def test_the_one_that_lacks_it_is_named() -> None:
    assert missing(WITH, WITHOUT, ALSO) == ["b"]
    assert missing(WITHOUT, WITH, ALSO) == ["a"]


def test_it_is_off_by_default() -> None:
    assert missing(WITH, WITHOUT, ALSO, settings=Settings()) == []


def test_two_sources_are_too_few() -> None:
    assert missing(WITH, WITHOUT) == []


def test_where_two_lack_it_nothing_is_said() -> None:
    assert missing(WITH, WITHOUT, ALSO, NEITHER) == []


def test_copies_of_one_wire_are_one_source() -> None:
    wire = f"{WITH} The organisers called for a second march in May, and for a talk with the council before it."
    assert missing(wire, wire, WITHOUT) == []
    assert missing(wire, wire, WITHOUT, ALSO) == ["c"]


def test_a_brief_is_held_to_nothing() -> None:
    assert missing(WITH * 3, "Shops could open again.", ALSO * 3) == []


def test_a_value_told_otherwise_is_not_missing() -> None:
    assert (
        missing(
            WITH,
            "Seventeen spent the night in the cells, the mayor said as he thanked the traders of the old streets.",
            ALSO,
        )
        == []
    )


def test_figures_that_differ_are_not_what_all_carry() -> None:
    assert missing(WITH, WITHOUT, ALSO.replace("17", "27")) == []


def test_a_file_with_a_part_of_its_article_lacks_nothing() -> None:
    whole = [doc(text, id=name) for name, text in zip("abc", (WITH, WITHOUT, ALSO), strict=True)]
    for partial in (False, True):
        report = discrepancy.check([whole[0], replace(whole[1], partial=partial), whole[2]], settings=ASKED)
        assert [f.rule for f in report.findings if f.rule == "STO003"] == ([] if partial else ["STO003"])
