"""Stories gather articles, keep their former names when two are one, and hand out the sketches of what they have."""

import datetime as dt

import pytest

from discrepancy.errors import Unknown
from discrepancy.followed import Found, VersionState
from discrepancy.store.versions import StoryRow, Versions, sketches
from tests.store.builders import snapshot
from tests.store.versions.builders import OTHER, START, STORY, alert, found, keep, later, number_of, sketch, worked

THIRD = "5a1ebbbb"


def test_a_story_is_made_by_its_first_article(versions: Versions) -> None:
    first = worked(versions, found("a", "guid:1", title="Ferry aground"))
    worked(versions, found("b", "guid:2", title="Crew saved"), 5)
    worked(versions, found("c", "guid:2", title="Crew all saved"), 9)
    row = StoryRow(id=STORY, title="Ferry aground", first=START, last=later(9), articles=2, versions=3)
    assert versions.stories() == (row,)
    assert versions.titles([STORY, STORY, "none"]) == {STORY: "Ferry aground"}
    assert versions.articles_of(STORY) == (first.article, versions.version(2).article)
    assert [each.number for each in versions.versions_of(STORY)] == [1, 2, 3]
    assert [each.number for each in versions.standing(STORY)] == [1, 3]
    assert [each.number for each in versions.versions_of_article(versions.version(2).article)] == [2, 3]


def test_two_that_are_one_go_on_under_one_name(versions: Versions) -> None:
    worked(versions, found("a", "guid:1", title="The first"), story=OTHER)
    worked(versions, found("b", "guid:2"), 5, story=STORY)
    worked(versions, found("c", "guid:3"), 9, story=THIRD)
    versions.add_alert(alert(1, story=OTHER), due=START)
    versions.put_snapshots(OTHER, [snapshot("NUM001-a"), snapshot("NUM001-b")])
    versions.put_snapshots(STORY, [snapshot("NUM001-b"), snapshot("NUM001-c")])
    versions.merge(STORY, OTHER)
    [row, third] = versions.stories()
    assert (row.id, row.title, row.first, row.articles, row.formerly) == (STORY, "The first", START, 2, (OTHER,))
    assert third.id == THIRD
    assert [each.story for each in versions.alerts(STORY)] == [STORY]
    assert [each.finding for each in versions.snapshots(STORY)] == ["NUM001-b", "NUM001-c", "NUM001-a"]
    assert versions.version(1).story == STORY
    versions.merge(THIRD, OTHER)
    assert [(each.id, each.formerly) for each in versions.stories()] == [(THIRD, (OTHER, STORY))]
    assert {versions.story_of(each) for each in (OTHER, STORY, THIRD)} == {THIRD}
    versions.merge(STORY, OTHER)
    assert len(versions.versions_of(THIRD)) == 3
    assert versions.decisions.health().integrity == ""


def test_what_comes_under_a_former_name_is_of_the_story(versions: Versions) -> None:
    worked(versions, found("a", "guid:1"), story=OTHER)
    worked(versions, found("b", "guid:2"), story=STORY)
    versions.merge(STORY, OTHER)
    late = worked(versions, found("c", "guid:3"), story=OTHER)
    versions.add_alert(alert(story=OTHER), due=START)
    versions.put_snapshots(OTHER, [snapshot()])
    assert late.story == STORY
    assert [each.story for each in versions.alerts()] == [STORY]
    assert versions.snapshots(STORY) == (snapshot(),)


@pytest.mark.parametrize(
    ("name", "story"),
    [(STORY, STORY), ("5a1e5", STORY), ("0the", STORY), ("5a1e", None), ("0th", None), ("", None), ("5a1e5a1e5", None)],
)
def test_a_story_is_found_by_how_its_names_begin(versions: Versions, name: str, story: str | None) -> None:
    for n, each in enumerate((OTHER, STORY, THIRD)):
        worked(versions, found("a", f"guid:{n}"), story=each)
    versions.merge(STORY, OTHER)
    assert versions.story_of(name) == story


def test_a_beginning_of_two_names_of_one_story_is_enough(versions: Versions) -> None:
    for n, each in enumerate((STORY, THIRD)):
        worked(versions, found("a", f"guid:{n}"), story=each)
    versions.merge(STORY, THIRD)
    assert versions.story_of("5a1e") == STORY


def test_stories_and_articles_that_are_not_there(versions: Versions) -> None:
    article = keep(versions, Found(source="Quay Post", keys=("guid:9",), follow=True)).article
    for ask, told in (
        (lambda: versions.place(article, STORY, None), f"no article '{article}' with a version"),
        (lambda: versions.merge(STORY, OTHER), f"no story '{STORY}'"),
        (lambda: versions.put_snapshots(STORY, []), f"no story '{STORY}'"),
    ):
        with pytest.raises(Unknown, match=told):
            ask()
    worked(versions, found("a"))
    with pytest.raises(Unknown, match="no article 'nobody'"):
        versions.place("nobody", STORY, None)
    assert (versions.standing(OTHER), versions.versions_of(OTHER), versions.articles_of(OTHER)) == ((), (), ())


def test_the_sketch_of_the_latest_version_of_each_article(versions: Versions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sketches, "PAGE", 2)
    days = (START.date(), None, START.date() - dt.timedelta(days=9), START.date() + dt.timedelta(days=1), None)
    for n, day in enumerate(days, start=1):
        number = number_of(keep(versions, found(f"{n}", f"guid:{n}")))
        versions.finish(number, state=VersionState.ARTICLE, sketch=sketch(f"v{n}", day), story=STORY)
    number = number_of(keep(versions, found("again", "guid:1")))
    versions.finish(number, state=VersionState.ARTICLE, sketch=sketch("v6", START.date()))
    told = list(versions.sketches(START.date()))
    assert [(each.id, story) for _, each, story in told] == [(f"v{n}", STORY) for n in (6, 2, 4, 5)]
    assert told[0] == (versions.version(1).article, sketch("v6", START.date()), STORY)
    assert len(list(versions.sketches(START.date() - dt.timedelta(days=30)))) == 5


def test_the_day_on_which_an_article_was_placed_stands_in_for_its_own(versions: Versions) -> None:
    number = number_of(keep(versions, found("a")))
    versions.finish(number, state=VersionState.ARTICLE, sketch=sketch("v1", None))
    assert list(versions.sketches(START.date())) == [], "it is of no story yet"
    versions.place(versions.version(number).article, STORY, START.date())
    assert [each for _, each, _ in versions.sketches(START.date())] == [sketch("v1", None)]
    assert list(versions.sketches(START.date() + dt.timedelta(days=1))) == []
