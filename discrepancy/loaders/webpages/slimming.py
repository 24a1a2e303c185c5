"""A page without what no reader sees and what makes it large: scripts, styles, pictures put into addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Slim", "slim"]

_RAW = re.compile(r"<(script|style|svg|template|noscript)\b", re.IGNORECASE | re.ASCII)
_SCRIPT = re.compile(r"<(script|style)\b", re.IGNORECASE | re.ASCII)
_TAG_END = re.compile(r"(?:[^>\"']|\"[^\"]{0,4000}\"|'[^']{0,4000}'){0,4000}>")
_ENDS = {
    name: re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE | re.ASCII)
    for name in ("script", "style", "svg", "template", "noscript")
}
_LD = re.compile(r"type\s*=\s*[\"']?\s*application/ld\+json", re.IGNORECASE)
_DATA = re.compile(r"\bdata:[a-z]+/[a-z0-9.+-]+[;,][^\"'\s)>]{64,}", re.IGNORECASE)
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)\s*|page saved with singlefile\s+url:\s*)(https?://[^\s<>\"']{3,2000})",
    re.IGNORECASE,
)
_PROLOG = re.compile(r"^\s*<\?xml\b[^>]{0,300}>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--")
_MOST_LD = 60
_LONGEST_LD = 4_000_000
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Slim:
    """A page made small.

    Attributes:
        text: its markup without scripts, styles and embedded pictures.
        json_ld: the texts of its JSON-LD scripts, in order.
        saved_from: the address that a browser noted as it saved the page; empty without one.
    """

    text: str
    json_ld: tuple[str, ...]
    saved_from: str


def slim(text: str) -> Slim:
    """Take out of a page what is no text; linear in its length, whatever it holds."""
    saved = _SAVED.search(text[:_HEAD])
    kept: list[str] = []
    ld: list[str] = []
    at = 0
    unclosed: set[str] = set()
    bare = _PROLOG.sub("", _without_comments(text), count=1)
    while (start := _RAW.search(bare, at)) is not None:
        kept.append(bare[at : start.start()])
        opened = _TAG_END.match(bare, start.end())
        inner = opened.end() if opened else start.end()
        name = start[1].lower()
        end = None if name in unclosed else _ENDS[name].search(bare, inner)
        if end is None:
            unclosed.add(name)
            # A browser takes all that follows an open script for script; of the others it shows what is in them.
            at = len(bare) if name in ("script", "style") else inner
            continue
        if name == "script" and _LD.search(bare[start.end() : inner]) and len(ld) < _MOST_LD:
            ld.append(bare[inner : min(end.start(), inner + _LONGEST_LD)])
        at = end.end()
    kept.append(bare[at:])
    return Slim(_DATA.sub("data:,", "".join(kept)), tuple(ld), saved[1] if saved else "")


def _without_comments(text: str) -> str:
    """The page without comments, except in scripts, where what looks like one is the script's own."""
    kept, at = [], 0
    while (start := _COMMENT.search(text, at)) is not None:
        script = _SCRIPT.search(text, at, start.start())
        if script is not None:
            end = _ENDS[script[1].lower()].search(text, script.end())
            stop = end.end() if end else len(text)
            kept.append(text[at:stop])
            at = stop
            continue
        close = text.find("-->", start.end())
        kept.append(text[at : start.start()])
        at = close + 3 if close >= 0 else len(text)
    kept.append(text[at:])
    return "".join(kept)
