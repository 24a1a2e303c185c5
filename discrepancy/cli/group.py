"""``discrepancy group``: which documents tell the same story."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from discrepancy.bounded import read_at_most
from discrepancy.cli import arguments as a
from discrepancy.cli.asked import ensure_apart
from discrepancy.cli.reading import on_disk, read_paths, reading
from discrepancy.cli.telling import complain, counted, emit, tell_unread
from discrepancy.errors import Malformed
from discrepancy.formats.visible import plain
from discrepancy.model import Document

if TYPE_CHECKING:
    from discrepancy.stories.grouping import Sketch, Told

__all__ = ["group"]

_SCHEMA = "discrepancy-groups/1"
_MOST = 1_000_000_000


def group(  # noqa: PLR0913, PLR0917 - a parameter an option, as typer has it
    paths: a.Paths,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write the stories there, as JSON.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of lines to read.")] = False,
    window: Annotated[
        int | None,
        typer.Option(metavar="DAYS", min=0, help="Days from a story's first document to its last (5 unless told)."),
    ] = None,
    known: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="An earlier output in JSON: the stories that it names keep their ids."),
    ] = None,
    max_bytes: a.MaxBytes = None,
    revisions: a.Revisions = None,
    columns: a.Columns = None,
    allow_private: a.AllowPrivate = False,
    keep: a.Keep = None,
    config: a.Config = None,
    quiet: a.Quiet = False,
) -> None:
    """Find which documents tell the same story, and keep others on the same topic apart."""
    ensure_apart([output] if output else [], on_disk(paths))
    earlier = _Earlier.read(known)
    settings = reading(paths, revisions=revisions, columns=columns, max_bytes=max_bytes, config=config)
    loaded = read_paths(paths, settings, keep, allow_private=allow_private)
    report = _grouped(loaded.documents, earlier, None if window is None else timedelta(days=window))
    written = json.dumps(report, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if output is not None:
        from discrepancy.report import put

        put(output, written)
    if as_json:
        emit(written)
    elif not quiet:
        _tell(report["stories"])
    tell_unread(loaded.unread)
    if not loaded.documents and not loaded.unread:
        complain("There is nothing to group.")
    raise typer.Exit(2 if loaded.unread or not loaded.documents else 0)


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What an earlier output says: the story of each path and of each text, and what else stories were known by."""

    of_paths: Mapping[str, str]
    of_texts: Mapping[str, str]
    formerly: Mapping[str, Sequence[str]]

    @classmethod
    def read(cls, path: Path | None) -> _Earlier:
        """Read it from a file; nothing was known where there is none.

        Raises:
            InputError: it can not be read, or is no such output.
        """
        if path is None:
            return cls({}, {}, {})
        data = read_at_most(
            path, _MOST, kind="an earlier output", itself="the JSON file", instead="Group anew, without --known."
        )
        try:
            report = json.loads(data)
            {_SCHEMA: None}[report["schema"]]
            told = [(str(story["id"]), each) for story in report["stories"] for each in story["documents"]]
            return cls(
                {str(each["path"]): story for story, each in told},
                {str(each["digest"]): story for story, each in reversed(told)},
                {str(story["id"]): [str(name) for name in story["formerly"]] for story in report["stories"]},
            )
        except (ValueError, TypeError, KeyError, RecursionError) as problem:
            raise Malformed(
                "is no output of discrepancy group.", where=str(path), remedy="Give what group -o FILE wrote."
            ) from problem

    def stories(self, documents: Iterable[Document], sketches: Iterable[Sketch]) -> dict[str, str]:
        """The story of each document that was there: by its path, or by its text where it was moved."""
        found = (
            (each.id, self.of_paths.get(document.path) or self.of_texts.get(each.key))
            for document, each in zip(documents, sketches, strict=True)
        )
        return {name: story for name, story in found if story}


def _grouped(documents: Sequence[Document], earlier: _Earlier, window: timedelta | None) -> dict[str, Any]:
    from discrepancy.stories.grouping import WINDOW, in_order, sketches
    from discrepancy.stories.grouping import group as grouped

    made = list(sketches(documents))
    known = earlier.stories(documents, made)
    of = {document.id: (document, each.key) for document, each in zip(documents, made, strict=True)}
    told = grouped(in_order(made), window=WINDOW if window is None else window, known=known)
    stories = sorted((_story(each, of, earlier) for each in told), key=lambda story: (_first(story), story["id"]))
    return {"schema": _SCHEMA, "stories": stories}


def _story(told: Told, of: Mapping[str, tuple[Document, str]], earlier: _Earlier) -> dict[str, Any]:
    before = [name for each in (told.story, *told.formerly) for name in (each, *earlier.formerly.get(each, ()))]
    return {
        "id": told.story,
        "formerly": [name for name in dict.fromkeys(before) if name != told.story],
        "documents": [_document(*of[name]) for name in told.documents],
    }


def _document(document: Document, digest: str) -> dict[str, Any]:
    return {
        "id": document.id,
        "path": document.path,
        "source": document.source,
        "title": document.title,
        "day": document.day.isoformat() if document.day else None,
        "digest": digest,
    }


def _first(story: Mapping[str, Any]) -> str:
    """The day of a story's first document; those of no day come last."""
    return str(story["documents"][0]["day"] or "~")


def _tell(stories: Sequence[Mapping[str, Any]]) -> None:
    """The stories that several documents tell, and how many stand alone."""
    several = [story for story in stories if len(story["documents"]) > 1]
    for story in several:
        also = f" (also known as {', '.join(story['formerly'])})" if story["formerly"] else ""
        typer.echo(f"{plain(story['id'] + also)}  {counted(len(story['documents']), 'document')}")
        for each in story["documents"]:
            typer.echo(plain(f"  {each['day'] or '-':<10}  {each['path']}  {each['title']}".rstrip()))
    if stories:
        alone = len(stories) - len(several)
        typer.echo(f"{counted(len(several), 'story', 'stories')} told by several; {counted(alone, 'document')} alone.")
