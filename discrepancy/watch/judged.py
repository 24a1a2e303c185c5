"""What judging is given and what comes of it: frozen values, so that a replay comes to the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from discrepancy.decided import Matter, Snapshot
from discrepancy.followed import Alert, Change, ChangeKind, Version
from discrepancy.model import Document, FactKind

__all__ = ["Judged", "Moved", "News", "Told"]

_GO_ON: Final = frozenset({FactKind.QUANTITY, FactKind.DATE})
"""Kinds of which a line such as "Updated at 14:10" says enough: figures and days move as things go on, names do not."""


@dataclass(frozen=True, slots=True)
class Told:
    """A version of an article with its document."""

    version: Version
    document: Document


@dataclass(frozen=True, slots=True)
class Moved:
    """A change from one version of an article to the next."""

    change: Change
    before: Told
    after: Told

    @property
    def is_change(self) -> bool:
        """Whether one value took the place of another."""
        return self.change.kind is ChangeKind.CHANGED

    @property
    def is_silent(self) -> bool:
        """Whether a fact was changed and nothing accounts for it, neither words nor a count that goes on."""
        change = self.change
        if change.corrected or change.grown:
            return False
        return self.is_change and not (change.label and (change.fact in _GO_ON or change.before in change.label))

    @property
    def is_looked_after(self) -> bool:
        """Whether other versions may still have the value from before: it was wrong, or changed without a word."""
        return self.change.corrected or self.is_silent


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A new version of an article, in its story.

    Attributes:
        story: id of the story.
        new: the version that is judged.
        moved: what changed from the article's version before; empty for the first one.
        standing: the version that stands now of each article of the story, the new one among them; their documents
            have different ids.
        earlier: what took the place of what between earlier versions of the story's articles.
        snapshots: what :class:`Judged` gave for the story last time.
        matters: what was decided in reviews of the story.
    """

    story: str
    new: Told
    moved: tuple[Moved, ...]
    standing: tuple[Told, ...]
    earlier: tuple[Moved, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    matters: tuple[Matter, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of it: what to tell, and the contradictions as they stand, for the next time.

    An alert may be given again for as long as what it tells of stands; its key says that it was told.
    """

    alerts: tuple[Alert, ...]
    snapshots: tuple[Snapshot, ...]
