"""A ZIP package in memory, read within limits: nothing is ever written, run or fetched."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from lxml import etree

from discrepancy.errors import InputError, Malformed, TooLarge, Unsafe
from discrepancy.loaders.markup.parser import parse_xml

__all__ = ["MOST_XML", "Package", "locked"]

MOST_XML = 12_000_000
"""Bytes of one XML part, inflated. A long article with Word's own noise has one or two million; parsed, a part takes
up to ten times its bytes."""
_MOST_MEMBERS = 5_000
_MOST_RATIO = 300
"""Times that a part may grow when inflated: Word's own repetitive XML grows fifteen times, deflate's limit is 1032."""
_SMALL = 1_000_000
"""Bytes below which a part's ratio does not matter."""
_CENTRAL = b"PK\x01\x02"
_ENCRYPTED = 0x1
_AGAIN = "It may be cut off: save it again from its own program, or get it again from its sender."


class Package:
    """The members of a ZIP file that its reader asks for by name.

    Args:
        data: the whole file.
        where: the path to show.

    Raises:
        Malformed: it is no ZIP file, or cut off.
        Unsafe: it has more members than any document.
    """

    def __init__(self, data: bytes, where: str) -> None:
        self.where = where
        # Counted before the directory is read, which takes memory for each.
        if data.count(_CENTRAL) > _MOST_MEMBERS:
            raise Unsafe(
                f"holds more than {_MOST_MEMBERS:,} members, which no document does.",
                where=where,
                remedy="It was not read. Save it again from its own program.",
            )
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as problem:
            raise self._broken(where, str(problem)) from None
        self._infos = {info.filename.lstrip("/").casefold(): info for info in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        """Whether it has a member; part names differ in case between programs."""
        return name.casefold() in self._infos

    def read(self, name: str) -> bytes:
        """The bytes of a member.

        Raises:
            Malformed: it is missing, or broken.
            InputError: it is protected by a password.
            Unsafe, TooLarge: it inflates to more than any document has.
        """
        where = f"{self.where}, {name}"
        info = self._infos.get(name.casefold())
        if info is None:
            raise Malformed(f"lacks its part {name}.", where=self.where, remedy=_AGAIN)
        if info.flag_bits & _ENCRYPTED:
            raise locked(self.where)
        if info.file_size > _SMALL and info.file_size > _MOST_RATIO * max(1, info.compress_size):
            raise Unsafe(
                f"grows from {info.compress_size:,} bytes to {info.file_size:,} when inflated.",
                where=where,
                remedy="It was not read. Save it again from its own program.",
            )
        try:
            with self._zip.open(info) as stream:
                data = stream.read(MOST_XML + 1) if info.file_size <= MOST_XML else b""
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as problem:
            raise self._broken(where, str(problem)) from None
        if max(info.file_size, len(data)) > MOST_XML:
            raise TooLarge(
                f"has more than {MOST_XML:,} bytes when inflated.",
                where=where,
                remedy="Split the document into one file an article.",
            )
        return data

    def xml(self, name: str) -> etree._Element:
        """The root of an XML member.

        Raises:
            InputError: as :meth:`read`, and as ``parse_xml``.
        """
        return parse_xml(self.read(name), f"{self.where}, {name}")

    @staticmethod
    def _broken(where: str, problem: str) -> Malformed:
        what = problem.strip().rstrip(".") or "its ZIP structure is broken"
        return Malformed(f"can not be unpacked: {what}.", where=where, remedy=_AGAIN)


def locked(where: str) -> InputError:
    """The error for a file that can not be read without its password."""
    return InputError("is protected by a password.", where=where, remedy="Save a copy without one and give that.")
