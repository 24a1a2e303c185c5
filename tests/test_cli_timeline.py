"""``discrepancy timeline``: the list, one story, a page, what differs, and files that a desk decides on."""

from __future__ import annotations

from pathlib import Path

import pytest

import discrepancy
from discrepancy.decided import Ruling
from discrepancy.settings import Settings
from discrepancy.store import open_store
from discrepancy.tracking import snapshots
from tests.samples import run
from tests.watch.watching import COURIER, PRESS, START, STORE, Desk, feed, item, source, told

LEDGER = "https://ledger.example/feed"
FEEDS = source("Press", PRESS) + source("Courier", COURIER) + source("Ledger", LEDGER)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A story of two articles that can not both be right, one of which changed; and one that was seen once."""
    made = Desk(tmp_path_factory.mktemp("desk"))
    made.configure(FEEDS)
    lone = item("A bus stopped in Ansel on Monday. Nobody was hurt.", guid="bus", title="Bus stops in Ansel")
    made.web.gives |= {PRESS: feed(item(told(12)), lone), LEDGER: feed()}
    made.web.gives[COURIER] = feed(item(told(21), link="https://courier.example/1"))
    made.watch()
    made.web.gives[COURIER] = feed(item(told(24), link="https://courier.example/1"))
    made.watch()
    return made


@pytest.fixture(scope="module")
def store(desk: Desk) -> Path:
    """What the watcher keeps."""
    return desk.folder / STORE


@pytest.fixture(scope="module")
def story(store: Path) -> str:
    """The id of the story of the ferry, as the list gives it."""
    return run("timeline", "--store", store).out.split()[0]


def test_the_list_has_what_moved_and_counts_the_rest(store: Path, story: str) -> None:
    ran = run("timeline", "--store", store)
    first, last = ran.out.splitlines()
    assert ran.code == 0
    assert first.startswith(f"{story}  {START:%Y-%m-%d} 09:40  Fire on the ferry")
    assert first.endswith("(2 articles, 3 versions)")
    assert last == "1 story told by several or changed; 1 story seen once."


def test_a_long_list_is_cut_unless_all_is_asked_for(store: Path, story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.cli.timeline.MOST", 0)
    assert "the 0 that moved last are listed, --all lists them all" in run("timeline", "--store", store).out
    assert story in run("timeline", "--store", store, "--all").out


def test_a_story_is_shown_by_its_id_or_how_that_begins(store: Path, story: str) -> None:
    ran = run("timeline", story[:10], "--store", store)
    assert (ran.code, ran.err) == (0, "")
    for shown in ("3 versions of 2 articles", "Press", "Courier", "21", "24", "changed"):
        assert shown in ran.out


def test_a_page_is_written(store: Path, story: str, tmp_path: Path) -> None:
    ran = run("timeline", story, "--store", store, "-o", tmp_path / "ferry.html", "--language", "es")
    assert (ran.code, ran.out) == (0, f"Timeline: {tmp_path / 'ferry.html'}\n")
    drawn = (tmp_path / "ferry.html").read_text(encoding="utf-8")
    assert drawn.startswith("<!doctype html>")
    assert 'lang="es"' in drawn
    assert "Courier" in drawn


def test_the_words_that_differ_between_two_versions(store: Path, story: str) -> None:
    ran = run("timeline", story, "--store", store, "--between", "1", "4")
    assert ran.code == 0
    assert "[-12-] {+24+}" in ran.out


def test_the_store_of_the_house_is_used(store: Path, story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(store.parent)
    assert "Name the watcher's with --store" in run("timeline").err
    rules = store.parent / "discrepancy.toml"
    rules.write_text(f'store = "{STORE}"\n', encoding="utf-8")
    assert story in run("timeline").out
    rules.unlink()


WRONG = {
    "no store": (["--store", "none.sqlite"], "There is no store of decisions here."),
    "no such story": (["story-none"], "There is no story 'story-none', or several begin so."),
    "several such": (["stor"], "There is no story 'stor', or several begin so."),
    "too short": (["st"], "There is no story 'st'"),
    "no such version": (["STORY", "--between", "1", "99"], "Version 99 is none of this story."),
    "of another story": (["STORY", "--between", "1", "2"], "Version 2 is none of this story."),
    "no page": (["STORY", "-o", "x.pdf"], "A timeline is written as a page, and x.pdf is none. Name an .html file."),
    "no place": (["STORY", "-o", "watch.toml/x.html"], "can not be written"),
    "a difference as a page": (["STORY", "--between", "1", "4", "-o", "x.html"], "shown in the terminal only"),
    "a page of nothing": (["-o", "x.html"], "--output is of one story, and none is named."),
    "a difference of nothing": (["--between", "1", "4"], "--between is of one story, and none is named."),
    "files of nothing": (["--export", "x"], "--export is of one story, and none is named."),
    "all of one": (["STORY", "--all"], "--all is for the list of stories."),
    "a file for a folder": (["STORY", "--export", "watch.toml"], "It can not be written (File exists)."),
    "no language": (["STORY", "-o", "x.html", "--language", "tlh"], "tlh"),
}


@pytest.mark.parametrize(("arguments", "says"), WRONG.values(), ids=WRONG)
def test_what_can_not_be_is_one_line_and_2(
    arguments: list[str], says: str, store: Path, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(store.parent)
    given = [story if each == "STORY" else each for each in arguments]
    ran = run("timeline", *(given if "--store" in given else [*given, "--store", store]))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith("discrepancy: ")
    assert says in ran.err


@pytest.mark.parametrize("wrong", [["--between", "a", "2"], ["--between", "1"], ["--wrong"]], ids=" ".join)
def test_options_that_are_none_exit_with_2(wrong: list[str], store: Path, story: str) -> None:
    ran = run("timeline", story, "--store", store, *wrong)
    assert (ran.code, "Traceback" in ran.err) == (2, False)


def test_what_is_decided_on_exported_files_alerts_no_more(tmp_path: Path) -> None:
    desk, out = Desk(tmp_path), tmp_path / "out"
    desk.configure(FEEDS)
    desk.web.gives |= {PRESS: feed(item(told(12))), COURIER: feed(item(told(21), link="https://courier.example/1"))}
    desk.web.gives[LEDGER] = feed()
    desk.watch()
    (alert,) = desk.alerts()
    ran = run("timeline", alert.story, "--store", tmp_path / STORE, "--export", out)
    assert ran.out == f"2 versions written to {out}, with a story.toml that names store and story.\n"
    assert len(list(out.glob("*-?.xml"))) == 2
    assert f"(story “{alert.story}”): 1 new" in run("check", out).out
    _decide_on_what_is_found(out, alert.story, tmp_path / STORE)
    assert "1 decided" in run("check", out).out
    desk.web.gives[LEDGER] = feed(item(told(21), link="https://ledger.example/1"))
    desk.watch()
    assert len(desk.alerts()) == 1
    desk.web.gives[LEDGER] = feed(item(told(30), link="https://ledger.example/1"))
    desk.watch()
    assert len(desk.alerts()) > 1


def _decide_on_what_is_found(folder: Path, story: str, store: Path) -> None:
    """As the desk does, which sees the files and not the watcher's own findings."""
    report = discrepancy.check(folder, settings=Settings(base=folder))
    (snapshot,) = snapshots(report.data)
    with open_store(store) as decided:
        decided.decide(story, snapshot, Ruling.ACCEPTABLE, who="Ada")


def test_files_of_an_earlier_export_go_and_those_of_others_are_left_alone(
    store: Path, story: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    for _ in range(2):
        assert run("timeline", story, "--store", store, "--export", out).code == 0
    before = sorted(out.iterdir())
    (out / "old-99.xml").write_text("of an earlier export")
    notes = out / "story.toml"
    notes.write_text(f'{notes.read_text()}[files."old-99.xml"]  # version 99, seen 2024-03-05 09:00 UTC\n')
    assert run("timeline", story, "--store", store, "--export", out).code == 0
    assert sorted(out.iterdir()) == before
    notes.unlink()
    ran = run("timeline", story, "--store", store, "--export", out)
    assert (ran.code, "There is something else in it already" in ran.err) == (2, True)
