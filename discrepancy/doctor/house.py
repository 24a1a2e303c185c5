"""House rules: the file in force, whether it can be read, and the file of spellings that it names."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.config import InForce, in_force
from discrepancy.doctor.check import Asked, Check, State
from discrepancy.errors import InputError
from discrepancy.house_style import read_house_style
from discrepancy.loaders.intake.files import shown

__all__ = ["house_of", "look_at_house", "look_at_style"]


def house_of(asked: Asked) -> InForce | None:
    """What is in force; None where the house rules have a mistake in them, which is :func:`look_at_house`'s to tell."""
    try:
        return in_force({}, asked.paths, file=asked.config)
    except InputError:
        return None


def look_at_house(asked: Asked) -> Iterator[Check]:
    """The file in force."""
    held = in_force({}, asked.paths, file=asked.config)
    if held.file is None:
        yield Check(name="house rules", state=State.WELL, told="none: the defaults are in force", facts={"file": None})
        return
    file = shown(held.file, None)
    said = sum(line.origin != "default" for line in held.lines)
    told = f"{file}, {said} setting{'' if said == 1 else 's'}: discrepancy config shows them"
    yield Check(name="house rules", state=State.WELL, told=told, facts={"file": file, "settings": said})


def look_at_style(asked: Asked) -> Iterator[Check]:
    """The desk's spellings, where the house names a file of them."""
    held = house_of(asked)
    style = held.settings.house_style if held else None
    if style is None:
        return
    entries = read_house_style(style)
    told = f"{shown(style, None)}, {len(entries):,} name{'' if len(entries) == 1 else 's'}"
    yield Check(name="house style", state=State.WELL, told=told, facts={"file": str(style), "names": len(entries)})
