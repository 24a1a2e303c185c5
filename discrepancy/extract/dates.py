"""Dates as facts: what the grammar reads, with the event that each one dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.extract.accounts import Accounts
from discrepancy.extract.counted_days import counted_days
from discrepancy.extract.reading import Reading
from discrepancy.extract.sites import Site, phrasal
from discrepancy.extract.time_frames import time_frame
from discrepancy.grammar.dates import find_dates
from discrepancy.grammar.dates.words import MONTHS
from discrepancy.lexicon.measures import verb_concept
from discrepancy.lexicon.occasions import occasion_of
from discrepancy.lexicon.places import country_of
from discrepancy.model import Date, Fact, FactKind, FactRole, Span, Subject
from discrepancy.text.characters import fold
from discrepancy.text.engine import Parsed, Token

_BESIDE = 5
"""So many words, less one, may stand between a verb and the date that hangs on it."""
_PARTING = frozenset({".", ";", ":", "(", ")", '"', "“", "”"})
_PARTICLES = frozenset({"out", "off", "down", "up", "away", "over", "under", "in"})
_BEFORE_NOUN = frozenset({"poss", "compound", "nmod"})
_WHEN = frozenset({"when", "that"})
_RELATIVE = frozenset({"which", "that", "who"})
_EVENT_DEPS = ("nsubj", "nsubjpass", "dobj", "attr", "oprd")


def read_dates(reading: Reading) -> list[Date]:
    """Every date expression of the compared blocks, with offsets into the document."""
    document = reading.document
    return [
        replace(date, start=date.start + block.start, end=date.end + block.start)
        for block in reading.blocks
        for date in find_dates(document.text[block.start : block.end], published=document.dated)
    ]


def extract(reading: Reading, dates: Sequence[Date], accounts: Accounts) -> list[Fact]:
    """Every date that is said of an event, in order. Durations and bare references (now, recently) are none."""
    found = []
    for date in dates:
        if date.type not in {"DATE", "TIME"} or date.value.endswith("_REF"):
            continue
        token = reading.parsed.at(date.start)
        if token is not None:
            told = accounts.of(Span(date.start, date.end))
            found.append(replace(_fact(reading, date, _site(reading.parsed, token)), attribution=told))
    for counted in counted_days(reading.parsed, reading.document.text, dates):
        head = counted.head
        verb = head if head.pos in {"VERB", "AUX"} else None
        told = accounts.of(Span(counted.date.start, counted.date.end))
        site = Site(head, None if verb else head, verb, None)
        found.append(replace(_fact(reading, counted.date, site), attribution=told))
    return sorted(found, key=lambda fact: fact.mention.start)


def _fact(reading: Reading, date: Date, site: Site) -> Fact:
    return Fact(
        id=f"{reading.document.id}:date:{date.start}",
        kind=FactKind.DATE,
        mention=reading.mention(date.start, date.end),
        subject=_event(reading.parsed, site),
        value=date,
        sentence=reading.sentence(site.anchor),
        role=FactRole.DATE,
        time=time_frame(reading, site, None),
    )


def _site(parsed: Parsed, token: Token) -> Site:
    """The verb that a date hangs on, through its preposition."""
    held = _noun_held(parsed, token)
    if held is not None:
        return Site(token, held, None, None)
    beside = _verb_beside(parsed, token)
    if beside is not None:
        return Site(token, None, beside, None)
    climbing, prep = token, None
    for _ in range(12):
        if climbing.pos in {"VERB", "AUX"} or climbing.head == climbing.i:
            break
        above = parsed.tokens[climbing.head]
        if climbing.dep == "pobj":
            prep = above
        climbing = above
    verb = climbing if climbing.pos in {"VERB", "AUX"} else None
    verb = _cleft(parsed, verb) if verb else None
    return Site(token, None if verb else climbing, verb, prep)


def _cleft(parsed: Parsed, verb: Token) -> Token:
    """The verb of the clause that "it was at nine when …" leads up to; any other verb itself."""
    if verb.lemma != "be" or not any(t.text.lower() == "it" for t in parsed.of(verb, "nsubj", "expl")):
        return verb
    under = [t for t in parsed.of(verb, "advcl", "relcl", "ccomp", "acl", "attr") if t.pos == "VERB"]
    told = [t for t in under if any(w.text.lower() in _WHEN for w in parsed.of(t, "advmod", "mark"))]
    return told[0] if told else verb


def _noun_held(parsed: Parsed, token: Token) -> Token | None:
    """The occasion's noun that a date stands before: "Monday's vote", "the 1994 flood"."""
    noun = parsed.tokens[token.head]
    if (
        token.dep not in _BEFORE_NOUN
        or noun.pos != "NOUN"
        or noun.i <= token.i
        or noun.tag == "NNS"
        or token.text.isdigit()
    ):
        return None
    return noun if occasion_of((), (noun.lemma,))[1] else None


def _whole_verb(parsed: Parsed, verb: Token) -> str:
    """A verb's lemma with its particle or what it makes of its object: "switch off", "find guilty"."""
    with_it = parsed.of(verb, "prt") or [t for t in parsed.of(verb, "advmod") if t.text in _PARTICLES]
    with_it = with_it or [t for t in parsed.of(verb, "oprd", "acomp", "ccomp") if t.pos == "ADJ"]
    return f"{verb.lemma} {with_it[0].lemma.lower()}" if with_it else verb.lemma


def _verb_beside(parsed: Parsed, token: Token) -> Token | None:
    """The verb right before the date and its preposition: "when the deal closes, in the first quarter".

    What the engine hangs a date on is often a verb farther away.
    """
    at = token.i - 1
    while at > token.i - _BESIDE and at >= 0 and parsed.tokens[at].pos in {"ADP", "DET", "PUNCT"}:
        if parsed.tokens[at].sent != token.sent or parsed.tokens[at].text in _PARTING:
            return None
        at -= 1
    found = parsed.tokens[max(at, 0)]
    return found if found.pos == "VERB" and found.sent == token.sent else None


def _borrowed(parsed: Parsed, verb: Token) -> list[Token]:
    """The subject that a verb shares with the one that it hangs on: "the deal is to close", "is due to open"."""
    for _ in range(3):
        if verb.dep not in {"xcomp", "acomp"} or parsed.of(verb, "nsubj", "nsubjpass"):
            return []
        verb = parsed.tokens[verb.head]
        found = parsed.of(verb, "nsubj", "nsubjpass")
        if found:
            return found
    return []


def _shared_by_clauses(parsed: Parsed, verb: Token) -> list[Token]:
    """What a verb without a subject of its own is said of: "the dam, built in 1962", "Founded in 1987, the firm"."""
    above = parsed.tokens[verb.head]
    subjects = parsed.of(verb, "nsubj", "nsubjpass")
    if verb.dep == "relcl" and any(t.lemma.lower() in _RELATIVE for t in parsed.of(verb, "dobj")):
        return [above]  # "the plant, which it opened in 1998"
    if verb.dep == "acl" or (verb.dep == "relcl" and all(t.lemma.lower() in _RELATIVE for t in subjects)):
        return [above]
    if subjects or verb.dep not in {"advcl", "conj"} or above.pos not in {"VERB", "AUX"}:
        return []
    return parsed.of(above, "nsubj", "nsubjpass") or _shared_by_clauses(parsed, above) if above.i != verb.i else []


def _event(parsed: Parsed, site: Site) -> Subject:
    """The event that is dated: its verb, or noun where it hangs on one, with those who take part."""
    head = site.verb or site.noun
    if head is None:
        return Subject()
    shared = _shared_by_clauses(parsed, head) if site.verb else []
    own = [*_borrowed(parsed, head), *shared, *parsed.of(head, *_EVENT_DEPS)]
    parts = [t for t in own if t.pos in {"NOUN", "PROPN"}]
    hung = [t for prep in parsed.of(head, "prep", "agent") for t in parsed.of(prep, "pobj")]
    parts += [t for t in hung if t.pos in {"NOUN", "PROPN"} and t.ent not in {"DATE", "TIME"}]
    parts = [t for t in parts if t.text.lower() not in MONTHS]
    names = tuple(dict.fromkeys(country_of(t.text) or fold(t.lemma) for t in parts))
    words = sorted([head, *(t for t in parts if t.dep in _EVENT_DEPS)], key=lambda t: t.i)
    return Subject(
        head=head.lemma,
        concept=verb_concept(phrasal(parsed, head)),
        modifiers=names,
        verb=_whole_verb(parsed, site.verb) if site.verb else "",
        text=" ".join(t.text for t in words),
    )
