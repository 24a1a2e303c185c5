"""The bytes of a version read as one document: by the package's loaders, dated so that versions stay in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from discrepancy.errors import EmptyInput, InputError
from discrepancy.followed import Version, VersionState
from discrepancy.loaders.intake.house_sources import said_of_source
from discrepancy.model import Document, Skipped, SourceRole
from discrepancy.settings import Settings
from discrepancy.watch.configured import Source
from discrepancy.watch.reading_bytes import articles_in
from discrepancy.watch.reading_walls import walled
from discrepancy.watch.stubs import stub_of
from discrepancy.watch.version_times import dated
from discrepancy.watch.wording import same_words

__all__ = ["Read", "read_version"]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a version.

    Attributes:
        state: what it is.
        why: where it is no article, what it is, in words; where its file holds several, which one was read.
        document: what was read of an article; None for anything else.
        same_words: whether its words are those of the version before: what changed is spacing, style of marks,
            adverts and the like.
    """

    state: VersionState
    why: str = ""
    document: Document | None = None
    same_words: bool = False


def read_version(
    name: str, data: bytes, version: Version, source: Source, settings: Settings, before: Document | None
) -> Read:
    """Read a version.

    Args:
        name: the file's name, with the suffix that its loader knows.
        data: its bytes.
        version: its row in the store.
        source: whose it is.
        settings: of the check.
        before: the document of the article's last version that is one; None where there is none.
    """
    display = version.address or name
    found, problems = articles_in(name, data, display, settings)
    if not found:
        wall = walled(data) if any(isinstance(each, EmptyInput) for each in problems) else ""
        if wall:
            return Read(VersionState.STUB, wall)
        return Read(VersionState.UNREADABLE, _why(problems))
    document = _of_source(found[0], version, source, settings)
    stub = stub_of(document, before)
    if stub:
        return Read(VersionState.STUB, stub)
    document = replace(document, published=dated(document, before, version.seen))
    several = "its file holds several articles, of which the first was read" if len(found) > 1 else ""
    same = before is not None and same_words(before, document)
    return Read(VersionState.ARTICLE, several, document, same)


def _why(problems: Sequence[Skipped | InputError]) -> str:
    """Why a file gave no article: what was wrong first with it, or with a part of it."""
    first = next(iter(sorted(problems, key=lambda each: isinstance(each, Skipped))), None)
    if first is None:
        return "holds no article"
    if isinstance(first, Skipped):
        return first.why
    return f"{first.what} {first.remedy}".strip()


def _of_source(document: Document, version: Version, source: Source, settings: Settings) -> Document:
    """A document with what the configuration says of its source, which wins over what the house's table says."""
    named = replace(document, source=source.name, address=document.address or version.address)
    house = said_of_source(named, {}, settings.sources)
    role = SourceRole.DRAFT if source.own else source.role or SourceRole(house.get("role", ""))
    return replace(
        named,
        id=f"v{version.number}",
        path=version.address or document.path,
        role=role,
        family=source.family or house.get("family", ""),
    )
