"""Places as facts: where something happened, set out from or went to, with the event that each is told of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.extract.accounts import Accounts
from discrepancy.extract.place_names import PlaceName, place_name
from discrepancy.extract.reading import Reading
from discrepancy.extract.sites import NOUN, Site, phrasal, verb_above
from discrepancy.extract.spots import Spots
from discrepancy.extract.time_frames import time_frame
from discrepancy.lexicon.events import event_of, only_happens
from discrepancy.lexicon.measures import concept_of, verb_concept
from discrepancy.lexicon.people import is_saying
from discrepancy.lexicon.places import country_of, is_craft, is_place_kind, opposite
from discrepancy.lexicon.roles import is_role_noun
from discrepancy.model import Attribution, Date, Fact, FactKind, FactRole, Place, Span, Subject
from discrepancy.text.characters import fold, squeeze
from discrepancy.text.engine import Parsed, Token

_RELATIONS = {
    "in": "in", "inside": "in", "within": "in", "at": "at", "on": "on", "near": "near", "outside": "near",
    "around": "near", "from": "from", "to": "to", "off": "off",
}  # fmt: skip
_GOING = {"reach": "to", "enter": "to", "leave": "from"}
"""Verbs whose object is where they lead to or from."""
_HUNG = frozenset({"pobj", "dobj"})
_EVENT_DEPS = ("nsubj", "nsubjpass", "dobj", "attr", "oprd")
_VERB = frozenset({"VERB", "AUX"})
_ENDS = frozenset({"from", "to"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_ON_A_MAP = frozenset({"GPE", "LOC", "FAC"})
"""The engine's labels for what lies at a place, and so is one."""
_PLURAL = frozenset({"NNS", "NNPS"})
_ABOVE = 4
"""Phrases that a place may be nested in below its event: "at a mall in the north of X"."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """How a place hangs on its event: by which relation, on which verb or noun, on which side of what."""

    relation: str
    head: Token
    side: str = ""


def extract(
    reading: Reading,
    dates: Spots[Date],
    accounts: Accounts,
    organisations: Sequence[Fact],
) -> list[Fact]:
    """Every place that a preposition ties to an event, in order. Datelines, and places where one speaks, are none."""
    found = []
    bodies = Spots((f.mention.start, f.mention.end, f) for f in organisations)
    for token in reading.parsed.tokens:
        slot = _slot(reading.parsed, token) if token.dep in _HUNG else None
        name = place_name(reading, token) if slot else None
        if slot and name and not is_saying(slot.head.lemma) and not _in_organisation(name.span, bodies):
            found.append(_fact(reading, slot, name, dates, accounts.of(name.span)))
    return found


def _in_organisation(span: Span, organisations: Spots[Fact]) -> bool:
    """Whether ``span`` is part of an organisation's name, or its abbreviation, and not a site that bears its name."""
    for fact in organisations.over(span.start, span.end):
        named = Span(fact.mention.start, fact.mention.end)
        if named != span or not is_place_kind(fold(fact.mention.text.split()[-1])):
            return True
    return False


def _slot(parsed: Parsed, token: Token) -> _Slot | None:
    prep = parsed.tokens[token.head]
    if token.dep == "dobj" and prep.lemma in _GOING:
        return _Slot(_GOING[prep.lemma], prep)
    if token.dep != "pobj":
        return None
    word, above = prep.text.lower(), parsed.tokens[prep.head]
    if word == "of" and opposite(above.text.lower()):
        head = _event_above(parsed, parsed.tokens[above.head], "near")
        return _Slot("side", head[1], above.text.lower()) if head else None
    relation = None if _is_whose(above, word, token) else _RELATIONS.get(word)
    found = _event_above(parsed, above, relation) if relation else None
    return _Slot(*found) if found else None


def _is_whose(who: Token, word: str, token: Token) -> bool:
    """Whether "at X" says whose people act, not where: "Investors at X wiped 7 percent off the stock"."""
    if word != "at" or who.dep != "nsubj" or not is_role_noun(who.lemma) or is_place_kind(token.lemma):
        return False
    return token.ent not in _ON_A_MAP


def _event_above(parsed: Parsed, token: Token, relation: str) -> tuple[str, Token] | None:
    """The verb or the noun of an event that a place is told of; None where it only tells a thing's place or origin.

    A thing may stand between where it is itself the place ("at a mall in X"); whoever goes there goes to X.
    """
    if relation in _ENDS and is_craft(token.lemma) and token.tag not in _PLURAL and token.dep in _SUBJECT:
        token = parsed.tokens[token.head]  # "the plane from X crashed"
    for _ in range(_ABOVE):
        if token.pos in _VERB or (token.pos == "NOUN" and event_of(token.lemma)):
            return relation, token
        above = parsed.tokens[token.head]
        if token.dep == "prep":
            token = above
        elif relation not in _ENDS and _is_doing(parsed, token):
            token = parsed.tokens[above.head] if token.dep == "pobj" else above
        elif token.dep == "pobj" and token.pos in NOUN and above.text.lower() in _INTO:
            relation = above.text.lower() if above.text.lower() in _ENDS else relation
            token = parsed.tokens[above.head]
        elif token.dep in {"advmod", "npadvmod"} or (token.dep == "appos" and parsed.of(above, "nummod")):
            token = above  # "42 degrees Celsius at X"
        else:
            return None
    return None


def _is_doing(parsed: Parsed, token: Token) -> bool:
    """Whether a thing is what an event is done by or to: where it is the event is ("killed two workers in X")."""
    above = parsed.tokens[token.head]
    if token.pos not in {"NOUN", "NUM"}:
        return False
    if token.dep == "pobj":
        return above.text.lower() in _BY or token.pos == "NUM" or bool(parsed.of(token, "nummod"))
    return token.dep in {"dobj", "nsubjpass", "nsubj", "agent"} and above.pos in _VERB


_BY = frozenset({"by"})
_INTO = frozenset({*_RELATIONS, "into", "onto"})


def _fact(reading: Reading, slot: _Slot, name: PlaceName, dates: Spots[Date], by: Attribution | None) -> Fact:
    parsed, span = reading.parsed, name.span
    verb = slot.head if slot.head.pos in _VERB else verb_above(parsed, slot.head)
    token = parsed.at(span.start) or slot.head
    sentence = reading.sentence(token)
    named = squeeze(reading.document.text[span.start : span.end])
    return Fact(
        id=f"{reading.document.id}:place:{span.start}",
        kind=FactKind.PLACE,
        mention=reading.mention(span.start, span.end),
        subject=_event(parsed, slot.head, span),
        value=Place(name=named, kind=name.kind, relation=slot.relation, direction=slot.side or name.part),
        sentence=sentence,
        role=FactRole.NAME,
        time=time_frame(reading, Site(token, None, verb, None), None),
        when=_when(sentence, dates),
        attribution=by,
    )


def _when(sentence: Span, dates: Spots[Date]) -> Date | None:
    """The date of the event: the one that its sentence gives, where it gives one only."""
    inside = dates.begun(sentence.start, sentence.end)
    within = [d for d in inside if d.end <= sentence.end and d.first is not None]
    return within[0] if len(within) == 1 else None


def _event(parsed: Parsed, head: Token, place: Span) -> Subject:
    """What happened: the verb or the noun of an event, with those who take part, the place itself aside."""
    parts = [t for t in parsed.of(head, *_EVENT_DEPS) if t.pos in NOUN]
    if head.dep in {"conj", "advcl", "xcomp"} and not parsed.of(head, "nsubj", "nsubjpass"):
        parts += [t for t in parsed.of(parsed.tokens[head.head], "nsubj", "nsubjpass") if t.pos in NOUN]
    if head.dep == "acl" and parsed.tokens[head.head].pos in NOUN:
        parts.append(parsed.tokens[head.head])  # "The march set off", read as "the march that was set off"
    parts = [t for t in parts if not place.start <= t.start < place.end and t.ent not in {"DATE", "TIME"}]
    named = tuple(dict.fromkeys(country_of(t.text) or event_of(t.lemma) or concept_of(fold(t.lemma)) for t in parts))
    words = sorted([head, *parts], key=lambda t: t.i)
    return Subject(
        head=head.lemma,
        concept=_concept(parsed, head, parts),
        modifiers=named,
        verb=head.lemma if head.pos in _VERB else "",
        text=" ".join(t.text for t in words),
    )


def _concept(parsed: Parsed, head: Token, parts: Sequence[Token]) -> str:
    """What happened, in one word for all: a verb that only says so is that of its subject; negated, it is none."""
    if parsed.of(head, "neg"):
        return ""
    if any(t.tag in _PLURAL and event_of(t.lemma) and event_of(t.lemma) != "protest" for t in (head, *parts)):
        return ""  # "shootings in", of which there are several
    said = phrasal(parsed, head)
    if head.pos in _VERB and (only_happens(said) or only_happens(_with_object(parsed, head))):
        return next((event for t in parts if (event := event_of(t.lemma))), "")
    return event_of(_with_object(parsed, head)) or event_of(said) or verb_concept(said)


def _with_object(parsed: Parsed, verb: Token) -> str:
    after = parsed.of(verb, "prt", "dobj")
    return f"{verb.lemma} {after[0].lemma}" if after else verb.lemma
