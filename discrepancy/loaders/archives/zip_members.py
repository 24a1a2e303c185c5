"""A ZIP archive as a stream of members, told from its table of contents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, cast

from discrepancy.errors import EmptyInput, InputError, Malformed, Unsafe
from discrepancy.loaders.archives.cut_zip import cut_members
from discrepancy.loaders.archives.limits import MOST_MEMBERS, Budget
from discrepancy.loaders.archives.members import Member, too_many
from discrepancy.loaders.archives.source import DAMAGED
from discrepancy.loaders.archives.zip_checks import ensure_apart, has_contents, trouble_in
from discrepancy.loaders.intake.given import Given

__all__ = ["zip_members"]

_UTF8 = 0x800


def zip_members(stream: BinaryIO, given: Given, budget: Budget) -> Iterator[Member | InputError]:
    """Its members in order, folders left out.

    Raises:
        Malformed: its table of contents is damaged.
        Unsafe: members share bytes, or unpack to more than any archive of articles does.
    """
    where = given.display
    size = stream.seek(0, io.SEEK_END)
    if not has_contents(stream, size, where):
        stream.seek(0)
        yield from cut_members(stream, where, budget)
        return
    stream.seek(0)
    try:
        archive = zipfile.ZipFile(stream)
    except (*DAMAGED, NotImplementedError) as problem:
        raise Malformed(
            f"has a damaged table of contents ({str(problem).rstrip('.')}).",
            where=where,
            remedy="Get the archive again from its sender.",
        ) from None
    with archive:
        infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
        _ensure_sane(infos, given, budget)
        for info in infos:
            start = partial(archive.open, info)
            yield Member(_name(info), info.file_size, cast("partial[BinaryIO]", start), trouble_in(info))


def _ensure_sane(infos: list[zipfile.ZipInfo], given: Given, budget: Budget) -> None:
    """Refuse the whole archive where it was made to do harm."""
    if not infos:
        raise EmptyInput(
            "is an archive with nothing in it.", where=given.display, remedy="Put the versions of the story in it."
        )
    if len(infos) > MOST_MEMBERS:
        raise too_many(given.display)
    ensure_apart(infos, given.display)
    total = sum(info.file_size for info in infos if not trouble_in(info))
    if total > budget.left:
        raise Unsafe(
            f"would unpack to {total:,} bytes, more than the {budget.most:,} that are read of an archive.",
            where=given.display,
            remedy="It was not read. Make one archive a story.",
        )


def _name(info: zipfile.ZipInfo) -> str:
    """A member's name: UTF-8 where it says so or is such, else the letters of DOS that the format began with."""
    name = info.orig_filename
    if info.flag_bits & _UTF8 or name.isascii():
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name
