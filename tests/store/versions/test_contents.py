"""Bytes are kept until they are let go; versions, and what they were read as, stay."""

import zlib

import pytest

from discrepancy.errors import StoreBroken
from discrepancy.followed import VersionState
from discrepancy.store.versions import Versions
from tests.store.versions.builders import found, keep, later, number_of, worked

LONG = "They saved twelve people from the ferry. " * 40


def test_old_bytes_are_let_go_and_the_rest_stays(versions: Versions) -> None:
    for n, text in enumerate((LONG, f"{LONG}b", "new")):
        worked(versions, found(text), n * 10)
    versions.finish(2, state=VersionState.ARTICLE, document=versions.document(1))
    freed = versions.let_go(later(20))
    assert 0 < freed < 2 * len(LONG)
    assert [versions.raw(n) for n in (1, 2, 3)] == [None, None, ("a.html", b"new")]
    assert versions.document(1) is not None
    assert versions.version(1).digest
    assert versions.let_go(later(20)) == 0
    assert keep(versions, found("new")).number is None


def test_bytes_that_are_still_used_or_not_yet_read_stay(versions: Versions) -> None:
    worked(versions, found("used again", "guid:1"))
    keep(versions, found("not read", "guid:2"), 1)
    assert versions.let_go(later(30)) > 0
    assert versions.raw(1) is None
    assert versions.raw(2) == ("a.html", b"not read")


def test_bytes_are_as_old_as_when_they_were_last_seen_as_a_version(versions: Versions) -> None:
    for n, text in enumerate(("a", "b", "a")):
        worked(versions, found(text), n * 10)
    versions.let_go(later(15))
    assert [versions.raw(n) for n in (1, 2, 3)] == [("a.html", b"a"), None, ("a.html", b"a")]


def test_bytes_that_were_let_go_and_come_again_are_kept_again(versions: Versions) -> None:
    for n, text in enumerate(("a", "b")):
        worked(versions, found(text), n)
    versions.let_go(later(60))
    again = number_of(keep(versions, found("a"), 90))
    assert versions.raw(again) == versions.raw(1) == ("a.html", b"a")


def test_bytes_that_were_changed_are_told(versions: Versions) -> None:
    worked(versions, found("a"))
    for data in (b"x", zlib.compress(b"b")):
        with versions._session.writing() as connection:
            connection.execute("UPDATE watched_contents SET data = ?", [data])
        with pytest.raises(StoreBroken, match="bytes of version 1 are not those"):
            versions.raw(1)


@pytest.mark.parametrize("data", [b"x", zlib.compress(b"x"), b""])
def test_a_document_that_can_not_be_unpacked_is_none(versions: Versions, data: bytes) -> None:
    worked(versions, found("a"))
    with versions._session.writing() as connection:
        connection.execute("UPDATE watched_documents SET data = ?", [data])
    assert versions.document(1) is None
