"""Quotations with their speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.extract.reading import Reading
from discrepancy.extract.speech import Saying
from discrepancy.model import Block, Fact, FactKind, FactRole, Quotation, Span, Subject
from discrepancy.text.characters import squeeze

_LAST_STOP = re.compile(r"[.!?…]['\"’”]?$")
_BREAK = re.compile(r"(?<![A-Z])[.!?]['\"’”]?\s+['\"‘“]?(?:[A-Z]|$)")
_NEAR = 220


def extract(reading: Reading, sayings: Sequence[Saying]) -> list[Fact]:
    """Every quotation of the compared blocks, in order, each with its speaker where one can be told."""
    found: list[Fact] = []
    for block in reading.blocks:
        inside = [q for q in reading.quotes if block.start <= q.start < block.end]
        here = [s for s in sayings if block.start <= reading.parsed.tokens[s.at].start < block.end]
        said: Saying | None = None
        for quote in inside:
            own = _saying_of(reading, quote, inside, here)
            if own is None and said is not None and _interrupted(reading, found[-1].mention.end, quote.start):
                said = None
            said = own or said or _carried(reading, quote, block, found)
            found.append(_fact(reading, quote, said))
    return found


def _interrupted(reading: Reading, start: int, end: int) -> bool:
    """Whether somebody else is named between two quotations."""
    return any(start <= span.start < end for span in reading.people)


def _saying_of(reading: Reading, quote: Span, quotes: Sequence[Span], sayings: Sequence[Saying]) -> Saying | None:
    """The verb of saying that carries ``quote``: the one nearest with no sentence ending in between."""
    best: tuple[int, Saying] | None = None
    for saying in sayings:
        verb = reading.parsed.tokens[saying.at]
        gap = _gap(reading, quote, verb.start, verb.end, quotes)
        if gap is None:
            continue
        after = verb.start >= quote.end
        cost = len(gap) + (0 if after and len(gap) < 40 else 15)
        if best is None or cost < best[0]:
            best = (cost, saying)
    return best[1] if best else None


def _gap(reading: Reading, quote: Span, start: int, end: int, quotes: Sequence[Span]) -> str | None:
    """The writer's words between a quotation and a verb; None where they are too far apart or a sentence ends there."""
    text = reading.document.text
    low, high = (quote.end, start) if start >= quote.end else (end, quote.start)
    if high - low > _NEAR * 3:
        return None
    gap = text[low:high]
    between = [other for other in quotes if low <= other.start and other.end <= high]
    if between and any(_interrupted(reading, other.end, high) for other in between):
        return None
    for other in between:
        gap = gap.replace(text[other.start : other.end], "")
    last = text[quote.end - 1 : quote.end]
    ended = start >= quote.end and last in ".!?" and not gap.strip("\"”’' ")[:1].islower() and last == "."
    if ended or _BREAK.search(gap + " ") or len(gap) > _NEAR:
        return None
    return gap


def _carried(reading: Reading, quote: Span, block: Block, before: Sequence[Fact]) -> Saying | None:
    """The saying of the last paragraph, where this one is nothing but the same speaker's words going on."""
    rest = reading.document.text[block.start : quote.start].strip("\"“”‘’' ")
    previous = before[-1].value if before else None
    if rest or not isinstance(previous, Quotation) or previous.speaker_span is None:
        return None
    return Saying(previous.verb, -1, previous.speaker_span, previous.speaker, None)


def _fact(reading: Reading, quote: Span, said: Saying | None) -> Fact:
    """The quotation as a fact."""
    words = reading.document.text[quote.start : quote.end]
    speaker, where = (said.words, said.speaker) if said else ("", None)
    token = reading.parsed.at(quote.start) or reading.parsed.tokens[-1]
    return Fact(
        id=f"{reading.document.id}:quotation:{quote.start}",
        kind=FactKind.QUOTATION,
        mention=reading.mention(quote.start, quote.end),
        subject=Subject(text=squeeze(words)),
        value=Quotation(
            words=words,
            speaker=squeeze(speaker),
            speaker_span=where,
            verb=said.verb if said else "",
            whole=bool(_LAST_STOP.search(words.strip())) or words[:1].isupper(),
        ),
        sentence=reading.sentence(token),
        role=FactRole.QUOTE,
    )
