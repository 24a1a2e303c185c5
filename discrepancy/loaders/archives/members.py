"""The members of an archive, each by its own loader, whatever kind of archive it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from discrepancy.errors import EmptyInput, InputError, Unsafe
from discrepancy.loaders.archives.limits import MOST_MEMBERS, Budget, ensure_shallow
from discrepancy.loaders.archives.names import passed_over, safe_name, trouble_with
from discrepancy.loaders.archives.source import Source
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.model import Skipped

__all__ = ["Member", "read_members", "refused", "too_many"]

_MAC = "__MACOSX"
"""Where macOS puts what it keeps of each file beside it."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    Attributes:
        name: as the archive gives it.
        size: how many bytes it has, as far as the archive says so.
        start: opens the stream of its bytes; called at most once.
        trouble: a sentence that says why it is refused, beside its name; empty where it is not.
    """

    name: str
    size: int
    start: Callable[[], BinaryIO]
    trouble: str = ""


def read_members(given: Given, members: Iterable[Member | InputError], budget: Budget) -> Iterator[Outcome]:
    """What is in each member, in order; an error among them (where the archive is cut) is passed on.

    Two members of one name are both read: an archive that was added to holds the older version too. The later one
    is shown as ``story (2).txt``.

    Raises:
        Unsafe: there are more than an archive of articles has, or they unpack to too much.
        EmptyInput: there is nothing in it that could be an article.
    """
    ensure_shallow(given)
    found, mac = False, 0
    names: dict[str, int] = {}
    for member in members:
        if isinstance(member, InputError):
            found = True
            yield member
            continue
        budget.members -= 1
        if budget.members < 0:
            raise too_many(given.display)
        if safe_name(member.name).split("/", 1)[0] == _MAC:
            mac += 1
            continue
        for outcome in _read(given, member, names, budget):
            found = found or not isinstance(outcome, Skipped)
            yield outcome
        if budget.left < 0 or budget.members < 0:
            return  # the member's error says so
    if mac:
        yield Skipped(f"{given.display}/{_MAC}", f"what macOS keeps beside files: {mac} of no use here")
    if not found:
        raise EmptyInput(
            "holds no file that can be read as an article.",
            where=given.display,
            remedy="Put the versions of the story in it, as .txt files.",
        )


def too_many(display: str) -> Unsafe:
    """The error for an archive of more members than one may have."""
    return Unsafe(
        f"holds more than {MOST_MEMBERS:,} files.",
        where=display,
        remedy="It was not read further. Make one archive a story.",
    )


def refused(where: str, trouble: str) -> Unsafe:
    """The error for a member that is not read."""
    return Unsafe(trouble, where=where, remedy="It was left out. If it is an article, unpack it by hand and give that.")


def _read(given: Given, member: Member, names: dict[str, int], budget: Budget) -> Iterator[Outcome]:
    name = _unused(safe_name(member.name), names)
    where = f"{given.display}/{name}"
    why = passed_over(name)
    trouble = trouble_with(member.name) or member.trouble
    if trouble:
        yield refused(where, trouble)
    elif why:
        yield Skipped(where, why)
    else:
        with Source(member.start, where, budget) as source:
            yield from given.member(name, source.open, member.size)


def _unused(name: str, names: dict[str, int]) -> str:
    path, free = PurePosixPath(name), name
    while free in names:
        names[name] += 1
        free = str(path.with_name(f"{path.stem} ({names[name]}){path.suffix}"))
    names[free] = 1
    return free
