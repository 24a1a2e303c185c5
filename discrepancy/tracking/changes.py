"""What is not as it was, in words."""

from __future__ import annotations

from collections.abc import Iterable

from discrepancy.said import Message, Param
from discrepancy.tracking.assign import Likely
from discrepancy.tracking.sides import Side

__all__ = ["change_of", "is_explained"]


def change_of(pair: Likely) -> Message | None:
    """What came and what went, and how it is judged now, or of what it is told; None where nothing changed."""
    told = [each for each in (_of_values(pair), _of_judgement(pair.earlier, pair.now)) if each]
    if not told and pair.strange:
        return _of_matter(pair.earlier, pair.now)
    if len(told) > 1:
        return Message("tracking.both", {"first": told[0], "second": told[1]})
    return told[0] if told else None


def _of_values(pair: Likely) -> Message | None:
    came = _listed(pair.now.labels[j] for j in pair.pairing.came)
    went = _listed(pair.earlier.labels[i] for i in pair.pairing.went)
    if came and went:
        return Message("tracking.replaced", {"came": came, "went": went})
    if came:
        return Message("tracking.came", {"came": came})
    return Message("tracking.went", {"went": went}) if went else None


def _of_matter(earlier: Side, now: Side) -> Message:
    """That the same values are told of something else."""
    before, after = earlier.snapshot.subject, now.snapshot.subject
    if before and after and earlier.subject != now.subject:
        return Message("tracking.about", {"earlier": before, "now": after})
    return Message("tracking.elsewhere", {})


def _listed(labels: Iterable[str]) -> Param:
    return " / ".join(labels)


def _of_judgement(earlier: Side, now: Side) -> Message | None:
    """That it was explained and is no longer, or that another rule finds it now."""
    if is_explained(earlier) and not is_explained(now):
        return Message("tracking.unexplained", {})
    if not is_explained(now) and earlier.snapshot.rule != now.snapshot.rule:
        return Message("tracking.judged", {"earlier": earlier.snapshot.rule, "now": now.snapshot.rule})
    return None


def is_explained(side: Side) -> bool:
    """Whether something tells how all its values can be right."""
    return bool(side.snapshot.reconciliation)
