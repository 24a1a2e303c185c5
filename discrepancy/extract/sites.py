"""Where a figure stands in its sentence: the noun it counts, the verb above it, the preposition in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.extract.reading import Reading
from discrepancy.extract.spots import Spots
from discrepancy.lexicon import words
from discrepancy.lexicon.measures import is_change, is_forecast, is_generic, is_known_verb
from discrepancy.model import Quantity, QuantityKind, Span
from discrepancy.text.engine import Parsed, Token

NOUN = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset(
    {"nummod", "quantmod", "amod", "compound", "nmod", "npadvmod", "advmod", "appos", "poss", "dep", "punct"}
)


NOWHERE: Spots[Span] = Spots(())


@dataclass(frozen=True, slots=True)
class Site:
    """Where a quantity stands in the sentence: its outermost token, the noun it counts, the verb above it."""

    anchor: Token
    noun: Token | None
    verb: Token | None
    prep: Token | None
    """The preposition that hangs the figure on its verb ("to" in "rose to 40")."""
    lead: str = ""
    """The word right before the figure and its hedge, lower case: "from" and "to" tell a base from a level.

    Where that is an article, the word of comparison before it ("below the").
    """
    figures: Spots[Span] = NOWHERE
    """Where this figure and all others of its block stand."""
    inside: frozenset[int] = frozenset()
    """The indices of the tokens of this figure and of all other figures: a unit among them counts nothing."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a block: where they stand, and the indices of their tokens."""

    spans: Spots[Span]
    tokens: frozenset[int]


def figures_of(parsed: Parsed, quantities: Sequence[Quantity]) -> Figures:
    """Where the quantities of a block stand (offsets into the document)."""
    spans = Spots((q.start, q.end, Span(q.start, q.end)) for q in quantities)
    return Figures(spans, frozenset(t.i for q in quantities for t in parsed.within(q.start, q.end)))


def site_of(reading: Reading, quantity: Quantity, others: Figures) -> Site | None:
    """Find the place of ``quantity`` (offsets into the document) among ``others``; None where no token is there."""
    parsed = reading.parsed
    inside = parsed.within(quantity.start, quantity.end)
    if not inside:
        return None
    places = {token.i for token in inside}
    outer = [t for t in inside if t.head not in places or t.head == t.i]
    anchor = outer[-1] if len(outer) == 1 else _main(outer)
    figures = others.tokens if places <= others.tokens else others.tokens | places
    noun = _noun(parsed, anchor, quantity, figures)
    while noun is not None and noun.dep == "compound" and parsed.tokens[noun.head].pos in NOUN:
        noun = parsed.tokens[noun.head]
    prep = _preposition(parsed, noun or anchor)
    lead = _lead(reading, quantity)
    return Site(anchor, noun, verb_above(parsed, noun or anchor), prep, lead, others.spans, figures)


def _lead(reading: Reading, quantity: Quantity) -> str:
    text = reading.document.text
    before = text[max(0, quantity.start - 60) : quantity.start].rstrip()
    before = before.removesuffix(quantity.hedge_text).rstrip(" $€£¥\u00a0")
    words = before.lower().rsplit(None, 2)[-2:]
    if len(words) == 2 and words[0] in _OPENS:
        return words[0]
    return words[-1] if words else ""


_OPENS = frozenset({"above", "against", "below", "compared", "versus", "exceeding"})


def _main(outer: Sequence[Token]) -> Token:
    """Of several outer tokens the one that hangs on a noun or a verb rather than on punctuation."""
    ranked = [t for t in outer if t.dep not in {"punct", "dep", "prep", "det"}]
    return (ranked or list(outer))[0]


def _noun(parsed: Parsed, anchor: Token, quantity: Quantity, places: frozenset[int]) -> Token | None:
    """The noun that the figure counts or measures, from its own phrase; None where the phrase has none."""
    head = parsed.tokens[anchor.head]
    if head.lemma == "number" and anchor.dep == "nummod":
        for subject in parsed.of(head, "nsubj", "compound"):
            return subject  # "the forces number 250,000", which the engine takes for a noun
    if head.i not in places and anchor.dep in _INSIDE and head.pos in NOUN:
        return head
    if anchor.pos in NOUN and quantity.kind is QuantityKind.COUNT and not any(c.isdigit() for c in anchor.text):
        return anchor if anchor.i not in places else complement(parsed, anchor)
    found = complement(parsed, anchor)
    if found is None and quantity.kind is QuantityKind.MONEY:
        found = complement(parsed, anchor, "in")
    if found is None and head.i not in places and anchor.dep in {"quantmod", "nummod", "compound", "nmod"}:
        found = complement(parsed, head)
    if found is None and anchor.dep == "pobj" and head.text.lower() == "of":
        above = parsed.tokens[head.head]
        return above if above.pos in NOUN else None
    return found


def complement(parsed: Parsed, token: Token, preposition: str = "of") -> Token | None:
    """The noun in "84 tons of ammunition", "tens of thousands of people", or with "in", "$2 million in damages"."""
    for of in parsed.of(token, "prep"):
        if of.text.lower() == preposition:
            for noun in parsed.of(of, "pobj"):
                return noun if noun.pos == "NOUN" or (noun.pos == "PROPN" and preposition == "of") else None
    return None


def meant(parsed: Parsed, noun: Token) -> Token | None:
    """What is measured, where ``noun`` only names an amount, a forecast or a change of it; else ``noun`` itself.

    "A total of 40 officers", "its forecast for the harvest", "a fall in profit", "sales growth". None where an amount
    or a forecast is told without what it is of.
    """
    if is_generic(noun.lemma):
        return complement(parsed, noun) or _of_a_thing(complement(parsed, noun, "for"))
    if is_forecast(noun.lemma):
        behind = complement(parsed, noun) or complement(parsed, noun, "for")
        return _of_a_thing(behind) or _beside(parsed, noun)
    if is_change(noun.lemma):
        return _of_a_thing(complement(parsed, noun, "in")) or _beside(parsed, noun) or noun
    return noun


def _of_a_thing(noun: Token | None) -> Token | None:
    return noun if noun is not None and noun.lemma not in words("time_nouns") else None


def _beside(parsed: Parsed, noun: Token) -> Token | None:
    """The noun right before another that it narrows: "sales growth"; no sign such as "%"."""
    return next((t for t in reversed(parsed.of(noun, "compound")) if t.pos == "NOUN" and t.text.isalpha()), None)


def _preposition(parsed: Parsed, token: Token) -> Token | None:
    head = parsed.tokens[token.head]
    return head if token.dep in {"pobj", "pcomp"} and head.pos in {"ADP", "SCONJ", "PART"} else None


def phrasal(parsed: Parsed, verb: Token) -> str:
    """A verb's lemma, with its particle or object where the lexicon knows both as one ("lose life")."""
    for thing in parsed.of(verb, "dobj"):
        if is_known_verb(f"{verb.lemma} {thing.lemma}"):
            return f"{verb.lemma} {thing.lemma}"
    for particle in parsed.of(verb, "prt", "advmod"):
        if is_known_verb(f"{verb.lemma} {particle.text.lower()}"):
            return f"{verb.lemma} {particle.text.lower()}"
    return verb.lemma


def verb_above(parsed: Parsed, token: Token) -> Token | None:
    """The nearest verb above ``token``."""
    for _ in range(12):
        if token.pos in {"VERB", "AUX"}:
            return token
        if token.head == token.i:
            return None
        token = parsed.tokens[token.head]
    return None
