"""NewsML-G2: items and packages of items by themselves or in a message, one document for every item with text."""

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
_NAMESPACE = "http://iptc.org/std/nar/"
_ARTICLES = frozenset(("newsitem", "packageitem"))
_OTHERS = {
    "conceptitem": "a concept",
    "knowledgeitem": "a list of concepts",
    "planningitem": "a plan of coverage",
    "catalogitem": "a catalogue",
}
_ROOTS = frozenset(("newsItem", "packageItem", "newsMessage"))
_OTHER_ROOTS = frozenset(("conceptItem", "knowledgeItem", "planningItem", "catalogItem"))


def claims(_path: PurePath, head: bytes) -> bool:
    """Whether the root is an item or a message of the IPTC's news architecture."""
    root = root_of(head)
    if root is None:
        return False
    ours = root.namespace.startswith(_NAMESPACE)
    return (root.name in _ROOTS and (ours or not root.namespace)) or (root.name in _OTHER_ROOTS and ours)


def load(given: Given) -> Iterator[Outcome]:
    """Read the items of the file, each by itself: one that can not be read leaves the others as they are."""
    from discrepancy.loaders.markup.parser import local_name, parse_xml
    from discrepancy.loaders.wires.limits import ensure_few
    from discrepancy.loaders.wires.lookup import children

    root = parse_xml(given.read(), given.display)
    known = _ARTICLES | set(_OTHERS)
    items = [root] if local_name(root) in known else [each for each in root if local_name(each) in known]
    items += [each for outer in children(root, "itemset") for each in outer if local_name(each) in known]
    ensure_few(len(items), given.display)
    if not items:
        yield Skipped(given.display, "a NewsML-G2 message without an item")
    yield from each_by_itself(items, lambda item, number: _outcome(item, given, number))


def _outcome(item: etree._Element, given: Given, number: int) -> Outcome:
    from discrepancy.loaders.markup.parser import local_name
    from discrepancy.loaders.wires.copy_parts import put_together
    from discrepancy.loaders.wires.g2_known import g2_known
    from discrepancy.loaders.wires.g2_parts import g2_body, g2_head
    from discrepancy.loaders.wires.lookup import descendants
    from discrepancy.loaders.wires.references import refers_to

    where = given.place(number)
    if local_name(item) in _OTHERS:
        return Skipped(where, f"{_OTHERS[local_name(item)]} in NewsML-G2, not an article")
    known, notes = g2_known(item)
    head, body = g2_head(item), g2_body(item, where)
    # An alert, and an item that was canceled, is a headline and nothing else.
    alone = any(each.role is BlockRole.HEADLINE for each in head) and local_name(item) == "newsitem"
    if not body and (not alone or next(descendants(item, "remotecontent"), None) is not None):
        name = "a NewsML-G2 package" if local_name(item) == "packageitem" else "a NewsML-G2 item"
        return Skipped(where, f"{name} without text of its own, {refers_to(item)}".rstrip(", "))
    parts = put_together([*notes, *head], body)
    return to_document(Article(parts=parts, known=known, number=number), given)


LOADER = Loader(
    name="NewsML-G2", suffixes=frozenset({".newsmlg2"}), claims=claims, load=load, most_bytes=_MOST_BYTES, order=20
)
