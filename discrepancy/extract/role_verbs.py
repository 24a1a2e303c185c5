"""The role that a verb gives a person: "X is the director", "the director is X", "X was named director"."""

from __future__ import annotations

from discrepancy.extract.reading import Reading
from discrepancy.extract.role_phrases import Phrase, read_phrase
from discrepancy.lexicon.roles import is_appointing
from discrepancy.model import Span
from discrepancy.text.engine import Parsed, Token

_BEING = frozenset({"be", "become", "remain"})
_HELD = frozenset({"nsubj", "nsubjpass", "dobj"})
_ONE = frozenset({"NN", "NNP"})


def role_told(reading: Reading, name: Span) -> Phrase | None:
    """The role that a verb gives the person named at ``name``."""
    parsed = reading.parsed
    inside = parsed.within(name.start, name.end)
    if reading.quote_at(name.start):
        return None
    held = next((t for t in reversed(inside) if t.dep in _HELD), None)
    if held is None:
        return _turned(reading, next((t for t in inside if t.dep == "attr"), None))
    verb = parsed.tokens[held.head]
    if parsed.of(verb, "neg") or (verb.i <= held.i and held.dep != "dobj"):
        return None
    return next((phrase for noun in _given(parsed, verb, held.dep) if (phrase := _one_role(reading, noun))), None)


def _given(parsed: Parsed, verb: Token, dep: str) -> list[Token]:
    """The nouns that ``verb`` says of the person who stands to it as ``dep``."""
    prepositions = [p for p in parsed.of(verb, "prep") if p.text == "as"]
    offices = [t for p in prepositions for t in parsed.of(p, "pobj")]
    if dep != "dobj" and verb.lemma in _BEING:
        return parsed.of(verb, "attr")
    if is_appointing(verb.lemma):
        return [*parsed.of(verb, "oprd", "attr", *(["dobj"] if dep == "nsubjpass" else [])), *offices]
    if dep == "nsubj" and not parsed.of(verb, "dobj"):  # "X stays on as chairman"; "acts as a brake" has an article
        return [noun for noun in offices if not parsed.of(noun, "det")]
    return []


def _turned(reading: Reading, name: Token | None) -> Phrase | None:
    """The subject of "the new minister for trade is X"."""
    verb = reading.parsed.tokens[name.head] if name is not None else None
    if name is None or verb is None or verb.lemma != "be" or verb.i > name.i or reading.parsed.of(verb, "neg"):
        return None
    subjects = [t for t in reading.parsed.of(verb, "nsubj") if reading.parsed.of(t, "det", "poss")]
    return next((phrase for noun in subjects if (phrase := _one_role(reading, noun))), None)


def _one_role(reading: Reading, noun: Token) -> Phrase | None:
    """The role that ``noun`` is the head of; a superlative makes it an award ("was named best actor")."""
    if noun.tag not in _ONE or any(t.tag in {"JJS", "RBS"} for t in reading.parsed.of(noun)):
        return None
    phrase = read_phrase(reading, reading.parsed.subtree(noun)[0].i)
    return phrase if phrase is not None and phrase.head.i == noun.i else None
