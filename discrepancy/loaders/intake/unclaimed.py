"""What a file is that no loader claims, and what its owner can do to have it read."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

from discrepancy.errors import InputError, NotText
from discrepancy.loaders.intake.refusals import empty_file
from discrepancy.loaders.intake.sniff import Content, binary_name, sniff

__all__ = ["not_taken", "refused", "why_passed_over"]

_LOOKED_AT = 4096
_AS_TEXT = "Save the article's text as a UTF-8 .txt file and give that."
_AS_WORD = "Open it in the program that made it, and save it as .docx or as text."
_AS_TABLE = "Save the sheet with the articles as CSV."
_UNPACK = "Unpack it, and give what is in it."
_READ_OFF = "Give the text that it shows as a UTF-8 .txt file."
_TRANSCRIBE = "Give what is said in it as a UTF-8 .txt file."


class _Kind(NamedTuple):
    """What a file is, and what to do to have it read."""

    what: str
    remedy: str


# Source: the media types registered with IANA, and the formats' own documentation.
_BY_SUFFIX = {
    ".wpd": _Kind("a WordPerfect document", _AS_WORD),
    ".wps": _Kind("a Works document", _AS_WORD),
    ".pages": _Kind("a Pages document", "Export it from Pages as Word (.docx)."),
    ".key": _Kind("a Keynote presentation", _AS_TEXT),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), _Kind("a presentation", _AS_TEXT)),
    **dict.fromkeys((".xls", ".xlsx", ".xlsm", ".ods", ".numbers"), _Kind("a spreadsheet", _AS_TABLE)),
    **dict.fromkeys((".epub", ".mobi"), _Kind("an e-book", _AS_TEXT)),
    **dict.fromkeys((".eml", ".msg"), _Kind("an e-mail", _AS_TEXT)),
    **dict.fromkeys((".indd", ".idml", ".icml"), _Kind("an InDesign file", "Export its text as .rtf or .txt.")),
    **dict.fromkeys((".7z", ".rar"), _Kind("an archive of a kind that is not read", _UNPACK)),
    **dict.fromkeys((".db", ".sqlite", ".sqlite3"), _Kind("a database", "Export the articles as CSV or JSON Lines.")),
    **dict.fromkeys((".tif", ".tiff", ".webp", ".heic", ".avif", ".svg"), _Kind("a picture", _READ_OFF)),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".ogg", ".flac"), _Kind("a recording", _TRANSCRIBE)),
    **dict.fromkeys((".mp4", ".mov", ".webm", ".mkv", ".avi"), _Kind("a video", _TRANSCRIBE)),
    ".toml": _Kind("TOML, not an article", _AS_TEXT),
    ".json": _Kind("JSON that is in no news format", _AS_TEXT),
}
_TEXTUAL = frozenset({".toml", ".json", ".eml", ".svg"})
"""Suffixes above whose files are text: any other that holds text only bears a wrong name."""
_REMEDIES = {
    "a PNG image": _READ_OFF,
    "a JPEG image": _READ_OFF,
    "a GIF image": _READ_OFF,
    "an MP3 recording": _TRANSCRIBE,
    "an Ogg recording": _TRANSCRIBE,
    "a 7-Zip archive": _UNPACK,
    "a RAR archive": _UNPACK,
    "gzip data": _UNPACK,
    "bzip2 data": _UNPACK,
    "xz data": _UNPACK,
    "an empty ZIP archive": "Save the articles in it, or leave it out.",
    "an SQLite database": "Export the articles as CSV or JSON Lines.",
}
"""What to do about what the first bytes tell."""
_VAGUE = frozenset(
    {"binary data", "an old office document", "a ZIP archive or an office document", "a RIFF sound, picture or video"}
)
"""What the first bytes tell where its name tells more."""


def refused(path: PurePath, head: bytes, display: str) -> InputError:
    """The error for a file that was given by name."""
    if not head:
        return empty_file(display)
    kind = _kind(path, head)
    error = NotText if sniff(head[:_LOOKED_AT]) is Content.BINARY else InputError
    return error(f"is {kind.what}, and no loader reads it.", where=display, remedy=kind.remedy)


def not_taken(why: str, path: PurePath, head: bytes, display: str) -> InputError:
    """The error for a file that was given by name and that its loader passes over: in a folder that is no error."""
    # A reason may hold a remedy of its own ("name it: --columns"), which another would contradict.
    remedy = "" if ". " in why else _kind(path, head).remedy
    return NotText(f"was passed over: {why}.", where=display, remedy=remedy)


def why_passed_over(path: PurePath, head: bytes) -> str:
    """The reason why a file that was found in a folder is not read, with what to do where it may be an article."""
    kind = _kind(path, head)
    reason = f"{kind.what}: no loader reads it"
    if kind.remedy in {_AS_TEXT, _READ_OFF, _TRANSCRIBE}:
        return reason
    return f"{reason}; {kind.remedy[0].lower()}{kind.remedy[1:].rstrip('.')}"


def _kind(path: PurePath, head: bytes) -> _Kind:
    content, suffix = sniff(head[:_LOOKED_AT]), path.suffix.lower()
    if content is Content.EMPTY:
        return _Kind("an empty file", _AS_TEXT)
    if content is Content.BINARY:
        return _binary(suffix, head)
    if suffix in _TEXTUAL:
        return _BY_SUFFIX[suffix]
    if content is Content.JSON:
        return _BY_SUFFIX[".json"]
    if content is Content.MARKUP:
        return _Kind("a web page or XML", _AS_TEXT)
    return _Kind(f"a {path.suffix or 'nameless'} file", _AS_TEXT)


def _binary(suffix: str, head: bytes) -> _Kind:
    name = binary_name(head[:_LOOKED_AT])
    if name in _VAGUE:
        return _BY_SUFFIX.get(suffix, _Kind(name, _AS_TEXT))
    return _Kind(name, _REMEDIES.get(name, _AS_TEXT))
