"""Archives for tests: made in memory, and read with members as a check reads them."""

import io
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath
from unittest.mock import patch

from discrepancy.errors import InputError
from discrepancy.loaders import Loader
from discrepancy.loaders.intake.given import Given, Opener, Outcome
from discrepancy.loaders.intake.take import _member
from discrepancy.model import Document, Skipped
from tests.loaders.giving import PLENTY, given_of

FIRST = b"""Lock gates fail at Ostermouth

OSTERMOUTH, 4 May (Harbour Wire) - Two lock gates failed on Monday and 140 people were led off barges, the canal
office said.

"Nobody was hurt," said Wanda Prell, who runs the office.
"""
SECOND = FIRST.replace(b"140 people", b"160 people").replace(b"Harbour Wire", b"Ostermouth Post")
Files = list[tuple[str, bytes]]
BOTH: Files = [("first.txt", FIRST), ("later/second.txt", SECOND)]


def zipped(files: Iterable[tuple[str, bytes | str]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive; a name ending in ``/`` is a folder."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return target.getvalue()


def tarred(files: Files, packing: str = "", *, kind: int = tarfile.PAX_FORMAT) -> bytes:
    """A tar archive, packed with "gz", "bz2", "xz" or not."""
    target = io.BytesIO()
    mode = {"gz": "w:gz", "bz2": "w:bz2", "xz": "w:xz"}.get(packing, "w")
    with tarfile.open(fileobj=target, mode=mode, format=kind) as archive:  # type: ignore[call-overload]  # mode by name
        for name, data in files:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return target.getvalue()


def with_members(loader: Loader) -> Loader:
    """The loader as a check asks it: what lies in the file is read by the loader that claims it.

    Which language it is in is left alone: the detector takes a second to load.
    """

    def load(given: Given) -> Iterator[Outcome]:
        def member(name: str, opener: Opener, size: int) -> Iterator[Outcome]:
            return _member(name, opener, size, given.display, given.settings, given.depth + 1)

        with patch("discrepancy.loaders.intake.take.in_language", lambda document, settings: document):
            yield from loader.load(replace(given, member=member))

    return replace(loader, load=load)


def read(loader: Loader, data: bytes, name: str, *, depth: int = 0, limit: int = PLENTY) -> list[Outcome]:
    """Everything in an archive; an error that ends it is the last outcome. The loader must claim it."""
    assert loader.claims(PurePath(name), data[:65_536])
    found: list[Outcome] = []
    try:
        for outcome in with_members(loader).load(replace(given_of(data, name, limit=limit), depth=depth)):
            found.append(outcome)  # noqa: PERF402 - what came before an error counts
    except InputError as error:
        found.append(error)
    return found


def paths(outcomes: list[Outcome]) -> list[str]:
    """The paths of the documents, in order."""
    return [each.path for each in outcomes if isinstance(each, Document)]


def skipped(outcomes: list[Outcome]) -> dict[str, str]:
    """What was passed over, with the reason."""
    return {each.path: each.why for each in outcomes if isinstance(each, Skipped)}


def errors(outcomes: list[Outcome]) -> list[InputError]:
    """What could not be read."""
    return [each for each in outcomes if isinstance(each, InputError)]
