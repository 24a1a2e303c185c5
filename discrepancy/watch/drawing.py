"""A followed story out of the store, as a timeline."""

from __future__ import annotations

from discrepancy.errors import Unknown
from discrepancy.followed import Timeline, TimelineText
from discrepancy.settings import Settings
from discrepancy.store.versions import Versions
from discrepancy.watch.lines import text_of, timeline

__all__ = ["timeline_of", "version_text"]


def timeline_of(versions: Versions, story: str, settings: Settings) -> Timeline:
    """The timeline of a story, up to the last time that any of its sources was looked at.

    Raises:
        Unknown: there is no such story.
        EngineMissing: there is no language model.
    """
    with versions.seeing_one_state():  # a watcher may be at it meanwhile
        row = next((each for each in versions.stories() if each.id == story), None)
        if row is None:
            raise Unknown(f"There is no story {story!r}.")
        told = [(version, versions.document(version.number)) for version in versions.versions_of(story)]
        changes, alerts, polls = versions.changes_of(story), versions.alerts(story), versions.polls()
    sources = {version.source for version, _ in told}
    looked = [poll.asked_at for poll in polls if poll.source in sources and poll.asked_at is not None]
    now = max([row.last, *looked])
    return timeline(story, row.title, told, changes, alerts, settings, now, row.formerly)


def version_text(versions: Versions, number: int) -> TimelineText:
    """One version with its paragraphs.

    Raises:
        Unknown: there is no such version.
    """
    return text_of(versions.version(number), versions.document(number), versions.changes(number))
