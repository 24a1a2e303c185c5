"""Broken files for any loader: whatever comes, it is a document or an error of ours, soon and in little memory.

A loader's test takes small real samples of its format and calls :func:`hold_up` from a Hypothesis test::

    @given(broken(SAMPLES))
    def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
        hold_up(LOADER, data, "sample.docx")
"""

import time
import tracemalloc
from collections.abc import Sequence

from hypothesis import strategies as st

from discrepancy.errors import InputError
from discrepancy.loaders import Loader
from discrepancy.model import Document, Skipped
from tests.loaders.giving import given_of

LONGEST = 5.0
"""Seconds for one small file on a busy machine."""
MOST_MEMORY = 100_000_000

_TOKENS = (b"", b"\x00", b"\xff\xfe", b"<", b">", b"&", b'"', b"{", b"}", b"[", b"-1", b"99999999999", b"\r\n", b"\xe2")


@st.composite
def broken(draw: st.DrawFn, samples: Sequence[bytes]) -> bytes:
    """A sample that is cut off, has runs of bytes changed, left out, doubled or put elsewhere; or nothing but noise."""
    data = bytearray(draw(st.sampled_from(samples)))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        how = draw(st.sampled_from(("cut", "drop", "noise", "token", "double", "move")))
        if how == "cut":
            del data[start:]
        elif how == "drop":
            del data[start:end]
        elif how == "noise":
            data[start:end] = draw(st.binary(max_size=20))
        elif how == "token":
            data[start:end] = draw(st.sampled_from(_TOKENS))
        elif how == "double":
            data[start:start] = data[start:end] * draw(st.integers(1, 50))
        else:
            piece = bytes(data[start:end])
            del data[start:end]
            at = draw(st.integers(0, len(data)))
            data[at:at] = piece
    return bytes(data)


def hold_up(loader: Loader, data: bytes, name: str) -> list[Document]:
    """Read a broken file: only documents that keep the model's promises, and errors of ours with file and remedy."""
    found: list[Document] = []
    began = time.process_time()
    try:
        for outcome in loader.load(given_of(data, name, limit=loader.most_bytes)):
            if isinstance(outcome, InputError):
                _told(outcome, name)
            elif isinstance(outcome, Document):
                found.append(_sound(outcome))
            else:
                assert isinstance(outcome, Skipped)
    except InputError as error:
        _told(error, name)
    assert time.process_time() - began < LONGEST
    return found


def memory_of(loader: Loader, data: bytes, name: str) -> int:
    """The most memory that Python held while a file was read, in bytes; what a library takes by itself is not seen."""
    tracemalloc.start()
    try:
        hold_up(loader, data, name)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _told(error: InputError, name: str) -> None:
    assert error.where.startswith(name), error
    assert error.what.endswith(".")
    assert error.remedy.endswith(".")


def _sound(document: Document) -> Document:
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end <= len(document.text)
        piece = document.text[block.start : block.end]
        assert piece == piece.strip()
        last = block.end
    document.text.encode()
    return document
