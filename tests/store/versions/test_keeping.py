"""Each version of an article is kept once, under the article that any of its keys was met under."""

import pytest

from discrepancy.errors import StoreBroken, Unknown
from discrepancy.followed import Found, VersionState
from discrepancy.store.versions import Kept, Versions
from tests.store.versions.builders import (
    START,
    STORY,
    doc,
    found,
    gone,
    keep,
    later,
    number_of,
    numbers,
    sketch,
    worked,
)

ADDRESS = "address:https://quay.example/1"


def test_the_same_bytes_are_kept_once(versions: Versions) -> None:
    first = keep(versions, found("12 saved"))
    assert (first.number, first.new) == (1, True)
    assert keep(versions, found("12 saved"), 5) == Kept(number=None, article=first.article, new=False)
    assert keep(versions, found("13 saved"), 9).number == 2
    assert versions.raw(1) == ("a.html", b"12 saved")
    assert versions.version(2).seen == later(9)


def test_back_and_forth_is_three_versions_of_two_contents(versions: Versions) -> None:
    made = [number_of(keep(versions, found(each), n)) for n, each in enumerate(("a", "b", "a"))]
    assert made == [1, 2, 3]
    assert [versions.raw(n) for n in made] == [("a.html", each) for each in (b"a", b"b", b"a")]
    with versions._session.reading() as connection:
        assert connection.execute("SELECT count(*) FROM watched_contents").fetchone() == (2,)


@pytest.mark.parametrize(
    ("again", "same"),
    [
        (found("b", "guid:1"), True),
        (found("b", "guid:new", ADDRESS), True),
        (found("b", "guid:new", "title:ferry runs aground today|2031-03-01"), True),
        (found("b", "guid:new", "address:https://quay.example/2"), False),
        (found("b", "guid:1", ADDRESS, source="Harbour Wire"), False),
        (found("b", "guid:2", "guid:1"), False),
    ],
    ids=["its id", "its address under a new id", "its title", "another address", "another source", "the surest first"],
)
def test_an_article_is_known_by_any_of_its_keys_the_surest_first(versions: Versions, again: Found, same: bool) -> None:
    first = keep(versions, found("a", "guid:1", ADDRESS, "title:ferry runs aground today|2031-03-01"))
    keep(versions, found("x", "guid:2"))
    kept = keep(versions, again)
    assert (kept.article == first.article) is same


def test_keys_that_came_later_are_remembered_and_none_is_taken_away(versions: Versions) -> None:
    first = keep(versions, found("a", "guid:1"))
    other = keep(versions, found("b", "guid:2", ADDRESS))
    keep(versions, found("c", "guid:1", ADDRESS, "path:x"))
    assert keep(versions, found("d", "path:x")).article == first.article
    assert keep(versions, found("e", ADDRESS)).article == other.article
    assert versions.keys_of(first.article) == ("guid:1", "path:x")
    assert versions.keys_of(other.article) == ("guid:2", ADDRESS)
    assert versions.keys_of("nobody") == ()


def test_ids_of_articles_are_the_same_in_every_store(versions: Versions) -> None:
    kept = keep(versions, found("a", "guid:1", ADDRESS))
    assert kept.article == "5d7445036b25bbe7"


def test_a_pointer_makes_an_article_without_a_version(versions: Versions) -> None:
    pointer = Found(source="Quay Post", keys=("guid:1", ADDRESS), follow=True)
    first = keep(versions, pointer)
    assert (first.number, first.new) == (None, True)
    assert keep(versions, pointer) == Kept(number=None, article=first.article, new=False)
    assert keep(versions, gone()).number is None
    assert keep(versions, found("the page", ADDRESS)) == Kept(number=1, article=first.article, new=False)


def test_an_empty_file_is_a_version(versions: Versions) -> None:
    assert versions.raw(number_of(keep(versions, found(b"")))) == ("a.html", b"")


def test_the_files_of_a_source_that_are_there(versions: Versions) -> None:
    for n in (1, 2, 3):
        keep(versions, found(f"{n}", f"path:{n}.txt", "title:a ferry is aground|2031-03-01" if n == 1 else "path:x"))
    keep(versions, found("b", "guid:1"))
    keep(versions, found("b", "path:4.txt", source="Harbour Wire"))
    assert sorted(versions.files_of("Quay Post")) == ["path:1.txt", "path:2.txt", "path:3.txt", "path:x"]
    keep(versions, gone("path:1.txt"))
    files = versions.files_of("Quay Post")
    assert sorted(files) == ["path:2.txt", "path:3.txt", "path:x"]
    assert files["path:3.txt"] == versions.version(3).digest
    keep(versions, found("1", "path:1.txt"))
    assert "path:1.txt" in versions.files_of("Quay Post")
    assert versions.files_of("nowhere") == {}


def test_what_has_no_key_is_refused(versions: Versions) -> None:
    with pytest.raises(ValueError, match=r"'https://a\.example' has no key"):
        keep(versions, Found(source="Quay Post", keys=(), address="https://a.example", data=b"a"))


def test_gone_is_a_version_once_and_coming_back_is_one(versions: Versions) -> None:
    assert keep(versions, gone()) == Kept(number=None, article="", new=False)
    first = worked(versions, found("a"))
    assert worked(versions, gone(), state=VersionState.GONE).state is VersionState.GONE
    assert keep(versions, gone()).number is None
    assert versions.standing(STORY) == ()
    back = worked(versions, found("a"))
    assert numbers(versions.standing(STORY)) == [back.number] == [3]
    assert versions.before(back.number) == versions.version(first.number)
    assert versions.raw(2) is None
    assert versions.version(2).digest == ""


def test_the_words_that_come_back_behind_a_stub_are_a_version(versions: Versions) -> None:
    first = worked(versions, found("a"))
    assert worked(versions, found("Subscribe!"), state=VersionState.STUB).state is VersionState.STUB
    assert numbers(versions.standing(STORY)) == [first.number]
    back = keep(versions, found("a"))
    assert back.number == 3
    assert versions.before(3) == versions.version(first.number)


def test_an_edit_of_furniture_leaves_no_version_and_is_not_read_again(versions: Versions) -> None:
    first = worked(versions, found("a"))
    kept = keep(versions, found("a, and an advert"))
    assert versions.unchanged(number_of(kept))
    assert versions.unworked() is None
    assert keep(versions, found("a, and an advert")).number is None
    assert versions.versions_of(STORY) == versions.standing(STORY) == (versions.version(first.number),)
    with pytest.raises(Unknown):
        versions.version(number_of(kept))
    with versions._session.reading() as connection:
        assert connection.execute("SELECT count(*) FROM watched_contents").fetchone() == (1,)
    assert keep(versions, found("b")).number == 3, "a number is given once"


def test_bytes_that_another_article_has_stay(versions: Versions) -> None:
    worked(versions, found("a", "guid:1"))
    worked(versions, found("both", "guid:2"))
    assert versions.unchanged(number_of(keep(versions, found("both", "guid:1"))))
    assert versions.raw(2) == ("a.html", b"both")


@pytest.mark.parametrize(
    ("between", "state"),
    [(gone(), VersionState.GONE), (found("x"), VersionState.STUB), (found("x"), VersionState.UNREADABLE)],
    ids=["gone", "a stub", "unreadable"],
)
def test_what_is_back_is_a_version_though_its_words_are_the_same(
    versions: Versions, between: Found, state: VersionState
) -> None:
    worked(versions, found("a"))
    worked(versions, between, state=state)
    back = number_of(keep(versions, found("a, and an advert")))
    assert not versions.unchanged(back)
    assert versions.unworked() == versions.version(back)


def test_what_is_worked_off_is_not_taken_for_unchanged(versions: Versions) -> None:
    with pytest.raises(ValueError, match="version 1 is worked off"):
        versions.unchanged(worked(versions, found("a")).number)


def test_versions_are_worked_off_in_their_order(versions: Versions) -> None:
    assert versions.unworked() is None
    for n, data in enumerate("ab"):
        keep(versions, found(data), n)
    first = versions.unworked()
    assert first is not None
    assert (first.number, first.story, first.source, first.title) == (1, "", "Quay Post", "Ferry aground")
    assert versions.before(2) is None, "what is not worked off is not known for an article"
    document = doc("12 saved", "v1", "Ferry refloated")
    versions.finish(1, state=VersionState.ARTICLE, document=document, sketch=sketch("v1"), story=STORY)
    assert versions.document(1) == document
    done = versions.version(1)
    assert (done.title, done.published, done.story) == ("Ferry refloated", document.published, STORY)
    assert versions.standing(STORY) == (done,), "what is not worked off does not stand yet"
    assert versions.unworked() == versions.version(2)
    assert versions.unworked_count() == 1
    versions.finish(2, state=VersionState.UNREADABLE, why="a picture")
    assert versions.unworked() is None
    assert (versions.version(2).state, versions.version(2).why) == (VersionState.UNREADABLE, "a picture")
    assert versions.document(2) is None


def test_a_superseded_article_stands_no_more_until_it_has_another_version(versions: Versions) -> None:
    old, new = worked(versions, found("a", "guid:1")), worked(versions, found("b", "guid:2"))
    versions.supersede(old.article, new.article)
    assert numbers(versions.standing(STORY)) == [new.number]
    assert versions.unchanged(number_of(keep(versions, found("a, and an advert", "guid:1"))))
    assert numbers(versions.standing(STORY)) == [new.number]
    again = worked(versions, found("c", "guid:1"))
    assert numbers(versions.standing(STORY)) == [new.number, again.number]
    with pytest.raises(Unknown, match="no article 'nobody'"):
        versions.supersede("nobody", new.article)


def test_a_clock_that_is_set_back_does_not_disorder_versions(versions: Versions) -> None:
    assert versions.last_seen() is None
    for n, minutes in enumerate((10, 3, 12)):
        keep(versions, found(str(n)), minutes)
    assert [versions.version(n).seen for n in (1, 2, 3)] == [later(10), later(10), later(12)]
    assert versions.last_seen() == later(12)


def test_whose_copy_it_is_and_times_with_their_zone_are_kept(versions: Versions) -> None:
    number = number_of(versions.keep(found("a"), START.astimezone(), own=True))
    versions.finish(number, state=VersionState.ARTICLE, document=doc("a", "v1", "", published=START))
    kept = versions.version(number)
    assert (kept.own, kept.seen, kept.published) == (True, START, START)


def test_a_day_that_was_tampered_with_is_told(versions: Versions) -> None:
    worked(versions, found("a"))
    with versions._session.writing() as connection:
        connection.execute("UPDATE watched_versions SET published = 'soon'")
    with pytest.raises(StoreBroken, match="'soon' in the place of a day"):
        versions.version(1)


def test_names_that_are_no_unicode_are_kept_readable(versions: Versions) -> None:
    kept = keep(versions, found("a", "path:caf\udce9", name="caf\udce9.txt", address="caf\udce9.txt"))
    assert versions.raw(number_of(kept)) == ("caf\\udce9.txt", b"a")
    assert keep(versions, found("a", "path:caf\udce9")).number is None


def test_numbers_that_are_not_there(versions: Versions) -> None:
    for ask in (
        lambda: versions.version(7),
        lambda: versions.finish(7, state=VersionState.STUB),
        lambda: versions.unchanged(7),
        lambda: versions.put_changes(7, ()),
    ):
        with pytest.raises(Unknown, match="no version 7"):
            ask()
    assert (versions.raw(7), versions.document(7), versions.before(7), versions.changes(7)) == (None, None, None, ())
