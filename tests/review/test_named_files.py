"""A desk that was given files by their names: what stood in a version that was not named is not gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy.decided import Ruling, Status
from discrepancy.review.desk import Desk, UnderReview
from discrepancy.settings import Settings
from discrepancy.store import open_store
from discrepancy.tracking import snapshots
from tests.review.desks import cheap, write_story


@pytest.mark.parametrize(("name", "becomes"), [("harbour/first.txt", Status.DECIDED), ("harbour", Status.RESOLVED)])
def test_only_where_all_was_given_is_a_finding_gone(tmp_path: Path, name: str, becomes: Status) -> None:
    story = write_story(tmp_path)
    settings = Settings(base=tmp_path)
    with open_store(tmp_path / "decisions.sqlite") as store:
        whole = Desk(UnderReview(paths=(story,), story="harbour", settings=settings), store, checker=cheap)
        whole.check_now()
        data = whole.shown.data
        assert data is not None
        store.decide("harbour", snapshots(data)[0], Ruling.ACCEPTABLE, who="Ana")
        (story / "second.txt").rename(tmp_path / "put-aside.txt")
        Desk(
            UnderReview(paths=(tmp_path / name,), story="harbour", settings=settings), store, checker=cheap
        ).check_now()
        assert [matter.status for matter in store.matters("harbour")] == [becomes]
