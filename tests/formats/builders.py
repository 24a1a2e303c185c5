"""Report data from one line each, for tests of the formats: documents made of blocks, facts found by their words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from discrepancy.model import (
    Attribution,
    Block,
    BlockRole,
    Document,
    Fact,
    FactKind,
    FactRole,
    Finding,
    Group,
    Level,
    Mention,
    Message,
    Name,
    Quantity,
    Reconciliation,
    Span,
    Subject,
    TimeFrame,
    ValueGroup,
)


def document(
    name: str, source: str, *blocks: str | tuple[BlockRole, str], published: dt.date | None = None
) -> Document:
    """A document whose blocks stand two line feeds apart; a bare string is body text, the first one the headline."""
    text, spans = "", []
    for place, block in enumerate(blocks):
        role, words = block if isinstance(block, tuple) else (BlockRole.BODY if place else BlockRole.HEADLINE, block)
        spans.append(Block(role, len(text), len(text) + len(words)))
        text += words + "\n\n"
    title = next((text[each.start : each.end] for each in spans if each.role is BlockRole.HEADLINE), "")
    return Document(
        id=name,
        path=f"copy/{name}.txt",
        source=source,
        title=title,
        text=text,
        blocks=tuple(spans),
        published=published,
    )


def mention(home: Document, words: str, nth: int = 0) -> Mention:
    """The ``nth`` place where ``words`` stand in a document."""
    start = -1
    for _ in range(nth + 1):
        start = home.text.index(words, start + 1)
    return Mention(home.id, start, start + len(words), words, home.role_at(start))


def sentence(home: Document, at: Mention) -> Span:
    """The sentence that holds a mention, by its full stop."""
    start = max(
        home.text.rfind(stop, 0, at.start) + len(stop) if stop in home.text[: at.start] else 0 for stop in (". ", "\n")
    )
    ends = [end + 1 for stop in (". ", ".\n", ".”") if (end := home.text.find(stop, at.end)) >= 0]
    return Span(start, min([*ends, home.text.find("\n", at.end)]))


def quantity(
    home: Document, words: str, number: str, noun: str = "", *, nth: int = 0, by: str = "", hedge: str = ""
) -> Fact:
    """A count of ``noun`` read at ``words``."""
    at = mention(home, words, nth)
    read = Quantity(
        start=at.start,
        end=at.end,
        text=words,
        low=Decimal(number),
        high=Decimal(number),
        step=Decimal(1),
        noun=noun,
        hedge_text=hedge,
    )
    return Fact(
        id=f"{home.id}:quantity:{at.start}",
        kind=FactKind.QUANTITY,
        mention=at,
        subject=Subject(head=noun, text=noun),
        value=read,
        sentence=sentence(home, at),
        role=FactRole.LEVEL,
        time=TimeFrame.PRESENT,
        attribution=Attribution(speaker=by) if by else None,
    )


def person(home: Document, words: str, *, nth: int = 0) -> Fact:
    """A name read at ``words``."""
    at = mention(home, words, nth)
    *given, surname = words.split()
    return Fact(
        id=f"{home.id}:person:{at.start}",
        kind=FactKind.PERSON,
        mention=at,
        subject=Subject(head=words, text=words),
        value=Name(full=words, given=tuple(given), surname=surname),
        sentence=sentence(home, at),
        role=FactRole.NAME,
    )


def group(name: str, subject: str, *facts: Fact) -> Group:
    """Facts that speak of one thing."""
    ids = tuple(fact.id for fact in facts)
    return Group(id=name, kind=facts[0].kind, subject=subject, facts=ids, reason="same subject", confidence=0.9)


def finding(
    rule: str, level: Level, of: str, summary: str, why: str, values: dict[str, list[Fact]], *, both: str = ""
) -> Finding:
    """A finding about the group ``of``, with the facts that give each value by the value's label."""
    reason = Reconciliation("arithmetic", say(both)) if both else None
    return Finding(
        id=f"{rule}-{of}-{len(summary)}",
        rule=rule,
        level=level,
        summary=say(summary),
        explanation=say(why),
        values=tuple(ValueGroup(label, tuple(fact.mention for fact in facts)) for label, facts in values.items()),
        reconciliation=reason,
        group=of,
        confidence=0.92,
    )


def say(text: str) -> Message:
    """A message that says ``text`` as it is."""
    return Message("page.text", {"text": text})
