"""Quantities as facts: what the grammar reads, with what is measured, when, and by whose account."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from discrepancy.extract.accounts import Accounts
from discrepancy.extract.counted import with_noun
from discrepancy.extract.measures import measure
from discrepancy.extract.reading import Reading
from discrepancy.extract.sites import Site, figures_of, site_of
from discrepancy.extract.spots import Spots
from discrepancy.extract.time_frames import date_of, time_frame
from discrepancy.grammar.quantities import find_quantities
from discrepancy.lexicon import words
from discrepancy.lexicon.measures import is_change, verb_concept
from discrepancy.model import (
    Block,
    Date,
    Fact,
    FactKind,
    FactRole,
    Hedge,
    Quantity,
    QuantityKind,
    Span,
    Subject,
)
from discrepancy.text.engine import Parsed
from discrepancy.units import dimension_of

_ROLES = {
    QuantityKind.SHARE: FactRole.SHARE,
    QuantityKind.RANK: FactRole.RANK,
    QuantityKind.AGE: FactRole.AGE,
    QuantityKind.DURATION: FactRole.DURATION,
}
_MOVES = frozenset({"rise", "raise", "fall", "cut", "expand", "widen", "narrow", "improve", "change", "drop"})
"""Concepts of verbs of change, whose figure after "by" is the change and after "to" the new level."""
_MADE = frozenset({"cut", "hire", "add", "create"})
"""Concepts of verbs whose object is a change in what there is: jobs cut, nurses hired."""


def extract(reading: Reading, accounts: Accounts, dates: Spots[Date]) -> list[Fact]:
    """Every quantity of the compared blocks, in order."""
    found: list[Fact] = []
    for block in reading.blocks:
        before: tuple[int, Subject] | None = None
        read = read_block(reading, block, dates)
        figures = figures_of(reading.parsed, read)
        subjects: dict[int, Subject] = {}
        settled = (with_noun(reading.parsed, reading.document.text, quantity) for quantity in read)
        for quantity in (_in_context(reading, q, read) for q in settled):
            site = site_of(reading, quantity, figures)
            if site is None:
                continue
            sentence = site.anchor.sent
            shared = before[1] if before and sentence - before[0] <= 1 else None
            subject = subjects.get(quantity.converts) or measure(reading, quantity, site, shared)
            subjects[quantity.start] = subject
            if quantity.kind is QuantityKind.COUNT and subject.head:
                before = (sentence, subject)
            found.append(_fact(reading, quantity, site, subject, accounts, dates))
    return found


def read_block(reading: Reading, block: Block, dates: Spots[Date]) -> list[Quantity]:
    """The quantities of one block, with offsets into the document; what a date expression covers is no quantity."""
    text = reading.document.text[block.start : block.end]
    moved = (
        replace(
            q,
            start=q.start + block.start,
            end=q.end + block.start,
            converts=q.converts + block.start if q.converts >= 0 else -1,
        )
        for q in find_quantities(text)
    )
    return [q for q in moved if all(date.type == "DURATION" for date in dates.over(q.start, q.end))]


def _in_context(reading: Reading, quantity: Quantity, others: Sequence[Quantity]) -> Quantity:
    """The figure with what only its sentence tells: a shared currency; "over three years" is a span; "(44)" an age."""
    if quantity.kind is QuantityKind.DURATION and quantity.hedge_text.lower() in {"over", "in"}:
        return replace(quantity, hedge=Hedge.NONE, hedge_text="")
    if quantity.hedge_text.lower() == "over" and _of_a_spell(quantity):
        return replace(quantity, hedge=Hedge.NONE, hedge_text="")
    text = reading.document.text
    if text[quantity.start - 1 : quantity.start] == "(" and text[quantity.end : quantity.end + 1] == ")":
        beside = reading.named.over(quantity.start - 3, quantity.start)
        named = any(0 <= quantity.start - 1 - span.end <= 1 for span in beside)
        if named and quantity.kind is QuantityKind.COUNT and quantity.low < _OLDEST:
            return replace(quantity, kind=QuantityKind.AGE, unit="year")
    if quantity.kind is QuantityKind.MEASURE and quantity.unit == "pound" and _is_sterling(reading, quantity):
        return replace(quantity, kind=QuantityKind.MONEY, unit="GBP")
    return with_unit(reading, quantity, others)


def _is_sterling(reading: Reading, quantity: Quantity) -> bool:
    """Whether so many thousand pounds are money, by what their sentence tells of: damage, a fine, a price."""
    token = reading.parsed.at(quantity.start)
    if token is None or quantity.low < _SUM:
        return False
    sentence = reading.sentence(token)
    return _OF_MONEY.search(reading.document.text, sentence.start, sentence.end) is not None


_OF_MONEY = re.compile(
    r"\b(?:cost|damage|fine|fined|paid|price|spend|spent|budget|grant|compensation|salary|wages|profit|debt|donat\w+)\b",
    re.IGNORECASE,
)


_OLDEST = 120


def _of_a_spell(quantity: Quantity) -> bool:
    """Whether what is counted is time: "over two winters" is during them, not more of them."""
    noun = quantity.noun.lower()
    return quantity.kind is QuantityKind.COUNT and noun.removesuffix("s") in words("time_nouns")


def with_unit(reading: Reading, quantity: Quantity, others: Sequence[Quantity]) -> Quantity:
    """A bare sum in the unit of the figure it is held against: of its own sentence, or right before it.

    "Profit fell to 186 million euros from 204 million", "the board put the damage at 310 million euros; builders spoke
    of 400 million": all are euros.
    """
    if _METRES.fullmatch(quantity.text):
        return _as_millions(reading, quantity, others)
    if quantity.kind is not QuantityKind.COUNT or quantity.noun or quantity.step < _SUM:
        return quantity
    token = reading.parsed.at(quantity.start)
    if token is None:
        return quantity
    sentence = reading.sentence(token)
    before = reading.parsed.tokens[token.i - 1].text.lower()
    sums = [q for q in others if q.kind in _SUMS and sentence.start <= q.start < sentence.end]
    units = {(q.kind, q.unit) for q in sums if before in {"from", "to"} or q.start < quantity.start}
    if len(units) == 1 and before in {"from", "to", "of", "forecast"}:
        kind, unit = units.pop()
        return replace(quantity, kind=kind, unit=unit)
    last = max((q for q in others if q.start < quantity.start), key=lambda q: q.start, default=None)
    near = last is not None and last.kind is QuantityKind.MONEY and sentence.start - last.end <= _NEXT
    if last is not None and near and _is_bare(reading, quantity):
        return replace(quantity, kind=QuantityKind.MONEY, unit=last.unit)
    return quantity


def _as_millions(reading: Reading, quantity: Quantity, others: Sequence[Quantity]) -> Quantity:
    """ "6.1m" behind "7.4m kroner" in one sentence: so many millions of them, no metres."""
    token = reading.parsed.at(quantity.start)
    last = max((q for q in others if q.start < quantity.start), key=lambda q: q.start, default=None)
    if token is None or last is None or last.start < reading.sentence(token).start or not _MILLIONS.search(last.text):
        return quantity
    if last.kind is not QuantityKind.MONEY and not _METRES.fullmatch(last.text):
        return quantity
    sums = [q for q in others if q.kind is QuantityKind.MONEY and q.start < quantity.start]
    if not sums:
        return quantity
    low, high, step = (value * _MILLION for value in (quantity.low, quantity.high, quantity.step))
    return replace(quantity, kind=QuantityKind.MONEY, unit=sums[-1].unit, low=low, high=high, step=step)


_METRES = re.compile(r"\d[\d.,]*m")
_MILLIONS = re.compile(r"\dm\b")
_MILLION = 1_000_000
_SUMS = frozenset({QuantityKind.MONEY, QuantityKind.MEASURE})
_NEXT = 160
"""Characters between a sum and the start of the sentence in which another is told in short."""
_BARE = re.compile(
    r"(?:million|billion|trillion|[mb]n?)\s*(?:[.,;:)”\"—–]|$|(?:after|and|as|at|but|by|for|from|if|in|on|or|so|though|to|when|which|while)\b)"
)


def _is_bare(reading: Reading, quantity: Quantity) -> bool:
    """Whether millions are told without anything that is counted, where a sum of money would be."""
    text = reading.document.text
    words = re.search(r"[a-z]+$", quantity.text)
    return words is not None and _BARE.match(text, quantity.start + words.start()) is not None


_SUM = 1000


def _fact(
    reading: Reading,
    quantity: Quantity,
    site: Site,
    subject: Subject,
    accounts: Accounts,
    dates: Spots[Date],
) -> Fact:
    at = Span(quantity.start, quantity.end)
    when = date_of(reading, site, dates, at)
    return Fact(
        id=f"{reading.document.id}:quantity:{quantity.start}",
        kind=FactKind.QUANTITY,
        mention=reading.mention(quantity.start, quantity.end),
        subject=subject,
        value=quantity,
        sentence=reading.sentence(site.anchor),
        role=_role(reading.parsed, quantity, site),
        time=time_frame(reading, site, when),
        time_text=when.text if when else "",
        when=when,
        attribution=accounts.of(at),
    )


def _role(parsed: Parsed, quantity: Quantity, site: Site) -> FactRole:
    """Level, change, share …: from the kind, a verb of change, and the preposition "by"."""
    own = _ROLES.get(quantity.kind, FactRole.LEVEL)
    concept = verb_concept(site.verb.lemma) if site.verb else ""
    measured = own in {FactRole.LEVEL, FactRole.SHARE}
    if measured and site.lead in words("comparing_words") and not (_is_distance(quantity) and concept not in _MOVES):
        return FactRole.BASE
    if site.lead == "to" and concept in _MOVES:
        return own
    by = site.lead == "by" and concept in _MOVES
    moved = concept in _MOVES and site.prep is None and site.noun is None
    made = concept in _MADE and (site.noun or site.anchor).dep in {"dobj", "nsubjpass"}
    made = made or _is_made(parsed, site)
    change = quantity.change and not _by_particle(parsed, quantity, site)
    if own is FactRole.SHARE and _of_change(parsed, site):
        return FactRole.CHANGE
    if measured and (change or quantity.increment or by or (own is FactRole.LEVEL and (moved or made))):
        return FactRole.CHANGE
    return own


def _of_change(parsed: Parsed, site: Site) -> bool:
    """Whether a share is told of a noun of change: "sales growth of 5%", "growth should reach 1.7 per cent"."""
    if site.noun is not None:
        return is_change(site.noun.lemma)
    return site.verb is not None and any(is_change(t.lemma) for t in parsed.of(site.verb, "nsubj", "nsubjpass"))


def _is_made(parsed: Parsed, site: Site) -> bool:
    """Whether a noun tells the change in what there is: "the loss of 560 jobs", "the creation of 40 posts"."""
    of = parsed.tokens[site.noun.head] if site.noun is not None else None
    return of is not None and of.lemma == "of" and parsed.tokens[of.head].lemma in _MAKING


_MAKING = frozenset({"loss", "axing", "shedding", "creation", "cutting"})


def _by_particle(parsed: Parsed, quantity: Quantity, site: Site) -> bool:
    """Whether "up" or "down" before the figure belongs to a verb that moves nothing: "coughed up 1.2 million"."""
    verb = site.verb
    if verb is None or verb_concept(verb.lemma) in _MOVES:
        return False
    return any(verb.i < t.i and 0 <= quantity.start - t.end < _PARTICLE_GAP for t in parsed.of(verb, "prt"))


_PARTICLE_GAP = 12
"""Characters between a verb's particle and its figure: "up just 1.2 million"."""


def _is_distance(quantity: Quantity) -> bool:
    """ "from 25 yards": a distance tells from where something is done, unless something changes from it."""
    written = quantity.text.split()[-1].isalpha() and quantity.text[0].isdigit() and " " in quantity.text
    return quantity.kind is QuantityKind.MEASURE and written and dimension_of(quantity.unit) == "length"
