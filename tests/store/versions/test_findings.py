"""Changes and findings come back as they were put."""

from dataclasses import replace

import pytest

from discrepancy.documents import Span
from discrepancy.errors import StoreBroken
from discrepancy.followed import Change, ChangeKind
from discrepancy.model import FactKind
from discrepancy.store.versions import Versions
from tests.store.builders import snapshot
from tests.store.versions.builders import OTHER, STORY, found, worked

CORRECTED = Change(
    kind=ChangeKind.CHANGED,
    fact=FactKind.QUANTITY,
    subject="people rescued",
    before="12",
    after="“14”",
    before_at=Span(5, 7),
    after_at=Span(9, 13),
    before_sentence="They saved 12.",
    after_sentence="They saved “14”.",
    label="an earlier version said 12",
    corrected=True,
    grown=True,
)
ADDED = Change(kind=ChangeKind.ADDED, fact=FactKind.PERSON, subject="", after="Ada Quill")


def test_changes_come_back_as_they_were_put(versions: Versions) -> None:
    for n, key in enumerate(("guid:1", "guid:2", "guid:1")):
        worked(versions, found(str(n), key), n)
    worked(versions, found("x", "guid:3"), story=OTHER)
    assert versions.changes_of(STORY) == {}
    versions.put_changes(3, (ADDED,))
    versions.put_changes(3, (CORRECTED, ADDED))
    versions.put_changes(1, ())
    versions.put_changes(4, (ADDED,))
    assert versions.changes(3) == (CORRECTED, ADDED)
    assert versions.changes(1) == ()
    assert versions.changes_of(STORY) == {3: (CORRECTED, ADDED)}
    versions.put_changes(3, ())
    assert versions.changes_of(STORY) == {}


def test_a_change_that_an_earlier_program_kept_is_read(versions: Versions) -> None:
    """A field that is added later is what it is by default."""
    worked(versions, found("a"))
    versions.put_changes(1, (ADDED,))
    with versions._session.writing() as connection:
        connection.execute("UPDATE watched_changes SET body = json_remove(body, '$[0].grown', '$[0].before')")
    assert versions.changes(1) == (ADDED,)


def test_findings_come_back_with_the_keys_of_their_values(versions: Versions) -> None:
    worked(versions, found("a"))
    plain = snapshot("NUM001-a")
    keyed = replace(plain, values=tuple(replace(value, key=f"= {value.label}") for value in plain.values))
    versions.put_snapshots(STORY, [keyed, snapshot("NUM001-b")])
    assert versions.snapshots(STORY) == (keyed, snapshot("NUM001-b"))
    versions.put_snapshots(STORY, [])
    assert versions.snapshots(STORY) == ()


def test_what_was_tampered_with_is_told(versions: Versions) -> None:
    worked(versions, found("a"))
    versions.put_changes(1, (ADDED,))
    versions.put_snapshots(STORY, [snapshot()])
    with versions._session.writing() as connection:
        connection.execute("UPDATE watched_changes SET body = '[{}]'")
        connection.execute("UPDATE watched_snapshots SET body = '[{}]'")
    for ask in (lambda: versions.changes(1), lambda: versions.snapshots(STORY)):
        with pytest.raises(StoreBroken, match="can not be read"):
            ask()
