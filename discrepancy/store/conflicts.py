"""Two reviewers at one matter: the second is told what the first did, and nothing is written."""

from __future__ import annotations

from discrepancy.decided import Action, Event, Matter
from discrepancy.errors import Conflict

__all__ = ["DecidedMeanwhile", "conflict"]

_DID = {
    Action.WITHDRAWN: "took a decision back",
    Action.ASSIGNED: "assigned it",
    Action.COMMENTED: "commented on it",
}


class DecidedMeanwhile(Conflict):
    """Someone else acted on the matter since the reviewer looked; ``matter`` is how it stands now."""

    def __init__(self, what: str, *, matter: Matter, remedy: str = "") -> None:
        self.matter = matter
        super().__init__(what, remedy=remedy)


def conflict(matter: Matter, latest: Event | None) -> DecidedMeanwhile:
    """The error for an act on ``matter`` by someone who had not seen ``latest``, the last thing a person did."""
    told = f"{latest.who} {_did(latest)} at {latest.at:%Y-%m-%d %H:%M} UTC" if latest else "nobody has acted on it"
    return DecidedMeanwhile(
        f"The finding is no longer as it was shown: {told}.",
        matter=matter,
        remedy="Nothing was written. Look at how it stands now, and decide again if you see it otherwise.",
    )


def _did(event: Event) -> str:
    if event.action is Action.DECIDED and event.ruling is not None:
        return f"decided “{event.ruling.value}”"
    if event.action is Action.ASSIGNED:
        return f"assigned it to {event.assignee}" if event.assignee else "assigned it to nobody"
    return _DID[event.action]
