"""Office files that no article is read from: each is told what it is, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.errors import NotText
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import HEAD_BYTES, Loader
from discrepancy.loaders.office.kinds import OLD_OFFICE, Kind, office_of
from discrepancy.model import Skipped

__all__ = ["LOADER"]

_ARTICLES = frozenset({".doc", ".dot", ".docx", ".docm", ".dotx", ".odt", ".ott", ".rtf", ".txt", ".md", ""})
"""Suffixes of files that are meant to be articles: one of them that is none is reported, another is passed over."""
_MOST_BYTES = 50_000_000
# Source: [MS-CFB] and [MS-DOC], [MS-XLS], [MS-PPT], [MS-OFFCRYPTO], [MS-OXMSG]: names of streams, in UTF-16.
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_STREAMS = {
    "WordDocument": "an old Word file (.doc)",
    "Workbook": "an old Excel workbook",
    "PowerPoint Document": "an old PowerPoint presentation",
    "__properties_version1.0": "an Outlook message",
}
_OLD_WORD = _STREAMS["WordDocument"]


def claims(path: PurePath, head: bytes) -> bool:
    """Whether this is an office file that holds no article that can be read, told by what it holds."""
    return office_of(path, head).kind in (Kind.OLD, Kind.OTHER)


def load(given: Given) -> Iterator[Outcome]:
    """Tell what the file is: an error for one that is meant to be an article, else why it is passed over."""
    from discrepancy.loaders.office.package import locked

    with given.opener() as stream:
        head = stream.read(HEAD_BYTES)
    path = PurePath(given.name)
    name, remedy = office_of(path, head).name, "Save the article's text as .docx and give that."
    if head.startswith(OLD_OFFICE):
        data = given.read()
        if _LOCKED in data:
            raise locked(given.display)
        name = next((told for stream_name, told in _STREAMS.items() if stream_name.encode("utf-16-le") in data), name)
        remedy = "Open it in Word or LibreOffice and save it as .docx." if name == _OLD_WORD else remedy
    if path.suffix.lower() in _ARTICLES or name == _OLD_WORD:
        raise NotText(f"is {name}, which can not be read.", where=given.display, remedy=remedy)
    yield Skipped(given.display, f"{name}, not an article")


LOADER = Loader(
    name="other office files",
    suffixes=frozenset({".doc", ".dot"}),
    claims=claims,
    load=load,
    most_bytes=_MOST_BYTES,
    order=30,
)
