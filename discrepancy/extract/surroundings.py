"""Whose a figure is, who acts on it, and where: what stands around the noun that it counts."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.extract.reading import Reading
from discrepancy.extract.sites import Site, verb_above
from discrepancy.lexicon import words
from discrepancy.lexicon.measures import concept_of, is_known
from discrepancy.lexicon.places import country_of
from discrepancy.text.characters import fold
from discrepancy.text.engine import Parsed, Token

_OWNING = frozenset({"have", "employ", "own", "operate", "field"})
"""Verbs whose subject is the body that has what is counted: a country's army is not its navy."""
NAMED = frozenset({"PERSON", "GPE", "ORG", "NORP"})
"""The engine's labels for those who own and act."""


def owner_named(reading: Reading, token: Token) -> str:
    """The owner that a modifier names: a country by its demonym, a possessor, a proper name."""
    country = country_of(token.text)
    if country:
        return country
    if reading.is_person(token):
        return ""
    if token.dep == "poss" and token.pos == "PROPN":
        return fold(token.text)
    if token.dep == "poss" and token.pos == "NOUN":
        above = reading.parsed.of(token, "amod", "compound", "poss")
        return next((o for o in (owner_named(reading, t) for t in above) if o), "")
    return fold(token.text) if token.pos == "PROPN" and token.ent in {"ORG", "GPE"} else ""


def actor(reading: Reading, site: Site) -> str:
    """Who acts on the thing measured: the subject of the verb above it, or of the verbs above that."""
    parsed, verb = reading.parsed, site.verb
    for _ in range(4):
        if verb is None:
            return ""
        for subject in parsed.of(verb, "nsubj"):
            if site.noun is not None and subject.i == site.noun.i:
                continue
            for token in (subject, *parsed.of(subject, "amod", "compound", "poss", "nmod")):
                country = country_of(token.text)
                if country:
                    body = concept_of(subject.lemma) if subject.pos == "NOUN" and verb.lemma in _OWNING else ""
                    return f"{country} {body}".strip()
            named = subject.pos == "PROPN" and subject.ent in NAMED and not is_known(subject.lemma)
            if named and not reading.is_person(subject):
                return fold(subject.text)
            return fold(subject.text) if named and _is_credited(site) else ""
        if verb.dep not in {"advcl", "xcomp", "conj", "acl", "relcl", "pcomp"}:
            return ""
        verb = verb_above(parsed, parsed.tokens[verb.head])
    return ""


def _is_credited(site: Site) -> bool:
    """Whether what is counted is counted for a person: votes, goals, points."""
    return site.noun is not None and concept_of(site.noun.lemma) in _CREDITED


_CREDITED = frozenset({"vote", "goal", "point", "try", "run", "medal", "seat"})


_WHERE = frozenset(
    {"in", "at", "near", "on", "along", "across", "around", "to", "from", "outside", "inside", "off", "into"}
)


def places_near(reading: Reading, noun: Token | None, site: Site) -> Iterator[str]:
    """Places that prepositions hang on the noun, on the figure, or on the verb."""
    parsed = reading.parsed
    above = [t for t in (noun, site.anchor, site.verb) if t is not None]
    if site.verb is not None and any(t.lemma == "where" for t in parsed.of(site.verb, "advmod")):
        yield from _place_names(reading, parsed.tokens[site.verb.head])
    if site.verb is not None and site.prep is not None and site.prep.head == site.verb.i:
        above += parsed.of(site.verb, "nsubj")  # "sales in China fell to 14,200 vehicles"
    pending = [prep for t in above for prep in parsed.of(t, "prep", "acomp", "advmod", "dative")]
    for _ in range(3):
        deeper: list[Token] = []
        for prep in pending:
            deeper += parsed.of(prep, "prep")
            for place in parsed.of(prep, "pobj"):
                if prep.text.lower() in _WHERE:
                    yield from _place_names(reading, place)
                deeper += parsed.of(place, "prep")
        pending = deeper


def narrowed_to(reading: Reading, site: Site) -> bool:
    """Whether what is measured is told of one place only: "sales in China fell", "the factory, which employs 610"."""
    parsed = reading.parsed
    subjects = parsed.of(site.verb, "nsubj") if site.verb else []
    heads = [t for t in (site.noun, *subjects) if t is not None]
    if any(t.lemma in words("premises") for t in (*subjects, *_told_of(parsed, site))):
        return True
    inside = [
        place for t in heads for prep in parsed.of(t, "prep") if prep.lemma == "in" for place in parsed.of(prep, "pobj")
    ]
    return any(place.pos == "PROPN" and place.ent in {"GPE", "LOC"} for place in inside)


def _told_of(parsed: Parsed, site: Site) -> Iterator[Token]:
    """The noun that a relative clause tells of, with what it is beside: "the factory at Marlow, which employs 610"."""
    if site.verb is None or site.verb.dep != "relcl":
        return
    noun = parsed.tokens[site.verb.head]
    yield noun
    if noun.dep == "pobj":
        yield parsed.tokens[parsed.tokens[noun.head].head]


def _place_names(reading: Reading, place: Token) -> Iterator[str]:
    for token in (place, *reading.parsed.of(place, "poss", "compound", "amod", "conj")):
        if token.pos == "PROPN" and token.ent not in {"DATE", "TIME"} and not reading.is_person(token):
            yield country_of(token.text) or fold(token.text)
    if place.pos == "NOUN" and place.lemma in {"border", "east", "west", "north", "south", "capital", "coast"}:
        yield place.lemma
