"""Whatever disturbs a run in this process, the next one ends as an undisturbed one does."""

import errno
import os
import pickle
import random
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

import pytest

from discrepancy.errors import StorageAway, StorageBusy, StorageFull
from discrepancy.scale.driver import Step
from discrepancy.scale.report import RUN
from discrepancy.scale.runners.attempts import attempt
from discrepancy.scale.storage import Storage, local, open_storage
from discrepancy.scale.storage.marks import MARK
from discrepancy.scale.storage.objects import Objects
from tests.scale.buckets import make_bucket, s3_server
from tests.scale.faults.harness import Outcome, archive_of, kept, must_be_same, outcome, run

pytestmark = pytest.mark.faults

SEED = 9


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out"


def points(times: int, soak: bool, few: int) -> list[int]:
    """At which of so many writes a run is disturbed: all of them at full size, else a few, the first and last too."""
    if soak:
        return list(range(times))
    return sorted({0, times - 1, *random.Random(SEED).sample(range(times), few)})  # noqa: S311 - no secret


class Counted:
    """Stands in for what writes; the write number ``at`` fails as it is told."""

    def __init__(self, write: Callable[..., None], at: int, problem: Exception) -> None:
        self.write = write
        self.at = at
        self.problem = problem
        self.seen = 0

    def __call__(self, *args: object) -> None:
        self.seen += 1
        if self.seen - 1 == self.at:
            raise self.problem
        self.write(*args)


def test_a_disk_that_becomes_full(
    source: Path, output: Path, undisturbed: Outcome, monkeypatch: pytest.MonkeyPatch, soak: bool
) -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    write = local._write
    for at in points(len(undisturbed.files), soak, few=2):
        monkeypatch.setattr(local, "_write", Counted(write, at, full))
        with pytest.raises(StorageFull, match=r"can not be written .*Make room, and run the same command again"):
            run(source, output / f"{at}")
        assert not list((output / f"{at}").rglob("*.half"))
        monkeypatch.setattr(local, "_write", write)
        run(source, output / f"{at}")
        must_be_same(output / f"{at}", undisturbed)


def test_a_disk_that_is_full(source: Path, tmp_path: Path, undisturbed: Outcome, soak: bool) -> None:
    """A real one, of the size of a few parts, made larger for the second run."""
    if not soak or os.geteuid() != 0:
        pytest.skip("at full size only, and only root may mount a disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", disk], check=False)
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a disk")
    try:
        with pytest.raises(StorageFull, match=r"No space left on device.*Make room"):
            run(source, disk / "out")
        subprocess.run(["mount", "-o", "remount,size=50m", disk], check=True)
        run(source, disk / "out")
        must_be_same(disk / "out", undisturbed)
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("left", [0, 100])
def test_parts_that_are_truncated(source: Path, output: Path, undisturbed: Outcome, left: int, soak: bool) -> None:
    """Files of every kind, the markers of what is done among them, cut to some bytes."""
    run(source, output)
    kinds: dict[tuple[str, str], list[Path]] = {}
    for path in sorted(output.rglob("*")):
        if path.is_file() and path.stat().st_size > left:
            kinds.setdefault((path.parent.relative_to(output).as_posix(), path.suffix), []).append(path)
    assert len(kinds) > 5
    for paths in kinds.values():
        for path in paths if soak else paths[:1]:
            os.truncate(path, left)
    run(source, output)
    must_be_same(output, undisturbed)


def test_parts_that_are_gone(source: Path, output: Path, undisturbed: Outcome, soak: bool) -> None:
    for at in points(len(undisturbed.files), soak, few=1):
        run(source, output)
        (output / sorted(undisturbed.files)[at]).unlink()
        run(source, output)
        must_be_same(output, undisturbed)


def test_two_runs_into_one_folder(source: Path, output: Path, undisturbed: Outcome) -> None:
    """The second one is told; the first one does not notice."""
    began, over, told = threading.Event(), threading.Event(), []

    def second() -> None:
        began.wait()
        try:
            run(source, output)
        except StorageBusy as why:
            told.append(str(why))
        over.set()

    def hold(_step: Step) -> None:
        began.set()
        assert over.wait(60)

    other = threading.Thread(target=second)
    other.start()
    run(source, output, watch=hold)
    other.join()
    assert [each.partition(": ")[2].partition("(")[0] for each in told] == ["is being written by another run "]
    must_be_same(output, undisturbed)


def test_an_input_that_changes_while_it_is_read(output: Path, tmp_path: Path) -> None:
    """What was read before and after the change is not mixed: the run says so, and the next one reads all anew."""
    copy = archive_of(tmp_path / "copy", 2)
    first, last = sorted(copy.iterdir())
    steps: list[Step] = []

    def change(step: Step) -> None:
        if not steps:
            first.write_bytes(first.read_bytes() + last.read_bytes())
        steps.append(step)

    report = run(copy, output, watch=change)
    assert report.failures["InputChanged"] > 0
    told = outcome(output)
    named = sum(times for row, times in told.rows["failures"].items() if "InputChanged" in row)
    assert named == report.failures["InputChanged"]
    again = run(copy, output)
    assert not again.failures
    run(copy, tmp_path / "undisturbed")
    must_be_same(output, outcome(tmp_path / "undisturbed"))
    assert told.digest != again.digest


class Elsewhere:
    """A runner as somebody else may write one: whatever goes there and comes back is bytes on the way."""

    def run(self, task: Callable[[Any, Any], Any], items: Iterable[Any], job: object) -> Iterator[tuple[Any, Any]]:
        sent = (pickle.dumps((task, item, job)) for item in items)
        done = (pickle.dumps((given[1], attempt(*given))) for given in map(pickle.loads, sent))
        for pair in done:
            found: tuple[Any, Any] = pickle.loads(pair)  # noqa: S301 - our own bytes
            yield found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_problem: object) -> None:
        pass


def test_another_engine(source: Path, output: Path, undisturbed: Outcome) -> None:
    run(source, output, Elsewhere())
    must_be_same(output, undisturbed)


def test_a_bucket_that_goes_away(
    source: Path, undisturbed: Outcome, monkeypatch: pytest.MonkeyPatch, soak: bool
) -> None:
    """On object storage the parts are the same, too, and a put that fails loses nothing: at full size on S3."""
    write = Objects.put
    with ExitStack() as stack:
        if soak:
            stack.enter_context(s3_server(stack.enter_context(pytest.MonkeyPatch.context())))
        for at in points(len(undisturbed.files), soak, few=1):
            where = f"{make_bucket(f'news-{at}') if soak else f'memory://news-{at}'}/out"
            counted = Counted(write, at, StorageAway("does not answer.", where=where))

            def put(self: Objects, name: str, data: bytes, counted: Counted = counted) -> None:
                """Marks are renewed by the clock, and one that gets lost does no harm: they are not counted."""
                (write if name == MARK else counted)(self, name, data)

            monkeypatch.setattr(Objects, "put", put)
            with pytest.raises(StorageAway):
                run(source, where)
            monkeypatch.setattr(Objects, "put", write)
            assert run(source, where).digest == undisturbed.digest
            assert _held(open_storage(where)) == undisturbed.files


def _held(storage: Storage) -> dict[str, bytes]:
    return {name: kept(name, storage.get(name)) for name in storage.names() if name != RUN}
