"""What a batch is asked to do, and the pieces that it is cut into: what tasks are given. All of it is plain data."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, fields
from datetime import timedelta
from importlib import metadata
from pathlib import Path

from discrepancy.bounded import read_at_most
from discrepancy.cache import key_of, own_digest
from discrepancy.rules import chosen_rules
from discrepancy.settings import Presentation, Settings
from discrepancy.stories.grouping import WINDOW
from discrepancy.text.engine import KNOWN_MODELS
from discrepancy.text.engine.model_files import digest_of as model_digest
from discrepancy.text.engine.model_files import folder_of

__all__ = [
    "MOST_VERSIONS",
    "PART_SIZE",
    "Bucket",
    "Cut",
    "File",
    "Job",
    "Member",
    "Part",
    "StoryOf",
    "digest_of",
    "is_border",
    "job_of",
]

PART_SIZE = 256
"""Documents of a part: some seconds of work, and some megabytes of facts in memory."""
MOST_VERSIONS = 40
"""Versions of one story that are held against each other: the pairs grow with the square of them."""
_NO_MATTER = frozenset({"base", "cache", "draft", "house_style"})
"""Settings that change no result by themselves: where paths begin, and a file that counts by what is in it."""
_STYLE_BYTES = 50_000_000
_DIGITS = 16
_LEAST = 4
"""A part or bucket has at least a quarter of what it may have, unless nothing more follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What changes the result of a batch, and where it is written.

    Attributes:
        output: a folder, or an address that fsspec knows.
        settings: the settings of the check.
        shown: how pages are shown.
        window: how long a story is told, from its first document.
        part_size: documents of a part.
        most_versions: how many versions of one story are held against each other.
        model: the language model, with a digest of its files.
        version: of this package, with a digest of its programs and word lists.
        style: digest of the house style file; empty where there is none.
    """

    output: str
    settings: Settings = field(default_factory=Settings)
    shown: Presentation = field(default_factory=Presentation)
    window: timedelta = WINDOW
    part_size: int = PART_SIZE
    most_versions: int = MOST_VERSIONS
    model: str = ""
    version: str = ""
    style: str = ""

    @property
    def reading(self) -> str:
        """Digest of all that changes what the map stage writes."""
        return digest_of(self.version, self.model, str(self.part_size), _told(self.settings))

    @property
    def key(self) -> str:
        """Digest of all that changes the result."""
        seconds = str(self.window.total_seconds())
        return digest_of(self.reading, repr(self.shown), seconds, str(self.most_versions), self.style)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file as it was when the run was planned: the path to show, where it is, its size and its time of change.

    ``passed`` is why it is passed over without being opened; empty where it is read.
    """

    display: str
    path: str
    size: int
    changed: int
    given: bool = False
    passed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A piece of one file: its bytes (of JSON Lines) or its groups of rows (of Parquet) ``[start, end)``.

    ``first`` is the number of lines or rows before it.
    """

    kind: str
    start: int
    end: int
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of the input: some small files, one file of many articles, or a cut of one.

    ``base`` is the folder that paths are shown relative to.
    """

    files: tuple[File, ...]
    base: str
    cut: Cut | None = None

    @property
    def key(self) -> str:
        """Digest of what it is: the files as they are shown, with size and time, wherever they lie."""
        told = [f"{file.display}\0{file.size}\0{file.changed}\0{file.given}\0{file.passed}" for file in self.files]
        return digest_of(*told, repr(self.cut))

    @property
    def size(self) -> int:
        """How many bytes are to be read."""
        if self.cut is None or self.cut.kind != "lines":
            return sum(file.size for file in self.files)
        return self.cut.end - self.cut.start


@dataclass(frozen=True, slots=True)
class Member:
    """A document of a story, and where the map stage put it: the name of its pack, and the number of its record.

    ``text`` is a digest of its text, ``moment`` when it was published, as it sorts; empty where that is not said.
    """

    document: str
    pack: str
    record: int
    text: str
    moment: str


@dataclass(frozen=True, slots=True)
class StoryOf:
    """A story as it was grouped: its id, the ids that it had before, and its documents."""

    id: str
    members: tuple[Member, ...]
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bucket:
    """Stories of about the same time: what one task of the reduce stage checks."""

    stories: tuple[StoryOf, ...]

    @property
    def key(self) -> str:
        """Digest of what is in it."""
        return digest_of(*(repr(story) for story in self.stories))

    @property
    def documents(self) -> int:
        """How many documents its stories have."""
        return sum(len(story.members) for story in self.stories)


def digest_of(*told: str) -> str:
    """A short digest of strings in their order, for names of files."""
    return key_of(*told)[:_DIGITS]


def is_border(name: str, held: int, most: int) -> bool:
    """Whether a part or a bucket that holds so many ends after the thing of that name.

    Names decide, not counts alone: what is added to an archive moves the borders near it, and the parts further on are
    what they were in an earlier run, and need not be made again.
    """
    if held >= most:
        return True
    return held * _LEAST >= most and int(digest_of(name), 16) % max(most // _LEAST, 1) == 0


def job_of(output: str, settings: Settings, **told: object) -> Job:
    """A job with what is installed: this package and the language model, by what is in them.

    Raises:
        InputError: the house style file can not be read.
        UsageError: the settings name a rule that there is not.
    """
    chosen_rules(settings.also, settings.without)
    return Job(
        output=output,
        settings=settings,
        model=_model(settings.model),
        version=f"{metadata.version('discrepancy')} {own_digest()[:_DIGITS]}",
        style=_style(settings.house_style),
        **told,  # type: ignore[arg-type]  # the fields of Job, each by its name
    )


def _told(settings: Settings) -> str:
    return repr([(each.name, getattr(settings, each.name)) for each in fields(settings) if each.name not in _NO_MATTER])


def _model(asked: str | None) -> str:
    """The language model by its name and what is in its files, without loading it; empty where none is there."""
    for name in [asked] if asked else KNOWN_MODELS:
        folder = folder_of(name)
        if folder is not None:
            return f"{folder.name} {model_digest(folder)[:_DIGITS]}"
    return ""


def _style(path: Path | None) -> str:
    if path is None:
        return ""
    data = read_at_most(
        path, _STYLE_BYTES, kind="a house style", itself="the CSV or TOML file", instead="Split the list."
    )
    return hashlib.sha256(data).hexdigest()
