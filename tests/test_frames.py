"""Pandas views of a report."""

from decimal import Decimal

import pandas as pd
import pytest

from discrepancy.frames import FRAMES, facts_frame, findings_frame, groups_frame
from tests.formats.stories import EMPTY, FLOOD


def test_a_row_a_fact() -> None:
    frame = facts_frame(FLOOD)
    assert len(frame) == len(FLOOD.facts)
    first = frame.iloc[0]
    assert (first["text"], first["value"], first["speaker"]) == ("12", "12", "Mayor Katrin Vandemeer")
    assert first["low"] == Decimal(12)
    assert first["sentence"] == "Mayor Katrin Vandemeer said 12 people were missing."


def test_a_name_has_no_bounds() -> None:
    names = facts_frame(FLOOD).query("kind == 'person'")
    assert names["low"].isna().all()
    assert names["value"].iloc[0] == "Katrin Vandemeer"


def test_a_row_a_group() -> None:
    frame = groups_frame(FLOOD).set_index("id")
    assert frame["facts"]["missing"] == 4
    assert frame["documents"]["missing"] == 3


def test_a_row_a_finding() -> None:
    frame = findings_frame(FLOOD).set_index("summary")
    row = frame.loc["The repairs cost 18 or 25 million euros"]
    assert row["values"] == "18 million|25 million"
    assert row["documents"] == "wire|harlow-post|radio"
    assert row["reconciled_by"] == "arithmetic"


@pytest.mark.parametrize("name", FRAMES)
def test_an_empty_report_has_the_same_columns(name: str) -> None:
    full, empty = FRAMES[name](FLOOD), FRAMES[name](EMPTY)
    assert len(empty) == 0
    assert full.dtypes.to_dict() == empty.dtypes.to_dict()
    assert len(pd.concat([empty, full])) == len(full)
