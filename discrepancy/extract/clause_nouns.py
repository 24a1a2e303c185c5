"""The noun of a figure that has none of its own, from its clause: what rises to it, what is put at it."""

from __future__ import annotations

from discrepancy.extract.reading import Reading
from discrepancy.extract.sites import NOUN, Site, complement, meant
from discrepancy.extract.surroundings import NAMED
from discrepancy.lexicon import words
from discrepancy.lexicon.measures import is_forecast, is_known, verb_concept
from discrepancy.lexicon.people import is_saying, is_title_word
from discrepancy.model import Quantity, QuantityKind
from discrepancy.text.engine import Parsed, Token

_SUBJECTS = ("nsubj", "nsubjpass")


def noun_of_clause(reading: Reading, site: Site, quantity: Quantity) -> Token | None:
    """The noun of an elliptic figure from its clause: what rises to it, what is put at it."""
    parsed, verb = reading.parsed, site.verb
    if verb is None:
        return None
    hung = parsed.tokens[site.prep.head] if site.prep else None
    if hung is not None and hung.pos in NOUN and is_known(f"{parsed.tokens[hung.i - 1].lemma} {hung.lemma}"):
        return parsed.tokens[hung.i - 1]
    plain = (_numbered(parsed, verb) if quantity.kind is QuantityKind.COUNT else None) or _gapped(parsed, site)
    if plain is not None:
        return plain
    return _acting_or_acted_on(reading, site, quantity, verb)


def _acting_or_acted_on(reading: Reading, site: Site, quantity: Quantity, verb: Token) -> Token | None:
    """The subject or object of the figure's verb that it measures."""
    parsed = reading.parsed
    objects = [t for t in parsed.of(verb, "dobj") if not quantity.start <= t.start < quantity.end]
    subjects = [t for t in parsed.of(verb, *_SUBJECTS) if t.start < quantity.start]
    hung_on = site.prep is not None and site.prep.head == verb.i
    if not subjects and not objects and verb.dep in {"conj", "advcl", "xcomp", "relcl", "acl"}:
        above = parsed.tokens[verb.head]
        subjects = [above] if above.pos in NOUN else parsed.of(above, *_SUBJECTS)
    object_of = quantity.kind is not QuantityKind.COUNT and site.anchor.dep == "dobj"
    measured_object = object_of and verb.lemma not in _MEASURING and verb_concept(verb.lemma) not in _REACHING
    acts = measured_object or (is_saying(verb.lemma) and bool(parsed.of(verb, "nsubj")))
    for noun in (objects if hung_on else []) + ([] if acts else subjects) + objects:
        if noun.i not in site.inside and _is_thing(reading, noun):
            full = noun if noun.text.lower() == "shares" else meant(parsed, noun)
            if full is None and is_forecast(noun.lemma):
                full = complement(parsed, verb, "for")
            if full is not None:
                return full
            if parsed.of(noun, "compound"):
                return noun
    return None


_MEASURING = frozenset({"weigh", "measure", "total", "cost", "span", "average", "cover", "stretch"})
"""Verbs whose object says how large their subject is."""
_REACHING = frozenset({"reach", "exceed", "total", "average"})
"""Concepts of verbs whose object says how large their subject became."""


def _numbered(parsed: Parsed, verb: Token) -> Token | None:
    """What the opening of a sentence numbers, "The number of patients who …", whatever the engine makes of it."""
    opening = parsed.sentence(verb)[:3]
    if [t.lemma for t in opening[1:]] != ["number", "of"] or verb_concept(verb.lemma) not in _LEVELS:
        return None
    return next(iter(parsed.of(opening[2], "pobj")), None)


_LEVELS = frozenset({"stand", "rise", "fall", "reach", "be", "grow", "remain"})
"""Concepts of verbs that a number has."""


def _gapped(parsed: Parsed, site: Site) -> Token | None:
    """The noun of a clause that leaves out its verb: "sales rose by 5% and profit by 12%"."""
    if site.lead not in {"by", "to", "at"}:
        return None
    prep = next((i for i in range(site.anchor.i, max(site.anchor.i - _GAP, 1), -1) if _reads(parsed, i, site.lead)), 0)
    noun, joint = parsed.tokens[prep - 1], parsed.tokens[prep - 2]
    joined = joint.text.lower() in {"and", "while", "but"} and noun.sent == joint.sent == site.anchor.sent
    return noun if prep > 1 and joined and noun.pos in NOUN else None


def _reads(parsed: Parsed, place: int, word: str) -> bool:
    return parsed.tokens[place].text.lower() == word


_GAP = 5
"""Tokens of a figure and its hedge."""


def _is_thing(reading: Reading, noun: Token) -> bool:
    """Whether a subject or object can be the thing measured, and is not one who acts or speaks."""
    named = noun.ent in NAMED or reading.is_person(noun)
    return noun.pos in NOUN and not named and not _is_agent(noun)


def _is_agent(noun: Token) -> bool:
    return is_title_word(noun.lemma) or noun.lemma in words("agent_nouns")
