"""A document of a few paragraphs, as a reader of pages makes it."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.model import Block, BlockRole, Detail, Document

ROLES = {"# ": BlockRole.HEADLINE, "! ": BlockRole.FURNITURE, "> ": BlockRole.CAPTION}


def document(*lines: str, status: str = "", **more: object) -> Document:
    """A document; "# " begins its headline, "! " furniture, "> " a caption."""
    text, blocks = "", []
    title = ""
    for line in lines:
        role = ROLES.get(line[:2], BlockRole.BODY)
        bare = line if role is BlockRole.BODY else line[2:]
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{bare}" if text else bare
        blocks.append(Block(role, start, len(text)))
        title = bare if role is BlockRole.HEADLINE else title
    details = (Detail("status", status, "the page"),) if status else ()
    plain = Document(id="d", path="d", source="Courier", title=title, text=text, blocks=tuple(blocks), details=details)
    return replace(plain, partial=bool(status), **more)  # type: ignore[arg-type]  # a test's own
