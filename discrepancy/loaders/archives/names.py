"""Names of members as archives give them: which lead outside, and how to show one safely."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

__all__ = ["passed_over", "safe_name", "trouble_with"]

_DRIVE = re.compile(r"[A-Za-z]:(?! )")
_LONGEST = 240
"""Characters of a name that are shown; the longest that a file system takes is 255."""


def trouble_with(name: str) -> str:
    """Why a member of that name is not read; empty where nothing is wrong with it.

    Nothing is ever written under a member's name. One that leads outside is refused all the same: only an archive
    that was made to do harm, or that was damaged, has one.
    """
    flat = name.replace("\\", "/")
    if "\x00" in flat:
        return "has a zero byte in its name, so that it has one name for some programs and another for others."
    if flat.startswith("/") or _DRIVE.match(flat):
        return "has an absolute path for a name."
    if ".." in flat.split("/"):
        return "has a name that leads out of the archive."
    return ""


def safe_name(name: str) -> str:
    """A name to show: forward slashes, no empty steps, nothing that a terminal obeys or a reader does not see."""
    flat = " ".join(name.replace("\\", "/").split())
    steps = [step for step in flat.split("/") if step.strip() not in {"", "."}]
    plain = "".join(sign if sign.isprintable() else "\ufffd" for sign in "/".join(steps))
    if len(plain) > _LONGEST:
        plain = f"{plain[: _LONGEST // 2]}…{plain[-_LONGEST // 2 :]}"
    return plain or "nameless"


def passed_over(name: str) -> str:
    """Why a member is no article, told from its safe name; empty where it may be one. As in folders."""
    steps = PurePosixPath(name).parts
    if any(step.startswith(".") and step != ".." for step in steps):
        return "hidden"
    last = PurePosixPath(steps[-1])
    if last.stem.casefold() == "readme":
        return "a README, not an article"
    if last.name.casefold() == "story.toml":
        return "a story.toml in an archive is not read: put it beside the archive's files in a folder"
    return ""
