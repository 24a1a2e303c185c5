"""From a new version of an article to what an editor should hear of: a pure function over the story as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from discrepancy.decided import Snapshot
from discrepancy.followed import Alert
from discrepancy.grammar.quantities import find_quantities
from discrepancy.loaders import Loaded
from discrepancy.model import Document, Finding, Level, ReportData
from discrepancy.pipeline import check_facts, read_facts
from discrepancy.settings import Settings
from discrepancy.text.characters import fold, plain
from discrepancy.tracking import follow, snapshots
from discrepancy.watch.alerting import of_changes, of_contradiction
from discrepancy.watch.contradicting import is_contradicting
from discrepancy.watch.judged import Judged, News, Told
from discrepancy.watch.slips import slips
from discrepancy.watch.stale import stale_alerts
from discrepancy.watch.telling_apart import is_worth_telling

__all__ = ["judge"]


def judge(news: News, settings: Settings) -> Judged:
    """What a new version gives rise to: what changed in it, who is stale by it, and which sources it contradicts.

    A contradiction is told where it is new, or a value came to it; not where a review decided on it with these values,
    and not where its values are those of a change that was told (the change, or the stale copy, says it all).

    Raises:
        EngineMissing: there is no language model.
        InputError: the house style file can not be used.
        UsageError: the settings name a rule that there is not.
    """
    stale = stale_alerts(news, settings)
    found = list(_contradictions(news, settings))
    standing = tuple(snapshot for _, snapshot in found)
    fresh = _fresh(news.snapshots, standing) - _decided(news, standing)
    told = [
        of_contradiction(news, finding, snapshot, _homes(news, finding))
        for finding, snapshot in found
        if snapshot.finding in fresh and not _is_of_a_change(news, finding, stale)
    ]
    return Judged(alerts=(*of_changes(news), *stale, *told), snapshots=standing)


def _contradictions(news: News, settings: Settings) -> Iterator[tuple[Finding, Snapshot]]:
    """What the rules find between the standing versions of two articles or more."""
    if len(news.standing) < 2:  # nothing to hold a version against
        return
    data = _checked([told.document for told in news.standing], settings)
    for finding, snapshot in zip(data.findings, snapshots(data), strict=True):
        if finding.level.rank < Level.WARNING.rank or finding.reconciliation is not None:
            continue
        if (
            is_contradicting(finding.rule)
            and is_worth_telling(finding, data)
            and len({t.version.article for t in _homes(news, finding)}) > 1
        ):
            yield finding, snapshot


def _checked(documents: Sequence[Document], settings: Settings) -> ReportData:
    ordered = tuple(sorted(documents, key=lambda document: document.id))
    data = check_facts(Loaded(documents=ordered), read_facts(ordered, settings), settings)
    return replace(data, findings=(*data.findings, *slips(data)))


def _homes(news: News, finding: Finding) -> list[Told]:
    ids = {mention.document for value in finding.values for mention in value.mentions}
    return [told for told in news.standing if told.document.id in ids]


def _fresh(earlier: Sequence[Snapshot], now: Sequence[Snapshot]) -> set[str]:
    """The ids of findings that were not there before, or to which a value came."""
    came = follow(earlier, now)
    found = {snapshot.finding for snapshot in came.fresh}
    for match in came.matches:
        if match.changed is not None and set(_keys(match.now)) - set(_keys(match.earlier)):
            found.add(match.now.finding)
    return found


def _keys(snapshot: Snapshot) -> Iterator[str]:
    return (value.key or fold(value.label) for value in snapshot.values)


def _decided(news: News, now: Sequence[Snapshot]) -> set[str]:
    """The ids of findings that somebody decided on, with the values that they have now."""
    decided = [matter.snapshot for matter in news.matters if matter.decision is not None]
    return {match.now.finding for match in follow(decided, now).matches if match.changed is None}


def _is_of_a_change(news: News, finding: Finding, stale: Iterable[Alert]) -> bool:
    """Whether the values of a finding are those of changes that are told already, as a count goes from one to the next.

    Of a value changed without a word only where a stale copy is told of: others may say otherwise for good reason.
    """
    values = {_plain(value.label) for value in finding.values}
    told = {_plain(value.label) for alert in stale for value in alert.values}
    moves = [
        {_plain(moved.change.before), _plain(moved.change.after)}
        for moved in (*news.earlier, *news.moved)
        if moved.is_change
        and (not moved.is_silent or {_plain(moved.change.before), _plain(moved.change.after)} <= told)
    ]
    return any(values <= reached for reached in _series(moves))


def _series(moves: Iterable[set[str]]) -> list[set[str]]:
    """The values that changes led through: 4 to 7 and 7 to 9 are one series of three."""
    found: list[set[str]] = []
    for move in moves:
        joined = set(move).union(*(known for known in found if known & move))
        found = [known for known in found if not known & move] + [joined]
    return found


def _plain(label: str) -> str:
    """A value without its dress: the figure that its words give, else the words."""
    words = plain(label.split(" (", maxsplit=1)[0])
    figures = find_quantities(words)
    if len(figures) == 1:
        return f"{figures[0].low.normalize()} {figures[0].high.normalize()}"
    return fold(words)
