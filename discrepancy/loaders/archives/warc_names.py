"""A record's name as a file: from its address and the kind of content that it is, so that a loader can claim it."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from discrepancy.loaders.archives.names import safe_name

__all__ = ["host_of", "may_be_article", "record_name"]

# Source: IANA's registry of media types, and the file extensions registered there.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "multipart/related": ".mhtml",
    "message/rfc822": ".mhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/feed+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
_SAME = ({".html", ".htm", ".xhtml"}, {".xml", ".rss", ".atom", ".nitf"}, {".txt", ".text"}, {".mhtml", ".mht"})
# Source: RFC 9309, RFC 9116, the IAB's ads.txt, the llms.txt proposal, W3C's Web App Manifest, sitemaps.org.
_FOR_MACHINES = frozenset(
    "robots.txt security.txt ads.txt app-ads.txt humans.txt llms.txt manifest.json sitemap.xml sitemap_index.xml "
    "browserconfig.xml".split()
)
_LONGEST = 120


def may_be_article(address: str, media: str) -> bool:
    """Whether content of this kind may be an article: no picture, style, script, nor a list for machines."""
    name = PurePosixPath(_split(address)[1]).name.lower()
    return media in _SUFFIXES and name not in _FOR_MACHINES


def host_of(address: str) -> str:
    """The host that an address names; empty where it names none."""
    return _split(address)[0]


def record_name(number: int, address: str, media: str) -> str:
    """The name of a record: ``record-12/example.org/2026/flood.html``, without what is asked behind a ``?``."""
    host, path = _split(address)
    steps = [step for step in safe_name(unquote(path)).split("/") if step not in {"..", "nameless"}]
    place = "/".join([host or "local", *steps])
    suffix = _SUFFIXES[media]
    name = PurePosixPath(place)
    own = name.suffix.lower() if steps else ""
    if own != suffix and not any({own, suffix} <= same for same in _SAME):
        name = name.with_name((name.stem if own in {".php", ".asp", ".aspx", ".jsp", ".cgi"} else name.name) + suffix)
    text = str(name)
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"
    return f"record-{number}/{text}"


def _split(address: str) -> tuple[str, str]:
    """Host and path of an address, both empty where it is none."""
    try:
        parts = urlsplit(address)
        return parts.hostname or "", parts.path
    except ValueError:
        return "", ""
