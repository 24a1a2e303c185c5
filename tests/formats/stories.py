"""An invented story in four versions, with a finding of each state: what the formats are tried on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from discrepancy.model import Attribution, BlockRole, Level, Person, ReportData, RuleInfo, Skipped, Unread
from tests.formats.builders import document, finding, group, person, quantity

ZONE = dt.timezone(dt.timedelta(hours=1))
FURNITURE = BlockRole.FURNITURE

WIRE = document(
    "wire",
    "Estuary Wire",
    "Flood drives 4,200 from homes in Harlow Sands",
    (BlockRole.DATELINE, "HARLOW SANDS (Estuary Wire) —"),
    "The river Orre broke its banks before dawn on Monday and drove 4,200 people from their homes, officials said. "
    "Mayor Katrin Vandemeer said 12 people were missing.",
    "The dam holds 3.1 million cubic metres, according to the water board. About 60 soldiers fill sandbags.",
    "“We heard it before we saw it,” said Piet Okonjo, a baker.",
    (FURNITURE, "Sign up for the Morning Tide newsletter"),
    (FURNITURE, "Also read: ferry fares rise again"),
    "Repairs will cost 18 million euros, the mayor said.",
    published=dt.datetime(2031, 3, 3, 7, 40, tzinfo=ZONE),
)
POST = document(
    "harlow-post",
    "Harlow Post",
    "Thousands flee as the Orre bursts its banks",
    "More than 4,000 people left their homes after the Orre flooded the lower town on Monday.",
    "Mayor Katrin Vandemeer said 12 people were missing. Repairs will cost 18 million euros, she said.",
    "The dam holds 3.1 billion cubic metres, the water board said. Some 60 soldiers came to help.",
    (BlockRole.CAPTION, "Catrin Vandemeer, the mayor, at the broken dyke."),
    published=dt.date(2031, 3, 3),
)
RADIO = document(
    "radio",
    "Radio Orre",
    "Orre flood: 21 missing",
    "Katrin Vandemeer, the mayor, said 21 people were missing. The flood drove 4,200 people from their homes.",
    "The works will cost 18 million euros this year and 25 million in all. Sixty soldiers are in the town.",
    published=dt.datetime(2031, 3, 3, 12, 5, tzinfo=ZONE),
)
DRAFT = document(
    "draft",
    "draft",
    "Harlow Sands under water",
    "The dam above the town holds 3.1 million cubic metres of water. The mayor, Katrin Van de Meer, said the "
    "repairs would cost 18 million euros.",
)

MISSING = [
    quantity(WIRE, "12", "12", "missing people", by="Mayor Katrin Vandemeer"),
    quantity(POST, "12", "12", "missing people", by="Mayor Katrin Vandemeer"),
    quantity(RADIO, "21", "21", "missing people", nth=1, by="Katrin Vandemeer"),
    quantity(RADIO, "21", "21", "missing people"),
]
DAM = [
    quantity(WIRE, "3.1 million", "3100000", "cubic metres"),
    quantity(POST, "3.1 billion", "3100000000", "cubic metres"),
    quantity(DRAFT, "3.1 million", "3100000", "cubic metres"),
]
FLED = [
    quantity(WIRE, "4,200", "4200", "people", nth=1),
    quantity(POST, "4,000", "4000", "people"),
    quantity(RADIO, "4,200", "4200", "people"),
]
COST = [
    quantity(WIRE, "18 million euros", "18000000", "EUR"),
    quantity(POST, "18 million euros", "18000000", "EUR"),
    quantity(RADIO, "18 million euros", "18000000", "EUR"),
    quantity(RADIO, "25 million", "25000000", "EUR"),
    quantity(DRAFT, "18 million euros", "18000000", "EUR"),
]
SOLDIERS = [
    quantity(WIRE, "60", "60", "soldiers"),
    quantity(POST, "60", "60", "soldiers"),
    quantity(RADIO, "Sixty", "60", "soldiers"),
]
MAYOR = [
    person(WIRE, "Katrin Vandemeer"),
    person(POST, "Katrin Vandemeer"),
    person(POST, "Catrin Vandemeer"),
    person(RADIO, "Katrin Vandemeer"),
    person(DRAFT, "Katrin Van de Meer"),
]
RIVER = [person(WIRE, "Orre"), person(POST, "Orre"), person(RADIO, "Orre")]

FINDINGS = (
    finding(
        "NUM003",
        Level.ERROR,
        "dam",
        "The dam holds 3.1 million or 3.1 billion cubic metres",
        "The two differ by a factor of exactly 1,000: one of them has the wrong scale word.",
        {"3.1 million": [DAM[0], DAM[2]], "3.1 billion": [DAM[1]]},
    ),
    finding(
        "NUM001",
        Level.WARNING,
        "missing",
        "12 or 21 people are missing",
        "Two sources credit the mayor with differing figures, and no time is given that would explain it.",
        {"12": MISSING[:2], "21": MISSING[2:]},
    ),
    finding(
        "NAM001",
        Level.WARNING,
        "mayor",
        "The mayor is Katrin Vandemeer or Catrin Vandemeer",
        "One letter of the first name differs, in one source.",
        {"Katrin Vandemeer": [MAYOR[0], MAYOR[1], MAYOR[3]], "Catrin Vandemeer": [MAYOR[2]]},
    ),
    finding(
        "NUM001",
        Level.NOTE,
        "fled",
        "4,200 people or more than 4,000 were driven out",
        "The figures differ.",
        {"4,200": [FLED[0], FLED[2]], "more than 4,000": [FLED[1]]},
        both="“More than 4,000” holds 4,200 as well.",
    ),
    finding(
        "NUM001",
        Level.NOTE,
        "cost",
        "The repairs cost 18 or 25 million euros",
        "The figures differ.",
        {"18 million": COST[:3], "25 million": [COST[3]]},
        both="18 million is this year’s part of the 25 million.",
    ),
    finding(
        "NAM002",
        Level.NOTE,
        "mayor",
        "Vandemeer or Van de Meer",
        "The particle is set apart in one version.",
        {"Vandemeer": [MAYOR[0]], "Van de Meer": [MAYOR[4]]},
    ),
)

FLOOD = ReportData(
    documents=(WIRE, POST, RADIO, DRAFT),
    facts=(*MISSING, *DAM, *FLED, *COST, *SOLDIERS, *MAYOR, *RIVER),
    people=(),
    groups=(
        group("missing", "people missing", *MISSING),
        group("dam", "what the dam holds", *DAM),
        group("fled", "people driven from their homes", *FLED),
        group("cost", "cost of the repairs", *COST),
        group("soldiers", "soldiers in the town", *SOLDIERS),
        group("mayor", "Katrin Vandemeer", *MAYOR),
        group("river", "Orre", *RIVER),
    ),
    findings=FINDINGS,
    unread=(Unread("copy/scan.pdf", "holds no text that can be read.", "Save it as text and check again."),),
    skipped=(Skipped("copy/README.md", "a README file is no version of a story."),),
    rules=(
        RuleInfo("NUM001", "value-differs", "Figures for one thing that can’t all be right."),
        RuleInfo("NUM003", "magnitude-differs", "Figures that differ by a factor of a thousand or a million."),
        RuleInfo("NAM001", "name-spelling-differs", "One person’s name spelled in two ways."),
    ),
)
MAYOR_ID, BAKER_ID = "katrin-vandemeer", "piet-okonjo"
PEOPLED = replace(
    FLOOD,
    people=(
        Person(id=BAKER_ID, name="Piet Okonjo", facts=()),
        Person(id=MAYOR_ID, name="Katrin Vandemeer", facts=tuple(fact.id for fact in MAYOR)),
    ),
    facts=tuple(
        replace(fact, attribution=Attribution(speaker=MAYOR_ID)) if fact.attribution else fact for fact in FLOOD.facts
    ),
)
"""The same story with its people settled; the baker is neither named nor quoted in what is compared."""
EMPTY = ReportData(documents=(), facts=(), people=(), groups=(), findings=())
