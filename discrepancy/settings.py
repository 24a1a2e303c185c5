"""Every setting of a check, and of how a report of it is shown, as one frozen object each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from discrepancy.documents import SourceRole
from discrepancy.said import Level


class Revisions(StrEnum):
    """Which reading of a Word file's tracked changes is checked."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"
    BOTH = "both"
    """Two versions of one source: as it was, and as it is with all changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseSource:
    """What a newsroom says of a source wherever it meets it; ``story.toml`` beside a file wins over it.

    Attributes:
        known_as: how documents are known to be its: the name that they give as their source, or the host of their
            address ("meridian.example"), hosts below that one too. Its ``name`` makes them known as well.
        name: what it is called; empty where documents keep what they say.
        family: the wire whose text it prints: versions of one family are one voice. Empty where nothing is said.
        role: what it is to the newsroom.
    """

    known_as: str
    name: str = ""
    family: str = ""
    role: SourceRole = SourceRole.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a check may be told.

    Attributes:
        model: folder or package name of the spaCy model; None for the first of the known ones that is installed.
        languages: BCP 47 tags of the languages that are checked; a document in another one is reported, not checked.
        max_bytes: a file larger than this is not read; None for the limit of its format, which ``docs/inputs.md``
            tells (half a megabyte of plain text: no article is longer).
        house_style: CSV or TOML file with the spellings that the desk uses; None for no opinion on any spelling.
        draft: the newsroom's own draft, a file that holds one article: the report begins with what touches it. It is
            read too where it is not among the files given. None where no version is one's own.
        also: codes or names of rules to run that are off by default, such as ``STO003``.
        without: codes or names of rules not to run.
        levels: pairs of a rule's code or name and the level that its findings have instead of the rule's own. What
            softens a finding still does: one that is explained, or milder than its rule, is never raised.
        sources: what the newsroom says of sources, wherever their documents come from.
        revisions: which reading of tracked changes is checked.
        columns: for tables of articles, which column holds what: pairs of a field's name (``text``, ``title``,
            ``source``, ``published`` …) and a column's; what is not named is found by the column's own name.
        base: paths in a report are given relative to this folder; None for the current one.
        cache: folder that keeps what was read of documents for the next check; None to remember it in this process
            alone. It changes no report, only the time that one takes.
    """

    model: str | None = None
    languages: tuple[str, ...] = ("en",)
    max_bytes: int | None = None
    house_style: Path | None = None
    draft: Path | None = None
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    levels: tuple[tuple[str, Level], ...] = ()
    sources: tuple[HouseSource, ...] = ()
    revisions: Revisions = Revisions.ACCEPTED
    columns: tuple[tuple[str, str], ...] = ()
    base: Path | None = None
    cache: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """How a report is shown; what it says is the same in every one.

    Attributes:
        language: of the interface, of numbers and of dates: one that ``discrepancy.messages`` has a catalogue of.
        excerpts_only: leave whole texts out, for copy whose rights do not cover passing it on: what is shown of a
            version is its headline and the sentences that findings quote.
        assets: address of the folder that holds style and script, as the page sees it, for places that forbid them
            within a page; empty where the page holds both.
    """

    language: str = "en"
    excerpts_only: bool = False
    assets: str = ""
