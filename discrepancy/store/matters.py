"""How a matter stands: what its events say, taken in order. Nothing here touches a file."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.decided import Action, Event, Matter, Status

__all__ = ["in_order", "matter_of"]

_BY_CHECKS = (Action.FOLLOWED, Action.REOPENED, Action.RESOLVED)


def in_order(events: Sequence[Event]) -> list[Event]:
    """By the time at which they happened.

    In a store of one desk this is the order of the log, for no two events of a matter are of the same millisecond.
    Where the log of another desk was merged into it, what happened there stands later in the log and takes its place
    in time here; of the same millisecond the ids decide, so that both desks see the same.
    """
    return sorted(events, key=lambda event: (event.at, event.id))


def matter_of(events: Sequence[Event]) -> Matter:
    """The matter that these events are about: all of it, and of it alone; in any order, at least one."""
    ordered = in_order(events)
    undone = {event.undoes for event in ordered if event.action is Action.WITHDRAWN}
    decision = _latest([event for event in ordered if event.action is Action.DECIDED and event.id not in undone])
    after = ordered[ordered.index(decision) :] if decision else []
    reopened = _latest([event for event in after if event.action is Action.REOPENED])
    seen = _latest([event for event in ordered if event.action is not Action.RESOLVED]) or ordered[0]
    assigned = _latest([event for event in ordered if event.action is Action.ASSIGNED])
    last = _latest([event for event in ordered if event.action.by_people])
    return Matter(
        id=ordered[0].matter,
        story=ordered[0].story,
        finding=seen.snapshot.finding,
        snapshot=seen.snapshot,
        status=_status(ordered, decision, reopened),
        decision=decision,
        reopened=reopened,
        assignee=assigned.assignee if assigned else "",
        comments=tuple(event for event in ordered if event.action is Action.COMMENTED),
        last=last.id if last else "",
    )


def _status(ordered: Sequence[Event], decision: Event | None, reopened: Event | None) -> Status:
    """Only a check can say that a finding is gone, or that it is there again."""
    checked = _latest([event for event in ordered if event.action in _BY_CHECKS])
    if checked and checked.action is Action.RESOLVED:
        return Status.RESOLVED
    if decision is None:
        return Status.NEW
    return Status.REOPENED if reopened else Status.DECIDED


def _latest(events: Sequence[Event]) -> Event | None:
    return events[-1] if events else None
