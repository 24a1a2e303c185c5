"""Captions and credits of the pictures, films and graphics that go with a ninjs item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from discrepancy.loaders.articles import Part, part
from discrepancy.loaders.entries.ninjs_bodies import description_of
from discrepancy.loaders.entries.values import Item, objects, text
from discrepancy.model import BlockRole, Landmark

__all__ = ["caption_of", "captions_of", "is_picture"]

_STILL = frozenset({"picture", "image", "photo", "graphic"})
_MOVING = frozenset({"video", "audio"})
_CREDITS = ("creditline", "credit", "byline", "by", "bylines", "copyrightholder", "copyrightnotice")
"""Who made a picture, the surest first."""


def is_picture(item: Item, *, still: bool = False) -> bool:
    """Whether an item is a picture, a film or a recording, by its type or by its files' type; ``still``: no film."""
    kinds = _STILL if still else _STILL | _MOVING
    kind, file = text(item.get("type")).lower(), text(item.get("mimetype")).lower().partition("/")[0]
    return kind in kinds or (kind in ("", "component") and file in kinds)


def captions_of(item: Item, where: str) -> Iterator[Part]:
    """The captions and credits of what goes with an item; stories that are linked to it are no part of it.

    Raises:
        Unsafe, TooLarge: a caption is HTML beyond all limits.
    """
    for name, associated in objects(item.get("associations")):
        # A gallery carries its pictures as an item carries a gallery.
        for inner_name, inner in [(name, associated), *objects(associated.get("associations"))]:
            if is_picture(inner) or not inner.get("type"):
                yield from caption_of(inner, where, f"association {inner_name or name}".strip())


def caption_of(item: Item, where: str, place: str) -> Iterator[Part]:
    """The caption of a picture and who made it; nothing of one without a caption."""
    said = description_of(item, where, caption=True)
    if not said:
        return
    for each in said:
        yield replace(each, role=BlockRole.CAPTION, landmarks=(Landmark(0, place),))
    credit = next((line for name in _CREDITS if (line := text(item.get(name)))), "")
    if credit:
        yield part(credit, BlockRole.CREDIT, place)
