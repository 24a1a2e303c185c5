"""An address to a file in a folder, and the note beside it that says where the file came from."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from pathlib import Path
from urllib.parse import unquote, urlsplit

from discrepancy.errors import NotFetched, OutputError
from discrepancy.text.characters import fold

__all__ = ["fetch", "is_address"]

_ADDRESS = re.compile(r"https?:/{1,2}[^/\s]", re.IGNORECASE)
_NO_NAME = re.compile(r"[^a-z0-9.]+")
_LONGEST_NAME = 100
_MOST_VERSIONS = 10_000
_STORY = "story.toml"
# Source: the media types registered with IANA for what the loaders read.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/feed+json": ".json",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
_KEPT = frozenset(_SUFFIXES.values()) | frozenset(
    ".htm .xhtml .mht .mhtml .text .markdown .rss .atom .nitf .jsonl .ndjson .csv .tsv .parquet .zip .tar .tgz .gz "
    ".bz2 .xz .warc".split()
)
"""What an address may end in for its file to end so too: a file that a system would run is kept under no such name."""


def is_address(text: str) -> bool:
    """Whether what was given is an address on the web and no path."""
    return _ADDRESS.match(text) is not None


def fetch(address: str, folder: Path, *, allow_private: bool = False) -> Path:
    """Fetch a page and keep it, so that what is made of it can be made again.

    The bytes are kept as they came, in a file named for the address. A page that has changed since it was last kept
    gets a file of its own, with a number: it is another version. ``story.toml`` in the folder notes the address.

    Args:
        address: http or https.
        folder: made if it is not there.
        allow_private: whether it may lead into a private network.

    Returns:
        The file.

    Raises:
        NotFetched: it can not be fetched, or must not be.
        OutputError: it can not be kept.
    """
    from discrepancy.fetching.download import Limits, download  # httpx takes a while to import

    got = download(address, allow_private=allow_private, limits=Limits())
    if not got.data:
        raise NotFetched("gives an empty page.", where=address, remedy="Save the page from a browser, give the file.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _kept(folder, _name(got.address, got.kind), got.data)
        _note(folder / _STORY, path.name, got.address)
    except OSError as problem:
        raise OutputError(
            f"can not be written: {problem.strerror or problem}.",
            where=str(folder),
            remedy="Name another folder for what is fetched: --keep DIR.",
        ) from problem
    return path


def _name(address: str, kind: str) -> str:
    """A file's name made of an address: host and path in plain letters, with the suffix of its media type."""
    parts = urlsplit(address)
    below = Path(unquote(parts.path))
    known = _SUFFIXES.get(kind)
    stem = below.with_suffix("") if below.suffix and (known or len(below.suffix) <= 5) else below
    suffix = known or (below.suffix.lower() if below.suffix.lower() in _KEPT else ".html")
    host = (parts.hostname or "").removeprefix("www.")
    plain = _NO_NAME.sub("-", fold(f"{host}{stem.as_posix()}").casefold()).strip("-.")
    return f"{plain[:_LONGEST_NAME].strip('-.') or 'page'}{suffix}"


def _kept(folder: Path, name: str, data: bytes) -> Path:
    """Write bytes to a new file, never over another; a file that holds just these bytes is the one."""
    first = Path(name)
    for number in range(1, _MOST_VERSIONS):
        path = folder / (name if number == 1 else f"{first.stem}-{number}{first.suffix}")
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            if path.is_file() and not path.is_symlink() and path.read_bytes() == data:
                return path
            continue
        return path
    raise OutputError(f"holds {_MOST_VERSIONS:,} versions of {name}.", where=str(folder), remedy="Clear it out.")


def _note(story: Path, name: str, address: str) -> None:
    """Note where a file came from; an entry that is there, and a file that is no TOML, are the user's and are kept."""
    if story.is_symlink():
        return
    try:
        told = story.read_text(encoding="utf-8") if story.is_file() else ""
        files = tomllib.loads(told).get("files", {})
    except (ValueError, RecursionError):  # bytes that are no UTF-8, no TOML, a figure of thousands of digits
        return
    if not isinstance(files, dict) or name in files:
        return
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    gap = "\n" if told and not told.endswith("\n\n") else ""
    key, value = (json.dumps(each, ensure_ascii=False) for each in (name, address))
    entry = f"{gap}[files.{key}]  # fetched {now}\naddress = {value}\n"
    with story.open("a", encoding="utf-8") as file:
        file.write(entry)
