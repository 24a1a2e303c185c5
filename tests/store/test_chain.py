"""Whoever changes, deletes or puts in a row is found out, and a third party needs nothing of ours to see it."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from discrepancy.decided import Ruling
from discrepancy.errors import StoreBroken
from discrepancy.store import Store, exchange_by_name, open_store
from discrepancy.store.canonical import NOTHING
from tests.store.builders import STORY, decide, reopened, snapshot


@pytest.fixture
def kept(path: Path) -> Path:
    """The file of a store with seven events of three matters."""
    with open_store(path) as store:
        first = decide(store, ruling=Ruling.DISMISSED, note="Later “count”, é \ud83d.")
        reopened(store, first, snapshot("NUM001-b2", ("12", "15")))
        decide(store, snapshot("NUM001-2"))
        decide(store, snapshot("NUM001-2"), Ruling.ACCEPTABLE)
        store.withdraw(STORY, snapshot("NUM001-2"), who="Bo", seen=store.matters(STORY)[1].last)
        store.assign(STORY, snapshot("NUM001-3"), who="Bo", assignee="Cy")
        store.comment(STORY, snapshot("NUM001-3"), who="Cy", note="hm")
    return path


def tampered(path: Path, *statements: str) -> None:
    """The store after someone with a database tool was at it, who takes care to put the triggers back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)


TAMPERED = {
    "who": ("UPDATE events SET who = 'Bo' WHERE seq = 3", "row 3 .* its own hash"),
    "when": ("UPDATE events SET at = '2024-03-14T09:00:00.000Z' WHERE seq = 3", "row 3 .* its own hash"),
    "what": ("UPDATE events SET ruling = 'acceptable' WHERE seq = 3", "row 3 .* its own hash"),
    "why": ("UPDATE events SET note = note || '!' WHERE seq = 1", "row 1 .* its own hash"),
    "the story": ("UPDATE events SET story = 'other' WHERE seq = 3", "row 3 .* its own hash"),
    "to whom": ("UPDATE events SET assignee = 'Ada' WHERE seq = 6", "row 6 .* its own hash"),
    "what was undone": (
        "UPDATE events SET undoes = (SELECT id FROM events WHERE seq = 3) WHERE seq = 5", "row 5 .* its own hash"
    ),
    "what changed": ("UPDATE events SET changed = NULL WHERE seq = 2", "row 2 .* its own hash"),
    "the matter": (
        "UPDATE events SET matter = (SELECT id FROM events WHERE seq = 1) WHERE seq = 3", "row 3 .* its own hash"
    ),
    "the snapshot": ("UPDATE events SET snapshot = (SELECT max(hash) FROM snapshots)", "row . .* its own hash"),
    "a snapshot's words": ("UPDATE snapshots SET body = replace(body, '14', '13')", "finding kept under .* changed"),
    "a snapshot's finding": ("UPDATE snapshots SET finding = 'NUM001-9'", "finding kept under .* changed"),
    "the last hash": ("UPDATE events SET hash = previous WHERE seq = 7", "row 7 .* its own hash"),
    "a row out": ("DELETE FROM events WHERE seq = 4", "row 5 .* does not follow on row 3|points to a row"),
    "the first out": ("DELETE FROM events WHERE seq = 1", "row 2 .* does not follow on row 0"),
    "rows closed up": (
        "DELETE FROM events WHERE seq = 2; UPDATE events SET seq = seq - 1 WHERE seq > 2",
        "row 2 .* does not carry the hash of the row before",
    ),
    "no JSON": ("UPDATE snapshots SET body = 'x'", "does not verify"),
    "no time": ("UPDATE events SET at = '2024-03-14 09:00:00.000Z' WHERE seq = 3", "Row 3 .* can not be read"),
    "bytes": ("UPDATE events SET note = x'ff00' WHERE seq = 3", "Row 3 .* can not be read"),
    "points nowhere": ("UPDATE events SET snapshot = printf('%064d', 0) WHERE seq = 7", "points to a row of snapshots"),
}  # fmt: skip


@pytest.mark.parametrize(("statements", "told"), TAMPERED.values(), ids=TAMPERED)
def test_what_was_changed_is_named(kept: Path, statements: str, told: str) -> None:
    with open_store(kept, read_only=True) as store:
        assert store.verify().events == 7
    tampered(kept, *statements.split(";"))
    with open_store(kept, read_only=True) as store, pytest.raises(StoreBroken, match=told) as raised:
        store.verify()
    assert raised.value.where == str(kept)
    with open_store(kept, read_only=True) as store:
        assert store.health().integrity == raised.value.what


def test_the_end_cut_off_shows_by_the_hash_that_was_noted(kept: Path) -> None:
    with open_store(kept, read_only=True) as store:
        noted = store.verify().head
    tampered(kept, "DELETE FROM events WHERE seq = 7")
    with open_store(kept, read_only=True) as store:
        assert store.verify().head != noted
        assert noted not in {each.hash for each in store.events()}


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER events_are_not_changed",
        "DROP VIEW standing",
        "CREATE TABLE more (a)",
        "DROP INDEX events_that_undo",
    ],
)
def test_tables_that_were_changed_are_told(kept: Path, statement: str) -> None:
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute(statement)
    with open_store(kept) as store, pytest.raises(StoreBroken, match="tables, triggers or views were changed"):
        store.verify()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE events SET note = 'x'", "never changed"),
        ("DELETE FROM events", "never deleted"),
        ("UPDATE snapshots SET finding = 'x'", "never changed"),
        ("DELETE FROM snapshots", "never deleted"),
        ("INSERT OR REPLACE INTO events SELECT * FROM events WHERE seq = 1", "behind the last"),
        ("INSERT OR REPLACE INTO snapshots SELECT * FROM snapshots", "never deleted"),
    ],
)
def test_the_file_itself_refuses_a_change(kept: Path, statement: str, told: str) -> None:
    with open_store(kept) as store, store._session.reading() as connection:
        with pytest.raises(sqlite3.IntegrityError, match=told):
            connection.execute(statement)
        assert store.verify().events == 7


def test_bytes_that_were_changed_on_the_disk_are_told(kept: Path) -> None:
    data = bytearray(kept.read_bytes())
    for at in range(4096 * 3, len(data), 4096):  # the heads of all pages but the first few
        data[at] = 0xFF
    kept.write_bytes(data)
    with pytest.raises(StoreBroken, match="damaged"), open_store(kept, read_only=True) as store:
        store.verify()


def test_a_third_party_can_verify_the_export(kept: Path) -> None:
    """With nothing but JSON and SHA-256: the recipe of docs/review.md."""
    with open_store(kept, read_only=True) as store:
        lines = "".join(exchange_by_name("jsonl").write(store.events())).splitlines()
        head = store.verify().head
    before = NOTHING
    for number, line in enumerate(lines, start=1):
        row = json.loads(line)
        stated = row.pop("hash")
        text = json.dumps(row, sort_keys=True, separators=(",", ":"))
        assert hashlib.sha256(text.encode()).hexdigest() == stated
        assert (row["seq"], row["previous"]) == (number, before)
        before = stated
    assert before == head


def test_an_empty_log_verifies(store: Store) -> None:
    assert (store.verify().events, store.verify().head) == (0, NOTHING)
