"""Texts that a program sends, as documents: read as files of plain text are, and written nowhere."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

from discrepancy.errors import InputError, WrongLanguage
from discrepancy.loaders import Loaded
from discrepancy.loaders.articles.moments import moment
from discrepancy.loaders.intake.given import Given
from discrepancy.loaders.intake.language import language_name, language_of
from discrepancy.loaders.intake.pile import with_ids
from discrepancy.loaders.plain_text import LOADER
from discrepancy.model import BlockRole, Document, Unread
from discrepancy.settings import Settings

__all__ = ["Sent", "read_sent", "read_texts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One text with what is said of it; empty where nothing is said."""

    name: str
    text: str
    source: str = ""
    published: str = ""
    title: str = ""


def read_texts(texts: Sequence[Sent], settings: Settings) -> Loaded:
    """The texts as documents with ids of their own; what can not be read stands in ``unread``."""
    documents: list[Document] = []
    unread: list[Unread] = []
    for sent in texts:
        try:
            documents.append(read_sent(sent, settings))
        except InputError as error:
            unread.append(Unread(error.where or sent.name, error.what, error.remedy))
    return Loaded(documents=tuple(with_ids(documents)), unread=tuple(unread))


def read_sent(sent: Sent, settings: Settings) -> Document:
    """One text as a document.

    Raises:
        InputError: it can not be read, or not in its language.
    """
    data = sent.text.encode("utf-8")
    given = Given(
        name=sent.name,
        display=sent.name,
        size=len(data),
        limit=settings.max_bytes or LOADER.most_bytes,
        opener=lambda: io.BytesIO(data),
        settings=settings,
    )
    document = next(each for each in LOADER.load(given) if isinstance(each, Document))
    return _stated(_in_language(document, settings), sent)


def _stated(document: Document, sent: Sent) -> Document:
    return replace(
        document,
        source=sent.source.strip() or document.source,
        title=sent.title.strip() or document.title,
        published=moment(sent.published) if sent.published else document.published,
    )


def _in_language(document: Document, settings: Settings) -> Document:
    """The document with its language.

    Raises:
        WrongLanguage: it is one that is not checked.
    """
    compared = (block for block in document.blocks if block.role is not BlockRole.FURNITURE)
    language = language_of(" ".join(document.text[block.start : block.end] for block in compared))
    if language is None:
        return document
    if language not in settings.languages:
        raise WrongLanguage(
            f"is written in {language_name(language)} and was not checked.",
            where=document.path,
            remedy="Leave it out, or give a translation.",
        )
    return replace(document, language=language)
