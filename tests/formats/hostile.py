"""Reports whose every string that input can reach holds the same text: what the formats must show and not obey."""

from __future__ import annotations

import dataclasses
import datetime as dt

from discrepancy.model import BlockRole, Level, ReportData
from tests.formats.builders import document, finding, group, quantity
from tests.formats.stories import EMPTY, FLOOD

SPRUNG = "73,519"
"""A figure that no other text holds."""


def everywhere(text: str) -> ReportData:
    """A report with a finding of each kind, with ``text`` in every field."""
    home = dataclasses.replace(
        document(text, text, f"{text} heads", f"The {text} of {SPRUNG} {text} boats.", published=dt.date(2031, 3, 3)),
        path=text,
        title=text,
        dateline=text,
        embargo=text,
        address=text,
    )
    other = document("other", f"{text}2", (BlockRole.CAPTION, f"{text}{SPRUNG}{text} ships sank."))
    facts = (
        quantity(home, SPRUNG, "73519", text, by=text, hedge=text),
        quantity(other, SPRUNG, "73519", text, by=text),
    )
    values = {text: [facts[0]], f"{text}2": [facts[1]]}
    judged = [
        dataclasses.replace(finding(text, level, text, text, f"{text}!", values, both=both), id=f"{text}{place}")
        for place, (level, both) in enumerate([(Level.ERROR, ""), (Level.NOTE, text), (Level.NOTE, "")])
    ]
    return dataclasses.replace(
        EMPTY,
        documents=(home, other),
        facts=facts,
        groups=(group(text, text, *facts),),
        findings=tuple(judged),
        unread=(dataclasses.replace(FLOOD.unread[0], path=text, what=text, remedy=text),),
        skipped=(dataclasses.replace(FLOOD.skipped[0], path=text, why=text),),
        rules=(dataclasses.replace(FLOOD.rules[0], code=text, name=text, summary=text),),
        families=((home.id, other.id),),
        stories=((home.id,), (other.id,)),
        draft=home.id,
    )
