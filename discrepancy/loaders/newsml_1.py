"""NewsML 1.0 to 1.2, as AFP and others send it: one document for every news item with text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from discrepancy.loaders.articles import Article, each_by_itself, to_document
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.markup.root import root_of
from discrepancy.model import BlockRole, Skipped

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["LOADER"]

_MOST_BYTES = 20_000_000
_ITEM = "NewsItem"
_ROOTS = frozenset(("NewsML", "NEWSML", _ITEM))
_OF_ITEM = (b"<NewsIdentifier", b"<NewsManagement", b"<NewsComponent")
"""What an item by itself is known by: others may call something of their own so."""


def claims(_path: PurePath, head: bytes) -> bool:
    """Whether the root is ``NewsML``, or an item of it sent by itself; NewsML-G2 writes ``newsItem``."""
    root = root_of(head)
    if root is None or root.name not in _ROOTS:
        return False
    return root.name != _ITEM or any(name in head for name in _OF_ITEM)


def load(given: Given) -> Iterator[Outcome]:
    """Read the items of the file, each by itself: one that can not be read leaves the others as they are."""
    from discrepancy.loaders.markup.parser import local_name, parse_xml
    from discrepancy.loaders.wires.limits import ensure_few
    from discrepancy.loaders.wires.lookup import child, descendants

    root = parse_xml(given.read(), given.display)
    items = [root] if local_name(root) == "newsitem" else list(descendants(root, "newsitem"))
    ensure_few(max(len(items), sum(1 for _ in descendants(root, "newscomponent"))), given.display)
    if not items:
        yield Skipped(given.display, "a NewsML message without an item")
    envelope = child(root, "newsenvelope")
    yield from each_by_itself(items, lambda item, number: _outcome(item, envelope, given, number))


def _outcome(item: etree._Element, envelope: etree._Element | None, given: Given, number: int) -> Outcome:
    from discrepancy.loaders.wires.copy_parts import put_together
    from discrepancy.loaders.wires.nml1_known import nml1_known
    from discrepancy.loaders.wires.nml1_parts import nml1_body, nml1_head
    from discrepancy.loaders.wires.references import refers_to

    where = given.place(number)
    known, notes = nml1_known(envelope, item)
    head, body = nml1_head(item), nml1_body(item, where)
    said = refers_to(item)
    # An alert, and an item that was canceled, is a headline and nothing else.
    alone = any(each.role is BlockRole.HEADLINE for each in head) and not said
    if not body and not alone:
        return Skipped(where, f"a NewsML item without text of its own, {said}".rstrip(", "))
    return to_document(Article(parts=put_together([*notes, *head], body), known=known, number=number), given)


LOADER = Loader(
    name="NewsML 1", suffixes=frozenset({".newsml"}), claims=claims, load=load, most_bytes=_MOST_BYTES, order=20
)
