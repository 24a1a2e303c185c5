"""What a loader is: a name, the suffixes it answers to, how it knows its files, and how it reads one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath

from discrepancy.loaders.intake.given import Given, Outcome

__all__ = ["HEAD_BYTES", "Loader", "Outcome"]

HEAD_BYTES = 65_536
"""How much of a file's beginning ``claims`` is shown: a wire's headers and a page's can fill many kilobytes."""

_ARTICLE_BYTES = 500_000
"""No article is half a megabyte of text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loader:
    """One way of reading files. A module in ``discrepancy/loaders`` gives its own as ``LOADER``.

    Attributes:
        name: what the format is called, for messages ("plain text").
        suffixes: lower-case suffixes that files of this format usually have. A file with one of them that can not
            even be opened is reported as unread; any other is passed over.
        claims: whether this loader reads the file, told from its name and its first ``HEAD_BYTES`` bytes (fewer
            where the file is shorter, none where it is empty).
        load: what is in the file, in order. An article is a document; a part of the file that can not be read is the
            ``InputError`` that says why, one that is no article a ``Skipped``, and the other parts are still read.
            A file that can not be read at all raises an ``InputError``, and nothing else is ever raised.
        most_bytes: files larger than this are not read unless the settings say so; what is read as a stream can have
            a limit beyond what fits into memory.
        order: loaders with a lower number are asked first; plain text, which claims much, comes last. Of one number,
            the name decides, so no two of them may claim one file:

            ===  =========================================================================================
            20   XML wires, by their root: NITF, NewsML-G2, NewsML 1
            30   what says at once what it is: ANPA and IPTC 7901, ninjs, Word, OpenDocument, RTF, WARC
            40   what could be taken for it: feeds in XML and JSON (ninjs has items too), ZIP (Word is one), tar
            45   what could be taken for that: one file in gzip (a packed tar or WARC is another thing), MHTML
            50   web pages: any markup that is none of those above
            60   what is known by its shape: tables in CSV, JSON and Parquet; PDF
            90   Markdown, by its name alone
            100  plain text
            ===  =========================================================================================
    """

    name: str
    suffixes: frozenset[str]
    claims: Callable[[PurePath, bytes], bool]
    load: Callable[[Given], Iterable[Outcome]]
    most_bytes: int = _ARTICLE_BYTES
    order: int = 50
