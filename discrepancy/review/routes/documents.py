"""The versions under review, and new ones."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.responses import Response

from discrepancy.model import Document
from discrepancy.review.desk import Desk
from discrepancy.review.models import DocumentsAnswer, NewDocument
from discrepancy.review.refusals import Refused, answer
from discrepancy.review.routes.statuses import CHANGING, READING
from discrepancy.review.routes.turns import Turns
from discrepancy.review.uploads import MOST_BYTES, MOST_FILES, Version, safe_name

__all__ = ["routes"]

logging.getLogger("python_multipart").setLevel(logging.CRITICAL)  # a bad form is told to its sender alone
_TEXT_SUFFIXES = (".txt", ".text")
_WAITED = 60.0
"""Seconds that versions wait until those before them are checked."""
_FILES = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "additionalProperties": False,
                    "properties": {
                        "files": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": MOST_FILES,
                            "items": {"type": "string", "format": "binary"},
                        }
                    },
                }
            }
        },
    }
}


class _InMemory(MultiPartParser):
    """Keeps what is sent in memory, where its size is bounded: what is spooled would lie in the system's own folder."""

    spool_max_size = MOST_BYTES + 1


def routes(desk: Desk) -> APIRouter:
    """The routes of documents."""
    router = APIRouter(prefix="/api/1", tags=["documents"])
    turns = Turns(1)  # the story is checked with each

    @router.get("/documents", operation_id="listDocuments", response_model=DocumentsAnswer, responses=READING)
    def documents() -> Response:
        """The versions under review."""
        return answer(_documents(desk))

    @router.post(
        "/documents",
        operation_id="addDocument",
        response_model=DocumentsAnswer,
        status_code=201,
        responses=CHANGING,
    )
    async def add(asked: NewDocument) -> Response:
        """Add a version to the story under review; it is kept beside the store, and the story is checked anew."""
        name = asked.name if asked.name.lower().endswith(_TEXT_SUFFIXES) else f"{asked.name}.txt"
        return await added([Version(safe_name(name), asked.text.encode("utf-8"))])

    @router.post(
        "/files",
        operation_id="addFiles",
        response_model=DocumentsAnswer,
        status_code=201,
        responses=CHANGING,
        openapi_extra=_FILES,
    )
    async def files(request: Request) -> Response:
        """Add files as versions, all or none of them: what a reviewer drops on the page."""
        return await added(await _files(request))

    async def added(versions: Sequence[Version]) -> Response:
        async with turns.turn(_WAITED):
            await run_in_threadpool(desk.add, versions)
            return answer(await run_in_threadpool(_documents, desk), 201)

    return router


async def _files(request: Request) -> Sequence[Version]:
    """The files of a form.

    Raises:
        Refused: it is no such form, or holds too many.
    """
    parser = _InMemory(request.headers, request.stream(), max_files=MOST_FILES, max_fields=1)
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError, ValueError) as why:
        told = why.message if isinstance(why, MultiPartException) else "It has no boundary"
        remedy = f"Send at most {MOST_FILES} files at once, in the field “files”."
        raise Refused(400, f"The form can not be read: {told.rstrip('.')}.", remedy) from None
    try:
        given = [(key, each) for key, each in form.multi_items()]
        if not given or any(key != "files" or not isinstance(each, UploadFile) for key, each in given):
            raise Refused(422, "The form does not hold files in the field “files” alone.", "Send one file or several.")
        return [Version(each.filename or "", await each.read()) for _, each in given if isinstance(each, UploadFile)]
    finally:
        await form.close()


def _documents(desk: Desk) -> dict[str, object]:
    shown = desk.shown
    return {
        "documents": [_document(each, desk) for each in shown.data.documents],
        "unread": [{"path": each.path, "what": each.what, "remedy": each.remedy} for each in shown.data.unread],
        "findings": len(shown.data.findings),
        "revision": shown.revision,
    }


def _document(document: Document, desk: Desk) -> dict[str, object]:
    return {
        "id": document.id,
        "path": document.path,
        "source": document.source,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "added": desk.was_added(document),
    }
