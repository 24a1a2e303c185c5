"""The court that hears a case, as a place: "Leeds Crown Court heard", "a jury at the Supreme Court"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extract.accounts import Accounts
from discrepancy.extract.reading import Reading
from discrepancy.lexicon import words
from discrepancy.model import Fact, FactKind, FactRole, Place, Span, Subject
from discrepancy.text.characters import fold, squeeze
from discrepancy.text.engine import Parsed, Token

_COURT = re.compile(r"(?<![\w.'’-])(?:[A-Z][\w.'’-]{0,30}\s){1,6}Court(?:\sof\s[A-Z]\w+)?(?!\w)")
_SITTING = frozenset({"jury", "juror", "jurors"})
_HEARING = frozenset({"hear", "tell"})
_VENUE = frozenset({"at", "in", "before"})


def extract(reading: Reading, accounts: Accounts) -> list[Fact]:
    """Every court that a case is said to be heard by, in order, with ``jury`` as its event where one sits there."""
    found = []
    for span in _named(reading):
        name = squeeze(reading.document.text[span.start : span.end])
        token = next((t for t in reading.parsed.within(span.start, span.end) if t.text == "Court"), None)
        kind = next((k for k in sorted(words("court_kinds")) if k in fold(name)), "")
        event = _event(reading.parsed, token) if token and kind else ""
        if token is None or not event:
            continue
        found.append(
            Fact(
                id=f"{reading.document.id}:court:{span.start}",
                kind=FactKind.PLACE,
                mention=reading.mention(span.start, span.end),
                subject=Subject(head=event, concept="court", text=name),
                value=Place(name=name, kind=kind, relation="court"),
                sentence=reading.sentence(token),
                role=FactRole.NAME,
                attribution=accounts.of(span),
            )
        )
    return found


def _named(reading: Reading) -> Iterator[Span]:
    """Where a court is named, without the article that opens a sentence."""
    text = reading.document.text
    for block in reading.blocks:
        if text.find("Court", block.start, block.end) < 0:
            continue
        for match in _COURT.finditer(text, block.start, block.end):
            opening = re.match(r"(?:The|A|An|At|In|Before)\s", match.group())
            yield Span(match.start() + (opening.end() if opening else 0), match.end())


def _event(parsed: Parsed, court: Token) -> str:
    """ "jury" where the court is that of a jury, "hearing" where it hears, is told, or is where a verb happens."""
    above = parsed.tokens[court.head]
    if court.dep in {"compound", "nmod", "poss"} and above.lemma in _SITTING:
        return "jury"
    if court.dep == "nsubj" and above.lemma == "hear":
        return "hearing"
    if court.dep in {"dobj", "dative"} and above.lemma in _HEARING:
        return "hearing"
    if court.dep == "pobj" and above.text.lower() in _VENUE:
        over = parsed.tokens[above.head]
        if over.lemma in _SITTING:
            return "jury"
        return "hearing" if over.pos == "VERB" and over.tag in {"VBD", "VBN"} else ""
    return ""
