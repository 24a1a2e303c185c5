"""Where a mention stands, as SARIF says it: the file, and the region in it where that is sure.

Offsets of ours are into a document's text. Only of a plain-text file that lies on the disk as it was read are they
places in the file; of any other the file alone is named, with what is known of the place in words. A region that
points to the wrong words would be worse than none.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import quote

from discrepancy.formats.json_text import Json
from discrepancy.formats.text_lines import Lines
from discrepancy.formats.visible import plain
from discrepancy.model import Document, Mention

__all__ = ["BASE", "location_of_path", "own_file", "physical", "region_of", "uri_of"]

BASE = "%SRCROOT%"
"""What paths are relative to; GitHub takes it for the root of the repository."""
_PACKED = frozenset({".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".warc"})
_ARTICLE = re.compile(r"#\d+\Z")
_DRIVE = re.compile(r"[A-Za-z]:/")


def own_file(path: str) -> str:
    """The file on the disk that a document was read from: ``feed.xml`` of ``feed.xml#3``, an archive of a member."""
    parts = PurePosixPath(path).parts
    for end, part in enumerate(parts[:-1], start=1):
        if PurePosixPath(part.lower()).suffix in _PACKED:
            return str(PurePosixPath(*parts[:end]))
    return _ARTICLE.sub("", path)


def uri_of(path: str) -> str:
    """A path as an address: a relative one stays so."""
    shown = quote(path.encode("utf-8", "surrogateescape" if _escapes(path) else "surrogatepass"), safe="/")
    if _DRIVE.match(path):
        return f"file:///{path[:2]}{shown[4:]}"
    return f"file://{shown}" if path.startswith("/") else shown


def _escapes(path: str) -> bool:
    """Whether what UTF-8 can not encode in a name are bytes of it that are no UTF-8, as the system gives them."""
    return all("\udc80" <= each <= "\udcff" for each in path if "\ud800" <= each <= "\udfff")


def location_of_path(path: str) -> dict[str, Json]:
    """The location of a file."""
    uri = uri_of(own_file(path))
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": BASE}


def physical(document: Document, mention: Mention, lines: Lines, index: int) -> dict[str, Json]:
    """The file that a mention stands in, with its region where that is sure."""
    file: dict[str, Json] = {"artifactLocation": {**location_of_path(document.path), "index": index}}
    return {**file, "region": region_of(mention, lines)} if document.digest else file


def region_of(mention: Mention, lines: Lines) -> dict[str, Json]:
    """The region of a mention: characters by offset, and lines and columns from 1; its end is exclusive."""
    found: dict[str, Json] = {
        "charOffset": mention.start,
        "charLength": mention.end - mention.start,
        "snippet": {"text": plain(mention.text)},
    }
    if lines.are_told_alike:
        found["startLine"], found["startColumn"] = lines.place(mention.start)
        found["endLine"], found["endColumn"] = lines.place(mention.end)
    return found
