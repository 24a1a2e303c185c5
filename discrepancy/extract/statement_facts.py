"""Facts made of what a stretch tells, with the account by which it is told."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.reading import Reading
from discrepancy.extract.telling_words import CONTENT, Telling
from discrepancy.lexicon.people import is_saying
from discrepancy.model import Attribution, Claim, Fact, FactKind, FactRole, Party, Span, Subject, TimeFrame
from discrepancy.text.characters import squeeze
from discrepancy.text.engine import Token


def worded_party(span: Span, words: tuple[str, ...]) -> Party:
    """A party that is told by nothing but its words."""
    return Party(start=span.start, end=span.end, head="", modifiers=words)


def statement(
    context: Telling,
    stretch: Sequence[Token],
    span: Span,
    claim: Claim,
    time: TimeFrame,
    at: Span | None = None,
) -> Fact:
    """The fact that a claim makes of the words shown."""
    reading = context.reading
    place = at or span
    mention = reading.mention(*_trimmed(reading, span))
    token = reading.parsed.at(place.start)
    return Fact(
        id=f"{reading.document.id}:{claim.of.replace(' ', '-')}:{place.start}-{place.end}:{claim.side}",
        kind=FactKind.CLAIM,
        mention=mention,
        subject=Subject(head=claim.of, verb=claim.of, text=squeeze(mention.text)),
        value=claim,
        sentence=reading.sentence(token) if token else span,
        role=FactRole.LEVEL,
        time=time,
        attribution=_account(context, at, stretch),
    )


def _account(context: Telling, at: Span | None, stretch: Sequence[Token]) -> Attribution | None:
    """By whose account a stretch is told: its stance, or the first word of it that anybody's account covers."""
    if at is not None:
        return context.accounts.of(at)
    if not context.accounts.reach(stretch[0].start, stretch[-1].end):
        return None
    told = [t for t in stretch if t.pos in CONTENT and not (t.pos == "VERB" and is_saying(t.lemma))]
    told = [t for t in told if t.i not in context.speakers]
    covered = [t for t in told if context.accounts.covers(t.start, t.end)]
    if not covered or len(covered) * 2 < len(told):
        return None
    return context.accounts.of(Span(covered[0].start, covered[0].end))


def _trimmed(reading: Reading, span: Span) -> tuple[int, int]:
    """A stretch without the joining word and the full stop at its ends."""
    text = reading.document.text[span.start : span.end]
    kept = text.rstrip(' .,;:”"')
    return span.start, span.start + max(len(kept), 1)
