"""ANPA 1312 and IPTC 7901: what wires send as text, with or without its control characters; one document a message."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import PurePath

from discrepancy.errors import EmptyInput
from discrepancy.loaders.articles import each_by_itself, to_document
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.text.encoding import decode

__all__ = ["LOADER"]

_MOST_BYTES = 2_000_000
_LOOKED_AT = 4096
_MOST_CONTROLS = 0.1
"""Control characters among a wire's first characters: it is framed by some, and binary data is made of them."""
_CONTROLS = bytes([*range(9), *range(14, 32), 127])


def claims(_path: PurePath, head: bytes) -> bool:
    """Whether the file begins with the header of a wire message."""
    from discrepancy.loaders.wires.anpa_wire import is_wire

    start = head[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf")
    plain = start.translate(None, _CONTROLS)
    if len(start) - len(plain) > max(8, _MOST_CONTROLS * len(start)):
        return False
    return is_wire(start.decode("latin-1"))


def load(given: Given) -> Iterator[Outcome]:
    """Read the messages of the file, each by itself: one that can not be read leaves the others as they are."""
    from discrepancy.loaders.wires.anpa_article import article_of
    from discrepancy.loaders.wires.anpa_wire import Message, messages
    from discrepancy.loaders.wires.limits import MOST_ITEMS, ensure_few, ensure_short

    data = given.read()
    # Its encoding is told from the text; the characters that frame it are the same in all encodings that wires use.
    encoding = decode(data.translate(None, _CONTROLS), given.display).encoding
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    found = list(islice(messages(text), MOST_ITEMS + 1))
    if not found:
        raise EmptyInput("holds no message.", where=given.display, remedy="Get the file again from its sender.")
    ensure_few(len(found), given.display)

    def read(message: Message, number: int) -> Outcome:
        ensure_short(len(message.lines), given.place(number))
        return to_document(article_of(message, number), given)

    yield from each_by_itself(found, read)


LOADER = Loader(
    name="ANPA or IPTC 7901",
    suffixes=frozenset({".anpa", ".anp", ".iptc"}),
    claims=claims,
    load=load,
    most_bytes=_MOST_BYTES,
    order=30,
)
