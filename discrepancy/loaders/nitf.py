"""NITF: the News Industry Text Format of the IPTC, 2.5 to 3.6, with or without a namespace or a document type."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.loaders.articles import Article, to_document
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.markup.root import root_of

__all__ = ["LOADER"]

_MOST_BYTES = 5_000_000


def claims(_path: PurePath, head: bytes) -> bool:
    """Whether the file's root element is ``nitf``."""
    root = root_of(head)
    return root is not None and root.name.casefold() == "nitf"


def load(given: Given) -> Iterator[Outcome]:
    """Read the one document in the file."""
    from discrepancy.loaders.markup.parser import parse_xml
    from discrepancy.loaders.wires.copy_parts import put_together
    from discrepancy.loaders.wires.nitf_known import nitf_known
    from discrepancy.loaders.wires.nitf_parts import nitf_body, nitf_head

    root = parse_xml(given.read(), given.display)
    known, notes = nitf_known(root)
    parts = put_together([*notes, *nitf_head(root)], nitf_body(root))
    yield to_document(Article(parts=parts, known=known), given)


LOADER = Loader(name="NITF", suffixes=frozenset({".nitf"}), claims=claims, load=load, most_bytes=_MOST_BYTES, order=20)
