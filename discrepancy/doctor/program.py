"""The program itself: its version, the Python and the system that it runs on, and what it can not do without."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator

from discrepancy.doctor.check import Asked, Check, State
from discrepancy.doctor.installed import installed, parts, required

__all__ = ["look_at_parts", "look_at_program"]

_PROGRAM = "discrepancy"


def look_at_program(_: Asked) -> Iterator[Check]:
    """The program, Python, the system, and the packages that every check needs."""
    version = installed(_PROGRAM)
    if version is None:
        yield Check(
            name="program",
            state=State.WRONG,
            told="discrepancy runs without having been installed: its version is not known",
            remedy="Install it: pip install discrepancy, or pip install -e . in a checkout.",
        )
    else:
        yield Check(name="program", state=State.WELL, told=f"discrepancy {version}", facts={"version": version})
    python = platform.python_version()
    yield Check(
        name="python",
        state=State.WELL,
        told=f"{platform.python_implementation()} {python} ({sys.executable})",
        facts={"version": python, "executable": sys.executable},
    )
    yield Check(
        name="system", state=State.WELL, told=platform.platform(), facts={"encoding": sys.getfilesystemencoding()}
    )
    if version is not None:
        yield _needed()


def _needed() -> Check:
    names = required(_PROGRAM)
    lacking = [name for name in names if installed(name) is None]
    facts: dict[str, object] = {"lacking": lacking, "versions": {name: installed(name) for name in names}}
    if lacking:
        told, remedy = f"{', '.join(lacking)} not installed", f"pip install {' '.join(lacking)}"
        return Check(name="packages", state=State.WRONG, told=told, remedy=remedy, facts=facts)
    return Check(name="packages", state=State.WELL, told=f"all {len(names)} that are needed", facts=facts)


def look_at_parts(_: Asked) -> Iterator[Check]:
    """The optional parts, each there or not, and what installs it."""
    for part, names in parts(_PROGRAM).items():
        lacking = [name for name in names if installed(name) is None]
        facts: dict[str, object] = {"versions": {name: installed(name) for name in names}}
        there = ", ".join(f"{name} {installed(name)}" for name in names if name not in lacking)
        if lacking:
            yield Check(
                name=f"part {part}",
                state=State.ABSENT,
                told=f"not installed: {', '.join(lacking)}",
                remedy=f"pip install 'discrepancy[{part}]'",
                facts=facts,
            )
        else:
            yield Check(name=f"part {part}", state=State.WELL, told=there, facts=facts)
