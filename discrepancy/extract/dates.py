"""Dates as facts: what the grammar reads, with the event that each one dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.extract.quantities import attribution_at
from discrepancy.extract.reading import Reading
from discrepancy.extract.sites import Site, phrasal
from discrepancy.extract.speech import Saying
from discrepancy.extract.time_frames import time_frame
from discrepancy.grammar.dates import find_dates
from discrepancy.lexicon.measures import verb_concept
from discrepancy.lexicon.places import country_of
from discrepancy.model import Date, Fact, FactKind, FactRole, Span, Subject
from discrepancy.text.characters import fold
from discrepancy.text.engine import Parsed, Token

_EVENT_DEPS = ("nsubj", "nsubjpass", "dobj", "attr", "oprd")


def read_dates(reading: Reading) -> list[Date]:
    """Every date expression of the compared blocks, with offsets into the document."""
    document = reading.document
    return [
        replace(date, start=date.start + block.start, end=date.end + block.start)
        for block in reading.blocks
        for date in find_dates(document.text[block.start : block.end], published=document.dated)
    ]


def extract(
    reading: Reading, dates: Sequence[Date], quotations: Sequence[Fact], sayings: Sequence[Saying]
) -> list[Fact]:
    """Every date that is said of an event, in order. Durations and bare references (now, recently) are none."""
    found = []
    for date in dates:
        if date.type not in {"DATE", "TIME"} or date.value.endswith("_REF"):
            continue
        token = reading.parsed.at(date.start)
        if token is None:
            continue
        site = _site(reading.parsed, token)
        at = Span(date.start, date.end)
        found.append(
            Fact(
                id=f"{reading.document.id}:date:{date.start}",
                kind=FactKind.DATE,
                mention=reading.mention(date.start, date.end),
                subject=_event(reading.parsed, site),
                value=date,
                sentence=reading.sentence(token),
                role=FactRole.DATE,
                time=time_frame(reading, site, None),
                attribution=attribution_at(at, quotations, sayings),
            )
        )
    return found


def _site(parsed: Parsed, token: Token) -> Site:
    """The verb that a date hangs on, through its preposition."""
    climbing, prep = token, None
    for _ in range(12):
        if climbing.pos in {"VERB", "AUX"} or climbing.head == climbing.i:
            break
        above = parsed.tokens[climbing.head]
        if climbing.dep == "pobj":
            prep = above
        climbing = above
    verb = climbing if climbing.pos in {"VERB", "AUX"} else None
    return Site(token, None if verb else climbing, verb, prep)


def _event(parsed: Parsed, site: Site) -> Subject:
    """The event that is dated: its verb, or noun where it hangs on one, with those who take part."""
    head = site.verb or site.noun
    if head is None:
        return Subject()
    parts = [t for t in parsed.of(head, *_EVENT_DEPS) if t.pos in {"NOUN", "PROPN"}]
    hung = [t for prep in parsed.of(head, "prep", "agent") for t in parsed.of(prep, "pobj")]
    parts += [t for t in hung if t.pos in {"NOUN", "PROPN"} and t.ent not in {"DATE", "TIME"}]
    names = tuple(dict.fromkeys(country_of(t.text) or fold(t.lemma) for t in parts))
    words = sorted([head, *(t for t in parts if t.dep in _EVENT_DEPS)], key=lambda t: t.i)
    return Subject(
        head=head.lemma,
        concept=verb_concept(phrasal(parsed, head)),
        modifiers=names,
        verb=site.verb.lemma if site.verb else "",
        text=" ".join(t.text for t in words),
    )
