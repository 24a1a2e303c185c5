"""Which document is the newsroom's own draft: the one that the settings name, else that of ``story.toml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from discrepancy.errors import InputError, UsageError
from discrepancy.loaders.intake.files import real_path, shown
from discrepancy.loaders.intake.walk import is_folder
from discrepancy.model import Document, SourceRole
from discrepancy.settings import Revisions, Settings

__all__ = ["ensure_one_draft", "named_draft", "stated_draft"]


def ensure_one_draft(settings: Settings) -> None:
    """Find out before anything is read whether the draft of the settings can be a file.

    Raises:
        UsageError: it is a folder.
    """
    if settings.draft is not None and is_folder(settings.draft):
        raise UsageError(f"The draft {settings.draft} is a folder.", remedy="Name the one file in it that is yours.")


def named_draft(documents: Sequence[Document], homes: Mapping[str, str], settings: Settings) -> str:
    """The id of the document that the settings name as the draft: its file, or its own path (``wires.zip/own.txt``).

    Args:
        documents: those that were read.
        homes: where the file of each really lies, by the document's path.
        settings: those of the check.

    Raises:
        UsageError: the file holds several articles.
    """
    if settings.draft is None:
        return ""
    path, real = shown(settings.draft, settings.base), real_path(settings.draft)
    found = [document for document in documents if document.path == path and homes.get(path) != real]
    found = found or [document for document in documents if homes.get(document.path) == real]
    if len(found) > 1:
        raise UsageError(f"The draft {path} holds {len(found)} articles.", remedy=_remedy(found, settings))
    return found[0].id if found else ""


def _remedy(found: Sequence[Document], settings: Settings) -> str:
    if len({document.path for document in found}) == len(found):
        return f"Name the one that is yours: --draft {found[0].path}, for instance."
    if settings.revisions is Revisions.BOTH:
        return "Leave out --revisions both, or save the one that is yours in a file of its own."
    return "Save the one that is yours in a file of its own."


def stated_draft(documents: Sequence[Document], origins: Mapping[str, str]) -> str:
    """The id of the document whose ``story.toml`` calls it the draft; empty where none does.

    Args:
        documents: those of one story.
        origins: the ``story.toml`` that says so, by the document's path.

    Raises:
        InputError: several are called so.
    """
    drafts = [document for document in documents if document.role is SourceRole.DRAFT]
    if len(drafts) > 1:
        raise InputError(
            f"calls {len(drafts)} versions of one story the draft: {drafts[0].path}, {drafts[1].path}.",
            where=origins.get(drafts[-1].path, ""),
            remedy='Leave role = "draft" to the one that is yours now, or name it with --draft FILE.',
        )
    return drafts[0].id if drafts else ""
