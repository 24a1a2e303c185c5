"""The watcher over a small web: what is told, what is kept, and what a change of the configuration or clock does."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from discrepancy.decided import Ruling
from discrepancy.errors import StoreBusy
from discrepancy.followed import AlertKind, Condition, VersionState
from discrepancy.store.versions import open_versions
from discrepancy.watch.configuration import read_watch
from discrepancy.watch.watcher import Watcher
from tests.watch.watching import (
    COURIER,
    DAY,
    MINUTE,
    PAGE,
    PRESS,
    START,
    STORE,
    TITLE,
    Desk,
    feed,
    item,
    page,
    place,
    source,
    told,
    values,
)

FEEDS = source("Press", PRESS) + source("Courier", COURIER)
LINK = "https://press.example/ferry"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk that watches one feed, which tells of 12 dead."""
    made = Desk(tmp_path)
    made.configure(source("Press", PRESS))
    made.web.gives[PRESS] = feed(item(told(12)))
    return made


def test_a_changed_figure_is_told_once_and_an_edit_of_style_never(desk: Desk) -> None:
    desk.watch()
    desk.web.gives[PRESS] = feed(item(told(15)), made="10:00")
    desk.watch()
    (line,) = desk.lines()
    assert (line["kind"], line["sources"]) == ("figure-changed", ["Press"])
    assert [value["label"] for value in line["values"]] == ["12", "15"]
    desk.web.gives[PRESS] = feed(item(told("fifteen").replace("on Tuesday", "Tuesday")), made="10:05")
    desk.watch()
    desk.watch()
    assert len(desk.lines()) == len(desk.alerts()) == 1
    assert [version.state for version in desk.versions()] == [VersionState.ARTICLE] * 3


def test_two_feeds_that_can_not_both_be_right_are_told_of_and_are_one_story(desk: Desk) -> None:
    desk.configure(FEEDS)
    desk.web.gives[COURIER] = feed(item(told(21), link="https://courier.example/1"))
    status = desk.watch()
    (alert,) = desk.alerts()
    assert (alert.kind, sorted(values(alert)), alert.sources) == (
        AlertKind.CONTRADICTION,
        ["12", "21"],
        ("Courier", "Press"),
    )
    assert (status.stories, status.articles, status.versions) == (1, 2, 2)


def test_one_item_under_a_new_id_at_each_look_is_one_article(desk: Desk) -> None:
    for number in range(4):
        desk.web.gives[PRESS] = feed(item(told(12), guid=f"id-{number}"))
        desk.watch()
    assert (len(desk.versions()), desk.alerts()) == (1, ())
    desk.web.gives[PRESS] = feed(item(told(15), guid="id-4"))
    desk.watch()
    assert [values(alert) for alert in desk.alerts()] == [("12", "15")]


def test_it_asks_again_only_for_what_is_due_and_only_if_it_changed(desk: Desk) -> None:
    with desk.watching() as watcher:
        watcher.once()  # the first look, too
        watcher.once()
    assert [request.etag for request in desk.web.asked] == [""]
    desk.clock.at += 6 * MINUTE
    with desk.watching() as watcher:
        watcher.once()
        assert place(watcher.status()).unchanged == 1
    assert [bool(request.etag) for request in desk.web.asked] == [False, True]


def test_the_pages_behind_a_feed_are_followed(desk: Desk) -> None:
    desk.configure(source("Press", PRESS, follow="true", pages_every='"5m"'))
    desk.web.gives |= {PRESS: feed(item("A teaser.")), LINK: page(told(12), "Adverts of 9:30")}
    desk.watch()
    desk.web.gives[LINK] = page(told(12), "Adverts of 9:40")
    status = desk.watch()
    assert (len(desk.versions()), status.sources[0].pages.followed, desk.alerts()) == (1, 1, ())
    desk.web.gives[LINK] = page(told(15), "Adverts of 9:50")
    desk.watch()
    assert [values(alert) for alert in desk.alerts()] == [("12", "15")]
    assert desk.versions()[-1].address == LINK


def test_adverts_do_not_have_a_page_looked_at_for_ever(desk: Desk) -> None:
    desk.configure(source("Press", PRESS, follow="true", pages_every='"1h"', every='"1d"'))
    desk.web.gives |= {PRESS: feed(item("A teaser.")), LINK: page(told(12))}
    desk.watch()
    followed = []
    for number in range(6):
        desk.clock.at += DAY
        desk.web.gives[LINK] = page(told(12), f"Advert {number}")
        followed.append(desk.watch().sources[0].pages.followed)
    assert (followed[0], followed[-1], len(desk.versions())) == (1, 0, 1)


def test_a_source_that_is_taken_out_and_put_back_goes_on_where_it_was(desk: Desk) -> None:
    followed = source("Press", PRESS, follow="true", pages_every='"5m"')
    desk.configure(followed)
    desk.web.gives |= {PRESS: feed(item("A teaser.")), LINK: page(told(12)), COURIER: feed()}
    desk.watch()
    desk.configure(source("Courier", COURIER))
    status = desk.watch()
    asked = desk.web.times(PRESS)
    assert [each.name for each in status.sources] == ["Courier"]
    desk.watch()
    assert desk.web.times(PRESS) == asked
    desk.configure(followed)
    desk.web.gives[LINK] = page(told(15))
    assert desk.watch().sources[0].pages.followed == 1
    assert [values(alert) for alert in desk.alerts()] == [("12", "15")]


def test_pages_are_followed_as_soon_as_that_is_wanted_and_no_longer(desk: Desk) -> None:
    desk.watch()
    desk.web.gives[LINK] = page(told(12))
    desk.configure(source("Press", PRESS, follow="true", pages_every='"5m"'))
    assert desk.watch().sources[0].pages.followed == 1
    asked = desk.web.times(LINK)
    desk.configure(source("Press", PRESS))
    assert desk.watch().sources[0].pages.followed == 0
    assert (asked > 0, desk.web.times(LINK) - asked, desk.alerts()) == (True, 0, ())


def test_a_source_whose_address_is_another_one_is_asked_there(desk: Desk) -> None:
    moved = "https://press.example/news.xml"
    desk.watch()
    desk.configure(source("Press", moved))
    desk.web.gives[moved] = feed(item(told(15)))
    desk.watch()
    assert desk.web.times(moved) == 2
    assert [values(alert) for alert in desk.alerts()] == [("12", "15")]


def test_a_folder_in_which_files_come_change_and_go(desk: Desk) -> None:
    drop = desk.folder / "drop"
    drop.mkdir()
    desk.configure('[[folders]]\nname = "Drop"\npath = "drop"\nevery = "30s"\n')

    def put(name: str, text: str, age: int) -> None:
        (drop / name).write_text(f"{TITLE}\n\n{text}\n", encoding="utf-8")
        os.utime(drop / name, (START.timestamp() - age,) * 2)

    put("ferry.txt", told(12), 600)
    status = desk.watch(MINUTE)
    assert (place(status).items, status.versions) == (1, 1)
    put("ferry.txt", told(15), 500)
    (drop / "broken.html").write_text("<!doctype html><html><body></body></html>", encoding="utf-8")
    os.utime(drop / "broken.html", (START.timestamp() - 500,) * 2)
    status = desk.watch(MINUTE)
    assert [values(alert) for alert in desk.alerts()] == [("12", "15")]
    assert "no articles (1), such as broken.html" in place(status).why
    (drop / "ferry.txt").unlink()
    (drop / "broken.html").unlink()
    assert place(desk.watch(MINUTE)).why == ""
    assert [version.state for version in desk.versions()][-2:] == [VersionState.GONE] * 2
    shutil.rmtree(drop)
    status = desk.watch(MINUTE)
    assert place(status).condition is Condition.DOWN
    assert "is not there" in place(status).why
    drop.mkdir()
    put("ferry.txt", told(15), 400)
    assert place(desk.watch(10 * MINUTE)).condition is Condition.WELL
    assert len(desk.alerts()) == 1


def test_a_folder_in_which_something_moves_is_looked_at_next(desk: Desk) -> None:
    drop = desk.folder / "drop"
    drop.mkdir()
    desk.configure('[[folders]]\nname = "Drop"\npath = "drop"\nevery = "1d"\n')
    with Watcher(read_watch(desk.path), clock=desk.clock, fetcher=desk.web) as watcher:
        watcher.run(until=START + 2 * MINUTE)
        (drop / "ferry.txt").write_text(f"{TITLE}\n\n{told(12)}\n", encoding="utf-8")
        watcher._hurry()
        watcher.run(until=START + 4 * MINUTE)
        assert watcher.status().versions == 1


def test_a_clock_that_is_set_back_leaves_nothing_waiting(desk: Desk) -> None:
    with desk.watching() as watcher:
        watcher.run(until=START + 10 * MINUTE)
        desk.clock.at -= DAY
        desk.web.gives[PRESS] = feed(item(told(15)))
        watcher.run(until=START - DAY + 20 * MINUTE)
    assert len(desk.lines()) == 1
    desk.clock.at -= 30 * DAY  # while nobody watched
    desk.web.gives[PRESS] = feed(item(told(18)))
    desk.watch(20 * MINUTE)
    assert [line["values"][-1]["label"] for line in desk.lines()] == ["15", "18"]
    seen = [version.seen for version in desk.versions()]
    assert seen == sorted(seen)


def test_a_clock_that_is_set_forward_loses_nothing_and_tells_nothing_twice(desk: Desk) -> None:
    with desk.watching() as watcher:
        watcher.run(until=START + 10 * MINUTE)
        desk.clock.at += 30 * DAY
        watcher.run(until=desk.clock.at + 10 * MINUTE)
        desk.clock.at -= 30 * DAY
        desk.web.gives[PRESS] = feed(item(told(15)))
        watcher.run(until=desk.clock.at + 10 * MINUTE)
    assert [values(alert) for alert in desk.alerts()] == [("12", "15")]
    assert len(desk.lines()) == 1


def test_a_page_whose_clock_ran_ahead_is_followed_on(desk: Desk) -> None:
    desk.configure(source("Press", PRESS, follow="true", pages_every='"5m"'))
    desk.web.gives |= {PRESS: feed(item("A teaser.")), LINK: page(told(12))}
    with desk.watching() as watcher:
        watcher.run(until=START + 10 * MINUTE)
        desk.clock.at += 30 * DAY  # nothing changed for so long: it is looked at no more
        watcher.run(until=desk.clock.at + 10 * MINUTE)
        desk.clock.at -= 30 * DAY
        desk.web.gives |= {PRESS: feed(item("A teaser."), made="now"), LINK: page(told(15))}
        watcher.run(until=desk.clock.at + 20 * MINUTE)
    assert [values(alert) for alert in desk.alerts()] == [("12", "15")]


def test_alerts_that_are_held_are_one_message_and_survive_a_clock_set_back(desk: Desk) -> None:
    desk.configure(source("Press", PRESS), hold='"1h"')
    desk.watch()
    desk.web.gives[PRESS] = feed(item(told(15)))
    desk.watch()
    desk.web.gives[PRESS] = feed(item(told(18)))
    status = desk.watch()
    assert (status.waiting.held, desk.lines()) == (2, [])
    desk.clock.at -= 2 * DAY
    desk.watch(MINUTE)
    assert len({line["telling"] for line in desk.lines()}) == 1
    assert len(desk.lines()) == 2


def test_the_second_watcher_of_a_store_is_told_who_is_first_and_that_one_goes_on(desk: Desk) -> None:
    with desk.watching() as watcher:
        with (
            pytest.raises(StoreBusy, match=rf"watched already: .*process {os.getpid()}, since 20\d\d-"),
            desk.watching(),
        ):
            pytest.fail("two watch")
        watcher.run(until=START + 10 * MINUTE)
        assert place(watcher.status()).condition is Condition.WELL
    with desk.watching():
        """The first has let go."""


def test_what_a_review_decided_on_is_told_again_only_with_other_values(desk: Desk) -> None:
    desk.configure(FEEDS)
    desk.web.gives[COURIER] = feed()
    desk.watch()
    desk.web.gives[COURIER] = feed(item(told(21), link="https://courier.example/1"))
    desk.watch()
    (alert,) = desk.alerts()
    with open_versions(desk.folder / STORE) as versions:
        (snapshot,) = versions.snapshots(alert.story)
        versions.decisions.decide(alert.story, snapshot, Ruling.ACCEPTABLE, who="Ada")
    ledger, herald = "https://ledger.example/feed", "https://herald.example/feed"
    desk.configure(FEEDS + source("Ledger", ledger) + source("Herald", herald))
    desk.web.gives |= {ledger: feed(item(told(21), link="https://ledger.example/1")), herald: feed()}
    desk.watch()
    assert len(desk.alerts()) == 1
    desk.web.gives[herald] = feed(item(told(30), link="https://herald.example/1"))
    desk.watch()
    assert len(desk.alerts()) == 2
    assert set(values(desk.alerts()[-1])) == {"12", "21", "30"}


def test_a_page_by_itself(desk: Desk) -> None:
    desk.configure(source("Ministry", PAGE, "pages"))
    desk.web.gives[PAGE] = page(told(12))
    desk.watch()
    desk.web.gives[PAGE] = page(told(9) + " <p>Correction: An earlier version said that the fire killed 12 people.</p>")
    desk.watch()
    assert [(alert.kind, values(alert)) for alert in desk.alerts()] == [(AlertKind.CORRECTION, ("12", "9"))]


def test_a_story_that_its_source_takes_back_is_told_and_that_our_own_copy_still_has_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.configure(source("Press", PRESS), source("Our Desk", COURIER, own="true"))
    text = told(12)
    for headline in (TITLE, TITLE, f"WITHDRAWN: {TITLE}", f"WITHDRAWN: {TITLE} (advisory)"):
        desk.web.gives[PRESS] = feed(item(text, title=headline))
        desk.web.gives[COURIER] = feed(item(text))
        desk.watch(60 * MINUTE)
    assert [(alert.kind.value, alert.sources) for alert in desk.alerts()] == [
        ("correction", ("Press",)),
        ("own-copy", ("Our Desk", "Press")),
    ]
