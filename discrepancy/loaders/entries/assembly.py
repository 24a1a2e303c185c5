"""One entry of a feed or a wire put together: headline, standfirst, text, captions, each said once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from discrepancy.loaders.articles import Article, Field, Known, Part, part
from discrepancy.loaders.entries.endings import without_pointers
from discrepancy.loaders.layout.shape import bare
from discrepancy.loaders.wires.copy_parts import counted
from discrepancy.model import BlockRole

__all__ = ["SUMMARY_ONLY", "assembled", "length_of"]

SUMMARY_ONLY = "summary only"
_ENOUGH = 80
"""Characters of a summary that stand in the text too, where the text repeats it."""


def assembled(  # noqa: PLR0913 - what an entry is made of
    *,
    known: Known,
    place: str,
    head: Iterable[Part] = (),
    summary: Iterable[Part] = (),
    body: Sequence[Part],
    captions: Iterable[Part] = (),
    number: int = 0,
    partial: str = "",
) -> Article:
    """An article of an entry.

    Args:
        known: what is known of it; its title is set on top, and a partial one is marked so.
        place: where its title stood.
        head: what stands between headline and text: a byline, a correction.
        summary: a standfirst, which is left out where the text begins with it or holds it.
        body: the text.
        captions: captions and credits from beside the text, left out where they are in it.
        number: which entry it is, from 1; 0 where the file is one article.
        partial: what its status is where only a part of the text is there: :data:`SUMMARY_ONLY`.
    """
    title = known.first(Field.TITLE)
    text = counted(without_pointers(body))
    seen = bare(" ".join(each.text for each in text))
    parts = [part(title, BlockRole.HEADLINE, place)] if title else []
    parts += head
    for each in without_pointers([*summary]):
        if each.role is BlockRole.BODY and bare(each.text)[:_ENOUGH] not in f"{seen} {bare(title)}":
            parts.append(replace(each, role=BlockRole.SUMMARY))
    parts += text
    parts += _once(captions, seen)
    if partial:
        known.add(Field.STATUS, partial, "the text of the entry")
    return Article(parts=tuple(parts), known=known, partial=bool(partial), number=number)


def length_of(parts: Iterable[Part]) -> int:
    """The characters of a text, without captions and furniture."""
    return sum(len(each.text) for each in parts if each.role in (BlockRole.BODY, BlockRole.SUBHEAD))


def _once(captions: Iterable[Part], seen: str) -> list[Part]:
    """Captions that are not in the text, each once; a credit goes with the caption that it follows."""
    found: list[Part] = []
    kept = True
    for each in captions:
        words = bare(each.text)
        if each.role is BlockRole.CAPTION:
            kept = words not in seen
            seen = f"{seen} {words}"
        if kept and words:
            found.append(each)
    return found
