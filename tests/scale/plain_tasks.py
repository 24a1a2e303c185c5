"""Tasks for the tests of runners: a worker finds them by their names."""

import os
import signal
import sys
import time
from pathlib import Path

from discrepancy.errors import StorageFull
from discrepancy.scale.storage import open_storage


def twice(item: int, factor: int) -> int:
    return item * factor


def process(_item: int, _job: str) -> int:
    return os.getpid()


def threads(name: str, _job: str) -> str | None:
    return os.environ.get(name)


def break_down(item: int, _job: str) -> int:
    if item == 1:
        raise ValueError("one is too many")
    return item


def find_the_disk_full(_item: int, _job: str) -> int:
    raise StorageFull("can not be written.", where="out", remedy="Make room.")


def give_back_what_can_not_be_sent(item: int, _job: str) -> object:
    return lambda: item


def die_first(item: int, folder: str) -> int:
    """Be killed on the first try of every item; do it on the second."""
    seen = Path(folder, f"{item}")
    if not seen.exists():
        seen.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def die_of_three(item: int, folder: str) -> int:
    """Be killed whenever the item is three, and count how often."""
    with Path(folder, f"{item}").open("a", encoding="utf-8") as file:
        file.write("x")
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def end(_item: int, _job: str) -> int:
    sys.exit(7)


def wait(item: int, folder: str) -> int:
    """Say which process works, and work for a minute."""
    Path(folder, f"{item}").write_text(f"{os.getpid()}", encoding="utf-8")
    time.sleep(60)
    return item


def write(item: int, where: str) -> str:
    """A pure task as those of a batch are: what it writes has a name made of the item."""
    name = f"parts/{item:03}.txt"
    storage = open_storage(where)
    if storage.size(name) is None:
        storage.put(name, f"{item}\n".encode() * 1000)
    return name
