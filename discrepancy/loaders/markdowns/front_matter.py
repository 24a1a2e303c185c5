"""The head of a Markdown file between two lines of dashes: ``key: value`` lines, read without a YAML library."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from discrepancy.loaders.articles import Field, Known

__all__ = ["FrontMatter", "take_front_matter"]

# Source: what Jekyll, Hugo, Eleventy, Pandoc and Ghost call these in their documentation.
_FIELDS = {
    Field.TITLE: "title headline",
    Field.SOURCE: "source publisher outlet publication site_name",
    Field.AUTHOR: "author authors byline creator",
    Field.PUBLISHED: "date published publisheddate published_at publishdate pubdate datepublished",
    Field.UPDATED: "updated lastmod modified last_modified_at updated_at datemodified",
    Field.PLACE: "dateline location place",
    Field.LANGUAGE: "lang language",
    Field.ADDRESS: "url link canonical_url canonical source_url",
    Field.EMBARGO: "embargo embargoed embargo_until",
    Field.VERSION: "version",
    Field.SLUG: "slug",
    Field.USAGE: "usage rights license",
    Field.NOTE: "note ednote editors_note",
    Field.STATUS: "status",
    Field.SUBJECT: "tags keywords categories section category",
}
_KEYS = {key: name for name, keys in _FIELDS.items() for key in keys.split()}
_SUMMARIES = frozenset("summary standfirst deck dek subtitle excerpt".split())
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_LINE = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,39}?)[ \t]*[:=](?:[ \t]+(?P<value>.*)|)$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)$")
_BLOCK = re.compile(r"[|>][+-]?\d?$")
_COMMENT = re.compile(r"\s+#\s.*$")
_MOST_LINES = 300


@dataclass(slots=True)
class FrontMatter:
    """What the head of a file says.

    Attributes:
        known: of the article.
        summary: the text under its headline; empty where none is given.
        lines: how many lines of the file it takes up; 0 without one.
    """

    known: Known = field(default_factory=Known)
    summary: str = ""
    lines: int = 0


def take_front_matter(lines: list[str]) -> FrontMatter:
    """Read the head of a file; an empty one where its first line does not open one, or nothing closes it.

    Args:
        lines: of the file, without their ends.
    """
    closing = _FENCES.get(lines[0].rstrip()) if lines else None
    end = next((i for i, line in enumerate(lines[1:_MOST_LINES], 1) if closing and line.rstrip() in closing), 0)
    values = _values(lines[1:end])
    if not end or not values:
        return FrontMatter()
    found = FrontMatter(lines=end + 1)
    for key, value in values:
        name = key.strip().lower().replace("-", "_").replace(" ", "_")
        if name in _SUMMARIES:
            found.summary = found.summary or value
        elif name in _KEYS:
            found.known.add(_KEYS[name], value, f"front matter {key.strip()}")
    return found


def _values(lines: list[str]) -> list[tuple[str, str]]:
    """Every key with its value, once for each of several; lines that are neither are passed over."""
    found: list[tuple[str, str]] = []
    key, block = "", False
    for line in lines:
        match = _LINE.match(line)
        item = _ITEM.match(line)
        if line[:1].isspace() and block and key:
            found.append((key, f"{found.pop()[1]} {line.strip()}".strip()))
        elif item and key:
            found.append((key, _plain(item["value"])))
        elif match:
            key, value = match["key"], (match["value"] or "").strip()
            block = bool(_BLOCK.match(value))
            found += [(key, "")] if block else [(key, each) for each in _several(value)]
    return [(name, value) for name, value in found if value]


def _several(value: str) -> list[str]:
    """The values of a list in brackets, or the one value."""
    if value.startswith("[") and value.endswith("]"):
        return [_plain(each) for each in value[1:-1].split(",")]
    return [_plain(value)]


def _plain(value: str) -> str:
    """A value without its quotation marks, or without the remark after it."""
    value = value.strip()
    for mark in "\"'":
        if value.startswith(mark) and value.find(mark, 1) > 0:
            return value[1 : value.rindex(mark)].replace('\\"', '"').replace("''", "'")
    return _COMMENT.sub("", value)
