"""The functions of the public interface, thin over the pipeline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from discrepancy.errors import InputError, UsageError
from discrepancy.extract import extract_facts
from discrepancy.fetching import is_address
from discrepancy.grammar.dates import find_dates
from discrepancy.grammar.quantities import find_quantities
from discrepancy.loaders import Loaded, collect, load_path
from discrepancy.model import Date, Document, Fact, Quantity
from discrepancy.pipeline import check_documents
from discrepancy.report import Report
from discrepancy.settings import Settings
from discrepancy.text.engine import load_engine

Source = str | Path | Document


def check(paths_or_documents: Source | Iterable[Source], *, settings: Settings | None = None) -> Report:
    """Hold versions of one story against each other.

    Args:
        paths_or_documents: files, folders (read with all below them) or documents already loaded; one or several.
        settings: how to check; the defaults if None.

    Returns:
        The report. Files that could not be read stand in its ``unread``.

    Raises:
        InputError: nothing at all could be read; the first reason is given.
        EngineMissing: no language model is installed.
        UsageError: two documents bear one id, the draft's file holds several articles, or an address was given.
    """
    settings = settings or Settings()
    one = isinstance(paths_or_documents, str | Path | Document)
    given: list[Source] = [paths_or_documents] if one else list(paths_or_documents)  # type: ignore[list-item,arg-type]  # narrowed by `one`
    paths = [_path(item) for item in given if not isinstance(item, Document)]
    documents = [item for item in given if isinstance(item, Document)]
    loaded = collect(paths, settings) if paths or settings.draft else Loaded(documents=())
    ids = [document.id for document in (*documents, *loaded.documents)]
    if len(set(ids)) < len(ids):
        raise UsageError("Two documents bear one id.", remedy="Give each document an id of its own.")
    if not ids:
        if not loaded.unread:
            raise InputError("There is nothing to check.", remedy="Give files, folders or documents.")
        first = loaded.unread[0]
        raise InputError(first.what, where=first.path, remedy=first.remedy)
    whole = replace(loaded, documents=(*documents, *loaded.documents))
    return Report(check_documents(whole, settings))


def load(path: str | Path, *, settings: Settings | None = None) -> list[Document]:
    """Read one file, or every file of a folder, as documents.

    Args:
        path: the file or folder; a ``story.toml`` beside a file may say more of it.
        settings: how to read; the defaults if None.

    Raises:
        InputError: it can not be read; the message says why and what to do.
        UsageError: it is an address.
    """
    return load_path(_path(path), settings)


def _path(given: str | Path) -> str | Path:
    """What was given, if it is no address: nothing is fetched but where that is asked for.

    Raises:
        UsageError: it is one.
    """
    if isinstance(given, str) and is_address(given):
        raise UsageError(
            f"{given} is an address, and nothing is fetched here.",
            remedy="Fetch it with discrepancy.fetching.fetch, or give it to the command line.",
        )
    return given


def extract(document: Document) -> list[Fact]:
    """The facts that one document states, in the order of its text.

    Raises:
        EngineMissing: no language model is installed.
    """
    return list(extract_facts(document, load_engine()))


def quantities(text: str) -> list[Quantity]:
    """The quantities that ``text`` states, as its expressions alone read; offsets are into ``text``."""
    return find_quantities(text)


def dates(text: str, *, published: dt.date | dt.datetime | str | None = None) -> list[Date]:
    """The dates and times that ``text`` names, relative ones counted from ``published`` where it is given.

    Args:
        text: any string.
        published: when it was published: a date, a datetime, or either in ISO form ("2024-05-14"); None if unknown.

    Raises:
        TypeError: ``published`` is of another type.
        UsageError: ``published`` is a string that is no ISO date.
    """
    return find_dates(text, published=_day(published))


def _day(published: object) -> dt.date | None:
    """A day of publication as :func:`dates` takes it; a datetime is a date too."""
    if published is None or isinstance(published, dt.date):
        return published
    if not isinstance(published, str):
        kind = type(published).__name__
        raise TypeError(f"`published` is of type {kind}: give a date, a datetime, an ISO string or None.")
    try:
        return dt.datetime.fromisoformat(published.strip())
    except ValueError:
        raise UsageError(f"{published!r} is no ISO date.", remedy='Give one like "2024-05-14".') from None
