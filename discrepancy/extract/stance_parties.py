"""Whose stance a phrase tells, and on what: the nouns that its verb stands with, and what narrows them."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.reading import Reading
from discrepancy.extract.telling_words import CONTENT, Telling, word_of, words_of
from discrepancy.lexicon.oppositions import claim_words
from discrepancy.lexicon.people import is_saying
from discrepancy.lexicon.stances import NARROWS, Stance
from discrepancy.model import Party, Span
from discrepancy.text.engine import Token

BESIDE = ("amod", "compound", "nmod", "poss")
_CLIMB = 12
_FAR = 60
"""Words before a pronoun in which its noun is looked for."""
_OF_SUBJECT = frozenset({"insurance", "survival"})
"""Stances that a passive tells of its subject."""
_PATIENTS = frozenset({"verdict", "leave"})
"""Stances that are of whom it is done to."""
_CHARGED = frozenset({"verdict", "plea"})
"""Stances on a charge: what they are on stands behind "of" or "to"."""
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_ASIDES = frozenset({"relcl", "appos"})


def meant(reading: Reading, noun: Token) -> Token:
    """The noun itself, or that of which "who" and "which" are told."""
    parsed = reading.parsed
    if noun.text.lower() in _RELATIVES:
        verb = parsed.tokens[noun.head]
        if verb.dep == "relcl":
            return parsed.tokens[verb.head]
    return noun


def party_of(context: Telling, stretch: Sequence[Token], stance: Stance, span: Span) -> Party:
    """Whose stance it is: its verb's subject, or of a verdict whom it is passed on; without words where none stands."""
    noun = _subject(context, stretch, stance)
    noun, scope = _of_some(context.reading, noun) if noun is not None else (None, "")
    if noun is not None:
        noun = _followed(context.reading, noun)
    if noun is None:
        return Party(start=span.start, end=span.end, head="")
    parsed = context.reading.parsed
    beside = [t for t in parsed.of(noun, *BESIDE) if t.dep != "poss"]
    own = words_of(context, [*beside, noun, *parsed.of(noun, "appos")], nouns=True)
    owner = [t for t in parsed.of(noun, "poss") if t.pos != "PRON"]
    which = [n for prep in parsed.of(noun, "prep") if prep.lemma == "of" for n in parsed.of(prep, "pobj")]
    narrowed = tuple(NARROWS + word_of(t) for t in (*owner, *which) if t.pos in CONTENT)
    return Party(
        start=span.start, end=span.end, head="", modifiers=(*own, *narrowed), scope=scope or _scope(context, noun)
    )


def matter_of(context: Telling, stretch: Sequence[Token], stance: Stance, span: Span) -> Party | None:
    """What a stance is taken on: the object of its last verb, or the subject of a passive; the charge of a verdict."""
    reading = context.reading
    inside = {stretch[i].i for i in stance.at}
    for token in reversed([stretch[i] for i in stance.at]):
        found = [n for n in _objects(reading, token, stance) if n.i not in inside and n.pos in CONTENT]
        if found:
            noun = found[0]
            narrowed = tuple(NARROWS + word for word in _narrowing(reading, noun, inside))
            words = (word_of(noun), *narrowed)
            return Party(start=span.start, end=span.end, head="", modifiers=words, scope=_scope(context, noun))
    return None


def is_on_person(context: Telling, stretch: Sequence[Token], stance: Stance) -> bool:
    """Whether the object of a stance is somebody."""
    objects = (noun for i in stance.at for noun in _objects(context.reading, stretch[i], stance))
    return any(noun.i in context.people for noun in objects)


def _objects(reading: Reading, token: Token, stance: Stance) -> Sequence[Token]:
    parsed = reading.parsed
    if stance.name in _CHARGED:
        holders = [token, *parsed.of(token, "dobj", "nsubjpass")]
        preps = [prep for t in holders for prep in parsed.of(t, "prep") if prep.lemma in {"of", "to", "on"}]
        behind = [n for prep in preps for n in parsed.of(prep, "pobj") if n.ent not in {"DATE", "TIME"}]
        charged = [n for n in behind if n.lemma not in claim_words("counts")]
        charged += [c for n in behind if n not in charged for p in parsed.of(n, "prep") for c in parsed.of(p, "pobj")]
        direct = parsed.of(token, "dobj") if stance.name == "plea" else []
        return [n for n in direct if n.lemma not in claim_words("counts")] or charged
    return parsed.of(token, "nsubjpass") or parsed.of(token, "dobj", "pobj")


def _narrowing(reading: Reading, noun: Token, apart: set[int]) -> list[str]:
    """The stems of what narrows an object: its compounds and what hangs on it, no clause that tells more of it."""
    parsed = reading.parsed
    pending = [t for t in parsed.of(noun) if t.dep == "compound" or (t.i > noun.i and t.dep not in _ASIDES)]
    found: list[str] = []
    while pending:
        token = pending.pop(0)
        if token.i in apart or token.dep in _ASIDES or token.ent in {"DATE", "TIME"}:
            continue
        if token.pos in CONTENT:
            found.append(word_of(token))
        pending += parsed.of(token)
    return found


def _subject(context: Telling, stretch: Sequence[Token], stance: Stance) -> Token | None:
    parsed = context.reading.parsed
    verb = stretch[stance.at[0]]
    patient = stance.name in _PATIENTS
    if verb.dep in {"aux", "auxpass"}:
        verb = parsed.tokens[verb.head]
    for _ in range(_CLIMB):
        passive = parsed.of(verb, "nsubjpass")
        active = parsed.of(verb, "dobj") if patient else parsed.of(verb, "nsubj")
        by = [noun for agent in parsed.of(verb, "agent") for noun in parsed.of(agent, "pobj")]
        found = (passive or active) if patient else (by if passive else active)
        if not found and passive and stance.name in _OF_SUBJECT:
            found = passive
        if found or passive:
            return found[0] if found else None
        if verb.dep not in {"xcomp", "conj", "advcl", "ccomp"}:
            return None
        verb = parsed.tokens[verb.head]
    return None


def _of_some(reading: Reading, noun: Token) -> tuple[Token, str]:
    """The noun behind "some of" or "three of", and which of them are meant."""
    parsed = reading.parsed
    word = noun.text.lower()
    if noun.pos == "NUM" or word in claim_words("some_of"):
        of = [n for prep in parsed.of(noun, "prep") if prep.lemma == "of" for n in parsed.of(prep, "pobj")]
        if of:
            return of[0], "some"
    return noun, ""


def _scope(context: Telling, noun: Token) -> str:
    """Which of a kind is meant: ``some``, ``a`` or a numeral; empty for all and for the one."""
    before = context.reading.parsed.of(noun, "det", "predet", "amod", "nummod", "advmod")
    words = {t.text.lower() for t in before if t.i < noun.i}
    if words & claim_words("some_of"):
        return "some"
    if words & {"a", "an", "one", "another"}:
        return "" if noun.lemma in claim_words("deciders") | claim_words("bodies") else "a"
    return next((t.text.lower() for t in before if t.dep == "nummod"), "")


def _followed(reading: Reading, noun: Token) -> Token | None:
    """The noun; for "which" that of what it is told of, for "he" the subject before it."""
    noun = meant(reading, noun)
    if noun.pos != "PRON":
        return noun
    first = reading.parsed.sentences[noun.sent][0]
    block = reading.block_of(noun.start)
    if noun.text.lower() in {"he", "she", "they"}:
        spoken = [t for t in reading.parsed.tokens[first : noun.i] if t.dep == "nsubj" and t.pos in {"NOUN", "PROPN"}]
        if spoken and is_saying(reading.parsed.tokens[spoken[-1].head].lemma):
            return spoken[-1]
    before = [
        t for t in reading.parsed.tokens[max(0, first - _FAR) : first]
        if t.dep in {"nsubj", "nsubjpass"} and t.pos in {"NOUN", "PROPN"} and t.start >= block.start
        and reading.parsed.tokens[t.head].dep == "ROOT"
    ]  # fmt: skip
    return before[-1] if before else None
